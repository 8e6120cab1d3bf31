namespace GridGov.Core.Tests;

/// <summary>The shipped table of China's public holidays.</summary>
public class ChinaHolidayTests
{
    private static readonly WorkCalendar Plain = WorkCalendar.Weekdays("08:00-12:00", "14:00-18:00").In(Clock.Shanghai);

    private static readonly WorkCalendar Calendar = Plain.With(HolidayTable.China);

    [Fact]
    public void It_covers_2018_to_2025() => Assert.Equal(Enumerable.Range(2018, 8), HolidayTable.China.Years);

    // New Year 1, Spring Festival 3, Qingming, Labour Day, Dragon Boat, Mid-Autumn 1 each, National Day 3: 11 days; 2 more
    // from 2025 on, by the decree of 2024. In 2020 the Spring Festival was prolonged by one workday and one make-up workday.
    [Theory]
    [InlineData(2018, 11)]
    [InlineData(2019, 11)]
    [InlineData(2020, 13)]
    [InlineData(2021, 11)]
    [InlineData(2022, 11)]
    [InlineData(2023, 11)]
    [InlineData(2024, 11)]
    [InlineData(2025, 13)]
    public void Days_off_less_make_up_workdays_are_the_statutory_days(int year, int days)
    {
        var all = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(i => new DateOnly(year, 1, 1).AddDays(i)).ToArray();
        Assert.Equal(days, all.Count(Plain.IsWorkday) - all.Count(Calendar.IsWorkday));
    }

    // Days off and make-up workdays within the year, weekends of a holiday included where the notice counts them.
    [Theory]
    [InlineData(2018, 29, 7)]
    [InlineData(2019, 28, 6)]
    [InlineData(2020, 30, 6)]
    [InlineData(2021, 31, 7)]
    [InlineData(2022, 32, 7)]
    [InlineData(2023, 28, 7)]
    [InlineData(2024, 30, 8)]
    [InlineData(2025, 28, 5)]
    public void Each_year_has_its_days(int year, int off, int worked)
    {
        Assert.Equal(off, HolidayTable.China.DaysOff.Count(d => d.Year == year));
        Assert.Equal(worked, HolidayTable.China.MakeUpDays.Count(d => d.Year == year));
    }

    [Fact]
    public void Make_up_workdays_are_weekend_days() =>
        Assert.All(HolidayTable.China.MakeUpDays, d => Assert.True(d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));

    [Fact]
    public void Every_holiday_names_its_notice() =>
        Assert.All(HolidayTable.China.Holidays, h => Assert.Matches("^国务院办公厅关于.*(通知)$", h.Source.Instrument));

    [Theory]
    [InlineData("2024-02-09", true)]
    [InlineData("2024-02-10", false)]
    [InlineData("2024-02-16", false)]
    [InlineData("2024-02-18", true)]
    [InlineData("2024-04-07", true)]
    [InlineData("2024-05-11", true)]
    [InlineData("2024-06-10", false)]
    [InlineData("2024-09-14", true)]
    [InlineData("2024-10-12", true)]
    [InlineData("2020-01-31", false)]
    [InlineData("2020-02-01", false)]
    [InlineData("2020-02-03", true)]
    [InlineData("2019-05-03", false)]
    [InlineData("2018-12-29", true)]
    [InlineData("2018-12-31", false)]
    [InlineData("2025-02-04", false)]
    [InlineData("2025-02-05", true)]
    public void Single_days_are_as_announced(string day, bool workday) => Assert.Equal(workday, Calendar.IsWorkday(Clock.Day(day)));

    [Fact]
    public void A_limit_over_the_Spring_Festival_of_2024_is_due_on_the_make_up_workday() => Clock.Same(
        Clock.At("2024-02-18 10:00"),
        Calendar.Add(Clock.At("2024-02-09 16:00"), TimeLimit.WorkHours(4)));
}
