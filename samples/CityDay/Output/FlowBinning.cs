using CityDay.Page;
using CityDay.Results;

namespace CityDay.Output;

/// <summary>Counts arrivals, archived and open cases over the period, in at most 120 bins of the city's own time.</summary>
internal static class FlowBinning
{
    private const int MostBins = 120;

    private static readonly (string Label, TimeSpan Width)[] Widths =
    [
        ("10 minutes", TimeSpan.FromMinutes(10)), ("30 minutes", TimeSpan.FromMinutes(30)), ("1 hour", TimeSpan.FromHours(1)),
        ("2 hours", TimeSpan.FromHours(2)), ("6 hours", TimeSpan.FromHours(6)), ("12 hours", TimeSpan.FromHours(12)),
        ("1 day", TimeSpan.FromDays(1)), ("2 days", TimeSpan.FromDays(2)), ("7 days", TimeSpan.FromDays(7)),
        ("28 days", TimeSpan.FromDays(28)), ("91 days", TimeSpan.FromDays(91)), ("364 days", TimeSpan.FromDays(364)),
    ];

    /// <summary>The bins, and how many cases were archived after the last of them.</summary>
    public static (FlowSeries Series, int ArchivedLater) Of(CityResults results)
    {
        var zone = results.Script.Calendar.Zone;
        var opened = results.Tally.Fates.Values.Select(f => Local(f.Opened.At)).Order().ToArray();
        var closed = results.Tally.Fates.Values.Where(f => f.Last.Ends).Select(f => Local(f.Last.At)).Order().ToArray();
        if (opened.Length == 0)
            return (new(Widths[0].Label, []), 0);

        // A file may close its last case years later: the window ends a month, or twice the arrivals' span, after them.
        var start = opened[0].Date;
        var arrivals = opened[^1] - start;
        var tail = arrivals * 2 > TimeSpan.FromDays(31) ? TimeSpan.FromDays(31) : arrivals * 2;
        var last = closed.Length == 0 || closed[^1] < opened[^1] ? opened[^1] : closed[^1];
        var end = last < opened[^1] + tail ? last : opened[^1] + tail;
        var (label, width) = Array.Find(Widths, w => (end - start) / w.Width < MostBins);
        width = width == default ? Widths[^1].Width : width;
        var bins = new List<FlowBin>();
        int o = 0, c = 0;
        for (var from = start; from <= end; from += width)
        {
            var (o0, c0) = (o, c);
            while (o < opened.Length && opened[o] < from + width)
                o++;
            while (c < closed.Length && closed[c] < from + width)
                c++;
            bins.Add(new(from, o - o0, c - c0, o - c));
        }

        return (new(label ?? Widths[^1].Label, bins), closed.Length - c);

        DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).DateTime;
    }
}
