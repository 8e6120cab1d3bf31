namespace GridGov.Workflows;

/// <summary>The limits of the steps of <see cref="EightStep"/> that are not the case's own. Data of a city; immutable.</summary>
public sealed record EightStepLimits
{
    /// <summary>To hand a case on after it was accepted. Default 4 working hours (assumed).</summary>
    public TimeLimit Accept { get; init; } = TimeLimit.WorkHours(4);

    /// <summary>To confirm receipt after it was handed on. Default 8 working hours (assumed).</summary>
    public TimeLimit Refer { get; init; } = TimeLimit.WorkHours(8);

    /// <summary>In the step of urging, between one urging and the next, a level higher. Default 1 workday (assumed).</summary>
    public TimeLimit Urge { get; init; } = TimeLimit.WorkDays(1);

    /// <summary>To check the result. Default 1 workday (assumed; one city's checking task has 2 hours).</summary>
    public TimeLimit Feedback { get; init; } = TimeLimit.WorkDays(1);

    /// <summary>For the reporter to be asked, and to judge, before the step lapses. Default 3 natural days (assumed).</summary>
    public TimeLimit Evaluate { get; init; } = TimeLimit.NaturalDays(3);

    /// <summary>
    /// How long the result stays posted before it is archived. Default 10 natural days (assumed): as long as a reporter can
    /// have the case taken up again, since an archived case has no way out.
    /// </summary>
    public TimeLimit Publish { get; init; } = TimeLimit.NaturalDays(10);
}
