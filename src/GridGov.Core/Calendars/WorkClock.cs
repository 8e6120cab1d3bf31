using System.Collections.Immutable;

namespace GridGov;

/// <summary>
/// Working time as one number that never runs backwards: the ticks worked since 0001-01-01 on a local clock.
/// Adding and subtracting limits is adding and subtracting that number.
/// </summary>
internal sealed class WorkClock(ImmutableArray<Shift> shifts, WorkdayPattern pattern)
{
    private readonly long _perDay = shifts.Sum(s => s.EndTicks - s.StartTicks);

    public long TicksPerDay => _perDay;

    /// <summary>The working time before a local moment.</summary>
    public long At(int day, long time)
    {
        var worked = pattern.CountBefore(day) * _perDay;
        if (!pattern.IsWorkday(day))
            return worked;
        foreach (var shift in shifts)
            worked += Math.Clamp(time, shift.StartTicks, shift.EndTicks) - shift.StartTicks;
        return worked;
    }

    /// <summary>The local ticks at which so much has been worked: the first such moment, or the last.</summary>
    public long Inverse(long worked, bool last)
    {
        // The end of a shift is the first moment, so the search is for the tick before it.
        var before = last ? 0 : 1;
        var (days, rest) = Math.DivRem(worked - before, _perDay);
        // The n-th workday is not before the n-th day, so beyond the last day there is nothing to look up.
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, DateOnly.MaxValue.DayNumber, "deadline");
        var day = pattern.Nth((int)days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, DateOnly.MaxValue.DayNumber, "deadline");
        foreach (var shift in shifts)
        {
            var length = shift.EndTicks - shift.StartTicks;
            if (rest < length)
                return (day * TimeSpan.TicksPerDay) + shift.StartTicks + rest + before;
            rest -= length;
        }

        throw new InvalidOperationException("The rest is less than the sum of the shifts.");
    }
}
