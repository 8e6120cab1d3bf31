using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class TickFailureTests
{
    private readonly ScriptedStore _store = new();
    private readonly DeskFixture _town;

    public TickFailureTests() => _town = new(_store);

    [Fact]
    public async Task One_case_that_always_fails_keeps_nobody_waiting_and_is_tried_ever_more_seldom()
    {
        foreach (var id in new[] { "c1", "c2", "c3" })
            await _town.OpenAsync(id);
        _town.Time.Advance(TimeSpan.FromHours(4));
        _store.OnAppend = entry => entry.Case == new CaseId("c2") ? throw new IOException("bad sector") : _store.StoreAsync(entry);

        var waits = new List<double>();
        var tick = await _town.Desk.TickAsync();
        Assert.Equal(["c1", "c3"], tick.Select(c => c.Id.Value));
        Assert.True(tick.IsComplete);
        for (var i = 0; i < 12; i++)
        {
            var failure = Assert.Single(tick.Failures);
            Assert.Equal(new CaseId("c2"), failure.Case);
            waits.Add((failure.RetryAt - _town.Time.GetUtcNow()).TotalSeconds);
            Assert.Empty((await _town.Desk.TickAsync()).Failures);
            _town.Time.SetUtcNow(failure.RetryAt);
            Assert.Equal(failure.RetryAt, _town.Desk.NextDue);
            tick = await _town.Desk.TickAsync();
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300], waits);
        _store.Work();
        _town.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("c2", Assert.Single(await _town.Desk.TickAsync()).Id.Value);
    }

    [Fact]
    public async Task A_store_that_is_away_is_not_asked_for_every_case()
    {
        for (var i = 0; i < 100; i++)
            await _town.OpenAsync($"c{i}");
        _town.Time.Advance(TimeSpan.FromHours(4));
        _store.Break();

        var tick = await _town.Desk.TickAsync();
        Assert.False(tick.IsComplete);
        Assert.Equal(16, tick.Failures.Count);
        _store.Work();
        _town.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(100, (await _town.Desk.TickAsync()).Count);
    }

    [Fact]
    public async Task A_condition_that_throws_is_reported_and_harms_nobody_else()
    {
        var bad = new Guard("bad", new("bad", "坏"), static (Case @case, in CaseCommand _, in DecisionContext _) =>
            @case.Id == new CaseId("c1") ? throw new InvalidOperationException("a guard of an embedder's") : true);
        var town = new DeskFixture(change: o => o.Lifecycle = LifecycleDefinition.Freeze(
            "bad",
            1,
            [
                new() { Id = "open", Name = new("open", "开"), Owner = Role.System, Limit = StepLimit.Of(TimeLimit.UrgentHours(1)), OnDue = "close" },
                new() { Id = "closed", Name = new("closed", "结"), IsEnd = true },
            ],
            [PausingLoop.Way("close", "open", "closed", Role.System) with { Guards = [bad] }]));
        await town.OpenAsync("c1");
        await town.OpenAsync("c2");
        town.Time.Advance(TimeSpan.FromHours(1));

        var tick = await town.Desk.TickAsync();
        Assert.Equal("c2", Assert.Single(tick).Id.Value);
        Assert.IsType<InvalidOperationException>(Assert.Single(tick.Failures).Error);
    }

    [Fact]
    public async Task A_lifecycle_that_leads_round_in_a_circle_ends_the_tick_and_not_the_process()
    {
        var town = new DeskFixture(change: o => o.Lifecycle = LifecycleDefinition.Freeze(
            "circle",
            1,
            [
                new() { Id = "open", Name = new("open", "开"), Owner = Role.System, Limit = StepLimit.OfCase, OnDue = "again" },
                new() { Id = "closed", Name = new("closed", "结"), IsEnd = true },
            ],
            [PausingLoop.Way("again", "open", "open", Role.System), PausingLoop.Way("close", "open", "closed", Role.System)]));
        await town.OpenAsync("c1");
        town.Time.Advance(TimeSpan.FromDays(9));

        var tick = await town.Desk.TickAsync();
        Assert.False(tick.IsComplete);
        Assert.Equal(64, tick.Count);
    }

    [Fact]
    public async Task Subscribers_get_every_entry_once_from_where_they_stopped()
    {
        await _town.OpenAsync("c1");
        await _town.OpenAsync("c2");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var seen = new List<StoredEntry>();
        var following = Task.Run(async () =>
        {
            await foreach (var entry in _town.Desk.FollowAsync(1, stop.Token))
            {
                seen.Add(entry);
                if (seen.Count == 3)
                    return;
            }
        });
        await _town.Desk.AssignAsync(new("c1"), Actor.System);
        await _town.Desk.AssignAsync(new("c2"), Actor.System);
        await following.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal([(2L, "c2", 1), (3L, "c1", 2), (4L, "c2", 2)], seen.Select(s => (s.Position, s.Entry.Case.Value, s.Entry.Number)));
    }
}
