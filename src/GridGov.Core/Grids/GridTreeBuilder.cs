namespace GridGov;

/// <summary>
/// Builds the arrays of a tree from sound rows, in time linear in the rows but for siblings that are out of order.
/// Whatever is not sound gives null here; <see cref="GridTreeFaults"/> then says what.
/// </summary>
internal sealed class GridTreeBuilder
{
    private readonly GridRow[] _rows;
    private readonly GridCode[] _codes;
    private readonly ulong[] _keys;
    private readonly int[] _above;
    private bool _hasHouseholds;
    private bool _hasDates;

    private GridTreeBuilder(GridRow[] rows)
    {
        _rows = rows;
        _codes = new GridCode[rows.Length];
        _keys = new ulong[rows.Length];
        _above = new int[rows.Length];
    }

    public static (GridNodes Nodes, CodeTable Table)? TryBuild(GridRow[] rows)
    {
        var builder = new GridTreeBuilder(rows);
        return builder.TakeRows() && CodeTable.Make(builder._codes, builder._keys) is { } table && builder.FindParents(table)
            ? builder.Number(table)
            : null;
    }

    private bool TakeRows()
    {
        for (var i = 0; i < _rows.Length; i++)
        {
            var row = _rows[i];
            if (row is null || !GridTreeFaults.IsSound(row))
                return false;
            _codes[i] = row.Code;
            _keys[i] = CodeKey.Of(row.Code.Value);
            _hasHouseholds |= row.Households != 0;
            _hasDates |= row.From is not null || row.Until is not null;
        }

        return _rows.Length > 0;
    }

    // Rows of one parent usually follow one another, so the last parent is looked at before the table.
    private bool FindParents(CodeTable table)
    {
        var (lastCode, last) = (default(GridCode), -1);
        for (var i = 0; i < _rows.Length; i++)
        {
            var row = _rows[i];
            if (row.Parent is not { } code)
            {
                _above[i] = -1;
                continue;
            }

            if (code != lastCode)
                (lastCode, last) = (code, table.Find(code.Value));
            if (last < 0 || row.Level <= _rows[last].Level)
                return false;
            _above[i] = last;
        }

        return true;
    }

    private (GridNodes Nodes, CodeTable Table)? Number(CodeTable table)
    {
        var (starts, children) = Children();
        var order = TopDown(starts, children);
        var sizes = new int[_rows.Length];
        for (var i = order.Length - 1; i >= 0; i--)
        {
            sizes[order[i]]++;
            if (_above[order[i]] is var parent and >= 0)
                sizes[parent] += sizes[order[i]];
        }

        var numbers = new int[_rows.Length];
        Place(children.AsSpan(..starts[1]), 0, sizes, numbers);
        foreach (var row in order)
            Place(children.AsSpan(starts[row + 1]..starts[row + 2]), numbers[row] + 1, sizes, numbers);
        var nodes = Fill(numbers, sizes);
        return nodes is null ? null : (nodes, table.Renumber(numbers, nodes.Codes));
    }

    private static void Place(ReadOnlySpan<int> siblings, int next, int[] sizes, int[] numbers)
    {
        foreach (var row in siblings)
        {
            numbers[row] = next;
            next += sizes[row];
        }
    }

    // Slot 0 holds the roots, slot i + 1 the children of row i, each in the order of codes.
    private (int[] Starts, int[] Children) Children()
    {
        var starts = new int[_rows.Length + 3];
        foreach (var parent in _above)
            starts[parent + 3]++;
        for (var i = 2; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        var children = new int[_rows.Length];
        for (var i = 0; i < _above.Length; i++)
            children[starts[_above[i] + 2]++] = i;
        var order = new SiblingOrder(_keys, _codes);
        for (var slot = 0; slot <= _rows.Length; slot++)
        {
            var siblings = children.AsSpan(starts[slot]..starts[slot + 1]);
            for (var i = 1; i < siblings.Length; i++)
            {
                if (order.Compare(siblings[i - 1], siblings[i]) > 0)
                {
                    siblings.Sort(order);
                    break;
                }
            }
        }

        return (starts, children);
    }

    // Levels deepen from parent to child, so there is no circle and every row is reached.
    private int[] TopDown(int[] starts, int[] children)
    {
        var order = new int[_rows.Length];
        var count = starts[1];
        children.AsSpan(..count).CopyTo(order);
        for (var i = 0; i < order.Length; i++)
        {
            var below = children.AsSpan(starts[order[i] + 1]..starts[order[i] + 2]);
            below.CopyTo(order.AsSpan(count));
            count += below.Length;
        }

        return order;
    }

    private GridNodes? Fill(int[] numbers, int[] sizes)
    {
        var nodes = new GridNodes(_rows.Length);
        var (codes, names, parents, all, traits) = (nodes.Codes, nodes.Names, nodes.Parents, nodes.Sizes, nodes.Traits);
        for (var i = 0; i < _rows.Length; i++)
        {
            var (row, at) = (_rows[i], numbers[i]);
            codes[at] = row.Code;
            names[at] = row.Name;
            parents[at] = _above[i] < 0 ? -1 : numbers[_above[i]];
            all[at] = sizes[i];
            traits[at] = GridNodes.TraitsOf(row);
        }

        if (_hasHouseholds)
            nodes.HouseholdsBefore = Households(numbers);
        return !_hasDates || FillDates(nodes, numbers) ? nodes : null;
    }

    private long[] Households(int[] numbers)
    {
        var before = new long[_rows.Length + 1];
        for (var i = 0; i < _rows.Length; i++)
            before[numbers[i] + 1] = _rows[i].Households;
        for (var i = 1; i < before.Length; i++)
            before[i] += before[i - 1];
        return before;
    }

    private bool FillDates(GridNodes nodes, int[] numbers)
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

    private readonly struct SiblingOrder(ulong[] keys, GridCode[] codes) : IComparer<int>
    {
        public int Compare(int x, int y)
        {
            var (a, b) = (keys[x], keys[y]);
            return CodeKey.IsCode(a) && CodeKey.IsCode(b) ? a.CompareTo(b) : codes[x].CompareTo(codes[y]);
        }
    }
}
