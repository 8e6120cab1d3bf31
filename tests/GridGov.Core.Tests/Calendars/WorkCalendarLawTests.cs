using CsCheck;

namespace GridGov.Core.Tests;

public class WorkCalendarLawTests
{
    [Fact]
    public void A_deadline_is_what_counting_minute_by_minute_finds() =>
        Gen.Select(RandomCalendars.WithInstants, RandomCalendars.Limits).Sample((world, limit) =>
        {
            var calendar = world.Model.Calendar;
            foreach (var start in world.Instants)
                Clock.Same(world.Model.Add(start, limit), calendar.Add(start, limit));
        }, iter: 150);

    [Fact]
    public void Elapsed_working_time_is_what_counting_minute_by_minute_finds() =>
        RandomCalendars.WithInstants.Sample(world =>
        {
            var calendar = world.Model.Calendar;
            foreach (var start in world.Instants)
            {
                foreach (var end in world.Instants)
                    Assert.Equal(world.Model.Elapsed(start, end), calendar.Elapsed(start, end, LimitUnit.WorkHour).TotalMinutes);
            }
        }, iter: 150);

    [Fact]
    public void Work_is_done_where_the_minute_says_so() =>
        RandomCalendars.WithInstants.Sample(world =>
        {
            var calendar = world.Model.Calendar;
            foreach (var at in world.Instants)
                Assert.Equal(world.Model.IsWorked(world.Model.LocalAt(at)), calendar.IsOpenAt(at));
        });

    [Fact]
    public void What_begins_later_is_not_due_earlier() =>
        Gen.Select(RandomCalendars.WithInstants, Gen.Int[1, 60], Gen.Enum<LimitUnit>()).Sample((world, amount, unit) =>
        {
            var dues = world.Instants.Select(at => world.Model.Calendar.Add(at, new(amount, unit))).ToArray();
            Assert.Equal(dues.Order(), dues);
        });

    [Fact]
    public void A_longer_limit_is_not_due_earlier_and_none_is_due_before_it_began() =>
        Gen.Select(RandomCalendars.WithInstants, Gen.Int[1, 60], Gen.Int[1, 60], Gen.Enum<LimitUnit>()).Sample((world, amount, more, unit) =>
        {
            foreach (var calendar in Both(world.Model))
            {
                var due = calendar.Add(world.Instants[0], new(amount, unit));
                Assert.True(world.Instants[0] < due);
                Assert.True(due <= calendar.Add(world.Instants[0], new(amount + more, unit)));
            }
        });

    [Fact]
    public void Elapsed_times_add_up() =>
        Gen.Select(RandomCalendars.WithInstants, Gen.Enum<LimitUnit>()).Sample((world, unit) =>
        {
            var calendar = world.Model.Calendar;
            var (a, b, c) = (world.Instants[2], world.Instants[0], world.Instants[3]);
            Assert.Equal(calendar.Elapsed(a, c, unit), calendar.Elapsed(a, b, unit) + calendar.Elapsed(b, c, unit));
            Assert.Equal(calendar.Elapsed(a, b, unit), -calendar.Elapsed(b, a, unit));
        });

    // A deadline inside an hour that clocks skip falls behind it, so the law is stated for zones that skip none here.
    [Fact]
    public void Between_start_and_deadline_lies_exactly_the_limit_and_nothing_is_left_then() =>
        Gen.Select(RandomCalendars.WithInstants, Gen.Int[1, 60], Gen.Enum<LimitUnit>()).Sample((world, amount, unit) =>
        {
            foreach (var calendar in Both(world.Model with { Zone = TimeZoneInfo.FindSystemTimeZoneById(Clock.Shanghai) }))
            {
                foreach (var start in world.Instants)
                {
                    var limit = new TimeLimit(amount, unit);
                    var due = calendar.Add(start, limit);
                    Assert.Equal(calendar.LengthOf(limit), calendar.Elapsed(start, due, unit));
                    Assert.Equal(TimeSpan.Zero, calendar.Remaining(start, limit, due));
                    Assert.True(calendar.Remaining(start, limit, due.AddTicks(-1)) >= TimeSpan.Zero);
                    Assert.True(calendar.Remaining(start, limit, start) >= calendar.LengthOf(limit));
                }
            }
        });

    [Fact]
    public void Two_limits_one_after_the_other_are_one_limit_of_both() =>
        Gen.Select(RandomCalendars.WithInstants, Gen.Int[1, 40], Gen.Int[1, 40]).Sample((world, first, second) =>
        {
            var calendar = (world.Model with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kathmandu") }).Calendar;
            foreach (var unit in Enum.GetValues<LimitUnit>())
            {
                Clock.Same(
                    calendar.Add(world.Instants[0], new(first + second, unit)),
                    calendar.Add(calendar.Add(world.Instants[0], new(first, unit)), new(second, unit)));
            }
        });

    [Fact]
    public void A_deadline_carries_the_offset_in_force_then() =>
        Gen.Select(RandomCalendars.WithInstants, Gen.Int[1, 60], Gen.Enum<LimitUnit>()).Sample((world, amount, unit) =>
        {
            foreach (var calendar in Both(world.Model))
            {
                var due = calendar.Add(world.Instants[0], new(amount, unit));
                Assert.Equal(world.Model.Zone.GetUtcOffset(due), due.Offset);
            }
        });

    private static WorkCalendar[] Both(MinuteByMinute model) =>
        [model.Calendar, model.Calendar.Counting(WorkdayCounting.ByDate)];
}
