using static GridGov.Workflows.DutyWays;

namespace GridGov.Workflows;

/// <summary>
/// The way of an objection (抗辩): a body that is burdened with a task objects, the body that set it replies, the committee upholds
/// or dismisses, and what was upheld stays on the burden account (减负挂账) until the burden is gone. Assumed: the sources give
/// the right to refuse and to object, but no procedure.
/// </summary>
public static class DutyObjections
{
    /// <summary>抗辩: a body objected.</summary>
    public const string Objected = "object";

    /// <summary>答辩: the body that set the task replies.</summary>
    public const string Reply = "reply";

    /// <summary>裁决: the committee decides.</summary>
    public const string Decide = "decide";

    /// <summary>挂账: it was upheld; the burden stays on the account until it is gone.</summary>
    public const string Account = "account";

    /// <summary>销账: an end; the burden is gone.</summary>
    public const string Cleared = "cleared";

    /// <summary>驳回: an end; the task stands.</summary>
    public const string Dismissed = "dismissed";

    /// <summary>撤回: an end; the body that objected took it back.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>What can be done, by the names that stand in the log.</summary>
    public static class Triggers
    {
        /// <summary>受理: take it in; names the body that answers.</summary>
        public const string Accept = "accept";

        /// <summary>答辩: the body that set the task says why.</summary>
        public const string Reply = "reply";

        /// <summary>逾期未答辩: the time to reply is over.</summary>
        public const string NoReply = "no-reply";

        /// <summary>支持: the objection is upheld.</summary>
        public const string Uphold = "uphold";

        /// <summary>驳回: the objection is dismissed.</summary>
        public const string Dismiss = "dismiss";

        /// <summary>销账: the burden is gone.</summary>
        public const string Clear = "clear";

        /// <summary>撤回: the body that objected takes it back.</summary>
        public const string Withdraw = "withdraw";
    }

    /// <summary>The lifecycle with the committee of <see cref="DutyApplications.Default"/> and the default limits, version 1.</summary>
    public static LifecycleDefinition Default { get; } = Define(DutyApplications.Committee);

    /// <summary>The lifecycle of a city.</summary>
    /// <param name="committee">The body that hears objections: <see cref="DutyList.AdmissionBody"/>.</param>
    /// <param name="limits">The limits, or null for the defaults.</param>
    /// <param name="version">The version; raise it whenever a body or limit changes.</param>
    /// <exception cref="ArgumentException">The committee has no name.</exception>
    /// <exception cref="DefinitionException">A limit is missing.</exception>
    public static LifecycleDefinition Define(BodyId committee, DutyObjectionLimits? limits = null, int version = 1)
    {
        limits ??= new();
        var decides = Decides(committee);
        return LifecycleDefinition.Freeze("duty-objection", version, States(limits),
        [
            Way(Triggers.Accept, "take it in", "受理", Objected, Reply, [Role.Acceptor], [decides, AnswersToOthers(committee)]) with
            { Records = EntryKind.Adjudicated, Needs = CommandNeeds.Body },
            Withdrawing(Objected, Withdrawn),
            Urging(Objected, limits.UrgingLevels),
            Way(Triggers.Reply, "reply", "答辩", Reply, Decide, [Role.Leader], [IsAsked]) with { Needs = CommandNeeds.Note },
            Way(Triggers.NoReply, "decide without a reply", "逾期未答辩", Reply, Decide, [Role.System], [Guard.StepIsDue]),
            Withdrawing(Reply, Withdrawn),
            Way(Triggers.Uphold, "uphold it", "支持抗辩", Decide, Account, [Role.Leader], [decides]) with { Needs = CommandNeeds.Note | CommandNeeds.Authority },
            Way(Triggers.Dismiss, "dismiss it", "驳回抗辩", Decide, Dismissed, [Role.Leader], [decides, Guard.OutcomeIs(CaseOutcome.OutsideCriteria)]) with
            { Needs = CommandNeeds.Note | CommandNeeds.Outcome | CommandNeeds.Authority },
            Withdrawing(Decide, Withdrawn),
            Urging(Decide, limits.UrgingLevels),
            Way(Triggers.Clear, "clear the account", "销账", Account, Cleared, [Role.Supervisor, Role.Leader], [decides, Guard.OutcomeIs(CaseOutcome.Solved)]) with
            { Needs = CommandNeeds.Note | CommandNeeds.Outcome },
            Urging(Account, limits.UrgingLevels),
        ]);
    }

    internal static Guard AnswersToOthers(BodyId committee) => Guard.NotHandedTo("objection.other-body", new("committee", "准入机构"), committee) with
    {
        Text = new("another body than the committee is asked to reply", "答辩单位不能是准入机构"),
        Basis = null,
    };

    private static StateDefinition[] States(DutyObjectionLimits limits) =>
    [
        State(Objected, "Object", "抗辩", Role.Acceptor, limits.Accept),
        State(Reply, "Reply", "答辩", Role.Leader, limits.Reply, Triggers.NoReply),
        State(Decide, "Decide", "裁决", Role.Leader, limits.Decide),
        State(Account, "On the burden account", "减负挂账", Role.Supervisor, limits.Clear),
        End(Cleared, "Cleared", "销账"),
        End(Dismissed, "Dismissed", "驳回"),
        End(Withdrawn, "Withdrawn", "撤回"),
    ];
}
