using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GridGov.Assignment;

/// <summary>
/// Pairs rows with columns at the best total cost: everybody has a view on everybody (a dense matrix). As many pairs as
/// the shorter side has. The answer is exact; floating-point costs are added and compared as they are, so it is exact
/// but for their rounding. The same costs give the same plan on every machine with integers. Thread-safe.
/// </summary>
/// <remarks>
/// Shortest augmenting paths after column and row reduction (Jonker and Volgenant, 1987), in vectors as wide as the
/// machine has; the worst case is cubic. Costs are never added to numbers that stand for "forbidden" within reach of
/// real sums; where 32 bits may not hold a sum, 64 or 128 are used.
/// </remarks>
public static class LinearAssignment
{
    // Beyond this a sum of costs could leave the range of double.
    private const double LargestFloatingCost = 1e290;

    /// <summary>Pairs rows with columns.</summary>
    /// <param name="costs">The costs, row after row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="goal">Whether the least or the most is sought.</param>
    /// <param name="allowed">Which pairs may be, row after row; empty when all may.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="ArgumentException">The spans do not have rows × columns elements.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public static LinearPlan<long> Solve(
        ReadOnlySpan<int> costs, int rows, int columns, PlanGoal goal = PlanGoal.Least, ReadOnlySpan<bool> allowed = default, CancellationToken cancellationToken = default)
    {
        var shape = new Shape(costs.Length, rows, columns, goal, allowed);
        return Run<int, int, long>(costs, allowed, shape, cancellationToken)
            ?? Run<int, long, long>(costs, allowed, shape, cancellationToken)!;
    }

    /// <inheritdoc cref="Solve(ReadOnlySpan{int}, int, int, PlanGoal, ReadOnlySpan{bool}, CancellationToken)"/>
    public static LinearPlan<Int128> Solve(
        ReadOnlySpan<long> costs, int rows, int columns, PlanGoal goal = PlanGoal.Least, ReadOnlySpan<bool> allowed = default, CancellationToken cancellationToken = default)
    {
        var shape = new Shape(costs.Length, rows, columns, goal, allowed);
        return Run<long, long, Int128>(costs, allowed, shape, cancellationToken)
            ?? Run<long, Int128, Int128>(costs, allowed, shape, cancellationToken)!;
    }

    /// <summary>Pairs rows with columns.</summary>
    /// <param name="costs">The costs, row after row; finite, and within plus or minus 1e290.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="goal">Whether the least or the most is sought.</param>
    /// <param name="allowed">Which pairs may be, row after row; empty when all may.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="ArgumentException">The spans do not have rows × columns elements, or a cost is not a number, infinite or too large; its index is named.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public static LinearPlan<double> Solve(
        ReadOnlySpan<double> costs, int rows, int columns, PlanGoal goal = PlanGoal.Least, ReadOnlySpan<bool> allowed = default, CancellationToken cancellationToken = default)
    {
        var shape = new Shape(costs.Length, rows, columns, goal, allowed);
        for (var i = 0; i < costs.Length; i++)
            CheckFinite(costs[i], i, columns, nameof(costs));
        return Run<double, double, double>(costs, allowed, shape, cancellationToken)!;
    }

    /// <inheritdoc cref="Solve(ReadOnlySpan{double}, int, int, PlanGoal, ReadOnlySpan{bool}, CancellationToken)"/>
    public static LinearPlan<double> Solve(
        ReadOnlySpan<float> costs, int rows, int columns, PlanGoal goal = PlanGoal.Least, ReadOnlySpan<bool> allowed = default, CancellationToken cancellationToken = default)
    {
        var shape = new Shape(costs.Length, rows, columns, goal, allowed);
        for (var i = 0; i < costs.Length; i++)
            CheckFinite(costs[i], i, columns, nameof(costs));
        return Run<float, double, double>(costs, allowed, shape, cancellationToken)!;
    }

    private static void CheckFinite(double cost, int index, int columns, string name)
    {
        if (!(Math.Abs(cost) <= LargestFloatingCost))
            throw new ArgumentException(Text.Of($"The cost at index {index} (row {index / columns}, column {index % columns}) is {cost}; costs are finite and within ±{LargestFloatingCost}.\nName forbidden pairs in `allowed`."), name);
    }

    /// <summary>Solves with numbers of one type, or gives null when it is too narrow for these costs.</summary>
    private static LinearPlan<TSum>? Run<TCost, TNumber, TSum>(ReadOnlySpan<TCost> costs, ReadOnlySpan<bool> allowed, Shape shape, CancellationToken stop)
        where TCost : unmanaged, INumber<TCost>
        where TNumber : unmanaged, INumber<TNumber>, IMinMaxValue<TNumber>
        where TSum : unmanaged, INumber<TSum>
    {
        var (takers, givers) = shape.IsFlipped ? (shape.Columns, shape.Rows) : (shape.Rows, shape.Columns);
        if (takers == 0)
            return new(shape.Goal, Filled(shape.Rows), shape.Columns, new TSum[shape.Rows], new TSum[shape.Columns], TSum.Zero, null);
        if (!TryPrepare<TCost, TNumber>(costs, allowed, shape, out var matrix))
            return null;
        if (Vector512.IsHardwareAccelerated && Vector512<TNumber>.IsSupported)
            return Run<TNumber, Lanes512<TNumber>, TSum>(matrix, takers, givers, shape, stop);
        if (Vector256.IsHardwareAccelerated && Vector256<TNumber>.IsSupported)
            return Run<TNumber, Lanes256<TNumber>, TSum>(matrix, takers, givers, shape, stop);
        if (Vector128.IsHardwareAccelerated && Vector128<TNumber>.IsSupported)
            return Run<TNumber, Lanes128<TNumber>, TSum>(matrix, takers, givers, shape, stop);
        return Run<TNumber, Lane<TNumber>, TSum>(matrix, takers, givers, shape, stop);
    }

    private static int[] Filled(int length)
    {
        var none = new int[length];
        none.AsSpan().Fill(-1);
        return none;
    }

    /// <summary>The matrix as the kernel wants it: the caller's own where nothing is to be turned round, forbidden or widened.</summary>
    private static bool TryPrepare<TCost, TNumber>(ReadOnlySpan<TCost> costs, ReadOnlySpan<bool> allowed, Shape shape, out ReadOnlySpan<TNumber> matrix)
        where TCost : unmanaged, INumber<TCost>
        where TNumber : unmanaged, INumber<TNumber>, IMinMaxValue<TNumber>
    {
        var (low, high) = Range(costs);
        var limit = DenseRange.Limit<TNumber>();
        matrix = default;
        if (typeof(TCost) == typeof(TNumber) && (TNumber.CreateChecked(high) > limit || TNumber.CreateChecked(low) < -limit))
            return false;
        if (typeof(TCost) == typeof(TNumber) && !shape.IsFlipped && shape.Goal == PlanGoal.Least && allowed.IsEmpty)
        {
            matrix = MemoryMarshal.Cast<TCost, TNumber>(costs);
            return true;
        }

        var made = GC.AllocateUninitializedArray<TNumber>(costs.Length);
        var forbidden = DenseRange.Forbidden<TNumber>();
        var at = 0;
        for (var i = 0; i < shape.Rows; i++)
        {
            for (var j = 0; j < shape.Columns; j++, at++)
            {
                var cost = TNumber.CreateChecked(costs[at]);
                made[shape.IsFlipped ? j * shape.Rows + i : at] =
                    !allowed.IsEmpty && !allowed[at] ? forbidden : shape.Goal == PlanGoal.Least ? cost : -cost;
            }
        }

        matrix = made;
        return true;
    }

    private static (T Low, T High) Range<T>(ReadOnlySpan<T> costs)
        where T : unmanaged, INumber<T>
    {
        var (low, high) = (costs[0], costs[0]);
        var i = 0;
        if (Vector.IsHardwareAccelerated && Vector<T>.IsSupported && costs.Length >= Vector<T>.Count)
        {
            var (least, most) = (new Vector<T>(costs), new Vector<T>(costs));
            for (; i <= costs.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                var now = new Vector<T>(costs[i..]);
                (least, most) = (Vector.Min(least, now), Vector.Max(most, now));
            }

            for (var lane = 0; lane < Vector<T>.Count; lane++)
                (low, high) = (T.Min(low, least[lane]), T.Max(high, most[lane]));
        }

        for (; i < costs.Length; i++)
            (low, high) = (T.Min(low, costs[i]), T.Max(high, costs[i]));
        return (low, high);
    }

    private static LinearPlan<TSum>? Run<TNumber, TLanes, TSum>(ReadOnlySpan<TNumber> matrix, int takers, int givers, Shape shape, CancellationToken stop)
        where TNumber : unmanaged, INumber<TNumber>, IMinMaxValue<TNumber>
        where TLanes : struct, ILanes<TLanes, TNumber>
        where TSum : unmanaged, INumber<TSum>
    {
        var solver = new DenseSolver<TNumber, TLanes>(takers, givers, stop);
        var end = solver.Run(matrix);
        if (end == DenseEnd.TooNarrow)
            return null;
        if (end == DenseEnd.Stuck)
            return new(shape.Goal, Filled(shape.Rows), shape.Columns, [], [], TSum.Zero, ShortageOf(solver, shape));

        var total = TSum.Zero;
        var sign = shape.Goal == PlanGoal.Least ? TSum.One : -TSum.One;
        var (takerPrices, giverPrices) = (new TSum[takers], new TSum[givers]);
        for (var j = 0; j < givers; j++)
            giverPrices[j] = sign * TSum.CreateChecked(solver.Prices[j]);
        for (var i = 0; i < takers; i++)
        {
            var column = solver.ColumnOf[i];
            var cost = sign * TSum.CreateChecked(matrix[i * givers + column]);
            takerPrices[i] = cost - giverPrices[column];
            total += cost;
        }

        return shape.IsFlipped
            ? new(shape.Goal, solver.RowOf, takers, giverPrices, takerPrices, total, null)
            : new(shape.Goal, solver.ColumnOf, givers, takerPrices, giverPrices, total, null);
    }

    private static PlanShortage ShortageOf<TNumber, TLanes>(DenseSolver<TNumber, TLanes> solver, Shape shape)
        where TNumber : unmanaged, INumber<TNumber>, IMinMaxValue<TNumber>
        where TLanes : struct, ILanes<TLanes, TNumber>
    {
        List<int> takers = [solver.StuckRow];
        foreach (var column in solver.Tree)
            takers.Add(solver.RowOf[column]);
        takers.Sort();
        ValueList<int> unserved = [.. takers];
        ValueList<int> offered = [.. solver.Tree.ToArray().Order()];
        return new()
        {
            Kind = shape.IsFlipped ? ShortageKind.TooFewCases : ShortageKind.TooLittleRoom,
            Cases = shape.IsFlipped ? offered : unserved,
            Workers = shape.IsFlipped ? unserved : offered,
            Needed = unserved.Count,
            Available = offered.Count,
        };
    }

    private readonly ref struct Shape
    {
        public Shape(int costs, int rows, int columns, PlanGoal goal, ReadOnlySpan<bool> allowed)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(rows);
            ArgumentOutOfRangeException.ThrowIfNegative(columns);
            if (goal is not (PlanGoal.Least or PlanGoal.Most))
                throw new ArgumentOutOfRangeException(nameof(goal), goal, "The goal is Least or Most.");
            if ((long)rows * columns != costs)
                throw new ArgumentException(Text.Of($"{rows} rows of {columns} columns are {(long)rows * columns} costs, and there are {costs}."), nameof(costs));
            if (!allowed.IsEmpty && allowed.Length != costs)
                throw new ArgumentException(Text.Of($"There are {costs} costs, and {allowed.Length} pairs are said to be allowed or not."), nameof(allowed));
            (Rows, Columns, Goal) = (rows, columns, goal);
        }

        public int Rows { get; }

        public int Columns { get; }

        public PlanGoal Goal { get; }

        public bool IsFlipped => Rows > Columns;
    }
}
