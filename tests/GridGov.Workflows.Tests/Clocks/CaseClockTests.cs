using CsCheck;
using static GridGov.Workflows.Tests.PausingLoop;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class CaseClockTests
{
    [Fact]
    public void What_remains_before_a_pause_remains_after_it()
    {
        var @case = Working(TimeLimit.WorkHours(8));
        var before = Of(@case, At("02 10:30"));
        @case = @case.Suspended(At("02 10:30"), At("05 09:00"));

        Assert.Equal(TimeSpan.FromHours(5.5), before.Remaining);
        Assert.Equal(before.Remaining, Of(@case, At("04 17:00")).Remaining);
        Assert.False(Of(@case, At("04 17:00")).IsRunning);
        Assert.Null(Of(@case, At("04 17:00")).Due);
        @case = @case.Resumed(At("05 09:00"));

        Assert.Equal(before.Remaining, Of(@case, At("05 09:00")).Remaining);
        Assert.Equal(At("05 16:30"), Of(@case, At("05 09:00")).Due);
        Assert.Equal(1, Of(@case, At("05 16:30")).Share);
        Assert.Equal(TimeSpan.FromHours(1.5), Of(@case, At("05 18:00")).LateBy);
    }

    [Fact]
    public void Whatever_the_number_of_pauses_the_clock_agrees_with_one_that_counts_minutes()
    {
        var limits = Gen.Int[0, 3].Select(i => new[] { TimeLimit.WorkHours(30), TimeLimit.WorkDays(4), TimeLimit.NaturalDays(5), TimeLimit.UrgentHours(90) }[i]);
        Gen.Select(limits, Gen.Int[1, 600].Array[0, 60], Gen.Int[0, 20_000]).Sample((limit, steps, asked) =>
        {
            var @case = Working(limit);
            var (at, pauses) = (Monday, new List<(DateTimeOffset From, DateTimeOffset Until)>());
            for (var i = 0; i + 1 < steps.Length; i += 2)
            {
                var from = at.AddMinutes(steps[i]);
                at = from.AddMinutes(steps[i + 1]);
                pauses.Add((from, at));
                var left = Of(@case, from).Remaining;
                @case = @case.Suspended(from, at.AddDays(300));
                Assert.Equal(left, Of(@case, at).Remaining);
                @case = @case.Resumed(at);
                Assert.Equal(left, Of(@case, at).Remaining);
            }

            var now = Monday.AddMinutes(asked);
            var seen = Of(@case, now);
            Assert.Equal(Counted(limit.Unit, now, pauses), seen.Used);
            Assert.Equal(@case.Suspensions, pauses.Count);
            Assert.Equal(seen.Limit, Of(@case, @case.CaseDue!.Value).Used);
            Assert.True(seen.LateBy > TimeSpan.Zero == seen.Remaining < TimeSpan.Zero);
        }, iter: 300);
    }

    [Fact]
    public void Extensions_count_one_after_the_other_each_in_its_own_unit()
    {
        var @case = Working(TimeLimit.WorkDays(1)).Extended(At("02 09:00"), TimeLimit.NaturalDays(1));

        Assert.Equal(At("03 18:00"), Of(@case, Monday).Due);
        Assert.Equal(TimeSpan.FromHours(8 + 24), Of(@case, Monday).Limit);
        Assert.Equal(TimeSpan.FromHours(8), Of(@case, At("02 18:00")).Used);
        Assert.Equal(TimeSpan.FromHours(8 + 14), Of(@case, At("03 08:00")).Used);
    }

    [Fact]
    public void The_handling_runs_until_the_lead_confirms_and_on_after_rework()
    {
        var @case = Working(TimeLimit.WorkHours(8));
        var uploaded = @case.After(Plain, new("note", Handler("w1")) { Note = "photo 17" }, At("02 09:00"));
        Assert.Equal(TimeSpan.FromHours(2), Of(uploaded, At("02 10:00")).Used);

        var handled = @case.After(Plain, new("finish", Handler("w1")), At("02 10:00"));
        Assert.Equal(TimeSpan.FromHours(2), Of(handled, At("02 18:00")).Used);
        Assert.False(Of(handled, At("02 18:00")).IsRunning);

        var reworked = handled.After(Plain, new("rework", Checker), At("02 15:00"));
        Assert.Equal(TimeSpan.FromHours(5), Of(reworked, At("02 15:00")).Used);
        Assert.True(Of(reworked, At("02 15:00")).IsRunning);
    }

    [Fact]
    public void A_step_has_a_clock_of_its_own_or_shows_that_of_the_case()
    {
        var opened = Case.Apply(null, Plain.Open(new("c1"), Report("c1"), Clerk, Center, TimeLimit.WorkHours(8), new(At("02 09:00"), Calendar)));
        var intake = CaseClockView.OfStep(Plain, opened, Calendar, At("02 11:00"))!.Value;

        Assert.Equal((CaseClock.Step, TimeSpan.FromHours(4), TimeSpan.FromHours(2), 0.5), (intake.Clock, intake.Limit, intake.Used, intake.Share));
        Assert.Equal(TimeSpan.FromHours(3), Of(opened, At("02 11:00")).Used);

        var working = Working(TimeLimit.WorkHours(8));
        Assert.Equal(Of(working, At("02 11:00")) with { Clock = CaseClock.Step }, CaseClockView.OfStep(Plain, working, Calendar, At("02 11:00")));
    }

    private static CaseClockView Of(Case @case, DateTimeOffset now) => CaseClockView.OfCase(@case, Calendar, now)!.Value;

    // Minute by minute, on the town's own shifts.
    private static TimeSpan Counted(LimitUnit unit, DateTimeOffset now, List<(DateTimeOffset From, DateTimeOffset Until)> pauses)
    {
        var minutes = 0;
        for (var at = Monday; at < now; at = at.AddMinutes(1))
        {
            var works = unit is LimitUnit.NaturalDay or LimitUnit.UrgentHour
                || (at.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && at.Hour is (>= 8 and < 12) or (>= 14 and < 18));
            if (works && !pauses.Exists(p => p.From <= at && at < p.Until))
                minutes++;
        }

        return TimeSpan.FromMinutes(minutes);
    }
}
