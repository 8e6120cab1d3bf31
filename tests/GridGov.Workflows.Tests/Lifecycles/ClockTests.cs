using static GridGov.Workflows.Tests.CaseIn;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class ClockTests
{
    [Theory]
    [InlineData(EightStep.Accept, "2026-03-02 12:00")]
    [InlineData(EightStep.Refer, "2026-03-02 18:00")]
    [InlineData(EightStep.Track, "2026-03-03 18:00")]
    [InlineData(EightStep.Feedback, "2026-03-02 18:00")]
    [InlineData(EightStep.Evaluate, "2026-03-05 08:00")]
    [InlineData(EightStep.Publish, "2026-03-12 08:00")]
    [InlineData(EightStep.Urge, "2026-03-04 18:00")]
    public void A_step_begun_on_Monday_at_eight_is_due_by_the_calendar(string step, string due) =>
        Assert.Equal(Local(due), Step(step).StepDue);

    [Fact]
    public void The_handling_is_due_two_workdays_after_the_report_not_after_the_opening()
    {
        var opened = Loop.Open(new("c1"), Report("c1"), Clerk, Center, Cover.Limit, At(Monday.AddHours(6)));

        Assert.Equal(Local("2026-03-03 18:00"), opened.CaseDue);
        Assert.Equal(Local("2026-03-02 18:00"), opened.StepDue);
    }

    [Fact]
    public void Hours_of_work_left_on_Friday_go_on_on_Monday()
    {
        var friday = Local("2026-03-06 17:00");
        var opened = Loop.Open(new("c1"), Report("c1", at: friday), Clerk, Center, Cover.Limit, At(friday));

        Assert.Equal(Local("2026-03-09 11:00"), opened.StepDue);
    }

    [Fact]
    public void An_end_has_no_clock() => Assert.Null(Step(EightStep.Archive).StepDue);

    [Fact]
    public void Rework_returns_to_tracking_and_keeps_the_due_time_of_the_case()
    {
        var before = Step(EightStep.Feedback);
        var after = Case.Apply(before, Loop.Decide(before, Do(EightStep.Triggers.Rework, Checker), At(Monday.AddDays(9))).ToEntry());

        Assert.Equal(EightStep.Track, after.Step);
        Assert.Equal(before.CaseDue, after.StepDue);
        Assert.Equal(new ActorId("w1"), after.Handler);
        Assert.Equal(new BodyId("team-w1"), after.Lead);
    }

    [Fact]
    public void Nothing_is_urged_lapses_or_is_archived_before_its_time()
    {
        foreach (var (step, trigger) in new[] { ("track", "urge"), ("accept", "urge"), ("evaluate", "lapse"), ("publish", "archive") })
        {
            var @case = Step(step);
            var due = @case.StepDue!.Value;

            Assert.Equal(["clock.due"], Unmet(Loop.Decide(@case, Do(trigger, Actor.System), At(due.AddTicks(-1))).Refusal));
            Assert.True(Loop.Decide(@case, Do(trigger, Actor.System), At(due)).IsAllowed);
        }
    }

    [Fact]
    public void The_posting_period_binds_the_supervisor_too()
    {
        var posted = Step(EightStep.Publish);

        Assert.Equal(["clock.due"], Unmet(Loop.Decide(posted, Do(EightStep.Triggers.Archive, Boss), At(Monday.AddDays(9))).Refusal));
        Assert.True(Loop.Decide(posted, Do(EightStep.Triggers.Archive, Boss), At(Monday.AddDays(10))).Ends);
    }

    [Fact]
    public void Handling_is_urged_five_levels_up_and_no_further()
    {
        var @case = Step(EightStep.Track);
        for (var level = 1; level <= 5; level++)
        {
            var entry = Loop.Decide(@case, Do(EightStep.Triggers.Urge, Actor.System), At(@case.StepDue!.Value)).ToEntry();
            @case = Case.Apply(@case, entry);
            Assert.Equal(EntryKind.Urged, entry.Kind);
            Assert.Equal(EightStep.Urge, @case.Step);
            Assert.Equal(level, @case.Urgings);
        }

        Assert.Equal(["urging.levels"], Unmet(Loop.Decide(@case, Do(EightStep.Triggers.Urge, Actor.System), At(@case.StepDue!.Value)).Refusal));
        Assert.True(Loop.Decide(@case, Do(EightStep.Triggers.Report, Handler("w1")), At(@case.StepDue!.Value)).IsAllowed);
    }

    [Fact]
    public void A_late_step_elsewhere_is_urged_in_place()
    {
        var @case = Step(EightStep.Accept);
        var after = Case.Apply(@case, Loop.Decide(@case, Do(EightStep.Triggers.Urge, Boss), At(Local("2026-03-02 14:30"))).ToEntry());

        Assert.Equal(EightStep.Accept, after.Step);
        Assert.Equal(1, after.Urgings);
        Assert.Equal(Local("2026-03-03 08:30"), after.StepDue);
    }

    private static DateTimeOffset Local(string time) =>
        DateTimeOffset.Parse($"{time} +08:00", System.Globalization.CultureInfo.InvariantCulture);
}
