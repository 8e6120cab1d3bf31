namespace GridGov;

/// <summary>The periods in which tasks are counted and figures stay the same (频次周期). Calendar periods; a week begins on Monday.</summary>
public enum DutyPeriod
{
    /// <summary>Once and for all (一次性).</summary>
    Once = 1,

    /// <summary>A calendar year (年).</summary>
    Year = 2,

    /// <summary>Half a calendar year (半年).</summary>
    HalfYear = 3,

    /// <summary>A calendar quarter (季).</summary>
    Quarter = 4,

    /// <summary>A calendar month (月).</summary>
    Month = 5,

    /// <summary>A week from Monday to Sunday (周).</summary>
    Week = 6,

    /// <summary>A day (日).</summary>
    Day = 7,
}

/// <summary>Numbers of periods. Two days are in the same period exactly when they have the same number.</summary>
public static class DutyPeriods
{
    private const int DaysOfWeek = 7;
    private const int MonthsOfYear = 12;

    /// <summary>The number of the period that a day is in.</summary>
    /// <param name="period">The kind of period.</param>
    /// <param name="day">The day.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind of period.</exception>
    public static int NumberOf(DutyPeriod period, DateOnly day) => period switch
    {
        DutyPeriod.Once => 0,
        DutyPeriod.Week => day.DayNumber / DaysOfWeek,
        DutyPeriod.Day => day.DayNumber,
        _ => ((day.Year * MonthsOfYear) + day.Month - 1) / MonthsOf(period),
    };

    /// <summary>The first day of the period after the one that a day is in, or null where there is none.</summary>
    /// <param name="period">The kind of period.</param>
    /// <param name="day">The day.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind of period.</exception>
    public static DateOnly? FirstDayAfter(DutyPeriod period, DateOnly day)
    {
        var next = NumberOf(period, day) + 1;
        switch (period)
        {
            case DutyPeriod.Once:
                return null;
            case DutyPeriod.Week or DutyPeriod.Day:
                var number = (long)next * (period == DutyPeriod.Week ? DaysOfWeek : 1);
                return number > DateOnly.MaxValue.DayNumber ? null : DateOnly.FromDayNumber((int)number);
            default:
                var month = next * MonthsOf(period);
                return month / MonthsOfYear > DateOnly.MaxValue.Year ? null : new(month / MonthsOfYear, (month % MonthsOfYear) + 1, 1);
        }
    }

    /// <summary>How a period is said after a number of times: "2 times a month".</summary>
    /// <param name="period">The kind of period.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind of period.</exception>
    public static LocalizedText NameOf(DutyPeriod period) => period switch
    {
        DutyPeriod.Once => new("once and for all", "总共"),
        DutyPeriod.Year => new("a year", "每年"),
        DutyPeriod.HalfYear => new("in half a year", "每半年"),
        DutyPeriod.Quarter => new("a quarter", "每季度"),
        DutyPeriod.Month => new("a month", "每月"),
        DutyPeriod.Week => new("a week", "每周"),
        DutyPeriod.Day => new("a day", "每日"),
        _ => throw Unknown(period),
    };

    private static int MonthsOf(DutyPeriod period) => period switch
    {
        DutyPeriod.Year => MonthsOfYear,
        DutyPeriod.HalfYear => 6,
        DutyPeriod.Quarter => 3,
        DutyPeriod.Month => 1,
        _ => throw Unknown(period),
    };

    private static ArgumentOutOfRangeException Unknown(DutyPeriod period) =>
        new(nameof(period), period, "There is no such period; take one of the seven.");
}
