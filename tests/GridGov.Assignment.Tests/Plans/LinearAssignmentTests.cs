using System.Numerics;
using CsCheck;

namespace GridGov.Assignment.Tests;

/// <summary>Plans of dense matrices, each with its certificate.</summary>
public class LinearAssignmentTests
{
    private static readonly Gen<(int Rows, int Columns, long[] Costs, bool[] Allowed, PlanGoal Goal)> Small =
        from rows in Gen.Int[0, 8]
        from columns in Gen.Int[0, 8]
        from costs in Gen.OneOf(Gen.Long[0, 0], Gen.Long[1, 4], Gen.Long[-50, 50], Gen.Long[int.MinValue, int.MaxValue]).Array[rows * columns]
        from allowed in Gen.OneOf(Gen.Const(Array.Empty<bool>()), Gen.Frequency((1, Gen.Const(false)), (4, Gen.Const(true))).Array[rows * columns])
        from most in Gen.Bool
        select (rows, columns, costs, allowed, most ? PlanGoal.Most : PlanGoal.Least);

    [Fact]
    public void Three_by_three()
    {
        var plan = LinearAssignment.Solve([4, 1, 3, 2, 0, 5, 3, 2, 2], 3, 3);
        Assert.Equal([1, 0, 2], plan.RowToColumn);
        Assert.Equal(5, plan.TotalCost);
        Assert.Equal(PlanVerdict.Optimal, plan.Verify<int>([4, 1, 3, 2, 0, 5, 3, 2, 2]).Verdict);
    }

    [Fact]
    public void Every_small_plan_is_the_best_of_all_and_proves_it() =>
        Small.Sample(
            t =>
            {
                var ints = t.Costs.Select(c => (int)c).ToArray();
                var plan = LinearAssignment.Solve(ints, t.Rows, t.Columns, t.Goal, t.Allowed);
                Check(t, plan, plan.Verify<int>(ints, t.Allowed), s => s);
                var wide = LinearAssignment.Solve(t.Costs, t.Rows, t.Columns, t.Goal, t.Allowed);
                Check(t, wide, wide.Verify<long>(t.Costs, t.Allowed), s => (BigInteger)s);
                var doubles = t.Costs.Select(c => (double)c).ToArray();
                var real = LinearAssignment.Solve(doubles, t.Rows, t.Columns, t.Goal, t.Allowed);
                Check(t, real, real.Verify<double>(doubles, t.Allowed), s => (BigInteger)s);
                var floats = t.Costs.Select(c => (float)(c % 1000)).ToArray();
                var single = LinearAssignment.Solve(floats, t.Rows, t.Columns, t.Goal, t.Allowed);
                Check(t with { Costs = [.. t.Costs.Select(c => c % 1000)] }, single, single.Verify<float>(floats, t.Allowed), s => (BigInteger)s);
            },
            iter: 3000);

    [Fact]
    public void Costs_of_the_whole_range_of_long_do_not_overflow() =>
        Gen.Int[1, 6].SelectMany(n => Gen.OneOf(Gen.Const(long.MinValue), Gen.Const(long.MaxValue), Gen.Long).Array[n * n].Select(c => (n, c))).Sample(
            t =>
            {
                var plan = LinearAssignment.Solve(t.c, t.n, t.n);
                Check((t.n, t.n, t.c, [], PlanGoal.Least), plan, plan.Verify<long>(t.c), s => (BigInteger)s);
            },
            iter: 500);

    [Fact]
    public void Every_width_of_lanes_gives_the_least_total() =>
        Gen.Int[1, 70].SelectMany(n => Gen.Int[0, 6].SelectMany(more => Gen.OneOf(Gen.Int[0, 9], Gen.Int[-100_000, 100_000]).Array[n * (n + more)].Select(c => (n, more, c)))).Sample(
            t =>
            {
                var (n, m) = (t.n, t.n + t.more);
                var least = Total<int, Lane<int>>(t.c, n, m);
                Assert.Equal(least, Total<int, Lanes128<int>>(t.c, n, m));
                Assert.Equal(least, Total<int, Lanes256<int>>(t.c, n, m));
                Assert.Equal(least, Total<int, Lanes512<int>>(t.c, n, m));
                long[] longs = [.. t.c];
                Assert.Equal(least, Total<long, Lanes128<long>>(longs, n, m));
                Assert.Equal(least, Total<long, Lanes512<long>>(longs, n, m));
                Int128[] wide = [.. t.c];
                Assert.Equal(least, Total<Int128, Lane<Int128>>(wide, n, m));
                double[] doubles = [.. t.c];
                Assert.Equal(least, Total<double, Lanes256<double>>(doubles, n, m));
                Assert.Equal(least, LinearAssignment.Solve(t.c, n, m).TotalCost);
                Assert.Equal(PlanVerdict.Optimal, LinearAssignment.Solve(t.c, n, m).Verify<int>(t.c).Verdict);
            },
            iter: 300);

    [Fact]
    public void Products_are_seen_to_be_adversarial_and_solved_by_bids()
    {
        const int n = 600;
        var costs = new int[n * n];
        long least = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                costs[i * n + j] = (i + 1) * (j + 1);

            // The greatest with the least is best (rearrangement inequality).
            least += (i + 1L) * (n - i);
        }

        var solver = new DenseSolver<int, Lane<int>>(n, n, default);
        Assert.Equal(DenseEnd.Solved, solver.Run(costs));
        Assert.True(solver.HasBid);
        var plan = LinearAssignment.Solve(costs, n, n);
        Assert.Equal(least, plan.TotalCost);
        Assert.Equal(PlanVerdict.Optimal, plan.Verify<int>(costs).Verdict);
        var most = LinearAssignment.Solve(costs, n, n, PlanGoal.Most);
        Assert.Equal(Enumerable.Range(1, n).Sum(i => (long)i * i), most.TotalCost);
        Assert.Equal(PlanVerdict.Optimal, most.Verify<int>(costs).Verdict);
    }

    [Fact]
    public void Ordinary_costs_need_no_bids()
    {
        var random = new SplitMix(5);
        var costs = new int[600 * 600];
        for (var i = 0; i < costs.Length; i++)
            costs[i] = random.Below(1000);
        var solver = new DenseSolver<int, Lanes256<int>>(600, 600, default);
        Assert.Equal(DenseEnd.Solved, solver.Run(costs));
        Assert.False(solver.HasBid);
    }

    [Fact]
    public void Bids_give_the_least_total_with_exact_prices() =>
        Gen.Int[2, 40].SelectMany(n => Gen.OneOf(Gen.Int[0, 0], Gen.Int[0, 3], Gen.Int[-100_000, 100_000]).Array[n * n].Select(c => (n, c))).Sample(
            t =>
            {
                foreach (var solved in new[] { ScaledBids<Lane<long>>.Solve<int>(t.c, t.n, default), ScaledBids<Lanes512<long>>.Solve<int>(t.c, t.n, default) })
                {
                    long[] rowPrices = new long[t.n];
                    var total = solved!.Value.ColumnOf.Select((column, row) => (long)t.c[row * t.n + column]).Sum();
                    var plan = new LinearPlan<long>(PlanGoal.Least, solved.Value.ColumnOf, t.n, rowPrices, solved.Value.Prices, total, null);
                    Assert.Equal(PlanVerdict.Optimal, plan.Verify<int>(t.c).Verdict);
                }
            },
            iter: 300);

    [Fact]
    public void Fractions_are_proved_within_rounding() =>
        Gen.Int[1, 40].SelectMany(n => Gen.Double[-1e6, 1e6].Array[n * n].Select(c => (n, c))).Sample(
            t =>
            {
                var plan = LinearAssignment.Solve(t.c, t.n, t.n);
                Assert.Equal(PlanVerdict.Optimal, plan.Verify<double>(t.c).Verdict);
            },
            iter: 300);

    [Fact]
    public void Too_few_columns_for_some_rows_is_a_shortage()
    {
        bool[] allowed = [true, false, false, true, false, false, true, true, true];
        var plan = LinearAssignment.Solve(new int[9], 3, 3, allowed: allowed);
        Assert.Equal([0, 1], plan.Shortage!.Cases);
        Assert.Equal([0], plan.Shortage.Workers);
        Assert.Equal([-1, -1, -1], plan.RowToColumn);
        Assert.Equal(PlanVerdict.Infeasible, plan.Verify<int>(new int[9], allowed).Verdict);
        Assert.Equal(PlanVerdict.Wrong, plan.Verify<int>(new int[9]).Verdict);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e300)]
    public void What_is_not_a_cost_is_refused_with_its_index(double bad)
    {
        var e = Assert.Throws<ArgumentException>(() => LinearAssignment.Solve([1.0, 2, 3, 4, 5, bad], 2, 3));
        Assert.Contains("index 5 (row 1, column 2)", e.Message, StringComparison.Ordinal);
        var f = Assert.Throws<ArgumentException>(() => LinearAssignment.Solve([1f, (float)bad], 1, 2));
        Assert.Contains("index 1 (row 0, column 1)", f.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_shapes_are_refused()
    {
        Assert.Throws<ArgumentException>(() => LinearAssignment.Solve(new int[5], 2, 3));
        Assert.Throws<ArgumentException>(() => LinearAssignment.Solve(new int[6], 2, 3, allowed: new bool[5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LinearAssignment.Solve(new int[6], -2, -3));
        Assert.Throws<ArgumentOutOfRangeException>(() => LinearAssignment.Solve(new int[6], 2, 3, (PlanGoal)7));
    }

    [Fact]
    public void A_cancelled_run_gives_nothing()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => LinearAssignment.Solve([1, 1, 1, 2], 2, 2, cancellationToken: stop.Token));
    }

    private static void Check<T>((int Rows, int Columns, long[] Costs, bool[] Allowed, PlanGoal Goal) t, LinearPlan<T> plan, PlanCertificate<T> verdict, Func<T, BigInteger> exact)
        where T : unmanaged, INumber<T>
    {
        var costs = new long[t.Rows, t.Columns];
        var allowed = new bool[t.Rows, t.Columns];
        for (var at = 0; at < t.Costs.Length; at++)
        {
            costs[at / t.Columns, at % t.Columns] = t.Costs[at];
            allowed[at / t.Columns, at % t.Columns] = t.Allowed.Length == 0 || t.Allowed[at];
        }

        BigInteger? best;
        if (t.Goal == PlanGoal.Least)
        {
            best = PairsByHand.Least(costs, allowed);
        }
        else
        {
            for (var at = 0; at < t.Costs.Length; at++)
                costs[at / t.Columns, at % t.Columns] = -t.Costs[at];
            best = -PairsByHand.Least(costs, allowed);
        }

        if (best is { } sum)
        {
            Assert.Null(plan.Shortage);
            Assert.Equal(sum, exact(plan.TotalCost));
            Assert.Equal(PlanVerdict.Optimal, verdict.Verdict);
        }
        else
        {
            Assert.NotNull(plan.Shortage);
            Assert.Equal(PlanVerdict.Infeasible, verdict.Verdict);
        }
    }

    private static long Total<T, TLanes>(T[] costs, int rows, int columns)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        var solver = new DenseSolver<T, TLanes>(rows, columns, default);
        Assert.Equal(DenseEnd.Solved, solver.Run(costs));
        return solver.ColumnOf.Select((column, row) => long.CreateChecked(costs[row * columns + column])).Sum();
    }
}
