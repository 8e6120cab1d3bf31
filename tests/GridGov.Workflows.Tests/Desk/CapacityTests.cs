using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class CapacityTests
{
    private readonly DeskFixture _town = new();

    [Fact]
    public async Task A_case_takes_its_weight_from_referral_until_the_result_is_reported()
    {
        await _town.OpenAssignedAsync("c1", kind: "tree");
        Assert.Equal(2, _town.LoadOf("w1"));
        await _town.DoAsync("c1", "start", Handler("w1"));
        Assert.Equal(2, _town.LoadOf("w1"));
        await _town.DoAsync("c1", "report", Handler("w1"));
        Assert.Equal(0, _town.LoadOf("w1"));
        await _town.DoAsync("c1", "verify", Checker);
        await _town.DoAsync("c1", "evaluate", Citizen);
        Assert.Equal(0, _town.LoadOf("w1"));
    }

    [Fact]
    public async Task Rework_takes_it_again_and_the_second_result_gives_it_back()
    {
        await _town.BringToAsync("c1", EightStep.Feedback);

        for (var again = 0; again < 3; again++)
        {
            await _town.DoAsync("c1", "rework", Checker);
            Assert.Equal(1, _town.LoadOf("w1"));
            await _town.DoAsync("c1", "report", Handler("w1"));
            Assert.Equal(0, _town.LoadOf("w1"));
        }
    }

    [Fact]
    public async Task Rework_comes_back_even_to_a_handler_who_is_full()
    {
        await _town.BringToAsync("c1", EightStep.Feedback);
        await _town.OpenAssignedAsync("c2", kind: "tree");

        await _town.DoAsync("c1", "rework", Checker);

        Assert.Equal(3, _town.LoadOf("w1"));
    }

    [Fact]
    public async Task Urging_changes_no_load()
    {
        await _town.BringToAsync("c1", EightStep.Track);
        _town.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(EightStep.Urge, Assert.Single(await _town.Desk.TickAsync()).Step);
        Assert.Equal(1, _town.LoadOf("w1"));

        await _town.DoAsync("c1", "report", Handler("w1"));
        Assert.Equal(0, _town.LoadOf("w1"));
    }

    [Fact]
    public async Task A_refused_assignment_gives_the_weight_back()
    {
        await _town.OpenAsync("c1");

        Assert.Equal(["role"], Unmet((await _town.Desk.AssignAsync(new("c1"), Citizen)).Refusal));
        Assert.Equal(0, _town.LoadOf("w1"));
    }

    [Fact]
    public async Task A_lifecycle_whose_assigned_step_holds_nobody_takes_no_capacity()
    {
        var loop = EightStep.Default;
        var town = new DeskFixture(change: o => o.Lifecycle = LifecycleDefinition.Freeze(
            "free", 1, loop.Declared.Select(s => s with { HoldsHandler = false }), loop.Transitions));

        await town.OpenAssignedAsync("c1");

        Assert.Equal(0, town.LoadOf("w1"));
    }

    [Fact]
    public async Task Explaining_names_who_would_take_it_and_takes_nothing()
    {
        await _town.OpenAsync("c1");

        var why = (await _town.Desk.ExplainAsync(new("c1"))).Value;

        Assert.Equal(["w1", "w3"], why.Candidates.Select(c => c.Worker.Value));
        Assert.Equal(new ActorId("w1"), _town.City.Roster.Workers[why.Decision.Worker].Id);
        Assert.Equal(0, _town.LoadOf("w1"));
    }
}
