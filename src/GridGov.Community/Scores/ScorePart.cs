namespace GridGov.Community;

/// <summary>Whether more or less of an indicator is better (指标方向).</summary>
public enum ScoreDirection
{
    /// <summary>More is better: a rate of handling on time.</summary>
    MoreIsBetter = 1,

    /// <summary>Less is better: a rate of rework.</summary>
    LessIsBetter = 2,
}

/// <summary>
/// One part of a score card (考核项): an indicator, who rates it, and how a value becomes points, on a straight line
/// between the value worth nothing and the value worth everything. Immutable and thread-safe.
/// </summary>
public sealed record ScorePart
{
    /// <summary>A stable code, 1 to 64 characters.</summary>
    public required string Code { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The points that it gives at the most, above 0.</summary>
    public required decimal Weight { get; init; }

    /// <summary>The body that rates it, or whose records it is computed from.</summary>
    public required BodyId Rater { get; init; }

    /// <summary>The name of the indicator, for instance <c>closed-on-time</c>.</summary>
    public required string Indicator { get; init; }

    /// <summary>Whether more or less is better.</summary>
    public ScoreDirection Direction { get; init; } = ScoreDirection.MoreIsBetter;

    /// <summary>The value at which all points are given: 1 for a rate of 100 %.</summary>
    public decimal Full { get; init; } = 1;

    /// <summary>The value at which none are given.</summary>
    public decimal Zero { get; init; }

    /// <summary>The value that has to be reached for the standard to be met (达标), or null where any will do.</summary>
    public decimal? Standard { get; init; }

    /// <summary>The points that are given at the least, from 0 to the weight.</summary>
    public decimal Floor { get; init; }

    internal decimal PointsOf(decimal value)
    {
        var share = Math.Clamp((value - Zero) / (Full - Zero), 0, 1);
        return Math.Max(Floor, decimal.Round(Weight * share, 4, MidpointRounding.AwayFromZero));
    }

    internal bool Meets(decimal value) => Standard is not { } standard
        || (Direction == ScoreDirection.MoreIsBetter ? value >= standard : value <= standard);
}

/// <summary>
/// A grade of the scale (等次): from a score to below the next band's, the best band to the end of the scale. Immutable and
/// thread-safe.
/// </summary>
/// <param name="From">The lowest score of the band.</param>
/// <param name="Until">The end of the band: below it; for the best band the end of the scale, which belongs to it.</param>
/// <param name="Name">What it is called.</param>
public sealed record ScoreBand(decimal From, decimal Until, LocalizedText Name);

/// <summary>Something beyond the standard, for instance a practice taken up by the city (加分项). Immutable and thread-safe.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Name">What it is.</param>
/// <param name="Points">Its points, above 0.</param>
public sealed record ScoreBonus(string Code, LocalizedText Name, decimal Points);
