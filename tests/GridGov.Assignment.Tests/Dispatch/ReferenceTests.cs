using CsCheck;

namespace GridGov.Assignment.Tests;

public sealed class ReferenceTests
{
    [Fact]
    public void The_engine_chooses_whom_a_sort_over_all_workers_chooses() =>
        Gen.Select(RandomTown.Gen, Gen.Bool.Array[25]).Sample((town, releases) =>
        {
            var engine = town.Engine();
            var naive = new NaiveEngine(engine.Roster);
            var held = new Queue<(int Worker, int Weight)>();
            var step = 0;
            foreach (var request in town.Requests(engine.Roster))
            {
                var decision = engine.Assign(request);
                Assert.Equal(naive.Assign(request), decision);
                if (decision.IsAssigned)
                    held.Enqueue((decision.Worker, request.Weight));
                if (!releases[step++] || !held.TryDequeue(out var done))
                    continue;
                engine.Workload.Release(done.Worker, done.Weight);
                naive.Release(done.Worker, done.Weight);
            }
        }, iter: 500);

    [Fact]
    public void The_order_of_roster_rows_does_not_matter() =>
        Gen.Select(RandomTown.Gen, Gen.Int[0, 1_000_000]).Sample((town, seed) =>
        {
            var rows = town.Staff().ToArray();
            var shuffled = rows.ToArray();
            new Random(seed).Shuffle(shuffled);
            var one = new AssignmentEngine(Roster.Freeze(town.Grids(), rows));
            var other = new AssignmentEngine(Roster.Freeze(town.Grids(), shuffled));

            Assert.Equal(
                town.Requests(one.Roster).Select(r => one.Assign(r)),
                town.Requests(other.Roster).Select(r => other.Assign(r)));
        }, iter: 200);
}
