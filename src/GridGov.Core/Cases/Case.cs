namespace GridGov;

/// <summary>
/// A case (案件): the fold of its entries and nothing else. Immutable and thread-safe.
/// An open case always has one lead body and one step with a clock.
/// </summary>
public sealed partial record Case
{
    // What its first entry fixed, what its last entry says, whom it went through and which side roads it took: each is shared
    // with the case before where the entry did not touch it, since folding is the busiest path there is.
    private readonly CaseOrigin _origin;
    private readonly CaseEntry _last;
    private readonly CasePeople _people;
    private readonly CaseTurns _turns;

    private Case(CaseOrigin origin, CaseEntry opening)
    {
        _origin = origin;
        _last = opening;
        _people = CasePeople.None.After(opening, null);
        _turns = CaseTurns.None.After(opening);
        StepSince = ClockSince = opening.At;
        Outcome = opening.Facts?.Outcome;
        Keys = KeysAfter([], opening);
    }

    private Case(Case before, CaseEntry entry)
    {
        var (kind, facts) = (entry.Kind, entry.Facts);
        var stays = string.Equals(entry.From, entry.To, StringComparison.Ordinal);
        var runsOn = stays && EntryKinds.KeepsClock(kind);
        var isUndone = kind is EntryKind.Reworked or EntryKind.Reopened;
        _origin = entry.Lifecycle is { } lifecycle ? before._origin with { Lifecycle = lifecycle } : before._origin;
        _last = entry;
        HandledAt = kind == EntryKind.Handled ? entry.At : isUndone ? null : before.HandledAt;
        _people = before._people.After(entry, before.Handler);
        _turns = before._turns.After(entry);
        CheckedBy = CheckedByAfter(before.CheckedBy, entry);
        StepSince = stays ? before.StepSince : entry.At;
        ClockSince = runsOn ? before.ClockSince : entry.At;
        Outcome = isUndone ? null : facts?.Outcome ?? before.Outcome;
        Urgings = before.Urgings + (kind == EntryKind.Urged ? 1 : 0);
        StepWarned = runsOn ? before.StepWarned : 0;

        // What was told at 80 % of the old limit is told again of the new one.
        var isNewLimit = kind == EntryKind.Reopened || (kind == EntryKind.Extended && facts?.Limit is not null);
        CaseWarned = isNewLimit ? 0 : before.CaseWarned;
        if (facts is null)
        {
            Keys = before.Keys;
            return;
        }

        Keys = KeysAfter(before.Keys, entry);
        if (kind != EntryKind.Warned || facts.Share is not { } share)
            return;
        if (facts.Clock == CaseClock.Case)
            CaseWarned = Math.Max(CaseWarned, share);
        else if (runsOn && (facts.Clock is not null || facts.Body is null))
            StepWarned = Math.Max(StepWarned, share);
    }

    /// <summary>The case's number.</summary>
    public CaseId Id => _origin.Id;

    /// <summary>The report from which it was opened.</summary>
    public Report Report => _origin.Report;

    /// <summary>The lifecycle version that it runs under.</summary>
    public LifecycleVersion Lifecycle => _origin.Lifecycle;

    /// <summary>The step that it is in.</summary>
    public string Step => _last.To;

    /// <summary>Whether it has ended.</summary>
    public bool IsClosed => _last.Ends;

    /// <summary>The one body that answers for it.</summary>
    public BodyId Lead => _last.Lead;

    /// <summary>The body that took it up first (首接单位): the lead when it was first given a handler; null before.</summary>
    public BodyId? FirstLead => _people.FirstLead;

    /// <summary>Who handles it, or null while nobody does.</summary>
    public ActorId? Handler => _last.Handler;

    /// <summary>Everybody who has handled it so far, in order: none of them may verify, evaluate or close it.</summary>
    public ValueList<ActorId> HandledBy => _people.HandledBy;

    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedAt => _origin.OpenedAt;

    /// <summary>When it came into the step that it is in.</summary>
    public DateTimeOffset StepSince { get; }

    /// <summary>When its last entry happened: nothing may be dated before it.</summary>
    public DateTimeOffset LastAt => _last.At;

    /// <summary>When the step is due, or null at an end.</summary>
    public DateTimeOffset? StepDue => _last.StepDue;

    /// <summary>When the handling is due.</summary>
    public DateTimeOffset? CaseDue => _last.CaseDue;

    /// <summary>How often it was urged, over all steps.</summary>
    public int Urgings { get; }

    /// <summary>The number of its last entry: the version at which the next one is appended.</summary>
    public int Version => _last.Number;

    /// <summary>The hash of its last entry.</summary>
    public Hash256 Head => _last.Hash;

    /// <summary>The case as its entries tell it.</summary>
    /// <param name="entries">All entries of one case, in order.</param>
    /// <exception cref="ArgumentException">There is no entry, or they do not follow one another.</exception>
    public static Case From(IEnumerable<CaseEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        Case? result = null;
        foreach (var entry in entries)
            result = Apply(result, entry);
        return result ?? throw new ArgumentException("A case has at least the entry that opened it.", nameof(entries));
    }

    /// <summary>The case after one more entry.</summary>
    /// <param name="case">The case before, or null for the first entry.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="ArgumentException">The entry does not follow.</exception>
    public static Case Apply(Case? @case, CaseEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (@case is null)
            return Open(entry);
        if (entry.Case != @case.Id || entry.Number != @case.Version + 1 || entry.Kind == EntryKind.Opened)
            throw new ArgumentException($"Entry {entry.Number} of case {entry.Case} does not follow version {@case.Version} of case {@case.Id}.", nameof(entry));
        if (!string.Equals(entry.From, @case.Step, StringComparison.Ordinal))
            throw new ArgumentException($"Entry {entry.Number} of case {entry.Case} leaves the step {entry.From}, but the case is in {@case.Step}.", nameof(entry));
        return new(@case, entry);
    }

    private static Case Open(CaseEntry entry)
    {
        if (entry is not { Kind: EntryKind.Opened, Number: 1, Report: { } report, Lifecycle: { } lifecycle })
            throw new ArgumentException($"Entry {entry.Number} of case {entry.Case} does not open it.", nameof(entry));
        return new(new CaseOrigin(entry.Case, report, entry.At, entry.Facts?.Limit, lifecycle), entry);
    }

    private ValueList<ActorId> CheckedByAfter(ValueList<ActorId> checkers, CaseEntry entry) =>
        HandledAt is not null && entry is { Kind: EntryKind.Moved, By.Role: Role.Verifier or Role.Collector } && !checkers.Contains(entry.By.Id)
            ? checkers.Add(entry.By.Id)
            : checkers;

    private static ValueList<CommandKey> KeysAfter(ValueList<CommandKey> keys, CaseEntry entry) =>
        entry.Facts?.Key is { } key ? keys.Add(new(key, entry.Number)) : keys;
}
