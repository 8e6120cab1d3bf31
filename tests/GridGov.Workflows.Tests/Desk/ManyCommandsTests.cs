using System.Collections.Concurrent;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class ManyCommandsTests
{
    [Fact]
    public async Task Of_10000_commands_at_once_on_one_case_nothing_is_lost_nothing_doubled_and_every_no_explained()
    {
        var store = new ScriptedStore();
        store.OnAppend = async entry =>
        {
            await Task.Yield();
            return await store.StoreAsync(entry);
        };
        var town = new DeskFixture(store, o => o.Lifecycle = PausingLoop.Plain);
        await town.OpenAsync("c1");
        await town.Desk.AssignAsync(new("c1"), Actor.System);
        var done = new ConcurrentBag<(int Command, int Version)>();
        var refused = new ConcurrentBag<(int Command, Refusal Why)>();
        var next = -1;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var i && i < 10_000)
            {
                var outcome = await town.Desk.DoAsync(new("c1"), Command(i));
                if (outcome.TryGetValue(out var after))
                    done.Add((i, after.Version));
                else
                    refused.Add((i, outcome.Refusal!));
            }
        })));

        var log = (await town.LogAsync()).Skip(2).ToList();
        Assert.Equal(10_000, done.Count + refused.Count);

        // Every accepted command is one entry; both senders of a key were told of the same one.
        Assert.Equal(log.Select(e => e.Number), done.GroupBy(d => d.Version).OrderBy(g => g.Key).Select(g => g.Key));
        foreach (var versions in done.GroupBy(d => d.Version))
            Assert.Single(versions.Select(d => Command(d.Command).Note).Distinct());
        Assert.All(log, e => Assert.Contains(done, d => d.Version == e.Number && Command(d.Command).Note == e.Note));
        Assert.Equal(log.Count(e => e.Facts?.Key is not null), log.Select(e => e.Facts?.Key).Where(k => k is not null).Distinct().Count());

        // Nothing but what is wrong with it, or somebody faster, keeps a command out.
        Assert.All(refused, r => Assert.NotEmpty(r.Why.Unmet));
        Assert.All(refused.Where(r => Kind(r.Command) < 3), r => Assert.Equal(RefusalCodes.CaseChanged, r.Why.Code));
        Assert.Equal(2000, refused.Count(r => Kind(r.Command) == 3 && r.Why.Code == RefusalCodes.TransitionRefused));
        Assert.Equal(2000, refused.Count(r => Kind(r.Command) == 4 && r.Why.Code == RefusalCodes.TransitionUndefined));
        Assert.Null(CaseChain.Verify(await town.LogAsync()));
        Assert.Equal(Case.From(await town.LogAsync()), await town.Desk.FindAsync(new("c1")));
    }

    private static int Kind(int i) => i % 5;

    private static CaseCommand Command(int i) => Kind(i) switch
    {
        0 => new("note", Boss) { Note = $"plain {i}" },
        1 => new("note", Actor.System) { Note = $"clock {i}" },
        2 => new("note", Boss) { Note = $"key {i / 10}", Facts = new() { Key = $"k{i / 10}" } },
        3 => new("note", Citizen) { Note = "not mine to write" },
        _ => new("fly", Boss),
    };
}
