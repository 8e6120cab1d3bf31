using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace GridGov.Spatial;

/// <summary>One coverage check: collects its pieces and makes the report. For one thread.</summary>
internal sealed class CoverageCheck(GridTree tree, CoverageTolerance tolerance)
{
    // Overlay moves points by rounding; within about a tenth of a millimetre two shapes touch.
    private const double TouchDegrees = 1e-9;

    private readonly List<CoverageFinding> _findings = [];
    private int _leftOut;
    private double _leftOutSquareMetres;

    public CoverageReport OfLevel(MapLevel level, Geometry? outer)
    {
        var boxes = BoxesOf(level);
        AddOverlaps(level, boxes);
        var union = Union(level.Shapes.Select(s => s.Shape));
        if (outer is not null)
        {
            AddAll(CoverageFault.Gap, Overlay(outer, union, SpatialFunction.Difference), p => Touching(level, boxes, p));
            AddAll(CoverageFault.Outside, Overlay(union, outer, SpatialFunction.Difference), p => Touching(level, boxes, p));
        }
        else
        {
            foreach (var hole in PolygonsIn(union).SelectMany(p => p.Holes))
                AddAll(CoverageFault.Gap, hole.Factory.CreatePolygon(hole), p => Touching(level, boxes, p));
        }

        return Report(level, null, union);
    }

    public CoverageReport OfChildren(MapLevel parents, MapLevel children)
    {
        var boxes = BoxesOf(children);
        var union = new List<Geometry>();
        for (var i = 0; i < parents.Nodes.Length; i++)
        {
            // Nodes are in pre-order, so the children of a parent stand side by side.
            var subtree = tree.SubtreeOf(new(parents.Nodes[i]));
            var begin = LowerBound(children.Nodes, subtree.Start.Value);
            var end = LowerBound(children.Nodes, subtree.End.Value);
            var code = tree.CodeOf(new(parents.Nodes[i]));
            var parent = parents.Shapes[i].Shape;
            var covered = Union(children.Shapes[begin..end].Select(s => s.Shape));
            union.Add(covered);
            AddAll(CoverageFault.Gap, Overlay(parent, covered, SpatialFunction.Difference), p => [code, .. Touching(children, boxes, p)]);
            AddAll(CoverageFault.Outside, Overlay(covered, parent, SpatialFunction.Difference), p => [code, .. Touching(children, boxes, p, begin, end)]);
        }

        return Report(children, parents.Level, Union(union));
    }

    private void AddOverlaps(MapLevel level, STRtree<int> boxes)
    {
        for (var i = 0; i < level.Shapes.Length; i++)
        {
            foreach (var j in boxes.Query(level.Shapes[i].Bounds).Where(j => j > i).Order())
            {
                var common = Overlay(level.Shapes[i].Shape, level.Shapes[j].Shape, SpatialFunction.Intersection);
                GridCode[] codes = [CodeOf(level, i), CodeOf(level, j)];
                AddAll(CoverageFault.Overlap, common, _ => codes);
            }
        }
    }

    private void AddAll(CoverageFault kind, Geometry pieces, Func<Polygon, IEnumerable<GridCode>> codes)
    {
        foreach (var piece in PolygonsIn(pieces))
        {
            var (area, perimeter) = Areas.Measure(piece);
            var width = perimeter > 0 ? 2 * area / perimeter : 0;
            if (tolerance.LeavesOut(area, width))
                (_leftOut, _leftOutSquareMetres) = (_leftOut + 1, _leftOutSquareMetres + area);
            else
                _findings.Add(new(kind, ValueList.From(codes(piece)), area, width, (Polygon)piece.Copy().Normalized()));
        }
    }

    private CoverageReport Report(MapLevel level, GridLevel? within, Geometry union)
    {
        var sorted = _findings
            .OrderBy(f => f.Kind)
            .ThenByDescending(f => f.SquareMetres)
            .ThenBy(f => string.Join('\n', f.Codes), StringComparer.Ordinal)
            .ThenBy(f => f.Shape.EnvelopeInternal.MinX)
            .ThenBy(f => f.Shape.EnvelopeInternal.MinY);
        return new(level.Level, within, tolerance, level.Shapes.Length, Areas.SquareMetresOf(union), ValueList.From(sorted), _leftOut, _leftOutSquareMetres);
    }

    private IEnumerable<GridCode> Touching(MapLevel level, STRtree<int> boxes, Polygon piece, int begin = 0, int end = int.MaxValue)
    {
        var around = piece.EnvelopeInternal.Copy();
        around.ExpandBy(TouchDegrees);
        return boxes.Query(around)
            .Where(i => i >= begin && i < end && level.Shapes[i].Shape.IsWithinDistance(piece, TouchDegrees))
            .Order()
            .Select(i => CodeOf(level, i));
    }

    private GridCode CodeOf(MapLevel level, int shape) => tree.CodeOf(new(level.Nodes[shape]));

    private static STRtree<int> BoxesOf(MapLevel level)
    {
        var boxes = new STRtree<int>();
        for (var i = 0; i < level.Shapes.Length; i++)
            boxes.Insert(level.Shapes[i].Bounds, i);
        return boxes;
    }

    private static int LowerBound(int[] nodes, int node)
    {
        var at = Array.BinarySearch(nodes, node);
        return at < 0 ? ~at : at;
    }

    private static Geometry Overlay(Geometry a, Geometry b, SpatialFunction function) => OverlayNGRobust.Overlay(a, b, function);

    private static Geometry Union(IEnumerable<Geometry> shapes)
    {
        var all = shapes.Where(s => !s.IsEmpty).ToList();
        return all.Count == 0 ? GeometryFactory.Default.CreatePolygon() : OverlayNGRobust.Union(all);
    }

    private static IEnumerable<Polygon> PolygonsIn(Geometry shapes)
    {
        for (var i = 0; i < shapes.NumGeometries; i++)
        {
            if (shapes.GetGeometryN(i) is Polygon { IsEmpty: false } polygon)
                yield return polygon;
        }
    }
}
