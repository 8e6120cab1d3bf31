using static GridGov.Assignment.Tests.Town;

namespace GridGov.Assignment.Tests;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task No_take_and_no_release_is_lost_on_one_busy_worker()
    {
        var workload = Engine(Worker("a", 5, "g11")).Workload;
        var held = 0;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OnThreadOfItsOwn(Work)));

        Assert.Equal(held, workload.LoadOf(0));

        void Work()
        {
            var mine = 0;
            for (var i = 0; i < 1_000_000; i++)
            {
                if (workload.TryTake(0, 1))
                    mine++;
                if (mine > (i < 999_000 ? 0 : 1))
                {
                    workload.Release(0, 1);
                    mine--;
                }
            }

            Interlocked.Add(ref held, mine);
        }
    }

    [Fact]
    public async Task Eight_threads_never_overfill_anybody_and_no_weight_is_lost()
    {
        var engine = Engine(Worker("a", 6, "g11"), Worker("b", 5, "g11", "g12"), Worker("c", 4, "s1"), Worker("d", 3, "d"));
        var workers = engine.Roster.Workers;
        var kept = new int[workers.Count];
        var wrong = 0;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(seed => OnThreadOfItsOwn(() => Work(new Random(seed)))));

        Assert.Equal(0, wrong);
        Assert.Equal(kept, Enumerable.Range(0, workers.Count).Select(engine.Workload.LoadOf));
        Assert.Contains(kept, load => load > 0);

        void Work(Random random)
        {
            var held = new List<(int Worker, int Weight)>();
            for (var i = 0; i < 20_000; i++)
            {
                if (random.Next(2) == 0)
                {
                    var request = new AssignmentRequest(At(random.Next(2) == 0 ? "g11" : "g12"), default, random.Next(1, 4));
                    if (engine.Assign(request) is { IsAssigned: true } decision)
                        held.Add((decision.Worker, request.Weight));
                }
                else if (held.Count > 0)
                {
                    var (worker, weight) = held[^1];
                    held.RemoveAt(held.Count - 1);
                    engine.Workload.Release(worker, weight);
                }

                for (var w = 0; w < workers.Count; w++)
                {
                    if (engine.Workload.LoadOf(w) is var load && (load < 0 || load > workers[w].Capacity))
                        Interlocked.Increment(ref wrong);
                }
            }

            foreach (var (worker, weight) in held)
                Interlocked.Add(ref kept[worker], weight);
        }
    }

    private static Task OnThreadOfItsOwn(Action work) => Task.Factory.StartNew(
        work, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
