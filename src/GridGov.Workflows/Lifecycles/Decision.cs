namespace GridGov.Workflows;

/// <summary>
/// What a lifecycle answers to a command: the transition to take, or a refusal. A value; thread-safe; made without
/// allocation when the answer is yes.
/// </summary>
public readonly struct Decision
{
    private readonly FrozenWay? _way;
    private readonly Case? _case;
    private readonly CaseCommand _command;
    private readonly DecisionContext _context;

    internal Decision(Refusal refusal) => Refusal = refusal;

    internal Decision(FrozenWay way, Case @case, in CaseCommand command, in DecisionContext context)
    {
        _way = way;
        _case = @case;
        _command = command;
        _context = context;
    }

    /// <summary>Every condition that is not met, or null when the answer is yes.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether the answer is yes.</summary>
    public bool IsAllowed => _way is not null;

    /// <summary>The transition to take, or null when refused.</summary>
    public TransitionDefinition? Transition => _way?.Transition;

    /// <summary>The step after, or null when refused.</summary>
    public string? To => _way?.To.Id;

    /// <summary>When the step after is due; null at an end. Worked out by the calendar at every call.</summary>
    public DateTimeOffset? StepDue => _way is null
        ? null
        : CaseClocks.StepDueAfter(_way, _case!, _command, CaseDue, _context.Now, _context.Calendar);

    /// <summary>When the handling is due; null while its clock stands. Worked out by the calendar at every call.</summary>
    public DateTimeOffset? CaseDue => _way is null
        ? null
        : CaseClocks.CaseDueAfter(_way, _case!, _command, _context.Now, _context.Calendar);

    /// <summary>Whether the case ends with it.</summary>
    public bool Ends => _way is { To.IsEnd: true };

    /// <summary>The entry that records the transition, sealed onto the case's chain.</summary>
    /// <exception cref="RefusedException">The answer was no.</exception>
    public CaseEntry ToEntry()
    {
        if (_way is null || _case is null)
            throw new RefusedException(Refusal);
        var transition = _way.Transition;
        var caseDue = CaseDue;
        return CaseChain.Seal(
            new()
            {
                Case = _case.Id,
                Number = _case.Version + 1,
                At = _context.Now,
                Kind = transition.Records,
                By = _command.By,
                Trigger = transition.Trigger,
                From = _case.Step,
                To = _way.To.Id,
                Ends = Ends,
                Lead = transition.AssignsHandler && _command.Lead is { } lead && lead != default ? lead : _case.Lead,
                Handler = transition.AssignsHandler ? _command.Handler : transition.ReleasesHandler ? null : _case.Handler,
                StepDue = CaseClocks.StepDueAfter(_way, _case, _command, caseDue, _context.Now, _context.Calendar),
                CaseDue = caseDue,
                Note = _command.Note,
                Facts = FactsOf(transition, _case, _command),
            },
            _case.Head);
    }

    // An extension is one more of the original limit (延期: 每次延长一个原时限), unless the command names another.
    private static CaseFacts? FactsOf(TransitionDefinition transition, Case @case, in CaseCommand command) =>
        transition.Records == EntryKind.Extended && command.Facts?.Limit is null
            ? (command.Facts ?? new()) with { Limit = @case.Limit }
            : command.Facts;
}
