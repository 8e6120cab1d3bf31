using GridGov.Workflows;

namespace GridGov.Community;

/// <summary>
/// A patient's way from the community health station to the hospital and back (首诊、转诊): seen first at the station, sent on
/// with a letter and the patient's consent, acknowledged by the hospital, sent back with a letter, acknowledged by the
/// station, followed up. Each hand-over is done when both sides have said so; until then whoever gives answers for it. The
/// log holds references and hashes of the letters, never what they say. Nobody who treated ends the case. Frozen and thread-safe.
/// </summary>
/// <remarks>Source: the order of the steps is that of 分级诊疗 as it is generally described; no regulation was read, and the limits are assumed.</remarks>
public static class Referrals
{
    /// <summary>首诊: the station sees the patient.</summary>
    public const string FirstVisit = "first-visit";

    /// <summary>上转待接: offered to a hospital that has not acknowledged yet.</summary>
    public const string Offered = "offered";

    /// <summary>院内诊治: the hospital treats.</summary>
    public const string InHospital = "in-hospital";

    /// <summary>下转待接: offered back to a station that has not acknowledged yet.</summary>
    public const string OfferedBack = "offered-back";

    /// <summary>随访: the station follows up.</summary>
    public const string FollowUp = "follow-up";

    /// <summary>完成: an end.</summary>
    public const string Closed = "closed";

    /// <summary>站内处置: an end; the station could help, nobody was sent on.</summary>
    public const string TreatedHere = "treated-here";

    /// <summary>What can be done, by the names that stand in the log.</summary>
    public static class Triggers
    {
        /// <summary>站内处置: the station can help.</summary>
        public const string Treat = "treat";

        /// <summary>转出: send the patient on, to a named hospital and doctor.</summary>
        public const string Refer = "refer";

        /// <summary>接收: the receiving side acknowledges.</summary>
        public const string Acknowledge = "acknowledge";

        /// <summary>不予接收: the receiving side says no and why, and gives it back to the doctor who sent it.</summary>
        public const string Decline = "decline";

        /// <summary>下转: send the patient back, to a named station and doctor.</summary>
        public const string SendBack = "send-back";

        /// <summary>随访结束: nothing more to follow up.</summary>
        public const string Finish = "finish";

        /// <summary>催办: a step is late.</summary>
        public const string Urge = "urge";
    }

    /// <summary>The letter of referral (转诊单), as a document of the log.</summary>
    public const string Letter = "referral-letter";

    /// <summary>The patient's consent (知情同意), as a document of the log.</summary>
    public const string Consent = "consent";

    /// <summary>The condition that a hand-over goes to another body than the one that answers now.</summary>
    public static Guard ToAnotherBody { get; } = new(
        "referral.another-body",
        new("the hand-over goes to another body", "转往其他机构"),
        static (Case @case, in CaseCommand command, in DecisionContext _) => command.Lead is { } to && to != @case.Lead);

    /// <summary>The lifecycle with assumed limits, version 1.</summary>
    public static LifecycleDefinition Default { get; } = Define(new());

    /// <summary>The lifecycle of a city.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="version">The version; raise it whenever a limit changes.</param>
    /// <exception cref="DefinitionException">A limit is missing.</exception>
    public static LifecycleDefinition Define(ReferralLimits limits, int version = 1)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var handsOver = (Guard[])[Guard.NamesHandler, ToAnotherBody, CommunityEvidence.Needs(Letter)];
        var acknowledges = (Guard[])[Guard.IsTheHandler, Guard.OfTheLeadBody];
        return LifecycleDefinition.Freeze("referral", version,
        [
            new() { Id = FirstVisit, Name = new("First visit", "首诊"), Owner = Role.Acceptor, Limit = StepLimit.Of(limits.FirstVisit), OnDue = Triggers.Urge },
            new() { Id = Offered, Name = new("Offered", "上转待接"), Owner = Role.Handler, Limit = StepLimit.Of(limits.Acknowledge), OnDue = Triggers.Urge },
            new() { Id = InHospital, Name = new("In hospital", "院内诊治"), Owner = Role.Handler, Limit = StepLimit.OfCase, OnDue = Triggers.Urge },
            new() { Id = OfferedBack, Name = new("Offered back", "下转待接"), Owner = Role.Handler, Limit = StepLimit.Of(limits.Acknowledge), OnDue = Triggers.Urge },
            new() { Id = FollowUp, Name = new("Follow-up", "随访"), Owner = Role.Verifier, Limit = StepLimit.Of(limits.FollowUp), OnDue = Triggers.Urge },
            new() { Id = Closed, Name = new("Closed", "完成"), IsEnd = true },
            new() { Id = TreatedHere, Name = new("Treated at the station", "站内处置"), IsEnd = true },
        ],
        [
            Way(Triggers.Treat, "treat at the station", "站内处置", FirstVisit, TreatedHere, [Role.Acceptor], [Guard.NotAHandler]) with { Needs = CommandNeeds.Outcome },
            Way(Triggers.Refer, "send on", "转出", FirstVisit, Offered, [Role.Acceptor], [.. handsOver, CommunityEvidence.Needs(Consent)]) with { AssignsHandler = true },
            Urging(FirstVisit),
            Way(Triggers.Acknowledge, "acknowledge", "接收", Offered, InHospital, [Role.Handler], ValueList.Create(acknowledges)),
            Way(Triggers.Decline, "decline", "不予接收", Offered, FirstVisit, [Role.Handler], [.. acknowledges, Guard.NamesHandler, ToAnotherBody]) with { Needs = CommandNeeds.Note, AssignsHandler = true },
            Urging(Offered),
            Way(Triggers.SendBack, "send back", "下转", InHospital, OfferedBack, [Role.Handler], [Guard.IsTheHandler, .. handsOver]) with { AssignsHandler = true },
            Urging(InHospital),
            Way(Triggers.Acknowledge, "acknowledge", "接收", OfferedBack, FollowUp, [Role.Handler], ValueList.Create(acknowledges)),
            Urging(OfferedBack),
            Way(Triggers.Finish, "finish", "随访结束", FollowUp, Closed, [Role.Verifier], [Guard.NotAHandler]) with { Needs = CommandNeeds.Note | CommandNeeds.Outcome },
            Urging(FollowUp),
        ]);
    }

    private static TransitionDefinition Way(string trigger, string en, string zh, string from, string to, ValueList<Role> roles, ValueList<Guard> guards) =>
        new() { Trigger = trigger, Name = new(en, zh), From = from, To = to, Roles = roles, Guards = guards };

    private static TransitionDefinition Urging(string step) =>
        Way(Triggers.Urge, "urge", "催办", step, step, [Role.System, Role.Supervisor], [Guard.StepIsDue]) with { Records = EntryKind.Urged };
}

/// <summary>How long the steps of a referral may take; all assumed. Immutable and thread-safe.</summary>
public sealed record ReferralLimits
{
    /// <summary>Seen first: one workday.</summary>
    public TimeLimit FirstVisit { get; init; } = TimeLimit.WorkDays(1);

    /// <summary>The other side acknowledges: one workday.</summary>
    public TimeLimit Acknowledge { get; init; } = TimeLimit.WorkDays(1);

    /// <summary>Followed up: thirty days.</summary>
    public TimeLimit FollowUp { get; init; } = TimeLimit.NaturalDays(30);
}
