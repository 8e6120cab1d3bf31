namespace GridGov.Workflows;

/// <summary>
/// The clock of a case, computed and never counted: from its beginning, its limit, its extensions and the intervals in
/// which it stood. So what remained before a pause remains after it, however many pauses there were.
/// </summary>
internal static class CaseClocks
{
    /// <summary>When the handling is due, or null while the last pause is open or the limit is not known.</summary>
    public static DateTimeOffset? CaseDue(Case @case, PauseSet pauses, WorkCalendar calendar)
    {
        if (@case.Limit is not { } limit)
            return null;
        var due = calendar.Add(@case.CaseClockSince, limit, pauses);
        foreach (var extension in @case.ExtendedBy)
            due = due is { } at ? calendar.Add(at, extension, pauses) : null;
        return due;
    }

    /// <summary>When the handling is due once a transition is taken.</summary>
    public static DateTimeOffset? CaseDueAfter(FrozenWay way, Case @case, in CaseCommand command, DateTimeOffset now, WorkCalendar calendar) =>
        way.Transition.Records switch
        {
            EntryKind.Suspended => null,
            EntryKind.Resumed => CaseDue(@case, @case.Pauses.EndedAt(now), calendar),
            EntryKind.Extended when @case.CaseDue is { } due && (command.Facts?.Limit ?? @case.Limit) is { } limit =>
                calendar.Add(due, limit, @case.Pauses),
            EntryKind.Reopened when @case.Limit is { } limit => calendar.Add(now, limit),
            _ => @case.CaseDue,
        };

    /// <summary>When the step after a transition is due.</summary>
    public static DateTimeOffset? StepDueAfter(
        FrozenWay way, Case @case, in CaseCommand command, DateTimeOffset? caseDue, DateTimeOffset now, WorkCalendar calendar)
    {
        var (transition, limit) = (way.Transition, way.To.Limit);
        if (transition.Records == EntryKind.Suspended)
            return command.Facts?.Until;
        if (transition.Records == EntryKind.Resumed)
            return DueOf(limit, @case.ClockSince, @case.Pauses.EndedAt(now), caseDue, calendar);
        if (transition.IsInternal)
            return limit.IsCaseLimit ? @case.IsSuspended ? @case.StepDue : caseDue : @case.StepDue;
        return DueOf(limit, now, PauseSet.None, caseDue, calendar);
    }

    /// <summary>When a step is due by its limit.</summary>
    public static DateTimeOffset? DueOf(StepLimit limit, DateTimeOffset since, PauseSet pauses, DateTimeOffset? caseDue, WorkCalendar calendar) =>
        limit switch
        {
            { IsCaseLimit: true } => caseDue,
            { Own: { } own } when ReferenceEquals(pauses, PauseSet.None) => calendar.Add(since, own),
            { Own: { } own } => calendar.Add(since, own, pauses),
            _ => null,
        };
}
