namespace GridGov;

/// <summary>What a change does to grids.</summary>
public enum GridChangeKind
{
    /// <summary>One node becomes several (拆分).</summary>
    Split,

    /// <summary>Several nodes become one (合并).</summary>
    Merge,

    /// <summary>A node and all below it get another parent (划转).</summary>
    Move,

    /// <summary>A node ends without a successor (撤销).</summary>
    Close,

    /// <summary>A node gets another name (更名).</summary>
    Rename,

    /// <summary>Nodes get other codes (变更编码).</summary>
    Recode,
}

/// <summary>When, why and on which ground grids are changed. Immutable and thread-safe.</summary>
/// <param name="Date">The first day of the new state.</param>
/// <param name="Reason">Why, for people to read; not blank and never about a citizen.</param>
/// <param name="Basis">The decision or rule on which it rests, or null.</param>
public sealed record GridChangeNote(DateOnly Date, string Reason, LegalBasis? Basis = null);

/// <summary>A node that a split or merge makes. Level and parent are those of the nodes that it comes from. Immutable and thread-safe.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Households">
/// Its own households. Null: as many as the merged nodes have together; in a split, 0. What differs from before is in
/// <see cref="GridChange.HouseholdsAfter"/>.
/// </param>
public sealed record GridPart(GridCode Code, string Name, int? Households = null)
{
    /// <summary>What it is made for, or null: as the nodes that it comes from, which then have to agree.</summary>
    public GridKind? Kind { get; init; }

    /// <summary>Urban or rural; unstated: as the nodes that it comes from, which then have to agree.</summary>
    public AreaType Area { get; init; }

    /// <summary>In a split, the children of the split node that come to this part; each child comes to exactly one.</summary>
    public ValueList<GridCode> Children { get; init; }
}

/// <summary>
/// One change of a grid tree: what it took out, what it put in, and where each code went. It is data: it can be
/// applied again to the same state, and maps what was filed under an old code without the trees. Immutable and
/// thread-safe.
/// </summary>
/// <remarks>Cases, staff and objects are filed under codes; <see cref="Map"/> says where they are now.</remarks>
public sealed record GridChange
{
    internal GridChange(GridChangeKind kind, GridChangeNote note, ValueList<GridRow> removed, ValueList<GridRow> added, ValueList<GridSuccession> successions)
    {
        Kind = kind;
        Note = note;
        Removed = removed;
        Added = added;
        Successions = successions;
    }

    /// <summary>What was done.</summary>
    public GridChangeKind Kind { get; }

    /// <summary>When, why and on which ground.</summary>
    public GridChangeNote Note { get; }

    /// <summary>The rows that are no more, as they were, in pre-order.</summary>
    public ValueList<GridRow> Removed { get; }

    /// <summary>The rows in their place; what lies below a moved node follows it without being listed.</summary>
    public ValueList<GridRow> Added { get; }

    /// <summary>Where each code went that is not the same place as before; all others are their own successors.</summary>
    public ValueList<GridSuccession> Successions { get; }

    /// <summary>The households of the removed rows themselves.</summary>
    public long HouseholdsBefore => Sum(Removed);

    /// <summary>The households of the added rows themselves; the same as before unless they were counted anew or lost by closing.</summary>
    public long HouseholdsAfter => Sum(Added);

    /// <summary>Where what was filed under a code before the change is filed after it.</summary>
    /// <param name="code">A code of the tree before the change; one that the change does not know is its own successor.</param>
    public GridSuccession Map(GridCode code)
    {
        foreach (var succession in Successions)
        {
            if (succession.Before == code)
                return succession;
        }

        return new(code, [code]);
    }

    /// <summary>Makes the same change to a tree that is in the state in which it was first made.</summary>
    /// <param name="tree">The tree before the change.</param>
    /// <exception cref="DefinitionException">A row that the change removes is missing or different, or the outcome is no tree: every fault is listed.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="tree"/> is null.</exception>
    public GridTree ApplyTo(GridTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        Fault[] faults = [.. Removed
            .Where(row => !tree.TryFind(row.Code, out var node) || tree.RowOf(node) != row)
            .Select(row => new Fault(row.Code.Value, "it is missing or not as it was when the change was made; apply changes in their order"))];
        return faults.Length == 0
            ? Replace(tree)
            : throw new DefinitionException($"The tree before the {Name}", faults);
    }

    /// <summary>Reads a change from JSON, see docs/formats.md.</summary>
    /// <param name="utf8">The document in UTF-8, with or without a byte order mark.</param>
    /// <exception cref="DefinitionException">
    /// It is not such a document (with line, byte and path), or its rows and successions do not belong together: every fault is listed.
    /// </exception>
    public static GridChange FromJson(ReadOnlySpan<byte> utf8) => GridChangeJson.Format.Read(utf8);

    /// <summary>The change as JSON in UTF-8, which <see cref="FromJson"/> reads to an equal one; the same bytes for the same change.</summary>
    public byte[] ToJson() => GridChangeJson.Format.Write(this);

    internal string Name => Kind.ToString().ToLowerInvariant();

    internal GridTree Replace(GridTree tree)
    {
        var removed = Removed.Select(r => r.Code).ToHashSet();
        return GridTree.Build([.. tree.ToRows().Where(r => !removed.Contains(r.Code)), .. Added]);
    }

    private static long Sum(ValueList<GridRow> rows) => rows.Sum(r => (long)r.Households);
}

/// <summary>A tree after a change, with the change. Immutable and thread-safe.</summary>
/// <param name="Tree">The new tree; handles of the old one are not valid in it.</param>
/// <param name="Change">What was done.</param>
public sealed record GridEdit(GridTree Tree, GridChange Change);
