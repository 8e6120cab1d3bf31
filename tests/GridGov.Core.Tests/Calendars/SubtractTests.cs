using CsCheck;

namespace GridGov.Core.Tests;

/// <summary>The latest start that still meets a deadline.</summary>
public class SubtractTests
{
    private static readonly WorkCalendar City = WorkCalendar.Weekdays("08:00-12:00", "14:00-18:00").In(Clock.Shanghai);

    // 2026-07-01 is a Wednesday.
    [Theory]
    [InlineData("2026-07-01 11:00", "2 work_hour", "2026-07-01 09:00")]
    [InlineData("2026-07-01 15:00", "2 work_hour", "2026-07-01 11:00")]
    [InlineData("2026-07-01 12:00", "4 work_hour", "2026-07-01 08:00")]
    [InlineData("2026-07-01 13:00", "4 work_hour", "2026-07-01 08:00")]
    [InlineData("2026-07-01 18:00", "4 work_hour", "2026-07-01 14:00")]
    [InlineData("2026-07-06 09:00", "1 work_hour", "2026-07-06 08:00")]
    [InlineData("2026-07-06 08:00", "1 work_hour", "2026-07-03 17:00")]
    [InlineData("2026-07-05 12:00", "1 work_day", "2026-07-03 08:00")]
    [InlineData("2026-07-02 15:30", "1 work_day", "2026-07-01 15:30")]
    [InlineData("2026-07-05 01:30", "2 urgent_hour", "2026-07-04 23:30")]
    [InlineData("2026-07-05 01:30", "3 natural_day", "2026-07-02 01:30")]
    public void The_latest_start_is_the_last_moment_before_which_the_limit_fits(string end, string limit, string start) =>
        Clock.Same(Clock.At(start), City.Subtract(Clock.At(end), Clock.Limit(limit)));

    [Theory]
    [InlineData("2026-07-02 10:00", 1, "2026-07-01 10:00")]
    [InlineData("2026-07-06 10:00", 2, "2026-07-02 10:00")]
    [InlineData("2026-07-02 19:00", 1, "2026-07-01 17:59:59.9999999")]
    [InlineData("2026-07-05 10:00", 1, "2026-07-02 17:59:59.9999999")]
    [InlineData("2026-07-06 00:00", 1, "2026-07-03 00:00")]
    public void By_date_it_is_the_same_clock_time_or_the_end_of_the_last_shift(string end, int days, string start) =>
        Clock.Same(Clock.At(start), City.Counting(WorkdayCounting.ByDate).Subtract(Clock.At(end), TimeLimit.WorkDays(days)));

    // 2011-03-13 skips 02:00 to 03:00 in New York: no start between meets a deadline that 02:30 would meet.
    [Fact]
    public void A_start_inside_a_skipped_hour_is_the_last_tick_before_it()
    {
        var always = WorkCalendar.Weekdays("00:00-24:00").In(Clock.NewYork).On(Enum.GetValues<DayOfWeek>());
        var start = always.Subtract(Clock.Exactly("2011-03-13 04:30 -04:00"), TimeLimit.WorkHours(2));

        Clock.Same(Clock.Exactly("2011-03-13 01:59 -05:00").AddTicks(599_999_999), start);
        Assert.True(always.Add(start.AddTicks(1), TimeLimit.WorkHours(2)) > Clock.Exactly("2011-03-13 04:30 -04:00"));
    }

    [Fact]
    public void A_limit_that_would_begin_before_the_year_1_is_out_of_range()
    {
        foreach (var calendar in new[] { City, City.Counting(WorkdayCounting.ByDate) })
        {
            foreach (var unit in Enum.GetValues<LimitUnit>())
                Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Subtract(new(1, 1, 3, 0, 0, 0, TimeSpan.Zero), new(1000, unit)));
        }
    }

    [Fact]
    public void The_default_limit_cannot_be_subtracted() =>
        Assert.Throws<ArgumentException>(() => City.Subtract(Clock.At("2026-07-01 09:00"), default));

    [Fact]
    public void A_start_is_at_most_the_latest_exactly_when_its_deadline_is_met() =>
        Gen.Select(RandomCalendars.WithInstants, Gen.Int[1, 60], Gen.Enum<LimitUnit>()).Sample((world, amount, unit) =>
        {
            var calendar = world.Model.Calendar;
            var limit = new TimeLimit(amount, unit);
            foreach (var end in world.Instants.Concat(world.Instants.Select(i => calendar.Add(i, limit))))
            {
                var latest = calendar.Subtract(end, limit);
                foreach (var start in world.Instants.Concat([latest, latest.AddTicks(1), latest.AddTicks(-1)]))
                {
                    var due = calendar.Add(start, limit);
                    Assert.True((start <= latest) == (due <= end), $"{limit} from {start:O} is due {due:O}; the latest start for {end:O} is said to be {latest:O}.");
                }
            }
        });

    [Fact]
    public void By_date_the_latest_start_meets_the_deadline_and_no_later_one_does() =>
        Gen.Select(RandomCalendars.WithInstants, Gen.Int[1, 9]).Sample((world, days) =>
        {
            var calendar = world.Model.Calendar.Counting(WorkdayCounting.ByDate);
            var limit = TimeLimit.WorkDays(days);
            foreach (var end in world.Instants)
            {
                var latest = calendar.Subtract(end, limit);
                Assert.True(calendar.Add(latest, limit) <= end, $"{latest:O}, said to be the latest, is due {calendar.Add(latest, limit):O}, after {end:O}.");
                foreach (var later in world.Instants.Append(latest.AddTicks(1)).Where(i => i > latest))
                    Assert.True(calendar.Add(later, limit) > end, $"{later:O} meets {end:O}, and {latest:O} is said to be the latest.");
            }
        });

    [Fact]
    public void Inside_working_time_subtracting_and_adding_undo_each_other() =>
        Gen.Select(RandomCalendars.WithInstants, RandomCalendars.Limits).Sample((world, limit) =>
        {
            var calendar = (world.Model with { Zone = TimeZoneInfo.FindSystemTimeZoneById(Clock.Shanghai) }).Calendar;
            foreach (var at in world.Instants.Select(i => i.ToOffset(TimeSpan.FromHours(8))))
            {
                // Work is done at its start, so the limit could begin then; work was done up to its end, so it could be due then.
                if (calendar.IsOpenAt(at))
                    Clock.Same(at, calendar.Subtract(calendar.Add(at, limit), limit));
                if (calendar.IsOpenAt(at.AddTicks(-1)))
                    Clock.Same(at, calendar.Add(calendar.Subtract(at, limit), limit));
            }
        });
}
