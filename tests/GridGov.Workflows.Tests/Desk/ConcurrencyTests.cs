using System.Collections.Concurrent;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Of_1000_commands_on_one_case_from_8_threads_exactly_one_wins_per_version()
    {
        var store = new ScriptedStore();
        store.OnAppend = async entry =>
        {
            await Task.Yield();
            return await store.StoreAsync(entry);
        };
        var town = new DeskFixture(store, o => o.Lifecycle = Noting());
        await town.OpenAsync("c1");
        var versions = new ConcurrentBag<int>();
        var refusals = new ConcurrentBag<string>();

        await InParallelAsync(8, async _ =>
        {
            for (var i = 0; i < 125; i++)
            {
                var outcome = await town.Desk.DoAsync(new("c1"), new("note", Actor.System));
                if (outcome.Refusal is { } refusal)
                    refusals.Add(refusal.Code);
                else
                    versions.Add(outcome.Value.Version);
            }
        });

        var log = await town.LogAsync();
        Assert.Equal(1000, versions.Count + refusals.Count);
        Assert.All(refusals, code => Assert.Equal(RefusalCodes.CaseChanged, code));
        Assert.Equal(Enumerable.Range(2, versions.Count), versions.Order());
        Assert.Equal(Enumerable.Range(1, versions.Count + 1), log.Select(e => e.Number));
        Assert.Null(CaseChain.Verify(log));
        Assert.Equal(Case.From(log), await town.Desk.FindAsync(new("c1")));
    }

    [Fact]
    public async Task Eight_threads_on_the_same_cases_leave_the_books_straight()
    {
        // A store in memory never waits, so each worker stays on its thread and is interrupted anywhere.
        var town = new DeskFixture();
        var ids = Enumerable.Range(0, 6).Select(i => $"c{i}").ToArray();
        foreach (var id in ids)
            await town.OpenAsync(id, kind: id == "c0" ? "tree" : "cover");

        await InParallelAsync(8, async seed =>
        {
            var random = new Random(seed);
            for (var i = 0; i < 8000; i++)
            {
                var id = new CaseId(ids[random.Next(ids.Length)]);
                var handler = (await town.Desk.FindAsync(id))!.Handler?.Value ?? "w1";
                await (random.Next(6) switch
                {
                    0 => Quietly(town.Desk.AssignAsync(id, Actor.System)),
                    1 => Quietly(town.Desk.DoAsync(id, Do("start", Handler(handler)))),
                    2 or 3 => Quietly(town.Desk.DoAsync(id, Do("report", Handler(handler)))),
                    4 => Quietly(town.Desk.DoAsync(id, Do("rework", Checker))),
                    _ => Quietly(town.Desk.AssignWaitingAsync()),
                });
            }
        });

        await Books.CheckAsync(town, ids);
        Assert.True((await town.LogAsync()).Count > 100);
    }

    private static Task InParallelAsync(int threads, Func<int, Task> work) =>
        Task.WhenAll(Enumerable.Range(0, threads).Select(seed => Task.Factory.StartNew(
            () => work(seed), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

    private static async Task Quietly<T>(ValueTask<T> outcome) => await outcome;

    // One open step in which the same thing can be done again and again.
    private static LifecycleDefinition Noting() => LifecycleDefinition.Freeze(
        "noting",
        1,
        [
            new() { Id = "open", Name = new("open", "开"), Owner = Role.System, Limit = StepLimit.OfCase },
            new() { Id = "closed", Name = new("closed", "结"), IsEnd = true },
        ],
        [Way("note", "open"), Way("close", "closed")]);

    private static TransitionDefinition Way(string trigger, string to) =>
        new() { Trigger = trigger, Name = new(trigger, trigger), From = "open", To = to, Roles = [Role.System] };
}
