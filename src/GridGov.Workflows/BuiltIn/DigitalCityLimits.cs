namespace GridGov.Workflows;

/// <summary>The limits and channels of <see cref="DigitalCity"/>. Data of a city; immutable.</summary>
public sealed record DigitalCityLimits
{
    /// <summary>To confirm a report on site. Default 24 hours day and night (one city's default, secondary source).</summary>
    public TimeLimit Collect { get; init; } = TimeLimit.UrgentHours(24);

    /// <summary>To open the case once it is confirmed. Default 2 working hours (assumed).</summary>
    public TimeLimit Register { get; init; } = TimeLimit.WorkHours(2);

    /// <summary>To hand the case on. Default 2 working hours (assumed).</summary>
    public TimeLimit Dispatch { get; init; } = TimeLimit.WorkHours(2);

    /// <summary>When the handling is late, between one urging and the next, a level higher. Default 1 workday (assumed).</summary>
    public TimeLimit Overdue { get; init; } = TimeLimit.WorkDays(1);

    /// <summary>To pass the result on to the supervision centre. Default 2 working hours (assumed).</summary>
    public TimeLimit Feedback { get; init; } = TimeLimit.WorkHours(2);

    /// <summary>To check the result on site. Default 2 working hours (one city's checking task has 2 hours, secondary source).</summary>
    public TimeLimit Check { get; init; } = TimeLimit.WorkHours(2);

    /// <summary>To close the case once it was checked. Default 4 working hours (assumed).</summary>
    public TimeLimit Close { get; init; } = TimeLimit.WorkHours(4);

    /// <summary>
    /// For the evaluation, after which the case is filed. Default 10 natural days (assumed): as long as a reporter can have it taken up again.
    /// </summary>
    public TimeLimit Evaluate { get; init; } = TimeLimit.NaturalDays(10);

    /// <summary>The channels of the centre's own collectors: what comes in by them needs no confirmation on site. Default "collector".</summary>
    public ValueList<string> CollectorChannels { get; init; } = ["collector"];
}
