using System.Globalization;

namespace GridGov;

/// <content>
/// Editing: every edit gives a new tree and leaves this one as it is. It rebuilds the tree, so its cost grows with the
/// tree: microseconds for a street, a fraction of a second for a country. The new nodes are in force from the day of
/// the change; what was in force before is in the tree before, see <see cref="GridHistory"/>.
/// </content>
public sealed partial class GridTree
{
    /// <summary>Makes several nodes of one (拆分). Its children, if any, are shared out among the parts.</summary>
    /// <param name="code">The node to split.</param>
    /// <param name="parts">At least two parts, with codes that the tree does not have: a code never changes its meaning.</param>
    /// <param name="note">When, why and on which ground.</param>
    /// <exception cref="DefinitionException">
    /// The node is unknown or not in force, there are fewer than two parts, a code is taken or twice, a child comes to no
    /// part or to two or has ended before, a reason is missing: every fault is listed.
    /// </exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public GridEdit Split(GridCode code, IEnumerable<GridPart> parts, GridChangeNote note)
    {
        ArgumentNullException.ThrowIfNull(parts);
        GridPart[] all = [.. parts];
        var editor = new GridEditor(this, GridChangeKind.Split, note);
        if (all.Length < 2)
            editor.Fault(code.Value, "a split makes at least two parts; to change the code alone, recode");
        editor.CheckNew(all.Select(p => p.Code), []);
        var taken = editor.Take(code);
        var children = taken is { } split ? editor.ChildRows(split.Node, belowNew: true) : [];
        var comesTo = all.SelectMany(p => p.Children.Select(c => (Child: c, Part: p.Code))).ToLookup(p => p.Child, p => p.Part);
        foreach (var child in children.Where(c => comesTo[c.Code].Count() != 1))
            editor.Fault(child.Code.Value, "a child of the split node comes to exactly one part; name it in that part's children");
        foreach (var stranger in comesTo.Select(c => c.Key).Except(children.Select(c => c.Code)))
            editor.Fault(stranger.Value, "it is not a child of the split node");
        editor.ThrowIfFaulty();
        var row = taken!.Value.Row;
        return editor.Finish(
            [row, .. children],
            [.. all.Select(p => editor.Made(row, p, p.Households ?? 0)), .. children.Select(c => c with { Parent = comesTo[c.Code].Single() })],
            [new(code, ValueList.From(all.Select(p => p.Code).Order()))]);
    }

    /// <summary>Makes one node of several siblings (合并). Their children become its children.</summary>
    /// <param name="codes">At least two nodes of one parent, level, kind and area type.</param>
    /// <param name="into">The node to be; its code is new or that of one of the merged.</param>
    /// <param name="note">When, why and on which ground.</param>
    /// <exception cref="DefinitionException">
    /// A node is unknown, twice or not in force, there are fewer than two, they differ in parent or level, or in kind or
    /// area type and <paramref name="into"/> does not say which holds, its code is taken: every fault is listed.
    /// </exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public GridEdit Merge(IEnumerable<GridCode> codes, GridPart into, GridChangeNote note)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(into);
        GridCode[] all = [.. codes];
        var editor = new GridEditor(this, GridChangeKind.Merge, note);
        if (all.Length < 2)
            editor.Fault(into.Code.Value, "a merger takes at least two grids");
        foreach (var twice in all.GroupBy(c => c).Where(g => g.Count() > 1))
            editor.Fault(twice.Key.Value, "it is named twice");
        editor.CheckNew([into.Code], all);
        (GridHandle Node, GridRow Row)[] taken = [.. all.Distinct().Select(editor.Take).OfType<(GridHandle, GridRow)>().OrderBy(t => t.Item1.Index)];
        foreach (var (_, row) in taken.Skip(1))
            CheckAlike(taken[0].Row, row, into, editor);
        var households = into.Households ?? taken.Sum(t => (long)t.Row.Households);
        if (households > int.MaxValue)
            editor.Fault(into.Code.Value, string.Create(CultureInfo.InvariantCulture, $"it would have {households} households; the most is {int.MaxValue}"));
        GridRow[] children = [.. taken.SelectMany(t => editor.ChildRows(t.Node, belowNew: true))];
        editor.ThrowIfFaulty();
        var until = taken.Min(t => t.Row.Until ?? DateOnly.MaxValue);
        var made = editor.Made(taken[0].Row, into, (int)households) with { Until = until == DateOnly.MaxValue ? null : until };
        return editor.Finish(
            [.. taken.Select(t => t.Row), .. children],
            [made, .. children.Select(c => c with { Parent = into.Code })],
            taken.Where(t => t.Row.Code != into.Code).Select(t => new GridSuccession(t.Row.Code, [into.Code])));
    }

    /// <summary>Puts a node with all below it under another parent (划转). Codes stay as they are; see <see cref="Recode"/>.</summary>
    /// <param name="code">The node to move.</param>
    /// <param name="under">Its new parent, of a level above its own.</param>
    /// <param name="note">When, why and on which ground.</param>
    /// <exception cref="DefinitionException">
    /// Either is unknown or not in force, the parent is the node itself or lies below it, is its parent already, or is of
    /// no higher level: every fault is listed.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="note"/> is null.</exception>
    public GridEdit Move(GridCode code, GridCode under, GridChangeNote note)
    {
        var editor = new GridEditor(this, GridChangeKind.Move, note);
        var (taken, parent) = (editor.Take(code), editor.Take(under));
        if (taken is var (node, row) && parent is var (above, aboveRow))
        {
            if (Contains(node, above))
                editor.Fault(code.Value, $"{under} lies in it; a grid cannot move under itself");
            else if (row.Parent == under)
                editor.Fault(code.Value, $"it is under {under} already");
            else if (row.Level <= aboveRow.Level)
                editor.Fault(code.Value, $"its level {row.Level} is not below that of {under}, {aboveRow.Level}");
        }

        editor.ThrowIfFaulty();
        return editor.Finish([taken!.Value.Row], [taken.Value.Row with { Parent = under }], []);
    }

    /// <summary>Ends a node that has no children and no successor (撤销). Its households are reported as lost by the change.</summary>
    /// <param name="code">The node to close.</param>
    /// <param name="note">When, why and on which ground.</param>
    /// <exception cref="DefinitionException">It is unknown, not in force, has children or is the last node: every fault is listed.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="note"/> is null.</exception>
    public GridEdit Close(GridCode code, GridChangeNote note)
    {
        var editor = new GridEditor(this, GridChangeKind.Close, note);
        var taken = editor.Take(code);
        if (taken is { } closing && !ChildrenOf(closing.Node).IsEmpty)
            editor.Fault(code.Value, "it has children; close, move or merge them first");
        else if (taken is not null && Count == 1)
            editor.Fault(code.Value, "it is the last node; a tree has at least one");
        editor.ThrowIfFaulty();
        return editor.Finish([taken!.Value.Row], [], [new(code, [])]);
    }

    /// <summary>Gives a node another name (更名).</summary>
    /// <param name="code">The node.</param>
    /// <param name="name">Its new name, not blank.</param>
    /// <param name="note">When, why and on which ground.</param>
    /// <exception cref="DefinitionException">It is unknown, not in force or has that name, or the name is missing: every fault is listed.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="note"/> is null.</exception>
    public GridEdit Rename(GridCode code, string name, GridChangeNote note)
    {
        var editor = new GridEditor(this, GridChangeKind.Rename, note);
        var taken = editor.Take(code);
        if (string.IsNullOrWhiteSpace(name))
            editor.Fault(code.Value, "its new name is missing");
        else if (taken is { } renamed && renamed.Row.Name == name)
            editor.Fault(code.Value, "it has that name already");
        editor.ThrowIfFaulty();
        return editor.Finish([taken!.Value.Row], [taken.Value.Row with { Name = name }], []);
    }

    /// <summary>Gives nodes other codes, all at once, so two may swap theirs (变更编码). Everything else stays.</summary>
    /// <param name="codes">The new code by the old one.</param>
    /// <param name="note">When, why and on which ground.</param>
    /// <exception cref="DefinitionException">None is named, one is unknown or not in force, a new code is taken, twice or the old one: every fault is listed.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public GridEdit Recode(IReadOnlyDictionary<GridCode, GridCode> codes, GridChangeNote note)
    {
        ArgumentNullException.ThrowIfNull(codes);
        var editor = new GridEditor(this, GridChangeKind.Recode, note);
        if (codes.Count == 0)
            editor.Fault("codes", "there is none to change");
        (GridHandle Node, GridRow Row)[] taken = [.. codes.Keys.Order().Select(editor.Take).OfType<(GridHandle, GridRow)>().OrderBy(t => t.Item1.Index)];
        foreach (var (old, _) in codes.Where(c => c.Key == c.Value).OrderBy(c => c.Key))
            editor.Fault(old.Value, "it has that code already");
        editor.CheckNew(codes.OrderBy(c => c.Key).Select(c => c.Value), [.. codes.Keys]);
        editor.ThrowIfFaulty();
        var touched = taken.SelectMany(t => editor.ChildRows(t.Node, belowNew: false).Prepend(t.Row)).DistinctBy(r => r.Code).ToArray();
        return editor.Finish(
            touched,
            touched.Select(r => r with
            {
                Code = codes.GetValueOrDefault(r.Code, r.Code),
                Parent = r.Parent is { } parent ? codes.GetValueOrDefault(parent, parent) : null,
            }),
            taken.Select(t => new GridSuccession(t.Row.Code, [codes[t.Row.Code]])));
    }

    private static void CheckAlike(GridRow first, GridRow row, GridPart into, GridEditor editor)
    {
        if (row.Parent != first.Parent)
            editor.Fault(row.Code.Value, $"it is not a sibling of {first.Code}; move it first");
        if (row.Level != first.Level)
            editor.Fault(row.Code.Value, $"its level {row.Level} is not that of {first.Code}, {first.Level}");
        if (into.Kind is null && row.Kind != first.Kind)
            editor.Fault(row.Code.Value, $"its kind is not that of {first.Code}; say which the merged grid has");
        if (into.Area == AreaType.Unstated && row.Area != first.Area)
            editor.Fault(row.Code.Value, $"its area type is not that of {first.Code}; say which the merged grid has");
    }
}
