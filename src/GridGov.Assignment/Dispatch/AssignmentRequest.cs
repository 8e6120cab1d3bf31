namespace GridGov.Assignment;

/// <summary>A case that needs somebody. A value; thread-safe.</summary>
/// <param name="At">The node of the grid tree where the matter is.</param>
/// <param name="Skills">What is needed; default for nothing in particular.</param>
/// <param name="Weight">How much capacity it takes, at least 1.</param>
public readonly record struct AssignmentRequest(GridHandle At, SkillSet Skills, int Weight = 1)
{
    /// <summary>Whether it may use what is reserved for urgent cases, and those who are on call.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>What most cases do not ask: preferences, exclusions, continuity, requirements that relax; or null.</summary>
    public RequestTerms? Terms { get; init; }
}

/// <summary>Who takes the case. A value; thread-safe.</summary>
/// <param name="Worker">
/// The position in <see cref="Roster.Workers"/> of the roster that decided, or −1 when nobody takes it.
/// </param>
/// <param name="Outcome">Why.</param>
public readonly record struct AssignmentDecision(int Worker, AssignmentOutcome Outcome)
{
    /// <summary>Whether somebody takes it.</summary>
    public bool IsAssigned => Worker >= 0;
}

/// <summary>What came of a request.</summary>
public enum AssignmentOutcome
{
    /// <summary>Nobody covers the place with the skills needed; waiting will not help.</summary>
    NobodyEligible = 0,

    /// <summary>Those who may take it are full or away; it waits.</summary>
    NobodyFree = 1,

    /// <summary>Somebody took it.</summary>
    Assigned = 2,

    /// <summary>The profile in force suspends this duty; it waits for another profile.</summary>
    Suspended = 3,
}
