namespace GridGov;

/// <summary>
/// The weeks of all years, which change with the seasons. Dates and days of the week repeat every 400 years, so one cycle
/// of stretches tells all; a search costs the same in every year. Without seasons there is one stretch.
/// </summary>
internal sealed class YearCycle
{
    private const int Years = 400;
    private const int Days = 146_097;

    private readonly int[] _from;
    private readonly Week[] _weeks;
    private readonly long[] _before;
    private readonly long _perCycle;

    /// <summary>Makes the cycle.</summary>
    /// <param name="seasons">Disjoint seasons.</param>
    /// <param name="weekOf">The week of a season, or of the rest of the year for none.</param>
    public YearCycle(ReadOnlySpan<Season> seasons, Func<Season?, Week> weekOf)
    {
        List<int> from = [0];
        List<Week> weeks = [];
        if (seasons.IsEmpty)
        {
            weeks.Add(weekOf(null));
        }
        else
        {
            var known = new Dictionary<string, Week>(StringComparer.Ordinal);
            foreach (var date in Edges(seasons))
            {
                var season = Season.At(seasons, date);
                var key = season?.ToString() ?? string.Empty;
                if (!known.TryGetValue(key, out var week))
                    known[key] = week = weekOf(season);
                if (weeks.Count > 0 && ReferenceEquals(weeks[^1], week))
                    continue;
                if (weeks.Count > 0)
                    from.Add(date.DayNumber);
                weeks.Add(week);
            }
        }

        (_from, _weeks, _before) = ([.. from], [.. weeks], new long[weeks.Count]);
        for (var i = 1; i < _from.Length; i++)
            _before[i] = _before[i - 1] + _weeks[i - 1].Before(_from[i]) - _weeks[i - 1].Before(_from[i - 1]);
        _perCycle = _before[^1] + _weeks[^1].Before(Days) - _weeks[^1].Before(_from[^1]);
    }

    public DayPlan PlanOf(int day) => WeekAt(day, out _).PlanOf(day);

    /// <summary>The week that is in force on a day, and the first day on which another may be.</summary>
    public Week WeekAt(int day, out int until)
    {
        if (_weeks.Length == 1)
        {
            until = int.MaxValue;
            return _weeks[0];
        }

        var start = day / Days * Days;
        var i = StretchOf(day - start);
        until = start + (i + 1 < _from.Length ? _from[i + 1] : Days);
        return _weeks[i];
    }

    /// <summary>The working time before a day.</summary>
    public long Before(int day)
    {
        if (_weeks.Length == 1)
            return _weeks[0].Before(day);
        var (cycle, rest) = Math.DivRem(day, Days);
        var i = StretchOf(rest);
        return (cycle * _perCycle) + _before[i] + _weeks[i].Before(rest) - _weeks[i].Before(_from[i]);
    }

    /// <summary>The day in which so much has been worked before work goes on, and what of it is that day's.</summary>
    public long DayAt(long worked)
    {
        if (_weeks.Length == 1)
            return _weeks[0].DayAt(worked);
        var (cycle, rest) = Math.DivRem(worked, _perCycle);
        var i = Search.Last(_before, rest);
        return (cycle * Days) + _weeks[i].DayAt(rest - _before[i] + _weeks[i].Before(_from[i]));
    }

    private int StretchOf(int day) => Search.Last(_from, day);

    private static IEnumerable<DateOnly> Edges(ReadOnlySpan<Season> seasons)
    {
        var all = new SortedSet<DateOnly>();
        for (var year = 1; year <= Years; year++)
        {
            all.Add(new(year, 1, 1));
            foreach (var season in seasons)
            {
                all.Add(season.From.In(year));
                all.Add(season.Until.In(year).AddDays(1));
            }
        }

        return all.TakeWhile(d => d.Year <= Years);
    }
}
