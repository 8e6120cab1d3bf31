using static GridGov.Workflows.SideRoadTable;

namespace GridGov.Workflows;

/// <summary>
/// The seven-step flow of digital city management (数字化城市管理: 信息收集、案卷建立、任务派遣、任务处理、处理反馈、
/// 核查结案、综合评价). Two bodies that are not the same: the supervision centre (监督中心) collects, opens, checks, closes
/// and evaluates; the command centre (指挥中心) hands cases to the departments. A report is confirmed on site before a case
/// is opened (核实), and its result is checked on site before it is closed (核查).
/// Source: the steps by 扶沟县 扶政办〔2019〕3号; the two centres by CJ/T 292 §3; that confirming comes before opening and
/// checking after handling, from manuals of cities (secondary source). Limits are a city's own.
/// </summary>
public static class DigitalCity
{
    /// <summary>信息收集: a report came in; a collector confirms it on site.</summary>
    public const string Collect = "collect";

    /// <summary>案卷建立: confirmed; the supervision centre opens the case.</summary>
    public const string Register = "register";

    /// <summary>任务派遣: the command centre hands it on.</summary>
    public const string Dispatch = "dispatch";

    /// <summary>任务处理: a department handles it.</summary>
    public const string Handle = "handle";

    /// <summary>督办: the handling is late and is urged, level by level.</summary>
    public const string Overdue = "overdue";

    /// <summary>处理反馈: the department reported the result; the command centre passes it on.</summary>
    public const string Feedback = "feedback";

    /// <summary>核查: the supervision centre checks on site.</summary>
    public const string Check = "check";

    /// <summary>结案: checked; the supervision centre closes the case.</summary>
    public const string Close = "close";

    /// <summary>综合评价: the handling is evaluated.</summary>
    public const string Evaluate = "evaluate";

    /// <summary>归档: the end.</summary>
    public const string Filed = "filed";

    /// <summary>What can be done on the main road, by the names that stand in the log; the rest is in <see cref="SideRoads.Triggers"/>.</summary>
    public static class Triggers
    {
        /// <summary>核实: a collector found it on site as reported.</summary>
        public const string Confirm = "confirm";

        /// <summary>自行上报: a collector of the centre found it; there is nothing to confirm.</summary>
        public const string TakeIn = "take-in";

        /// <summary>立案: open the case.</summary>
        public const string Register = "register";

        /// <summary>派遣: hand the case to a handler.</summary>
        public const string Assign = "assign";

        /// <summary>处置反馈: the lead body confirms the result.</summary>
        public const string Report = "report";

        /// <summary>批转核查: pass the result on to be checked.</summary>
        public const string PassOn = "pass-on";

        /// <summary>核查通过: the result was checked on site and holds.</summary>
        public const string Verify = "verify";

        /// <summary>返工: the result was checked on site and does not hold.</summary>
        public const string Rework = "rework";

        /// <summary>结案: close the case.</summary>
        public const string Close = "close";

        /// <summary>回访: write down what the reporter answered.</summary>
        public const string Revisit = "revisit";

        /// <summary>综合评价: write the evaluation down; the case is filed when its time is over.</summary>
        public const string Evaluate = "evaluate";

        /// <summary>归档: the time for reporters to come back is over.</summary>
        public const string File = "file";
    }

    /// <summary>The supervision centre of <see cref="Default"/>.</summary>
    public static BodyId SupervisionCentre { get; } = new("supervision-centre");

    /// <summary>The command centre of <see cref="Default"/>.</summary>
    public static BodyId CommandCentre { get; } = new("command-centre");

    /// <summary>The rules of <see cref="Default"/>: bodies kept apart, photos before and after handling, and one at the check.</summary>
    public static CaseRules DefaultRules { get; } = new()
    {
        SeparatesBodies = true,
        ConfirmEvidence = [new(EvidenceKind.PhotoBefore)],
        ResultEvidence = [new(EvidenceKind.PhotoBefore), new(EvidenceKind.PhotoAfter)],
        CheckEvidence = [new(EvidenceKind.PhotoCheck)],
    };

    /// <summary>The lifecycle with the default centres, limits and rules, version 1.</summary>
    public static LifecycleDefinition Default { get; } = Define(SupervisionCentre, CommandCentre);

    /// <summary>The lifecycle of a city.</summary>
    /// <param name="supervision">The supervision centre.</param>
    /// <param name="command">The command centre: another body.</param>
    /// <param name="limits">The limits, or null for the defaults.</param>
    /// <param name="rules">The rules of side roads, separation and evidence, or null for <see cref="DefaultRules"/>.</param>
    /// <param name="version">The version; raise it whenever a body, limit or rule changes.</param>
    /// <exception cref="ArgumentException">The two centres are one body, or one has no name.</exception>
    /// <exception cref="DefinitionException">A limit is missing.</exception>
    public static LifecycleDefinition Define(
        BodyId supervision, BodyId command, DigitalCityLimits? limits = null, CaseRules? rules = null, int version = 1)
    {
        if (supervision == default || command == default || supervision == command)
            throw new ArgumentException("The supervision centre and the command centre are two bodies.\nName both, and not the same.", nameof(command));
        limits ??= new();
        rules ??= DefaultRules;
        var supervises = Supervises(supervision);
        var commands = Commands(command);
        var handles = DoesNotHandle(supervision);
        var side = new SideRoadTable(rules, begin: Collect, assign: Dispatch, handle: Handle) { Accepting = [supervises], Commanding = [commands], Deciding = [handles] };
        return LifecycleDefinition.Freeze(
            "digital-city",
            version,
            [.. States(limits), .. side.States()],
            [.. BeforeHandling(limits, rules, side, supervises, commands, handles), .. Handled(rules, side, supervises, commands), .. side.Transitions()]);
    }

    internal static Guard Supervises(BodyId body) => Guard.Of("body.supervision", new("supervision centre", "监督中心"), body);

    internal static Guard Commands(BodyId body) => Guard.Of("body.command", new("command centre", "指挥中心"), body);

    internal static Guard DoesNotHandle(BodyId body) => Guard.NotHandedTo("lead.supervision", new("supervision centre", "监督中心"), body);

    private static StateDefinition[] States(DigitalCityLimits limits) =>
    [
        State(Collect, "Collect", "信息收集", SideRoads.Pending, Role.Collector, StepLimit.Of(limits.Collect)),
        State(Register, "Register", "案卷建立", SideRoads.Pending, Role.Acceptor, StepLimit.Of(limits.Register)),
        State(Dispatch, "Dispatch", "任务派遣", SideRoads.Pending, Role.Dispatcher, StepLimit.Of(limits.Dispatch)),
        State(Handle, "Handle", "任务处理", SideRoads.Handling, Role.Handler, StepLimit.OfCase) with { HoldsHandler = true },
        State(Overdue, "Overdue", "督办", SideRoads.Handling, Role.Handler, StepLimit.Of(limits.Overdue)) with { HoldsHandler = true },
        State(Feedback, "Feedback", "处理反馈", SideRoads.Open, Role.Dispatcher, StepLimit.Of(limits.Feedback)),
        State(Check, "Check", "核查", SideRoads.Open, Role.Collector, StepLimit.Of(limits.Check)),
        State(Close, "Close", "结案", SideRoads.Open, Role.Acceptor, StepLimit.Of(limits.Close)),
        State(Evaluate, "Evaluate", "综合评价", SideRoads.Open, Role.Supervisor, StepLimit.Of(limits.Evaluate)) with { OnDue = Triggers.File },
        End(Filed, "Filed", "归档"),
    ];

    private static TransitionDefinition[] BeforeHandling(
        DigitalCityLimits limits, CaseRules rules, SideRoadTable side, Guard supervises, Guard commands, Guard handles) =>
    [
        Way(Triggers.Confirm, "confirm on site", "核实", Collect, Register, [Role.Collector], [supervises]) with { Evidence = rules.ConfirmEvidence },
        Way(Triggers.TakeIn, "take in a collector's own find", "自行上报", Collect, Register, [Role.System, Role.Collector, Role.Acceptor],
            [supervises, Guard.CameBy(limits.CollectorChannels)]),
        side.NotAccepting(Collect, [Role.Collector, Role.Acceptor]),
        side.Urging(Collect),
        Way(Triggers.Register, "open the case", "立案", Register, Dispatch, [Role.Acceptor], [supervises]),
        side.NotAccepting(Register, [Role.Acceptor]),
        side.Urging(Register),
        Way(Triggers.Assign, "assign", "派遣", Dispatch, Handle, [Role.System, Role.Dispatcher],
            [commands, Guard.NamesHandler, Guard.HandlerIsNotRecused, Guard.LeadAsDecided, handles]) with
        { AssignsHandler = true },
        Claiming(Dispatch, Handle, [handles]),
        side.Urging(Dispatch),
        Returning(Handle),
        side.Extending(Handle),
        Uploading(Handle),
        side.Urging(Handle, Overdue),
        side.Reporting(Triggers.Report, Handle, Feedback),
        Uploading(Overdue),
        side.Urging(Overdue),
        side.Reporting(Triggers.Report, Overdue, Feedback),
    ];

    private static TransitionDefinition[] Handled(CaseRules rules, SideRoadTable side, Guard supervises, Guard commands) =>
    [
        Way(Triggers.PassOn, "pass on to be checked", "批转核查", Feedback, Check, [Role.Dispatcher], [commands]),
        side.Urging(Feedback),
        Way(Triggers.Verify, "verify on site", "核查通过", Check, Close, [Role.Collector, Role.Verifier], [rules.Separation, supervises]) with
        { Judges = true, Evidence = rules.CheckEvidence },
        side.Reworking(Triggers.Rework, Check, [supervises]),
        side.Urging(Check),
        Way(Triggers.Close, "close", "结案", Close, Evaluate, [Role.Acceptor, Role.Supervisor], [rules.Separation, Guard.NotAChecker, supervises]) with
        { Judges = true },
        side.Urging(Close),
        Way(Triggers.Revisit, "revisit", "回访", Evaluate, null, [Role.Reporter, Role.Acceptor, Role.Verifier], [rules.Separation, Guard.WasReached]) with
        { Records = EntryKind.Noted, Needs = CommandNeeds.Answer, Judges = true },
        side.NotReaching(Evaluate),
        side.Reopening(Evaluate),
        Way(Triggers.Evaluate, "evaluate", "综合评价", Evaluate, null, [Role.Supervisor], [rules.Separation, supervises]) with
        { Records = EntryKind.Noted, Needs = CommandNeeds.Note, Judges = true },
        Way(Triggers.File, "file", "归档", Evaluate, Filed, [Role.System, Role.Supervisor], [rules.Separation, supervises, Guard.StepIsDue]) with
        { Judges = true },
    ];

    private static StateDefinition State(string id, string en, string zh, string group, Role owner, StepLimit limit) =>
        new() { Id = id, Name = new(en, zh), Parent = group, Owner = owner, Limit = limit, OnDue = SideRoads.Triggers.Urge };
}
