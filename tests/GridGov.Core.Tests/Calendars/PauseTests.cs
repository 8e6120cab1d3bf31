namespace GridGov.Core.Tests;

/// <summary>Limits that stand still, worked out by hand round the National Day of 2026.</summary>
public class PauseTests
{
    private static readonly WorkCalendar City = WorkCalendar.Weekdays("08:00-12:00", "14:00-18:00")
        .In(Clock.Shanghai)
        .WithHolidays(Enumerable.Range(1, 7).Select(d => new DateOnly(2026, 10, d)))
        .WithMakeUpDays(new DateOnly(2026, 10, 10));

    // 2026-07-01 is a Wednesday.
    [Theory]
    [InlineData("2026-07-01 09:00", "2 work_hour", "2026-07-01 10:00/2026-07-01 15:00", "2026-07-01 16:00")]
    [InlineData("2026-07-01 09:00", "2 work_hour", "2026-07-01 12:30/2026-07-01 13:30", "2026-07-01 11:00")]
    [InlineData("2026-07-01 09:00", "4 work_hour", "2026-07-01 12:00/2026-07-01 14:00", "2026-07-01 15:00")]
    [InlineData("2026-07-01 09:00", "4 work_hour", "2026-07-01 11:30/2026-07-01 13:00", "2026-07-01 15:30")]
    [InlineData("2026-07-01 09:00", "1 work_hour", "2026-07-01 10:00/2026-07-01 15:00", "2026-07-01 10:00")]
    [InlineData("2026-07-01 09:00", "1 work_hour", "2026-06-01 00:00/2026-07-03 08:00", "2026-07-03 09:00")]
    [InlineData("2026-09-30 09:00", "1 work_day", "2026-09-30 17:00/2026-10-09 08:00", "2026-10-09 10:00")]
    [InlineData("2026-09-30 09:00", "1 work_day", "2026-10-01 00:00/2026-10-08 08:00", "2026-10-08 09:00")]
    [InlineData("2026-07-01 09:00", "1 natural_day", "2026-07-01 18:00/2026-07-03 18:00", "2026-07-04 09:00")]
    [InlineData("2026-07-01 23:00", "2 urgent_hour", "2026-07-01 23:30/2026-07-02 00:00", "2026-07-02 01:30")]
    [InlineData("2026-07-01 09:00", "3 work_hour", "2026-07-01 09:30/2026-07-01 10:00,2026-07-01 11:00/2026-07-01 15:00", "2026-07-01 16:30")]
    public void What_is_left_before_a_pause_is_left_after_it(string start, string limit, string pauses, string due) =>
        Clock.Same(Clock.At(due), City.Add(Clock.At(start), Clock.Limit(limit), Set(pauses))!.Value);

    [Theory]
    [InlineData("2026-07-01 10:00", "2026-07-02 11:00/2026-07-03 15:00", "2026-07-06 14:00")]
    [InlineData("2026-07-01 10:00", "2026-07-01 10:00/2026-07-03 15:00", "2026-07-07 15:00")]
    [InlineData("2026-07-01 19:00", "2026-07-01 19:00/2026-07-01 23:00", "2026-07-06 08:00")]
    [InlineData("2026-07-02 00:00", "2026-07-04 00:00/2026-07-05 00:00", "2026-07-06 00:00")]
    [InlineData("2026-07-02 00:00", "2026-07-04 00:00/2026-07-07 10:00", "2026-07-07 10:00")]
    [InlineData("2026-07-01 10:00", "2026-07-03 10:00/2026-07-07 10:00", "2026-07-03 10:00")]
    public void By_date_a_pause_moves_the_clock_time_by_its_length_on_workdays(string start, string pauses, string due) =>
        Clock.Same(
            Clock.At(due),
            City.Counting(WorkdayCounting.ByDate).Add(Clock.At(start), TimeLimit.WorkDays(2), Set(pauses))!.Value);

    [Fact]
    public void A_limit_under_an_open_pause_has_no_deadline_and_loses_nothing()
    {
        var open = Set("2026-07-01 10:00/");
        var start = Clock.At("2026-07-01 09:00");
        foreach (var unit in Enum.GetValues<LimitUnit>())
        {
            foreach (var calendar in new[] { City, City.Counting(WorkdayCounting.ByDate) })
            {
                var limit = new TimeLimit(2, unit);
                Assert.Null(calendar.Add(start, limit, open));
                Assert.Equal(calendar.LengthOf(limit) - TimeSpan.FromHours(1), calendar.Remaining(start, limit, Clock.At("2027-01-01 00:00"), open));
            }
        }

        Clock.Same(Clock.At("2026-07-01 10:00"), City.Add(start, TimeLimit.WorkHours(1), open)!.Value);
    }

    [Theory]
    [InlineData("2026-07-01 09:30", 210)]
    [InlineData("2026-07-01 10:00", 180)]
    [InlineData("2026-07-01 12:00", 180)]
    [InlineData("2026-07-01 15:00", 180)]
    [InlineData("2026-07-01 16:00", 120)]
    [InlineData("2026-07-02 10:00", -120)]
    public void What_is_left_stands_still_during_a_pause(string now, int minutes) => Assert.Equal(
        TimeSpan.FromMinutes(minutes),
        City.Remaining(Clock.At("2026-07-01 09:00"), TimeLimit.WorkHours(4), Clock.At(now), Set("2026-07-01 10:00/2026-07-01 15:00")));

    // 2011-03-13 skips 02:00 to 03:00 and 2011-11-06 repeats 01:00 to 02:00.
    [Theory]
    [InlineData("2011-03-13 00:00 -05:00", "2011-03-13 01:00 -05:00", "2011-03-13 03:00 -04:00", 4, "2011-03-13 06:00 -04:00")]
    [InlineData("2011-03-13 00:00 -05:00", "2011-03-13 01:30 -05:00", "2011-03-13 04:00 -04:00", 3, "2011-03-13 05:30 -04:00")]
    [InlineData("2011-11-06 00:00 -04:00", "2011-11-06 01:00 -04:00", "2011-11-06 01:30 -05:00", 4, "2011-11-06 05:00 -05:00")]
    [InlineData("2011-11-06 00:00 -04:00", "2011-11-06 01:10 -05:00", "2011-11-06 01:50 -05:00", 4, "2011-11-06 04:00 -05:00")]
    public void Across_a_clock_change_a_pause_takes_as_much_as_clocks_went_forward(string start, string from, string until, int hours, string due)
    {
        var always = WorkCalendar.Weekdays("00:00-24:00").In(Clock.NewYork).On(Enum.GetValues<DayOfWeek>());
        var pauses = PauseSet.Of(new Pause(Clock.Exactly(from), Clock.Exactly(until)));
        Clock.Same(Clock.Exactly(due), always.Add(Clock.Exactly(start), TimeLimit.WorkHours(hours), pauses)!.Value);
    }

    [Fact]
    public void Pauses_that_overlap_or_touch_are_one_and_order_does_not_matter()
    {
        var set = Set("2026-07-03 08:00/2026-07-03 09:00,2026-07-01 10:00/2026-07-01 12:00,2026-07-01 11:00/2026-07-01 11:30,2026-07-01 12:00/2026-07-01 13:00,2026-07-05 00:00/2026-07-05 00:00");

        Assert.Equal(Set("2026-07-01 10:00/2026-07-01 13:00,2026-07-03 08:00/2026-07-03 09:00"), set);
        Assert.Equal(PauseSet.None, Set("2026-07-05 00:00/2026-07-05 00:00"));
        Assert.Equal(Set("2026-07-01 09:00/"), set.With(new(Clock.At("2026-07-01 09:00"), null)).With(new(Clock.At("2026-07-08 09:00"), null)));
        Assert.Equal(2, set.Pauses.Count);
        Assert.False(set.IsOpen);
    }

    [Theory]
    [InlineData("2026-07-01 09:59", false)]
    [InlineData("2026-07-01 10:00", true)]
    [InlineData("2026-07-01 12:00", false)]
    [InlineData("2026-07-03 08:00", true)]
    [InlineData("2030-07-03 08:00", true)]
    public void A_pause_holds_from_its_begin_to_just_before_its_end(string at, bool holds) =>
        Assert.Equal(holds, Set("2026-07-01 10:00/2026-07-01 12:00,2026-07-03 08:00/").Holds(Clock.At(at)));

    [Fact]
    public void Misuse_is_refused()
    {
        var at = Clock.At("2026-07-01 09:00");
        Cultures.InEach(_ => Assert.Contains("2026-07-01", Assert.Throws<ArgumentOutOfRangeException>(() => new Pause(at, at.AddTicks(-1))).Message, StringComparison.Ordinal));
        Assert.Throws<ArgumentNullException>(() => City.Add(at, TimeLimit.WorkHours(1), null!));
        Assert.Throws<ArgumentNullException>(() => City.Elapsed(at, at, LimitUnit.WorkHour, null!));
        Assert.Throws<ArgumentException>(() => City.Add(at, default, PauseSet.None));
    }

    [Fact]
    public void Texts_are_the_same_in_every_culture() => Cultures.InEach(_ =>
        Assert.Equal(
            "2026-07-01T10:00:00.0000000+08:00/2026-07-01T12:00:00.0000000+08:00, 2026-07-03T08:00:00.0000000+08:00/..",
            Set("2026-07-01 10:00/2026-07-01 12:00,2026-07-03 08:00/").ToString()));

    private static PauseSet Set(string text) => PauseSet.Of([.. text.Split(',').Select(p => p.Split('/')).Select(p =>
        new Pause(Clock.At(p[0]), p[1].Length == 0 ? null : Clock.At(p[1])))]);
}
