using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace GridGov.Spatial;

/// <summary>One shape that was not valid and was redrawn. Immutable and thread-safe.</summary>
/// <param name="Code">The node's code.</param>
/// <param name="Faults">What was wrong, with the positions.</param>
/// <param name="SquareMetresBefore">The area as it was drawn, ring by ring.</param>
/// <param name="SquareMetresAfter">The area of what it became.</param>
public sealed record ShapeChange(GridCode Code, ValueList<Fault> Faults, double SquareMetresBefore, double SquareMetresAfter);

/// <summary>Shapes that are ready for a map, and what was changed to make them so. Thread-safe as long as nobody changes the shapes.</summary>
/// <param name="Shapes">All shapes, in the order in which they came.</param>
/// <param name="Changes">The shapes that were changed.</param>
public sealed record RepairedShapes(ValueList<GridShape> Shapes, ValueList<ShapeChange> Changes);

/// <summary>
/// Redraws shapes that are not valid, for files that cannot be corrected at their source. A map never does so by itself:
/// who repairs sees what changed. Pure and thread-safe.
/// </summary>
public static class ShapeRepair
{
    /// <summary>
    /// Fixes shapes by NetTopologySuite's <see cref="GeometryFixer"/>: a ring that touches itself is split, a spike is cut, a
    /// ring that crosses itself becomes the polygons around what it encloses. Valid shapes, and those that are out of range
    /// or no polygons, stay as they are; <see cref="GridMap.Build"/> lists the latter.
    /// </summary>
    /// <param name="shapes">The shapes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="shapes"/> or one of them is null.</exception>
    public static RepairedShapes Fix(IEnumerable<GridShape> shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        var all = new List<GridShape>();
        var changes = new List<ShapeChange>();
        foreach (var shape in shapes)
        {
            ArgumentNullException.ThrowIfNull(shape, nameof(shapes));
            var faults = new List<Fault>();
            ShapeCheck.Check(shape.Shape, shape.Code.Value, faults);
            if (faults.Count > 0 && ShapeCheck.IsInRange(shape.Shape) && GeometryFixer.Fix(shape.Shape) is (Polygon or MultiPolygon) and { IsEmpty: false } whole)
            {
                changes.Add(new(shape.Code, ValueList.From(faults), Areas.SquareMetresOf(shape.Shape), Areas.SquareMetresOf(whole)));
                all.Add(shape with { Shape = whole });
            }
            else
            {
                all.Add(shape);
            }
        }

        return new(ValueList.From(all), ValueList.From(changes));
    }
}
