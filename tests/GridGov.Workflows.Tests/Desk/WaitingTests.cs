using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class WaitingTests
{
    // One worker with room for one case.
    private readonly ScriptedStore _store = new();
    private readonly DeskFixture _town;

    public WaitingTests() => _town = new(_store, o => o.Workers = [Worker("w1", 1, "g11"), Worker("gas", 1, "g12") with { Skills = ["gas"] }]);

    [Fact]
    public async Task When_nobody_is_free_the_case_waits()
    {
        await _town.OpenAssignedAsync("c1");
        await _town.OpenAsync("c2");

        var refused = await _town.Desk.AssignAsync(new("c2"), Actor.System);

        Assert.Equal(RefusalCodes.NobodyFree, refused.Refusal?.Code);
        Assert.Equal(1, _town.Desk.WaitingCount);
        Assert.Equal(EightStep.Accept, (await _town.Desk.FindAsync(new("c2")))!.Step);
        Assert.Empty(await _town.Desk.AssignWaitingAsync());
    }

    [Fact]
    public async Task Where_nobody_is_eligible_it_does_not_wait()
    {
        await _town.OpenAsync("c1", "s1", "leak");

        Assert.Equal(RefusalCodes.NobodyEligible, (await _town.Desk.AssignAsync(new("c1"), Actor.System)).Refusal?.Code);
        Assert.Equal(0, _town.Desk.WaitingCount);
    }

    [Fact]
    public async Task A_reported_result_makes_room_for_the_case_that_is_due_first()
    {
        await _town.BringToAsync("c1", EightStep.Track);
        await WaitAsync("c2", Monday.AddHours(3));
        await WaitAsync("c3", Monday.AddHours(1));
        await WaitAsync("c4", Monday.AddHours(2));

        await _town.DoAsync("c1", "report", Handler("w1"));
        var assigned = await _town.Desk.AssignWaitingAsync();

        Assert.Equal([new CaseId("c3")], assigned.Select(c => c.Id));
        Assert.Equal(new ActorId("w1"), assigned[0].Handler);
        Assert.Equal(2, _town.Desk.WaitingCount);
        Assert.Equal(1, _town.LoadOf("w1"));
    }

    [Fact]
    public async Task A_case_assigned_by_hand_leaves_the_line()
    {
        await _town.OpenAssignedAsync("c1");
        await WaitAsync("c2", Monday);

        await _town.Desk.DoAsync(new("c2"), new("assign", Dispatcher) { Handler = new("w1"), Lead = new("team-w1") });

        Assert.Equal(0, _town.Desk.WaitingCount);
        Assert.Equal(2, _town.LoadOf("w1"));
    }

    [Fact]
    public async Task Urging_a_waiting_case_keeps_it_in_line()
    {
        await _town.BringToAsync("c1", EightStep.Track);
        await WaitAsync("c2", Monday);
        _town.Time.Advance(TimeSpan.FromHours(4));
        Assert.Single(await _town.Desk.TickAsync());

        await _town.DoAsync("c1", "report", Handler("w1"));

        Assert.Single(await _town.Desk.AssignWaitingAsync());
    }

    [Fact]
    public async Task A_round_that_the_store_cut_short_is_made_up_for()
    {
        await _town.BringToAsync("c1", EightStep.Track);
        await WaitAsync("c2", Monday);
        await _town.DoAsync("c1", "report", Handler("w1"));
        _store.Break();
        await Assert.ThrowsAsync<IOException>(async () => await _town.Desk.AssignWaitingAsync());
        _store.Work();

        Assert.Single(await _town.Desk.AssignWaitingAsync());
    }

    [Fact]
    public async Task A_round_that_was_cancelled_is_made_up_for()
    {
        await _town.BringToAsync("c1", EightStep.Track);
        await WaitAsync("c2", Monday);
        await _town.DoAsync("c1", "report", Handler("w1"));
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await _town.Desk.AssignWaitingAsync(new(canceled: true)));

        Assert.Single(await _town.Desk.AssignWaitingAsync());
    }

    [Fact]
    public async Task A_case_that_somebody_else_changed_meanwhile_stays_in_line()
    {
        await _town.BringToAsync("c1", EightStep.Track);
        await WaitAsync("c2", Monday);
        await _town.DoAsync("c1", "report", Handler("w1"));
        _store.Conflict();
        Assert.Empty(await _town.Desk.AssignWaitingAsync());
        _store.Work();

        Assert.Equal(1, _town.Desk.WaitingCount);
        Assert.Single(await _town.Desk.AssignWaitingAsync());
    }

    [Fact]
    public async Task Room_given_back_after_a_failed_append_is_offered_to_those_who_wait()
    {
        await _town.OpenAsync("c1");
        var slow = new TaskCompletionSource<AppendResult>();
        _store.OnAppend = e => e.Trigger == "assign" ? slow.Task : _store.StoreAsync(e);
        var assigning = _town.Desk.AssignAsync(new("c1"), Actor.System).AsTask();
        await WaitAsync("c2", Monday);

        slow.SetException(new IOException("disk full"));
        await Assert.ThrowsAsync<IOException>(() => assigning);
        _store.Work();

        Assert.Equal([new CaseId("c2")], (await _town.Desk.AssignWaitingAsync()).Select(c => c.Id));
    }

    private async Task WaitAsync(string id, DateTimeOffset at)
    {
        Assert.True((await _town.Desk.OpenAsync(Report(id, at: at), Clerk)).IsAccepted);
        Assert.Equal(RefusalCodes.NobodyFree, (await _town.Desk.AssignAsync(new(id), Actor.System)).Refusal?.Code);
    }
}
