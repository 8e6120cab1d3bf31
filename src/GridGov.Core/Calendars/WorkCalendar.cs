using System.Collections.Immutable;

namespace GridGov;

/// <summary>How a limit in workdays (工作日) is counted.</summary>
public enum WorkdayCounting
{
    /// <summary>
    /// By working time: a workday is as much working time as the shifts of one day hold, and a limit that is used up
    /// at the end of a shift is due then. Chinese case systems count so (8 work hours a workday, secondary source).
    /// </summary>
    ByWorkingTime = 0,

    /// <summary>
    /// By date: the same clock time so many workdays later. What comes in on a day off counts from the same time of
    /// the next workday; what comes in after the last shift counts from the first shift of the next workday. Boston's
    /// 311 counts so (found by comparison with 21,087 of its targets of 2011).
    /// </summary>
    ByDate = 1,
}

/// <summary>
/// A city's working time (工作日历): shifts, days off, make-up workdays and a time zone. Turns a start and a
/// <see cref="TimeLimit"/> into a deadline and tells how much working time lies between two instants.
/// Immutable and thread-safe. Cost does not grow with the span; no call allocates.
/// </summary>
/// <remarks>
/// Working time is counted on the local clock: a shift is as long as its clock times say, also on a day when clocks
/// change. A local deadline that a clock change skips falls on the first instant after the gap; one that occurs
/// twice falls on the first. Working time never runs backwards: while clocks show an hour for the second time,
/// none passes. Every method refuses an instant that lies outside the years 1 to 9999 on the clocks of the zone with
/// an <see cref="ArgumentOutOfRangeException"/>.
/// </remarks>
public sealed class WorkCalendar
{
    private static readonly ImmutableArray<bool> MondayToFriday = [true, true, true, true, true, false, false];

    private readonly ImmutableArray<Shift> _shifts;
    private readonly ImmutableArray<bool> _week;
    private readonly ImmutableArray<DateOnly> _holidays;
    private readonly ImmutableArray<DateOnly> _makeUpDays;
    private readonly WorkdayPattern _pattern;
    private readonly WorkdayCounting _counting;
    private readonly LocalClock _clock;
    private readonly WorkClock _hours;
    private readonly WorkClock _days;

    private WorkCalendar(
        ImmutableArray<Shift> shifts,
        ImmutableArray<bool> week,
        ImmutableArray<DateOnly> holidays,
        ImmutableArray<DateOnly> makeUpDays,
        TimeZoneInfo zone,
        WorkdayCounting counting)
    {
        _shifts = shifts;
        _week = week;
        _holidays = holidays;
        _makeUpDays = makeUpDays;
        _pattern = new(week.AsSpan(), holidays, makeUpDays);
        _counting = counting;
        _hours = new(shifts, _pattern);
        _days = counting == WorkdayCounting.ByDate ? new([Shift.WholeDay], _pattern) : _hours;
        _clock = new(zone);
        Zone = zone;
    }

    /// <summary>The time zone whose clocks the shifts follow; UTC unless <see cref="In(TimeZoneInfo)"/> says otherwise.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The working time of one workday.</summary>
    public TimeSpan WorkdayLength => TimeSpan.FromTicks(_hours.TicksPerDay);

    /// <summary>A calendar that works Monday to Friday in the given shifts, in UTC, without holidays.</summary>
    /// <param name="shifts">For instance <c>08:00-12:00</c> and <c>14:00-18:00</c>; in order, not overlapping.</param>
    /// <exception cref="FormatException">A text is not a shift.</exception>
    /// <exception cref="DefinitionException">There is no shift, or two overlap.</exception>
    public static WorkCalendar Weekdays(params ReadOnlySpan<string> shifts)
    {
        var parsed = ImmutableArray.CreateBuilder<Shift>(shifts.Length);
        foreach (var shift in shifts)
            parsed.Add(Shift.Parse(shift));
        var faults = new List<Fault>();
        if (parsed.Count == 0)
            faults.Add(new("shifts", "there is none; give at least one, such as 08:00-12:00"));
        for (var i = 1; i < parsed.Count; i++)
        {
            if (parsed[i].StartTicks < parsed[i - 1].EndTicks)
                faults.Add(new($"shift {parsed[i]}", $"it begins before {parsed[i - 1]} has ended"));
        }

        if (faults.Count > 0)
            throw new DefinitionException("The work calendar", faults);
        return new(parsed.ToImmutable(), MondayToFriday, [], [], TimeZoneInfo.Utc, WorkdayCounting.ByWorkingTime);
    }

    /// <summary>The same calendar on the clocks of a time zone.</summary>
    /// <param name="zone">The zone.</param>
    public WorkCalendar In(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new(_shifts, _week, _holidays, _makeUpDays, zone, _counting);
    }

    /// <summary>The same calendar on the clocks of a time zone.</summary>
    /// <param name="zoneId">An IANA or Windows id, for instance <c>Asia/Shanghai</c>.</param>
    /// <exception cref="TimeZoneNotFoundException">This machine has no such zone; install its time zone data.</exception>
    public WorkCalendar In(string zoneId) => In(TimeZoneInfo.FindSystemTimeZoneById(zoneId));

    /// <summary>The same calendar with other working days of the week.</summary>
    /// <param name="days">The working days, at least one.</param>
    /// <exception cref="ArgumentException">There is no day.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not a day of the week.</exception>
    public WorkCalendar On(params ReadOnlySpan<DayOfWeek> days)
    {
        if (days.IsEmpty)
            throw new ArgumentException("A week needs at least one working day.", nameof(days));
        var week = new bool[7];
        foreach (var day in days)
        {
            if (!Enum.IsDefined(day))
                throw new ArgumentOutOfRangeException(nameof(days), day, "Not a day of the week.");
            week[((int)day + 6) % 7] = true;
        }

        return new(_shifts, [.. week], _holidays, _makeUpDays, Zone, _counting);
    }

    /// <summary>The same calendar with exactly these days off (节假日) besides the weekly ones.</summary>
    /// <param name="days">Days off; one that is also a make-up workday is refused.</param>
    /// <exception cref="DefinitionException">A day is both off and a workday.</exception>
    public WorkCalendar WithHolidays(params IEnumerable<DateOnly> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return WithDays([.. days], _makeUpDays);
    }

    /// <summary>The same calendar with exactly these make-up workdays (调休上班) besides the weekly ones.</summary>
    /// <param name="days">Workdays; one that is also a holiday is refused.</param>
    /// <exception cref="DefinitionException">A day is both off and a workday.</exception>
    public WorkCalendar WithMakeUpDays(params IEnumerable<DateOnly> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return WithDays(_holidays, [.. days]);
    }

    /// <summary>The same calendar with another way to count limits in workdays.</summary>
    /// <param name="counting">The way.</param>
    public WorkCalendar Counting(WorkdayCounting counting) => new(_shifts, _week, _holidays, _makeUpDays, Zone, counting);

    /// <summary>Whether a date is a workday.</summary>
    /// <param name="date">A local date.</param>
    public bool IsWorkday(DateOnly date) => _pattern.IsWorkday(date.DayNumber);

    /// <summary>Whether work is done at an instant.</summary>
    /// <param name="instant">The instant.</param>
    public bool IsOpenAt(DateTimeOffset instant)
    {
        var (day, time) = DayAndTime(_clock.At(instant));
        if (!_pattern.IsWorkday(day))
            return false;
        foreach (var shift in _shifts)
        {
            if (time >= shift.StartTicks && time < shift.EndTicks)
                return true;
        }

        return false;
    }

    /// <summary>The first instant, from a given one on, at which work is done.</summary>
    /// <param name="instant">The instant; it is the answer itself when work is done then.</param>
    public DateTimeOffset NextOpenAt(DateTimeOffset instant) =>
        IsOpenAt(instant) ? _clock.Show(instant) : _clock.FromLocal(_hours.Inverse(WorkTimeAt(instant, _hours), last: true));

    /// <summary>The deadline of a limit that begins at an instant.</summary>
    /// <param name="start">When the limit begins; outside working time, working units begin at the next shift.</param>
    /// <param name="limit">The limit.</param>
    /// <returns>The deadline, with the zone's offset at that time.</returns>
    /// <exception cref="ArgumentException"><paramref name="limit"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The deadline lies beyond the year 9999.</exception>
    public DateTimeOffset Add(DateTimeOffset start, TimeLimit limit)
    {
        if (limit.Amount == 0)
            throw new ArgumentException("The default limit has no length; make one with an amount.", nameof(limit));
        var length = LengthOf(limit).Ticks;
        return limit.Unit switch
        {
            LimitUnit.WorkHour => _clock.FromLocal(_hours.Inverse(WorkTimeAt(start, _hours) + length, last: false)),
            LimitUnit.WorkDay when _counting == WorkdayCounting.ByDate => _clock.FromLocal(_days.Inverse(CountedFrom(start) + length, last: true)),
            LimitUnit.WorkDay => _clock.FromLocal(_days.Inverse(WorkTimeAt(start, _days) + length, last: false)),
            _ => _clock.Show(start.AddTicks(length)),
        };
    }

    /// <summary>The time between two instants as a unit counts it.</summary>
    /// <param name="start">The earlier instant.</param>
    /// <param name="end">The later instant.</param>
    /// <param name="unit">
    /// Working units count working time only, the others all time. Workdays by date count 24 hours each, and none before
    /// the moment from which the start counts.
    /// </param>
    /// <returns>Not positive when <paramref name="end"/> is before <paramref name="start"/>, else not negative.</returns>
    public TimeSpan Elapsed(DateTimeOffset start, DateTimeOffset end, LimitUnit unit) => unit switch
    {
        LimitUnit.WorkHour => TimeSpan.FromTicks(WorkTimeAt(end, _hours) - WorkTimeAt(start, _hours)),
        LimitUnit.WorkDay when _counting == WorkdayCounting.ByDate => end < start ? -ElapsedByDate(end, start) : ElapsedByDate(start, end),
        LimitUnit.WorkDay => TimeSpan.FromTicks(WorkTimeAt(end, _days) - WorkTimeAt(start, _days)),
        _ => end - start,
    };

    /// <summary>What is left of a limit at an instant, in the time that its unit counts.</summary>
    /// <param name="start">When the limit began.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="now">The instant.</param>
    /// <returns>Negative when it is overrun; it never grows while time passes.</returns>
    public TimeSpan Remaining(DateTimeOffset start, TimeLimit limit, DateTimeOffset now) =>
        LengthOf(limit) - Elapsed(start, now, limit.Unit);

    /// <summary>The length of a limit in the time that its unit counts: a workday is one day's shifts, or 24 hours by date.</summary>
    /// <param name="limit">The limit.</param>
    public TimeSpan LengthOf(TimeLimit limit) => TimeSpan.FromTicks(limit.Amount * limit.Unit switch
    {
        LimitUnit.NaturalDay => TimeSpan.TicksPerDay,
        LimitUnit.WorkDay => _days.TicksPerDay,
        _ => TimeSpan.TicksPerHour,
    });

    private WorkCalendar WithDays(ImmutableArray<DateOnly> holidays, ImmutableArray<DateOnly> makeUpDays)
    {
        var both = holidays.Intersect(makeUpDays).Order().ToArray();
        if (both.Length > 0)
        {
            throw new DefinitionException("The work calendar", both.Select(d =>
                new Fault(d.ToString("O", System.Globalization.CultureInfo.InvariantCulture), "it is both a holiday and a make-up workday; keep one")));
        }

        return new(_shifts, _week, holidays, makeUpDays, Zone, _counting);
    }

    private static (int Day, long Time) DayAndTime(long local) =>
        ((int)(local / TimeSpan.TicksPerDay), local % TimeSpan.TicksPerDay);

    private long WorkTimeAt(DateTimeOffset instant, WorkClock clock)
    {
        var (day, time) = DayAndTime(_clock.FurthestAt(instant));
        return clock.At(day, time);
    }

    // By date, a limit keeps the time of day at which it began, unless nobody was there to begin it that day.
    private long CountedFrom(DateTimeOffset start)
    {
        var (day, time) = DayAndTime(_clock.FurthestAt(start));
        if (!_pattern.IsWorkday(day))
            day = _pattern.Nth(_pattern.CountBefore(day));
        return time < _shifts[^1].EndTicks
            ? _days.At(day, time)
            : _days.At(_pattern.Nth(_pattern.CountBefore(day) + 1), _shifts[0].StartTicks);
    }

    private TimeSpan ElapsedByDate(DateTimeOffset start, DateTimeOffset end) =>
        TimeSpan.FromTicks(Math.Max(0, WorkTimeAt(end, _days) - CountedFrom(start)));
}
