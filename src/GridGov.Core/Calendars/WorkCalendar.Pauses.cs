namespace GridGov;

/// <content>Limits that stand still for a while. What is left before a pause is left after it.</content>
public sealed partial class WorkCalendar
{
    /// <summary>The deadline of a limit that begins at an instant and stands still during pauses.</summary>
    /// <param name="start">When the limit begins; during a pause, it begins to count when that is over.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="pauses">The pauses. One that begins when the limit is used up, or later, does not move its deadline.</param>
    /// <returns>
    /// The deadline, with the zone's offset at that time; null while an open pause keeps the limit from ever being used up.
    /// </returns>
    /// <remarks>The cost grows with the number of pauses up to the deadline and with nothing else.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="pauses"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="limit"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The deadline lies beyond the year 9999.</exception>
    public DateTimeOffset? Add(DateTimeOffset start, TimeLimit limit, PauseSet pauses)
    {
        ArgumentNullException.ThrowIfNull(pauses);
        return Add(start, TicksOf(limit), limit.Unit, pauses);
    }

    /// <summary>The time between two instants as a unit counts it, without the pauses.</summary>
    /// <param name="start">The earlier instant.</param>
    /// <param name="end">The later instant.</param>
    /// <param name="unit">The unit, as in <see cref="Elapsed(DateTimeOffset, DateTimeOffset, LimitUnit)"/>.</param>
    /// <param name="pauses">The pauses.</param>
    /// <returns>Not positive when <paramref name="end"/> is before <paramref name="start"/>, else not negative.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pauses"/> is null.</exception>
    public TimeSpan Elapsed(DateTimeOffset start, DateTimeOffset end, LimitUnit unit, PauseSet pauses)
    {
        ArgumentNullException.ThrowIfNull(pauses);
        if (end < start)
            return -Elapsed(end, start, unit, pauses);
        var begin = BeginOf(start, unit);
        var elapsed = Math.Max(0, CountAt(end, unit) - begin);
        foreach (var pause in pauses.Pauses)
        {
            if (pause.From >= end)
                break;
            if (pause.Until <= start)
                continue;
            var from = CountAt(pause.From > start ? pause.From : start, unit);
            var until = CountAt(pause.Until is { } over && over < end ? over : end, unit);
            elapsed -= Math.Max(0, until - Math.Max(from, begin));
        }

        return TimeSpan.FromTicks(elapsed);
    }

    /// <summary>What is left of a limit at an instant when it stands still during pauses, in the time that its unit counts.</summary>
    /// <param name="start">When the limit began.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="now">The instant.</param>
    /// <param name="pauses">The pauses.</param>
    /// <returns>Negative when it is overrun; it never grows while time passes, and stays the same during a pause.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pauses"/> is null.</exception>
    public TimeSpan Remaining(DateTimeOffset start, TimeLimit limit, DateTimeOffset now, PauseSet pauses) =>
        LengthOf(limit) - Elapsed(start, now, limit.Unit, pauses);

    private DateTimeOffset? Add(DateTimeOffset start, long length, LimitUnit unit, PauseSet pauses)
    {
        var begin = BeginOf(start, unit);
        var due = begin + length;
        foreach (var pause in pauses.Pauses)
        {
            if (pause.Until <= start)
                continue;
            var from = CountAt(pause.From > start ? pause.From : start, unit);
            if (from > due || (from == due && IsDueBy(pause.From, unit)))
                break;
            if (pause.Until is not { } until)
                return null;

            // Before the limit begins to count there is nothing to stand still.
            due += Math.Max(0, CountAt(until, unit) - Math.Max(from, begin));
        }

        return DueAt(due, unit);
    }

    // By date, what is used up on a day off is due at 00:00 of the next workday; a pause that begins before moves it.
    private bool IsDueBy(DateTimeOffset instant, LimitUnit unit) =>
        unit != LimitUnit.WorkDay || !_byDate || _hours.PlanOf(DayOf(_clock.FurthestAt(instant))).IsWorked;
}
