namespace GridGov;

/// <summary>
/// The state of a component (部件状态). Source: GB/T 47678.5-2026 table 2, GLBJZT, in a secondary source; its list of
/// five ends with "and so on" (等), so it is open.
/// </summary>
public enum ComponentCondition
{
    /// <summary>A state that the standard's list does not name; <see cref="Component.State"/> has its text.</summary>
    Other = 0,

    /// <summary>Whole (完好).</summary>
    Intact = 1,

    /// <summary>Damaged (破损).</summary>
    Damaged = 2,

    /// <summary>Lost (丢失).</summary>
    Missing = 3,

    /// <summary>Out of use (废弃).</summary>
    Abandoned = 4,

    /// <summary>Taken away (移除).</summary>
    Removed = 5,
}

/// <summary>The standard's words for the states of a component. Thread-safe.</summary>
public static class ComponentConditions
{
    /// <summary>The word of the standard, or null for <see cref="ComponentCondition.Other"/>.</summary>
    /// <param name="condition">The state.</param>
    public static string? TextOf(ComponentCondition condition) => condition switch
    {
        ComponentCondition.Intact => "完好",
        ComponentCondition.Damaged => "破损",
        ComponentCondition.Missing => "丢失",
        ComponentCondition.Abandoned => "废弃",
        ComponentCondition.Removed => "移除",
        _ => null,
    };

    /// <summary>The state that a word of the standard means; every other text is <see cref="ComponentCondition.Other"/>.</summary>
    /// <param name="text">The text as the registry has it.</param>
    public static ComponentCondition Parse(string? text) => text switch
    {
        "完好" => ComponentCondition.Intact,
        "破损" => ComponentCondition.Damaged,
        "丢失" => ComponentCondition.Missing,
        "废弃" => ComponentCondition.Abandoned,
        "移除" => ComponentCondition.Removed,
        _ => ComponentCondition.Other,
    };
}
