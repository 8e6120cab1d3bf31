using System.Buffers;
using System.Runtime.CompilerServices;

namespace GridGov;

/// <summary>
/// Builds the arrays of a tree from sound rows, in time linear in the rows but for siblings that are out of order.
/// Whatever is not sound gives null here; <see cref="GridTreeFaults"/> then says what.
/// </summary>
internal sealed class GridTreeBuilder : IDisposable
{
    // A program builds its tree once, at the start, so the loops must not wait for tiered compilation.
    private const MethodImplOptions OnlyOnce = MethodImplOptions.AggressiveOptimization;

    private readonly GridRow[] _rows;
    private readonly Pooled<ulong> _keys;
    private readonly Pooled<ulong> _parentKeys;
    private readonly Pooled<byte> _traits;
    private readonly Pooled<int> _above;
    private bool _hasHouseholds;
    private bool _hasDates;

    private GridTreeBuilder(GridRow[] rows)
    {
        _rows = rows;
        _keys = new(rows.Length);
        _parentKeys = new(rows.Length);
        _traits = new(rows.Length);
        _above = new(rows.Length);
    }

    public static (GridNodes Nodes, CodeTable Table)? TryBuild(GridRow[] rows)
    {
        using var builder = new GridTreeBuilder(rows);
        return builder.TakeRows() && CodeTable.Make(rows, builder._keys.Span) is { } table && builder.FindParents(table)
            ? builder.Number(table)
            : null;
    }

    public void Dispose()
    {
        _keys.Dispose();
        _parentKeys.Dispose();
        _traits.Dispose();
        _above.Dispose();
    }

    // The one pass that reads all of a row: rows and their texts are far apart in memory.
    [MethodImpl(OnlyOnce)]
    private bool TakeRows()
    {
        var keys = _keys.Span;
        var parentKeys = _parentKeys.Span;
        var traits = _traits.Span;
        for (var i = 0; i < _rows.Length; i++)
        {
            var row = _rows[i];
            if (row is null || !GridTreeFaults.IsSound(row))
                return false;
            keys[i] = CodeKey.Of(row.Code.Value);
            parentKeys[i] = row.Parent is { } parent ? CodeKey.Of(parent.Value) : 0;
            traits[i] = GridNodes.TraitsOf(row);
            _hasHouseholds |= row.Households != 0;
            _hasDates |= row.From is not null || row.Until is not null;
        }

        return _rows.Length > 0;
    }

    // Rows of one parent usually follow one another, so the last parent is looked at before the table.
    [MethodImpl(OnlyOnce)]
    private bool FindParents(CodeTable table)
    {
        var parentKeys = _parentKeys.Span;
        var traits = _traits.Span;
        var above = _above.Span;
        var (lastKey, last) = (0ul, -1);
        for (var i = 0; i < above.Length; i++)
        {
            var key = parentKeys[i];
            if (key == 0)
            {
                above[i] = -1;
                if (_rows[i].Parent is not null)
                    return false;
                continue;
            }

            if (key != lastKey || !CodeKey.IsCode(key))
                (lastKey, last) = (key, table.Find(_rows[i].Parent!.Value.Value, key));
            if (last < 0 || GridNodes.LevelIn(traits[i]) <= GridNodes.LevelIn(traits[last]))
                return false;
            above[i] = last;
        }

        return true;
    }

    [MethodImpl(OnlyOnce)]
    private (GridNodes Nodes, CodeTable Table)? Number(CodeTable table)
    {
        using Pooled<int> starts = new(_rows.Length + 3), children = new(_rows.Length), order = new(_rows.Length),
            sizes = new(_rows.Length), numbers = new(_rows.Length);
        SortChildren(starts.Span, children.Span);
        TopDown(starts.Span, children.Span, order.Span);
        Count(order.Span, sizes.Span);
        Place(children.Span[..starts.Span[1]], 0, sizes.Span, numbers.Span);
        foreach (var row in order.Span)
            Place(ChildrenOf(row, starts.Span, children.Span), numbers.Span[row] + 1, sizes.Span, numbers.Span);
        var nodes = Fill(numbers.Span, sizes.Span);
        return nodes is null ? null : (nodes, table.Renumber(numbers.Span, nodes.Codes));
    }

    private static Span<int> ChildrenOf(int row, ReadOnlySpan<int> starts, Span<int> children) =>
        children[starts[row + 1]..starts[row + 2]];

    [MethodImpl(OnlyOnce)]
    private void Count(ReadOnlySpan<int> order, Span<int> sizes)
    {
        var above = _above.Span;
        sizes.Fill(1);
        for (var i = order.Length - 1; i >= 0; i--)
        {
            if (above[order[i]] is var parent and >= 0)
                sizes[parent] += sizes[order[i]];
        }
    }

    [MethodImpl(OnlyOnce)]
    private static void Place(ReadOnlySpan<int> siblings, int next, ReadOnlySpan<int> sizes, Span<int> numbers)
    {
        foreach (var row in siblings)
        {
            numbers[row] = next;
            next += sizes[row];
        }
    }

    // Slot 0 holds the roots, slot i + 1 the children of row i, each in the order of codes.
    [MethodImpl(OnlyOnce)]
    private void SortChildren(Span<int> starts, Span<int> children)
    {
        var above = _above.Span;
        starts.Clear();
        foreach (var parent in above)
            starts[parent + 3]++;
        for (var i = 2; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        for (var i = 0; i < above.Length; i++)
            children[starts[above[i] + 2]++] = i;
        var order = new SiblingOrder(_keys.Array, _rows);
        for (var slot = 0; slot <= above.Length; slot++)
        {
            var siblings = children[starts[slot]..starts[slot + 1]];
            for (var i = 1; i < siblings.Length; i++)
            {
                if (order.Compare(siblings[i - 1], siblings[i]) > 0)
                {
                    siblings.Sort(order);
                    break;
                }
            }
        }
    }

    // Levels deepen from parent to child, so there is no circle and every row is reached.
    [MethodImpl(OnlyOnce)]
    private static void TopDown(ReadOnlySpan<int> starts, Span<int> children, Span<int> order)
    {
        var count = starts[1];
        children[..count].CopyTo(order);
        for (var i = 0; i < order.Length; i++)
        {
            var below = ChildrenOf(order[i], starts, children);
            below.CopyTo(order[count..]);
            count += below.Length;
        }
    }

    [MethodImpl(OnlyOnce)]
    private GridNodes? Fill(ReadOnlySpan<int> numbers, ReadOnlySpan<int> sizes)
    {
        var nodes = new GridNodes(_rows.Length);
        var (codes, names, parents, all, traits) = (nodes.Codes, nodes.Names, nodes.Parents, nodes.Sizes, nodes.Traits);
        var above = _above.Span;
        var ownTraits = _traits.Span;
        for (var i = 0; i < numbers.Length; i++)
        {
            var (row, at) = (_rows[i], numbers[i]);
            codes[at] = row.Code;
            names[at] = row.Name;
            parents[at] = above[i] < 0 ? -1 : numbers[above[i]];
            all[at] = sizes[i];
            traits[at] = ownTraits[i];
        }

        if (_hasHouseholds)
            nodes.HouseholdsBefore = Households(numbers);
        return !_hasDates || FillDates(nodes, numbers) ? nodes : null;
    }

    private long[] Households(ReadOnlySpan<int> numbers)
    {
        var before = new long[_rows.Length + 1];
        for (var i = 0; i < _rows.Length; i++)
            before[numbers[i] + 1] = _rows[i].Households;
        for (var i = 1; i < before.Length; i++)
            before[i] += before[i - 1];
        return before;
    }

    private bool FillDates(GridNodes nodes, ReadOnlySpan<int> numbers)
    {
        var (from, until) = (new int[_rows.Length], new int[_rows.Length]);
        for (var i = 0; i < _rows.Length; i++)
        {
            from[numbers[i]] = _rows[i].From?.DayNumber ?? GridNodes.NoFrom;
            until[numbers[i]] = _rows[i].Until?.DayNumber ?? GridNodes.NoUntil;
        }

        (nodes.From, nodes.Until) = (from, until);
        for (var i = 0; i < from.Length; i++)
        {
            var (first, last) = nodes.InForce(i);
            if (first > last)
                return false;
        }

        return true;
    }

    private readonly struct SiblingOrder(ulong[] keys, GridRow[] rows) : IComparer<int>
    {
        public int Compare(int x, int y)
        {
            var (a, b) = (keys[x], keys[y]);
            return CodeKey.IsCode(a) && CodeKey.IsCode(b) ? a.CompareTo(b) : rows[x].Code.CompareTo(rows[y].Code);
        }
    }

    // What a build needs for its own work is half of all it takes; from the pool it costs no collection.
    private sealed class Pooled<T>(int count) : IDisposable
    {
        public T[] Array { get; } = ArrayPool<T>.Shared.Rent(count);

        public Span<T> Span => Array.AsSpan(0, count);

        public void Dispose() => ArrayPool<T>.Shared.Return(Array);
    }
}
