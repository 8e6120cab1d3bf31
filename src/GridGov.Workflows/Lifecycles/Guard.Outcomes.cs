namespace GridGov.Workflows;

/// <content>Outcomes, answers and evidence.</content>
public sealed partial record Guard
{
    /// <summary>A case that is not ours says whose it is: the outcome "not ours" names a body.</summary>
    public static Guard SaysWhose { get; } = new(
        "outcome.whose",
        new("where it is not ours, the body whose it is is named", "非本级职责的应指明职责单位"),
        static (Case _, in CaseCommand command, in DecisionContext _) =>
            command.Facts is not { Outcome: CaseOutcome.NotOurs } facts || (facts.Body is { } body && body != default));

    /// <summary>The reporter was reached, and answered.</summary>
    public static Guard WasReached { get; } = new(
        "answer.reached",
        new("the reporter was reached", "已联系上诉求人"),
        static (Case _, in CaseCommand command, in DecisionContext _) => command.Facts?.Answer is { } answer && answer != Satisfaction.NotReached);

    /// <summary>The reporter was not reached.</summary>
    public static Guard WasNotReached { get; } = new(
        "answer.unreached",
        new("the reporter was not reached", "未联系上诉求人"),
        static (Case _, in CaseCommand command, in DecisionContext _) => command.Facts?.Answer == Satisfaction.NotReached);

    /// <summary>The reporter is not satisfied.</summary>
    public static Guard IsNotSatisfied { get; } = new(
        "answer.dissatisfied",
        new("the reporter is not satisfied", "诉求人不满意"),
        static (Case _, in CaseCommand command, in DecisionContext _) => command.Facts?.Answer == Satisfaction.NotSatisfied);

    /// <summary>At least one piece of evidence comes with it.</summary>
    public static Guard BringsEvidence { get; } = new(
        "evidence.some",
        new("evidence comes with it", "应附佐证材料"),
        static (Case _, in CaseCommand command, in DecisionContext _) => command.Facts is { Evidence.IsEmpty: false });

    /// <summary>The outcome, where one is given, is among those that fit.</summary>
    /// <param name="outcomes">The outcomes, at least one.</param>
    public static Guard OutcomeIs(params ReadOnlySpan<CaseOutcome> outcomes)
    {
        if (outcomes.IsEmpty)
            throw new ArgumentException("At least one outcome is named.", nameof(outcomes));
        CaseOutcome[] allowed = [.. outcomes];
        return new(
            "outcome.fits",
            new($"the outcome is {string.Join(" or ", allowed)}", $"办理结果应为{string.Join("或", allowed.Select(InChinese))}"),
            (Case _, in CaseCommand command, in DecisionContext _) =>
                command.Facts?.Outcome is not { } outcome || Array.IndexOf(allowed, outcome) >= 0)
        {
            Argument = string.Join('|', allowed),
        };
    }

    /// <summary>The report came in by one of these channels.</summary>
    /// <param name="channels">The channels, compared as they are written.</param>
    public static Guard CameBy(ValueList<string> channels) => new(
        "report.channel",
        new($"it came in by {string.Join(" or ", channels)}", $"来源为{string.Join("或", channels)}"),
        (Case @case, in CaseCommand _, in DecisionContext _) => channels.Contains(@case.Report.Channel))
    {
        Argument = string.Join('|', channels),
    };

    private static string InChinese(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Solved => "已解决",
        CaseOutcome.PartlySolved => "部分解决",
        CaseOutcome.NotOurs => "非本级职责",
        CaseOutcome.OutsideCriteria => "不符合立案条件",
        CaseOutcome.ResolvedItself => "自行消除",
        CaseOutcome.CannotBeSolved => "无法解决",
        CaseOutcome.Duplicate => "重复",
        CaseOutcome.Voided => "作废",
        _ => outcome.ToString(),
    };
}
