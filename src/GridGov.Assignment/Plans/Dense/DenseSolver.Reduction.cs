using System.Numerics;
using System.Runtime.InteropServices;

namespace GridGov.Assignment;

/// <content>Prices and a part of the plan before the first search.</content>
internal sealed partial class DenseSolver<T, TLanes>
{
    /// <summary>
    /// Each column's price is its least cost, each row takes a column that is cheapest in it, and hands what it could
    /// pay more on to the price. Only for squares: a column that stays without a row has to keep the price 0.
    /// </summary>
    private int ReduceColumns(ReadOnlySpan<T> costs, int[] free)
    {
        costs[.._columns].CopyTo(_v);
        _from.AsSpan().Clear();
        ref var v = ref MemoryMarshal.GetArrayDataReference(_v);
        ref var from = ref MemoryMarshal.GetArrayDataReference(_from);
        for (var i = 1; i < _rows; i++)
        {
            ref var c = ref MemoryMarshal.GetReference(costs.Slice(i * _columns, _columns));
            var row = TLanes.Create(T.CreateTruncating(i));
            var j = 0;
            for (; j <= _columns - TLanes.Count; j += TLanes.Count)
            {
                var old = TLanes.Load(ref v, j);
                var now = TLanes.Load(ref c, j);
                if (now.LessBits(old) == 0)
                    continue;
                TLanes.Select(now.Less(old), row, TLanes.Load(ref from, j)).Store(ref from, j);
                TLanes.Min(now, old).Store(ref v, j);
            }

            for (; j < _columns; j++)
            {
                if (costs[i * _columns + j] < _v[j])
                    (_v[j], _from[j]) = (costs[i * _columns + j], T.CreateTruncating(i));
            }
        }

        // A column of forbidden pairs only: its price does not matter, but has to be a number within the limit.
        for (var j = 0; j < _columns; j++)
        {
            if (_v[j] >= Far)
                _v[j] = T.Zero;
        }

        var matches = new int[_rows];
        for (var j = _columns - 1; j >= 0; j--)
        {
            var row = int.CreateTruncating(_from[j]);
            if (costs[row * _columns + j] >= Far)
                continue;
            if (matches[row]++ == 0)
                (_rowOf[j], _columnOf[row]) = (row, j);
        }

        var count = 0;
        for (var i = 0; i < _rows; i++)
        {
            if (matches[i] == 0)
            {
                free[count++] = i;
            }
            else if (matches[i] == 1)
            {
                var own = _columnOf[i];
                LeastTwo(costs, i, out var first, out var second, out var at);
                var rest = at == own ? second : first;
                if (rest < Far)
                    _v[own] -= rest - (costs[i * _columns + own] - _v[own]);
            }
        }

        return count;
    }

    /// <summary>Rows without a column bid for their cheapest as much as the second cheapest lets them; who is bid away goes on.</summary>
    private int ReduceRows(ReadOnlySpan<T> costs, int[] free, int count)
    {
        var kept = 0;
        var steps = 0;
        for (var k = 0; k < count;)
        {
            var row = free[k++];
            LeastTwo(costs, row, out var first, out var second, out var column);
            if (first >= Far)
            {
                free[kept++] = row;
                continue;
            }

            var holder = _rowOf[column];
            var price = second >= Far ? _v[column] : _v[column] - (second - first);
            if (T.Abs(price) > Limit)
            {
                free[kept++] = row;
                continue;
            }

            var lowers = price < _v[column];
            if (lowers)
            {
                _v[column] = price;
            }
            else if (holder >= 0)
            {
                // A tie: the other column may be nobody's.
                column = OtherAt(costs, row, column, first);
                holder = _rowOf[column];
            }

            (_rowOf[column], _columnOf[row]) = (row, column);
            if (holder < 0)
                continue;
            _columnOf[holder] = -1;
            if (lowers && ++steps < 4 * _rows)
                free[--k] = holder;
            else
                free[kept++] = holder;
        }

        return kept;
    }

    private int OtherAt(ReadOnlySpan<T> costs, int row, int column, T value)
    {
        var c = costs.Slice(row * _columns, _columns);
        for (var j = column + 1; j < _columns; j++)
        {
            if (c[j] - _v[j] == value)
                return j;
        }

        return column;
    }

    /// <summary>The two least costs after prices of a row, and the first column of the least.</summary>
    private void LeastTwo(ReadOnlySpan<T> costs, int row, out T first, out T second, out int column)
    {
        ref var c = ref MemoryMarshal.GetReference(costs.Slice(row * _columns, _columns));
        ref var v = ref MemoryMarshal.GetArrayDataReference(_v);
        var low = TLanes.Create(Forbidden);
        var next = low;
        var j = 0;
        for (; j <= _columns - TLanes.Count; j += TLanes.Count)
        {
            var now = TLanes.Load(ref c, j) - TLanes.Load(ref v, j);
            next = TLanes.Min(next, TLanes.Max(low, now));
            low = TLanes.Min(low, now);
        }

        first = second = Forbidden;
        for (var lane = 0; lane < TLanes.Count; lane++)
        {
            Rank(low[lane], ref first, ref second);
            Rank(next[lane], ref first, ref second);
        }

        for (; j < _columns; j++)
            Rank(costs[row * _columns + j] - _v[j], ref first, ref second);
        column = IndexOf(costs, row, first);
    }

    private static void Rank(T value, ref T first, ref T second)
    {
        if (value < first)
            (first, second) = (value, first);
        else if (value < second)
            second = value;
    }

    private int IndexOf(ReadOnlySpan<T> costs, int row, T value)
    {
        ref var c = ref MemoryMarshal.GetReference(costs.Slice(row * _columns, _columns));
        ref var v = ref MemoryMarshal.GetArrayDataReference(_v);
        var sought = TLanes.Create(value);
        var j = 0;
        for (; j <= _columns - TLanes.Count; j += TLanes.Count)
        {
            var bits = (TLanes.Load(ref c, j) - TLanes.Load(ref v, j)).EqualBits(sought);
            if (bits != 0)
                return j + BitOperations.TrailingZeroCount(bits);
        }

        for (; j < _columns - 1; j++)
        {
            if (costs[row * _columns + j] - _v[j] == value)
                return j;
        }

        return _columns - 1;
    }

    /// <summary>Starts over with bids, where all pairs are allowed and the numbers are integers of moderate size.</summary>
    private bool TryBids(ReadOnlySpan<T> costs)
    {
        if (!DenseRange.IsInteger<T>() || typeof(T) == typeof(Int128))
            return false;
        foreach (var cost in costs)
        {
            if (cost > Limit)
                return false;
        }

        if (ScaledBids.Solve(costs, _rows, _stop) is not { } solved || solved.Prices.AsSpan().ContainsAnyExceptInRange(-long.CreateSaturating(Limit), long.CreateSaturating(Limit)))
            return false;
        solved.ColumnOf.CopyTo(_columnOf, 0);
        solved.RowOf.CopyTo(_rowOf, 0);
        for (var j = 0; j < _columns; j++)
            _v[j] = T.CreateChecked(solved.Prices[j]);
        HasBid = true;
        return true;
    }
}
