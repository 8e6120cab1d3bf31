namespace GridGov;

/// <summary>
/// What a command brings and an entry keeps besides who, when and where to. Immutable and thread-safe; compared by
/// value. Every field is optional; what a transition asks for is in its definition.
/// </summary>
public sealed record CaseFacts
{
    /// <summary>The key by which a repeated command is recognised, or null; never personal data.</summary>
    public string? Key { get; init; }

    /// <summary>How the case came out.</summary>
    public CaseOutcome? Outcome { get; init; }

    /// <summary>What the reporter answered.</summary>
    public Satisfaction? Answer { get; init; }

    /// <summary>Another body than the lead: the right one of a return, the one called, the one whose matter it is.</summary>
    public BodyId? Body { get; init; }

    /// <summary>Another person than the actor: the one who steps aside, the head of a level who is told.</summary>
    public ActorId? Person { get; init; }

    /// <summary>Another case: the head of a set of duplicates.</summary>
    public CaseId? Related { get; init; }

    /// <summary>Until when: the end of a suspension, by when a called body reports in.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>A limit: of the case when it is opened, of one extension when it is extended.</summary>
    public TimeLimit? Limit { get; init; }

    /// <summary>The level of the chain of responsibility that was told or called in.</summary>
    public ResponsibilityLevel? Level { get; init; }

    /// <summary>The clock that a warning is about.</summary>
    public CaseClock? Clock { get; init; }

    /// <summary>The share of the limit at which a warning was given, in percent.</summary>
    public int? Share { get; init; }

    /// <summary>By whose decision a rule was set aside: an office and a document number (依据), never a person.</summary>
    public string? Authority { get; init; }

    /// <summary>The evidence.</summary>
    public ValueList<Evidence> Evidence { get; init; }

    /// <summary>Whether nothing is set.</summary>
    public bool IsEmpty => this == None;

    internal static CaseFacts None { get; } = new();
}
