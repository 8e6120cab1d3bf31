using GridGov.Workflows;

namespace GridGov.Testing.Tests;

public class TownTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_goes_round_the_default_town()
    {
        var town = Town.Default();
        var clock = town.Clock();
        var desk = town.Desk(clock);

        var opened = await desk.OpenAsync(town.Report("R-1"), town.Acceptor, cancellationToken: Token);
        var assigned = await desk.AssignAsync(opened.Value.Id, Actor.System, Token);
        Assert.Equal("w-g11", assigned.Value.Handler?.Value);
        Assert.Equal(Town.TeamOf("w-g11"), assigned.Value.Lead);

        clock.Advance(TimeLimit.WorkDays(1), town.Profile.Calendar);
        Assert.Equal(town.Morning.Date.AddHours(18), clock.GetUtcNow().ToOffset(town.Morning.Offset).DateTime);
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.AdvanceTo(town.Morning));
        Assert.True(clock.GetUtcNow() > town.Morning);
    }

    [Fact]
    public async Task What_is_added_takes_the_place_of_the_defaults()
    {
        var town = new TownBuilder { Center = new("centre-2") }
            .Grid("street", level: GridLevel.Street).Grid("north", "street").Grid("south", "street")
            .Matter("gas-leak", TimeLimit.UrgentHours(4), DutyKind.Statutory, "gas")
            .Worker("walker", "south").Worker("fitter", "south", 1, "gas")
            .Build();
        var desk = town.Desk(town.Clock());
        var opened = await desk.OpenAsync(town.Report("R-1"), town.Acceptor, cancellationToken: Token);
        Assert.Equal(new BodyId("centre-2"), opened.Value.Lead);
        Assert.Equal(town.Morning.AddHours(4), opened.Value.CaseDue);
        Assert.Equal("fitter", (await desk.AssignAsync(opened.Value.Id, Actor.System, Token)).Value.Handler?.Value);
    }

    [Fact]
    public void Parts_that_do_not_fit_are_refused_as_a_whole() => Assert.Throws<DefinitionException>(
        () => new TownBuilder().Matter("gas-leak", null, DutyKind.Statutory, "gas").Build());

    [Fact]
    public void A_case_can_be_given_in_any_step_of_a_lifecycle()
    {
        var town = Town.Default();
        foreach (var state in town.Profile.Lifecycle.States)
        {
            var story = town.Case("R-1").In(state.Id, "w-g11");
            Assert.Equal((state.Id, state.IsEnd), (story.Now.Step, story.Now.IsClosed));
            Assert.Equal(state.IsEnd, story.Now.StepDue is null);
            Assert.Null(CaseChain.Verify(story.Entries.AsEnumerable()));
        }
    }

    [Fact]
    public async Task A_story_that_is_stored_is_what_the_desk_finds()
    {
        var town = Town.Default();
        var story = town.Case("R-1")
            .Then(new(EightStep.Triggers.Assign, town.Dispatcher) { Handler = new ActorId("w-g11"), Lead = Town.TeamOf("w-g11") })
            .Then(new(EightStep.Triggers.Start, Town.Handler("w-g11")), town.Morning.AddHours(1));
        var store = new InMemoryCaseStore();
        await story.StoreAsync(store, Token);
        var desk = town.Desk(town.Clock(), store);
        var found = await desk.FindAsync(story.Now.Id, Token);
        Assert.Equal(story.Now, found);
        Assert.Equal(EightStep.Track, found?.Step);
        await Assert.ThrowsAsync<ExpectationException>(async () => await story.StoreAsync(store, Token));
    }

    [Fact]
    public void A_story_that_the_lifecycle_refuses_fails_with_the_refusal()
    {
        var town = Town.Default();
        var failure = Assert.Throws<ExpectationException>(() => town.Case("R-1").Then(new(EightStep.Triggers.Archive, town.Supervisor)));
        Assert.Contains("transition.undefined", failure.Message, StringComparison.Ordinal);
    }
}
