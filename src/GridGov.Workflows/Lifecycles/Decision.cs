namespace GridGov.Workflows;

/// <summary>
/// What a lifecycle answers to a command: the transition to take, or a refusal. A value; thread-safe; made without
/// allocation when the answer is yes.
/// </summary>
public readonly struct Decision
{
    private readonly Case? _case;
    private readonly CaseCommand _command;
    private readonly DateTimeOffset _now;

    internal Decision(Refusal refusal) => Refusal = refusal;

    internal Decision(
        Case @case, in CaseCommand command, TransitionDefinition transition, string to, bool ends, DateTimeOffset now,
        DateTimeOffset? stepDue, DateTimeOffset? caseDue)
    {
        _case = @case;
        _command = command;
        _now = now;
        Transition = transition;
        To = to;
        StepDue = stepDue;
        CaseDue = caseDue;
        Ends = ends;
    }

    /// <summary>Every condition that is not met, or null when the answer is yes.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether the answer is yes.</summary>
    public bool IsAllowed => Transition is not null;

    /// <summary>The transition to take, or null when refused.</summary>
    public TransitionDefinition? Transition { get; }

    /// <summary>The step after, or null when refused.</summary>
    public string? To { get; }

    /// <summary>When the step after is due; null at an end.</summary>
    public DateTimeOffset? StepDue { get; }

    /// <summary>When the handling is due; null while its clock stands.</summary>
    public DateTimeOffset? CaseDue { get; }

    /// <summary>Whether the case ends with it.</summary>
    public bool Ends { get; }

    /// <summary>The entry that records the transition, sealed onto the case's chain.</summary>
    /// <exception cref="RefusedException">The answer was no.</exception>
    public CaseEntry ToEntry()
    {
        var entry = ToUnsealedEntry();
        return CaseChain.SealNew(entry, _case!.Head);
    }

    /// <summary>The same entry without its hashes, for a store of yours that seals what it takes, or keeps no chain.</summary>
    /// <exception cref="RefusedException">The answer was no.</exception>
    public CaseEntry ToUnsealedEntry()
    {
        if (Transition is null || _case is null)
            throw new RefusedException(Refusal);
        return new()
        {
            Case = _case.Id,
            Number = _case.Version + 1,
            At = _now,
            Kind = Transition.Records,
            By = _command.By,
            Trigger = Transition.Trigger,
            From = _case.Step,
            To = To!,
            Ends = Ends,
            Lead = Transition.AssignsHandler && _command.Lead is { } lead && lead != default ? lead : _case.Lead,
            Handler = Transition.AssignsHandler ? _command.Handler : Transition.ReleasesHandler ? null : _case.Handler,
            StepDue = StepDue,
            CaseDue = CaseDue,
            Note = _command.Note,
            Facts = FactsOf(Transition, _case, _command),
        };
    }

    // An extension is one more of the original limit (延期: 每次延长一个原时限), unless the command names another.
    private static CaseFacts? FactsOf(TransitionDefinition transition, Case @case, in CaseCommand command) =>
        transition.Records == EntryKind.Extended && command.Facts?.Limit is null
            ? (command.Facts ?? new()) with { Limit = @case.Limit }
            : command.Facts;
}
