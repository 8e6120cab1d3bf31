using CityDay.Input;
using GridGov;

namespace CityDay.City;

/// <summary>
/// When handling will be done, where the data does not tell. The shape of the times is Boston's, the share that is late
/// is Pingshan's, and the limit is the city's: times are stretched so that exactly that share exceeds the limit.
/// </summary>
internal static class HandlingPlan
{
    private const int Million = 1_000_000;

    /// <summary>Draws when a report will have been handled.</summary>
    /// <param name="row">The report; where it carries an on-time flag, the drawn time agrees with it.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="limit">The city's limit for it.</param>
    /// <param name="calendar">The city's working time.</param>
    /// <param name="random">The report's own stream.</param>
    public static DateTimeOffset Draw(InputRow row, EventType kind, TimeLimit limit, WorkCalendar calendar, SeededRandom random)
    {
        var due = calendar.Add(row.ReportedAt, limit);
        var split = Million - (kind.OverduePermille * 1000);
        var drawn = random.Below(Million);
        var late = drawn >= split;
        if (row.OnTime is { } onTime && onTime == late)
        {
            drawn = onTime ? random.Below(split) : split + random.Below(Math.Max(Million - split, 1));
            late = !onTime;
        }

        var quantiles = Proportions.HandlingMinutes(kind.Handling);
        var span = (due - row.ReportedAt).Ticks;
        var ticks = (long)((Int128)span * Quantile(quantiles.AsSpan(), drawn) / Math.Max(Quantile(quantiles.AsSpan(), split), 1));
        ticks = late ? Math.Max(ticks, span) + TimeSpan.TicksPerMinute : Math.Clamp(ticks, TimeSpan.TicksPerMinute, span);

        // Whole seconds, and results are reported in working hours unless the limit runs day and night.
        var handled = row.ReportedAt.AddTicks(ticks - (ticks % TimeSpan.TicksPerSecond));
        return limit.Unit is LimitUnit.WorkHour or LimitUnit.WorkDay && handled != due ? calendar.NextOpenAt(handled) : handled;
    }

    // Linear between the 21 quantiles, in integers: equal on every machine. The unit is a millionth of the table's.
    private static long Quantile(ReadOnlySpan<int> quantiles, int millionth)
    {
        var at = (long)millionth * 20;
        var (index, rest) = ((int)(at / Million), at % Million);
        return index >= 20 ? (long)quantiles[20] * Million : (quantiles[index] * (Million - rest)) + (quantiles[index + 1] * rest);
    }
}
