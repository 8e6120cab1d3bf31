using CsCheck;

namespace GridGov.Core.Tests;

public class PauseLawTests
{
    private static readonly Gen<(MinuteByMinute Model, DateTimeOffset[] Instants, Pause[] Pauses)> Worlds =
        from world in RandomCalendars.WithInstants
        from pauses in RandomCalendars.Pauses(world.Instants[0])
        select (world.Model, world.Instants, pauses);

    [Fact]
    public void A_deadline_is_what_counting_minute_by_minute_finds() =>
        Gen.Select(Worlds, Gen.Int[1, 12].Select(TimeLimit.WorkHours)).Sample((world, limit) =>
            Assert.Equal(
                world.Model.Add(world.Instants[1], limit, world.Pauses),
                world.Model.Calendar.Add(world.Instants[1], limit, PauseSet.Of(world.Pauses))), iter: 100);

    [Fact]
    public void Elapsed_time_is_what_counting_minute_by_minute_finds() =>
        Worlds.Sample(world =>
            Assert.Equal(
                world.Model.Elapsed(world.Instants[0], world.Instants[2], world.Pauses),
                world.Model.Calendar.Elapsed(world.Instants[0], world.Instants[2], LimitUnit.WorkHour, PauseSet.Of(world.Pauses)).TotalMinutes), iter: 50);

    [Fact]
    public void Pauses_outside_working_time_change_nothing() =>
        Gen.Select(Worlds, RandomCalendars.Limits).Sample((world, limit) =>
        {
            var calendar = world.Model.Calendar;
            var pauses = PauseSet.Of([.. world.Pauses.Where(p =>
                p.Until is { } until && calendar.Elapsed(p.From, until, LimitUnit.WorkHour) == TimeSpan.Zero)]);
            Clock.Same(calendar.Add(world.Instants[0], limit), calendar.Add(world.Instants[0], limit, pauses)!.Value);
            Clock.Same(calendar.Add(world.Instants[0], limit), calendar.Add(world.Instants[0], limit, PauseSet.None)!.Value);
        });

    [Fact]
    public void Splitting_a_pause_and_the_order_of_pauses_change_nothing() =>
        Gen.Select(Worlds, Gen.Int[1, 40], Gen.Enum<LimitUnit>(), Gen.Double[0, 1]).Sample((world, amount, unit, share) =>
        {
            var split = world.Pauses.SelectMany(p => Split(p, share)).Reverse().ToArray();
            Assert.Equal(PauseSet.Of(world.Pauses), PauseSet.Of(split));
            foreach (var calendar in Both(world.Model))
            {
                Assert.Equal(
                    calendar.Add(world.Instants[0], new(amount, unit), PauseSet.Of(world.Pauses)),
                    calendar.Add(world.Instants[0], new(amount, unit), PauseSet.Of(split)));
            }
        });

    [Fact]
    public void A_length_is_added_as_the_limit_of_that_length_and_a_part_of_it_is_used_when_it_says() =>
        Gen.Select(Worlds, Gen.Int[1, 40], Gen.Enum<LimitUnit>()).Sample((world, amount, unit) =>
        {
            var (start, limit, pauses) = (world.Instants[0], new TimeLimit(amount, unit), PauseSet.Of(world.Pauses));
            foreach (var calendar in Both(world.Model))
            {
                var (whole, part, due) = (calendar.LengthOf(limit), calendar.LengthOf(limit) * 0.8, calendar.Add(start, limit, pauses));
                Assert.Equal(due, calendar.Add(start, whole, unit, pauses));
                if (calendar.Add(start, part, unit, pauses) is not { } at)
                    continue;
                Assert.True(due is null || at <= due);
                Assert.True(calendar.Elapsed(start, at, unit, pauses) >= part);
                Assert.True(calendar.Elapsed(start, at.AddTicks(-1), unit, pauses) <= part);
            }
        });

    [Fact]
    public void What_is_left_before_a_pause_is_left_after_it_and_never_grows() =>
        Gen.Select(Worlds, Gen.Int[1, 40], Gen.Enum<LimitUnit>()).Sample((world, amount, unit) =>
        {
            var (start, limit, pauses) = (world.Instants[0], new TimeLimit(amount, unit), PauseSet.Of(world.Pauses));
            foreach (var calendar in Both(world.Model))
            {
                foreach (var pause in pauses.Pauses.Where(p => p.From >= start))
                {
                    var before = calendar.Remaining(start, limit, pause.From, pauses);
                    var after = calendar.Remaining(start, limit, pause.Until ?? pause.From.AddYears(1), pauses);
                    Assert.Equal(before, after);
                }

                var left = world.Instants.Select(now => calendar.Remaining(start, limit, now, pauses)).ToArray();
                Assert.Equal(left.OrderDescending(), left);
            }
        });

    [Fact]
    public void Nothing_is_left_at_the_deadline_and_something_before() =>
        Gen.Select(Worlds, Gen.Int[1, 40], Gen.Enum<LimitUnit>()).Sample((world, amount, unit) =>
        {
            var (start, limit, pauses) = (world.Instants[0], new TimeLimit(amount, unit), PauseSet.Of(world.Pauses));
            foreach (var calendar in Both(world.Model with { Zone = TimeZoneInfo.FindSystemTimeZoneById(Clock.Shanghai) }))
            {
                if (calendar.Add(start, limit, pauses) is not { } due)
                {
                    Assert.True(calendar.Remaining(start, limit, start.AddYears(1), pauses) >= TimeSpan.Zero);
                    continue;
                }

                Assert.Equal(TimeSpan.Zero, calendar.Remaining(start, limit, due, pauses));
                Assert.True(calendar.Remaining(start, limit, due.AddTicks(-1), pauses) >= TimeSpan.Zero);
                Assert.True(due >= calendar.Add(start, limit));
            }
        });

    [Fact]
    public void Elapsed_times_add_up() =>
        Gen.Select(Worlds, Gen.Enum<LimitUnit>()).Sample((world, unit) =>
        {
            var (calendar, pauses) = (world.Model.Calendar, PauseSet.Of(world.Pauses));
            var (a, b, c) = (world.Instants[2], world.Instants[0], world.Instants[3]);
            Assert.Equal(calendar.Elapsed(a, c, unit, pauses), calendar.Elapsed(a, b, unit, pauses) + calendar.Elapsed(b, c, unit, pauses));
        });

    private static IEnumerable<Pause> Split(Pause pause, double share)
    {
        if (pause.Until is not { } until)
            return [pause];
        var middle = pause.From + ((until - pause.From) * share);
        return [new(pause.From, middle), new(middle, until)];
    }

    private static WorkCalendar[] Both(MinuteByMinute model) => [model.Calendar, model.Calendar.Counting(WorkdayCounting.ByDate)];
}
