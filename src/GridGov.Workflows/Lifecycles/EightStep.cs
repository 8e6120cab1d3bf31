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

    /// <summary>For the reporter to judge before the step lapses. Default 3 natural days (assumed).</summary>
    public TimeLimit Evaluate { get; init; } = TimeLimit.NaturalDays(3);

    /// <summary>How long the result stays posted before it is archived. Default 3 natural days (assumed).</summary>
    public TimeLimit Publish { get; init; } = TimeLimit.NaturalDays(3);

    /// <summary>
    /// After how many urgings a late step is urged no more: one per level from the grid to the city. Default 5. That the
    /// handling became late is always told, however often the case was urged before.
    /// </summary>
    public int UrgingLevels { get; init; } = 5;
}

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

    /// <summary>What can be done, by the names that stand in the log.</summary>
    public static class Triggers
    {
        /// <summary>派遣: hand the case to a handler.</summary>
        public const string Assign = "assign";

        /// <summary>签收: the handler confirms receipt.</summary>
        public const string Start = "start";

        /// <summary>督办: tell the next level up that a step is late.</summary>
        public const string Urge = "urge";

        /// <summary>处置反馈: report the result.</summary>
        public const string Report = "report";

        /// <summary>核查通过: the result was checked and holds.</summary>
        public const string Verify = "verify";

        /// <summary>返工: the result was checked and does not hold.</summary>
        public const string Rework = "rework";

        /// <summary>评价: judge the handling.</summary>
        public const string Evaluate = "evaluate";

        /// <summary>逾期未评: the reporter did not answer in time.</summary>
        public const string Lapse = "lapse";

        /// <summary>归档销号: the posting is over.</summary>
        public const string Archive = "archive";
    }

    /// <summary>The lifecycle with the default limits, version 1.</summary>
    public static LifecycleDefinition Default { get; } = Define();

    /// <summary>The lifecycle with a city's own limits.</summary>
    /// <param name="limits">The limits, or null for the defaults.</param>
    /// <param name="version">The version; raise it whenever a limit changes.</param>
    /// <exception cref="DefinitionException">A limit is missing.</exception>
    public static LifecycleDefinition Define(EightStepLimits? limits = null, int version = 1)
    {
        limits ??= new();
        return LifecycleDefinition.Freeze("eight-step", version, States(limits), Transitions(limits));
    }

    private static StateDefinition[] States(EightStepLimits limits) =>
    [
        State(Accept, "Accept", "受理", Role.Dispatcher, StepLimit.Of(limits.Accept), Triggers.Urge),
        State(Refer, "Refer", "转办", Role.Handler, StepLimit.Of(limits.Refer), Triggers.Urge) with { HoldsHandler = true },
        State(Track, "Track", "跟踪", Role.Handler, StepLimit.OfCase, Triggers.Urge) with { HoldsHandler = true },
        State(Urge, "Urge", "督促", Role.Handler, StepLimit.Of(limits.Urge), Triggers.Urge) with { HoldsHandler = true },
        State(Feedback, "Feedback", "反馈", Role.Verifier, StepLimit.Of(limits.Feedback), Triggers.Urge),
        State(Evaluate, "Evaluate", "评价", Role.Reporter, StepLimit.Of(limits.Evaluate), Triggers.Lapse),
        State(Publish, "Publish", "公示", Role.Supervisor, StepLimit.Of(limits.Publish), Triggers.Archive),
        new() { Id = Archive, Name = new("Archive", "归档"), IsEnd = true },
    ];

    private static TransitionDefinition[] Transitions(EightStepLimits limits) =>
    [
        Way(Triggers.Assign, "assign", "派遣", Accept, Refer, [Role.System, Role.Dispatcher], [Guard.NamesHandler])
            with { AssignsHandler = true },
        Urging(Accept, Accept, limits),
        Way(Triggers.Start, "confirm receipt", "签收", Refer, Track, [Role.Handler], [Guard.IsTheHandler]),
        Urging(Refer, Refer, limits),
        Way(Triggers.Report, "report the result", "处置反馈", Track, Feedback, [Role.Handler], [Guard.IsTheHandler]) with { Needs = CommandNeeds.Note },
        Urging(Track, Urge, limits),
        Way(Triggers.Report, "report the result", "处置反馈", Urge, Feedback, [Role.Handler], [Guard.IsTheHandler]) with { Needs = CommandNeeds.Note },
        Urging(Urge, Urge, limits),
        Way(Triggers.Verify, "verify", "核查通过", Feedback, Evaluate, [Role.Verifier, Role.Collector], [Guard.NotAHandler]),
        Way(Triggers.Rework, "send back for rework", "返工", Feedback, Track, [Role.Verifier, Role.Collector], [Guard.NotAHandler]) with { Needs = CommandNeeds.Note },
        Urging(Feedback, Feedback, limits),
        Way(Triggers.Evaluate, "evaluate", "评价", Evaluate, Publish, [Role.Reporter, Role.Verifier], [Guard.NotAHandler]) with { Needs = CommandNeeds.Note },
        Way(Triggers.Lapse, "lapse without an answer", "逾期未评", Evaluate, Publish, [Role.System], [Guard.StepIsDue]),
        Way(Triggers.Archive, "archive", "归档销号", Publish, Archive, [Role.System, Role.Supervisor], [Guard.NotAHandler, Guard.StepIsDue]),
    ];

    private static StateDefinition State(string id, string en, string zh, Role owner, StepLimit limit, string onDue) =>
        new() { Id = id, Name = new(en, zh), Owner = owner, Limit = limit, OnDue = onDue };

    private static TransitionDefinition Way(
        string trigger, string en, string zh, string from, string to, ValueList<Role> roles, ValueList<Guard> guards) =>
        new() { Trigger = trigger, Name = new(en, zh), From = from, To = to, Roles = roles, Guards = guards };

    private static TransitionDefinition Urging(string from, string to, EightStepLimits limits) =>
        Way(Triggers.Urge, "urge", "督办", from, to, [Role.System, Role.Supervisor],
            to == from ? [Guard.StepIsDue, Guard.UrgedFewerThan(limits.UrgingLevels)] : [Guard.StepIsDue]) with
        { Records = EntryKind.Urged };
}
