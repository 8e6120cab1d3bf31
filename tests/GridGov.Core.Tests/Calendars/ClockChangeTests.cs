namespace GridGov.Core.Tests;

/// <summary>A night shift in New York when clocks change: 2011-03-13 skips 02:00 to 03:00, 2011-11-06 repeats 01:00 to 02:00.</summary>
public class ClockChangeTests
{
    private static readonly WorkCalendar Night = WorkCalendar.Weekdays("00:00-06:00").In(Clock.NewYork)
        .On(DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday);

    [Theory]
    [InlineData("2011-03-13 00:30 -05:00", 1, "2011-03-13 01:30 -05:00")]
    [InlineData("2011-03-13 01:30 -05:00", 1, "2011-03-13 03:00 -04:00")]
    [InlineData("2011-03-13 01:00 -05:00", 1, "2011-03-13 03:00 -04:00")]
    [InlineData("2011-03-13 01:30 -05:00", 2, "2011-03-13 03:30 -04:00")]
    [InlineData("2011-03-13 00:00 -05:00", 6, "2011-03-13 06:00 -04:00")]
    public void A_deadline_inside_a_skipped_hour_is_the_first_instant_after_it(string start, int hours, string due) => IsDue(start, hours, due);

    [Theory]
    [InlineData("2011-11-06 00:30 -04:00", 1, "2011-11-06 01:30 -04:00")]
    [InlineData("2011-11-06 00:00 -04:00", 1, "2011-11-06 01:00 -04:00")]
    [InlineData("2011-11-06 01:30 -04:00", 1, "2011-11-06 02:30 -05:00")]
    [InlineData("2011-11-06 00:00 -04:00", 6, "2011-11-06 06:00 -05:00")]
    public void A_deadline_inside_a_repeated_hour_is_its_first_occurrence(string start, int hours, string due) => IsDue(start, hours, due);

    [Theory]
    [InlineData("2011-11-06 01:00 -05:00")]
    [InlineData("2011-11-06 01:10 -05:00")]
    [InlineData("2011-11-06 01:59 -05:00")]
    public void No_working_time_passes_while_an_hour_repeats(string start)
    {
        IsDue(start, 1, "2011-11-06 03:00 -05:00");
        Assert.Equal(TimeSpan.FromMinutes(10), Night.Elapsed(Clock.Exactly("2011-11-06 01:50 -04:00"), Clock.Exactly(start), LimitUnit.WorkHour));
        Assert.True(Night.IsOpenAt(Clock.Exactly(start)));
    }

    // A shift that ends when clocks are put back: they show 02:00 only after the repeated hour.
    [Theory]
    [InlineData("2011-11-06 00:38 -04:00", "2011-11-06 02:00 -05:00")]
    [InlineData("2011-11-06 00:38 -04:00", "2011-11-06 02:00 -05:00", "2011-11-01 03:21 -04:00", "2011-11-01 14:44 -04:00")]
    [InlineData("2011-11-06 00:38 -04:00", "2011-11-06 02:00 -05:00", "2011-11-06 01:10 -05:00", "2011-11-06 01:50 -05:00")]
    [InlineData("2011-11-06 00:38 -04:00", "2011-11-07 00:30 -05:00", "2011-11-06 01:30 -04:00", "2011-11-06 01:50 -05:00")]
    public void What_is_used_up_when_clocks_are_put_back_is_due_when_they_show_that_time(
        string start, string due, string? pausedFrom = null, string? pausedUntil = null)
    {
        var early = Night.WithShiftsOn(new DateOnly(2011, 11, 6), "01:00-02:00");
        var pauses = pausedFrom is null ? PauseSet.None : PauseSet.Of(new Pause(Clock.Exactly(pausedFrom), Clock.Exactly(pausedUntil!)));
        Clock.Same(Clock.Exactly(due), early.Add(Clock.Exactly(start), TimeLimit.WorkHours(1), pauses)!.Value);
    }

    [Fact]
    public void By_date_the_same_clock_time_is_kept_across_a_change()
    {
        var byDate = Night.Counting(WorkdayCounting.ByDate);
        Clock.Same(Clock.Exactly("2011-03-14 04:00 -04:00"), byDate.Add(Clock.Exactly("2011-03-12 04:00 -05:00"), TimeLimit.WorkDays(2)));
        Clock.Same(Clock.Exactly("2011-03-13 03:00 -04:00"), byDate.Add(Clock.Exactly("2011-03-12 02:30 -05:00"), TimeLimit.WorkDays(1)));
        Clock.Same(Clock.Exactly("2011-11-06 01:30 -04:00"), byDate.Add(Clock.Exactly("2011-11-05 01:30 -04:00"), TimeLimit.WorkDays(1)));
    }

    [Fact]
    public void A_natural_day_is_twenty_four_hours_also_when_the_date_is_shorter_or_longer()
    {
        Clock.Same(Clock.Exactly("2011-03-13 13:00 -04:00"), Night.Add(Clock.Exactly("2011-03-12 12:00 -05:00"), TimeLimit.NaturalDays(1)));
        Clock.Same(Clock.Exactly("2011-11-06 11:00 -05:00"), Night.Add(Clock.Exactly("2011-11-05 12:00 -04:00"), TimeLimit.NaturalDays(1)));
        Clock.Same(Clock.Exactly("2011-11-06 01:30 -05:00"), Night.Add(Clock.Exactly("2011-11-06 01:30 -04:00"), TimeLimit.UrgentHours(1)));
    }

    [Fact]
    public void Half_an_hour_is_skipped_and_repeated_like_an_hour()
    {
        var island = Night.In("Australia/Lord_Howe");
        Clock.Same(Clock.Exactly("2024-10-06 02:30 +11:00"), island.Add(Clock.Exactly("2024-10-06 01:15 +10:30"), TimeLimit.WorkHours(1)));
        Clock.Same(Clock.Exactly("2024-04-07 01:45 +11:00"), island.Add(Clock.Exactly("2024-04-07 00:45 +11:00"), TimeLimit.WorkHours(1)));
    }

    [Fact]
    public void Seconds_of_a_deadline_inside_a_skipped_hour_are_not_kept() =>
        Clock.Same(
            Clock.Exactly("2011-03-13 03:00 -04:00"),
            Night.Add(Clock.Exactly("2011-03-13 01:59 -05:00").AddTicks(599_999_999), TimeLimit.WorkHours(1)));

    [Fact]
    public void The_last_tick_of_a_repeated_hour_occurs_twice_like_the_others()
    {
        var last = Clock.Exactly("2011-11-06 01:59 -04:00").AddTicks(599_999_999);
        Clock.Same(last, Night.Add(Clock.Exactly("2011-11-06 00:59 -04:00").AddTicks(599_999_999), TimeLimit.WorkHours(1)));
        Assert.Equal(TimeSpan.FromTicks(1), Night.Elapsed(last, last.AddHours(1), LimitUnit.WorkHour));
    }

    private static void IsDue(string start, int hours, string due) =>
        Clock.Same(Clock.Exactly(due), Night.Add(Clock.Exactly(start), TimeLimit.WorkHours(hours)));
}
