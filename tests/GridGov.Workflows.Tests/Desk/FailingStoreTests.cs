using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class FailingStoreTests
{
    private readonly ScriptedStore _store = new();
    private readonly DeskFixture _town;

    public FailingStoreTests() => _town = new(_store);

    [Fact]
    public async Task A_conflict_is_refused_and_the_weight_given_back()
    {
        await _town.OpenAsync("c1");
        _store.Conflict();

        Assert.Equal(RefusalCodes.CaseChanged, (await _town.Desk.AssignAsync(new("c1"), Actor.System)).Refusal?.Code);
        Assert.Equal(0, _town.LoadOf("w1"));
        _store.Work();
        Assert.True((await _town.Desk.AssignAsync(new("c1"), Actor.System)).IsAccepted);
        Assert.Equal(1, _town.LoadOf("w1"));
    }

    [Fact]
    public async Task An_exception_surfaces_the_weight_is_given_back_and_the_desk_stays_usable()
    {
        await _town.OpenAsync("c1");
        _store.Break();

        await Assert.ThrowsAsync<IOException>(async () => await _town.Desk.AssignAsync(new("c1"), Actor.System));
        await Assert.ThrowsAsync<IOException>(async () => await _town.Desk.OpenAsync(Report("c2"), Clerk));
        Assert.Equal(0, _town.LoadOf("w1"));
        Assert.Null(await _town.Desk.FindAsync(new("c2")));
        _store.Work();
        Assert.True((await _town.Desk.AssignAsync(new("c1"), Actor.System)).IsAccepted);
        Assert.True((await _town.Desk.OpenAsync(Report("c2"), Clerk)).IsAccepted);
        Assert.Equal(1, _town.LoadOf("w1"));
    }

    [Fact]
    public async Task An_entry_stored_in_spite_of_an_exception_is_found_at_the_next_command()
    {
        await _town.OpenAsync("c1");
        _store.OnAppend = async entry =>
        {
            await _store.StoreAsync(entry);
            throw new TimeoutException("stored, but the answer got lost");
        };
        await Assert.ThrowsAsync<TimeoutException>(async () => await _town.Desk.AssignAsync(new("c1"), Actor.System));
        _store.Work();

        Assert.Equal(RefusalCodes.CaseChanged, (await _town.Desk.AssignAsync(new("c1"), Actor.System)).Refusal?.Code);
        Assert.Equal(EightStep.Refer, (await _town.Desk.FindAsync(new("c1")))!.Step);
        Assert.Equal(1, _town.LoadOf("w1"));
        await _town.DoAsync("c1", "start", Handler("w1"));
        await _town.DoAsync("c1", "report", Handler("w1"));
        Assert.Equal(0, _town.LoadOf("w1"));
    }

    [Fact]
    public async Task A_late_acknowledgement_changes_nothing_that_came_after_it()
    {
        await _town.BringToAsync("c1", EightStep.Feedback);
        var acknowledged = new TaskCompletionSource();
        _store.OnAppend = async entry =>
        {
            var result = await _store.StoreAsync(entry);
            await acknowledged.Task;
            return result;
        };
        var reworking = _town.Desk.DoAsync(new("c1"), Do("rework", Checker)).AsTask();
        _store.Work();

        // Rework is stored but nobody here has been told; whoever tries next is told, and goes on.
        Assert.Equal(RefusalCodes.CaseChanged, (await _town.Desk.DoAsync(new("c1"), Do("verify", Checker))).Refusal?.Code);
        await _town.DoAsync("c1", "report", Handler("w1"));
        await _town.DoAsync("c1", "verify", Checker);
        acknowledged.SetResult();

        Assert.True((await reworking).IsAccepted);
        Assert.Equal(EightStep.Evaluate, (await _town.Desk.FindAsync(new("c1")))!.Step);
        Assert.Equal(0, _town.LoadOf("w1"));
    }

    [Fact]
    public async Task A_late_acknowledgement_does_not_reopen_an_archived_case()
    {
        await _town.BringToAsync("c1", EightStep.Evaluate);
        var acknowledged = new TaskCompletionSource();
        _store.OnAppend = async entry =>
        {
            var result = await _store.StoreAsync(entry);
            await acknowledged.Task;
            return result;
        };
        var evaluating = _town.Desk.DoAsync(new("c1"), Do("evaluate", Citizen)).AsTask();
        _store.Work();
        await _town.Desk.DoAsync(new("c1"), Do("evaluate", Citizen));
        _town.Time.Advance(TimeSpan.FromDays(10));
        await _town.DoAsync("c1", "archive", Boss);
        acknowledged.SetResult();
        await evaluating;

        Assert.True((await _town.Desk.FindAsync(new("c1")))!.IsClosed);
        Assert.Empty(await _town.Desk.TickAsync());
    }
}
