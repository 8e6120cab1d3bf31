namespace GridGov.Core.Tests;

public class WorkCalendarDefinitionTests
{
    [Fact]
    public void A_calendar_needs_a_shift() =>
        Assert.Equal(["shifts: there is none; give at least one, such as 08:00-12:00"], Faults.Of(() => WorkCalendar.Weekdays()));

    [Fact]
    public void Shifts_that_overlap_or_stand_out_of_order_are_all_listed() => Assert.Equal(
        ["shift 11:00-15:00: it begins before 08:00-12:00 has ended", "shift 09:00-10:00: it begins before 11:00-15:00 has ended"],
        Faults.Of(() => WorkCalendar.Weekdays("08:00-12:00", "11:00-15:00", "09:00-10:00")));

    [Fact]
    public void A_shift_may_begin_when_the_one_before_ends() =>
        Assert.Equal(TimeSpan.FromHours(8), WorkCalendar.Weekdays("08:00-12:00", "12:00-16:00").WorkdayLength);

    [Fact]
    public void Texts_that_are_not_shifts_are_all_listed_with_what_else_is_wrong() => Assert.Equal(
        [
            "shift \"2pm-6pm\": it is not a shift; write it as 08:00-12:00, the end after the start",
            "shift \"18:00-14:00\": it is not a shift; write it as 08:00-12:00, the end after the start",
            "shift 11:00-13:00: it begins before 08:00-12:00 has ended",
        ],
        Faults.Of(() => WorkCalendar.Weekdays("08:00-12:00", "2pm-6pm", "11:00-13:00", "18:00-14:00")));

    [Fact]
    public void A_way_to_count_that_does_not_exist_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkCalendar.Weekdays("08:00-12:00").Counting((WorkdayCounting)2));

    [Fact]
    public void A_unit_that_does_not_exist_is_refused()
    {
        var at = new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkCalendar.Weekdays("08:00-12:00").Elapsed(at, at, default));
    }

    [Fact]
    public void A_day_is_not_both_a_holiday_and_a_make_up_workday()
    {
        DateOnly[] holidays = [new(2026, 10, 1), new(2026, 10, 10), new(2026, 10, 2)];
        DateOnly[] workdays = [new(2026, 10, 10), new(2026, 10, 2)];
        var calendar = WorkCalendar.Weekdays("08:00-12:00");

        Cultures.InEach(_ =>
        {
            string[] expected =
            [
                "2026-10-02: it is both a holiday and a make-up workday; keep one",
                "2026-10-10: it is both a holiday and a make-up workday; keep one",
            ];
            Assert.Equal(expected, Faults.Of(() => calendar.WithHolidays(holidays).WithMakeUpDays(workdays)));
            Assert.Equal(expected, Faults.Of(() => calendar.WithMakeUpDays(workdays).WithHolidays(holidays)));
        });
    }

    [Fact]
    public void Days_off_and_workdays_that_only_repeat_the_week_change_nothing()
    {
        var plain = WorkCalendar.Weekdays("08:00-12:00");
        var same = plain.WithHolidays(new DateOnly(2026, 7, 4), new DateOnly(2026, 7, 4)).WithMakeUpDays(new DateOnly(2026, 7, 6), new DateOnly(2026, 7, 6));
        var start = new DateTimeOffset(2026, 7, 3, 9, 0, 0, TimeSpan.Zero);

        Assert.Equal(plain.Add(start, TimeLimit.WorkHours(9)), same.Add(start, TimeLimit.WorkHours(9)));
    }

    [Fact]
    public void Each_call_makes_another_calendar_and_leaves_the_first_as_it_was()
    {
        var plain = WorkCalendar.Weekdays("08:00-12:00");
        var saturdays = plain.On(DayOfWeek.Saturday).In(Clock.Shanghai).WithHolidays(new DateOnly(2026, 7, 11)).Counting(WorkdayCounting.ByDate);

        Assert.True(plain.IsWorkday(new(2026, 7, 3)));
        Assert.False(plain.IsWorkday(new(2026, 7, 4)));
        Assert.Equal(TimeZoneInfo.Utc, plain.Zone);
        Assert.False(saturdays.IsWorkday(new(2026, 7, 3)));
        Assert.True(saturdays.IsWorkday(new(2026, 7, 4)));
        Assert.False(saturdays.IsWorkday(new(2026, 7, 11)));
        Assert.Equal(Clock.Shanghai, saturdays.Zone.Id);
    }

    [Fact]
    public void A_week_may_begin_on_any_day_and_names_each_day_once_or_more() => Assert.Equal(
        [DayOfWeek.Sunday, DayOfWeek.Wednesday],
        Enumerable.Range(0, 7).Select(i => new DateOnly(2026, 7, 5).AddDays(i))
            .Where(WorkCalendar.Weekdays("08:00-12:00").On(DayOfWeek.Wednesday, DayOfWeek.Sunday, DayOfWeek.Wednesday).IsWorkday)
            .Select(d => d.DayOfWeek));

    [Fact]
    public void A_week_needs_a_workday_and_knows_seven_days()
    {
        var calendar = WorkCalendar.Weekdays("08:00-12:00");
        Assert.Throws<ArgumentException>(() => calendar.On());
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.On((DayOfWeek)7));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.On((DayOfWeek)(-7)));
    }

    [Fact]
    public void A_zone_that_this_machine_does_not_know_is_named() =>
        Assert.Contains("Asia/Pingshan", Assert.Throws<TimeZoneNotFoundException>(() => WorkCalendar.Weekdays("08:00-12:00").In("Asia/Pingshan")).Message, StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_neither_a_zone_nor_a_list_of_days()
    {
        var calendar = WorkCalendar.Weekdays("08:00-12:00");
        Assert.Throws<ArgumentNullException>(() => calendar.In((TimeZoneInfo)null!));
        Assert.Throws<ArgumentNullException>(() => calendar.WithHolidays((IEnumerable<DateOnly>)null!));
        Assert.Throws<ArgumentNullException>(() => calendar.WithMakeUpDays((IEnumerable<DateOnly>)null!));
    }
}
