using CsCheck;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class RestoreTests
{
    [Fact]
    public Task A_restored_desk_is_the_same_and_does_the_same_from_then_on() =>
        Gen.Select(RandomDay.Gen(80), RandomDay.Gen(40)).SampleAsync(async (before, after) =>
        {
            var old = RandomDay.Town();
            var oldDay = new RandomDay(old);
            await oldDay.RunAsync(before);
            var restored = await RestoredCopyAsync(old);
            var newDay = new RandomDay(restored) { Opened = [.. oldDay.Opened] };

            await Books.CheckAsync(restored, newDay.Opened);
            Assert.Equal(old.Desk.WaitingCount, restored.Desk.WaitingCount);
            Assert.Equal(Loads(old), Loads(restored));

            await oldDay.RunAsync(after);
            await newDay.RunAsync(after);

            Assert.Equal(await old.LogAsync(), await restored.LogAsync());
            Assert.Equal(old.Desk.WaitingCount, restored.Desk.WaitingCount);
            Assert.Equal(Loads(old), Loads(restored));
        }, iter: 300);

    [Fact]
    public async Task Whoever_was_idle_for_longest_still_is()
    {
        var old = new DeskFixture(change: o => o.Workers = [Worker("a", 4, "g11"), Worker("b", 4, "g11"), Worker("gas", 1, "s1") with { Skills = ["gas"] }]);
        Assert.Equal(new ActorId("a"), (await old.BringToAsync("c1", EightStep.Feedback)).Handler);
        Assert.Equal(new ActorId("b"), (await old.BringToAsync("c2", EightStep.Feedback)).Handler);
        Assert.Equal(new ActorId("a"), (await old.BringToAsync("c3", EightStep.Feedback)).Handler);

        var restored = new DeskFixture(old.Store, o => o.Workers = old.City.Roster.Workers);
        await restored.Desk.RestoreAsync();

        Assert.Equal(new ActorId("b"), (await restored.OpenAssignedAsync("c4")).Handler);
    }

    [Fact]
    public async Task A_case_opened_but_never_assigned_gets_its_turn()
    {
        var old = new DeskFixture();
        await old.OpenAsync("c1");
        var restored = new DeskFixture(old.Store);

        await restored.Desk.RestoreAsync();

        Assert.Equal(1, restored.Desk.WaitingCount);
        Assert.Equal([new CaseId("c1")], (await restored.Desk.AssignWaitingAsync()).Select(c => c.Id));
    }

    [Fact]
    public async Task What_became_late_while_the_desk_was_away_is_urged_at_the_first_tick()
    {
        var old = new DeskFixture();
        await old.OpenAsync("c1");
        var restored = new DeskFixture(old.Store, now: Monday.AddDays(1));
        await restored.Desk.RestoreAsync();

        Assert.Equal(1, Assert.Single(await restored.Desk.TickAsync()).Urgings);
    }

    [Fact]
    public async Task A_reading_that_fails_changes_nothing_and_can_be_repeated()
    {
        var store = new ScriptedStore();
        await new DeskFixture(store).OpenAssignedAsync("c1");
        var restored = new DeskFixture(store);
        store.BreaksWhileReading = true;
        await Assert.ThrowsAsync<IOException>(async () => await restored.Desk.RestoreAsync());
        Assert.Equal(0, restored.LoadOf("w1"));
        store.BreaksWhileReading = false;

        await restored.Desk.RestoreAsync();

        Assert.Equal(1, restored.LoadOf("w1"));
        Assert.Equal(EightStep.Refer, (await restored.Desk.FindAsync(new("c1")))!.Step);
    }

    [Fact]
    public async Task A_desk_that_holds_cases_is_not_restored()
    {
        var town = new DeskFixture();
        await town.OpenAsync("c1");

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await town.Desk.RestoreAsync());
    }

    private static async Task<DeskFixture> RestoredCopyAsync(DeskFixture old)
    {
        var copy = new InMemoryCaseStore();
        foreach (var entry in await old.LogAsync())
            Assert.Equal(AppendResult.Appended, await copy.AppendAsync(entry));
        var restored = RandomDay.Town(copy, old.Time.GetUtcNow());
        await restored.Desk.RestoreAsync();
        return restored;
    }

    private static IEnumerable<int> Loads(DeskFixture town) => town.City.Roster.Workers.Select(w => town.LoadOf(w.Id.Value));
}
