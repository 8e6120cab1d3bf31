using System.Runtime.CompilerServices;

namespace GridGov;

/// <summary>
/// Builds the arrays of a tree from sound rows. Whatever is not sound gives null here; <see cref="GridTreeFaults"/>
/// then says what.
/// </summary>
internal sealed class GridTreeBuilder : IDisposable
{
    // A program builds its tree once, at the start, so the loops must not wait for tiered compilation.
    private const MethodImplOptions OnlyOnce = MethodImplOptions.AggressiveOptimization;

    private readonly GridRow[] _rows;
    private readonly Pooled<ulong> _keys;
    private readonly Pooled<ulong> _parentKeys;
    private readonly Pooled<byte> _traits;
    private readonly Pooled<int> _order;
    private bool _hasHouseholds;
    private bool _hasDates;

    private GridTreeBuilder(GridRow[] rows)
    {
        _rows = rows;
        _keys = new(rows.Length);
        _parentKeys = new(rows.Length);
        _traits = new(rows.Length);
        _order = new(rows.Length);
    }

    public static (GridNodes Nodes, CodeTable Table)? TryBuild(GridRow[] rows)
    {
        using var builder = new GridTreeBuilder(rows);
        return builder.TakeRows() ? builder.Build() : null;
    }

    public void Dispose()
    {
        _keys.Dispose();
        _parentKeys.Dispose();
        _traits.Dispose();
        _order.Dispose();
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
            parentKeys[i] = 0;
            if (row.Parent is { } parent && (parentKeys[i] = CodeKey.Of(parent.Value)) == 0)
                return false;
            traits[i] = GridNodes.TraitsOf(row);
            _hasHouseholds |= row.Households != 0;
            _hasDates |= row.From is not null || row.Until is not null;
        }

        return _rows.Length > 0;
    }

    private (GridNodes Nodes, CodeTable Table)? Build()
    {
        var keys = CodeTable.MakeRoom(_rows.Length);
        var order = _order.Span;
        CodeOrder.Sort(_keys.Span, keys.AsSpan(0, order.Length), order);
        if (!TellApart(keys, order))
            return null;
        var nodes = new GridNodes(_rows.Length);
        if (!TryNest(keys, nodes))
            return PlaceAnywhere(keys, nodes);
        return Fill(nodes, order) ? (nodes, new(keys, null, nodes.Codes)) : null;
    }

    // Equal keys are one code twice, or hashes that meet; those go in the order of their texts.
    [MethodImpl(OnlyOnce)]
    private bool TellApart(ReadOnlySpan<ulong> keys, Span<int> order)
    {
        for (var i = 1; i < order.Length; i++)
        {
            if (keys[i] != keys[i - 1])
                continue;
            if (CodeKey.IsCode(keys[i]))
                return false;
            var end = i + 1;
            while (end < order.Length && keys[end] == keys[i])
                end++;
            order[(i - 1)..end].Sort((a, b) => _rows[a].Code.CompareTo(_rows[b].Code));
            for (; i < end; i++)
            {
                if (_rows[order[i]].Code == _rows[order[i - 1]].Code)
                    return false;
            }
        }

        return true;
    }

    // Where codes begin with the code of their parent, their order is the pre-order: one pass, the open path at hand.
    [MethodImpl(OnlyOnce)]
    private bool TryNest(ReadOnlySpan<ulong> keys, GridNodes nodes)
    {
        var order = _order.Span;
        if (!CodeKey.IsCode(keys[order.Length - 1]))
            return false;
        var parentKeys = _parentKeys.Span;
        var ownTraits = _traits.Span;
        var (parents, sizes, traits) = (nodes.Parents, nodes.Sizes, nodes.Traits);
        Span<int> path = stackalloc int[GridTreeFaults.Levels];
        var depth = 0;
        for (var i = 0; i < order.Length; i++)
        {
            var (parentKey, own) = (parentKeys[order[i]], ownTraits[order[i]]);
            while (depth > 0 && keys[path[depth - 1]] != parentKey)
            {
                depth--;
                sizes[path[depth]] = i - path[depth];
            }

            var parent = depth > 0 ? path[depth - 1] : -1;
            if (parent >= 0 ? GridNodes.LevelIn(own) <= GridNodes.LevelIn(traits[parent]) : parentKey != 0)
                return false;
            (parents[i], traits[i]) = (parent, own);
            path[depth++] = i;
        }

        while (depth > 0)
        {
            depth--;
            sizes[path[depth]] = order.Length - path[depth];
        }

        return true;
    }

    [MethodImpl(OnlyOnce)]
    private (GridNodes Nodes, CodeTable Table)? PlaceAnywhere(ulong[] keys, GridNodes nodes)
    {
        var numbers = _order.Span.ToArray();
        var codes = new GridCode[numbers.Length];
        if (!CodeKey.IsCode(keys[numbers.Length - 1]))
        {
            for (var i = 0; i < codes.Length; i++)
                codes[i] = _rows[i].Code;
        }

        using var placing = new GridPreOrder(_rows, _keys.Array);
        if (!placing.TryFindParents(new(keys, numbers, codes), _parentKeys.Span, _traits.Span))
            return null;
        using Pooled<int> rows = new(numbers.Length);
        placing.Place(nodes, _traits.Span, rows.Span);
        foreach (ref var number in numbers.AsSpan())
            number = placing.Numbers[number];
        return Fill(nodes, rows.Span) ? (nodes, new(keys, numbers, nodes.Codes)) : null;
    }

    // Codes and names, by the row of each node, and what few trees have.
    [MethodImpl(OnlyOnce)]
    private bool Fill(GridNodes nodes, ReadOnlySpan<int> rows)
    {
        var (codes, names) = (nodes.Codes, nodes.Names);
        for (var i = 0; i < rows.Length; i++)
        {
            var row = _rows[rows[i]];
            codes[i] = row.Code;
            names[i] = row.Name;
        }

        if (_hasHouseholds)
            nodes.HouseholdsBefore = Households(rows);
        return !_hasDates || FillDates(nodes, rows);
    }

    private long[] Households(ReadOnlySpan<int> rows)
    {
        var before = new long[rows.Length + 1];
        for (var i = 0; i < rows.Length; i++)
            before[i + 1] = before[i] + _rows[rows[i]].Households;
        return before;
    }

    private bool FillDates(GridNodes nodes, ReadOnlySpan<int> rows)
    {
        var (from, until) = (new int[rows.Length], new int[rows.Length]);
        for (var i = 0; i < rows.Length; i++)
        {
            from[i] = _rows[rows[i]].From?.DayNumber ?? GridNodes.NoFrom;
            until[i] = _rows[rows[i]].Until?.DayNumber ?? GridNodes.NoUntil;
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
}
