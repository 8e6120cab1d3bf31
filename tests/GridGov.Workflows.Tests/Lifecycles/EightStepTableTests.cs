using static GridGov.Workflows.Tests.CaseIn;

namespace GridGov.Workflows.Tests;

public sealed class EightStepTableTests
{
    // The main road; the side roads are walked by ModelTests and pinned by docs/lifecycle-eight-step.md.
    private static readonly Dictionary<(string Step, string Trigger), string> Expected = new()
    {
        [("accept", "assign")] = "refer",
        [("accept", "urge")] = "accept",
        [("refer", "start")] = "track",
        [("refer", "urge")] = "refer",
        [("track", "report")] = "feedback",
        [("track", "urge")] = "urge",
        [("urge", "report")] = "feedback",
        [("urge", "urge")] = "urge",
        [("feedback", "verify")] = "evaluate",
        [("feedback", "rework")] = "track",
        [("feedback", "urge")] = "feedback",
        [("evaluate", "evaluate")] = "publish",
        [("evaluate", "lapse")] = "publish",
        [("publish", "archive")] = "archive",
    };

    private static readonly string[] Steps = ["accept", "refer", "track", "urge", "feedback", "evaluate", "publish", "archive"];

    public static TheoryData<string, string> EveryPair()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var step in Steps)
        {
            foreach (var trigger in Expected.Keys.Select(k => k.Trigger).Distinct())
                pairs.Add(step, trigger);
        }

        return pairs;
    }

    [Fact]
    public void The_loop_has_eight_steps_and_the_side_roads()
    {
        Assert.Equal(
            [.. Steps, "returned", "linked", "not-accepted", "voided", "merged", "force-closed"],
            Loop.States.Select(s => s.Id));
        Assert.Equal(new LifecycleVersion("eight-step", 1), Loop.Version);
        Assert.Equal(EightStep.Accept, Loop.Initial.Id);
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void A_step_lets_through_what_the_table_says_and_Stateless_agrees(string step, string trigger)
    {
        var @case = Step(step);
        var machine = Loop.ToStateMachine(step);

        var decision = Loop.Decide(@case, Fitting(trigger, step), At(@case.StepDue ?? Town.Monday.AddYears(1)));

        var allowed = Expected.TryGetValue((step, trigger), out var target);
        Assert.Equal(allowed, decision.IsAllowed);
        Assert.Equal(allowed, machine.CanFire(trigger));
        if (allowed)
        {
            machine.Fire(trigger);
            Assert.Equal(target, machine.State);
            Assert.Equal(target, decision.To);
            Assert.Equal(target == "archive", decision.Ends);
            Assert.Equal(target == "archive", decision.StepDue is null);
            Assert.Equal(target, Case.Apply(@case, decision.ToEntry()).Step);
        }
        else
        {
            Assert.Equal(RefusalCodes.TransitionUndefined, decision.Refusal!.Code);
            Assert.Throws<RefusedException>(() => decision.ToEntry());
        }
    }

    [Fact]
    public void A_refusal_of_an_unknown_way_names_the_possible_ones()
    {
        var refusal = Loop.Decide(Step(EightStep.Feedback), Fitting("assign", "feedback"), At(Town.Monday)).Refusal!;

        Assert.Equal("possible here: verify, rework, urge, force-close, note", refusal.Remedy.En);
    }
}
