namespace GridGov.Rules;

/// <summary>What one worker, or one community, was loaded with. Immutable and thread-safe.</summary>
public sealed record BurdenLine
{
    /// <summary>The worker's number or the community.</summary>
    public required string Id { get; init; }

    /// <summary>The minutes of all work.</summary>
    public required long Minutes { get; init; }

    /// <summary>The minutes by activity, in the order of the enumeration; those without work are left out.</summary>
    public required ValueList<BurdenShare<WorkActivity>> Activities { get; init; }

    /// <summary>The tasks by origin, in the order of the enumeration; those without a task are left out.</summary>
    public required ValueList<BurdenShare<TaskOrigin>> Origins { get; init; }

    /// <summary>How many forms and ledgers were filled in.</summary>
    public required long Forms { get; init; }

    /// <summary>How many tasks there were.</summary>
    public required int Tasks { get; init; }

    /// <summary>Whether the share of time in visits reaches the goal; a line without work reaches it.</summary>
    public required bool ReachesGoal { get; init; }

    /// <summary>The hours of all work.</summary>
    public decimal Hours => Minutes / 60m;

    /// <summary>The share of time in visits, from 0 to 1, or null without work.</summary>
    public decimal? VisitShare => Minutes == 0 ? null : Activities.Where(a => a.Of == WorkActivity.Visit).Sum(a => a.Minutes) / (decimal)Minutes;
}

/// <summary>One part of a burden. A value; thread-safe.</summary>
/// <typeparam name="T">What the burden is parted by.</typeparam>
/// <param name="Of">The part.</param>
/// <param name="Tasks">How many tasks.</param>
/// <param name="Minutes">How long they took.</param>
public readonly record struct BurdenShare<T>(T Of, int Tasks, long Minutes)
    where T : struct, Enum;

/// <summary>How many tasks were refused for one reason. A value; thread-safe.</summary>
/// <param name="Reason">The code of the reason.</param>
/// <param name="Tasks">How many tasks had it; a task with several reasons counts for each.</param>
public readonly record struct RefusedCount(string Reason, int Tasks);
