using Microsoft.Extensions.Time.Testing;

namespace GridGov.Assignment.Tests;

/// <summary>What is not a problem, and runs that are stopped.</summary>
public class BadProblemTests
{
    [Theory]
    [InlineData(new[] { 0, 2 }, new[] { 0, 5 }, new[] { 1, 1 }, new[] { 1, 1 }, "Arc 1 (case 0) is to worker 5, and there are 2 workers.")]
    [InlineData(new[] { 0, 1, 2 }, new[] { 0, -1 }, new[] { 1, 1 }, new[] { 1, 1 }, "Arc 1 (case 1) is to worker -1")]
    [InlineData(new[] { 0, 1, 3 }, new[] { 0, 1, 1 }, new[] { 1, 1, 1 }, new[] { 1, 1 }, "Arc 2 (case 1) is to worker 1, to whom the case has an arc already.")]
    [InlineData(new[] { 0, 1, 2 }, new[] { 0, 1 }, new[] { 1, 1 }, new[] { 1, -4 }, "worker 1 is -4")]
    [InlineData(new[] { 0, 2, 1, 2 }, new[] { 0, 1 }, new[] { 1, 1 }, new[] { 1, 1 }, "The row of case 1 starts at arc 2 and ends at 1.")]
    [InlineData(new[] { 0, 1 }, new[] { 0, 1 }, new[] { 1, 1 }, new[] { 1, 1 }, "The last row ends at arc 1, and there are 2 arcs.")]
    [InlineData(new[] { 1, 2 }, new[] { 0, 1 }, new[] { 1, 1 }, new[] { 1, 1 }, "The first row starts at arc 0")]
    [InlineData(new int[0], new int[0], new int[0], new[] { 1 }, "The first row starts at arc 0")]
    [InlineData(new[] { 0, 2 }, new[] { 0, 1 }, new[] { 1 }, new[] { 1, 1 }, "There are 2 workers of arcs and 1 costs.")]
    public void A_fault_is_named_with_its_index(int[] starts, int[] workers, int[] costs, int[] capacities, string says) =>
        Assert.Contains(says, Assert.Throws<ArgumentException>(() => new TransportationProblem(starts, workers, costs, capacities)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_fault_far_behind_is_named_too()
    {
        var good = Problems.Popular(1, 20_000, 100, 8, 0.5);
        var workers = good.ArcWorkers.ToArray();
        workers[^1] = workers[^2];
        var e = Assert.Throws<ArgumentException>(() => new TransportationProblem(good.RowStarts, workers, good.ArcCosts, good.Capacities));
        Assert.Contains("Arc 159999 (case 19999)", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_goes_with_cases_and_workers_is_checked()
    {
        Assert.Contains("Worker 1 has to be given 3 and has room for 2.", Fault(() => Problems.Make(1, 2, [1, 1], [true, true], [1, 2]).With(minima: [0, 3])), StringComparison.Ordinal);
        Assert.Contains("There are 3 minima for 2 workers.", Fault(() => Problems.Make(1, 2, [1, 1], [true, true], [1, 2]).With(minima: [0, 0, 0])), StringComparison.Ordinal);
        Assert.Contains("case 0 is -1", Fault(() => Problems.Make(1, 2, [1, 1], [true, true], [1, 2], heads: [-1])), StringComparison.Ordinal);
        Assert.Contains("cases up to 1 need", Fault(() => Problems.Make(2, 1, [1, 1], [true, true], [1], heads: [1, int.MaxValue])), StringComparison.Ordinal);
        Assert.Contains("for 1 cases", Fault(() => Problems.Make(1, 2, [1, 1], [true, true], [1, 2], leave: [1, 2])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_run_gives_no_plan()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => Transportation.Solve(Problems.Popular(5, 500, 20, 5, 0.02), cancellationToken: stop.Token));
    }

    [Fact]
    public void A_limit_needs_a_clock() =>
        Assert.Throws<ArgumentException>(() => Transportation.Solve(Problems.Popular(5, 50, 10, 5, 0.02), new() { TimeLimit = TimeSpan.Zero }));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Out_of_time_there_is_a_whole_plan_with_a_proved_gap(int minimum)
    {
        var problem = Problems.Popular(5, 2000, 50, 8, 0.02).With(minima: [.. Enumerable.Repeat(minimum * 30, 50)]);
        var best = Transportation.Solve(problem);
        var plan = Transportation.Solve(problem, new() { TimeLimit = TimeSpan.Zero, Clock = new FakeTimeProvider() });
        Assert.Equal(PlanStatus.OutOfTime, plan.Status);
        Assert.DoesNotContain(-1, plan.CaseToWorker.ToArray());
        var proved = plan.Verify();
        Assert.Equal(PlanVerdict.WithinGap, proved.Verdict);
        Assert.Equal(PlanVerdict.Optimal, best.Verify().Verdict);
        Assert.InRange(best.TotalCost, proved.Bound, plan.TotalCost - 1);
    }

    [Fact]
    public void Out_of_time_a_shortage_is_still_found()
    {
        var problem = Problems.Popular(5, 200, 10, 4, -0.1);
        var plan = Transportation.Solve(problem, new() { TimeLimit = TimeSpan.Zero, Clock = new FakeTimeProvider() });
        Assert.Equal((PlanStatus.NoPlan, PlanVerdict.Infeasible), (plan.Status, plan.Verify().Verdict));
    }

    [Fact]
    public void Progress_is_told_up_to_the_end()
    {
        var told = new List<PlanProgress>();
        Transportation.Solve(Problems.Popular(5, 2000, 50, 8, 0.02), new() { Progress = new Listener(told) });
        Assert.Equal(new(2000, 2000), told[^1]);
        Assert.True(told.Count > 1);
        Assert.Equal(told.Order(Comparer<PlanProgress>.Create((a, b) => a.Placed.CompareTo(b.Placed))), told);
    }

    private static string Fault(Action make) => Assert.Throws<ArgumentException>(make).Message;

    private sealed class Listener(List<PlanProgress> told) : IProgress<PlanProgress>
    {
        public void Report(PlanProgress value) => told.Add(value);
    }
}
