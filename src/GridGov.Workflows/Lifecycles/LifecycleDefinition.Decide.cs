namespace GridGov.Workflows;

/// <content>Opening and deciding: pure, thread-safe, and without allocation when the answer is yes.</content>
public sealed partial class LifecycleDefinition
{
    /// <summary>The entry that opens a case, sealed as the first of its chain.</summary>
    /// <param name="id">The case's number.</param>
    /// <param name="report">The report.</param>
    /// <param name="by">Who opens it.</param>
    /// <param name="lead">The body that answers for it until it is handed on.</param>
    /// <param name="limit">How long the handling may take, counted from the report.</param>
    /// <param name="context">Time and calendar.</param>
    /// <param name="facts">What else is kept, or null; its limit is the case's.</param>
    public CaseEntry Open(
        CaseId id, Report report, Actor by, BodyId lead, TimeLimit limit, in DecisionContext context, CaseFacts? facts = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (lead == default)
            throw new ArgumentException("An open case always has a lead body; name one.", nameof(lead));
        var caseDue = context.Calendar.Add(report.At, limit);
        return CaseChain.SealNew(
            new()
            {
                Case = id,
                Number = 1,
                At = context.Now,
                Kind = EntryKind.Opened,
                By = by,
                Trigger = "open",
                From = string.Empty,
                To = Initial.Id,
                Lead = lead,
                StepDue = DueOf(Initial.Limit, context.Now, PauseSet.None, caseDue, context.Calendar),
                CaseDue = caseDue,
                Lifecycle = Version,
                Report = report,
                Facts = facts is null ? new() { Limit = limit } : facts with { Limit = limit },
            },
            default);
    }

    /// <summary>Decides a command: pure, thread-safe, without allocation when the answer is yes.</summary>
    /// <param name="case">The case; it must run under this lifecycle version.</param>
    /// <param name="command">What is to be done.</param>
    /// <param name="context">Time and calendar.</param>
    /// <returns>The transition to take, or a refusal that lists every condition that is not met.</returns>
    /// <exception cref="ArgumentException">The case runs under another lifecycle or version.</exception>
    public Decision Decide(Case @case, in CaseCommand command, in DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(@case);
        if (@case.Lifecycle != Version)
            throw new ArgumentException($"Case {@case.Id} runs under {@case.Lifecycle}, not {Version}.\nDecide it with the definition of that version.", nameof(@case));
        var from = StateIndex(@case.Step);
        if (Find(from, command.Trigger) is not { } transition)
            return new(Refusals.Undefined(this, @case, command));
        if (!Conditions.AreMet(transition, @case, command, context))
            return new(Refusals.Unmet(transition, @case, command, context));
        var to = transition.To is { } next ? State(next) : _states[from];
        var caseDue = CaseDueAfter(transition.Records, @case, command, context);
        return new(@case, command, transition, to.Id, to.IsEnd, context.Now, StepDueAfter(transition, to, @case, command, caseDue, context), caseDue);
    }

    private static DateTimeOffset? CaseDueAfter(EntryKind kind, Case @case, in CaseCommand command, in DecisionContext context) => kind switch
    {
        EntryKind.Suspended => null,
        EntryKind.Resumed => CaseClocks.CaseDue(@case, CaseClocks.PausesAfterResuming(@case, context.Now), context.Calendar),
        EntryKind.Extended when @case.CaseDue is { } due && (command.Facts?.Limit ?? @case.Limit) is { } limit =>
            context.Calendar.Add(due, limit, @case.Pauses),
        EntryKind.Reopened when @case.Limit is { } limit => context.Calendar.Add(context.Now, limit),
        _ => @case.CaseDue,
    };

    private static DateTimeOffset? StepDueAfter(
        TransitionDefinition transition, StateDefinition to, Case @case, in CaseCommand command, DateTimeOffset? caseDue, in DecisionContext context)
    {
        if (transition.Records == EntryKind.Suspended)
            return command.Facts?.Until;
        if (transition.Records == EntryKind.Resumed)
            return DueOf(to.Limit, @case.ClockSince, CaseClocks.PausesAfterResuming(@case, context.Now), caseDue, context.Calendar);
        if (transition.IsInternal)
            return to.Limit.IsCaseLimit ? @case.IsSuspended ? @case.StepDue : caseDue : @case.StepDue;
        return DueOf(to.Limit, context.Now, PauseSet.None, caseDue, context.Calendar);
    }

    private static DateTimeOffset? DueOf(StepLimit limit, DateTimeOffset since, PauseSet pauses, DateTimeOffset? caseDue, WorkCalendar calendar) =>
        limit switch
        {
            { IsCaseLimit: true } => caseDue,
            { Own: { } own } when ReferenceEquals(pauses, PauseSet.None) => calendar.Add(since, own),
            { Own: { } own } => calendar.Add(since, own, pauses),
            _ => null,
        };
}
