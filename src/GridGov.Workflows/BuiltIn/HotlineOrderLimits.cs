namespace GridGov.Workflows;

/// <summary>The limits of the steps of <see cref="HotlineOrder"/> that are not the case's own. Data of a city; immutable.</summary>
public sealed record HotlineOrderLimits
{
    /// <summary>To accept an order. Default 2 working hours (assumed).</summary>
    public TimeLimit Accept { get; init; } = TimeLimit.WorkHours(2);

    /// <summary>To hand it on. Default 2 working hours (assumed).</summary>
    public TimeLimit Dispatch { get; init; } = TimeLimit.WorkHours(2);

    /// <summary>For the unit to speak to the reporter. Default 24 hours day and night (from memory of how the response rate is counted; not seen).</summary>
    public TimeLimit Respond { get; init; } = TimeLimit.UrgentHours(24);

    /// <summary>When the handling is late, between one urging and the next, a level higher. Default 1 workday (one bureau's rule urges the next day).</summary>
    public TimeLimit Overdue { get; init; } = TimeLimit.WorkDays(1);

    /// <summary>To give the reporter the answer. Default 1 workday (assumed).</summary>
    public TimeLimit Answer { get; init; } = TimeLimit.WorkDays(1);

    /// <summary>To ask the reporter. Default 1 workday (one bureau's rule revisits the next day).</summary>
    public TimeLimit Revisit { get; init; } = TimeLimit.WorkDays(1);

    /// <summary>
    /// For the evaluation, after which the order is closed. Default 10 natural days (assumed): as long as a reporter can have it taken up again.
    /// </summary>
    public TimeLimit Evaluate { get; init; } = TimeLimit.NaturalDays(10);
}
