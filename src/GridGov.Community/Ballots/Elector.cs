namespace GridGov.Community;

/// <summary>One who may vote, once (选民、有表决权者). Immutable and thread-safe.</summary>
public sealed record Elector
{
    /// <summary>A pseudonym given by the system of record; never a name or a citizen number.</summary>
    public required PersonId Id { get; init; }

    /// <summary>The household for which the elector comes, or null where households are not counted.</summary>
    public HouseholdId? Household { get; init; }

    /// <summary>The area that votes with the elector, in square metres; 0 where areas are not counted.</summary>
    public decimal Area { get; init; }

    /// <summary>Whether the elector is an elected representative (代表).</summary>
    public bool IsDelegate { get; init; }
}
