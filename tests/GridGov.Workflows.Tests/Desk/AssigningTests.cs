using static GridGov.Workflows.Tests.Town;
using T = GridGov.Workflows.SideRoads.Triggers;

namespace GridGov.Workflows.Tests;

/// <summary>What the desk tells the engine of a case that was handed on before.</summary>
public sealed class AssigningTests
{
    private readonly DeskFixture _town = new();

    [Fact]
    public async Task Whoever_stepped_aside_is_passed_over()
    {
        await _town.OpenAssignedAsync("c1");
        var first = (await FindAsync("c1")).Handler!.Value;
        await DoAsync(new(T.Recuse, Handler(first.Value)) { Note = "a relative of the party" });

        var again = await _town.Desk.AssignAsync(new("c1"), Actor.System);

        Assert.True(again.IsAccepted, again.Refusal?.ToString());
        Assert.NotEqual(first, again.Value.Handler);
        Assert.Equal([first], again.Value.Recused);
    }

    [Fact]
    public async Task Nobody_is_found_when_all_who_could_stepped_aside()
    {
        await _town.OpenAsync("c1");
        while ((await _town.Desk.AssignAsync(new("c1"), Actor.System)).TryGetValue(out var @case))
            await DoAsync(new(T.Recuse, Handler(@case.Handler!.Value.Value)) { Note = "a relative of the party" });

        var refusal = (await _town.Desk.AssignAsync(new("c1"), Actor.System)).Refusal;

        Assert.Equal(RefusalCodes.NobodyEligible, refusal?.Code);
        Assert.Equal(0, _town.Desk.WaitingCount);
    }

    [Fact]
    public async Task A_returned_case_goes_to_the_body_that_was_decided_on()
    {
        await _town.OpenAssignedAsync("c1");
        var first = await FindAsync("c1");
        Assert.Equal(new BodyId("team-w1"), first.Lead);
        var other = new BodyId("team-w3");
        await DoAsync(new(T.Return, Handler(first.Handler!.Value.Value)) { Note = "not ours", Facts = new() { Body = other } });
        await DoAsync(new(T.Adjudicate, new(new("boss"), Center, Role.Supervisor)) { Note = "by the duty list", Facts = new() { Body = other } });

        var again = await _town.Desk.AssignAsync(new("c1"), Actor.System);

        Assert.True(again.IsAccepted, again.Refusal?.ToString());
        Assert.Equal(other, again.Value.Lead);
    }

    private async Task<Case> FindAsync(string id) => (await _town.Desk.FindAsync(new(id)))!;

    private async Task DoAsync(CaseCommand command)
    {
        var outcome = await _town.Desk.DoAsync(new("c1"), command);
        Assert.True(outcome.IsAccepted, outcome.Refusal?.ToString());
    }
}
