namespace GridGov.Workflows;

/// <summary>
/// How long applications to a duty list may take. Data of a city; immutable. The two of Xicheng 西城 (2018, secondary source) are
/// how far ahead one applies and how long the decision may take; the others are assumed.
/// </summary>
public sealed record DutyApplicationLimits
{
    /// <summary>How long before the task begins the application must be there. Default 30 workdays (西城).</summary>
    public TimeLimit Ahead { get; init; } = TimeLimit.WorkDays(30);

    /// <summary>To look whether the application is complete. Default 3 workdays (assumed).</summary>
    public TimeLimit Accept { get; init; } = TimeLimit.WorkDays(3);

    /// <summary>To decide it. Default 15 workdays (西城).</summary>
    public TimeLimit Review { get; init; } = TimeLimit.WorkDays(15);

    /// <summary>To publish what was admitted. Default 5 workdays (assumed).</summary>
    public TimeLimit Publish { get; init; } = TimeLimit.WorkDays(5);

    /// <summary>After how long an admitted item is evaluated anew. Default 365 natural days (assumed).</summary>
    public TimeLimit Evaluate { get; init; } = TimeLimit.NaturalDays(365);

    /// <summary>After how many urgings a late step is urged no more. Default 5.</summary>
    public int UrgingLevels { get; init; } = 5;
}

/// <summary>How long objections may take. Data of a city; immutable. All are assumed.</summary>
public sealed record DutyObjectionLimits
{
    /// <summary>To take the objection in and name the body that answers. Default 2 workdays.</summary>
    public TimeLimit Accept { get; init; } = TimeLimit.WorkDays(2);

    /// <summary>For the body that set the task to reply; then it is decided without its reply. Default 5 workdays.</summary>
    public TimeLimit Reply { get; init; } = TimeLimit.WorkDays(5);

    /// <summary>To decide it. Default 15 workdays, as for an application.</summary>
    public TimeLimit Decide { get; init; } = TimeLimit.WorkDays(15);

    /// <summary>To take the burden away after the objection was upheld, and between one urging and the next. Default 30 natural days.</summary>
    public TimeLimit Clear { get; init; } = TimeLimit.NaturalDays(30);

    /// <summary>After how many urgings a late step is urged no more. Default 5.</summary>
    public int UrgingLevels { get; init; } = 5;
}
