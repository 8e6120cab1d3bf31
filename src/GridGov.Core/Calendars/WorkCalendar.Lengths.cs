namespace GridGov;

/// <content>Lengths that are not whole units: a share of a limit, or minutes.</content>
public sealed partial class WorkCalendar
{
    /// <summary>The instant by which so much time has been counted from a start, as a unit counts it and without the pauses.</summary>
    /// <param name="start">When counting begins; working units begin at the next shift.</param>
    /// <param name="length">How much, more than zero; a workday by date counts 24 hours.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="pauses">The pauses.</param>
    /// <returns>
    /// The instant, with the zone's offset at that time; null while an open pause keeps it from ever being reached. For the
    /// length of a limit it is what <see cref="Add(DateTimeOffset, TimeLimit, PauseSet)"/> answers.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="pauses"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The length is not more than zero, the unit is not one of the four, or the instant lies beyond the year 9999.
    /// </exception>
    public DateTimeOffset? Add(DateTimeOffset start, TimeSpan length, LimitUnit unit, PauseSet pauses)
    {
        ArgumentNullException.ThrowIfNull(pauses);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero);
        return Add(start, length.Ticks, unit, pauses);
    }
}
