using NetTopologySuite.Geometries;

namespace GridGov.Spatial;

/// <summary>
/// The ground of one node of a grid tree. NetTopologySuite's geometries can be changed; a <see cref="GridMap"/> copies
/// them, and whoever hands one over should not change it meanwhile.
/// </summary>
/// <param name="Code">The node's code.</param>
/// <param name="Shape">
/// A polygon or multi-polygon, holes included; longitude as X and latitude as Y, in degrees.
/// </param>
public sealed record GridShape(GridCode Code, Geometry Shape);

/// <summary>A grid that may be meant by a point. Immutable and thread-safe.</summary>
/// <param name="Grid">The node, of the map's tree.</param>
/// <param name="Metres">The distance to the grid, 0 when it covers the point.</param>
public readonly record struct GridCandidate(GridHandle Grid, double Metres);

/// <summary>
/// The grids within a tolerance of a point: the one that the point belongs to first, then by distance, and in the tree's
/// order where that is equal. Immutable and thread-safe.
/// </summary>
/// <param name="Candidates">The grids, none when the nearest is farther off than the tolerance.</param>
public sealed record GridMatch(ValueList<GridCandidate> Candidates)
{
    /// <summary>Whether there is no grid within the tolerance.</summary>
    public bool IsEmpty => Candidates.IsEmpty;

    /// <summary>Whether a person should choose, because more than one grid is within the tolerance.</summary>
    public bool IsAmbiguous => Candidates.Count > 1;
}
