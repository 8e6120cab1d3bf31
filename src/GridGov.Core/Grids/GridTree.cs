using System.Collections.Frozen;
using System.Globalization;

namespace GridGov;

/// <summary>
/// An immutable snapshot of a hierarchy of grids (网格树): division, street, community, grid, micro-grid.
/// Thread-safe. Nodes are numbered in pre-order, children in ordinal order of their codes, so a subtree is a range
/// of numbers and the same rows give the same numbers whatever their order.
/// </summary>
public sealed class GridTree
{
    private readonly GridCode[] _codes;
    private readonly string[] _names;
    private readonly int[] _parents;
    private readonly int[] _ends;
    private readonly int[] _households;
    private readonly GridLevel[] _levels;
    private readonly FrozenDictionary<string, int> _byCode;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    private GridTree(GridRow[] preOrder, int[] parents, int[] ends)
    {
        _parents = parents;
        _ends = ends;
        _codes = Array.ConvertAll(preOrder, r => r.Code);
        _names = Array.ConvertAll(preOrder, r => r.Name);
        _levels = Array.ConvertAll(preOrder, r => r.Level);
        _households = Array.ConvertAll(preOrder, r => r.Households);
        _byCode = Enumerable.Range(0, preOrder.Length)
            .ToFrozenDictionary(i => preOrder[i].Code.Value, i => i, StringComparer.Ordinal);
        _bySpan = _byCode.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The number of nodes, at least 1.</summary>
    public int Count => _codes.Length;

    /// <summary>Builds a tree from rows in any order.</summary>
    /// <param name="rows">One row per node.</param>
    /// <exception cref="DefinitionException">
    /// No row, a row that is null, a code twice or missing, an unknown parent, a cycle, a level that is none or not below
    /// its parent's, a missing name, negative households: every fault is listed.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    public static GridTree Build(IEnumerable<GridRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var faults = new List<Fault>();
        var all = Present(rows, faults);
        Array.Sort(all, static (a, b) => a.Code.CompareTo(b.Code));
        var byCode = new Dictionary<GridCode, int>(all.Length);
        for (var i = 0; i < all.Length; i++)
        {
            CheckRow(all[i], faults);
            if (!byCode.TryAdd(all[i].Code, i) && all[i].Code != default)
                faults.Add(new(all[i].Code.Value, "the code occurs twice; keep one row"));
        }

        if (all.Length == 0)
            faults.Add(new("rows", "there is none; a tree has at least one node"));

        var above = Array.ConvertAll(all, row => row.Parent is { } code && byCode.TryGetValue(code, out var parent) ? parent : -1);
        var children = ChildrenOf(all, above, OnCircle(above), faults);
        var (order, parents, ends) = PreOrder(all.Length, children);
        if (faults.Count > 0)
            throw new DefinitionException("The grid tree", faults);
        return new(Array.ConvertAll(order, i => all[i]), parents, ends);
    }

    /// <summary>Looks a code up, without allocating.</summary>
    /// <param name="code">The code.</param>
    /// <param name="handle">The node, if found.</param>
    public bool TryFind(ReadOnlySpan<char> code, out GridHandle handle)
    {
        var found = _bySpan.TryGetValue(code, out var index);
        handle = new(index);
        return found;
    }

    /// <summary>Looks a code up.</summary>
    /// <param name="code">The code.</param>
    /// <param name="handle">The node, if found.</param>
    public bool TryFind(GridCode code, out GridHandle handle)
    {
        var found = _byCode.TryGetValue(code.Value, out var index);
        handle = new(index);
        return found;
    }

    /// <summary>The code of a node.</summary>
    /// <param name="node">A node of this tree.</param>
    /// <exception cref="IndexOutOfRangeException">The node is not of this tree.</exception>
    public GridCode CodeOf(GridHandle node) => _codes[node.Index];

    /// <summary>The name of a node.</summary>
    /// <param name="node">A node of this tree.</param>
    public string NameOf(GridHandle node) => _names[node.Index];

    /// <summary>The level of a node.</summary>
    /// <param name="node">A node of this tree.</param>
    public GridLevel LevelOf(GridHandle node) => _levels[node.Index];

    /// <summary>The households of a node with all nodes below it.</summary>
    /// <param name="node">A node of this tree.</param>
    public long HouseholdsIn(GridHandle node)
    {
        long sum = 0;
        for (var i = node.Index; i < _ends[node.Index]; i++)
            sum += _households[i];
        return sum;
    }

    /// <summary>The parent of a node, or false for a root.</summary>
    /// <param name="node">A node of this tree.</param>
    /// <param name="parent">Its parent, if it has one.</param>
    public bool TryGetParent(GridHandle node, out GridHandle parent)
    {
        var index = _parents[node.Index];
        parent = new(Math.Max(index, 0));
        return index >= 0;
    }

    /// <summary>Whether a node lies in another's subtree; a node contains itself. Two comparisons.</summary>
    /// <param name="outer">The node that may contain.</param>
    /// <param name="inner">The node that may be contained.</param>
    public bool Contains(GridHandle outer, GridHandle inner) =>
        inner.Index >= outer.Index && inner.Index < _ends[outer.Index];

    /// <summary>The nodes of a subtree, the node itself first, in pre-order.</summary>
    /// <param name="node">A node of this tree.</param>
    public Range SubtreeOf(GridHandle node) => node.Index.._ends[node.Index];

    /// <summary>The nodes from a root down to the node, for people to read.</summary>
    /// <param name="node">A node of this tree.</param>
    public ValueList<GridHandle> PathTo(GridHandle node)
    {
        var path = new List<GridHandle> { node };
        while (TryGetParent(path[^1], out var parent))
            path.Add(parent);
        path.Reverse();
        return ValueList.From(path);
    }

    private static GridRow[] Present(IEnumerable<GridRow?> rows, List<Fault> faults)
    {
        var present = new List<GridRow>();
        var number = 0;
        foreach (var row in rows)
        {
            number++;
            if (row is null)
                faults.Add(new(string.Create(CultureInfo.InvariantCulture, $"row {number}"), "it is null"));
            else
                present.Add(row);
        }

        return [.. present];
    }

    private static void CheckRow(GridRow row, List<Fault> faults)
    {
        if (row.Code == default)
            faults.Add(new("a row without a code", "give it one"));
        if (string.IsNullOrWhiteSpace(row.Name))
            faults.Add(new(row.Code.Value, "its name is missing"));
        if (!Enum.IsDefined(row.Level))
            faults.Add(new(row.Code.Value, $"its level {(byte)row.Level} is not one of the seven"));
        if (row.Households < 0)
            faults.Add(new(row.Code.Value, string.Create(CultureInfo.InvariantCulture, $"it has {row.Households} households; the least is 0")));
    }

    /// <summary>Whether each row comes back to itself when one walks from parent to parent. Linear in the rows.</summary>
    private static bool[] OnCircle(int[] above)
    {
        var circle = new bool[above.Length];
        var walk = new int[above.Length];
        for (var i = 0; i < above.Length; i++)
        {
            var at = i;
            for (; at >= 0 && walk[at] == 0; at = above[at])
                walk[at] = i + 1;
            for (; at >= 0 && walk[at] == i + 1 && !circle[at]; at = above[at])
                circle[at] = true;
        }

        return circle;
    }

    private static List<int>[] ChildrenOf(GridRow[] all, int[] above, bool[] onCircle, List<Fault> faults)
    {
        // Slot 0 holds the roots, slot i + 1 the children of row i; rows are sorted, so the lists are too.
        var children = new List<int>[all.Length + 1];
        for (var i = 0; i < children.Length; i++)
            children[i] = [];
        for (var i = 0; i < all.Length; i++)
        {
            var row = all[i];
            if (row.Parent is not { } code)
                children[0].Add(i);
            else if (above[i] < 0)
                faults.Add(new(row.Code.Value, $"its parent {code} is not in the tree; add it or correct the code"));
            else if (onCircle[i])
                faults.Add(new(row.Code.Value, "its parents form a circle; one of them must be a root"));
            else if (row.Level <= all[above[i]].Level)
                faults.Add(new(row.Code.Value, $"its level {row.Level} is not below its parent's, {all[above[i]].Level}"));
            else
                children[above[i] + 1].Add(i);
        }

        return children;
    }

    private static (int[] Order, int[] Parents, int[] Ends) PreOrder(int count, List<int>[] children)
    {
        var order = new List<int>(count);
        var parents = new List<int>(count);
        var ends = new int[count];
        var stack = new Stack<(int Row, int Parent, bool Leaving, int At)>();
        foreach (var root in Enumerable.Reverse(children[0]))
            stack.Push((root, -1, false, 0));
        while (stack.TryPop(out var step))
        {
            if (step.Leaving)
            {
                ends[step.At] = order.Count;
                continue;
            }

            var at = order.Count;
            order.Add(step.Row);
            parents.Add(step.Parent);
            stack.Push((step.Row, step.Parent, true, at));
            foreach (var child in Enumerable.Reverse(children[step.Row + 1]))
                stack.Push((child, at, false, 0));
        }

        return ([.. order], [.. parents], ends);
    }
}
