using System.Runtime.CompilerServices;

namespace GridGov;

/// <summary>
/// The pre-order of rows whose codes do not show it: parents by lookup, children in the order of their codes. Linear in
/// the rows but for siblings that are out of order.
/// </summary>
internal sealed class GridPreOrder : IDisposable
{
    private const MethodImplOptions OnlyOnce = MethodImplOptions.AggressiveOptimization;

    private readonly GridRow[] _rows;
    private readonly ulong[] _keys;
    private readonly Pooled<int> _above;
    private readonly Pooled<int> _numbers;

    /// <summary>Begins to place rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="keys">Their keys, perhaps with more behind.</param>
    public GridPreOrder(GridRow[] rows, ulong[] keys)
    {
        _rows = rows;
        _keys = keys;
        _above = new(rows.Length);
        _numbers = new(rows.Length);
    }

    /// <summary>The numbers in pre-order by rows.</summary>
    public ReadOnlySpan<int> Numbers => _numbers.Span;

    public void Dispose()
    {
        _above.Dispose();
        _numbers.Dispose();
    }

    /// <summary>Finds the parents; false if one is unknown or not above.</summary>
    /// <param name="table">Numbers the codes by their rows.</param>
    /// <param name="parentKeys">The key of each row's parent, 0 where there is none.</param>
    /// <param name="traits">The traits by rows.</param>
    [MethodImpl(OnlyOnce)]
    public bool TryFindParents(CodeTable table, ReadOnlySpan<ulong> parentKeys, ReadOnlySpan<byte> traits)
    {
        // Rows of one parent usually follow one another, so the last parent is looked at before the table.
        var above = _above.Span;
        var (lastKey, last) = (0ul, -1);
        for (var i = 0; i < above.Length; i++)
        {
            var key = parentKeys[i];
            above[i] = -1;
            if (key == 0)
                continue;
            if (key != lastKey || (!CodeKey.IsCode(key) && _rows[last].Code != _rows[i].Parent))
                (lastKey, last) = (key, table.Find(_rows[i].Parent!.Value.Value, key));
            if (last < 0 || GridNodes.LevelIn(traits[i]) <= GridNodes.LevelIn(traits[last]))
                return false;
            above[i] = last;
        }

        return true;
    }

    /// <summary>Numbers the rows, and fills parents, sizes and traits.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="traits">The traits by rows.</param>
    /// <param name="rows">Gets the row of each number.</param>
    [MethodImpl(OnlyOnce)]
    public void Place(GridNodes nodes, ReadOnlySpan<byte> traits, Span<int> rows)
    {
        using Pooled<int> starts = new(rows.Length + 3), children = new(rows.Length), topDown = new(rows.Length), sizes = new(rows.Length);
        var numbers = _numbers.Span;
        var above = _above.Span;
        SortChildren(starts.Span, children.Span);
        TopDown(starts.Span, children.Span, topDown.Span);
        Count(topDown.Span, sizes.Span);
        Number(children.Span[..starts.Span[1]], 0, sizes.Span, numbers);
        foreach (var row in topDown.Span)
            Number(ChildrenOf(row, starts.Span, children.Span), numbers[row] + 1, sizes.Span, numbers);
        for (var i = 0; i < numbers.Length; i++)
        {
            var at = numbers[i];
            rows[at] = i;
            nodes.Parents[at] = above[i] < 0 ? -1 : numbers[above[i]];
            nodes.Sizes[at] = sizes.Span[i];
            nodes.Traits[at] = traits[i];
        }
    }

    private static Span<int> ChildrenOf(int row, ReadOnlySpan<int> starts, Span<int> children) =>
        children[starts[row + 1]..starts[row + 2]];

    [MethodImpl(OnlyOnce)]
    private void Count(ReadOnlySpan<int> topDown, Span<int> sizes)
    {
        var above = _above.Span;
        sizes.Fill(1);
        for (var i = topDown.Length - 1; i >= 0; i--)
        {
            if (above[topDown[i]] is var parent and >= 0)
                sizes[parent] += sizes[topDown[i]];
        }
    }

    [MethodImpl(OnlyOnce)]
    private static void Number(ReadOnlySpan<int> siblings, int next, ReadOnlySpan<int> sizes, Span<int> numbers)
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
        var order = new SiblingOrder(_keys, _rows);
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
    private static void TopDown(ReadOnlySpan<int> starts, Span<int> children, Span<int> topDown)
    {
        var count = starts[1];
        children[..count].CopyTo(topDown);
        for (var i = 0; i < topDown.Length; i++)
        {
            var below = ChildrenOf(topDown[i], starts, children);
            below.CopyTo(topDown[count..]);
            count += below.Length;
        }
    }

    private readonly struct SiblingOrder(ulong[] keys, GridRow[] rows) : IComparer<int>
    {
        public int Compare(int x, int y)
        {
            var (a, b) = (keys[x], keys[y]);
            return CodeKey.IsCode(a) && CodeKey.IsCode(b) ? a.CompareTo(b) : rows[x].Code.CompareTo(rows[y].Code);
        }
    }
}
