using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

/// <summary>首接负责, and what the evaluation of an order rests on.</summary>
public sealed class HotlineOrderTests
{
    private static readonly LifecycleDefinition Order = HotlineOrder.Default;

    [Fact]
    public void From_accepting_to_closing()
    {
        var order = Fit.Open(Order);
        foreach (var (trigger, step) in new[] { ("accept", "dispatch"), ("assign", "respond"), ("respond", "handle"), ("report", "answer"), ("answer", "revisit"), ("revisit", "evaluate"), ("evaluate", "evaluate"), ("close", "closed") })
        {
            order = Does(order, trigger);
            Assert.Equal(step, order.Step);
        }

        Assert.Equal((CaseOutcome.Solved, Satisfaction.Satisfied), (order.Outcome, order.Answer));
        Assert.NotNull(order.RespondedAt);
    }

    [Fact]
    public void The_unit_that_took_it_up_first_stays_the_lead()
    {
        var recused = Does(Walk("accept", "assign", "respond"), SideRoads.Triggers.Recuse);
        var assign = new CaseCommand(HotlineOrder.Triggers.Assign, Dispatcher) { Handler = new ActorId("h9"), Lead = new BodyId("dept-z") };

        var refusal = Order.Decide(recused, assign, new(recused.LastAt, Calendar)).Refusal!;

        Assert.Equal(["lead.first"], Unmet(refusal));
        Assert.Equal("北京市接诉即办工作条例", refusal.Basis!.Instrument);
        Assert.True(Order.Decide(recused, assign with { Lead = recused.Lead }, new(recused.LastAt, Calendar)).IsAllowed);
    }

    [Fact]
    public void A_unit_sends_it_back_before_it_has_spoken_to_the_reporter_and_never_after()
    {
        Assert.Equal(["transition.defined"], Unmet(Order.Decide(Walk("accept", "assign", "respond"), new(SideRoads.Triggers.Return, Actor.System), new(Monday.AddDays(1), Calendar)).Refusal));
        var decided = Does(Does(Walk("accept", "assign"), SideRoads.Triggers.Return), SideRoads.Triggers.Adjudicate);

        Assert.Equal(decided.RightBody, Does(decided, "assign").Lead);
    }

    [Fact]
    public void The_answer_needs_its_text_and_comes_from_the_lead()
    {
        var handled = Walk("accept", "assign", "respond", "report");
        var answer = new CaseCommand(HotlineOrder.Triggers.Answer, new(new("x"), new("dept-z"), Role.Handler));

        Assert.Equal(["lead.own", "evidence.kind"], Unmet(Order.Decide(handled, answer, new(handled.LastAt, Calendar)).Refusal));
    }

    [Fact]
    public void What_the_reporter_says_counts_and_not_what_the_unit_reported()
    {
        var answered = Walk("accept", "assign", "respond", "report", "answer");
        Assert.Equal(CaseOutcome.Solved, answered.Outcome);
        var way = Order.Find(answered.Step, HotlineOrder.Triggers.Revisit)!;
        var told = Fit.Command(answered, way) with { Facts = new() { Outcome = CaseOutcome.CannotBeSolved, Answer = Satisfaction.NotSatisfied } };

        Assert.Equal(CaseOutcome.CannotBeSolved, Case.Apply(answered, Order.Decide(answered, told, Fit.When(answered, way)).ToEntry()).Outcome);
    }

    [Fact]
    public void A_revisit_ends_without_an_answer_only_after_three_attempts_in_a_row()
    {
        var order = Walk("accept", "assign", "respond", "report", "answer");
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(["answer.attempts"], Unmet(Order.Decide(order, GiveUp(order), new(order.LastAt, Calendar)).Refusal));
            order = Does(order, SideRoads.Triggers.NotReached);
        }

        Assert.Equal(HotlineOrder.Evaluate, Does(order, HotlineOrder.Triggers.GiveUp).Step);
        Assert.Equal(0, Does(Does(order, SideRoads.Triggers.Reopen), "report").Unreached);

        static CaseCommand GiveUp(Case order) => Fit.Command(order, Order.Find(order.Step, HotlineOrder.Triggers.GiveUp)!);
    }

    private static Case Walk(params string[] triggers) => triggers.Aggregate(Fit.Open(Order), Does);

    private static Case Does(Case order, string trigger)
    {
        var way = Order.Find(order.Step, trigger)!;
        return Case.Apply(order, Order.Decide(order, Fit.Command(order, way), Fit.When(order, way)).ToEntry());
    }
}
