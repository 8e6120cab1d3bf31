namespace GridGov.Assignment;

/// <summary>
/// How the choice falls among those who are equal by level, preference, post, continuity and nice-to-have skills.
/// Immutable and thread-safe; an own scorer must be thread-safe too.
/// </summary>
/// <remarks>Whatever is still equal goes to whoever was given something longest ago, then to the first by staff number.</remarks>
public sealed class DispatchPolicy
{
    private DispatchPolicy(DispatchPolicyKind kind, WorkerScorer? scorer = null) => (Kind, Scorer) = (kind, scorer);

    /// <summary>The lowest ratio of load to capacity after taking it. The default: large and small desks fill evenly.</summary>
    public static DispatchPolicy LeastLoaded { get; } = new(DispatchPolicyKind.LeastLoaded);

    /// <summary>Whoever was given something longest ago, whatever they hold: even numbers of cases a head.</summary>
    public static DispatchPolicy LongestIdle { get; } = new(DispatchPolicyKind.LongestIdle);

    /// <summary>By staff number, in turn, from the one after whoever was last at the node.</summary>
    public static DispatchPolicy RoundRobin { get; } = new(DispatchPolicyKind.RoundRobin);

    /// <summary>The highest <see cref="Worker.Score"/>: the best until they are full.</summary>
    public static DispatchPolicy BestScore { get; } = new(DispatchPolicyKind.BestScore);

    /// <summary>Which of the policies it is.</summary>
    public DispatchPolicyKind Kind { get; }

    internal WorkerScorer? Scorer { get; }

    /// <summary>A policy of one's own: the highest score.</summary>
    /// <param name="scorer">A pure function; it is called for every eligible worker, by any thread.</param>
    public static DispatchPolicy By(WorkerScorer scorer)
    {
        ArgumentNullException.ThrowIfNull(scorer);
        return new(DispatchPolicyKind.Own, scorer);
    }
}

/// <summary>The policies.</summary>
public enum DispatchPolicyKind
{
    /// <summary><see cref="DispatchPolicy.LeastLoaded"/>.</summary>
    LeastLoaded,

    /// <summary><see cref="DispatchPolicy.LongestIdle"/>.</summary>
    LongestIdle,

    /// <summary><see cref="DispatchPolicy.RoundRobin"/>.</summary>
    RoundRobin,

    /// <summary><see cref="DispatchPolicy.BestScore"/>.</summary>
    BestScore,

    /// <summary><see cref="DispatchPolicy.By"/>.</summary>
    Own,
}

/// <summary>Scores a worker for a case; the highest takes it. Not a number counts as the lowest.</summary>
/// <param name="standing">The worker now.</param>
/// <param name="request">The case.</param>
public delegate double WorkerScorer(in WorkerStanding standing, in AssignmentRequest request);

/// <summary>A worker as a scorer sees them. A value.</summary>
/// <param name="Worker">The row of the roster.</param>
/// <param name="Load">The weight held.</param>
/// <param name="Limit">The most that may be held for such a case now.</param>
public readonly record struct WorkerStanding(Worker Worker, int Load, int Limit);
