using GridGov.Testing;
using GridGov.Workflows;

namespace GridGov.Community.Tests.Deliberations;

public sealed class DeliberationTests
{
    private static readonly Actor Collector = new(new("c-1"), new("centre"), Role.Collector);
    private static readonly Actor Convenor = new(new("d-1"), new("committee"), Role.Dispatcher);
    private static readonly Actor Chair = new(new("l-1"), new("committee"), Role.Leader);
    private static readonly Actor Supervisor = new(new("s-1"), new("street"), Role.Supervisor);
    private static readonly Actor Handler = new(new("h-1"), new("lift company"), Role.Handler);
    private static readonly Actor Resident = new(new("v-1"), new("residents"), Role.Verifier);
    private static readonly WorkCalendar Calendar = Town.Default().Profile.Calendar;
    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    public static TheoryData<string> BuiltIns => [.. All.Select(d => d.Lifecycle.Version.Id)];

    private static Deliberation[] All =>
    [
        Community.Deliberations.Neighbours, Community.Deliberations.FourAndTwo, Community.Deliberations.SixSteps, Community.Deliberations.Owners,
        Community.Deliberations.OwnersSpecial, Community.Deliberations.Villagers, Community.Deliberations.MonthlyTalk,
    ];

    [Fact]
    public void A_matter_goes_round_the_loop_with_evidence_at_each_step()
    {
        var vote = Carried(yes: 40, present: 60, entitled: 100);

        var story = Open(Community.Deliberations.Neighbours)
            .When(new(Deliberation.Triggers.Conclude, Collector) { Note = "a lift for house 3" }).Then("admit")
            .When(new(Deliberation.Triggers.Approve, Supervisor) { Note = "in the residents' power" }).Then("discuss")
            .When(new(Deliberation.Triggers.Conclude, Convenor) { Note = "two drafts" })
            .ThenRefused(RefusalCodes.TransitionRefused, "document.invited", "document.attendance", "document.minutes")
            .When(new(Deliberation.Triggers.Conclude, Convenor) { Note = "two drafts", Facts = Documents("invited", "attendance", "minutes") }).Then("decide")
            .When(Deliberation.Declare(vote, Chair, CommunityEvidence.Of("tally", "t-1")))
            .ThenRefused(RefusalCodes.TransitionRefused, "document.attendance")
            .When(Deliberation.Declare(vote, Chair, CommunityEvidence.Of("tally", "t-1"), CommunityEvidence.Of("attendance", "a-1"))).Then("post");

        var due = story.Case!.StepDue!.Value;
        Assert.Equal(story.Case.StepSince.AddDays(5), due);
        story = story.When(new(Deliberation.Triggers.Posted, Actor.System), due.AddMinutes(-1))
            .ThenRefused(RefusalCodes.TransitionRefused)
            .When(new(Deliberation.Triggers.Posted, Actor.System), due).Then(Deliberation.Entrust)
            .When(new(Deliberation.Triggers.Assign, Convenor) { Handler = Handler.Id, Lead = Handler.Body }).Then("carry-out")
            .When(new(Deliberation.Triggers.Report, Handler) { Note = "in service" }).Then("judge")
            .When(new(Deliberation.Triggers.Accept, Handler with { Role = Role.Verifier }) { Note = "fine", Facts = new() { Outcome = CaseOutcome.Solved } })
            .ThenRefused(RefusalCodes.TransitionRefused, "separation.handler")
            .When(new(Deliberation.Triggers.Rework, Resident) { Note = "the doors jam" }).Then("carry-out")
            .When(new(Deliberation.Triggers.Report, Handler) { Note = "doors mended" }).Then("judge")
            .When(new(Deliberation.Triggers.Accept, Resident) { Note = "fine", Facts = new() { Outcome = CaseOutcome.Solved } }).Then(Deliberation.Archived);

        Assert.True(story.Case!.IsClosed);
        Assert.Equal(CaseOutcome.Solved, story.Case.Outcome);
    }

    [Fact]
    public void A_vote_that_fails_goes_back_to_the_talk_and_says_why()
    {
        var vote = Carried(yes: 30, present: 60, entitled: 100);
        var command = Deliberation.Declare(vote, Chair, CommunityEvidence.Of("tally", "t-1"), CommunityEvidence.Of("attendance", "a-1"));

        Assert.Equal(Deliberation.Triggers.Fail, command.Trigger);
        Assert.Contains("须有31", command.Note, StringComparison.Ordinal);
        At(Community.Deliberations.Neighbours, "decide").When(command).Then("discuss");
    }

    [Fact]
    public void An_objection_that_is_upheld_takes_a_decision_back_to_the_talk() =>
        At(Community.Deliberations.Neighbours, "post").When(new(Deliberation.Triggers.Dissent, Supervisor) { Note = "12 households were not invited" }).Then("discuss");

    [Fact]
    public void What_is_not_taken_up_ends_with_a_reason_and_an_outcome()
    {
        At(Community.Deliberations.Neighbours, "admit").When(new(Deliberation.Triggers.Drop, Supervisor) { Note = "a matter of the city" })
            .ThenRefused(RefusalCodes.TransitionRefused);
        At(Community.Deliberations.Neighbours, "admit").When(new(Deliberation.Triggers.Drop, Supervisor) { Note = "a matter of the city", Facts = new() { Outcome = CaseOutcome.NotOurs, Body = new("city") } })
            .Then(Deliberation.Dropped);
    }

    [Fact]
    public void The_result_of_four_and_two_is_posted_before_it_is_judged() =>
        Assert.Equal(
            ["propose", "consult", "examine", "decide", "post-decision", "entrust", "carry-out", "post-result", "judge", "archived", "dropped"],
            Community.Deliberations.FourAndTwo.Lifecycle.Declared.Select(s => s.Id));

    [Theory]
    [MemberData(nameof(BuiltIns))]
    public void Every_vote_names_a_rule_that_there_is(string id)
    {
        foreach (var vote in All.Single(d => d.Lifecycle.Version.Id == id).Stages.Where(s => s.Kind == StageKind.Vote))
            Assert.True(QuorumRules.Statutory.TryFind(vote.Quorum!, out _), vote.Quorum);
    }

    [Theory]
    [MemberData(nameof(BuiltIns))]
    public void It_is_read_back_from_JSON_with_its_documents_as_guards(string id)
    {
        var lifecycle = All.Single(d => d.Lifecycle.Version.Id == id).Lifecycle;
        var guards = new[] { "invited", "attendance", "minutes", "tally", "notice" }
            .Aggregate(GuardRegistry.BuiltIn, (all, kind) => all.With(CommunityEvidence.Needs(kind)));

        var read = LifecycleDefinition.FromJson(lifecycle.ToJson(), guards);

        Assert.Equal(lifecycle.ToJson(), read.ToJson());
    }

    [Fact]
    public void Stages_that_are_no_deliberation_are_refused_with_every_fault()
    {
        DeliberationStage stage = new() { Id = "x", Name = new("x", "x"), Kind = StageKind.Vote, Owner = Role.Leader };

        var e = Assert.Throws<DefinitionException>(() => Deliberation.Define("broken", 1,
        [
            stage,
            stage with { Kind = StageKind.CarryOut, Limit = TimeLimit.WorkDays(1) },
            stage with { Id = "entrust", Kind = StageKind.Judge, Quorum = "owners.ordinary" },
        ]));

        Assert.Equal(
            ["stages", "stages[0]", "stages[0]", "stages[0]", "stages[1]", "stages[1]", "stages[2]", "stages[2]", "stages[2]"],
            e.Faults.Select(f => f.Where));
    }

    private static QuorumResult Carried(int yes, int present, int entitled) =>
        QuorumRules.Statutory["residents.assembly"].Judge(new() { People = new(entitled, present, present, yes, present - yes) });

    private static CaseFacts Documents(params string[] kinds) => new() { Evidence = [.. kinds.Select(k => CommunityEvidence.Of(k, "d-1"))] };

    private static Report Report => new() { Id = new("R-1"), At = Begin, Grid = new("330199001001"), Class = new("01037"), Channel = "talk" };

    private static LifecycleExpectation Open(Deliberation deliberation) => LifecycleExpectation.Of(deliberation.Lifecycle, Calendar)
        .Given([deliberation.Lifecycle.Open(new("R-1"), Report, Collector, new("committee"), TimeLimit.WorkDays(60), new(Begin, Calendar))]);

    private static LifecycleExpectation At(Deliberation deliberation, string step)
    {
        var open = Open(deliberation);
        var state = deliberation.Lifecycle.State(step);
        var moved = CaseChain.Seal(
            new()
            {
                Case = open.Case!.Id,
                Number = 2,
                At = Begin.AddHours(1),
                Kind = EntryKind.Moved,
                By = Actor.System,
                Trigger = "given",
                From = open.Case.Step,
                To = step,
                Lead = open.Case.Lead,
                StepDue = Calendar.Add(Begin.AddHours(1), state.Limit.Own!.Value),
                CaseDue = open.Case.CaseDue,
            },
            open.Case.Head);
        return LifecycleExpectation.Of(deliberation.Lifecycle, Calendar).Given(open.Entries.Add(moved));
    }
}
