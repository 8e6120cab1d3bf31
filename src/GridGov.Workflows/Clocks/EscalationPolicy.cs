namespace GridGov.Workflows;

/// <summary>How grave a warning is (预警级别).</summary>
public enum WarningColor
{
    /// <summary>Yellow (黄牌): the limit is nearly used up.</summary>
    Yellow = 1,

    /// <summary>Orange (橙牌).</summary>
    Orange = 2,

    /// <summary>Red (红牌): the limit is used up.</summary>
    Red = 3,
}

/// <summary>A warning at a share of a limit (预警). A value; thread-safe.</summary>
/// <param name="Clock">Of which clock.</param>
/// <param name="Share">At which share of its limit, in percent, 1 to 100.</param>
/// <param name="Color">How grave.</param>
public readonly record struct ClockWarning(CaseClock Clock, int Share, WarningColor Color);

/// <summary>A level that is called in when a case is late (升级). A value; thread-safe.</summary>
/// <param name="Level">The level.</param>
/// <param name="After">How long after the case was due.</param>
public readonly record struct EscalationRung(ResponsibilityLevel Level, TimeLimit After);

/// <summary>
/// What a city's clocks do besides what a lifecycle says: warn, urge level by level, call in the levels above, and hurry
/// bodies that were called. Data: immutable, thread-safe, compared by value; checked when the city is frozen. All
/// defaults are assumed but where a source is named.
/// </summary>
public sealed record EscalationPolicy
{
    /// <summary>The warnings. Default: yellow at 80 %, red at 100 %, of the step's limit and of the case's.</summary>
    public ValueList<ClockWarning> Warnings { get; init; } =
    [
        new(CaseClock.Step, 80, WarningColor.Yellow),
        new(CaseClock.Step, 100, WarningColor.Red),
        new(CaseClock.Case, 80, WarningColor.Yellow),
        new(CaseClock.Case, 100, WarningColor.Red),
    ];

    /// <summary>
    /// Which level is told at the first urging (督办), the second and so on; the last one at all further ones. How often a
    /// case is urged is the lifecycle's to say; where it does not urge a step by itself, as often as there are levels here.
    /// </summary>
    public ValueList<ResponsibilityLevel> Urgings { get; init; } =
    [
        ResponsibilityLevel.Grid, ResponsibilityLevel.Community, ResponsibilityLevel.Street, ResponsibilityLevel.District, ResponsibilityLevel.City,
    ];

    /// <summary>After an urging of a step that has the case's limit: how long until the next. Default 1 workday.</summary>
    public TimeLimit UrgeAgain { get; init; } = TimeLimit.WorkDays(1);

    /// <summary>
    /// Which levels are called in when a case is late, from below up the chain of responsibility (责任链). Default: grid,
    /// community, street, district and city, a workday apart.
    /// </summary>
    public ValueList<EscalationRung> Escalations { get; init; } =
    [
        new(ResponsibilityLevel.Grid, TimeLimit.WorkDays(1)),
        new(ResponsibilityLevel.Community, TimeLimit.WorkDays(2)),
        new(ResponsibilityLevel.Street, TimeLimit.WorkDays(3)),
        new(ResponsibilityLevel.District, TimeLimit.WorkDays(4)),
        new(ResponsibilityLevel.City, TimeLimit.WorkDays(5)),
    ];

    /// <summary>
    /// Within what time a called body reports in (吹哨报到), nights and days off included; a span because it is less than
    /// the smallest unit of a <see cref="TimeLimit"/>. Default 30 minutes, as in Pinggu 平谷 (the city's own account, V1).
    /// </summary>
    public TimeSpan ReportInWithin { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>What is wrong with it; none when it can be used.</summary>
    public IReadOnlyList<Fault> Check()
    {
        var faults = new List<Fault>();
        foreach (var warning in Warnings)
        {
            if (warning.Share is < 1 or > 100)
                faults.Add(new("warnings", FormattableString.Invariant($"a share is {warning.Share} %; 1 to 100 can be warned of")));
            if (!Enum.IsDefined(warning.Clock) || !Enum.IsDefined(warning.Color))
                faults.Add(new("warnings", "a clock or colour is not known"));
        }

        foreach (var twice in Warnings.GroupBy(w => (w.Clock, w.Share)).Where(g => g.Count() > 1))
            faults.Add(new("warnings", FormattableString.Invariant($"{twice.Key.Clock} is warned of twice at {twice.Key.Share} %")));
        if (Urgings.Any(l => !Enum.IsDefined(l)) || Escalations.Any(r => !Enum.IsDefined(r.Level)))
            faults.Add(new("levels", "a level is none of the nine"));
        if (UrgeAgain.Amount == 0)
            faults.Add(new("urge_again", "it is not set"));
        for (var i = 0; i < Escalations.Count; i++)
        {
            if (Escalations[i].After.Amount == 0)
                faults.Add(new("escalations", $"{Escalations[i].Level} is called in after no time; urging comes first"));
            if (i > 0 && Escalations[i].Level >= Escalations[i - 1].Level)
                faults.Add(new("escalations", $"{Escalations[i].Level} is not above {Escalations[i - 1].Level}; the chain leads up"));
        }

        if (ReportInWithin <= TimeSpan.Zero || ReportInWithin > TimeSpan.FromDays(30))
            faults.Add(new("report_in_within", "it is not between zero and 30 days"));
        return faults;
    }
}
