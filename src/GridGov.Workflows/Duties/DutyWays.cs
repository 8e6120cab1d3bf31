namespace GridGov.Workflows;

/// <summary>The parts that applications and objections share.</summary>
internal static class DutyWays
{
    public static Guard IsAsked { get; } = new(
        "objection.asked",
        new("the body that was asked to reply replies", "由被要求答辩的单位答辩"),
        static (Case @case, in CaseCommand command, in DecisionContext _) => @case.RightBody is { } asked && command.By.Body == asked);

    public static Guard Decides(BodyId committee) => committee == default
        ? throw new ArgumentException("Somebody decides what is on the list; name the committee.", nameof(committee))
        : Guard.Of("body.duty-committee", new("committee of the duty list", "清单准入机构"), committee);

    public static TransitionDefinition Way(
        string trigger, string en, string zh, string from, string? to, ValueList<Role> roles, ValueList<Guard> guards) =>
        SideRoadTable.Way(trigger, en, zh, from, to, roles, guards);

    /// <summary>Whoever brought it in takes it back.</summary>
    public static TransitionDefinition Withdrawing(string from, string to) =>
        Way("withdraw", "take it back", "撤回", from, to, [Role.Reporter], [Guard.OutcomeIs(CaseOutcome.Voided)]) with
        { Needs = CommandNeeds.Note | CommandNeeds.Outcome };

    /// <summary>A late step is told one level up.</summary>
    public static TransitionDefinition Urging(string from, int levels) =>
        Way(SideRoads.Triggers.Urge, "urge", "督办", from, null, [Role.System, Role.Supervisor], [Guard.StepIsDue, Guard.UrgedFewerThan(levels)]) with
        { Records = EntryKind.Urged };

    public static StateDefinition State(string id, string en, string zh, Role owner, TimeLimit limit, string onDue = SideRoads.Triggers.Urge) =>
        new() { Id = id, Name = new(en, zh), Owner = owner, Limit = StepLimit.Of(limit), OnDue = onDue };

    public static StateDefinition End(string id, string en, string zh) => SideRoadTable.End(id, en, zh);
}
