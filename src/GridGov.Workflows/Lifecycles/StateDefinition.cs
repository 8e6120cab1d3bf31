namespace GridGov.Workflows;

/// <summary>How long a step may take. A value; thread-safe.</summary>
public readonly record struct StepLimit
{
    private StepLimit(TimeLimit? own, bool isCaseLimit)
    {
        Own = own;
        IsCaseLimit = isCaseLimit;
    }

    /// <summary>No clock: for ends only.</summary>
    public static StepLimit None => default;

    /// <summary>The step is due when the handling of the case is due.</summary>
    public static StepLimit OfCase => new(null, true);

    /// <summary>The step has a limit of its own, counted from its beginning.</summary>
    /// <param name="limit">The limit.</param>
    public static StepLimit Of(TimeLimit limit) => new(limit, false);

    /// <summary>The limit of its own, or null.</summary>
    public TimeLimit? Own { get; }

    /// <summary>Whether the case's limit applies.</summary>
    public bool IsCaseLimit { get; }

    /// <summary>Whether there is a clock at all.</summary>
    public bool IsSet => IsCaseLimit || Own is { Amount: > 0 };
}

/// <summary>One step of a lifecycle (环节). Immutable and thread-safe.</summary>
public sealed record StateDefinition
{
    /// <summary>The stable name, as it stands in the log.</summary>
    public required string Id { get; init; }

    /// <summary>The name for people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The group that the step belongs to, or null.</summary>
    public string? Parent { get; init; }

    /// <summary>
    /// Whether this is a group of steps (环节组): a case is never in it, and what leads out of it leads out of every step in it.
    /// </summary>
    public bool IsGroup { get; init; }

    /// <summary>Whether a case ends here.</summary>
    public bool IsEnd { get; init; }

    /// <summary>The role that has to act in this step; null only at an end and for a group.</summary>
    public Role? Owner { get; init; }

    /// <summary>How long the step may take.</summary>
    public StepLimit Limit { get; init; }

    /// <summary>What the clock does when the step is due: a trigger of this state, taken by <see cref="Role.System"/>.</summary>
    public string? OnDue { get; init; }

    /// <summary>Whether the handler's capacity is taken up while a case is here.</summary>
    public bool HoldsHandler { get; init; }
}
