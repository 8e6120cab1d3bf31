namespace GridGov.Workflows;

/// <content>Who acts for which body, and whose the case is.</content>
public sealed partial record Guard
{
    /// <summary>Only the lead body, by whomever acts for it: its word and not a worker's upload counts.</summary>
    public static Guard OfTheLeadBody { get; } = new(
        "lead.own",
        new("only the lead body may do this", "只有主办单位可以办理"),
        static (Case @case, in CaseCommand command, in DecisionContext _) => command.By.Body == @case.Lead);

    /// <summary>
    /// The command names another body than the lead: a return says whose the matter is (退回应指明承办单位).
    /// Source: municipal rules ask for the reason of a return (secondary source); that the right body is named is the library's rule.
    /// </summary>
    public static Guard NamesAnotherBody { get; } = new(
        "return.body",
        new("another body than the lead is named", "应指明主办单位以外的单位"),
        static (Case @case, in CaseCommand command, in DecisionContext _) => command.Facts?.Body is { } body && body != @case.Lead);

    /// <summary>It was not decided yet whose the case is: after that it is not returned again.</summary>
    public static Guard NotAdjudicated { get; } = new(
        "return.once",
        new("it was not decided yet whose the case is; after that it is not returned again", "尚未裁定承办单位；裁定后不得再次退回"),
        static (Case @case, in CaseCommand _, in DecisionContext _) => !@case.IsAdjudicated);

    /// <summary>
    /// Whoever handed the case on and got it back does not decide whose it is. Source: the flow of one city's system, where
    /// whoever receives a return may not do the next step forward (secondary source).
    /// </summary>
    public static Guard NotWhoGotItBack { get; } = new(
        "return.receiver",
        new("whoever handed the case on and got it back may not do this", "派遣后收到退回者不得推进"),
        static (Case @case, in CaseCommand command, in DecisionContext _) => @case.AssignedBy != command.By.Id);

    /// <summary>After a return the case goes to the body that was decided on.</summary>
    public static Guard LeadAsDecided { get; } = new(
        "return.decided",
        new("the lead body is the one that was decided on", "主办单位应为裁定的单位"),
        static (Case @case, in CaseCommand command, in DecisionContext _) =>
            !@case.IsAdjudicated || @case.RightBody is not { } decided || command.Lead == decided);

    /// <summary>
    /// The first unit stays responsible (首接负责): once a body has taken the case up, it stays the lead; others support it.
    /// After a return, <see cref="LeadAsDecided"/> says whose it is instead. Source: Beijing's regulation on swift response to complaints
    /// 北京市接诉即办工作条例 (the rule seen in a secondary source).
    /// </summary>
    public static Guard FirstLeadStays { get; } = new(
        "lead.first",
        new("the unit that took the case up first stays the lead; others support it", "首接单位负责到底，其他单位协办"),
        static (Case @case, in CaseCommand command, in DecisionContext _) =>
            @case.IsAdjudicated || @case.FirstLead is not { } first || command.Lead == first)
    {
        Basis = new("北京市接诉即办工作条例"),
    };

    /// <summary>
    /// A handler writes only to a case that their body handles, as its lead or called to support: whoever acts as a handler
    /// counts as one, and may not judge the case later.
    /// </summary>
    public static Guard HandlersOfItsBodies { get; } = new(
        "handler.body",
        new("a handler acts for the lead body, or for one that was called", "处置人员应属于主办单位或协办单位"),
        static (Case @case, in CaseCommand command, in DecisionContext _) =>
        {
            if (command.By.Role != Role.Handler || (@case.FirstLead is not null && command.By.Body == @case.Lead))
                return true;
            foreach (var supporter in @case.Supporters)
            {
                if (supporter.Body == command.By.Body)
                    return true;
            }

            return false;
        });

    /// <summary>The case is not handed to one body, nor decided to be its matter: the one that supervises does not handle.</summary>
    /// <param name="code">The stable code, such as <c>lead.supervision</c>.</param>
    /// <param name="name">What the body is called.</param>
    /// <param name="body">The body.</param>
    public static Guard NotHandedTo(string code, LocalizedText name, BodyId body) => new(
        code,
        new($"the {name.En} handles no case", $"{name.Zh}不承办案件"),
        (Case _, in CaseCommand command, in DecisionContext _) => command.Lead != body && command.Facts?.Body != body)
    {
        Argument = body.Value,
        Basis = new("CJ/T 292", "§3"),
    };

    /// <summary>Only somebody of one body, or the clock.</summary>
    /// <param name="code">The stable code, such as <c>body.supervision</c>.</param>
    /// <param name="name">What the body is called.</param>
    /// <param name="body">The body.</param>
    public static Guard Of(string code, LocalizedText name, BodyId body) => new(
        code,
        new($"only the {name.En} may do this", $"只有{name.Zh}可以办理"),
        (Case _, in CaseCommand command, in DecisionContext _) => command.By.Role == Role.System || command.By.Body == body)
    {
        Argument = body.Value,
    };
}
