using System.Runtime.CompilerServices;

namespace GridGov;

/// <summary>
/// The pre-order of rows whose codes do not show it: parents by lookup, children sorted by their codes. Rows are named
/// by their ranks here, the places of their keys in order. Linear but for siblings whose codes are hashed.
/// </summary>
internal sealed class GridPreOrder : IDisposable
{
    private const MethodImplOptions OnlyOnce = MethodImplOptions.AggressiveOptimization;

    private readonly GridRow[] _rows;
    private readonly ulong[] _keys;
    private readonly Pooled<int> _order;
    private readonly Pooled<ulong> _parentKeys;
    private readonly Pooled<byte> _traits;
    private readonly Pooled<int> _above;

    public GridPreOrder(GridRow[] rows, ulong[] keys, ReadOnlySpan<int> order, ReadOnlySpan<ulong> parentKeys, ReadOnlySpan<byte> traits)
    {
        _rows = rows;
        _keys = keys;
        _order = new(rows.Length);
        _parentKeys = new(rows.Length);
        _traits = new(rows.Length);
        _above = new(rows.Length);
        order.CopyTo(_order.Span);
        for (var i = 0; i < rows.Length; i++)
        {
            _parentKeys.Span[i] = parentKeys[order[i]];
            _traits.Span[i] = traits[order[i]];
        }
    }

    public void Dispose()
    {
        _order.Dispose();
        _parentKeys.Dispose();
        _traits.Dispose();
        _above.Dispose();
    }

    /// <summary>Fills parents, sizes and traits; false if a parent is unknown or not above.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="numbers">Gets the number in pre-order of each rank.</param>
    /// <param name="rows">Gets the row of each number.</param>
    [MethodImpl(OnlyOnce)]
    public bool TryPlace(GridNodes nodes, Span<int> numbers, Span<int> rows)
    {
        if (!FindParents())
            return false;
        using Pooled<int> starts = new(rows.Length + 3), children = new(rows.Length), topDown = new(rows.Length), sizes = new(rows.Length);
        SortChildren(starts.Span, children.Span);
        TopDown(starts.Span, children.Span, topDown.Span);
        Count(topDown.Span, sizes.Span);
        Place(children.Span[..starts.Span[1]], 0, sizes.Span, numbers);
        foreach (var rank in topDown.Span)
            Place(ChildrenOf(rank, starts.Span, children.Span), numbers[rank] + 1, sizes.Span, numbers);
        var order = _order.Span;
        var above = _above.Span;
        var traits = _traits.Span;
        for (var i = 0; i < numbers.Length; i++)
        {
            var at = numbers[i];
            rows[at] = order[i];
            nodes.Parents[at] = above[i] < 0 ? -1 : numbers[above[i]];
            nodes.Sizes[at] = sizes.Span[i];
            nodes.Traits[at] = traits[i];
        }

        return true;
    }

    // Rows of one parent usually follow one another, so the last parent is looked at before the table.
    [MethodImpl(OnlyOnce)]
    private bool FindParents()
    {
        var order = _order.Span;
        var parentKeys = _parentKeys.Span;
        var traits = _traits.Span;
        var above = _above.Span;
        var codes = new GridCode[order.Length];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = _rows[order[i]].Code;
        var table = new CodeTable(_keys, null, codes);
        var (lastKey, last) = (0ul, -1);
        for (var i = 0; i < above.Length; i++)
        {
            var key = parentKeys[i];
            above[i] = -1;
            if (key == 0)
                continue;
            if (key != lastKey || !CodeKey.IsCode(key))
                (lastKey, last) = (key, table.Find(_rows[order[i]].Parent!.Value.Value, key));
            if (last < 0 || GridNodes.LevelIn(traits[i]) <= GridNodes.LevelIn(traits[last]))
                return false;
            above[i] = last;
        }

        return true;
    }

    private static Span<int> ChildrenOf(int rank, ReadOnlySpan<int> starts, Span<int> children) =>
        children[starts[rank + 1]..starts[rank + 2]];

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
    private static void Place(ReadOnlySpan<int> siblings, int next, ReadOnlySpan<int> sizes, Span<int> numbers)
    {
        foreach (var rank in siblings)
        {
            numbers[rank] = next;
            next += sizes[rank];
        }
    }

    // Slot 0 holds the roots, slot i + 1 the children of rank i. They come in the order of keys, which is that of codes
    // unless a code is hashed; hashed keys are the greatest.
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
        if (CodeKey.IsCode(_keys[above.Length - 1]))
            return;
        for (var slot = 0; slot <= above.Length; slot++)
        {
            var siblings = children[starts[slot]..starts[slot + 1]];
            if (siblings.Length > 1 && !CodeKey.IsCode(_keys[siblings[^1]]))
                siblings.Sort(new ByCode(_order.Array, _rows));
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

    private readonly struct ByCode(int[] order, GridRow[] rows) : IComparer<int>
    {
        public int Compare(int x, int y) => rows[order[x]].Code.CompareTo(rows[order[y]].Code);
    }
}
