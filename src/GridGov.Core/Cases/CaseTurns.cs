namespace GridGov;

/// <summary>
/// The side roads that a case has taken. Most cases take none and share one value, so that folding a plain case copies
/// nothing of it. Immutable.
/// </summary>
internal sealed record CaseTurns
{
    public static CaseTurns None { get; } = new();

    public CaseOutcome? Outcome { get; init; }

    public Satisfaction? Answer { get; init; }

    public ValueList<TimeLimit> ExtendedBy { get; init; }

    public int Suspensions { get; init; }

    public PauseSet Pauses { get; init; } = PauseSet.None;

    public DateTimeOffset? SuspendedUntil { get; init; }

    public ValueList<BodyId> ReturnedBy { get; init; }

    public bool IsAdjudicated { get; init; }

    public BodyId? RightBody { get; init; }

    public ActorId? AssignedBy { get; init; }

    public ValueList<ActorId> CheckedBy { get; init; }

    public DateTimeOffset? RespondedAt { get; init; }

    public ValueList<SupportingBody> Supporters { get; init; }

    public ValueList<ActorId> Recused { get; init; }

    public CaseId? DuplicateOf { get; init; }

    public int Reworks { get; init; }

    public int Reopenings { get; init; }

    public int Answers { get; init; }

    public int Unreached { get; init; }

    public DateTimeOffset? HandledAt { get; init; }

    public DateTimeOffset? ReopenedAt { get; init; }

    public int StepWarned { get; init; }

    public int CaseWarned { get; init; }

    public ResponsibilityLevel? EscalatedTo { get; init; }

    public ValueList<EvidenceKind> EvidenceKinds { get; init; }

    public ValueList<CommandKey> Keys { get; init; }

    public CaseTurns After(CaseEntry entry, ActorId? handler)
    {
        var turns = this;
        if (entry.Facts is { } facts)
            turns = turns.With(facts, entry);
        turns = turns.Fold(entry).WithPeople(entry, handler);
        var runsOn = EntryKinds.KeepsClock(entry.Kind) && string.Equals(entry.From, entry.To, StringComparison.Ordinal);
        return runsOn || turns.StepWarned == 0 ? turns : turns with { StepWarned = 0 };
    }

    private CaseTurns With(CaseFacts facts, CaseEntry entry)
    {
        var turns = this;
        if (facts.Outcome is { } outcome)
            turns = turns with { Outcome = outcome };
        if (facts.Answer is { } answer)
            turns = turns with { Answer = answer, Answers = turns.Answers + 1, Unreached = answer == Satisfaction.NotReached ? turns.Unreached + 1 : 0 };
        if (facts.Key is { } key)
            turns = turns with { Keys = turns.Keys.Add(new(key, entry.Number)) };
        foreach (var evidence in facts.Evidence)
        {
            if (!turns.EvidenceKinds.Contains(evidence.Kind))
                turns = turns with { EvidenceKinds = turns.EvidenceKinds.Add(evidence.Kind) };
        }

        return turns;
    }

    private CaseTurns Fold(CaseEntry entry) => entry.Kind switch
    {
        EntryKind.Warned when entry.Facts is { Clock: null, Body: not null } =>
            this with { Supporters = Support(entry, static (s, at) => s with { RemindedAt = s.RemindedAt ?? at }) },
        EntryKind.Warned when entry.Facts is { Clock: CaseClock.Case, Share: { } share } => this with { CaseWarned = Math.Max(CaseWarned, share) },
        EntryKind.Warned when entry.Facts is { Share: { } share } => this with { StepWarned = Math.Max(StepWarned, share) },
        // What was told at 80 % of the old limit is told again of the new one.
        EntryKind.Extended when entry.Facts is { Limit: { } limit } => this with { ExtendedBy = ExtendedBy.Add(limit), CaseWarned = 0 },
        EntryKind.Suspended => this with
        {
            Suspensions = Suspensions + 1,
            SuspendedUntil = entry.Facts?.Until ?? entry.StepDue,
            Pauses = Pauses.With(new(entry.At, null)),
        },
        EntryKind.Resumed => this with { SuspendedUntil = null, Pauses = Pauses.EndedAt(entry.At) },
        EntryKind.Escalated when entry.Facts is { Level: { } level } => this with { EscalatedTo = level },
        EntryKind.Returned => this with { ReturnedBy = ReturnedBy.Add(entry.By.Body), RightBody = entry.Facts?.Body },
        EntryKind.Adjudicated => this with { IsAdjudicated = true, RightBody = entry.Facts?.Body ?? RightBody },
        EntryKind.Called when entry.Facts is { Body: { } body } facts => this with { Supporters = Supporters.Add(new(body, entry.At, facts.Until)) },
        EntryKind.ReportedIn => this with { Supporters = Support(entry, static (s, at) => s.ReportedInAt is null ? s with { ReportedInAt = at } : s) },
        EntryKind.PartDone => this with { Supporters = Support(entry, static (s, at) => s with { ReportedInAt = s.ReportedInAt ?? at, DoneAt = at }) },
        EntryKind.Recused when (entry.Facts?.Person ?? entry.By.Id) is var person && !Recused.Contains(person) => this with { Recused = Recused.Add(person) },
        EntryKind.Linked => this with { DuplicateOf = entry.Facts?.Related },
        EntryKind.Handled => this with { HandledAt = entry.At },
        EntryKind.Responded => this with { RespondedAt = RespondedAt ?? entry.At },
        EntryKind.Reworked => this with { Reworks = Reworks + 1, HandledAt = null, Outcome = null, EvidenceKinds = StillShown },
        EntryKind.Reopened => this with
        {
            Reopenings = Reopenings + 1,
            ReopenedAt = entry.At,
            HandledAt = null,
            Outcome = null,
            ExtendedBy = [],
            CaseWarned = 0,
            EvidenceKinds = StillShown,
            Unreached = 0,
            RespondedAt = null,
            EscalatedTo = null,
        },
        _ => this,
    };

    // A dispatcher is remembered, so that a return comes back to somebody; whoever checked a result, so that somebody else closes.
    private CaseTurns WithPeople(CaseEntry entry, ActorId? handler)
    {
        var turns = this;
        if (entry is { By.Role: Role.Dispatcher, Handler: not null } && entry.Handler != handler)
            turns = turns with { AssignedBy = entry.By.Id };
        if (turns.HandledAt is not null && entry.By.Role is Role.Verifier or Role.Collector
            && entry.Kind == EntryKind.Moved && !turns.CheckedBy.Contains(entry.By.Id))
        {
            turns = turns with { CheckedBy = turns.CheckedBy.Add(entry.By.Id) };
        }

        return turns;
    }

    // A result that did not hold is not shown by its old pictures and replies.
    private ValueList<EvidenceKind> StillShown => ValueList.From(EvidenceKinds.AsEnumerable().Where(
        k => k is not (EvidenceKind.PhotoAfter or EvidenceKind.PhotoCheck or EvidenceKind.Reply)));

    // Of the body named, or else of the actor's own.
    private ValueList<SupportingBody> Support(CaseEntry entry, Func<SupportingBody, DateTimeOffset, SupportingBody> change)
    {
        var body = entry.Facts?.Body ?? entry.By.Body;
        return ValueList.From(Supporters.AsEnumerable().Select(s => s.Body == body && !s.IsDone ? change(s, entry.At) : s));
    }
}

/// <summary>The key of a command and the entry that it became. A value; thread-safe.</summary>
/// <param name="Key">The key.</param>
/// <param name="Number">The number of the entry within its case.</param>
public readonly record struct CommandKey(string Key, int Number);
