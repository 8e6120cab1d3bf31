namespace GridGov.Assignment;

/// <summary>A case that goes from one worker to another.</summary>
/// <param name="Case">The number of the case.</param>
/// <param name="From">The worker before, or <see cref="TransportationPlan.Nobody"/>.</param>
/// <param name="To">The worker after, or <see cref="TransportationPlan.Nobody"/>.</param>
public readonly record struct LiveMove(int Case, int From, int To);

/// <summary>What a change of a live plan did. Immutable and thread-safe.</summary>
public sealed record LiveChange
{
    /// <summary>The number of the case or worker that was changed or added.</summary>
    public required int Subject { get; init; }

    /// <summary>Whether the change was made; if not, the plan is as before and <see cref="Shortage"/> says why.</summary>
    public bool IsDone => Shortage is null;

    /// <summary>Every case that has another worker now than before, by its number; one that came or went included.</summary>
    public required ValueList<LiveMove> Moves { get; init; }

    /// <summary>By how much the total cost changed.</summary>
    public required long CostChange { get; init; }

    /// <summary>Why the change cannot be: no plan would keep all rules. Null where it was made. It counts cases that were removed as none.</summary>
    public PlanShortage? Shortage { get; init; }
}
