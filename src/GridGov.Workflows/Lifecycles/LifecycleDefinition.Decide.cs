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
        return CaseChain.Seal(
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
                StepDue = CaseClocks.DueOf(Initial.Limit, context.Now, PauseSet.None, caseDue, context.Calendar),
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
    /// <returns>
    /// The transition to take, or a refusal that lists every condition that is not met. New due times are worked out of
    /// the same inputs when they are asked for, by the entry at the latest.
    /// </returns>
    /// <exception cref="ArgumentException">The case runs under another lifecycle or version.</exception>
    public Decision Decide(Case @case, in CaseCommand command, in DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(@case);
        if (@case.Lifecycle.Version != Version.Version || !string.Equals(@case.Lifecycle.Id, Version.Id, StringComparison.Ordinal))
            throw new ArgumentException($"Case {@case.Id} runs under {@case.Lifecycle}, not {Version}.\nDecide it with the definition of that version.", nameof(@case));
        if (Find(StateIndex(@case.Step), command.Trigger) is not { } way)
            return new(Refusals.Undefined(this, @case, command));
        return Conditions.AreMet(way, @case, command, context)
            ? new(way, @case, command, context)
            : new(Refusals.Unmet(way, @case, command, context));
    }
}
