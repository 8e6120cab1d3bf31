namespace GridGov;

/// <summary>
/// A city's working time (工作日历): shifts, days off, make-up workdays and a time zone. Turns a start and a
/// <see cref="TimeLimit"/> into a deadline and tells how much working time lies between two instants.
/// Immutable and thread-safe. Cost does not grow with the span, and with the logarithm of the number of holidays and
/// other special dates; no call allocates, once the calendar is made.
/// </summary>
/// <remarks>
/// <para>
/// Which shifts a day has, first rule first: none on a holiday; a date's own; the standard ones of its season on a make-up
/// workday; none on a day that the week has off; a weekday's own; those of its season; the standard ones.
/// </para>
/// <para>
/// Working time is counted on the local clock: a shift is as long as its clock times say, also on a day when clocks
/// change. A local deadline that a clock change skips falls on the first instant after the gap; one that occurs
/// twice falls on the first; one at the time from which clocks are put back falls after the repeated hour, when they show
/// it. Working time never runs backwards: while clocks show an hour for the second time, none passes. Every method refuses an instant that lies outside the years 1 to 9999 on the clocks of the zone with
/// an <see cref="ArgumentOutOfRangeException"/>, and a unit that is not one of the four.
/// </para>
/// </remarks>
public sealed partial class WorkCalendar
{
    private readonly CalendarDefinition _definition;
    private readonly LocalClock _clock;
    private readonly WorkClock _hours;
    private readonly WorkClock _days;
    private readonly bool _byDate;

    private WorkCalendar(CalendarDefinition definition)
    {
        _definition = definition;
        _byDate = definition.Counting == WorkdayCounting.ByDate;
        _hours = definition.Hours();
        _days = _byDate ? definition.WholeDays() : _hours;
        _clock = new(definition.Zone);
    }

    /// <summary>The time zone whose clocks the shifts follow; UTC unless <see cref="In(TimeZoneInfo)"/> says otherwise.</summary>
    public TimeZoneInfo Zone => _definition.Zone;

    /// <summary>The working time of one standard workday: that of the shifts that the calendar was made with.</summary>
    public TimeSpan WorkdayLength => TimeSpan.FromTicks(_definition.Standard.Length);

    /// <summary>Whether a date is a workday, be it a short one.</summary>
    /// <param name="date">A local date.</param>
    public bool IsWorkday(DateOnly date) => _hours.PlanOf(date.DayNumber).IsWorked;

    /// <summary>The working time of a date; zero on a day off.</summary>
    /// <param name="date">A local date.</param>
    public TimeSpan LengthOf(DateOnly date) => TimeSpan.FromTicks(_hours.PlanOf(date.DayNumber).Length);

    /// <summary>Whether work is done at an instant.</summary>
    /// <param name="instant">The instant.</param>
    public bool IsOpenAt(DateTimeOffset instant)
    {
        var local = _clock.At(instant);
        return _hours.PlanOf(DayOf(local)).IsOpen(TimeOf(local));
    }

    /// <summary>The first instant, from a given one on, at which work is done.</summary>
    /// <param name="instant">The instant; it is the answer itself when work is done then.</param>
    public DateTimeOffset NextOpenAt(DateTimeOffset instant) =>
        IsOpenAt(instant) ? _clock.Show(instant) : _clock.FromLocal(_hours.Inverse(_hours.At(_clock.FurthestAt(instant)), last: true));

    /// <summary>The deadline of a limit that begins at an instant.</summary>
    /// <param name="start">When the limit begins; outside working time, working units begin at the next shift.</param>
    /// <param name="limit">The limit.</param>
    /// <returns>The deadline, with the zone's offset at that time.</returns>
    /// <exception cref="ArgumentException"><paramref name="limit"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The deadline lies beyond the year 9999.</exception>
    public DateTimeOffset Add(DateTimeOffset start, TimeLimit limit)
    {
        var length = TicksOf(limit);
        return IsByShifts(limit.Unit)
            ? _clock.FromLocal(_hours.After(_clock.FurthestAt(start), length))
            : DueAt(BeginOf(start, limit.Unit) + length, limit.Unit);
    }

    /// <summary>
    /// The latest start whose deadline is not after an instant: <c>Add(Subtract(end, limit), limit)</c> is at most
    /// <paramref name="end"/>, and later for every later start.
    /// </summary>
    /// <param name="end">The instant.</param>
    /// <param name="limit">The limit.</param>
    /// <returns>
    /// The start, with the zone's offset at that time. It is the inverse of <see cref="Add(DateTimeOffset, TimeLimit)"/>:
    /// for a start inside working time (by date: on a workday before its last shift has ended), subtracting from its
    /// deadline gives it back. Where clocks skip the start, it is the last tick before the gap.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="limit"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The start lies before the year 1.</exception>
    public DateTimeOffset Subtract(DateTimeOffset end, TimeLimit limit)
    {
        var length = TicksOf(limit);
        if (IsByShifts(limit.Unit))
            return _clock.LastUpTo(_hours.Inverse(_hours.At(_clock.ShownBy(end)) - length, last: true));
        return limit.Unit == LimitUnit.WorkDay ? SubtractByDate(end, length) : _clock.Show(end.AddTicks(-length));
    }

    /// <summary>The time between two instants as a unit counts it.</summary>
    /// <param name="start">The earlier instant.</param>
    /// <param name="end">The later instant.</param>
    /// <param name="unit">
    /// Working units count working time only, the others all time. Workdays by date count 24 hours each, and none before
    /// the moment from which the start counts.
    /// </param>
    /// <returns>Not positive when <paramref name="end"/> is before <paramref name="start"/>, else not negative.</returns>
    public TimeSpan Elapsed(DateTimeOffset start, DateTimeOffset end, LimitUnit unit) => end < start
        ? -Elapsed(end, start, unit)
        : TimeSpan.FromTicks(Math.Max(0, CountAt(end, unit) - BeginOf(start, unit)));

    /// <summary>What is left of a limit at an instant, in the time that its unit counts.</summary>
    /// <param name="start">When the limit began.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="now">The instant.</param>
    /// <returns>Negative when it is overrun; it never grows while time passes.</returns>
    public TimeSpan Remaining(DateTimeOffset start, TimeLimit limit, DateTimeOffset now) =>
        LengthOf(limit) - Elapsed(start, now, limit.Unit);

    /// <summary>
    /// The length of a limit in the time that its unit counts. A workday is <see cref="WorkdayLength"/>, also where days
    /// differ, or 24 hours by date.
    /// </summary>
    /// <param name="limit">The limit.</param>
    public TimeSpan LengthOf(TimeLimit limit) => TimeSpan.FromTicks(limit.Amount * limit.Unit switch
    {
        LimitUnit.NaturalDay => TimeSpan.TicksPerDay,
        LimitUnit.WorkDay => _byDate ? TimeSpan.TicksPerDay : _definition.Standard.Length,
        _ => TimeSpan.TicksPerHour,
    });

    private static int DayOf(long local) => (int)(local / TimeSpan.TicksPerDay);

    private static long TimeOf(long local) => local % TimeSpan.TicksPerDay;

    private bool IsByShifts(LimitUnit unit) => unit == LimitUnit.WorkHour || (unit == LimitUnit.WorkDay && !_byDate);

    private long TicksOf(TimeLimit limit) => limit.Amount == 0
        ? throw new ArgumentException("The default limit has no length; make one with an amount.", nameof(limit))
        : LengthOf(limit).Ticks;

    /// <summary>The time that a unit has counted by an instant: one number that never runs backwards.</summary>
    private long CountAt(DateTimeOffset instant, LimitUnit unit) => unit switch
    {
        LimitUnit.WorkHour => _hours.At(_clock.FurthestAt(instant)),
        LimitUnit.WorkDay => _days.At(_clock.FurthestAt(instant)),
        LimitUnit.UrgentHour or LimitUnit.NaturalDay => instant.UtcTicks,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not one of the four units."),
    };

    /// <summary>The number from which a limit counts that begins at an instant.</summary>
    private long BeginOf(DateTimeOffset start, LimitUnit unit)
    {
        if (unit != LimitUnit.WorkDay || !_byDate)
            return CountAt(start, unit);

        // By date, a limit keeps the time of day at which it began, unless nobody was there to begin it that day.
        var local = _clock.FurthestAt(start);
        if (!_hours.PlanOf(DayOf(local)).IsWorked)
            local = _days.Inverse(_days.At(local), last: true) + TimeOf(local);
        if (TimeOf(local) < _hours.PlanOf(DayOf(local)).LastEnd)
            return _days.At(local);
        var next = _days.Inverse(_days.At(local - TimeOf(local)) + TimeSpan.TicksPerDay, last: true);
        return _days.At(next) + _hours.PlanOf(DayOf(next)).FirstStart;
    }

    /// <summary>The instant at which what begins somewhere is due, by the number that its unit has counted then.</summary>
    private DateTimeOffset DueAt(long count, LimitUnit unit)
    {
        if (IsByShifts(unit))
            return _clock.FromLocal(_hours.Inverse(count, last: false));
        if (unit == LimitUnit.WorkDay)
            return _clock.FromLocal(_days.Inverse(count, last: true));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, DateTime.MaxValue.Ticks, "limit");
        return _clock.Show(new(count, TimeSpan.Zero));
    }

    private DateTimeOffset SubtractByDate(DateTimeOffset end, long length)
    {
        var local = _clock.ShownBy(end);

        // A deadline at 00:00 of a workday is not met on the days off before it, which count the same.
        var latest = _days.At(local) - (_hours.PlanOf(DayOf(local)).IsWorked ? 0 : 1) - length;
        var start = _days.Inverse(latest, last: true);

        // Whatever begins after the last shift counts from the next day.
        var lastEnd = _hours.PlanOf(DayOf(start)).LastEnd;
        return _clock.LastUpTo(TimeOf(start) < lastEnd ? start : start - TimeOf(start) + lastEnd - 1);
    }
}
