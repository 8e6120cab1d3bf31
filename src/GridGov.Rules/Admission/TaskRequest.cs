namespace GridGov.Rules;

/// <summary>A task that some body wants to hand down (事项下派). A value; thread-safe.</summary>
public readonly record struct TaskRequest
{
    /// <summary>The item of the duty list under which it is handed down.</summary>
    public required DutyCode Duty { get; init; }

    /// <summary>The level of the body that hands it down; a resident's report counts as <see cref="GridLevel.Community"/>.</summary>
    public required GridLevel From { get; init; }

    /// <summary>The day, on the city's calendar, on which it is handed down.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Whether its funding comes with it (费随事转).</summary>
    public bool IsFunded { get; init; }

    /// <summary>How often it was handed down to the same body before, in the period of the item's cap that <see cref="On"/> is in.</summary>
    public int TimesBefore { get; init; }
}
