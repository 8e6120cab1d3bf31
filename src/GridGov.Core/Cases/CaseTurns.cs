namespace GridGov;

/// <summary>
/// The side roads that a case has taken. Most cases take none and share one value, so that folding a plain case copies
/// nothing of it. Immutable once it is handed on.
/// </summary>
internal sealed record CaseTurns
{
    public static CaseTurns None { get; } = new();

    public Satisfaction? Answer { get; private set; }

    public ValueList<TimeLimit> ExtendedBy { get; private set; }

    public int Suspensions { get; private set; }

    public PauseSet Pauses { get; private set; } = PauseSet.None;

    public DateTimeOffset? SuspendedUntil { get; private set; }

    public ValueList<BodyId> ReturnedBy { get; private set; }

    public bool IsAdjudicated { get; private set; }

    public BodyId? RightBody { get; private set; }

    public DateTimeOffset? RespondedAt { get; private set; }

    public ValueList<SupportingBody> Supporters { get; private set; }

    public ValueList<ActorId> Recused { get; private set; }

    public CaseId? DuplicateOf { get; private set; }

    public int Reworks { get; private set; }

    public int Reopenings { get; private set; }

    public int Answers { get; private set; }

    public int Unreached { get; private set; }

    public DateTimeOffset? ReopenedAt { get; private set; }

    public ResponsibilityLevel? EscalatedTo { get; private set; }

    public ValueList<EvidenceKind> EvidenceKinds { get; private set; }

    /// <summary>The side roads after one more entry: the same object where it takes none.</summary>
    public CaseTurns After(CaseEntry entry)
    {
        if (!IsTurn(entry))
            return this;
        var after = this with { };
        if (entry.Facts is { } facts)
            after.Keep(facts);
        after.Turn(entry);
        return after;
    }

    private static bool IsTurn(CaseEntry entry) => entry.Kind switch
    {
        EntryKind.Opened or EntryKind.Moved or EntryKind.Urged or EntryKind.Noted or EntryKind.Handled or EntryKind.Migrated => false,
        EntryKind.Warned => entry.Facts is { Clock: null, Body: not null },
        _ => true,
    }
    || entry.Facts is { } facts && (facts.Answer is not null || !facts.Evidence.IsEmpty);

    private void Keep(CaseFacts facts)
    {
        if (facts.Answer is { } answer)
        {
            Answer = answer;
            Answers++;
            Unreached = answer == Satisfaction.NotReached ? Unreached + 1 : 0;
        }

        foreach (var evidence in facts.Evidence)
        {
            if (!EvidenceKinds.Contains(evidence.Kind))
                EvidenceKinds = EvidenceKinds.Add(evidence.Kind);
        }
    }

    private void Turn(CaseEntry entry)
    {
        var facts = entry.Facts;
        switch (entry.Kind)
        {
            case EntryKind.Warned when facts is { Clock: null, Body: not null }:
                Support(entry, static (s, at) => s with { RemindedAt = s.RemindedAt ?? at });
                break;
            case EntryKind.Extended when facts?.Limit is { } limit:
                ExtendedBy = ExtendedBy.Add(limit);
                break;
            case EntryKind.Suspended:
                Suspensions++;
                SuspendedUntil = facts?.Until ?? entry.StepDue;
                Pauses = Pauses.With(new(entry.At, null));
                break;
            case EntryKind.Resumed:
                SuspendedUntil = null;
                Pauses = Pauses.EndedAt(entry.At);
                break;
            case EntryKind.Escalated when facts?.Level is { } level:
                EscalatedTo = level;
                break;
            case EntryKind.Returned:
                ReturnedBy = ReturnedBy.Add(entry.By.Body);
                RightBody = facts?.Body;
                break;
            case EntryKind.Adjudicated:
                IsAdjudicated = true;
                RightBody = facts?.Body ?? RightBody;
                break;
            case EntryKind.Called when facts?.Body is { } body:
                Supporters = Supporters.Add(new(body, entry.At, facts.Until));
                break;
            case EntryKind.ReportedIn:
                Support(entry, static (s, at) => s.ReportedInAt is null ? s with { ReportedInAt = at } : s);
                break;
            case EntryKind.PartDone:
                Support(entry, static (s, at) => s with { ReportedInAt = s.ReportedInAt ?? at, DoneAt = at });
                break;
            case EntryKind.Recused when (facts?.Person ?? entry.By.Id) is var person && !Recused.Contains(person):
                Recused = Recused.Add(person);
                break;
            case EntryKind.Linked:
                DuplicateOf = facts?.Related;
                break;
            case EntryKind.Responded:
                RespondedAt ??= entry.At;
                break;
            case EntryKind.Reworked:
                Reworks++;
                ForgetResult();
                break;
            case EntryKind.Reopened:
                Reopenings++;
                ReopenedAt = entry.At;
                ExtendedBy = [];
                Unreached = 0;
                RespondedAt = null;
                EscalatedTo = null;
                ForgetResult();
                break;
            default:
                break;
        }
    }

    // A result that did not hold is not shown by its old pictures and replies.
    private void ForgetResult() => EvidenceKinds = ValueList.From(EvidenceKinds.AsEnumerable().Where(
        k => k is not (EvidenceKind.PhotoAfter or EvidenceKind.PhotoCheck or EvidenceKind.Reply)));

    // Of the body named, or else of the actor's own.
    private void Support(CaseEntry entry, Func<SupportingBody, DateTimeOffset, SupportingBody> change)
    {
        var body = entry.Facts?.Body ?? entry.By.Body;
        Supporters = ValueList.From(Supporters.AsEnumerable().Select(s => s.Body == body && !s.IsDone ? change(s, entry.At) : s));
    }
}

/// <summary>The key of a command and the entry that it became. A value; thread-safe.</summary>
/// <param name="Key">The key.</param>
/// <param name="Number">The number of the entry within its case.</param>
public readonly record struct CommandKey(string Key, int Number);
