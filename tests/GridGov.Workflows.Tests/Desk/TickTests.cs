using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class TickTests
{
    private readonly ScriptedStore _store = new();
    private readonly DeskFixture _town;

    public TickTests() => _town = new(_store);

    [Fact]
    public async Task Nothing_happens_before_anything_is_due()
    {
        await _town.OpenAsync("c1");
        _town.Time.Advance(TimeSpan.FromHours(4) - TimeSpan.FromTicks(1));

        Assert.Empty(await _town.Desk.TickAsync());
        Assert.Single(await _town.LogAsync());
    }

    [Fact]
    public async Task Late_cases_are_urged_once_per_clock_in_the_order_in_which_they_are_due()
    {
        await _town.OpenAsync("c2");
        _town.Time.Advance(TimeSpan.FromMinutes(30));
        await _town.OpenAsync("c1");
        _town.Time.Advance(TimeSpan.FromHours(6));

        Assert.Equal(["c2", "c1"], (await _town.Desk.TickAsync()).Select(c => c.Id.Value));
        Assert.Empty(await _town.Desk.TickAsync());
    }

    [Fact]
    public async Task After_the_fifth_urging_the_clock_is_silent()
    {
        await _town.BringToAsync("c1", EightStep.Track);
        for (var i = 0; i < 20; i++)
        {
            _town.Time.Advance(TimeSpan.FromDays(7));
            await _town.Desk.TickAsync();
        }

        Assert.Equal(5, (await _town.Desk.FindAsync(new("c1")))!.Urgings);
        Assert.Equal(1, _town.LoadOf("w1"));
    }

    [Fact]
    public async Task A_silent_reporter_lapses_and_then_the_case_is_archived()
    {
        await _town.BringToAsync("c1", EightStep.Evaluate);
        _town.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(EightStep.Publish, Assert.Single(await _town.Desk.TickAsync()).Step);
        _town.Time.Advance(TimeSpan.FromDays(10));
        Assert.True(Assert.Single(await _town.Desk.TickAsync()).IsClosed);

        Assert.Null(_town.Desk.NextDue);
    }

    [Fact]
    public async Task Rework_after_the_due_time_is_urged_at_the_next_tick()
    {
        await _town.BringToAsync("c1", EightStep.Feedback);
        _town.Time.Advance(TimeSpan.FromDays(7));
        await _town.Desk.TickAsync();
        await _town.DoAsync("c1", "rework", Checker);

        Assert.Equal(EightStep.Urge, Assert.Single(await _town.Desk.TickAsync()).Step);
    }

    [Fact]
    public async Task A_clock_survives_a_store_that_fails()
    {
        await _town.OpenAsync("c1");
        _town.Time.Advance(TimeSpan.FromHours(4));
        _store.Break();
        var failed = await _town.Desk.TickAsync();
        _store.Work();

        Assert.IsType<IOException>(Assert.Single(failed.Failures).Error);
        Assert.Empty(failed);
        _town.Time.SetUtcNow(failed.Failures[0].RetryAt);
        Assert.Single(await _town.Desk.TickAsync());
    }

    [Fact]
    public async Task A_clock_survives_a_conflict()
    {
        await _town.OpenAsync("c1");
        _town.Time.Advance(TimeSpan.FromHours(4));
        _store.Conflict();
        var failed = await _town.Desk.TickAsync();
        _store.Work();

        Assert.Empty(failed);
        Assert.Null(Assert.Single(failed.Failures).Error);
        _town.Time.SetUtcNow(failed.Failures[0].RetryAt);
        Assert.Single(await _town.Desk.TickAsync());
    }

    [Fact]
    public async Task A_cancelled_tick_forgets_no_clock()
    {
        await _town.OpenAsync("c1");
        _town.Time.Advance(TimeSpan.FromHours(4));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _town.Desk.TickAsync(new(canceled: true)));

        Assert.Single(await _town.Desk.TickAsync());
    }
}
