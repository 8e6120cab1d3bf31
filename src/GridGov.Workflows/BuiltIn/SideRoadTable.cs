using static GridGov.Workflows.SideRoads;

namespace GridGov.Workflows;

/// <summary>Makes the steps and transitions of the side roads for one lifecycle.</summary>
/// <param name="rules">The city's rules.</param>
/// <param name="begin">Where a case goes that is parted from another.</param>
/// <param name="assign">Where a case goes that needs a handler.</param>
/// <param name="handle">Where a case goes whose result did not hold.</param>
internal sealed class SideRoadTable(CaseRules rules, string begin, string assign, string handle)
{
    private static readonly ValueList<Role> Anybody =
        [Role.Collector, Role.Acceptor, Role.Dispatcher, Role.Handler, Role.Verifier, Role.Supervisor, Role.Leader, Role.Reporter];

    /// <summary>What whoever takes cases in must also meet.</summary>
    public ValueList<Guard> Accepting { get; init; } = [];

    /// <summary>What whoever hands cases on, and decides whose they are, must also meet.</summary>
    public ValueList<Guard> Commanding { get; init; } = [];

    /// <summary>What the body that is decided on must meet.</summary>
    public ValueList<Guard> Deciding { get; init; } = [];

    public StateDefinition[] States() =>
    [
        new()
        {
            // Outside the pending steps: a return is decided on first. Joined and parted again, it could be returned twice.
            Id = Returned, Name = new("Returned", "退回裁定"), Parent = Open, Owner = Role.Supervisor,
            Limit = StepLimit.Of(rules.Adjudicate), OnDue = Triggers.Urge,
        },
        new()
        {
            Id = Linked, Name = new("Joined", "并案"), Parent = Pending, Owner = Role.Dispatcher,
            Limit = StepLimit.Of(rules.Linked), OnDue = Triggers.Urge,
        },
        End(NotAccepted, "Not accepted", "不予受理"),
        End(Voided, "Voided", "作废"),
        End(Merged, "Closed with another", "并案办结"),
        End(ForceClosed, "Closed by force", "强制结案"),
        new() { Id = Open, Name = new("Open", "未结"), IsGroup = true },
        new() { Id = Pending, Name = new("Before the result", "处置前"), Parent = Open, IsGroup = true },
        new() { Id = Handling, Name = new("Being handled", "处置中"), Parent = Pending, IsGroup = true },
    ];

    /// <summary>What leads out of the steps of the side roads and out of the groups.</summary>
    public IEnumerable<TransitionDefinition> Transitions() =>
    [
        Way(Triggers.Adjudicate, "decide whose it is", "裁定", Returned, assign, [Role.Supervisor, Role.Leader], [Guard.NotWhoGotItBack, .. Deciding, .. Commanding]) with
        { Records = EntryKind.Adjudicated, Needs = CommandNeeds.Note | CommandNeeds.Body },
        Urging(Returned),
        Way(Triggers.Unlink, "part it", "撤销并案", Linked, begin, [Role.System, Role.Dispatcher, Role.Supervisor], [Guard.NamesNoCase]) with
        { Records = EntryKind.Linked, Needs = CommandNeeds.Note },
        Way(Triggers.Merge, "close it with its head", "并案办结", Linked, Merged, [Role.System, Role.Supervisor],
            [rules.Separation, Guard.NamesItsHead, Guard.OutcomeIs(CaseOutcome.Duplicate)]) with
        { Needs = CommandNeeds.Note | CommandNeeds.Outcome | CommandNeeds.Related },
        Urging(Linked),
        .. OutOfHandling(),
        Way(Triggers.Link, "join it to another", "并案", Pending, Linked, [Role.Acceptor, Role.Dispatcher, Role.Supervisor], []) with
        { Records = EntryKind.Linked, Needs = CommandNeeds.Note | CommandNeeds.Related, ReleasesHandler = true },
        Voiding(Pending),
        Voiding(Returned),
        Way(Triggers.ForceClose, "close it by force", "强制结案", Open, ForceClosed, [Role.Leader],
            [rules.Separation, Guard.OutcomeIs(Outcomes), Guard.SaysWhose]) with
        { Needs = CommandNeeds.Note | CommandNeeds.Outcome | CommandNeeds.Authority, WhileSuspended = true },
        Stay(Triggers.Note, "note", "备注", Open, Anybody, [Guard.HandlersOfItsBodies]) with { Records = EntryKind.Noted, Needs = CommandNeeds.Note },
    ];

    /// <summary>What leads out of a step in which a case is taken in without being handed on.</summary>
    public TransitionDefinition NotAccepting(string from, ValueList<Role> roles) =>
        Way(Triggers.NotAccept, "do not accept it", "不予受理", from, NotAccepted, roles,
            [rules.Separation, Guard.OutcomeIs(CaseOutcome.NotOurs, CaseOutcome.OutsideCriteria, CaseOutcome.ResolvedItself), Guard.SaysWhose, .. Accepting]) with
        { Needs = CommandNeeds.Note | CommandNeeds.Outcome };

    /// <summary>By the desk alone, after somebody has taken the case from the board.</summary>
    public static TransitionDefinition Claiming(string from, string to, ValueList<Guard> guards) =>
        Way(Triggers.Claim, "claim it", "认领", from, to, [Role.System], [Guard.NamesHandler, Guard.HandlerIsNotRecused, Guard.LeadAsDecided, .. guards]) with
        { AssignsHandler = true };

    /// <summary>What a handler may send back, with the right body named.</summary>
    public static TransitionDefinition Returning(string from) =>
        Way(Triggers.Return, "send it back", "退回", from, Returned, [Role.Handler, Role.Leader],
            [Guard.OfTheLeadBody, Guard.NamesAnotherBody, Guard.NotAdjudicated]) with
        { Records = EntryKind.Returned, Needs = CommandNeeds.Note | CommandNeeds.Body, ReleasesHandler = true };

    /// <summary>Before it is late, one original limit more.</summary>
    public TransitionDefinition Extending(string from) =>
        Stay(Triggers.Extend, "extend it", "延期", from, [Role.Dispatcher, Role.Supervisor],
            [Guard.NotLate, Guard.ExtendedFewerThan(rules.Extensions), Guard.OneOriginalLimit, rules.Separation, .. Commanding]) with
        { Records = EntryKind.Extended, Needs = CommandNeeds.Note };

    /// <summary>A worker adds evidence without ending anything.</summary>
    public static TransitionDefinition Uploading(string from) =>
        Stay(Triggers.Upload, "add evidence", "上传", from, [Role.Handler], [Guard.IsTheHandler, Guard.OfTheLeadBody, Guard.BringsEvidence]) with { Records = EntryKind.Noted };

    /// <summary>The lead body confirms the result: the clock of the case stops.</summary>
    public TransitionDefinition Reporting(string trigger, string from, string to) =>
        Way(trigger, "report the result", "处置反馈", from, to, rules.Confirmers,
            [Guard.OfTheLeadBody, Whistle.SupportersAreDone, Guard.OutcomeIs(Outcomes), Guard.SaysWhose]) with
        { Records = EntryKind.Handled, Needs = CommandNeeds.Note | CommandNeeds.Outcome, Evidence = rules.ResultEvidence };

    /// <summary>Somebody else than the handler checked, and it does not hold.</summary>
    public TransitionDefinition Reworking(string trigger, string from, ValueList<Guard> guards) =>
        Way(trigger, "send back for rework", "返工", from, handle, [Role.Verifier, Role.Collector], [rules.Separation, .. guards]) with
        { Records = EntryKind.Reworked, Needs = CommandNeeds.Note, Judges = true };

    /// <summary>The reporter is not satisfied: back to the same lead body, with the limit anew.</summary>
    public TransitionDefinition Reopening(string from) =>
        Way(Triggers.Reopen, "take it up again", "重办", from, handle, [Role.Reporter, Role.Acceptor, Role.Verifier],
            [rules.Separation, Guard.IsNotSatisfied, Guard.HandledWithin(rules.ReopenWithin)]) with
        { Records = EntryKind.Reopened, Needs = CommandNeeds.Note | CommandNeeds.Answer, Judges = true };

    /// <summary>An attempt that did not reach the reporter.</summary>
    public TransitionDefinition NotReaching(string from) =>
        Stay(Triggers.NotReached, "the reporter was not reached", "未联系上", from, [Role.Acceptor, Role.Verifier], [rules.Separation, Guard.WasNotReached]) with
        { Records = EntryKind.Noted, Needs = CommandNeeds.Answer };

    /// <summary>A late step is told one level up, in place or, with a step after it, in a step of its own.</summary>
    public TransitionDefinition Urging(string from, string? to = null) =>
        Way(Triggers.Urge, "urge", "督办", from, to, [Role.System, Role.Supervisor],
            to is null || to == from ? [Guard.StepIsDue, Guard.UrgedFewerThan(rules.UrgingLevels)] : [Guard.StepIsDue]) with
        { Records = EntryKind.Urged };

    public static TransitionDefinition Way(
        string trigger, string en, string zh, string from, string? to, ValueList<Role> roles, ValueList<Guard> guards) =>
        new() { Trigger = trigger, Name = new(en, zh), From = from, To = to, Roles = roles, Guards = guards };

    public static StateDefinition End(string id, string en, string zh) => new() { Id = id, Name = new(en, zh), IsEnd = true };

    private static ReadOnlySpan<CaseOutcome> Outcomes =>
    [
        CaseOutcome.Solved, CaseOutcome.PartlySolved, CaseOutcome.NotOurs,
        CaseOutcome.OutsideCriteria, CaseOutcome.ResolvedItself, CaseOutcome.CannotBeSolved,
    ];

    private IEnumerable<TransitionDefinition> OutOfHandling() =>
    [
        Stay(Triggers.Suspend, "suspend it", "挂账", Handling, [Role.Supervisor, Role.Leader],
            [Guard.SuspendedFewerThan(rules.Suspensions), Guard.SuspendedWithin(rules.LongestSuspension), rules.Separation, .. Commanding]) with
        { Records = EntryKind.Suspended, Needs = CommandNeeds.Note | CommandNeeds.Until },
        Stay(Triggers.Resume, "resume it", "恢复", Handling, [Role.System, Role.Supervisor, Role.Leader], [Guard.ResumesInTime]) with
        { Records = EntryKind.Resumed },
        Way(Triggers.Recuse, "the handler steps aside", "回避", Handling, assign, [Role.Handler, Role.Reporter, Role.Supervisor, Role.Leader], [Guard.RecusesTheHandler]) with
        { Records = EntryKind.Recused, Needs = CommandNeeds.Note, ReleasesHandler = true },
        Way(Triggers.HandOver, "hand it over", "移交", Handling, assign, [Role.System, Role.Dispatcher, Role.Supervisor, Role.Leader], []) with
        { Needs = CommandNeeds.Note, ReleasesHandler = true },
    ];

    private TransitionDefinition Voiding(string from) =>
        Way(Triggers.Void, "void it", "作废", from, Voided, [Role.Acceptor, Role.Supervisor],
            [rules.Separation, Guard.OutcomeIs(CaseOutcome.Voided), .. Accepting]) with
        { Needs = CommandNeeds.Note | CommandNeeds.Outcome, WhileSuspended = true };

    private static TransitionDefinition Stay(string trigger, string en, string zh, string from, ValueList<Role> roles, ValueList<Guard> guards) =>
        Way(trigger, en, zh, from, null, roles, guards);
}
