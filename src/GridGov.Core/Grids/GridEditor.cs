using System.Globalization;

namespace GridGov;

/// <summary>Checks one edit of a tree as a whole and makes it.</summary>
internal sealed class GridEditor
{
    private readonly GridTree _tree;
    private readonly GridChangeKind _kind;
    private readonly GridChangeNote _note;
    private readonly List<Fault> _faults = [];

    public GridEditor(GridTree tree, GridChangeKind kind, GridChangeNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        (_tree, _kind, _note) = (tree, kind, note);
        if (string.IsNullOrWhiteSpace(note.Reason))
            Fault("reason", "it is missing; say why");
    }

    public void Fault(string where, string what) => _faults.Add(new(where, what));

    /// <summary>The node and row of a code that is to be changed; none with a fault if it is unknown or not in force.</summary>
    public (GridHandle Node, GridRow Row)? Take(GridCode code)
    {
        if (!_tree.TryFind(code, out var node))
            Fault(code.Value, "it is not in the tree");
        else if (!_tree.IsInForce(node, _note.Date))
            Fault(code.Value, string.Create(CultureInfo.InvariantCulture, $"it is not in force on {_note.Date:O}"));
        else
            return (node, _tree.RowOf(node));
        return null;
    }

    /// <summary>A code that a node is to get: none that the tree has, but for those that go.</summary>
    public void CheckNew(IEnumerable<GridCode> codes, ICollection<GridCode> freed)
    {
        var seen = new HashSet<GridCode>();
        foreach (var code in codes)
        {
            if (code == default)
                Fault("a part without a code", "give it one");
            else if (!seen.Add(code))
                Fault(code.Value, "the new code occurs twice");
            else if (_tree.TryFind(code, out _) && !freed.Contains(code))
                Fault(code.Value, "the new code is taken; use one that no grid has");
        }
    }

    /// <summary>The children of a node; one that has ended already is a fault where they are to hang below a new node.</summary>
    public GridRow[] ChildRows(GridHandle node, bool belowNew)
    {
        GridRow[] rows = [.. _tree.ChildrenOf(node).AsEnumerable().Select(_tree.RowOf)];
        foreach (var row in rows.Where(r => belowNew && r.Until < _note.Date))
            Fault(row.Code.Value, string.Create(CultureInfo.InvariantCulture, $"it ended on {row.Until:O}, before the change; edit the snapshot of {_note.Date:O} (GridTree.At)"));
        return rows;
    }

    /// <summary>A row that begins on the day of the change, made of one that ends.</summary>
    public GridRow Made(GridRow ended, GridPart part, int households) => ended with
    {
        Code = part.Code,
        Name = part.Name,
        Households = households,
        Kind = part.Kind == GridRow.UsualKind(ended.Level) ? null : part.Kind ?? ended.Kind,
        Area = part.Area == AreaType.Unstated ? ended.Area : part.Area,
        From = _note.Date,
    };

    public void ThrowIfFaulty()
    {
        if (_faults.Count > 0)
            throw new DefinitionException($"The {_kind.ToString().ToLowerInvariant()}", _faults);
    }

    /// <exception cref="DefinitionException">There is a fault, also one of the tree that would come out.</exception>
    public GridEdit Finish(IEnumerable<GridRow> removed, IEnumerable<GridRow> added, IEnumerable<GridSuccession> successions)
    {
        ThrowIfFaulty();
        var change = new GridChange(_kind, _note, ValueList.From(removed), ValueList.From(added), ValueList.From(successions));
        return new(change.Replace(_tree), change);
    }
}
