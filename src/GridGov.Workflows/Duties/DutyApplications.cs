using static GridGov.Workflows.DutyWays;

namespace GridGov.Workflows;

/// <summary>
/// The way of an item onto a duty list and off it again (准入: 申请、审批、准入、撤销): apply, review, admit or reject, publish,
/// evaluate, revoke. Source of the four steps and of the two limits: Xicheng 西城 2018 (secondary source); that what is not
/// approved may be refused and that admitted items are published, Erqi 二七区 and a municipal grid regulation, article 24
/// (seen in full). Urgent temporary items are taken in without waiting, by a named authority (the same regulation).
/// </summary>
public static class DutyApplications
{
    /// <summary>申请: a body applied; the committee looks whether the application is complete and in time.</summary>
    public const string Apply = "apply";

    /// <summary>审批: the committee decides.</summary>
    public const string Review = "review";

    /// <summary>公布: it was admitted; the next version of the list is published.</summary>
    public const string Publish = "publish";

    /// <summary>准入: it is on the list and is evaluated from time to time.</summary>
    public const string Listed = "listed";

    /// <summary>不予准入: an end; it was rejected, or was not complete.</summary>
    public const string Rejected = "rejected";

    /// <summary>撤回: an end; the body that applied took it back before it was decided.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>撤销: an end; it was taken off the list again.</summary>
    public const string Revoked = "revoked";

    /// <summary>What can be done, by the names that stand in the log.</summary>
    public static class Triggers
    {
        /// <summary>受理: it is complete and in time; says from when the task is to be handed down.</summary>
        public const string Accept = "accept";

        /// <summary>紧急受理: it is urgent and temporary; a named authority lets it in without waiting.</summary>
        public const string AcceptUrgent = "accept-urgent";

        /// <summary>不予受理: it is not complete.</summary>
        public const string TurnDown = "turn-down";

        /// <summary>准予: admit it.</summary>
        public const string Admit = "admit";

        /// <summary>不予准入: reject it.</summary>
        public const string Reject = "reject";

        /// <summary>公布: the list with it is published.</summary>
        public const string Publish = "publish";

        /// <summary>评估: it was evaluated and stays.</summary>
        public const string Keep = "keep";

        /// <summary>撤回: the body that applied takes it back.</summary>
        public const string Withdraw = "withdraw";

        /// <summary>撤销: take it off the list.</summary>
        public const string Revoke = "revoke";
    }

    /// <summary>The committee of <see cref="Default"/>.</summary>
    public static BodyId Committee { get; } = new("duty-committee");

    /// <summary>The lifecycle with the default committee and limits, version 1.</summary>
    public static LifecycleDefinition Default { get; } = Define(Committee);

    /// <summary>The lifecycle of a city.</summary>
    /// <param name="committee">The body that admits: <see cref="DutyList.AdmissionBody"/>.</param>
    /// <param name="limits">The limits, or null for the defaults.</param>
    /// <param name="version">The version; raise it whenever a body or limit changes.</param>
    /// <exception cref="ArgumentException">The committee has no name.</exception>
    /// <exception cref="DefinitionException">A limit is missing.</exception>
    public static LifecycleDefinition Define(BodyId committee, DutyApplicationLimits? limits = null, int version = 1)
    {
        limits ??= new();
        var decides = Decides(committee);
        return LifecycleDefinition.Freeze("duty-application", version, States(limits),
        [
            Way(Triggers.Accept, "take it in", "受理", Apply, Review, [Role.Acceptor], [decides, AheadBy(limits.Ahead)]) with { Needs = CommandNeeds.Until },
            Way(Triggers.AcceptUrgent, "take it in as urgent", "紧急受理", Apply, Review, [Role.Leader], [decides]) with
            { Needs = CommandNeeds.Note | CommandNeeds.Authority | CommandNeeds.Until },
            Way(Triggers.TurnDown, "turn it down", "不予受理", Apply, Rejected, [Role.Acceptor], [decides, Guard.OutcomeIs(CaseOutcome.OutsideCriteria)]) with
            { Needs = CommandNeeds.Note | CommandNeeds.Outcome },
            Withdrawing(Apply, Withdrawn),
            Urging(Apply, limits.UrgingLevels),
            Way(Triggers.Admit, "admit it", "准予", Review, Publish, [Role.Leader], [decides, Guard.OutcomeIs(CaseOutcome.Solved)]) with
            { Needs = CommandNeeds.Note | CommandNeeds.Outcome | CommandNeeds.Authority },
            Way(Triggers.Reject, "reject it", "不予准入", Review, Rejected, [Role.Leader], [decides, Guard.OutcomeIs(CaseOutcome.OutsideCriteria)]) with
            { Needs = CommandNeeds.Note | CommandNeeds.Outcome },
            Withdrawing(Review, Withdrawn),
            Urging(Review, limits.UrgingLevels),
            Way(Triggers.Publish, "publish it", "公布", Publish, Listed, [Role.Acceptor], [decides]) with { Evidence = [new(EvidenceKind.Document)] },
            Urging(Publish, limits.UrgingLevels),
            Way(Triggers.Keep, "keep it", "评估保留", Listed, Listed, [Role.Supervisor, Role.Leader], [decides]) with { Needs = CommandNeeds.Note },
            Way(Triggers.Revoke, "revoke it", "撤销", Listed, Revoked, [Role.Leader], [decides]) with { Needs = CommandNeeds.Note | CommandNeeds.Authority },
            Urging(Listed, limits.UrgingLevels),
        ]);
    }

    internal static Guard AheadBy(TimeLimit limit) => new(
        "application.ahead",
        new($"the task begins at least {limit} after the application came in", $"应在任务开始{limit}前提出申请"),
        (Case @case, in CaseCommand command, in DecisionContext context) =>
            command.Facts?.Until is { } begins && begins >= context.Calendar.Add(@case.OpenedAt, limit))
    {
        Argument = limit.ToString(),
        Basis = new("西城区社区工作事项准入制度（2018）", "30 workdays ahead"),
    };

    private static StateDefinition[] States(DutyApplicationLimits limits) =>
    [
        State(Apply, "Apply", "申请", Role.Acceptor, limits.Accept),
        State(Review, "Review", "审批", Role.Leader, limits.Review),
        State(Publish, "Publish", "公布", Role.Acceptor, limits.Publish),
        State(Listed, "Listed", "准入", Role.Supervisor, limits.Evaluate),
        End(Rejected, "Rejected", "不予准入"),
        End(Withdrawn, "Withdrawn", "撤回"),
        End(Revoked, "Revoked", "撤销"),
    ];
}
