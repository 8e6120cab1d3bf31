using NetTopologySuite.Geometries;

namespace GridGov.Spatial;

/// <summary>What is wrong with a piece of ground.</summary>
public enum CoverageFault
{
    /// <summary>Two polygons of one level cover it.</summary>
    Overlap = 1,

    /// <summary>No polygon covers it, and one should.</summary>
    Gap = 2,

    /// <summary>It is covered and lies outside what is to be covered.</summary>
    Outside = 3,
}

/// <summary>Which pieces a coverage check leaves out: those below either bound. Immutable and thread-safe.</summary>
/// <param name="SquareMetres">The least area, 0 or more.</param>
/// <param name="Metres">The least mean width, 0 or more: twice the area over the perimeter.</param>
public sealed record CoverageTolerance(double SquareMetres, double Metres)
{
    /// <summary>One square metre and ten centimetres: less is rounding in the drawing, and no surveyor's matter.</summary>
    public static CoverageTolerance Default { get; } = new(1, 0.1);

    /// <summary>Whether a piece is left out.</summary>
    internal bool LeavesOut(double squareMetres, double metresWide) => squareMetres < SquareMetres || metresWide < Metres;
}

/// <summary>One piece of ground that a coverage check found. Thread-safe as long as nobody changes the shape.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Codes">
/// An overlap's two codes; the codes around a gap, the parent first where children are checked; the codes that stand over.
/// In the tree's order.
/// </param>
/// <param name="SquareMetres">Its area.</param>
/// <param name="MetresWide">Its mean width, twice the area over the perimeter: small for a sliver along a boundary.</param>
/// <param name="Shape">The piece, one polygon in degrees, the reader's own.</param>
public sealed record CoverageFinding(CoverageFault Kind, ValueList<GridCode> Codes, double SquareMetres, double MetresWide, Polygon Shape);

/// <summary>
/// What a coverage check found: by kind, the largest first. Thread-safe as long as nobody changes the shapes; equal to
/// another when all pieces are.
/// </summary>
/// <param name="Level">The level that was checked.</param>
/// <param name="Within">The level of the parents that should be covered, or null.</param>
/// <param name="Tolerance">Which pieces were left out.</param>
/// <param name="Shapes">How many nodes' polygons were checked.</param>
/// <param name="SquareMetres">The ground that is covered, counted once.</param>
/// <param name="Findings">The pieces found.</param>
/// <param name="LeftOut">How many pieces were left out.</param>
/// <param name="LeftOutSquareMetres">Their area together.</param>
public sealed record CoverageReport(
    GridLevel Level,
    GridLevel? Within,
    CoverageTolerance Tolerance,
    int Shapes,
    double SquareMetres,
    ValueList<CoverageFinding> Findings,
    int LeftOut,
    double LeftOutSquareMetres)
{
    /// <summary>Whether nothing was found beyond the tolerance.</summary>
    public bool IsSound => Findings.IsEmpty;

    /// <summary>The area of all pieces of one kind, in square metres.</summary>
    /// <param name="kind">The kind.</param>
    public double SquareMetresOf(CoverageFault kind) => Findings.Where(f => f.Kind == kind).Sum(f => f.SquareMetres);

    /// <summary>How many pieces of one kind were found.</summary>
    /// <param name="kind">The kind.</param>
    public int CountOf(CoverageFault kind) => Findings.Count(f => f.Kind == kind);
}
