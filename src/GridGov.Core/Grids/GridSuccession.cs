namespace GridGov;

/// <summary>How surely a code has a successor.</summary>
public enum SuccessionKind
{
    /// <summary>One node holds all of it.</summary>
    Exact,

    /// <summary>It has several successors, or a part of it has none: address or location decides.</summary>
    Undecided,

    /// <summary>It has no successor.</summary>
    None,
}

/// <summary>Where a grid's code went. Immutable and thread-safe.</summary>
/// <param name="Before">The code before.</param>
/// <param name="After">The codes after, in ordinal order, each once.</param>
/// <param name="HasLoss">Whether a part of the place was closed without a successor.</param>
public sealed record GridSuccession(GridCode Before, ValueList<GridCode> After, bool HasLoss = false)
{
    /// <summary>How surely the successor is known.</summary>
    public SuccessionKind Kind => After.Count switch
    {
        0 => SuccessionKind.None,
        1 when !HasLoss => SuccessionKind.Exact,
        _ => SuccessionKind.Undecided,
    };

    /// <summary>The one successor.</summary>
    /// <param name="code">The successor if it is exact, else the default code.</param>
    public bool TryGetExact(out GridCode code)
    {
        code = Kind == SuccessionKind.Exact ? After[0] : default;
        return Kind == SuccessionKind.Exact;
    }
}
