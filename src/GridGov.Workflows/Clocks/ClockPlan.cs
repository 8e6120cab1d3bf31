namespace GridGov.Workflows;

/// <summary>What a clock will do with a case, and when. A value; thread-safe.</summary>
/// <param name="At">When; it may be over.</param>
/// <param name="Command">What, in the name of <see cref="Actor.System"/>.</param>
public readonly record struct ClockAct(DateTimeOffset At, CaseCommand Command);

/// <summary>
/// What the clocks do next with a case: a pure function of the case, its lifecycle and the city's policy, so it is the
/// same after a restart and on every machine. Stateless; thread-safe.
/// </summary>
public static class ClockPlan
{
    /// <summary>
    /// The next act. While a case is suspended, that it is resumed; else the earliest of: a warning of the case's limit, of
    /// the step's; a called body is told that it has not reported in; what the step's clock does, or an urging where it
    /// does nothing; a level above is called in. Of two at the same time the one named first comes first.
    /// </summary>
    /// <param name="definition">The lifecycle version that the case runs under.</param>
    /// <param name="policy">The city's policy, or null for none: then only what the lifecycle says.</param>
    /// <param name="case">The case.</param>
    /// <param name="calendar">The city's working time.</param>
    /// <returns>
    /// The act, or null when no clock of the case has anything to do before somebody acts. What the lifecycle would
    /// refuse at its time, such as an urging beyond the last level, is not planned.
    /// </returns>
    public static ClockAct? Next(LifecycleDefinition definition, EscalationPolicy? policy, Case @case, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(calendar);
        if (@case.IsClosed)
            return null;
        var plan = new Plan(definition, @case, calendar);
        if (policy is not null && !@case.IsSuspended)
        {
            Warn(ref plan, policy, CaseClock.Case);
            Warn(ref plan, policy, CaseClock.Step);
            Remind(ref plan);
        }

        if (@case.StepDue is { } due && definition.TriggerWhenDue(@case) is { } trigger)
            plan.Offer(due, new(trigger, Actor.System) { Facts = FactsOf(definition, policy, @case, trigger) });
        else if (policy is not null && !@case.IsSuspended)
            Urge(ref plan, policy);
        if (policy is not null && !@case.IsSuspended)
            Escalate(ref plan, policy);
        return plan.First;
    }

    private static void Warn(ref Plan plan, EscalationPolicy policy, CaseClock clock)
    {
        var (@case, limit) = (plan.Case, plan.Definition.State(plan.Case.Step).Limit);

        // A step with the case's limit is warned of as the case; one that was urged, by its urgings.
        var (isWatched, told, due) = clock == CaseClock.Case
            ? (@case.HandledAt is null, @case.CaseWarned, @case.CaseDue)
            : (!limit.IsCaseLimit && @case.ClockSince == @case.StepSince, @case.StepWarned, @case.StepDue);
        if (!isWatched || due is not { } end)
            return;
        var next = 0;
        foreach (var warning in policy.Warnings)
        {
            if (warning.Clock == clock && warning.Share > told && (next == 0 || warning.Share < next))
                next = warning.Share;
        }

        if (next == 0 || plan.TriggerFor(EntryKind.Warned) is not { } trigger)
            return;
        var at = next == 100 ? end : AtShare(plan, clock, limit, next);
        if (at is { } time)
            plan.Offer(time, new(trigger, Actor.System) { Facts = new() { Clock = clock, Share = next } });
    }

    private static DateTimeOffset? AtShare(in Plan plan, CaseClock clock, StepLimit limit, int share)
    {
        var @case = plan.Case;
        if ((clock == CaseClock.Case ? @case.Limit : limit.Own) is not { } first)
            return null;
        var chain = clock == CaseClock.Case
            ? new LimitChain(@case.CaseClockSince, first, @case.ExtendedBy, @case.Pauses, plan.Calendar)
            : new LimitChain(@case.ClockSince, first, [], @case.Pauses, plan.Calendar);
        return chain.At(TimeSpan.FromTicks(Math.Max(1, chain.Length.Ticks / 100 * share)));
    }

    private static void Remind(ref Plan plan)
    {
        foreach (var supporter in plan.Case.Supporters)
        {
            if (supporter is { ReportBy: { } by, ReportedInAt: null, RemindedAt: null, IsDone: false } && plan.TriggerFor(EntryKind.Warned) is { } trigger)
                plan.Offer(by, new(trigger, Actor.System) { Facts = new() { Body = supporter.Body, Share = 100 } });
        }
    }

    // A step whose clock does nothing by itself. One that was late already when its clock began is urged after a while.
    private static void Urge(ref Plan plan, EscalationPolicy policy)
    {
        var @case = plan.Case;
        if (@case.StepDue is not { } due || @case.Urgings >= policy.Urgings.Count || plan.TriggerFor(EntryKind.Urged) is not { } trigger)
            return;
        var at = due > @case.ClockSince ? due : plan.Calendar.Add(@case.ClockSince, policy.UrgeAgain);
        plan.Offer(at, new(trigger, Actor.System) { Facts = FactsOf(plan.Definition, policy, @case, trigger) });
    }

    private static void Escalate(ref Plan plan, EscalationPolicy policy)
    {
        var @case = plan.Case;
        if (@case.HandledAt is not null || @case.CaseDue is not { } due)
            return;
        foreach (var rung in policy.Escalations)
        {
            if (rung.Level >= @case.EscalatedTo)
                continue;
            if (plan.TriggerFor(EntryKind.Escalated) is { } trigger)
                plan.Offer(plan.Calendar.Add(due, rung.After), new(trigger, Actor.System) { Facts = new() { Level = rung.Level } });
            return;
        }
    }

    // Who is told by an urging; the level of the last stands for all further ones.
    private static CaseFacts? FactsOf(LifecycleDefinition definition, EscalationPolicy? policy, Case @case, string trigger) =>
        policy is { Urgings: { IsEmpty: false } levels } && definition.Find(@case.Step, trigger) is { Records: EntryKind.Urged }
            ? new() { Level = levels[Math.Min(@case.Urgings, levels.Count - 1)] }
            : null;

    private struct Plan(LifecycleDefinition definition, Case @case, WorkCalendar calendar)
    {
        public readonly LifecycleDefinition Definition => definition;

        public readonly Case Case => @case;

        public readonly WorkCalendar Calendar => calendar;

        public ClockAct? First { get; private set; }

        public void Offer(DateTimeOffset at, in CaseCommand command)
        {
            if (First is { } first && first.At <= at)
                return;
            var when = at > @case.LastAt ? at : @case.LastAt;
            if (definition.Decide(@case, command, new(when, calendar)).IsAllowed)
                First = new(at, command);
        }

        public readonly string? TriggerFor(EntryKind kind)
        {
            foreach (var way in definition.From(@case.Step))
            {
                if (way.Records == kind && way.Roles.Contains(Role.System))
                    return way.Trigger;
            }

            return null;
        }
    }
}
