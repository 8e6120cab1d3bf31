using CsCheck;

namespace GridGov.Assignment.Tests;

/// <summary>A live plan is at every moment what solving again would give.</summary>
public class LivePlanTests
{
    [Fact]
    public void After_every_change_the_plan_is_as_good_as_solved_again() =>
        Gen.Select(Problems.Any(7), Gen.ULong).Sample(
            (any, seed) =>
            {
                var problem = new TransportationProblem(any.RowStarts, any.ArcWorkers, any.ArcCosts, any.Capacities) { UnassignedCosts = any.UnassignedCosts };
                if (LivePlan.TryStart(problem, out var shortage) is not { } live)
                {
                    Assert.True(shortage!.Missing > 0);
                    return;
                }

                var city = new Cities(problem);
                var random = new SplitMix(seed);
                for (var step = 0; step < 25; step++)
                    Change(live, city, random);
            },
            iter: 800,
            print: t => TransportationTests.Print(t.Item1) + $" seed {t.Item2}");

    [Fact]
    public void A_larger_plan_lives_through_a_long_day()
    {
        var live = LivePlan.TryStart(Problems.Popular(9, 2000, 60, 8, 0.02), out _)!;
        var random = new SplitMix(4);
        var there = Enumerable.Range(0, 2000).ToList();
        for (var step = 0; step < 1500; step++)
        {
            var at = random.Below(there.Count);
            Assert.True(live.Remove(there[at]).IsDone);
            there.RemoveAt(at);
            int[] workers = [.. Enumerable.Range(0, 8).Select(_ => random.Below(60)).Distinct()];
            var added = live.Insert(workers, [.. workers.Select(_ => random.Below(1000))]);
            if (added.IsDone)
                there.Add(added.Subject);
            if (step % 100 == 0)
                Assert.Equal(PlanVerdict.Optimal, live.Verify().Verdict);
        }

        var plan = live.ToPlan();
        Assert.Equal(PlanVerdict.Optimal, plan.Verify().Verdict);
        Assert.Equal(Transportation.Solve(plan.Problem).TotalCost, live.TotalCost);
    }

    [Fact]
    public void A_case_that_comes_in_tells_who_moved()
    {
        // Worker 0 has one place, and its case can go to worker 1; the new case can only be with worker 0.
        var live = LivePlan.TryStart(Problems.Make(1, 2, [1, 5], [true, true], [1, 1]), out _)!;
        var change = live.Insert([0], [2]);
        Assert.Equal([new LiveMove(0, 0, 1), new LiveMove(1, TransportationPlan.Nobody, 0)], change.Moves);
        Assert.Equal(6, change.CostChange);
        Assert.Equal(7, live.TotalCost);
        var gone = live.Remove(1);
        Assert.Equal([new LiveMove(0, 1, 0), new LiveMove(1, 0, TransportationPlan.Nobody)], gone.Moves);
        Assert.Equal(1, live.TotalCost);
    }

    [Fact]
    public void What_cannot_be_leaves_the_plan_as_it_was()
    {
        var live = LivePlan.TryStart(Problems.Make(2, 2, [1, 5, 1, 5], [true, true, true, true], [1, 1]), out _)!;
        var (before, cost) = (live.ToPlan().CaseToWorker.ToArray(), live.TotalCost);
        Assert.False(live.Insert([0, 1], [0, 0]).IsDone);
        var absent = live.SetCapacity(1, 0);
        Assert.Equal((2L, 1L), (absent.Shortage!.Needed, absent.Shortage.Available));
        Assert.Empty(absent.Moves);
        Assert.Equal(before, live.ToPlan().CaseToWorker);
        Assert.Equal(cost, live.TotalCost);
        Assert.Equal(PlanVerdict.Optimal, live.Verify().Verdict);
    }

    [Fact]
    public void Misuse_is_named()
    {
        var live = LivePlan.TryStart(Problems.Make(2, 2, [1, 5, 1, 5], [true, true, true, true], [1, 1]), out _)!;
        live.Remove(0);
        Assert.Throws<ArgumentOutOfRangeException>(() => live.Remove(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => live.SetCost(1, 2, 1));
        Assert.Contains("Arc 1", Assert.Throws<ArgumentException>(() => live.Insert([0, 0], [1, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("Arc 0", Assert.Throws<ArgumentException>(() => live.AddWorker(1, [0], [1])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => live.Insert([0], [1], 4));
        Assert.Throws<ArgumentException>(() => LivePlan.TryStart(Problems.Make(1, 1, [1], [true], [1], heads: [1]), out _));
        Assert.Equal(PlanVerdict.Optimal, live.Verify().Verdict);
    }

    private static void Change(LivePlan live, Cities city, SplitMix random)
    {
        var told = live.TotalCost;
        var places = city.Ids.ToDictionary(id => id, live.WorkerOf);
        LiveChange change;
        switch (random.Below(6))
        {
            case 0:
                var workers = Enumerable.Range(0, live.Workers).Where(_ => random.Below(2) == 0).ToArray();
                int[] costs = [.. workers.Select(_ => random.Below(40) - 10)];
                int? leave = city.MayLeave ? random.Below(40) : null;
                change = live.Insert(workers, costs, leave);
                if (change.IsDone)
                    city.Rows[change.Subject] = (workers.Zip(costs).ToDictionary(p => p.First, p => p.Second), leave ?? 0);
                break;
            case 1 when city.Ids.Count > 0:
                var gone = city.Ids[random.Below(city.Ids.Count)];
                change = live.Remove(gone);
                city.Rows.Remove(gone);
                break;
            case 2 or 3 when city.Ids.Count > 0:
                var (id, worker, cost) = (city.Ids[random.Below(city.Ids.Count)], random.Below(live.Workers), random.Below(60) - 20);
                change = live.SetCost(id, worker, cost);
                city.Rows[id].Arcs[worker] = cost;
                break;
            case 4 when live.Workers < 12:
                var some = city.Ids.Where(_ => random.Below(2) == 0).ToArray();
                int[] their = [.. some.Select(_ => random.Below(40) - 10)];
                var room = random.Below(3);
                change = live.AddWorker(room, some, their);
                city.Rooms.Add(room);
                for (var i = 0; i < some.Length; i++)
                    city.Rows[some[i]].Arcs[change.Subject] = their[i];
                break;
            default:
                var (whose, many) = (random.Below(live.Workers), random.Below(4));
                change = live.SetCapacity(whose, many);
                if (change.IsDone)
                    city.Rooms[whose] = many;
                break;
        }

        Assert.Equal(told + change.CostChange, live.TotalCost);
        Assert.Equal(PlanVerdict.Optimal, live.Verify().Verdict);
        Assert.Equal(FlowByHand.Least(city.ToProblem()), live.TotalCost);
        foreach (var other in city.Ids)
        {
            var before = places.GetValueOrDefault(other, TransportationPlan.Nobody);
            var moved = change.Moves.Where(m => m.Case == other).ToArray();
            if (before == live.WorkerOf(other))
                Assert.Empty(moved);
            else
                Assert.Equal([new LiveMove(other, before, live.WorkerOf(other))], moved);
        }
    }

    /// <summary>What the plan should be of, kept apart from it.</summary>
    private sealed class Cities
    {
        public Cities(TransportationProblem problem)
        {
            MayLeave = !problem.UnassignedCosts.IsEmpty;
            Rooms = [.. problem.Capacities.ToArray()];
            for (var c = 0; c < problem.Cases; c++)
            {
                var arcs = new Dictionary<int, int>();
                for (var a = 0; a < problem.WorkersOf(c).Length; a++)
                    arcs[problem.WorkersOf(c)[a]] = problem.CostsOf(c)[a];
                Rows[c] = (arcs, MayLeave ? problem.UnassignedCosts.Span[c] : 0);
            }
        }

        public SortedDictionary<int, (Dictionary<int, int> Arcs, int Leave)> Rows { get; } = [];

        public List<int> Rooms { get; }

        public bool MayLeave { get; }

        public List<int> Ids => [.. Rows.Keys];

        public TransportationProblem ToProblem()
        {
            var (starts, workers, costs) = (new List<int> { 0 }, new List<int>(), new List<int>());
            foreach (var (arcs, _) in Rows.Values)
            {
                workers.AddRange(arcs.Keys);
                costs.AddRange(arcs.Values);
                starts.Add(workers.Count);
            }

            return new(starts.ToArray(), workers.ToArray(), costs.ToArray(), Rooms.ToArray())
            {
                UnassignedCosts = MayLeave ? Rows.Values.Select(r => r.Leave).ToArray() : default,
            };
        }
    }
}
