namespace GridGov.Assignment;

/// <summary>How many workers grids need, by their difficulty (配员建议). Immutable and thread-safe.</summary>
public sealed record StaffingRule
{
    /// <summary>How many points one worker can serve, at least 1.</summary>
    public required long PointsPerWorker { get; init; }

    /// <summary>The fewest for any grid; one grid, one worker (一格一员) unless set.</summary>
    public int Minimum { get; init; } = 1;

    /// <summary>The share of grids that count as the hardest, in percent, 0 to 100; rounded up.</summary>
    public int HardestPercent { get; init; } = 10;

    /// <summary>The fewest for the hardest grids: at least two.</summary>
    public int MinimumForHardest { get; init; } = 2;

    /// <summary>Advice for grids: never fewer than the rule says, and never fewer for a harder grid.</summary>
    /// <param name="grids">The grids, each once, in any order.</param>
    /// <returns>The grids, hardest first, then by code.</returns>
    /// <exception cref="ArgumentException">A grid occurs twice, or its score is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A part of the rule is out of range.</exception>
    public ValueList<StaffingAdvice> Advise(IEnumerable<GridDifficulty> grids)
    {
        ArgumentNullException.ThrowIfNull(grids);
        ArgumentOutOfRangeException.ThrowIfLessThan(PointsPerWorker, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Minimum);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumForHardest, Minimum);
        ArgumentOutOfRangeException.ThrowIfNegative(HardestPercent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(HardestPercent, 100);
        GridDifficulty[] sorted = [.. grids.OrderByDescending(g => g.Score).ThenBy(g => g.Grid)];
        if (sorted.Any(g => g.Score < 0) || sorted.DistinctBy(g => g.Grid).Count() != sorted.Length)
            throw new ArgumentException("Each grid stands once, with a score that is not negative.", nameof(grids));
        var hardest = ((sorted.Length * HardestPercent) + 99) / 100;

        // Whoever is as hard as the last of the hardest is one of them.
        while (hardest > 0 && hardest < sorted.Length && sorted[hardest].Score == sorted[hardest - 1].Score)
            hardest++;
        return ValueList.From(sorted.Select((g, i) => new StaffingAdvice(
            g.Grid, g.Score, (int)Math.Min(int.MaxValue, Math.Max(
                g.Score == 0 ? 0 : ((g.Score - 1) / PointsPerWorker) + 1, i < hardest ? MinimumForHardest : Minimum)), i < hardest)));
    }
}

/// <summary>How many workers a grid needs. Immutable; thread-safe.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Score">Its difficulty.</param>
/// <param name="Workers">The number of workers.</param>
/// <param name="IsHardest">Whether it counts among the hardest.</param>
public readonly record struct StaffingAdvice(GridCode Grid, long Score, int Workers, bool IsHardest);
