using GridGov.Workflows;

namespace GridGov.Community;

/// <summary>How long the steps of a warning may take. Immutable and thread-safe.</summary>
/// <param name="Verify">Verifying it on the spot.</param>
/// <param name="Assign">Handing it to whom it concerns.</param>
/// <param name="Check">Checking that the risk is gone.</param>
public sealed record WarningLimits(TimeLimit Verify, TimeLimit Assign, TimeLimit Check);

/// <summary>
/// A warning as a case (动态监测 → 预警核实 → 归口处理 → 跟踪核查): verified on the spot, handed to whom it concerns,
/// handled, checked by somebody else, and only then taken down. A case each for red and yellow, with limits of its own.
/// The log holds the household's pseudonym nowhere: the embedder keeps which report is whose. Frozen and thread-safe.
/// </summary>
/// <remarks>
/// Source: the four steps, 盐池县 2020 (secondary source). From clue to decision at most fifteen days, and a notice of at
/// least five days in the village only: the national line as explained by 秦安县 (official page). That red is verified
/// within a day and yellow within three workdays is assumed.
/// </remarks>
public static class WarningLifecycles
{
    /// <summary>预警核实: somebody goes and looks.</summary>
    public const string Verify = "verify";

    /// <summary>归口处理（派发）: it is handed to whom it concerns.</summary>
    public const string Assign = "assign";

    /// <summary>归口处理: it is handled.</summary>
    public const string Handle = "handle";

    /// <summary>跟踪核查: somebody else checks that the risk is gone.</summary>
    public const string Check = "check";

    /// <summary>销号: an end; the risk is gone.</summary>
    public const string Cleared = "cleared";

    /// <summary>误报: an end; there was no risk.</summary>
    public const string Unfounded = "unfounded";

    /// <summary>What can be done, by the names that stand in the log.</summary>
    public static class Triggers
    {
        /// <summary>属实: there is a risk.</summary>
        public const string Confirm = "confirm";

        /// <summary>不属实: there is none.</summary>
        public const string Dismiss = "dismiss";

        /// <summary>派发: hand it to somebody.</summary>
        public const string Assign = "assign";

        /// <summary>反馈: report that it is handled.</summary>
        public const string Report = "report";

        /// <summary>核销: the risk is gone.</summary>
        public const string Clear = "clear";

        /// <summary>返工: it is not gone.</summary>
        public const string Rework = "rework";

        /// <summary>督办: a step is late.</summary>
        public const string Urge = "urge";
    }

    /// <summary>The lifecycle of a red warning.</summary>
    public static LifecycleDefinition Red { get; } = Define("warning-red", new(TimeLimit.NaturalDays(1), TimeLimit.WorkDays(1), TimeLimit.NaturalDays(15)));

    /// <summary>The lifecycle of a yellow warning.</summary>
    public static LifecycleDefinition Yellow { get; } = Define("warning-yellow", new(TimeLimit.WorkDays(3), TimeLimit.WorkDays(3), TimeLimit.NaturalDays(30)));

    /// <summary>The lifecycle for a colour; a green household has no case.</summary>
    /// <param name="colour">Red or yellow.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another colour.</exception>
    public static LifecycleDefinition For(WarningColour colour) => colour switch
    {
        WarningColour.Red => Red,
        WarningColour.Yellow => Yellow,
        _ => throw new ArgumentOutOfRangeException(nameof(colour), colour, "Only red and yellow households have a case."),
    };

    /// <summary>A lifecycle with a city's limits.</summary>
    /// <param name="id">Its stable name.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="version">The version; raise it whenever a limit changes.</param>
    public static LifecycleDefinition Define(string id, WarningLimits limits, int version = 1)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return LifecycleDefinition.Freeze(id, version,
        [
            State(Verify, "Verify", "预警核实", Role.Collector, StepLimit.Of(limits.Verify)),
            State(Assign, "Assign", "派发", Role.Dispatcher, StepLimit.Of(limits.Assign)),
            State(Handle, "Handle", "归口处理", Role.Handler, StepLimit.OfCase) with { HoldsHandler = true },
            State(Check, "Check", "跟踪核查", Role.Verifier, StepLimit.Of(limits.Check)),
            new() { Id = Cleared, Name = new("Cleared", "销号"), IsEnd = true },
            new() { Id = Unfounded, Name = new("Unfounded", "误报"), IsEnd = true },
        ],
        [
            Way(Triggers.Confirm, "confirm", "属实", Verify, Assign, [Role.Collector], []) with { Needs = CommandNeeds.Note },
            Way(Triggers.Dismiss, "dismiss", "不属实", Verify, Unfounded, [Role.Collector, Role.Supervisor], [Guard.NotAHandler, Guard.OutcomeIs(CaseOutcome.ResolvedItself, CaseOutcome.OutsideCriteria)]) with
            { Needs = CommandNeeds.Note | CommandNeeds.Outcome },
            Urging(Verify),
            Way(Triggers.Assign, "assign", "派发", Assign, Handle, [Role.Dispatcher, Role.Leader], [Guard.NamesHandler]) with { AssignsHandler = true },
            Urging(Assign),
            Way(Triggers.Report, "report", "反馈", Handle, Check, [Role.Handler], [Guard.IsTheHandler]) with { Needs = CommandNeeds.Note, Records = EntryKind.Handled },
            Urging(Handle),
            Way(Triggers.Clear, "clear", "核销", Check, Cleared, [Role.Verifier], [Guard.NotAHandler, Guard.OutcomeIs(CaseOutcome.Solved, CaseOutcome.ResolvedItself)]) with
            { Needs = CommandNeeds.Note | CommandNeeds.Outcome, Judges = true },
            Way(Triggers.Rework, "send back", "返工", Check, Handle, [Role.Verifier], [Guard.NotAHandler]) with { Needs = CommandNeeds.Note, Judges = true, Records = EntryKind.Reworked },
            Urging(Check),
        ]);
    }

    /// <summary>The report with which a warning becomes a case: where and when, and of which colour; never who.</summary>
    /// <param name="change">The change that raised it.</param>
    /// <param name="id">The report's number.</param>
    /// <param name="at">When.</param>
    /// <exception cref="ArgumentException">The change raised nothing.</exception>
    public static Report ToReport(WarningChange change, ReportId id, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.IsRaised
            ? new() { Id = id, At = at, Grid = change.State.Subject.Grid, Class = new(change.State.Colour == WarningColour.Red ? "warning-red" : "warning-yellow"), Channel = "early-warning" }
            : throw new ArgumentException("The observation raised no warning: there is no case to open.", nameof(change));
    }

    private static StateDefinition State(string id, string en, string zh, Role owner, StepLimit limit) =>
        new() { Id = id, Name = new(en, zh), Owner = owner, Limit = limit, OnDue = Triggers.Urge };

    private static TransitionDefinition Way(string trigger, string en, string zh, string from, string to, ValueList<Role> roles, ValueList<Guard> guards) =>
        new() { Trigger = trigger, Name = new(en, zh), From = from, To = to, Roles = roles, Guards = guards };

    private static TransitionDefinition Urging(string step) =>
        Way(Triggers.Urge, "urge", "督办", step, step, [Role.System, Role.Supervisor], [Guard.StepIsDue]) with { Records = EntryKind.Urged };
}
