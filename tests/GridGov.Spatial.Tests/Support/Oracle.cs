using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace GridGov.Spatial.Tests;

/// <summary>The rule of the map, told with NetTopologySuite alone: the first node whose polygon covers the point.</summary>
internal sealed class Oracle
{
    private readonly STRtree<(int Node, IPreparedGeometry Shape)> _tree = new();

    public Oracle(GridMap map, GridLevel level)
    {
        for (var i = 0; i < map.Tree.Count; i++)
        {
            if (map.Tree.LevelOf(new(i)) == level && map.TryGetShape(new(i), out var shape))
                _tree.Insert(shape.EnvelopeInternal, (i, PreparedGeometryFactory.Prepare(shape)));
        }
    }

    public int Locate(double x, double y)
    {
        var point = new Point(x, y);
        return _tree.Query(point.EnvelopeInternal).Where(c => c.Shape.Covers(point)).Select(c => c.Node).DefaultIfEmpty(-1).Min();
    }

    public static int Ask(GridMap map, GridLevel level, double x, double y) => map.TryLocate(x, y, level, out var grid) ? grid.Index : -1;
}
