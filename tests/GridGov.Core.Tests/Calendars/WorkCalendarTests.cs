namespace GridGov.Core.Tests;

/// <summary>Deadlines worked out by hand, in a Chinese city's office hours round the National Day of 2026.</summary>
public class WorkCalendarTests
{
    private static readonly WorkCalendar City = WorkCalendar.Weekdays("08:00-12:00", "14:00-18:00")
        .In(Clock.Shanghai)
        .WithHolidays(Enumerable.Range(1, 7).Select(d => new DateOnly(2026, 10, d)))
        .WithMakeUpDays(new DateOnly(2026, 9, 27), new DateOnly(2026, 10, 10));

    // 2026-07-01 is a Wednesday.
    [Theory]
    [InlineData("2026-07-01 09:00", "2 work_hour", "2026-07-01 11:00")]
    [InlineData("2026-07-01 11:00", "2 work_hour", "2026-07-01 15:00")]
    [InlineData("2026-07-01 17:59", "1 work_hour", "2026-07-02 08:59")]
    [InlineData("2026-07-03 17:00", "2 work_hour", "2026-07-06 09:00")]
    [InlineData("2026-07-01 09:00", "1 work_day", "2026-07-02 09:00")]
    [InlineData("2026-07-01 15:30", "3 work_day", "2026-07-06 15:30")]
    public void A_working_limit_counts_what_lies_inside_the_shifts(string start, string limit, string due) => IsDue(start, limit, due);

    [Theory]
    [InlineData("2026-07-01 08:00", "4 work_hour", "2026-07-01 12:00")]
    [InlineData("2026-07-01 08:00", "8 work_hour", "2026-07-01 18:00")]
    [InlineData("2026-07-01 14:00", "4 work_hour", "2026-07-01 18:00")]
    [InlineData("2026-07-01 08:00", "1 work_day", "2026-07-01 18:00")]
    [InlineData("2026-07-01 14:00", "1 work_day", "2026-07-02 12:00")]
    [InlineData("2026-07-03 08:00", "1 work_day", "2026-07-03 18:00")]
    public void A_limit_that_is_used_up_at_the_end_of_a_shift_is_due_then(string start, string limit, string due) => IsDue(start, limit, due);

    [Theory]
    [InlineData("2026-07-01 06:00", "1 work_hour", "2026-07-01 09:00")]
    [InlineData("2026-07-01 00:00", "1 work_hour", "2026-07-01 09:00")]
    [InlineData("2026-07-01 12:00", "1 work_hour", "2026-07-01 15:00")]
    [InlineData("2026-07-01 13:00", "1 work_hour", "2026-07-01 15:00")]
    [InlineData("2026-07-01 13:00", "4 work_hour", "2026-07-01 18:00")]
    [InlineData("2026-07-01 12:30", "1 work_day", "2026-07-02 12:00")]
    [InlineData("2026-07-01 18:00", "1 work_hour", "2026-07-02 09:00")]
    [InlineData("2026-07-01 23:59", "1 work_day", "2026-07-02 18:00")]
    [InlineData("2026-07-04 10:00", "1 work_hour", "2026-07-06 09:00")]
    [InlineData("2026-07-05 23:00", "1 work_day", "2026-07-06 18:00")]
    public void Outside_working_time_a_working_limit_begins_with_the_next_shift(string start, string limit, string due) => IsDue(start, limit, due);

    [Theory]
    [InlineData("2026-09-30 17:00", "2 work_hour", "2026-10-08 09:00")]
    [InlineData("2026-09-30 18:00", "1 work_hour", "2026-10-08 09:00")]
    [InlineData("2026-10-03 12:00", "1 work_day", "2026-10-08 18:00")]
    [InlineData("2026-09-30 09:00", "3 work_day", "2026-10-10 09:00")]
    [InlineData("2026-10-09 17:00", "2 work_hour", "2026-10-10 09:00")]
    [InlineData("2026-10-10 17:00", "2 work_hour", "2026-10-12 09:00")]
    [InlineData("2026-10-11 09:00", "1 work_hour", "2026-10-12 09:00")]
    [InlineData("2026-09-25 17:00", "2 work_hour", "2026-09-27 09:00")]
    [InlineData("2026-09-26 10:00", "1 work_day", "2026-09-27 18:00")]
    [InlineData("2026-09-25 09:00", "5 work_day", "2026-10-08 09:00")]
    public void Holidays_do_not_count_and_make_up_workdays_do(string start, string limit, string due) => IsDue(start, limit, due);

    [Theory]
    [InlineData("2026-07-04 23:30", "2 urgent_hour", "2026-07-05 01:30")]
    [InlineData("2026-10-01 00:00", "24 urgent_hour", "2026-10-02 00:00")]
    [InlineData("2026-09-30 18:30", "3 natural_day", "2026-10-03 18:30")]
    [InlineData("2026-07-04 23:30", "1 natural_day", "2026-07-05 23:30")]
    public void Urgent_hours_and_natural_days_count_through_nights_weekends_and_holidays(string start, string limit, string due) =>
        IsDue(start, limit, due);

    [Theory]
    [InlineData("2026-07-01 08:00", true)]
    [InlineData("2026-07-01 11:59:59.9999999", true)]
    [InlineData("2026-07-01 12:00", false)]
    [InlineData("2026-07-01 07:59:59.9999999", false)]
    [InlineData("2026-07-01 14:00", true)]
    [InlineData("2026-07-01 18:00", false)]
    [InlineData("2026-07-04 09:00", false)]
    [InlineData("2026-10-01 09:00", false)]
    [InlineData("2026-10-10 09:00", true)]
    public void Work_is_done_from_the_start_of_a_shift_to_just_before_its_end(string at, bool open) =>
        Assert.Equal(open, City.IsOpenAt(Clock.At(at).ToUniversalTime()));

    [Theory]
    [InlineData("2026-07-03", true)]
    [InlineData("2026-07-04", false)]
    [InlineData("2026-07-05", false)]
    [InlineData("2026-10-01", false)]
    [InlineData("2026-10-07", false)]
    [InlineData("2026-10-08", true)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-10-11", false)]
    public void A_day_is_a_workday_by_the_week_and_by_what_departs_from_it(string day, bool workday) =>
        Assert.Equal(workday, City.IsWorkday(Clock.Day(day)));

    [Theory]
    [InlineData("2026-07-01 09:00", "2026-07-01 11:30", LimitUnit.WorkHour, 150)]
    [InlineData("2026-07-01 11:00", "2026-07-01 13:00", LimitUnit.WorkHour, 60)]
    [InlineData("2026-07-03 17:00", "2026-07-06 09:00", LimitUnit.WorkHour, 120)]
    [InlineData("2026-07-06 09:00", "2026-07-03 17:00", LimitUnit.WorkHour, -120)]
    [InlineData("2026-09-30 08:00", "2026-10-08 18:00", LimitUnit.WorkDay, 960)]
    [InlineData("2026-10-01 00:00", "2026-10-08 00:00", LimitUnit.WorkDay, 0)]
    [InlineData("2026-10-01 00:00", "2026-10-02 00:01", LimitUnit.NaturalDay, 1441)]
    [InlineData("2026-10-01 00:00", "2026-10-01 01:00", LimitUnit.UrgentHour, 60)]
    public void Elapsed_time_is_what_the_unit_counts(string start, string end, LimitUnit unit, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), City.Elapsed(Clock.At(start), Clock.At(end), unit));

    [Theory]
    [InlineData("2026-07-01 10:00", 180)]
    [InlineData("2026-07-01 12:00", 60)]
    [InlineData("2026-07-01 13:59", 60)]
    [InlineData("2026-07-01 15:00", 0)]
    [InlineData("2026-07-01 16:00", -60)]
    public void What_is_left_of_a_limit_shrinks_while_work_is_done_and_turns_negative_when_overrun(string now, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), City.Remaining(Clock.At("2026-07-01 09:00"), TimeLimit.WorkHours(4), Clock.At(now)));

    [Fact]
    public void A_limit_is_as_long_as_its_unit()
    {
        Assert.Equal(TimeSpan.FromHours(8), City.WorkdayLength);
        Assert.Equal(TimeSpan.FromHours(3), City.LengthOf(TimeLimit.UrgentHours(3)));
        Assert.Equal(TimeSpan.FromHours(72), City.LengthOf(TimeLimit.NaturalDays(3)));
        Assert.Equal(TimeSpan.FromHours(3), City.LengthOf(TimeLimit.WorkHours(3)));
        Assert.Equal(TimeSpan.FromHours(24), City.LengthOf(TimeLimit.WorkDays(3)));
        Assert.Equal(TimeSpan.FromHours(72), City.Counting(WorkdayCounting.ByDate).LengthOf(TimeLimit.WorkDays(3)));
    }

    [Fact]
    public void A_deadline_carries_the_offset_of_the_zone_whatever_that_of_the_start()
    {
        var start = Clock.At("2026-07-01 09:00");
        foreach (var unit in Enum.GetValues<LimitUnit>())
        {
            var due = City.Add(start.ToOffset(TimeSpan.FromHours(-7)), new(1, unit));
            Assert.Equal(TimeSpan.FromHours(8), due.Offset);
            Clock.Same(City.Add(start, new(1, unit)), due);
        }
    }

    [Fact]
    public void A_deadline_is_the_same_in_every_culture() => Cultures.InEach(_ =>
        IsDue("2026-09-30 09:00", "3 work_day", "2026-10-10 09:00"));

    [Fact]
    public void Ticks_are_kept() =>
        IsDue("2026-07-01 11:59:59.9999999", "1 work_hour", "2026-07-01 14:59:59.9999999");

    [Fact]
    public void The_default_limit_cannot_be_added() =>
        Assert.Throws<ArgumentException>(() => City.Add(Clock.At("2026-07-01 09:00"), default));

    private static void IsDue(string start, string limit, string due) =>
        Clock.Same(Clock.At(due), City.Add(Clock.At(start), Clock.Limit(limit)));
}
