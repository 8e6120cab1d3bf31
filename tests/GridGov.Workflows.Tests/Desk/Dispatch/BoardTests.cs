using GridGov.Assignment;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

/// <summary>The board (认领榜) at the desk.</summary>
public sealed class DeskBoardTests
{
    private readonly DeskFixture _town = Fixture();

    [Fact]
    public async Task Those_who_could_take_it_see_it_and_one_claims_it()
    {
        await PostedAsync("c1");
        Assert.Equal([new BoardItem(new("c1"), 5, Monday.AddHours(1))], _town.Desk.BoardFor(new("w1")));
        Assert.Empty(_town.Desk.BoardFor(new("w2")));
        Assert.Equal(DispatchCodes.CannotTake, (await _town.Desk.ClaimAsync(new("c1"), new("w2"))).Refusal?.Code);

        var claimed = await _town.Desk.ClaimAsync(new("c1"), new("w1"));

        Assert.Equal(new ActorId("w1"), claimed.Value.Handler);
        Assert.Equal(SideRoads.Triggers.Claim, (await _town.LogAsync())[^1].Trigger);
        Assert.Empty(_town.Desk.BoardFor(new("w3")));
        Assert.Equal(DispatchCodes.NotOnBoard, (await _town.Desk.ClaimAsync(new("c1"), new("w3"))).Refusal?.Code);
    }

    [Fact]
    public async Task Points_come_with_the_result_once_and_are_counted_from_the_log()
    {
        await PostedAsync("c1");
        await _town.Desk.ClaimAsync(new("c1"), new("w1"));
        await _town.DoAsync("c1", "start", Handler("w1"));
        Assert.Equal(0, _town.Desk.PointsOf(new("w1")));
        await _town.DoAsync("c1", "report", Handler("w1"));
        Assert.Equal(5, _town.Desk.PointsOf(new("w1")));
        await _town.DoAsync("c1", "rework", Checker);
        await _town.DoAsync("c1", "report", Handler("w1"));

        Assert.Equal(5, _town.Desk.PointsOf(new("w1")));
        Assert.Equal(5, (await RestoredAsync()).Desk.PointsOf(new("w1")));
    }

    [Fact]
    public async Task A_claimed_case_that_was_handed_over_earns_nothing()
    {
        await PostedAsync("c1");
        await _town.Desk.ClaimAsync(new("c1"), new("w1"));
        var other = (await _town.Desk.ReassignAsync(new("c1"), Town.Dispatcher, "too slow")).Value.Handler!.Value;
        await _town.DoAsync("c1", "start", Handler(other.Value));
        await _town.DoAsync("c1", "report", Handler(other.Value));

        Assert.Equal((0, 0), (_town.Desk.PointsOf(new("w1")), _town.Desk.PointsOf(other)));
    }

    [Fact]
    public async Task What_nobody_claims_in_time_is_given_out()
    {
        await PostedAsync("c1");

        _town.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(new ActorId("w1"), Assert.Single(await _town.Desk.TickAsync(), c => c.Handler is not null).Handler);
        Assert.Empty(_town.Desk.BoardFor(new("w3")));
    }

    [Fact]
    public async Task After_a_restart_it_hangs_there_for_the_rest_of_its_time()
    {
        await PostedAsync("c1");
        _town.Time.Advance(TimeSpan.FromMinutes(20));

        var restored = await RestoredAsync();

        Assert.Equal([new BoardItem(new("c1"), 5, Monday.AddHours(1))], restored.Desk.BoardFor(new("w1")));
        Assert.Equal(0, restored.Desk.WaitingCount);
        restored.Time.Advance(TimeSpan.FromMinutes(40));
        Assert.Single(await restored.Desk.TickAsync(), c => c.Handler is not null);
    }

    [Fact]
    public async Task One_of_another_class_is_posted_by_hand()
    {
        await _town.OpenAsync("c1", kind: "tree");

        Assert.True((await _town.Desk.PostAsync(new("c1"), new(2))).IsAccepted);

        Assert.Equal([new BoardItem(new("c1"), 2, null)], _town.Desk.BoardFor(new("w1")));
        Assert.Equal(DeskCodes.OnBoard, (await _town.Desk.AssignAsync(new("c1"), Actor.System)).Refusal?.Code);
        Assert.Equal(RefusalCodes.TransitionUndefined, (await _town.Desk.PostAsync((await _town.OpenAssignedAsync("c2", kind: "tree")).Id, new(2))).Refusal?.Code);
    }

    private static DeskFixture Fixture(ICaseStore? store = null, DateTimeOffset? now = null) => new(store, now: now, change: o => o.Dispatch = new()
    {
        Classes = [new() { Class = new("cover"), Board = new(5, TimeSpan.FromHours(1)) }],
    });

    private async Task<DeskFixture> RestoredAsync()
    {
        var restored = Fixture(_town.Store, _town.Time.GetUtcNow());
        await restored.Desk.RestoreAsync();
        return restored;
    }

    private async Task PostedAsync(string id)
    {
        await _town.OpenAsync(id);
        Assert.Equal(DeskCodes.OnBoard, (await _town.Desk.AssignAsync(new(id), Actor.System)).Refusal?.Code);
    }
}
