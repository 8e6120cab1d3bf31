using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GridGov.Assignment;

/// <summary>
/// Squares that are adversarial to augmenting paths, such as products of two rankings: rows bid for columns with
/// increments that get smaller from phase to phase (Bertsekas). Costs are multiplied by more than the number of rows,
/// so that increments of one leave no better plan; the exact prices then come of one search over all columns.
/// </summary>
internal sealed class ScaledBids<TLanes>
    where TLanes : struct, ILanes<TLanes, long>
{
    // From phase to phase the increment is divided by this.
    private const int Step = 6;

    private const long Far = long.MaxValue / 4;

    private readonly int _n;
    private readonly long[] _costs;
    private readonly long[] _v;
    private readonly int[] _columnOf;
    private readonly int[] _rowOf;
    private readonly CancellationToken _stop;

    private ScaledBids(int n, long[] costs, CancellationToken stop)
    {
        (_n, _costs, _stop) = (n, costs, stop);
        (_v, _columnOf, _rowOf) = (new long[n], new int[n], new int[n]);
    }

    /// <summary>Rows bid until all have a column.</summary>
    public long Bids { get; private set; }

    /// <summary>Solves a square of at least two rows, or gives null where its numbers would grow too large.</summary>
    public static (int[] ColumnOf, int[] RowOf, long[] Prices)? Solve<T>(ReadOnlySpan<T> costs, int n, CancellationToken stop)
        where T : unmanaged, INumber<T>
    {
        var largest = long.Max(1, long.CreateChecked(costs[0]));
        foreach (var cost in costs)
            largest = long.Max(largest, long.Abs(long.CreateChecked(cost)));

        // A price moves by no more than all rows' spreads and increments of a phase together, and there are few phases.
        if ((Int128)largest * (n + 1) * n > long.MaxValue >> 7)
            return null;
        var scaled = GC.AllocateUninitializedArray<long>(costs.Length);
        for (var i = 0; i < scaled.Length; i++)
            scaled[i] = long.CreateChecked(costs[i]) * (n + 1);
        var bids = new ScaledBids<TLanes>(n, scaled, stop);
        for (var increment = Math.Max(1, largest * (n + 1) / Step); ; increment = Math.Max(1, increment / Step))
        {
            bids.Phase(increment);
            if (increment <= 1)
                return (bids._columnOf, bids._rowOf, bids.ExactPrices());
        }
    }

    private void Phase(long increment)
    {
        _rowOf.AsSpan().Fill(-1);
        var free = new int[_n];
        for (var i = 0; i < _n; i++)
            free[i] = _n - 1 - i;
        for (var count = _n; count > 0;)
        {
            if ((++Bids & 1023) == 0)
                _stop.ThrowIfCancellationRequested();
            var row = free[--count];
            var (first, second, column) = LeastTwo(row);
            _v[column] -= second - first + increment;
            if (_rowOf[column] >= 0)
                free[count++] = _rowOf[column];
            (_rowOf[column], _columnOf[row]) = (row, column);
        }
    }

    private (long First, long Second, int Column) LeastTwo(int row)
    {
        ref var c = ref MemoryMarshal.GetReference(_costs.AsSpan(row * _n, _n));
        ref var v = ref MemoryMarshal.GetArrayDataReference(_v);
        var low = TLanes.Create(Far);
        var next = low;
        var j = 0;
        for (; j <= _n - TLanes.Count; j += TLanes.Count)
        {
            var now = TLanes.Load(ref c, j) - TLanes.Load(ref v, j);
            next = TLanes.Min(next, TLanes.Max(low, now));
            low = TLanes.Min(low, now);
        }

        var (first, second) = (Far, Far);
        for (var lane = 0; lane < TLanes.Count; lane++)
        {
            Rank(low[lane], ref first, ref second);
            Rank(next[lane], ref first, ref second);
        }

        for (; j < _n; j++)
            Rank(_costs[row * _n + j] - _v[j], ref first, ref second);
        return (first, second, IndexOf(row, first));
    }

    private static void Rank(long value, ref long first, ref long second)
    {
        second = Math.Min(second, Math.Max(first, value));
        first = Math.Min(first, value);
    }

    private int IndexOf(int row, long value)
    {
        ref var c = ref MemoryMarshal.GetReference(_costs.AsSpan(row * _n, _n));
        ref var v = ref MemoryMarshal.GetArrayDataReference(_v);
        var sought = TLanes.Create(value);
        var j = 0;
        for (; j <= _n - TLanes.Count; j += TLanes.Count)
        {
            var bits = (TLanes.Load(ref c, j) - TLanes.Load(ref v, j)).EqualBits(sought);
            if (bits != 0)
                return j + BitOperations.TrailingZeroCount(bits);
        }

        while (_costs[row * _n + j] - _v[j] != value)
            j++;
        return j;
    }

    /// <summary>
    /// Distances between columns, where going from a column to another costs what its row loses by the exchange. With
    /// one added for each step no step is negative, and all steps of a path together are less than the smallest
    /// difference of two true lengths; so the shortest paths are true ones.
    /// </summary>
    private long[] ExactPrices()
    {
        var price = new long[_n];
        var key = new long[_n];
        var before = new int[_n];
        var done = new bool[_n];
        key.AsSpan(1).Fill(Far);
        before[0] = -1;
        for (var taken = 0; taken < _n; taken++)
        {
            var column = -1;
            for (var j = 0; j < _n; j++)
            {
                if (!done[j] && (column < 0 || key[j] < key[column]))
                    column = j;
            }

            done[column] = true;
            var row = _rowOf[column];
            if (before[column] >= 0)
            {
                var through = _rowOf[before[column]];
                price[column] = price[before[column]] + (_costs[through * _n + column] - _costs[through * _n + before[column]]);
            }

            var costs = _costs.AsSpan(row * _n, _n);
            var offset = key[column] - (costs[column] - _v[column]) + 1;
            for (var k = 0; k < _n; k++)
            {
                var reached = costs[k] - _v[k] + offset;
                if (reached < key[k] && !done[k])
                    (key[k], before[k]) = (reached, column);
            }
        }

        for (var j = 0; j < _n; j++)
            price[j] /= _n + 1;
        return price;
    }
}

/// <summary>The same, in vectors as wide as the machine has.</summary>
internal static class ScaledBids
{
    public static (int[] ColumnOf, int[] RowOf, long[] Prices)? Solve<T>(ReadOnlySpan<T> costs, int n, CancellationToken stop)
        where T : unmanaged, INumber<T>
    {
        if (Vector512.IsHardwareAccelerated)
            return ScaledBids<Lanes512<long>>.Solve(costs, n, stop);
        if (Vector256.IsHardwareAccelerated)
            return ScaledBids<Lanes256<long>>.Solve(costs, n, stop);
        return Vector128.IsHardwareAccelerated
            ? ScaledBids<Lanes128<long>>.Solve(costs, n, stop)
            : ScaledBids<Lane<long>>.Solve(costs, n, stop);
    }
}
