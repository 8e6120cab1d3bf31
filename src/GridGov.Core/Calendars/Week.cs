namespace GridGov;

/// <summary>The shifts of seven days, Monday first, and the working time before each.</summary>
internal sealed class Week
{
    private readonly DayPlan[] _plans;
    private readonly long[] _before = new long[8];

    /// <summary>Makes a week.</summary>
    /// <param name="plans">Seven plans, Monday first, at least one of them worked.</param>
    public Week(DayPlan[] plans)
    {
        _plans = plans;
        for (var i = 0; i < 7; i++)
            _before[i + 1] = _before[i] + plans[i].Length;
    }

    // 0001-01-01 is a Monday, so the remainder by 7 is the day of the week from Monday.
    public DayPlan PlanOf(int day) => _plans[day % 7];

    /// <summary>The working time before a day, were all weeks since 0001-01-01 this one.</summary>
    public long Before(int day) => (day / 7 * _before[7]) + _before[day % 7];

    /// <summary>The day in which, were all weeks this one, so much has been worked before work goes on.</summary>
    public long DayAt(long worked)
    {
        var (weeks, rest) = Math.DivRem(worked, _before[7]);
        var day = 0;
        while (rest >= _before[day + 1])
            day++;
        return (weeks * 7) + day;
    }
}
