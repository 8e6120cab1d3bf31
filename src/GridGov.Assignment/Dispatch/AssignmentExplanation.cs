namespace GridGov.Assignment;

/// <summary>Why a worker was or was not chosen.</summary>
public enum CandidateVerdict
{
    /// <summary>Chosen.</summary>
    Chosen = 1,

    /// <summary>Could take it, but another comes first: a lower load ratio, or idle for longer, or first by id.</summary>
    ComesLater = 2,

    /// <summary>Covers the place only from further up; somebody nearer takes it.</summary>
    FurtherUp = 3,

    /// <summary>Lacks a skill.</summary>
    LacksSkill = 4,

    /// <summary>Has too little room left.</summary>
    Full = 5,
}

/// <summary>One worker who covers the place. Immutable.</summary>
/// <param name="Worker">The staff number.</param>
/// <param name="Grid">The node through which the worker covers the place.</param>
/// <param name="Load">The weight held when it was decided.</param>
/// <param name="Capacity">The most that may be held.</param>
/// <param name="Verdict">Why chosen or not.</param>
public sealed record Candidate(ActorId Worker, GridCode Grid, int Load, int Capacity, CandidateVerdict Verdict);

/// <summary>The whole reasoning of one decision, as a value that can be compared and serialised.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Candidates">Every worker who covers the place, nearest level first, then by id.</param>
public sealed record AssignmentExplanation(AssignmentDecision Decision, ValueList<Candidate> Candidates)
{
    /// <summary>One line per candidate.</summary>
    public override string ToString() => string.Join('\n', Candidates.Select(c =>
        $"{(c.Verdict == CandidateVerdict.Chosen ? "→" : " ")} {c.Worker} at {c.Grid}, {c.Load}/{c.Capacity}: {c.Verdict}").Prepend(Decision.Outcome.ToString()));
}
