namespace GridGov;

/// <summary>
/// A post of grid staff (网格岗位): of which kind, at which level, where, held by whom, from when until when. The holder is a
/// staff number, so that nothing personal is in it. Immutable and thread-safe.
/// </summary>
public sealed record Post
{
    /// <summary>The post's number; unique in a map. Who follows in a post has a row with another number.</summary>
    public required PostId Id { get; init; }

    /// <summary>What it is.</summary>
    public required PostKind Kind { get; init; }

    /// <summary>
    /// The level: that of the node <see cref="Grid"/>, or of <see cref="Place"/> where there is one.
    /// </summary>
    public required ResponsibilityLevel Level { get; init; }

    /// <summary>The node of the grid tree; for a building or neighbours, the one in which they lie.</summary>
    public required GridCode Grid { get; init; }

    /// <summary>The building or unit, for the levels <see cref="ResponsibilityLevel.Building"/> and <see cref="ResponsibilityLevel.Neighbours"/>; else null.</summary>
    public PlaceId? Place { get; init; }

    /// <summary>Who holds it.</summary>
    public required ActorId Holder { get; init; }

    /// <summary>The body for which it is held.</summary>
    public required BodyId Body { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day, or null for open.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether it is held on a day.</summary>
    /// <param name="date">The day.</param>
    public bool IsHeldAt(DateOnly date) => From <= date && !(date > Until);
}
