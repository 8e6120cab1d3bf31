using System.Globalization;
using CsCheck;

namespace GridGov.Assignment.Tests;

/// <summary>Plans of sparse problems, each with its certificate.</summary>
public class TransportationTests
{
    [Fact]
    public void Three_cases_and_two_workers_with_one_place_more()
    {
        // Case 0 and 1 both want worker 0, who has one place; case 1 loses less by going elsewhere.
        var problem = Problems.Make(3, 2, [1, 9, 1, 4, 7, 2], [true, true, true, true, true, true], [1, 2]);
        var plan = Transportation.Solve(problem);
        Assert.Equal([0, 1, 1], plan.CaseToWorker);
        Assert.Equal(7, plan.TotalCost);
        Assert.InRange(plan.Prices[0], 3, 8);
        Assert.Equal(0, plan.Prices[1]);
        Assert.Equal("Optimal: the plan costs 7, and the prices prove that no plan is better than 7.", plan.Verify().ToString());
    }

    [Fact]
    public void Every_small_plan_costs_what_a_plain_flow_costs_and_proves_it() =>
        Problems.Any().Sample(
            problem =>
            {
                var plan = Transportation.Solve(problem);
                var verdict = plan.Verify();
                if (FlowByHand.Least(problem) is { } least)
                {
                    Assert.Equal(PlanStatus.Optimal, plan.Status);
                    Assert.Equal(least, plan.TotalCost);
                    Assert.Equal(PlanVerdict.Optimal, verdict.Verdict);
                    Assert.Equal(0, verdict.Gap);
                }
                else
                {
                    Assert.Equal(PlanStatus.NoPlan, plan.Status);
                    Assert.Equal(PlanVerdict.Infeasible, verdict.Verdict);
                    Assert.True(plan.Shortage!.Missing > 0);
                    Assert.True(problem.Cases == 0 || plan.WorkersOf(0).IsEmpty);
                }
            },
            iter: 25_000,
            print: Print);

    [Theory]
    [InlineData(0.2, 1000)]
    [InlineData(0.02, 1000)]
    [InlineData(0.0, 1000)]
    [InlineData(0.02, 1)]
    [InlineData(0.0, 3)]
    public void Popular_workers_are_planned_with_proof(double slack, int costs)
    {
        var plan = Transportation.Solve(Problems.Popular(7, 4000, 100, 12, slack, costs));
        Assert.Equal(PlanVerdict.Optimal, plan.Verify().Verdict);
    }

    [Fact]
    public void Large_problems_are_shared_out_over_two_cores_with_the_same_plan()
    {
        var problem = Problems.Popular(11, 12_000, 300, 12, 0.1);
        Assert.True(problem.ArcCosts.Length >= ProblemCheck.ArcsForTwo);
        var plan = Transportation.Solve(problem);
        Assert.Equal(PlanVerdict.Optimal, plan.Verify().Verdict);
        for (var again = 0; again < 3; again++)
        {
            var other = Transportation.Solve(problem);
            Assert.True(plan.CaseToWorker.SequenceEqual(other.CaseToWorker));
            Assert.True(plan.Prices.SequenceEqual(other.Prices));
        }
    }

    [Fact]
    public void One_to_one_agrees_with_the_dense_kernel() =>
        Gen.Int[1, 30].SelectMany(n => Gen.Int[-1000, 1000].Array[n * n].Select(c => (n, c))).Sample(
            t =>
            {
                var capacities = Enumerable.Repeat(1, t.n).ToArray();
                var plan = Transportation.Solve(Problems.Make(t.n, t.n, t.c, [.. t.c.Select(_ => true)], capacities));
                Assert.Equal(LinearAssignment.Solve(t.c, t.n, t.n).TotalCost, plan.TotalCost);
            },
            iter: 300);

    [Fact]
    public void More_cases_than_room_is_explained_to_an_operator()
    {
        var problem = Problems.Make(4, 3, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [true, true, false, true, false, false, true, true, false, false, false, true], [1, 1, 5]);
        var plan = Transportation.Solve(problem);
        var shortage = plan.Shortage!;
        Assert.Equal([0, 1, 2], shortage.Cases);
        Assert.Equal([0, 1], shortage.Workers);
        Assert.Equal((3, 2, 1), (shortage.Needed, shortage.Available, shortage.Missing));
        var zh = shortage.Explain(CultureInfo.GetCultureInfo("zh-CN"), c => $"案{c}", w => $"网格员{w}");
        Assert.StartsWith("3 件案件需要这 2 名人员的 3 个名额，而他们只有 2 个：缺 1 个。", zh, StringComparison.Ordinal);
        Assert.Contains("网格员0、网格员1", zh, StringComparison.Ordinal);
        Assert.Contains("3 cases need 3 places of 2 workers, who have room for 2: 1 too few.", shortage.ToString(), StringComparison.Ordinal);
        Assert.Equal(PlanVerdict.Infeasible, plan.Verify().Verdict);
    }

    [Fact]
    public void Room_without_end_takes_no_memory_without_end()
    {
        var few = Problems.Popular(2, 3000, 50, 5, 0.1);
        var room = Enumerable.Repeat(int.MaxValue, 50).ToArray();
        var plan = Transportation.Solve(new(few.RowStarts, few.ArcWorkers, few.ArcCosts, room));
        Assert.Equal(PlanVerdict.Optimal, plan.Verify().Verdict);
        Assert.All(plan.Prices.ToArray(), price => Assert.Equal(0, price));
    }

    [Fact]
    public void A_case_without_arcs_is_short_of_everybody()
    {
        var plan = Transportation.Solve(Problems.Make(1, 2, [1, 1], [false, false], [1, 1]));
        Assert.Equal([0], plan.Shortage!.Cases);
        Assert.True(plan.Shortage.Workers.IsEmpty);
        Assert.Equal(PlanVerdict.Infeasible, plan.Verify().Verdict);
    }

    [Fact]
    public void Prices_of_the_greatest_costs_do_not_overflow()
    {
        // A chain: each case has a dear way and a dearer one, so that prices add up over all workers.
        const int n = 400;
        var (starts, to, cost) = (new int[n + 1], new List<int>(), new List<int>());
        for (var c = 0; c < n; c++)
        {
            to.Add(c);
            cost.Add(int.MinValue);
            if (c + 1 < n)
            {
                to.Add(c + 1);
                cost.Add(int.MaxValue);
            }

            starts[c + 1] = to.Count;
        }

        // The last case takes the first worker only, and everybody moves on by one.
        to[^1] = 0;
        starts[^1] = to.Count;
        var capacities = Enumerable.Repeat(1, n).ToArray();
        var plan = Transportation.Solve(new(starts, to.ToArray(), cost.ToArray(), capacities));
        Assert.Equal((n - 1) * (long)int.MaxValue + int.MinValue, plan.TotalCost);
        Assert.Equal(PlanVerdict.Optimal, plan.Verify().Verdict);
    }

    internal static string Print(TransportationProblem p) =>
        $"starts [{string.Join(',', p.RowStarts.ToArray())}] to [{string.Join(',', p.ArcWorkers.ToArray())}] costs [{string.Join(',', p.ArcCosts.ToArray())}] room [{string.Join(',', p.Capacities.ToArray())}] heads [{string.Join(',', p.Headcounts.ToArray())}] minima [{string.Join(',', p.Minima.ToArray())}] leave [{string.Join(',', p.UnassignedCosts.ToArray())}]";
}
