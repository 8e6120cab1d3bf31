using System.Globalization;

namespace CityDay.Page;

/// <summary>Where a bin begins a new hour, day, month or year, and what the axis says there.</summary>
internal sealed record TimeTick(int Bin, string Label, string Context)
{
    private const int Most = 14;

    private static readonly (int Hours, int Months)[] Steps =
    [
        (1, 0), (2, 0), (3, 0), (6, 0), (12, 0), (24, 0), (48, 0), (24 * 7, 0), (24 * 14, 0),
        (0, 1), (0, 2), (0, 3), (0, 6), (0, 12), (0, 24), (0, 60), (0, 120), (0, 600), (0, 6000), (0, 120000),
    ];

    /// <summary>The finest step that leaves room for the labels. A tick sits at the first bin of its step.</summary>
    public static IReadOnlyList<TimeTick> For(IReadOnlyList<FlowBin> bins)
    {
        foreach ((int hours, int months) in Steps)
        {
            List<int> starts = [];
            long? last = null;
            for (int bin = 0; bin < bins.Count; bin++)
            {
                long key = Key(bins[bin].Start, hours, months);
                if (key != last) starts.Add(bin);
                last = key;
            }
            if (starts.Count <= Most) return Spread(Name(bins, starts, hours), bins.Count);
        }
        return bins.Count == 0 ? [] : Name(bins, [0], 0);
    }

    private static long Key(DateTime start, int hours, int months) => months > 0
        ? ((start.Year * 12L) + start.Month - 1) / months
        : start.Ticks / (TimeSpan.TicksPerHour * hours);

    private static List<TimeTick> Name(IReadOnlyList<FlowBin> bins, List<int> starts, int hours)
    {
        (string label, string context) = hours switch
        {
            0 => ("yyyy-MM", ""),
            < 24 => ("HH:mm", "yyyy-MM-dd"),
            _ => ("MM-dd", "yyyy"),
        };
        List<TimeTick> ticks = [];
        string previous = "";
        foreach (int bin in starts)
        {
            string now = Format(bins[bin].Start, context);
            ticks.Add(new TimeTick(bin, Format(bins[bin].Start, label), now == previous ? "" : now));
            previous = now;
        }
        return ticks;
    }

    /// <summary>A first step that is cut short would print over the second one.</summary>
    private static List<TimeTick> Spread(List<TimeTick> ticks, int bins)
    {
        if (ticks.Count < 2 || (ticks[1].Bin - ticks[0].Bin) * 22L >= bins) return ticks;
        string context = ticks[1].Context.Length > 0 ? ticks[1].Context : ticks[0].Context;
        return [ticks[1] with { Context = context }, .. ticks.Skip(2)];
    }

    private static string Format(DateTime time, string format) =>
        format.Length == 0 ? "" : time.ToString(format, CultureInfo.InvariantCulture);
}
