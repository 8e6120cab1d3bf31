using System.Diagnostics.CodeAnalysis;

namespace GridGov;

/// <summary>
/// A case (案件): the fold of its entries and nothing else. Immutable and thread-safe.
/// An open case always has one lead body and one step with a clock.
/// </summary>
public sealed partial record Case
{
    private Case()
    {
    }

    // Every property once: a copy with changes would write most of them twice, on the busiest path there is.
    [SetsRequiredMembers]
    private Case(Case before, CaseEntry entry)
    {
        var stays = string.Equals(entry.From, entry.To, StringComparison.Ordinal);
        Id = before.Id;
        Report = before.Report;
        Lifecycle = entry.Lifecycle ?? before.Lifecycle;
        Step = entry.To;
        IsClosed = entry.Ends;
        Lead = entry.Lead;
        Handler = entry.Handler;
        HandledBy = WithHandlers(before.HandledBy, entry);
        HandlingBodies = WithBodies(before.HandlingBodies, entry);
        OpenedAt = before.OpenedAt;
        StepSince = stays ? before.StepSince : entry.At;
        ClockSince = stays && EntryKinds.KeepsClock(entry.Kind) ? before.ClockSince : entry.At;
        LastAt = entry.At;
        StepDue = entry.StepDue;
        CaseDue = entry.CaseDue;
        Limit = before.Limit;
        Urgings = before.Urgings + (entry.Kind == EntryKind.Urged ? 1 : 0);
        Turns = before.Turns.After(entry);
        Version = entry.Number;
        Head = entry.Hash;
    }

    /// <summary>The case's number.</summary>
    public required CaseId Id { get; init; }

    /// <summary>The report from which it was opened.</summary>
    public required Report Report { get; init; }

    /// <summary>The lifecycle version that it runs under.</summary>
    public required LifecycleVersion Lifecycle { get; init; }

    /// <summary>The step that it is in.</summary>
    public required string Step { get; init; }

    /// <summary>Whether it has ended.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The one body that answers for it.</summary>
    public required BodyId Lead { get; init; }

    /// <summary>Who handles it, or null while nobody does.</summary>
    public ActorId? Handler { get; init; }

    /// <summary>Everybody who has handled it so far, in order: none of them may verify, evaluate or close it.</summary>
    public ValueList<ActorId> HandledBy { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it came into the step that it is in.</summary>
    public required DateTimeOffset StepSince { get; init; }

    /// <summary>When its last entry happened: nothing may be dated before it.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>When the step is due, or null at an end.</summary>
    public DateTimeOffset? StepDue { get; init; }

    /// <summary>When the handling is due.</summary>
    public DateTimeOffset? CaseDue { get; init; }

    /// <summary>How often it was urged, over all steps.</summary>
    public int Urgings { get; init; }

    /// <summary>The number of its last entry: the version at which the next one is appended.</summary>
    public required int Version { get; init; }

    /// <summary>The hash of its last entry.</summary>
    public required Hash256 Head { get; init; }

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
        return new()
        {
            Id = entry.Case,
            Report = report,
            Lifecycle = lifecycle,
            Step = entry.To,
            IsClosed = entry.Ends,
            Lead = entry.Lead,
            Handler = entry.Handler,
            HandledBy = WithHandlers([], entry),
            HandlingBodies = WithBodies([], entry),
            OpenedAt = entry.At,
            StepSince = entry.At,
            ClockSince = entry.At,
            Limit = entry.Facts?.Limit,
            Turns = CaseTurns.None.After(entry),
            LastAt = entry.At,
            StepDue = entry.StepDue,
            CaseDue = entry.CaseDue,
            Version = 1,
            Head = entry.Hash,
        };
    }

    private static ValueList<BodyId> WithBodies(ValueList<BodyId> bodies, CaseEntry entry)
    {
        if (entry.Handler is not null && !bodies.Contains(entry.Lead))
            bodies = bodies.Add(entry.Lead);
        if (entry.By.Role == Role.Handler && entry.By.Body != default && !bodies.Contains(entry.By.Body))
            bodies = bodies.Add(entry.By.Body);
        return bodies;
    }

    private static ValueList<ActorId> WithHandlers(ValueList<ActorId> handlers, CaseEntry entry)
    {
        if (entry.Handler is { } handler && !handlers.Contains(handler))
            handlers = handlers.Add(handler);
        if (entry.By.Role == Role.Handler && !handlers.Contains(entry.By.Id))
            handlers = handlers.Add(entry.By.Id);
        return handlers;
    }
}
