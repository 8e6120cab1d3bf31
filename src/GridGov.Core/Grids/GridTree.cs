namespace GridGov;

/// <summary>
/// An immutable snapshot of a hierarchy of grids (网格树): division, street, community, grid, micro-grid.
/// Thread-safe. Nodes are numbered in pre-order, children in ordinal order of their codes, so a subtree is a range
/// of numbers and the same rows give the same numbers whatever their order.
/// </summary>
/// <remarks>
/// Every member that takes a node throws <see cref="IndexOutOfRangeException"/> for one whose number is not of this
/// tree. Looking up and walking allocate nothing, but for <see cref="PathTo"/>, <see cref="RowOf"/> and
/// <see cref="At"/>.
/// </remarks>
public sealed partial class GridTree
{
    private readonly GridNodes _nodes;
    private readonly GridCode[] _codes;
    private readonly int[] _parents;
    private readonly int[] _sizes;
    private readonly CodeTable _table;

    private GridTree(GridNodes nodes, CodeTable table)
    {
        _nodes = nodes;
        _codes = nodes.Codes;
        _parents = nodes.Parents;
        _sizes = nodes.Sizes;
        _table = table;
    }

    /// <summary>The number of nodes, at least 1.</summary>
    public int Count => _codes.Length;

    /// <summary>The nodes without a parent, in order.</summary>
    public GridSiblings Roots => new(_sizes, 0, _sizes.Length);

    /// <summary>Builds a tree from rows in any order. Rows already in the order of their codes are quickest.</summary>
    /// <param name="rows">One row per node.</param>
    /// <exception cref="DefinitionException">
    /// No row, a row that is null, a code twice or missing, an unknown parent, a cycle, a level that is none or not
    /// below its parent's, a missing name, an unknown kind or area type, negative households, dates that leave a node
    /// no day in force: every fault is listed.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    public static GridTree Build(IEnumerable<GridRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var all = rows as GridRow[] ?? [.. rows];
        return GridTreeBuilder.TryBuild(all) is var (nodes, table)
            ? new(nodes, table)
            : throw new DefinitionException("The grid tree", GridTreeFaults.Of(all));
    }

    /// <summary>Looks a code up, without allocating.</summary>
    /// <param name="code">The code; a text that cannot be one is not found.</param>
    /// <param name="handle">The node, if found.</param>
    public bool TryFind(ReadOnlySpan<char> code, out GridHandle handle)
    {
        var number = _table.Find(code);
        handle = new(Math.Max(number, 0));
        return number >= 0;
    }

    /// <summary>Looks a code up, without allocating.</summary>
    /// <param name="code">The code; the default one is not found.</param>
    /// <param name="handle">The node, if found.</param>
    public bool TryFind(GridCode code, out GridHandle handle) => TryFind(code.Value.AsSpan(), out handle);

    /// <summary>The code of a node.</summary>
    /// <param name="node">A node of this tree.</param>
    public GridCode CodeOf(GridHandle node) => _codes[node.Index];

    /// <summary>The name of a node.</summary>
    /// <param name="node">A node of this tree.</param>
    public string NameOf(GridHandle node) => _nodes.Names[node.Index];

    /// <summary>The level of a node.</summary>
    /// <param name="node">A node of this tree.</param>
    public GridLevel LevelOf(GridHandle node) => _nodes.LevelOf(node.Index);

    /// <summary>What a node is made for.</summary>
    /// <param name="node">A node of this tree.</param>
    public GridKind KindOf(GridHandle node) => _nodes.KindOf(node.Index);

    /// <summary>Urban or rural, as the node says or else the nearest node above it that does.</summary>
    /// <param name="node">A node of this tree.</param>
    public AreaType AreaOf(GridHandle node)
    {
        var at = node.Index;
        var area = _nodes.AreaOf(at);
        while (area == AreaType.Unstated && (at = _parents[at]) >= 0)
            area = _nodes.AreaOf(at);
        return area;
    }

    /// <summary>The households of a node with all nodes below it. One subtraction.</summary>
    /// <param name="node">A node of this tree.</param>
    public long HouseholdsIn(GridHandle node)
    {
        var end = node.Index + _sizes[node.Index];
        return _nodes.HouseholdsBefore is { } before ? before[end] - before[node.Index] : 0;
    }

    /// <summary>The households of a node itself.</summary>
    /// <param name="node">A node of this tree.</param>
    public int HouseholdsOf(GridHandle node)
    {
        _ = _sizes[node.Index];
        return _nodes.HouseholdsBefore is { } before ? (int)(before[node.Index + 1] - before[node.Index]) : 0;
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

    /// <summary>Whether a node lies in another's subtree; a node contains itself. One comparison.</summary>
    /// <param name="outer">The node that may contain.</param>
    /// <param name="inner">The node that may be contained.</param>
    public bool Contains(GridHandle outer, GridHandle inner) =>
        (uint)(inner.Index - outer.Index) < (uint)_sizes[outer.Index];

    /// <summary>The nodes of a subtree, the node itself first, in pre-order.</summary>
    /// <param name="node">A node of this tree.</param>
    public Range SubtreeOf(GridHandle node) => node.Index..(node.Index + _sizes[node.Index]);

    /// <summary>The nodes directly below a node, in ordinal order of their codes.</summary>
    /// <param name="node">A node of this tree.</param>
    public GridSiblings ChildrenOf(GridHandle node) => new(_sizes, node.Index + 1, node.Index + _sizes[node.Index]);

    /// <summary>How many nodes are above a node; 0 for a root, 6 at most.</summary>
    /// <param name="node">A node of this tree.</param>
    public int DepthOf(GridHandle node)
    {
        var depth = 0;
        for (var at = _parents[node.Index]; at >= 0; at = _parents[at])
            depth++;
        return depth;
    }

    /// <summary>The one node of a level on the path to a node, the node itself included; null if its path skips the level.</summary>
    /// <param name="node">A node of this tree.</param>
    /// <param name="level">The level.</param>
    public GridHandle? AncestorAt(GridHandle node, GridLevel level)
    {
        var at = node.Index;
        while (at >= 0 && _nodes.LevelOf(at) > level)
            at = _parents[at];
        return at >= 0 && _nodes.LevelOf(at) == level ? new GridHandle(at) : null;
    }

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
}
