namespace GridGov.Workflows;

/// <summary>
/// A lifecycle being written: steps, groups and ends in the order in which they are declared, each followed by its ways
/// out. Everything is checked by <see cref="Freeze"/>. Not thread-safe; what it freezes is.
/// </summary>
public class LifecycleBuilder
{
    internal LifecycleBuilder(LifecycleDraft draft) => Draft = draft;

    internal LifecycleDraft Draft { get; }

    /// <summary>A step; the first is where a case begins.</summary>
    /// <param name="id">The stable name.</param>
    /// <param name="en">The English name.</param>
    /// <param name="zh">The Chinese name.</param>
    /// <param name="group">The group that it lies in, or null.</param>
    public StepBuilder Step(string id, string en, string zh, string? group = null) =>
        new(Draft.Declare(new() { Id = id, Name = new(en, zh), Parent = group }));

    /// <summary>A group of steps: what leads out of it leads out of every step in it.</summary>
    /// <param name="id">The stable name.</param>
    /// <param name="en">The English name.</param>
    /// <param name="zh">The Chinese name.</param>
    /// <param name="group">The group that it lies in, or null.</param>
    public WaysBuilder Group(string id, string en, string zh, string? group = null) =>
        new(Draft.Declare(new() { Id = id, Name = new(en, zh), Parent = group, IsGroup = true }));

    /// <summary>A step in which a case ends.</summary>
    /// <param name="id">The stable name.</param>
    /// <param name="en">The English name.</param>
    /// <param name="zh">The Chinese name.</param>
    /// <param name="group">The group that it lies in, or null.</param>
    public LifecycleBuilder End(string id, string en, string zh, string? group = null) =>
        new(Draft.Declare(new() { Id = id, Name = new(en, zh), Parent = group, IsEnd = true }));

    /// <summary>Checks the lifecycle as a whole and freezes it.</summary>
    /// <exception cref="DefinitionException">It is not sound; every fault is listed.</exception>
    public LifecycleDefinition Freeze() => LifecycleDefinition.Freeze(Draft.Id, Draft.Version, Draft.States, Draft.Transitions);
}

/// <summary>What can be done in the step or group that was just declared. Not thread-safe.</summary>
public class WaysBuilder : LifecycleBuilder
{
    internal WaysBuilder(LifecycleDraft draft)
        : base(draft)
    {
    }

    /// <summary>Something that can be done here; without a step after it, the case stays where it is.</summary>
    /// <param name="trigger">The stable name of what is done.</param>
    /// <param name="en">The English name.</param>
    /// <param name="zh">The Chinese name.</param>
    public WayBuilder On(string trigger, string en, string zh) => new(Draft.Add(trigger, new(en, zh)));

    /// <summary>Something that can be done here, by a name that was given before in this lifecycle.</summary>
    /// <param name="trigger">The stable name of what is done.</param>
    /// <exception cref="ArgumentException">No way before had this trigger.</exception>
    public WayBuilder On(string trigger) => new(Draft.Add(trigger, Draft.NameOf(trigger)));
}

/// <summary>The step that was just declared. Not thread-safe.</summary>
public sealed class StepBuilder : WaysBuilder
{
    internal StepBuilder(LifecycleDraft draft)
        : base(draft)
    {
    }

    /// <summary>Who has to act in it.</summary>
    /// <param name="role">The role.</param>
    public StepBuilder OwnedBy(Role role) => With(s => s with { Owner = role });

    /// <summary>How long it may take, counted from its beginning.</summary>
    /// <param name="limit">The limit.</param>
    public StepBuilder Within(TimeLimit limit) => With(s => s with { Limit = StepLimit.Of(limit) });

    /// <summary>It is due when the handling of the case is due.</summary>
    public StepBuilder WithinCaseLimit() => With(s => s with { Limit = StepLimit.OfCase });

    /// <summary>What the clock does when it is due.</summary>
    /// <param name="trigger">A trigger of this step that <see cref="Role.System"/> may do.</param>
    public StepBuilder WhenDue(string trigger) => With(s => s with { OnDue = trigger });

    /// <summary>It takes up its handler's capacity.</summary>
    public StepBuilder HoldsHandler() => With(s => s with { HoldsHandler = true });

    private StepBuilder With(Func<StateDefinition, StateDefinition> change)
    {
        Draft.ChangeState(change);
        return this;
    }
}

/// <summary>The way that was just begun. Not thread-safe.</summary>
public sealed class WayBuilder : WaysBuilder
{
    internal WayBuilder(LifecycleDraft draft)
        : base(draft)
    {
    }

    /// <summary>The roles that may do it.</summary>
    /// <param name="roles">The roles.</param>
    public WayBuilder By(params ReadOnlySpan<Role> roles)
    {
        var list = ValueList.Create(roles);
        return With(t => t with { Roles = list });
    }

    /// <summary>Conditions that must all hold; may be called again for more.</summary>
    /// <param name="guards">The guards.</param>
    public WayBuilder If(params ReadOnlySpan<Guard> guards)
    {
        var list = ValueList.Create(guards);
        return With(t => t with { Guards = [.. t.Guards, .. list] });
    }

    /// <summary>What the command must bring.</summary>
    /// <param name="needs">All that it must bring.</param>
    public WayBuilder Needs(CommandNeeds needs) => With(t => t with { Needs = t.Needs | needs });

    /// <summary>A piece of evidence that must be there; may be called again for more.</summary>
    /// <param name="kind">What it shows.</param>
    /// <param name="withinMetres">How far from the place of the matter it may have been made; null for anywhere.</param>
    public WayBuilder Asks(EvidenceKind kind, double? withinMetres = null) =>
        With(t => t with { Evidence = t.Evidence.Add(new(kind) { WithinMetres = withinMetres }) });

    /// <summary>What the entry records, and so how the case folds.</summary>
    /// <param name="kind">The kind.</param>
    public WayBuilder Records(EntryKind kind) => With(t => t with { Records = kind });

    /// <summary>It gives the case its handler and lead body.</summary>
    public WayBuilder Assigns() => With(t => t with { AssignsHandler = true });

    /// <summary>It takes the handler from the case.</summary>
    public WayBuilder Releases() => With(t => t with { ReleasesHandler = true });

    /// <summary>It judges the handling: no handler may do it.</summary>
    public WayBuilder Judges() => With(t => t with { Judges = true });

    /// <summary>It can be done while the clocks stand.</summary>
    public WayBuilder WhileSuspended() => With(t => t with { WhileSuspended = true });

    /// <summary>The step after.</summary>
    /// <param name="step">The stable name of a step; it may be declared later.</param>
    public WayBuilder To(string step) => With(t => t with { To = step });

    private WayBuilder With(Func<TransitionDefinition, TransitionDefinition> change)
    {
        Draft.ChangeTransition(change);
        return this;
    }
}

/// <summary>What the builders of one lifecycle share.</summary>
internal sealed class LifecycleDraft(string id, int version)
{
    public string Id => id;

    public int Version => version;

    public List<StateDefinition> States { get; } = [];

    public List<TransitionDefinition> Transitions { get; } = [];

    public LifecycleDraft Declare(StateDefinition state)
    {
        States.Add(state);
        return this;
    }

    public LifecycleDraft Add(string trigger, LocalizedText name)
    {
        Transitions.Add(new() { Trigger = trigger, Name = name, From = States[^1].Id, Roles = [] });
        return this;
    }

    public LocalizedText NameOf(string trigger) =>
        Transitions.Find(t => string.Equals(t.Trigger, trigger, StringComparison.Ordinal))?.Name
        ?? throw new ArgumentException($"No way before has the trigger \"{trigger}\".\nGive its English and Chinese name the first time.", nameof(trigger));

    public void ChangeState(Func<StateDefinition, StateDefinition> change) => States[^1] = change(States[^1]);

    public void ChangeTransition(Func<TransitionDefinition, TransitionDefinition> change) => Transitions[^1] = change(Transitions[^1]);
}
