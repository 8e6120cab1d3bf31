using System.Globalization;
using System.Text;

namespace GridGov.Assignment;

/// <summary>Why a worker was or was not chosen.</summary>
public enum CandidateVerdict
{
    /// <summary>Chosen.</summary>
    Chosen = 1,

    /// <summary>Could take it, but another comes first; <see cref="Candidate.DecidedBy"/> says by what.</summary>
    ComesLater = 2,

    /// <summary>Covers the place only from further up; somebody nearer takes it.</summary>
    FurtherUp = 3,

    /// <summary>Lacks a skill, a level or a language.</summary>
    LacksSkill = 4,

    /// <summary>Has too little room left.</summary>
    Full = 5,

    /// <summary>Had the skill, but the certificate does not count now.</summary>
    CertificateExpired = 6,

    /// <summary>On leave.</summary>
    OnLeave = 7,

    /// <summary>Off duty.</summary>
    OffDuty = 8,

    /// <summary>On call, so for urgent cases only.</summary>
    OnlyUrgent = 9,

    /// <summary>The room left is reserved for urgent cases.</summary>
    Reserved = 10,

    /// <summary>Excluded by name.</summary>
    Excluded = 11,

    /// <summary>Did something in the matter that must be kept apart from this.</summary>
    Separated = 12,

    /// <summary>Of another body than the one that is to take it.</summary>
    OtherBody = 13,

    /// <summary>Of another post or profession than may take it.</summary>
    OtherPost = 14,

    /// <summary>The case is still held for the preferred worker.</summary>
    HeldForPreferred = 15,
}

/// <summary>What two workers are compared by, most important first.</summary>
public enum Criterion
{
    /// <summary>The preferred worker comes before all.</summary>
    Preferred = 1,

    /// <summary>The nearest level of the grid tree.</summary>
    Level = 2,

    /// <summary>The post that the duty prefers.</summary>
    Post = 3,

    /// <summary>Who knows the matter already.</summary>
    Continuity = 4,

    /// <summary>The number of nice-to-have skills that are missing.</summary>
    NiceToHave = 5,

    /// <summary>What the policy looks at: for the least loaded, the ratio after taking.</summary>
    Policy = 6,

    /// <summary>The turn at which something was last taken.</summary>
    Idle = 7,

    /// <summary>The staff number.</summary>
    StaffNumber = 8,
}

/// <summary>One worker who covers the place. Immutable.</summary>
/// <param name="Worker">The staff number.</param>
/// <param name="Grid">The node through which the worker covers the place.</param>
/// <param name="Load">The weight held when it was decided.</param>
/// <param name="Capacity">The most that may be held.</param>
/// <param name="Verdict">Why chosen or not; of several obstacles the most lasting.</param>
public sealed record Candidate(ActorId Worker, GridCode Grid, int Load, int Capacity, CandidateVerdict Verdict)
{
    /// <summary>Every obstacle; empty for those who could take it.</summary>
    public ValueList<CandidateVerdict> Obstacles { get; init; }

    /// <summary>The place in the order of those who could take it, from 1; 0 for the others.</summary>
    public int Rank { get; init; }

    /// <summary>The value of each criterion that counts here; less comes first.</summary>
    public ValueList<CriterionValue> Criteria { get; init; }

    /// <summary>The first criterion in which this one falls behind the chosen one; null for the chosen one and those with an obstacle.</summary>
    public Criterion? DecidedBy { get; init; }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{(Verdict == CandidateVerdict.Chosen ? "→" : " ")} {Worker} at {Grid}, {Load}/{Capacity}: {Verdict}");
        if (Obstacles.Count > 1)
            text.Append(" (").AppendJoin(", ", Obstacles).Append(')');
        if (DecidedBy is { } by && by != Criterion.Level)
            text.Append(CultureInfo.InvariantCulture, $" by {by}");
        return text.ToString();
    }
}

/// <summary>The value of one criterion. Immutable; thread-safe.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Value">The value; less comes first.</param>
public readonly record struct CriterionValue(Criterion Criterion, double Value);

/// <summary>What alone would have given the case to somebody else. Immutable; thread-safe.</summary>
/// <param name="Worker">Who would have taken it.</param>
/// <param name="IfNot">The one obstacle that kept them from it. For <see cref="CandidateVerdict.Full"/>: if just enough had been taken off them.</param>
public sealed record Counterfactual(ActorId Worker, CandidateVerdict IfNot)
{
    /// <summary>One sentence.</summary>
    public override string ToString() => $"if it were not for {IfNot}, {Worker} would have taken it";
}

/// <summary>By how much the chosen one is ahead. Immutable; thread-safe.</summary>
/// <param name="Next">Who would take it if the chosen one could not.</param>
/// <param name="By">The criterion that decided.</param>
/// <param name="Value">How far the next one is behind in it.</param>
public sealed record WinningMargin(ActorId Next, Criterion By, double Value);

/// <summary>The whole reasoning of one decision, as a value that can be compared and serialised.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Candidates">Every worker who covers the place, nearest level first, then by id.</param>
public sealed record AssignmentExplanation(AssignmentDecision Decision, ValueList<Candidate> Candidates)
{
    /// <summary>The lead over the next; null when nobody or only one could take it.</summary>
    public WinningMargin? Margin { get; init; }

    /// <summary>What would have changed the answer, one obstacle at a time, best first.</summary>
    public ValueList<Counterfactual> Counterfactuals { get; init; }

    /// <summary>The outcome, a line per candidate, the margin, and what would have changed the answer.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(Decision.Outcome);
        foreach (var candidate in Candidates)
            text.Append('\n').Append(candidate);
        if (Margin is { } margin)
            text.Append(CultureInfo.InvariantCulture, $"\n  ahead of {margin.Next} by {margin.By}: {margin.Value:0.###}");
        foreach (var other in Counterfactuals)
            text.Append("\n  ").Append(other);
        return text.ToString();
    }
}
