using static GridGov.Workflows.SideRoadTable;

namespace GridGov.Workflows;

/// <summary>
/// The order of a government hotline (12345 工单): accept, dispatch, handle, answer, revisit, evaluate
/// (受理、派单、办理、答复、回访、评价). The first unit stays responsible (首接负责): the first lead body stays the lead and
/// others support. The evaluation rests on three things that the log knows: the response (when the unit first spoke to the
/// reporter), the resolution (as the reporter tells it on the revisit) and the satisfaction.
/// Source: the closed loop of the State Council office's guidance of 2020/2021 and Beijing's regulation on swift response
/// 北京市接诉即办工作条例 (secondary sources). Limits are a city's own.
/// </summary>
public static class HotlineOrder
{
    /// <summary>受理: the hotline accepts the order.</summary>
    public const string Accept = "accept";

    /// <summary>派单: it is handed to a unit.</summary>
    public const string Dispatch = "dispatch";

    /// <summary>响应: the unit speaks to the reporter.</summary>
    public const string Respond = "respond";

    /// <summary>办理: the unit handles it.</summary>
    public const string Handle = "handle";

    /// <summary>催办: the handling is late and is urged, level by level.</summary>
    public const string Overdue = "overdue";

    /// <summary>答复: the result is there; the unit answers the reporter.</summary>
    public const string Answer = "answer";

    /// <summary>回访: the hotline asks the reporter.</summary>
    public const string Revisit = "revisit";

    /// <summary>评价: response, resolution and satisfaction are evaluated.</summary>
    public const string Evaluate = "evaluate";

    /// <summary>办结: the end.</summary>
    public const string Closed = "closed";

    /// <summary>What can be done on the main road, by the names that stand in the log; the rest is in <see cref="SideRoads.Triggers"/>.</summary>
    public static class Triggers
    {
        /// <summary>受理: accept the order.</summary>
        public const string Accept = "accept";

        /// <summary>派单: hand the order to a unit.</summary>
        public const string Assign = "assign";

        /// <summary>响应: the unit spoke to the reporter and takes the order up.</summary>
        public const string Respond = "respond";

        /// <summary>办结上报: the lead body confirms the result.</summary>
        public const string Report = "report";

        /// <summary>答复: give the reporter the answer.</summary>
        public const string Answer = "answer";

        /// <summary>回访: write down what the reporter says of result and satisfaction.</summary>
        public const string Revisit = "revisit";

        /// <summary>无法回访: end the revisit without an answer, after enough attempts.</summary>
        public const string GiveUp = "give-up";

        /// <summary>评价: write the evaluation down; the order closes when its time is over.</summary>
        public const string Evaluate = "evaluate";

        /// <summary>办结: the time for reporters to come back is over.</summary>
        public const string Close = "close";
    }

    /// <summary>The rules of <see cref="Default"/>: those of every lifecycle, with bodies kept apart.</summary>
    public static CaseRules DefaultRules { get; } = new() { SeparatesBodies = true };

    /// <summary>The lifecycle with the default limits and rules, version 1.</summary>
    public static LifecycleDefinition Default { get; } = Define();

    /// <summary>The lifecycle with a city's own limits and rules.</summary>
    /// <param name="limits">The limits, or null for the defaults.</param>
    /// <param name="rules">The rules of side roads, separation and evidence, or null for <see cref="DefaultRules"/>.</param>
    /// <param name="version">The version; raise it whenever a limit or rule changes.</param>
    /// <exception cref="DefinitionException">A limit is missing.</exception>
    public static LifecycleDefinition Define(HotlineOrderLimits? limits = null, CaseRules? rules = null, int version = 1)
    {
        limits ??= new();
        rules ??= DefaultRules;
        var side = new SideRoadTable(rules, begin: Accept, assign: Dispatch, handle: Handle);
        return LifecycleDefinition.Freeze("hotline-order", version, [.. States(limits), .. side.States()], [.. MainRoad(rules, side), .. side.Transitions()]);
    }

    private static StateDefinition[] States(HotlineOrderLimits limits) =>
    [
        State(Accept, "Accept", "受理", SideRoads.Pending, Role.Acceptor, StepLimit.Of(limits.Accept)),
        State(Dispatch, "Dispatch", "派单", SideRoads.Pending, Role.Dispatcher, StepLimit.Of(limits.Dispatch)),
        State(Respond, "Respond", "响应", SideRoads.Handling, Role.Handler, StepLimit.Of(limits.Respond)) with { HoldsHandler = true },
        State(Handle, "Handle", "办理", SideRoads.Handling, Role.Handler, StepLimit.OfCase) with { HoldsHandler = true },
        State(Overdue, "Overdue", "催办", SideRoads.Handling, Role.Handler, StepLimit.Of(limits.Overdue)) with { HoldsHandler = true },
        State(Answer, "Answer", "答复", SideRoads.Open, Role.Handler, StepLimit.Of(limits.Answer)),
        State(Revisit, "Revisit", "回访", SideRoads.Open, Role.Verifier, StepLimit.Of(limits.Revisit)),
        State(Evaluate, "Evaluate", "评价", SideRoads.Open, Role.Supervisor, StepLimit.Of(limits.Evaluate)) with { OnDue = Triggers.Close },
        End(Closed, "Closed", "办结"),
    ];

    private static TransitionDefinition[] MainRoad(CaseRules rules, SideRoadTable side) =>
    [
        Way(Triggers.Accept, "accept", "受理", Accept, Dispatch, [Role.Acceptor], []),
        side.NotAccepting(Accept, [Role.Acceptor, Role.Supervisor]),
        side.Urging(Accept),
        Way(Triggers.Assign, "hand on", "派单", Dispatch, Respond, [Role.System, Role.Dispatcher],
            [Guard.NamesHandler, Guard.HandlerIsNotRecused, Guard.LeadAsDecided, Guard.FirstLeadStays]) with
        { AssignsHandler = true },
        Claiming(Dispatch, Respond, [Guard.FirstLeadStays]),
        side.Urging(Dispatch),
        Way(Triggers.Respond, "speak to the reporter", "响应", Respond, Handle, [Role.Handler, Role.Leader], [Guard.OfTheLeadBody]) with
        { Records = EntryKind.Responded },
        Returning(Respond),
        side.Urging(Respond),
        side.Reporting(Triggers.Report, Handle, Answer),
        side.Extending(Handle),
        Uploading(Handle),
        side.Urging(Handle, Overdue),
        side.Reporting(Triggers.Report, Overdue, Answer),
        Uploading(Overdue),
        side.Urging(Overdue),
        Way(Triggers.Answer, "answer the reporter", "答复", Answer, Revisit, [Role.Handler, Role.Leader], [Guard.OfTheLeadBody]) with
        { Evidence = [new(EvidenceKind.Reply)] },
        side.Urging(Answer),
        Way(Triggers.Revisit, "revisit", "回访", Revisit, Evaluate, [Role.Verifier, Role.Acceptor], [rules.Separation, Guard.WasReached, Guard.OutcomeIs(Told)]) with
        { Needs = CommandNeeds.Answer | CommandNeeds.Outcome, Judges = true, Evidence = rules.CheckEvidence },
        side.NotReaching(Revisit),
        Way(Triggers.GiveUp, "end without an answer", "无法回访", Revisit, Evaluate, [Role.Verifier, Role.Acceptor], [rules.Separation, Guard.TriedAtLeast(rules.Attempts)]) with
        { Judges = true },
        side.Reopening(Revisit),
        side.Urging(Revisit),
        side.Reopening(Evaluate),
        Way(Triggers.Evaluate, "evaluate", "评价", Evaluate, null, [Role.Supervisor], [rules.Separation]) with
        { Records = EntryKind.Noted, Needs = CommandNeeds.Note, Judges = true },
        Way(Triggers.Close, "close", "办结", Evaluate, Closed, [Role.System, Role.Supervisor], [rules.Separation, Guard.NotAChecker, Guard.StepIsDue]) with
        { Judges = true },
    ];

    // What a reporter can say of a result.
    private static ReadOnlySpan<CaseOutcome> Told => [CaseOutcome.Solved, CaseOutcome.PartlySolved, CaseOutcome.CannotBeSolved, CaseOutcome.ResolvedItself];

    private static StateDefinition State(string id, string en, string zh, string group, Role owner, StepLimit limit) =>
        new() { Id = id, Name = new(en, zh), Parent = group, Owner = owner, Limit = limit, OnDue = SideRoads.Triggers.Urge };
}
