namespace GridGov;

/// <summary>
/// Working time as one number that never runs backwards: the ticks worked since 0001-01-01 on a local clock.
/// Adding and subtracting limits is adding and subtracting that number. Reading it and inverting it each cost one binary
/// search over the days that depart from the weeks, however long the span.
/// </summary>
internal sealed class WorkClock
{
    // A week's work ends within two weeks but for long holidays; so far a walk is cheaper than two searches.
    private const int Near = 14;

    private readonly YearCycle _cycle;
    private readonly int[] _days;
    private readonly DayPlan[] _plans;
    private readonly long[] _before;
    private readonly long[] _delta;

    // For each run of 2^shift days the first exception from it on: most searches are over one or two.
    private readonly int[] _runs = [];
    private readonly int _firstDay;
    private readonly int _shift;
    private readonly long _perWeek;

    /// <summary>Makes a clock.</summary>
    /// <param name="cycle">The weeks.</param>
    /// <param name="exceptions">Days that depart from them; those that do not are left out.</param>
    public WorkClock(YearCycle cycle, Dictionary<int, DayPlan> exceptions)
    {
        _cycle = cycle;
        _perWeek = cycle.Before(7);
        _days = [.. exceptions.Where(e => !e.Value.IsSameAs(cycle.PlanOf(e.Key))).Select(e => e.Key).Order()];
        _plans = [.. _days.Select(d => exceptions[d])];
        _before = new long[_days.Length];
        _delta = new long[_days.Length + 1];
        for (var i = 0; i < _days.Length; i++)
        {
            _before[i] = cycle.Before(_days[i]) + _delta[i];
            _delta[i + 1] = _delta[i] + _plans[i].Length - cycle.PlanOf(_days[i]).Length;
        }

        if (_days.Length == 0)
            return;
        _firstDay = _days[0];
        var span = _days[^1] - _firstDay;
        while (span >> _shift > 2 * _days.Length)
            _shift++;
        _runs = new int[(span >> _shift) + 2];
        for (int run = 0, i = 0; run < _runs.Length; run++)
        {
            while (i < _days.Length && _days[i] < _firstDay + ((long)run << _shift))
                i++;
            _runs[run] = i;
        }
    }

    public DayPlan PlanOf(int day)
    {
        var i = FirstFrom(day);
        return i < _days.Length && _days[i] == day ? _plans[i] : _cycle.PlanOf(day);
    }

    /// <summary>The working time before a local moment.</summary>
    public long At(long local)
    {
        var day = (int)(local / TimeSpan.TicksPerDay);
        var i = FirstFrom(day);
        if (i < _days.Length && _days[i] == day)
            return _before[i] + _plans[i].Worked(local % TimeSpan.TicksPerDay);
        return _cycle.Before(day) + _delta[i] + _cycle.PlanOf(day).Worked(local % TimeSpan.TicksPerDay);
    }

    /// <summary>The local ticks at which so much has been worked: the first such moment, or the last.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside the years 1 to 9999.</exception>
    public long Inverse(long worked, bool last)
    {
        // The end of a shift is the first moment, so the search is for the tick before it.
        var before = last ? 0 : 1;
        var sought = worked - before;
        ArgumentOutOfRangeException.ThrowIfNegative(sought, "limit");

        // The last exception that begins with at most that much: between it and the next the weeks hold.
        var i = Search.Last(_before, sought);
        if (i >= 0 && sought - _before[i] < _plans[i].Length)
            return (_days[i] * TimeSpan.TicksPerDay) + _plans[i].TimeAfter(sought - _before[i]) + before;
        var rest = sought - _delta[i + 1];
        var day = _cycle.DayAt(rest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, DateOnly.MaxValue.DayNumber, "limit");
        return (day * TimeSpan.TicksPerDay) + _cycle.PlanOf((int)day).TimeAfter(rest - _cycle.Before((int)day)) + before;
    }

    /// <summary>The first local moment by which so much more has been worked than at another; more than nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside the years 1 to 9999.</exception>
    public long After(long local, long length)
    {
        if (length <= _perWeek)
        {
            var (day, time) = ((int)(local / TimeSpan.TicksPerDay), local % TimeSpan.TicksPerDay);
            var week = _cycle.WeekAt(day, out var until);
            var i = FirstFrom(day);
            var rest = length;
            for (var end = Math.Min(day + Near, until); day < end; day++, time = 0)
            {
                var plan = i < _days.Length && _days[i] == day ? _plans[i++] : week.PlanOf(day);
                rest += plan.Worked(time);
                if (rest <= plan.Length)
                    return (day * TimeSpan.TicksPerDay) + plan.TimeAfter(rest - 1) + 1;
                rest -= plan.Length;
            }
        }

        return Inverse(At(local) + length, last: false);
    }

    /// <summary>The position of the first exception on a day or later.</summary>
    private int FirstFrom(int day)
    {
        if (_days.Length == 0 || day <= _firstDay)
            return 0;
        var run = (day - _firstDay) >> _shift;
        if (run >= _runs.Length - 1)
            return _days.Length;
        var low = _runs[run];
        return low + Search.Last(_days.AsSpan(low, _runs[run + 1] - low), day - 1) + 1;
    }
}
