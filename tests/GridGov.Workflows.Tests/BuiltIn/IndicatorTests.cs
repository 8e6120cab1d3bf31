using static GridGov.Workflows.Tests.CaseIn;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class IndicatorTests
{
    private static readonly DateTimeOffset Later = Monday.AddDays(60);
    private static readonly Actor Worker = Handler("w1");

    [Fact]
    public void Tianmens_counts_give_Tianmens_published_rates()
    {
        Case[] cases =
        [
            .. Enumerable.Range(0, 737).Select(i => Closed($"a{i}", Monday)),
            .. Enumerable.Range(0, 911 - 737).Select(i => Closed($"b{i}", Monday.AddDays(9))),
            .. Enumerable.Range(0, 972 - 911).Select(i => Tracked($"c{i}", Monday)),
            .. Enumerable.Range(0, 996 - 972).Select(i => Tracked($"d{i}", Later)),
        ];

        var indicators = CaseIndicators.Of(cases, Later);

        Assert.Equal(996, indicators.Cases);
        Assert.Equal((new Ratio(911, 972), "93.72 %"), (indicators.Closed, indicators.Closed.ToString()));
        Assert.Equal((new Ratio(737, 972), "75.82 %"), (indicators.ClosedOnTime, indicators.ClosedOnTime.ToString()));
        Assert.Equal(new Ratio(972 - 911, 996), indicators.Overdue);
        Assert.Equal(indicators, CaseIndicators.Of(cases.AsEnumerable().Reverse(), Later));
    }

    [Theory]
    [InlineData(CaseOutcome.Solved, 1)]
    [InlineData(CaseOutcome.PartlySolved, 0)]
    [InlineData(CaseOutcome.CannotBeSolved, 0)]
    [InlineData(CaseOutcome.ResolvedItself, 0)]
    [InlineData(CaseOutcome.OutsideCriteria, 0)]
    public void Closed_is_not_solved(CaseOutcome outcome, int solved)
    {
        var indicators = CaseIndicators.Of([Closed("c1", Monday, outcome)], Later);

        Assert.Equal((new Ratio(1, 1), new Ratio(solved, 1)), (indicators.Closed, indicators.Solved));
        Assert.Equal([new(outcome, 1)], indicators.Outcomes);
    }

    [Fact]
    public void What_was_joined_voided_or_never_handed_on_is_in_no_denominator()
    {
        var linked = Then(Tracked("c1", Monday), new(SideRoads.Triggers.Link, Boss) { Note = "the same lamp", Facts = new() { Related = new("c9") } }, Monday);
        var merged = Then(linked, new(SideRoads.Triggers.Merge, Actor.System) { Note = "done", Facts = new() { Related = new("c9"), Outcome = CaseOutcome.Duplicate } }, Monday);
        var voided = Then(Tracked("c2", Monday), Do(SideRoads.Triggers.Void, Boss), Monday);
        var refused = Then(Opened("c3", Monday), new(SideRoads.Triggers.NotAccept, Clerk) { Note = "no", Facts = new() { Outcome = CaseOutcome.OutsideCriteria } }, Monday);

        var indicators = CaseIndicators.Of([linked, merged, voided, refused], Later);

        Assert.Equal((4, 2, 1, 1), (indicators.Cases, indicators.Duplicates, indicators.Voided, indicators.NotAccepted));
        Assert.All(
            [indicators.Handled, indicators.HandledOnTime, indicators.Overdue, indicators.Extended, indicators.Closed, indicators.ClosedOnTime, indicators.Reworked, indicators.Solved, indicators.Satisfied, indicators.Responded],
            rate => Assert.Equal(("–", 0), (rate.ToString(), rate.Whole)));
        Assert.Empty(indicators.Outcomes);
    }

    [Fact]
    public void On_time_is_when_the_lead_body_confirmed_and_not_when_it_was_closed()
    {
        var due = Tracked("c1", Monday).CaseDue!.Value;

        Assert.Equal(new Ratio(1, 1), CaseIndicators.Of([Closed("c1", due)], Later).HandledOnTime);
        Assert.Equal(new Ratio(0, 1), CaseIndicators.Of([Closed("c1", due.AddTicks(1))], Later).HandledOnTime);
        Assert.True(Closed("c1", due).LastAt > due);
    }

    [Fact]
    public void A_case_that_stands_still_is_asked_to_be_handled_but_not_to_be_closed()
    {
        var suspended = Then(Tracked("c1", Monday), new(SideRoads.Triggers.Suspend, Boss) { Note = "frost", Facts = new() { Until = Monday.AddDays(90) } }, Monday);

        var indicators = CaseIndicators.Of([suspended], Later);

        Assert.Equal((1, 1, 0, 0), (indicators.SuspendedNow, indicators.Handled.Whole, indicators.Closed.Whole, indicators.Overdue.Part));
    }

    [Fact]
    public void Rework_extension_reopening_and_answers_are_counted_by_case()
    {
        var extended = Then(Tracked("c1", Monday), new(SideRoads.Triggers.Extend, Boss) { Note = "parts" }, Monday);
        var reworked = Then(Handled("c2", Monday), Do(EightStep.Triggers.Rework, Checker), Monday);
        var judged = Then(Then(Handled("c3", Monday), Do(EightStep.Triggers.Verify, Checker), Monday), Do(SideRoads.Triggers.Reopen, Citizen), Monday);

        var indicators = CaseIndicators.Of([extended, reworked, judged, Closed("c4", Monday)], Later);

        Assert.Equal((new Ratio(1, 4), new Ratio(1, 4)), (indicators.Extended, indicators.Reworked));
        Assert.Equal((1, new Ratio(1, 2)), (indicators.Reopened, indicators.Satisfied));
        Assert.Equal(new Ratio(1, 4), indicators.Handled);
    }

    [Fact]
    public void A_hotline_is_measured_by_response_resolution_and_satisfaction()
    {
        static Case Order(string id, int hours, CaseOutcome told, Satisfaction answer)
        {
            var order = HotlineOrder.Default;
            var @case = Fit.Open(order, id);
            foreach (var (trigger, facts) in new (string, CaseFacts?)[] { ("accept", null), ("assign", null), ("respond", null), ("report", null), ("answer", null), ("revisit", new() { Outcome = told, Answer = answer }) })
            {
                var way = order.Find(@case.Step, trigger)!;
                var command = Fit.Command(@case, way);
                var at = trigger == "respond" ? Monday.AddHours(hours) : @case.LastAt.AddMinutes(1);
                @case = Case.Apply(@case, order.Decide(@case, facts is null ? command : command with { Facts = facts }, At(at)).ToEntry());
            }

            return Finish.Run(order, @case);
        }

        var indicators = CaseIndicators.Of(
            [Order("a", 2, CaseOutcome.Solved, Satisfaction.Satisfied), Order("b", 30, CaseOutcome.CannotBeSolved, Satisfaction.NotSatisfied), Order("c", 24, CaseOutcome.PartlySolved, Satisfaction.FairlySatisfied)],
            Later);

        Assert.Equal((new Ratio(2, 3), new Ratio(1, 3), new Ratio(2, 3)), (indicators.Responded, indicators.Solved, indicators.Satisfied));
    }

    private static Case Opened(string id, DateTimeOffset at) =>
        Case.Apply(null, Loop.Open(new(id), Report(id, at: at), Clerk, Center, Cover.Limit, At(at)));

    private static Case Tracked(string id, DateTimeOffset at)
    {
        var assigned = Then(Opened(id, at), new(EightStep.Triggers.Assign, Dispatcher) { Handler = Worker.Id, Lead = Worker.Body }, at);
        return Then(assigned, Do(EightStep.Triggers.Start, Worker), at);
    }

    private static Case Handled(string id, DateTimeOffset handled, CaseOutcome outcome = CaseOutcome.Solved) =>
        Then(Tracked(id, Monday), Do(EightStep.Triggers.Report, Worker) with { Facts = new() { Outcome = outcome } }, handled);

    private static Case Closed(string id, DateTimeOffset handled, CaseOutcome outcome = CaseOutcome.Solved)
    {
        var judged = Then(Then(Handled(id, handled, outcome), Do(EightStep.Triggers.Verify, Checker), handled), Do(EightStep.Triggers.Evaluate, Citizen), handled);
        return Then(judged, Do(EightStep.Triggers.Archive, Actor.System), judged.StepDue!.Value);
    }

    private static Case Then(Case @case, CaseCommand command, DateTimeOffset at) =>
        Case.Apply(@case, Loop.Decide(@case, command, At(at)).ToEntry());
}
