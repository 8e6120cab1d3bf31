namespace GridGov;

/// <summary>One level of a chain: who answers there, or that nobody does. A value; thread-safe.</summary>
/// <param name="Level">The level.</param>
/// <param name="Grid">The node of the grid tree at this level, or the one in which <paramref name="Place"/> lies; default where the tree has no such node above the place asked about.</param>
/// <param name="Place">The building or unit, for those levels; else null.</param>
/// <param name="Post">The head's post on the day asked about, or null where nobody answers.</param>
public readonly record struct ResponsibilityRung(ResponsibilityLevel Level, GridCode Grid, PlaceId? Place, Post? Post);

/// <summary>
/// A level at which nobody answers for a time. Immutable and thread-safe.
/// </summary>
/// <param name="Level">The level.</param>
/// <param name="Grid">The node without anybody, or the one in which <paramref name="Place"/> lies, or the one above which the level is missing.</param>
/// <param name="Place">The building or unit without anybody, or the one above which the level is missing; else null.</param>
/// <param name="IsLevelMissing">Whether there is no node of the level at all, so that nobody could be named.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
public sealed record ResponsibilityGap(ResponsibilityLevel Level, GridCode Grid, PlaceId? Place, bool IsLevelMissing, DateOnly From, DateOnly Until)
{
    /// <summary>Where, what and when, as a definition's faults are written.</summary>
    public override string ToString() => ToFault().ToString();

    internal Fault ToFault() => new(
        Place is { } place ? $"place {place}" : $"grid {Grid}",
        IsLevelMissing
            ? $"the tree has no {Level} above it; add the node or drop the level from the scheme"
            : FormattableString.Invariant($"nobody answers at the level {Level} from {From:O} to {Until:O}; name a head"));
}
