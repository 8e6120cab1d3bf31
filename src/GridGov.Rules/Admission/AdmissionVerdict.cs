namespace GridGov.Rules;

/// <summary>The six answers that a duty list gives (准入结论).</summary>
public enum VerdictKind
{
    /// <summary>It may be handed down.</summary>
    Allowed = 1,

    /// <summary>It may be handed down until a day: a temporary item.</summary>
    AllowedUntil = 2,

    /// <summary>It is not on the list in force: a body must admit it first.</summary>
    NeedsAdmission = 3,

    /// <summary>It is on the list, but may be refused: a condition of the listing is not met.</summary>
    Refusable = 4,

    /// <summary>The list forbids it.</summary>
    Forbidden = 5,

    /// <summary>Another body does it.</summary>
    RouteTo = 6,
}

/// <summary>One answer of a duty list. A value; thread-safe; made without allocation when the answer is yes.</summary>
public readonly record struct AdmissionVerdict
{
    private AdmissionVerdict(VerdictKind kind, DateOnly? until, BodyId? body, Refusal? refusal)
    {
        Kind = kind;
        Until = until;
        Body = body;
        Refusal = refusal;
    }

    /// <summary>Which of the six answers it is.</summary>
    public VerdictKind Kind { get; }

    /// <summary>Whether the task may be handed down.</summary>
    public bool IsAllowed => Kind is VerdictKind.Allowed or VerdictKind.AllowedUntil;

    /// <summary>The last day, for <see cref="VerdictKind.AllowedUntil"/>.</summary>
    public DateOnly? Until { get; }

    /// <summary>
    /// The body to turn to: the one that admits, for <see cref="VerdictKind.NeedsAdmission"/>; the one that does it,
    /// for <see cref="VerdictKind.RouteTo"/>; else null.
    /// </summary>
    public BodyId? Body { get; }

    /// <summary>All reasons, the basis and the way out, or null when the answer is yes.</summary>
    public Refusal? Refusal { get; }

    internal static AdmissionVerdict Yes => new(VerdictKind.Allowed, null, null, null);

    internal static AdmissionVerdict YesUntil(DateOnly until) => new(VerdictKind.AllowedUntil, until, null, null);

    internal static AdmissionVerdict No(VerdictKind kind, Refusal refusal, BodyId? body = null) => new(kind, null, body, refusal);
}
