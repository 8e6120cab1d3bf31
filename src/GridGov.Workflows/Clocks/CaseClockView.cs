namespace GridGov.Workflows;

/// <summary>
/// What a clock of a case shows at an instant: how much of its limit is used and how much is left. Computed from the case
/// alone, so it is the same before and after a restart. A value; thread-safe.
/// </summary>
/// <remarks>
/// Times are those that the unit of the limit counts: a workday of 8 hours is 8 hours long, nights are none. What
/// remains before a pause remains after it, whatever the number of pauses.
/// </remarks>
public readonly record struct CaseClockView
{
    /// <summary>Which clock.</summary>
    public required CaseClock Clock { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When its limit is used up, or null while it stands.</summary>
    public required DateTimeOffset? Due { get; init; }

    /// <summary>The limit, with what it was extended by.</summary>
    public required TimeSpan Limit { get; init; }

    /// <summary>How much of it is used; more than the limit when it is overrun.</summary>
    public required TimeSpan Used { get; init; }

    /// <summary>Whether it runs: not while it is suspended, nor once the matter is handled or the case has ended.</summary>
    public required bool IsRunning { get; init; }

    /// <summary>What is left; negative when it is overrun.</summary>
    public TimeSpan Remaining => Limit - Used;

    /// <summary>By how much it is overrun, or zero.</summary>
    public TimeSpan LateBy => Used > Limit ? Used - Limit : TimeSpan.Zero;

    /// <summary>The share of the limit that is used: 0 at the beginning, 1 when it is used up, more when it is overrun.</summary>
    public double Share => Used / Limit;

    /// <summary>
    /// The clock of the whole handling. It begins with the report, or when the case was taken up again, and runs until the
    /// lead body confirms that the matter is handled (<see cref="EntryKind.Handled"/>), not until somebody uploads a
    /// photo. Rework lets it run on as if it had not stopped.
    /// </summary>
    /// <remarks>Source for where it stops: the appeal rules of one city's system (secondary source).</remarks>
    /// <param name="case">The case.</param>
    /// <param name="calendar">The city's working time.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The clock, or null for a case whose log does not say its limit (form 1 of the log).</returns>
    public static CaseClockView? OfCase(Case @case, WorkCalendar calendar, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(calendar);
        if (@case.Limit is not { } limit)
            return null;
        var stopped = @case.HandledAt ?? (@case.IsClosed ? @case.LastAt : null);
        return Of(
            CaseClock.Case,
            @case.CaseClockSince,
            @case.CaseDue,
            new(@case.CaseClockSince, limit, @case.ExtendedBy, @case.Pauses, calendar),
            stopped < now ? stopped.Value : now,
            stopped is null && !@case.IsSuspended);
    }

    /// <summary>The clock of the step that the case is in. Where the step has the case's limit it shows what that one shows.</summary>
    /// <param name="definition">The lifecycle version that the case runs under.</param>
    /// <param name="case">The case.</param>
    /// <param name="calendar">The city's working time.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The clock, or null at an end, and where the case's own is not known.</returns>
    /// <exception cref="ArgumentException">The lifecycle has no such step.</exception>
    public static CaseClockView? OfStep(LifecycleDefinition definition, Case @case, WorkCalendar calendar, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(calendar);
        var limit = definition.State(@case.Step).Limit;
        if (limit.IsCaseLimit)
            return OfCase(@case, calendar, now) is { } view ? view with { Clock = CaseClock.Step } : null;
        if (limit.Own is not { } own)
            return null;
        return Of(
            CaseClock.Step,
            @case.ClockSince,
            @case.IsSuspended ? null : @case.StepDue,
            new(@case.ClockSince, own, [], @case.Pauses, calendar),
            now,
            !@case.IsSuspended);
    }

    private static CaseClockView Of(CaseClock clock, DateTimeOffset since, DateTimeOffset? due, LimitChain limit, DateTimeOffset now, bool isRunning) => new()
    {
        Clock = clock,
        Since = since,
        Due = due,
        Limit = limit.Length,
        Used = limit.UsedAt(now),
        IsRunning = isRunning,
    };
}
