using CsCheck;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class DueQueueTests
{
    [Fact]
    public void It_agrees_with_a_sorted_list_whatever_is_done()
    {
        var acts = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 40], Gen.Int[0, 60]).Array[0, 300];
        Gen.Select(Gen.Int[0, 60].Array[0, 40], acts).Sample((first, things) =>
        {
            var known = first.Select((minute, i) => (Id(i), Due: At(minute))).ToDictionary(c => c.Item1, c => c.Due);
            var queue = DueQueue.From([.. known.Select(c => new DueCase(c.Key, c.Value))]);
            foreach (var (what, which, minute) in things)
            {
                if (what <= 6)
                {
                    known[Id(which)] = At(minute);
                    queue.Set(Id(which), At(minute));
                }
                else
                {
                    Assert.Equal(known.Remove(Id(which)), queue.Remove(Id(which)));
                }

                Assert.Equal(known.Count, queue.Count);
                Assert.Equal(known.Count == 0 ? null : (DateTimeOffset?)known.Values.Min(), queue.Next);
                var due = known.Where(c => c.Value <= At(30)).OrderBy(c => c.Value).ThenBy(c => c.Key.Value, StringComparer.Ordinal);
                Assert.Equal(due.Select(c => new DueCase(c.Key, c.Value)), queue.DueBy(At(30)));
                Assert.Equal(known.TryGetValue(Id(which), out var at), queue.TryGet(Id(which), out var seen));
                Assert.Equal(at, seen);
            }
        }, iter: 300);
    }

    [Fact]
    public void A_million_moves_leave_nothing_behind()
    {
        var queue = new DueQueue();
        var ids = Enumerable.Range(0, 64).Select(Id).ToArray();
        foreach (var id in ids)
            queue.Set(id, Monday);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000_000; i++)
            queue.Set(ids[i % 64], Monday.AddSeconds(i * 7919L % 100_003));

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(64, queue.Count);
    }

    [Fact]
    public void A_case_stands_in_it_once() =>
        Assert.Throws<ArgumentException>(() => DueQueue.From([new(Id(1), Monday), new(Id(1), Monday)]));

    [Fact]
    public async Task Eight_threads_lose_nothing()
    {
        var queue = new DueQueue();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Factory.StartNew(
            () =>
            {
                for (var i = 0; i < 20_000; i++)
                {
                    queue.Set(new($"t{thread}-{i % 500}"), Monday.AddSeconds(i % 977));
                    if (i % 3 == 0)
                        queue.Remove(new($"t{thread}-{i % 250}"));
                    if (i % 1000 == 0)
                        queue.DueBy(Monday.AddSeconds(100));
                }

                for (var i = 0; i < 500; i++)
                    queue.Set(new($"t{thread}-{i}"), Monday.AddSeconds(i));
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.Equal(4000, queue.Count);
        Assert.Equal(8 * 10, queue.DueBy(Monday.AddSeconds(9)).Count);
        Assert.Equal(4000, queue.DueBy(DateTimeOffset.MaxValue).Select(d => d.Case).Distinct().Count());
    }

    private static CaseId Id(int i) => new($"c{i}");

    private static DateTimeOffset At(int minute) => Monday.ToUniversalTime().AddMinutes(minute);
}
