namespace GridGov.Core.Tests;

/// <summary>Limits in workdays by date, as Boston counts them. 2011-07-05 is a Tuesday.</summary>
public class WorkdayByDateTests
{
    private static readonly WorkCalendar Boston =
        WorkCalendar.Weekdays("08:30-17:00").In(Clock.NewYork).Counting(WorkdayCounting.ByDate);

    [Theory]
    [InlineData("2011-07-05 10:15:30", 1, "2011-07-06 10:15:30")]
    [InlineData("2011-07-05 10:15:30", 5, "2011-07-12 10:15:30")]
    [InlineData("2011-07-05 07:00", 1, "2011-07-06 07:00")]
    [InlineData("2011-07-05 00:00", 1, "2011-07-06 00:00")]
    [InlineData("2011-07-05 16:59:59", 1, "2011-07-06 16:59:59")]
    public void A_limit_keeps_the_time_of_day_at_which_it_began(string start, int days, string due) => IsDue(start, days, due);

    [Theory]
    [InlineData("2011-07-05 17:00", 1, "2011-07-07 08:30")]
    [InlineData("2011-07-05 23:59:59", 2, "2011-07-08 08:30")]
    [InlineData("2011-07-08 17:00", 1, "2011-07-12 08:30")]
    public void After_the_last_shift_it_counts_from_the_first_shift_of_the_next_workday(string start, int days, string due) => IsDue(start, days, due);

    [Theory]
    [InlineData("2011-07-02 10:00", 1, "2011-07-05 10:00")]
    [InlineData("2011-07-03 03:00", 2, "2011-07-06 03:00")]
    [InlineData("2011-07-02 19:31", 1, "2011-07-06 08:30")]
    [InlineData("2011-07-03 17:00", 3, "2011-07-08 08:30")]
    public void On_a_day_off_it_counts_from_the_same_time_of_the_next_workday(string start, int days, string due) => IsDue(start, days, due);

    [Theory]
    [InlineData("2011-07-01 10:00", 1, "2011-07-05 10:00")]
    [InlineData("2011-07-01 18:00", 1, "2011-07-06 08:30")]
    [InlineData("2011-07-04 12:00", 1, "2011-07-06 12:00")]
    public void Holidays_are_days_off(string start, int days, string due) =>
        Clock.Same(
            Clock.At(due, Clock.NewYork),
            Boston.WithHolidays(new DateOnly(2011, 7, 4)).Add(Clock.At(start, Clock.NewYork), TimeLimit.WorkDays(days)));

    [Fact]
    public void Work_hours_are_counted_inside_the_shifts_all_the_same() =>
        Clock.Same(
            Clock.At("2011-07-06 09:30", Clock.NewYork),
            Boston.Add(Clock.At("2011-07-05 16:00", Clock.NewYork), TimeLimit.WorkHours(2)));

    [Theory]
    [InlineData("2011-07-01 16:00", "2011-07-01 16:00", 0)]
    [InlineData("2011-07-01 16:00", "2011-07-01 20:00", 4)]
    [InlineData("2011-07-01 16:00", "2011-07-02 19:31", 8)]
    [InlineData("2011-07-01 16:00", "2011-07-03 10:00", 8)]
    [InlineData("2011-07-01 16:00", "2011-07-04 16:00", 24)]
    [InlineData("2011-07-01 18:00", "2011-07-04 08:30", 0)]
    [InlineData("2011-07-01 18:00", "2011-07-05 08:30", 24)]
    [InlineData("2011-07-02 10:00", "2011-07-03 20:00", 0)]
    [InlineData("2011-07-05 08:30", "2011-07-01 18:00", -24)]
    public void Elapsed_time_stands_still_on_days_off_and_until_the_limit_counts(string start, string end, int hours) =>
        Assert.Equal(
            TimeSpan.FromHours(hours),
            Boston.Elapsed(Clock.At(start, Clock.NewYork), Clock.At(end, Clock.NewYork), LimitUnit.WorkDay));

    [Fact]
    public void A_limit_is_overrun_exactly_when_its_deadline_has_passed()
    {
        var limit = TimeLimit.WorkDays(1);
        for (var start = Clock.At("2011-07-01 00:10", Clock.NewYork); start < Clock.At("2011-07-05 12:00", Clock.NewYork); start = start.AddMinutes(97))
        {
            var due = Boston.Add(start, limit);
            var before = Boston.LengthOf(limit);
            Assert.Equal(TimeSpan.Zero, Boston.Remaining(start, limit, due));
            for (var now = start; now < due.AddDays(3); now = now.AddMinutes(61))
            {
                var left = Boston.Remaining(start, limit, now);
                Assert.True(left <= before, $"What is left of a limit from {start:O} grew to {left} at {now:O}.");
                Assert.Equal(now > due, left < TimeSpan.Zero);
                before = left;
            }
        }
    }

    private static void IsDue(string start, int days, string due) =>
        Clock.Same(Clock.At(due, Clock.NewYork), Boston.Add(Clock.At(start, Clock.NewYork), TimeLimit.WorkDays(days)));
}
