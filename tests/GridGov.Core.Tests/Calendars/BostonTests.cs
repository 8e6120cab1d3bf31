using System.Globalization;

namespace GridGov.Core.Tests;

/// <summary>The targets of Boston's 311 service in the third quarter of 2011 as an oracle for deadlines.</summary>
public class BostonTests
{
    private static readonly WorkCalendar Boston =
        WorkCalendar.Weekdays("08:30-17:00").In(Clock.NewYork).Counting(WorkdayCounting.ByDate);

    [Fact]
    public void More_than_99_of_100_targets_that_Boston_set_are_the_deadlines_of_its_limits()
    {
        var limits = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "boston-limits.csv")).Skip(1).Select(l => l.Split(','))
            .ToDictionary(f => f[0], f => new TimeLimit(int.Parse(f[1], CultureInfo.InvariantCulture), Clock.Limit($"1 {f[2]}").Unit));
        var (targets, equal) = (0, 0);
        foreach (var row in SharedData.RowsOf("boston/boston311_2011q3.csv").Where(r => r[2].Length > 0))
        {
            targets++;
            if (!limits.TryGetValue(row[8], out var limit))
                continue;
            var due = Boston.Add(Clock.At(row[1], Clock.NewYork), limit);
            var tolerance = limit.Unit == LimitUnit.NaturalDay ? TimeSpan.FromMinutes(63) : TimeSpan.FromMinutes(3);
            if ((due.DateTime - Parse(row[2])).Duration() <= tolerance)
                equal++;
        }

        Assert.Equal(26_815, targets);
        Assert.InRange(equal, 26_627, targets);
    }

    private static DateTime Parse(string text) =>
        DateTime.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
