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

    /// <summary>The pauses of a suspended case once it is resumed.</summary>
    public static PauseSet PausesAfterResuming(Case @case, DateTimeOffset now)
    {
        if (!@case.Pauses.IsOpen)
            return @case.Pauses;
        var open = @case.Pauses.Pauses[^1];
        ReadOnlySpan<Pause> closed = now > open.From ? [new(open.From, now)] : [];
        return PauseSet.Of([.. @case.Pauses.Pauses.AsSpan()[..^1], .. closed]);
    }
}
