using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;
using static System.FormattableString;

namespace GridGov.Spatial;

/// <summary>What must hold of the shapes of a map.</summary>
internal static class ShapeCheck
{
    /// <summary>The shapes that are sound, by handle, copied; every fault of the others is listed.</summary>
    public static SortedDictionary<int, Geometry> Sound(GridTree tree, IEnumerable<GridShape?> shapes, List<Fault> faults)
    {
        var sound = new SortedDictionary<int, Geometry>();
        var seen = new HashSet<GridCode>();
        var number = 0;
        foreach (var shape in shapes)
        {
            number++;
            if (shape is null || shape.Code == default)
            {
                faults.Add(new(Invariant($"shape {number}"), shape is null ? "it is null" : "it has no code"));
                continue;
            }

            var where = shape.Code.Value;
            var count = faults.Count;
            if (!seen.Add(shape.Code))
                faults.Add(new(where, "the code has two shapes; join them into one multi-polygon"));
            if (!tree.TryFind(shape.Code, out var node))
                faults.Add(new(where, "the code is not in the grid tree; add the node or correct the code"));
            Check(shape.Shape, where, faults);
            if (faults.Count > count)
                continue;
            var copy = shape.Shape.Copy();
            // The bounds are computed at the first asking; asked here, they are only read by the threads that share the map.
            _ = copy.EnvelopeInternal;
            sound.Add(node.Index, copy);
        }

        return sound;
    }

    /// <summary>Lists what is wrong with a geometry.</summary>
    public static void Check(Geometry? shape, string where, List<Fault> faults)
    {
        if (shape is not (Polygon or MultiPolygon))
            faults.Add(new(where, shape is null ? "its shape is missing" : $"its shape is a {shape.GeometryType}; a polygon or multi-polygon is needed"));
        else if (shape.IsEmpty)
            faults.Add(new(where, "its shape is empty; leave it out or draw it"));
        else if (IsInRange(shape, where, faults) && PartsAreValid(shape, where, faults) && shape.NumGeometries > 1)
            AddError(shape, where, faults);
    }

    /// <summary>Whether a shape is a polygon or multi-polygon, drawn in degrees.</summary>
    public static bool IsInRange(Geometry? shape) =>
        shape is (Polygon or MultiPolygon) and { IsEmpty: false } && shape.Coordinates.All(IsInRange);

    private static bool IsInRange(Coordinate c) => Math.Abs(c.X) <= 180 && Math.Abs(c.Y) <= 90;

    private static bool IsInRange(Geometry shape, string where, List<Fault> faults)
    {
        var bad = shape.Coordinates.Where(c => !IsInRange(c)).ToList();
        if (bad.Count > 0)
            faults.Add(new(where, Invariant($"{bad.Count} position(s) are no longitude and latitude in degrees, the first is {bad[0].X:R},{bad[0].Y:R}")));
        return bad.Count == 0;
    }

    private static bool PartsAreValid(Geometry shape, string where, List<Fault> faults)
    {
        var before = faults.Count;
        for (var i = 0; i < shape.NumGeometries; i++)
            AddError(shape.GetGeometryN(i), shape.NumGeometries == 1 ? where : Invariant($"{where}, part {i + 1}"), faults);
        return faults.Count == before;
    }

    private static void AddError(Geometry shape, string where, List<Fault> faults)
    {
        if (new IsValidOp(shape).ValidationError is { } error)
        {
            var at = error.Coordinate is { } c ? Invariant($" at {c.X:R},{c.Y:R}") : string.Empty;
            faults.Add(new(where, $"its shape is not valid: {error.Message}{at}; correct the drawing there"));
        }
    }
}
