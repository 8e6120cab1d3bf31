using static GridGov.Workflows.SideRoadTable;

namespace GridGov.Workflows;

/// <summary>
/// The eight-step closed loop (八步闭环: 受理、转办、跟踪、督促、反馈、评价、公示、归档), as Jiamusi 佳木斯 is
/// reported to name its steps (secondary source; what each step may do is this library's reading).
/// Urging is a step only for cases that are late; late steps elsewhere are urged in place.
/// </summary>
public static class EightStep
{
    /// <summary>受理: the report was accepted; the dispatcher hands it on.</summary>
    public const string Accept = "accept";

    /// <summary>转办: it was handed on; the handler confirms receipt.</summary>
    public const string Refer = "refer";

    /// <summary>跟踪: it is being handled and followed.</summary>
    public const string Track = "track";

    /// <summary>督促: the handling is late and is urged, level by level.</summary>
    public const string Urge = "urge";

    /// <summary>反馈: the handler reported the result; somebody else checks it.</summary>
    public const string Feedback = "feedback";

    /// <summary>评价: the reporter judges.</summary>
    public const string Evaluate = "evaluate";

    /// <summary>公示: the result is posted.</summary>
    public const string Publish = "publish";

    /// <summary>归档: the end.</summary>
    public const string Archive = "archive";

    /// <summary>What can be done on the main road, by the names that stand in the log; the rest is in <see cref="SideRoads.Triggers"/>.</summary>
    public static class Triggers
    {
        /// <summary>派遣: hand the case to a handler.</summary>
        public const string Assign = "assign";

        /// <summary>签收: the handler confirms receipt.</summary>
        public const string Start = "start";

        /// <summary>督办: tell the next level up that a step is late.</summary>
        public const string Urge = SideRoads.Triggers.Urge;

        /// <summary>处置反馈: the lead body confirms the result.</summary>
        public const string Report = "report";

        /// <summary>核查通过: the result was checked and holds.</summary>
        public const string Verify = "verify";

        /// <summary>返工: the result was checked and does not hold.</summary>
        public const string Rework = "rework";

        /// <summary>评价: the reporter judges, or is asked on a revisit (回访).</summary>
        public const string Evaluate = "evaluate";

        /// <summary>逾期未评: the reporter did not answer in time.</summary>
        public const string Lapse = "lapse";

        /// <summary>归档销号: the posting is over.</summary>
        public const string Archive = "archive";
    }

    /// <summary>The lifecycle with the default limits and rules, version 1.</summary>
    public static LifecycleDefinition Default { get; } = Define();

    /// <summary>The lifecycle with a city's own limits and rules.</summary>
    /// <param name="limits">The limits, or null for the defaults.</param>
    /// <param name="rules">The rules of side roads, separation and evidence, or null for the defaults.</param>
    /// <param name="version">The version; raise it whenever a limit or rule changes.</param>
    /// <exception cref="DefinitionException">A limit is missing.</exception>
    public static LifecycleDefinition Define(EightStepLimits? limits = null, CaseRules? rules = null, int version = 1)
    {
        limits ??= new();
        rules ??= new();
        var side = new SideRoadTable(rules, begin: Accept, assign: Accept, handle: Track);
        return LifecycleDefinition.Freeze("eight-step", version, [.. States(limits), .. side.States()], [.. MainRoad(rules, side), .. side.Transitions()]);
    }

    private static StateDefinition[] States(EightStepLimits limits) =>
    [
        State(Accept, "Accept", "受理", SideRoads.Pending, Role.Dispatcher, StepLimit.Of(limits.Accept), Triggers.Urge),
        State(Refer, "Refer", "转办", SideRoads.Handling, Role.Handler, StepLimit.Of(limits.Refer), Triggers.Urge) with { HoldsHandler = true },
        State(Track, "Track", "跟踪", SideRoads.Handling, Role.Handler, StepLimit.OfCase, Triggers.Urge) with { HoldsHandler = true },
        State(Urge, "Urge", "督促", SideRoads.Handling, Role.Handler, StepLimit.Of(limits.Urge), Triggers.Urge) with { HoldsHandler = true },
        State(Feedback, "Feedback", "反馈", SideRoads.Open, Role.Verifier, StepLimit.Of(limits.Feedback), Triggers.Urge),
        State(Evaluate, "Evaluate", "评价", SideRoads.Open, Role.Reporter, StepLimit.Of(limits.Evaluate), Triggers.Lapse),
        State(Publish, "Publish", "公示", SideRoads.Open, Role.Supervisor, StepLimit.Of(limits.Publish), Triggers.Archive),
        End(Archive, "Archive", "归档"),
    ];

    private static TransitionDefinition[] MainRoad(CaseRules rules, SideRoadTable side) =>
    [
        Way(Triggers.Assign, "assign", "派遣", Accept, Refer, [Role.System, Role.Dispatcher], [Guard.NamesHandler, Guard.HandlerIsNotRecused, Guard.LeadAsDecided]) with
        { AssignsHandler = true },
        Claiming(Accept, Refer, []),
        side.NotAccepting(Accept, [Role.Acceptor, Role.Supervisor]),
        side.Urging(Accept),
        Way(Triggers.Start, "confirm receipt", "签收", Refer, Track, [Role.Handler], [Guard.IsTheHandler]),
        Returning(Refer),
        side.Extending(Refer),
        side.Urging(Refer),
        side.Reporting(Triggers.Report, Track, Feedback),
        Returning(Track),
        side.Extending(Track),
        Uploading(Track),
        side.Urging(Track, Urge),
        side.Reporting(Triggers.Report, Urge, Feedback),
        Uploading(Urge),
        side.Urging(Urge),
        Way(Triggers.Verify, "verify", "核查通过", Feedback, Evaluate, [Role.Verifier, Role.Collector], [rules.Separation]) with
        { Judges = true, Evidence = rules.CheckEvidence },
        side.Reworking(Triggers.Rework, Feedback, []),
        side.Urging(Feedback),
        Way(Triggers.Evaluate, "evaluate", "评价", Evaluate, Publish, [Role.Reporter, Role.Acceptor, Role.Verifier], [rules.Separation, Guard.WasReached]) with
        { Needs = CommandNeeds.Answer, Judges = true },
        side.NotReaching(Evaluate),
        side.Reopening(Evaluate),
        Way(Triggers.Lapse, "lapse without an answer", "逾期未评", Evaluate, Publish, [Role.System], [Guard.StepIsDue]),
        side.Reopening(Publish),
        Way(Triggers.Archive, "archive", "归档销号", Publish, Archive, [Role.System, Role.Supervisor], [rules.Separation, Guard.NotAChecker, Guard.StepIsDue]) with
        { Judges = true },
    ];

    private static StateDefinition State(string id, string en, string zh, string group, Role owner, StepLimit limit, string onDue) =>
        new() { Id = id, Name = new(en, zh), Parent = group, Owner = owner, Limit = limit, OnDue = onDue };
}
