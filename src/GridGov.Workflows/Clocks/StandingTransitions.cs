namespace GridGov.Workflows;

/// <summary>
/// What can be done in every open step, whatever the lifecycle: warn, call in a level above, call a body to support, and
/// where the clock of a step does nothing else, urge. They stay in their step. A lifecycle that declares its own way for
/// one of them in a step keeps it there. Stateless; thread-safe.
/// </summary>
/// <remarks>
/// They add nothing that changes where a case can go, so the lifecycle keeps its version. <see cref="GridGovOptions.Escalation"/>
/// adds them to the lifecycles of a city; those who decide without a desk add them by <see cref="AddTo"/>.
/// </remarks>
public static class StandingTransitions
{
    /// <summary>预警: a share of a limit is used up, or a called body has not reported in.</summary>
    public const string Warn = "warn";

    /// <summary>督办: the step is late and the next level is told; the clock of the step begins again.</summary>
    public const string Urge = "urge";

    /// <summary>升级: a level above is called in.</summary>
    public const string Escalate = "escalate";

    /// <summary>吹哨: a body is called to support.</summary>
    public const string Call = "call";

    /// <summary>报到: a called body reports in.</summary>
    public const string ReportIn = "report-in";

    /// <summary>协办办结: a called body has done its part.</summary>
    public const string PartDone = "part-done";

    /// <summary>The lifecycle with what it does not declare itself.</summary>
    /// <param name="definition">The lifecycle.</param>
    /// <returns>A lifecycle of the same name and version; the same one when nothing is missing.</returns>
    /// <exception cref="DefinitionException">A step uses one of the names for something else: every such step is listed.</exception>
    public static LifecycleDefinition AddTo(LifecycleDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var faults = new List<Fault>();
        var added = new List<TransitionDefinition>();
        foreach (var state in definition.States.Where(s => !s.IsEnd))
        {
            var own = definition.From(state.Id).ToArray();
            foreach (var way in Of(state).Where(w => !own.Any(o => o.Records == w.Records)))
            {
                if (own.FirstOrDefault(o => o.Trigger == way.Trigger) is { } taken)
                    faults.Add(new($"{state.Id} --{way.Trigger}-->", $"it records {taken.Records}, but the name is kept for what records {way.Records}; give it another"));
                else
                    added.Add(way);
            }
        }

        if (faults.Count > 0)
            throw new DefinitionException($"Lifecycle {definition.Version} with an escalation policy", faults);
        var transitions = definition.Transitions.Select(WithSupportersDone).ToArray();
        return added.Count == 0 && definition.Transitions.SequenceEqual(transitions)
            ? definition
            : LifecycleDefinition.Freeze(definition.Version.Id, definition.Version.Version, definition.Declared.AsEnumerable(), [.. transitions, .. added]);
    }

    private static IEnumerable<TransitionDefinition> Of(StateDefinition state)
    {
        yield return Way(Warn, "warn", "预警", state, EntryKind.Warned, [Role.System], [WarningIsNew]);
        yield return Way(Escalate, "call in a level above", "升级", state, EntryKind.Escalated, [Role.System, Role.Supervisor, Role.Leader], [LevelIsAbove]) with
        { Needs = CommandNeeds.Level };
        yield return Way(Call, "call a body to support", "吹哨", state, EntryKind.Called, [Role.Dispatcher, Role.Supervisor, Role.Leader], [Whistle.CallsAnotherBody]) with
        { Needs = CommandNeeds.Note | CommandNeeds.Body | CommandNeeds.Until };
        yield return Way(ReportIn, "report in", "报到", state, EntryKind.ReportedIn, [Role.Handler, Role.Leader], [Whistle.IsCalled]);
        yield return Way(PartDone, "its part is done", "协办办结", state, EntryKind.PartDone, [Role.Handler, Role.Leader], [Whistle.HasAPart]) with
        { Needs = CommandNeeds.Note };
        if (state.OnDue is null)
            yield return Way(Urge, "urge", "督办", state, EntryKind.Urged, [Role.System, Role.Supervisor], [Guard.StepIsDue]);
    }

    // The lead body stays answerable until every part is done.
    private static TransitionDefinition WithSupportersDone(TransitionDefinition way) =>
        way.Records != EntryKind.Handled || way.Guards.Any(g => g.Code == Whistle.SupportersAreDone.Code)
            ? way
            : way with { Guards = way.Guards.Add(Whistle.SupportersAreDone) };

    private static TransitionDefinition Way(
        string trigger, string en, string zh, StateDefinition from, EntryKind records, ValueList<Role> roles, ValueList<Guard> guards) =>
        new() { Trigger = trigger, Name = new(en, zh), From = from.Id, Records = records, Roles = roles, Guards = guards };

    internal static Guard WarningIsNew { get; } = new(
        "warning.new",
        new("this was not warned of yet", "尚未就此预警"),
        static (Case @case, in CaseCommand command, in DecisionContext _) => command.Facts switch
        {
            { Clock: CaseClock.Step, Share: { } share } => share > @case.StepWarned,
            { Clock: CaseClock.Case, Share: { } share } => share > @case.CaseWarned,
            { Clock: null, Body: { } body } => Whistle.Find(@case, body) is { ReportedInAt: null, RemindedAt: null },
            _ => false,
        });

    internal static Guard LevelIsAbove { get; } = new(
        "escalation.above",
        new("the level is above the one that was called in last", "层级高于上次升级的层级"),
        static (Case @case, in CaseCommand command, in DecisionContext _) =>
            command.Facts?.Level is { } level && !(level >= @case.EscalatedTo));
}
