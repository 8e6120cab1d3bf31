using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class RepeatedCommandTests
{
    private readonly ScriptedStore _store = new();
    private readonly DeskFixture _town;

    public RepeatedCommandTests() => _town = Desk(_store);

    [Fact]
    public async Task A_repeated_command_does_nothing_twice_and_gets_the_first_result()
    {
        await _town.OpenAssignedAsync("c1");
        var first = (await _town.Desk.DoAsync(new("c1"), Keyed("note", Boss, "k1"))).Value;
        await _town.Desk.DoAsync(new("c1"), Do("note", Boss));

        Assert.Equal(first, (await _town.Desk.DoAsync(new("c1"), Keyed("note", Boss, "k1"))).Value);
        Assert.Equal(4, (await _town.LogAsync()).Count);
    }

    [Fact]
    public async Task After_a_restart_and_after_the_end_of_the_case_too()
    {
        await _town.OpenAssignedAsync("c1");
        var first = (await _town.Desk.DoAsync(new("c1"), Keyed("finish", Handler("w1"), "k1"))).Value;
        _town.Time.Advance(TimeSpan.FromDays(1));
        await _town.Desk.TickAsync();

        var after = Desk(_store);
        await after.Desk.RestoreAsync();
        Assert.True((await after.Desk.FindAsync(new("c1")))!.IsClosed);
        Assert.Equal(first, (await after.Desk.DoAsync(new("c1"), Keyed("finish", Handler("w1"), "k1"))).Value);
    }

    [Fact]
    public async Task A_key_is_not_lent_to_another_command_or_actor()
    {
        await _town.OpenAssignedAsync("c1");
        await _town.Desk.DoAsync(new("c1"), Keyed("note", Boss, "k1"));

        foreach (var other in new[] { Keyed("finish", Handler("w1"), "k1"), Keyed("note", Handler("w1"), "k1") })
        {
            var refused = (await _town.Desk.DoAsync(new("c1"), other)).Refusal;
            Assert.Equal(RefusalCodes.KeyReused, refused?.Code);
            Assert.Equal(["command.key"], Unmet(refused));
        }
    }

    [Fact]
    public async Task A_refused_command_may_be_sent_again_with_its_key()
    {
        await _town.OpenAsync("c1");
        Assert.False((await _town.Desk.DoAsync(new("c1"), Keyed("finish", Handler("w1"), "k1"))).IsAccepted);
        await _town.Desk.AssignAsync(new("c1"), Actor.System);

        Assert.True((await _town.Desk.DoAsync(new("c1"), Keyed("finish", Handler("w1"), "k1"))).IsAccepted);
    }

    [Fact]
    public async Task A_report_that_is_sent_again_with_its_key_opens_one_case_and_gets_it()
    {
        var first = (await _town.Desk.OpenAsync(Report("c1"), Clerk, new CaseFacts { Key = "k1" })).Value;
        await _town.Desk.AssignAsync(new("c1"), Actor.System);

        Assert.Equal(first, (await Desk(_store).Desk.OpenAsync(Report("c1"), Clerk, new CaseFacts { Key = "k1" })).Value);
        Assert.Equal(RefusalCodes.CaseExists, (await _town.Desk.OpenAsync(Report("c1"), Clerk, new CaseFacts { Key = "k2" })).Refusal?.Code);
        Assert.Equal(RefusalCodes.CaseExists, (await _town.Desk.OpenAsync(Report("c1"), Boss, new CaseFacts { Key = "k1" })).Refusal?.Code);
        Assert.Equal(RefusalCodes.CaseExists, (await _town.Desk.OpenAsync(Report("c1"), Clerk)).Refusal?.Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_was_stopped_between_deciding_and_being_told_sends_the_key_again(bool stored)
    {
        await _town.OpenAssignedAsync("c1");
        _store.OnAppend = async entry =>
        {
            if (stored)
                await _store.StoreAsync(entry);
            throw new IOException("the process was stopped");
        };
        await Assert.ThrowsAsync<IOException>(async () => await _town.Desk.DoAsync(new("c1"), Keyed("finish", Handler("w1"), "k1")));
        await Assert.ThrowsAsync<IOException>(async () => await _town.Desk.OpenAsync(Report("c2"), Clerk, new CaseFacts { Key = "k2" }));
        _store.Work();

        // The same desk, and one that was started anew.
        foreach (var town in new[] { _town, Desk(_store) })
        {
            if (town != _town)
                await town.Desk.RestoreAsync();
            Assert.Equal("check", (await town.Desk.DoAsync(new("c1"), Keyed("finish", Handler("w1"), "k1"))).Value.Step);
            Assert.Equal(1, (await town.Desk.OpenAsync(Report("c2"), Clerk, new CaseFacts { Key = "k2" })).Value.Version);
        }

        Assert.Equal(4, (await _town.LogAsync()).Count);
    }

    [Fact]
    public async Task A_command_that_another_desk_has_done_is_recognised_though_its_step_is_over_here()
    {
        await _town.OpenAssignedAsync("c1");
        var there = Desk(_store);
        var first = (await there.Desk.DoAsync(new("c1"), Keyed("finish", Handler("w1"), "k1"))).Value;
        await there.Desk.DoAsync(new("c1"), Do("rework", Checker));
        await there.Desk.DoAsync(new("c1"), Keyed("finish", Handler("w1"), "k2"));

        Assert.Equal(first, (await _town.Desk.DoAsync(new("c1"), Keyed("finish", Handler("w1"), "k1"))).Value);
    }

    [Fact]
    public async Task Whoever_has_looked_at_an_old_version_is_told()
    {
        var seen = await _town.OpenAssignedAsync("c1");
        var there = Desk(_store);
        var now = (await there.Desk.DoAsync(new("c1"), Do("note", Boss))).Value;

        var refused = (await there.Desk.DoAsync(new("c1"), Do("finish", Handler("w1")) with { ExpectedVersion = seen.Version })).Refusal;
        Assert.Equal(RefusalCodes.CaseChanged, refused?.Code);
        Assert.Contains("version 2; it is at 3", refused!.Unmet[0].Text.En, StringComparison.Ordinal);

        // This desk has not heard of the new version yet, but whoever sends it has.
        Assert.True((await _town.Desk.DoAsync(new("c1"), Do("finish", Handler("w1")) with { ExpectedVersion = now.Version })).IsAccepted);
        Assert.Equal(RefusalCodes.CaseChanged, (await _town.Desk.DoAsync(new("c1"), Do("rework", Checker) with { ExpectedVersion = 99 })).Refusal?.Code);
    }

    [Fact]
    public async Task A_clock_that_goes_backwards_stops_nobody_for_good()
    {
        await _town.OpenAssignedAsync("c1");
        var behind = new DeskFixture(_store, o => o.Lifecycle = PausingLoop.Plain, Monday.AddHours(-1));

        Assert.Equal(["clock.forward"], Unmet((await behind.Desk.DoAsync(new("c1"), Do("finish", Handler("w1")))).Refusal));
        Assert.Empty(await behind.Desk.TickAsync());
        behind.Time.Advance(TimeSpan.FromHours(1));
        Assert.True((await behind.Desk.DoAsync(new("c1"), Do("finish", Handler("w1")))).IsAccepted);
    }

    private static DeskFixture Desk(ICaseStore store) => new(store, o => o.Lifecycle = PausingLoop.Plain);

    private static CaseCommand Keyed(string trigger, Actor by, string key) => Do(trigger, by) with { Facts = new() { Key = key } };
}
