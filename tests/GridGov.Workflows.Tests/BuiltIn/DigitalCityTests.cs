using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

/// <summary>核实 before opening, 核查 before closing, and two centres that are not one.</summary>
public sealed class DigitalCityTests
{
    private static readonly LifecycleDefinition Flow = DigitalCity.Default;
    private static readonly BodyId Supervision = DigitalCity.SupervisionCentre;
    private static readonly BodyId Command = DigitalCity.CommandCentre;

    [Fact]
    public void From_collecting_to_filing_by_way_of_both_centres()
    {
        var steps = new List<string> { Flow.Initial.Id };
        for (var @case = Fit.Open(Flow); !@case.IsClosed; steps.Add(@case.Step))
        {
            var way = Flow.From(@case.Step).First(w => w.To is not null && w.To != @case.Step && w.Trigger is "confirm" or "register" or "assign" or "report" or "pass-on" or "verify" or "close" or "file");
            @case = Case.Apply(@case, Flow.Decide(@case, Fit.Command(@case, way), Fit.When(@case, way)).ToEntry());
        }

        Assert.Equal(["collect", "register", "dispatch", "handle", "feedback", "check", "close", "evaluate", "filed"], steps);
    }

    [Theory]
    [InlineData(DigitalCity.Collect, "confirm", "body.supervision")]
    [InlineData(DigitalCity.Register, "register", "body.supervision")]
    [InlineData(DigitalCity.Dispatch, "assign", "body.command")]
    [InlineData(DigitalCity.Feedback, "pass-on", "body.command")]
    [InlineData(DigitalCity.Check, "verify", "body.supervision")]
    [InlineData(DigitalCity.Check, "rework", "body.supervision")]
    [InlineData(DigitalCity.Close, "close", "body.supervision")]
    [InlineData(SideRoads.Returned, "adjudicate", "body.command")]
    [InlineData(DigitalCity.Handle, "extend", "body.command")]
    [InlineData(DigitalCity.Handle, "suspend", "body.command")]
    public void What_one_centre_does_the_other_cannot(string step, string trigger, string guard)
    {
        var @case = ModelTests.Reachable(Flow).First(c => c.Step == step && !c.IsSuspended && Flow.Decide(c, Fit.Command(c, Flow.Find(step, trigger)!, 1), Fit.When(c, Flow.Find(step, trigger)!)).IsAllowed);
        var way = Flow.Find(step, trigger)!;
        var command = Fit.Command(@case, way, 1);
        var other = new CaseCommand(trigger, command.By with { Body = guard == "body.command" ? Supervision : Command })
        {
            Note = command.Note,
            Facts = command.Facts,
            Handler = command.Handler,
            Lead = command.Lead,
        };

        Assert.Equal([guard], Unmet(Flow.Decide(@case, other, Fit.When(@case, way)).Refusal));
    }

    [Fact]
    public void A_report_from_outside_is_confirmed_on_site_and_a_collectors_own_is_not()
    {
        var outside = Case.Apply(null, Flow.Open(new("c1"), Report("c1"), Clerk, Center, Cover.Limit, CaseIn.At(Monday)));
        var takeIn = new CaseCommand(DigitalCity.Triggers.TakeIn, new(new("k1"), Supervision, Role.Collector));

        Assert.Equal(["report.channel"], Unmet(Flow.Decide(outside, takeIn, CaseIn.At(Monday)).Refusal));
        Assert.Equal(["transition.defined"], Unmet(Flow.Decide(outside, new(DigitalCity.Triggers.Register, new(new("a1"), Supervision, Role.Acceptor)), CaseIn.At(Monday)).Refusal));
        Assert.True(Flow.Decide(Fit.Open(Flow), takeIn, CaseIn.At(Monday)).IsAllowed);
    }

    [Fact]
    public void A_collector_who_finds_nothing_there_ends_it_with_an_outcome()
    {
        var gone = new CaseCommand(SideRoads.Triggers.NotAccept, new(new("k1"), Supervision, Role.Collector)) { Note = "nothing there", Facts = new() { Outcome = CaseOutcome.ResolvedItself } };

        Assert.Equal(SideRoads.NotAccepted, Flow.Decide(Fit.Open(Flow), gone, CaseIn.At(Monday)).To);
    }

    [Fact]
    public void The_supervision_centre_handles_nothing_and_so_can_always_check()
    {
        var dispatch = ModelTests.Reachable(Flow).First(c => c.Step == DigitalCity.Dispatch);
        var way = Flow.Find(dispatch.Step, DigitalCity.Triggers.Assign)!;

        Assert.Equal(["lead.supervision"], Unmet(Flow.Decide(dispatch, Fit.Command(dispatch, way, 1) with { Lead = Supervision }, Fit.When(dispatch, way)).Refusal));
        var returned = ModelTests.Reachable(Flow).First(c => c.Step == SideRoads.Returned);
        var decide = new CaseCommand(SideRoads.Triggers.Adjudicate, new(new("s"), Command, Role.Supervisor)) { Note = "yours", Facts = new() { Body = Supervision } };
        Assert.Equal(["lead.supervision"], Unmet(Flow.Decide(returned, decide, new(returned.LastAt, Calendar)).Refusal));
        var noted = new CaseCommand(SideRoads.Triggers.Note, new(new("h"), Supervision, Role.Handler)) { Note = "seen" };
        Assert.Equal(["handler.body"], Unmet(Flow.Decide(Fit.Open(Flow), noted, CaseIn.At(Monday)).Refusal));
    }

    [Fact]
    public void One_body_cannot_be_both_centres()
    {
        Assert.Throws<ArgumentException>(() => DigitalCity.Define(Supervision, Supervision));
        Assert.Throws<ArgumentException>(() => DigitalCity.Define(default, Command));
        Assert.Throws<DefinitionException>(() => DigitalCity.Define(Supervision, Command, new() { Check = default }));
    }
}
