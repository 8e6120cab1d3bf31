using static GridGov.Workflows.Tests.PausingLoop;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class ClockPlanTests
{
    private static readonly EscalationPolicy Policy = new();

    [Fact]
    public void A_late_case_is_warned_of_urged_level_by_level_and_taken_up_the_chain()
    {
        // 10 working hours from Monday at eight: Tuesday at ten. Nobody does anything.
        var acts = Play(Working(TimeLimit.WorkHours(10), Standing), 40);

        Assert.Equal(
            [
                "02 18:00 warn Case 80", "03 10:00 warn Case 100", "03 10:00 urge Grid",
                "04 10:00 urge Community", "04 10:00 escalate Grid", "05 10:00 urge Street", "05 10:00 escalate Community",
                "06 10:00 urge District", "06 10:00 escalate Street", "09 10:00 urge City", "09 10:00 escalate District", "10 10:00 escalate City",
            ],
            acts);
    }

    [Fact]
    public void A_step_with_a_limit_of_its_own_is_warned_of_once_and_then_urged()
    {
        var opened = Case.Apply(null, Standing.Open(new("c1"), Report("c1"), Clerk, Center, TimeLimit.WorkDays(90), new(Monday, Calendar)));

        Assert.Equal(
            ["02 11:12 warn Step 80", "02 12:00 warn Step 100", "02 12:00 urge Grid", "02 18:00 urge Community", "03 12:00 urge Street"],
            Play(opened, 5));
    }

    [Fact]
    public void Without_a_policy_only_the_lifecycle_speaks()
    {
        var working = Working(TimeLimit.WorkHours(10), Standing);
        Assert.Null(ClockPlan.Next(Standing, null, working, Calendar));

        var handled = working.After(Standing, new("finish", Handler("w1")), Monday);
        Assert.Equal((Monday.AddDays(1), "lapse"), Seen(ClockPlan.Next(Standing, null, handled, Calendar)));
    }

    [Fact]
    public void While_a_case_is_suspended_it_is_resumed_and_nothing_else()
    {
        var until = At("20 09:00");
        var suspended = Working(TimeLimit.WorkHours(10), Standing).After(Standing, new("suspend", Boss) { Facts = new() { Until = until } }, At("03 09:59"));

        Assert.Equal((until, "resume"), Seen(ClockPlan.Next(Standing, Policy, suspended, Calendar)));

        // It was at 99 %: the warning at 80 % is made up for, and a minute of work later it is due.
        var resumed = suspended.After(Standing, new("resume", Actor.System), until);
        Assert.Equal(["02 18:00 warn Case 80", "20 09:01 warn Case 100"], Play(resumed, 2));
    }

    [Fact]
    public void A_handled_case_is_not_warned_of_and_not_escalated()
    {
        var handled = Working(TimeLimit.WorkHours(10), Standing).After(Standing, new("finish", Handler("w1")), At("02 09:00"));

        Assert.Equal(["03 04:12 warn Step 80", "03 09:00 warn Step 100", "03 09:00 lapse"], Play(handled, 9));
    }

    [Fact]
    public void An_extension_begins_the_warnings_anew()
    {
        var @case = Working(TimeLimit.WorkHours(10), Standing);
        @case = @case.After(Standing, ClockPlan.Next(Standing, Policy, @case, Calendar)!.Value.Command, At("02 18:00"));
        var extended = @case.After(Standing, new("extend", Boss), At("03 09:00"));

        Assert.Equal(["03 18:00 warn Case 80", "04 12:00 warn Case 100"], Play(extended, 2));
    }

    [Fact]
    public void A_body_that_does_not_report_in_is_told_once()
    {
        var called = Working(TimeLimit.WorkDays(9), Standing).After(
            Standing, new("call", Boss) { Note = "gas smell", Facts = new() { Body = new("gas"), Until = Monday.AddMinutes(30) } }, Monday);
        var plan = ClockPlan.Next(Standing, Policy, called, Calendar)!.Value;
        var told = called.After(Standing, plan.Command, Monday.AddMinutes(30));

        Assert.Equal((Monday.AddMinutes(30), "warn"), Seen(plan));
        Assert.Equal(new BodyId("gas"), plan.Command.Facts!.Body);
        Assert.Equal(Monday.AddMinutes(30), Assert.Single(told.Supporters).RemindedAt);
        Assert.Equal((0, 0), (told.StepWarned, told.CaseWarned));
        Assert.NotEqual(Monday.AddMinutes(30), ClockPlan.Next(Standing, Policy, told, Calendar)!.Value.At);
    }

    [Fact]
    public void What_the_lifecycle_would_refuse_is_not_planned()
    {
        var @case = CaseIn.Step(EightStep.Accept);
        for (var i = 0; i < 5; i++)
            @case = Case.Apply(@case, EightStep.Default.Decide(@case, new(EightStep.Triggers.Urge, Actor.System), new(@case.StepDue!.Value, Calendar)).ToEntry());

        Assert.Null(ClockPlan.Next(EightStep.Default, null, @case, Calendar));
    }

    private static (DateTimeOffset At, string Trigger) Seen(ClockAct? act) => (act!.Value.At, act.Value.Command.Trigger);

    // Every act at its own time; the case is folded anew from its entries before each, as after a restart.
    private static List<string> Play(Case @case, int most)
    {
        var acts = new List<string>();
        while (acts.Count < most && ClockPlan.Next(Standing, Policy, @case, Calendar) is { } next)
        {
            var facts = next.Command.Facts;
            var at = TimeZoneInfo.ConvertTime(next.At, Calendar.Zone).ToString("dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
            acts.Add($"{at} {next.Command.Trigger} {facts?.Clock?.ToString() ?? facts?.Level?.ToString()} {facts?.Share}".TrimEnd());
            @case = @case.After(Standing, next.Command, next.At > @case.LastAt ? next.At : @case.LastAt);
        }

        return acts;
    }
}
