namespace GridGov.Workflows;

/// <summary>A way from one step to another. Immutable and thread-safe.</summary>
public sealed record TransitionDefinition
{
    /// <summary>The stable name of what is done.</summary>
    public required string Trigger { get; init; }

    /// <summary>The name for people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The step before.</summary>
    public required string From { get; init; }

    /// <summary>The step after; the same step for something that changes only the clock.</summary>
    public required string To { get; init; }

    /// <summary>The roles that may do it, at least one.</summary>
    public required ValueList<Role> Roles { get; init; }

    /// <summary>Conditions that must all hold.</summary>
    public ValueList<Guard> Guards { get; init; }

    /// <summary>Whether a note (evidence, reply, reason) must come with it.</summary>
    public bool NeedsNote { get; init; }

    /// <summary>Whether it gives the case its handler and lead body.</summary>
    public bool AssignsHandler { get; init; }

    /// <summary>Whether it tells the next level up that a step is late (督办).</summary>
    public bool IsUrging { get; init; }
}
