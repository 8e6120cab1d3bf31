namespace GridGov.Core.Tests;

/// <summary>Days of different length, worked out by hand. 2026-07-01 is a Wednesday.</summary>
public class DifferentDaysTests
{
    private static readonly WorkCalendar City = WorkCalendar.Weekdays("08:00-12:00", "14:00-18:00").In(Clock.Shanghai);

    private static readonly WorkCalendar HalfDay = City.WithShiftsOn(new DateOnly(2026, 7, 2), "08:00-12:00");

    private static readonly WorkCalendar Saturdays = City.WithShiftsOn(DayOfWeek.Saturday, "09:00-12:00");

    private static readonly WorkCalendar Summer = City.WithSeason("06-01", "09-30", "08:00-12:00", "15:00-18:00");

    private static readonly WorkCalendar Winter = City.WithSeason("10-01", "04-30", "08:30-12:00", "13:30-17:00");

    [Theory]
    [InlineData("2026-07-01 17:00", "2 work_hour", "2026-07-02 09:00")]
    [InlineData("2026-07-02 11:00", "2 work_hour", "2026-07-03 09:00")]
    [InlineData("2026-07-02 13:00", "1 work_hour", "2026-07-03 09:00")]
    [InlineData("2026-07-01 14:00", "1 work_day", "2026-07-02 12:00")]
    [InlineData("2026-07-02 08:00", "1 work_day", "2026-07-03 12:00")]
    [InlineData("2026-07-02 10:00", "1 work_day", "2026-07-03 16:00")]
    public void A_half_day_uses_up_half_a_workday(string start, string limit, string due) => IsDue(HalfDay, start, limit, due);

    [Theory]
    [InlineData("2026-07-01 10:00", 1, "2026-07-02 10:00")]
    [InlineData("2026-07-01 16:00", 1, "2026-07-02 16:00")]
    [InlineData("2026-07-02 11:59", 1, "2026-07-03 11:59")]
    [InlineData("2026-07-02 12:00", 1, "2026-07-06 08:00")]
    [InlineData("2026-07-02 16:00", 1, "2026-07-06 08:00")]
    public void By_date_a_half_day_is_a_workday_that_ends_early(string start, int days, string due) =>
        IsDue(HalfDay.Counting(WorkdayCounting.ByDate), start, $"{days} work_day", due);

    [Theory]
    [InlineData("2026-07-03 17:00", "2 work_hour", "2026-07-04 10:00")]
    [InlineData("2026-07-04 11:00", "2 work_hour", "2026-07-06 09:00")]
    [InlineData("2026-07-04 13:00", "1 work_hour", "2026-07-06 09:00")]
    [InlineData("2026-07-04 09:00", "1 work_day", "2026-07-06 15:00")]
    [InlineData("2026-07-03 14:00", "1 work_day", "2026-07-06 09:00")]
    public void Saturday_mornings_are_working_time(string start, string limit, string due) => IsDue(Saturdays, start, limit, due);

    [Fact]
    public void A_make_up_workday_is_a_full_day_also_where_the_weekday_has_a_morning()
    {
        var saturday = Saturdays.WithMakeUpDays(new DateOnly(2026, 7, 4));
        IsDue(saturday, "2026-07-04 11:00", "2 work_hour", "2026-07-04 15:00");
        IsDue(Saturdays, "2026-07-11 11:00", "2 work_hour", "2026-07-13 09:00");
        Assert.Equal(TimeSpan.FromHours(8), saturday.LengthOf(new DateOnly(2026, 7, 4)));
        IsDue(saturday.WithShiftsOn(new DateOnly(2026, 7, 4), "10:00-11:00"), "2026-07-03 17:30", "1 work_hour", "2026-07-04 10:30");
    }

    [Theory]
    [InlineData("2026-05-29 17:00", "6 work_hour", "2026-06-01 16:00")]
    [InlineData("2026-07-01 11:00", "2 work_hour", "2026-07-01 16:00")]
    [InlineData("2026-07-01 14:30", "1 work_hour", "2026-07-01 16:00")]
    [InlineData("2026-05-29 08:00", "1 work_day", "2026-05-29 18:00")]
    [InlineData("2026-07-01 08:00", "1 work_day", "2026-07-02 09:00")]
    [InlineData("2026-09-30 17:00", "6 work_hour", "2026-10-01 15:00")]
    [InlineData("2027-05-31 17:00", "6 work_hour", "2027-06-01 16:00")]
    public void In_summer_the_afternoon_begins_late_and_a_workday_stays_a_standard_one(string start, string limit, string due) =>
        IsDue(Summer, start, limit, due);

    [Theory]
    [InlineData("2026-09-30 17:30", "1 work_hour", "2026-10-01 09:00")]
    [InlineData("2026-12-31 16:30", "1 work_hour", "2027-01-01 09:00")]
    [InlineData("2027-04-30 16:30", "1 work_hour", "2027-05-03 08:30")]
    [InlineData("2028-02-28 16:30", "1 work_hour", "2028-02-29 09:00")]
    public void A_season_may_lie_over_the_turn_of_the_year(string start, string limit, string due) => IsDue(Winter, start, limit, due);

    [Fact]
    public void A_weekday_keeps_its_shifts_in_every_season_and_a_date_before_both()
    {
        var calendar = Saturdays.WithSeason("06-01", "09-30", "08:00-12:00", "15:00-18:00").WithShiftsOn(new DateOnly(2026, 7, 11), "10:00-12:00");
        Assert.Equal(TimeSpan.FromHours(3), calendar.LengthOf(new DateOnly(2026, 7, 4)));
        Assert.Equal(TimeSpan.FromHours(2), calendar.LengthOf(new DateOnly(2026, 7, 11)));
        Assert.Equal(TimeSpan.FromHours(7), calendar.LengthOf(new DateOnly(2026, 7, 6)));
        Assert.Equal(TimeSpan.FromHours(8), calendar.LengthOf(new DateOnly(2026, 5, 29)));
        Assert.Equal(TimeSpan.Zero, calendar.LengthOf(new DateOnly(2026, 7, 5)));
        Assert.Equal(TimeSpan.FromHours(8), calendar.WorkdayLength);
    }

    [Fact]
    public void The_days_of_the_week_decide_whether_a_day_is_worked_and_keep_its_shifts()
    {
        var back = Saturdays.On(DayOfWeek.Monday).On(DayOfWeek.Saturday);
        Assert.Equal(TimeSpan.FromHours(3), back.LengthOf(new DateOnly(2026, 7, 4)));
        Assert.False(back.IsWorkday(new(2026, 7, 6)));
        Assert.False(Saturdays.On(DayOfWeek.Monday).IsWorkday(new(2026, 7, 4)));
    }

    [Fact]
    public void Seasons_count_the_same_in_every_year_there_is()
    {
        foreach (var year in new[] { 1, 400, 401, 1999, 2000, 2001, 2400, 4000, 8001, 9998 })
        {
            var start = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
            var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(i => new DateOnly(year, 1, 1).AddDays(i)).Where(Summer.IsWorkday);
            var hours = days.Sum(d => d.Month is >= 6 and <= 9 ? 7 : 8);
            Assert.Equal(hours, Summer.In(TimeZoneInfo.Utc).Elapsed(start, start.AddYears(1), LimitUnit.WorkHour).TotalHours);
        }
    }

    [Fact]
    public void What_is_wrong_with_shifts_of_a_day_or_season_is_all_listed()
    {
        Assert.Equal(["Saturday, shifts: there is none; give at least one, such as 08:00-12:00"], Faults.Of(() => City.WithShiftsOn(DayOfWeek.Saturday)));
        Assert.Equal(
            ["2026-07-02, shift \"x\": it is not a shift; write it as 08:00-12:00, the end after the start"],
            Faults.Of(() => City.WithShiftsOn(new DateOnly(2026, 7, 2), "x", "08:00-12:00")));
        Assert.Equal(
            [
                "season 02-29 to 6-1, from: it is not a day of every year; write month and day, such as 06-01, and not 02-29",
                "season 02-29 to 6-1, until: it is not a day of every year; write month and day, such as 06-01, and not 02-29",
                "season 02-29 to 6-1, shift 11:00-15:00: it begins before 08:00-12:00 has ended",
            ],
            Faults.Of(() => City.WithSeason("02-29", "6-1", "08:00-12:00", "11:00-15:00")));
        Assert.Equal(["season 09-30 to 10-07: it overlaps the season 06-01 to 09-30"], Faults.Of(() => Summer.WithSeason("09-30", "10-07", "08:00-12:00")));
        Assert.Equal(["season 12-01 to 06-01: it overlaps the season 06-01 to 09-30"], Faults.Of(() => Summer.WithSeason("12-01", "06-01", "08:00-12:00")));
        Assert.Equal(["season 01-01 to 12-31: it overlaps the season 06-01 to 09-30"], Faults.Of(() => Summer.WithSeason("01-01", "12-31", "08:00-12:00")));
        Assert.Equal(
            ["2026-07-02: it is a holiday and has shifts of its own; keep one"],
            Faults.Of(() => HalfDay.WithHolidays(new DateOnly(2026, 7, 2))));
        Assert.Throws<ArgumentOutOfRangeException>(() => City.WithShiftsOn((DayOfWeek)7, "08:00-12:00"));
    }

    private static void IsDue(WorkCalendar calendar, string start, string limit, string due) =>
        Clock.Same(Clock.At(due), calendar.Add(Clock.At(start), Clock.Limit(limit)));
}
