using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GridGov.Assignment;

/// <summary>How a dense run ended.</summary>
internal enum DenseEnd
{
    /// <summary>Every row has a column, at least total cost.</summary>
    Solved,

    /// <summary>A row cannot be given a column; the tree of the last search says why.</summary>
    Stuck,

    /// <summary>Numbers grew beyond what this type holds with certainty; a wider type has to do it.</summary>
    TooNarrow,
}

/// <summary>
/// The dense kernel: rows at most as many as columns, least total cost. Shortest augmenting paths from prices that
/// reduction has brought close; where the searches scan far more than that is worth, bids with scaled prices take over.
/// </summary>
/// <remarks>
/// Every number stays within <see cref="Limit"/>; a forbidden pair costs <see cref="Forbidden"/>, from which no sum of
/// numbers within the limit can come back below <see cref="Far"/>. So a distance tells by itself whether it is one.
/// </remarks>
internal sealed partial class DenseSolver<T, TLanes>
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
    where TLanes : struct, ILanes<TLanes, T>
{
    private const int LeastForBids = 512;
    private const int ScansForBids = 48;

    private readonly int _rows;
    private readonly int _columns;
    private readonly bool _square;
    private readonly CancellationToken _stop;
    private readonly T[] _v;
    private readonly T[] _u;
    private readonly int[] _columnOf;
    private readonly int[] _rowOf;

    // Of one search: the least distance of each column that is not in the tree, the price as the scan sees it, and the
    // row before it. A column of the tree shows a price and a distance that no row can improve.
    private readonly T[] _key;
    private readonly T[] _seen;
    private readonly T[] _from;
    private readonly int[] _tree;
    private readonly T[] _reached;
    private readonly T[] _blockLeast;
    private int _treeCount;
    private long _scanned;

    public DenseSolver(int rows, int columns, CancellationToken stop)
    {
        (_rows, _columns, _square, _stop) = (rows, columns, rows == columns, stop);
        _v = new T[columns];
        _u = new T[rows];
        _key = new T[columns];
        _seen = new T[columns];
        _from = new T[columns];
        _reached = new T[columns];
        _tree = new int[columns];
        _blockLeast = new T[(columns + BlockLength - 1) / BlockLength * TLanes.Count];
        _columnOf = new int[rows];
        _rowOf = new int[columns];
        _columnOf.AsSpan().Fill(-1);
        _rowOf.AsSpan().Fill(-1);
    }

    // Columns whose least distances are kept together, so that a search for the least looks at few of them.
    private static int BlockLength => 8 * TLanes.Count;

    /// <summary>Costs beyond plus or minus this are not for this type.</summary>
    public static T Limit { get; } = DenseRange.Limit<T>();

    /// <summary>A distance from here on leads over a forbidden pair.</summary>
    public static T Far { get; } = DenseRange.Far<T>();

    /// <summary>The cost of a forbidden pair.</summary>
    public static T Forbidden { get; } = DenseRange.Forbidden<T>();

    /// <summary>The column of each row.</summary>
    public int[] ColumnOf => _columnOf;

    /// <summary>The row of each column, or -1.</summary>
    public int[] RowOf => _rowOf;

    /// <summary>The price of each column: a row's cost less the price is least at its own column.</summary>
    public T[] Prices => _v;

    /// <summary>After <see cref="DenseEnd.Stuck"/>: the columns that the row without one, and all that would have to move for it, are confined to.</summary>
    public ReadOnlySpan<int> Tree => _tree.AsSpan(0, _treeCount);

    /// <summary>After <see cref="DenseEnd.Stuck"/>: the row without a column.</summary>
    public int StuckRow { get; private set; } = -1;

    /// <summary>Columns looked at by searches, for the choice of method and for tests.</summary>
    public long Scanned => _scanned;

    /// <summary>Whether bids with scaled prices were needed.</summary>
    public bool HasBid { get; private set; }

    public DenseEnd Run(ReadOnlySpan<T> costs)
    {
        _stop.ThrowIfCancellationRequested();
        var free = new int[_rows];
        var count = _square ? ReduceColumns(costs, free) : AllRows(free);
        for (var round = 0; round < 2 && count > 0; round++)
            count = ReduceRows(costs, free, count);
        if (!IsWithinLimit())
            return DenseEnd.TooNarrow;

        // Products of two rankings need a scan for nearly every pair, ordinary inputs a few dozen a row.
        var budget = _square && _rows >= LeastForBids ? (long)ScansForBids * _rows * _columns : long.MaxValue;
        for (var i = 0; i < _rows; i++)
            _u[i] = _columnOf[i] < 0 ? T.Zero : costs[i * _columns + _columnOf[i]] - _v[_columnOf[i]];
        for (var f = 0; f < count; f++)
        {
            _stop.ThrowIfCancellationRequested();
            var end = Augment(costs, free[f]);
            if (end != DenseEnd.Solved)
                return end;
            if (_scanned > budget)
            {
                if (TryBids(costs))
                    return DenseEnd.Solved;
                budget = long.MaxValue;
            }
        }

        return DenseEnd.Solved;
    }

    private static int AllRows(int[] free)
    {
        for (var i = 0; i < free.Length; i++)
            free[i] = i;
        return free.Length;
    }

    private bool IsWithinLimit()
    {
        foreach (var v in _v)
        {
            if (T.Abs(v) > Limit)
                return false;
        }

        return true;
    }

    /// <summary>Gives the row a column, moving others along the cheapest path.</summary>
    private DenseEnd Augment(ReadOnlySpan<T> costs, int row)
    {
        _key.AsSpan().Fill(Forbidden);
        _v.CopyTo(_seen, 0);
        _treeCount = 0;
        var next = 0;
        var least = Scan(costs, row, T.Zero);
        var distance = least;
        int end;
        while (true)
        {
            // The tree takes all columns at the least distance at once; one of them without a row ends the search.
            if (next == _treeCount || least <= distance)
            {
                if (least >= Far)
                {
                    StuckRow = row;
                    return DenseEnd.Stuck;
                }

                if (T.Abs(least) > Limit)
                    return DenseEnd.TooNarrow;
                distance = T.Max(distance, least);
                end = Gather(distance, out least);
                if (end >= 0)
                    break;
            }

            var column = _tree[next++];
            var at = _rowOf[column];
            least = Scan(costs, at, distance - _u[at]);
        }

        // What was nearer than the end falls in price by as much, so that every row keeps its cheapest column.
        for (var t = 0; t < _treeCount; t++)
        {
            var price = _v[_tree[t]] + (_reached[t] - distance);
            if (T.Abs(price) > Limit)
                return DenseEnd.TooNarrow;
            _v[_tree[t]] = price;
            _u[_rowOf[_tree[t]]] += distance - _reached[t];
        }

        _u[row] = distance;

        for (var column = end; ;)
        {
            var owner = int.CreateTruncating(_from[column]);
            _rowOf[column] = owner;
            (column, _columnOf[owner]) = (_columnOf[owner], column);
            if (owner == row)
                return DenseEnd.Solved;
        }
    }

    /// <summary>Looks at all columns from a row; returns the least distance outside the tree.</summary>
    private T Scan(ReadOnlySpan<T> costs, int row, T offset)
    {
        _scanned += _columns;
        ref var c = ref MemoryMarshal.GetReference(costs.Slice(row * _columns, _columns));
        ref var v = ref MemoryMarshal.GetArrayDataReference(_seen);
        ref var key = ref MemoryMarshal.GetArrayDataReference(_key);
        ref var from = ref MemoryMarshal.GetArrayDataReference(_from);
        var source = T.CreateTruncating(row);
        if (_columns < TLanes.Count)
            return ScanShort(ref c, offset, source);
        ref var block = ref MemoryMarshal.GetArrayDataReference(_blockLeast);
        var none = TLanes.Create(Forbidden);
        var lowest = none;
        var add = TLanes.Create(offset);
        var sources = TLanes.Create(source);
        var last = _columns - TLanes.Count;
        var b = 0;
        for (var start = 0; start < _columns; start += BlockLength, b += TLanes.Count)
        {
            var blockLowest = none;
            var end = Math.Min(start + BlockLength, _columns);
            for (var at = start; at < end; at += TLanes.Count)
            {
                // The last group may overlap the one before: the same row cannot improve on itself.
                var j = Math.Min(at, last);
                var old = TLanes.Load(ref key, j);
                var now = TLanes.Load(ref c, j) - TLanes.Load(ref v, j) + add;
                if (now.LessBits(old) != 0)
                {
                    TLanes.Select(now.Less(old), sources, TLanes.Load(ref from, j)).Store(ref from, j);
                    old = TLanes.Min(now, old);
                    old.Store(ref key, j);
                }

                blockLowest = TLanes.Min(blockLowest, old);
            }

            blockLowest.Store(ref block, b);
            lowest = TLanes.Min(lowest, blockLowest);
        }

        return lowest.Least();
    }

    private T ScanShort(ref T c, T offset, T source)
    {
        var least = Forbidden;
        for (var j = 0; j < _columns; j++)
        {
            var now = Unsafe.Add(ref c, j) - _seen[j] + offset;
            if (now < _key[j])
                (_key[j], _from[j]) = (now, source);
            least = T.Min(least, _key[j]);
        }

        return least;
    }

    /// <summary>Moves all columns within the distance into the tree.</summary>
    /// <param name="distance">The distance.</param>
    /// <param name="least">The least distance left outside.</param>
    /// <returns>A column without a row, or -1.</returns>
    private int Gather(T distance, out T least)
    {
        if (_columns < TLanes.Count)
            return GatherShort(distance, out least);
        ref var key = ref MemoryMarshal.GetArrayDataReference(_key);
        ref var block = ref MemoryMarshal.GetArrayDataReference(_blockLeast);
        var lowest = TLanes.Create(Forbidden);
        var bound = TLanes.Create(distance);
        var all = ulong.MaxValue >> (64 - TLanes.Count);
        var last = _columns - TLanes.Count;
        var b = 0;
        least = distance;
        for (var start = 0; start < _columns; start += BlockLength, b += TLanes.Count)
        {
            var blockLowest = TLanes.Load(ref block, b);
            if (bound.LessBits(blockLowest) != all)
            {
                blockLowest = TLanes.Create(Forbidden);
                var end = Math.Min(start + BlockLength, _columns);
                for (var at = start; at < end; at += TLanes.Count)
                {
                    var j = Math.Min(at, last);
                    for (var bits = bound.LessBits(TLanes.Load(ref key, j)) ^ all; bits != 0; bits &= bits - 1)
                    {
                        var column = j + BitOperations.TrailingZeroCount(bits);
                        if (Take(column))
                            return column;
                    }

                    blockLowest = TLanes.Min(blockLowest, TLanes.Load(ref key, j));
                }
            }

            lowest = TLanes.Min(lowest, blockLowest);
        }

        least = lowest.Least();
        return -1;
    }

    private int GatherShort(T distance, out T least)
    {
        least = Forbidden;
        for (var j = 0; j < _columns; j++)
        {
            if (_key[j] <= distance && Take(j))
                return j;
            least = T.Min(least, _key[j]);
        }

        return -1;
    }

    private bool Take(int column)
    {
        if (_rowOf[column] < 0)
            return true;
        (_tree[_treeCount], _reached[_treeCount]) = (column, _key[column]);
        _treeCount++;
        (_key[column], _seen[column]) = (Far, -Forbidden);
        return false;
    }
}
