namespace GridGov;

/// <summary>
/// A node of one <see cref="GridTree"/>, as a dense number in pre-order; valid for that tree only.
/// The default value is the tree's first root.
/// </summary>
/// <param name="Index">The position in pre-order, from 0.</param>
public readonly record struct GridHandle(int Index);

/// <summary>One row from which a tree is built. Immutable and thread-safe.</summary>
/// <param name="Code">The node's code, unique in the tree.</param>
/// <param name="Parent">The parent's code, or null for a root.</param>
/// <param name="Name">The node's name.</param>
/// <param name="Level">What the node is; deeper than its parent's level.</param>
/// <param name="Households">Households (户数) of the node itself, 0 where not counted.</param>
public sealed record GridRow(GridCode Code, GridCode? Parent, string Name, GridLevel Level, int Households = 0)
{
    /// <summary>
    /// What the grid is made for; null where it goes without saying: <see cref="GridKind.Micro"/> for a
    /// micro-grid, <see cref="GridKind.General"/> for all else.
    /// </summary>
    public GridKind? Kind { get; init; }

    /// <summary>Urban or rural; unstated, it is as the node above says.</summary>
    public AreaType Area { get; init; }

    /// <summary>The first day in force (初始日期), or null: as long as its parent.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day in force (终止日期), or null: as long as its parent. Not before <see cref="From"/>.</summary>
    public DateOnly? Until { get; init; }

    internal static GridKind UsualKind(GridLevel level) => level == GridLevel.MicroGrid ? GridKind.Micro : GridKind.General;
}
