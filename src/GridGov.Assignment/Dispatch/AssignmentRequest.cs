namespace GridGov.Assignment;

/// <summary>A case that needs somebody. A value; thread-safe.</summary>
/// <param name="At">The node of the grid tree where the matter is.</param>
/// <param name="Skills">What is needed; default for nothing in particular.</param>
/// <param name="Weight">How much capacity it takes, at least 1.</param>
public readonly record struct AssignmentRequest(GridHandle At, SkillSet Skills, int Weight = 1);

/// <summary>Who takes the case. A value; thread-safe.</summary>
/// <param name="Worker">The position in <see cref="Roster.Workers"/>, or −1 when nobody takes it.</param>
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

    /// <summary>Those who may take it are full; it waits.</summary>
    NobodyFree = 1,

    /// <summary>Somebody took it.</summary>
    Assigned = 2,
}
