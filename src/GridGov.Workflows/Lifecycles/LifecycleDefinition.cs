using System.Collections.Frozen;

namespace GridGov.Workflows;

/// <summary>
/// A frozen lifecycle (案件生命周期): steps, and the transitions between them, as a table. Named and versioned,
/// immutable, shared by all threads. Deciding reads the table and allocates nothing.
/// </summary>
public sealed class LifecycleDefinition
{
    private readonly FrozenDictionary<string, int> _stateIndex;
    private readonly FrozenDictionary<string, int> _triggerIndex;
    private readonly StateDefinition[] _states;
    private readonly TransitionDefinition?[] _table;
    private readonly bool[] _ends;
    private readonly StepLimit[] _limits;
    private readonly TransitionDefinition?[] _assigning;

    private LifecycleDefinition(LifecycleVersion version, StateDefinition[] states, TransitionDefinition[] transitions)
    {
        Version = version;
        States = ValueList.Create<StateDefinition>(states);
        Transitions = ValueList.Create<TransitionDefinition>(transitions);
        Triggers = ValueList.From(transitions.Select(t => t.Trigger).Distinct(StringComparer.Ordinal));
        _states = states;
        _stateIndex = Index(states.Select(s => s.Id));
        _triggerIndex = Index(Triggers.AsEnumerable());
        _table = new TransitionDefinition?[states.Length * Triggers.Count];
        foreach (var transition in transitions)
            _table[(_stateIndex[transition.From] * Triggers.Count) + _triggerIndex[transition.Trigger]] = transition;
        _ends = Array.ConvertAll(states, s => s.IsEnd);
        _limits = Array.ConvertAll(states, s => s.Limit);
        _assigning = Array.ConvertAll(states, s => Array.Find(transitions, t => t.From == s.Id && t.AssignsHandler));
    }

    /// <summary>The stable name and the version.</summary>
    public LifecycleVersion Version { get; }

    /// <summary>The steps, the first step first.</summary>
    public ValueList<StateDefinition> States { get; }

    /// <summary>The transitions, in the order in which they were declared.</summary>
    public ValueList<TransitionDefinition> Transitions { get; }

    /// <summary>The names of all triggers, in the order in which they first occur.</summary>
    public ValueList<string> Triggers { get; }

    /// <summary>The step in which a case begins.</summary>
    public StateDefinition Initial => _states[0];

    /// <summary>Freezes a lifecycle after checking it as a whole.</summary>
    /// <param name="id">The stable name.</param>
    /// <param name="version">The version, from 1.</param>
    /// <param name="states">The steps; the first is where a case begins.</param>
    /// <param name="transitions">The transitions.</param>
    /// <exception cref="DefinitionException">
    /// An undeclared, unreachable or dead-end step, two transitions for one step and trigger, an open step without
    /// owner or clock, an end with a way out, a clock without its trigger: every fault is listed.
    /// </exception>
    public static LifecycleDefinition Freeze(
        string id, int version, IEnumerable<StateDefinition> states, IEnumerable<TransitionDefinition> transitions)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(transitions);
        var allStates = states.ToArray();
        var allTransitions = transitions.ToArray();
        var faults = LifecycleChecks.Run(id, version, allStates, allTransitions);
        return faults.Count == 0
            ? new(new(id, version), allStates, allTransitions)
            : throw new DefinitionException($"Lifecycle \"{id}\" version {version}", faults);
    }

    /// <summary>Finds a step.</summary>
    /// <param name="id">The stable name.</param>
    /// <exception cref="ArgumentException">The lifecycle has no such step.</exception>
    public StateDefinition State(string id) => _states[StateIndex(id)];

    /// <summary>Finds the transition for a step and a trigger, or null.</summary>
    /// <param name="state">The step.</param>
    /// <param name="trigger">The trigger.</param>
    /// <exception cref="ArgumentException">The lifecycle has no such step.</exception>
    public TransitionDefinition? Find(string state, string trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return _triggerIndex.TryGetValue(trigger, out var t) ? _table[(StateIndex(state) * Triggers.Count) + t] : null;
    }

    /// <summary>The transition by which a case in this step is given a handler, or null.</summary>
    internal TransitionDefinition? AssigningFrom(string state) => _assigning[StateIndex(state)];

    /// <summary>The entry that opens a case, sealed as the first of its chain.</summary>
    /// <param name="id">The case's number.</param>
    /// <param name="report">The report.</param>
    /// <param name="by">Who opens it.</param>
    /// <param name="lead">The body that answers for it until it is handed on.</param>
    /// <param name="limit">How long the handling may take, counted from the report.</param>
    /// <param name="context">Time and calendar.</param>
    public CaseEntry Open(CaseId id, Report report, Actor by, BodyId lead, TimeLimit limit, in DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (lead == default)
            throw new ArgumentException("An open case always has a lead body; name one.", nameof(lead));
        var caseDue = context.Calendar.Add(report.At, limit);
        return CaseChain.Seal(
            new()
            {
                Case = id,
                Number = 1,
                At = context.Now,
                Kind = EntryKind.Opened,
                By = by,
                Trigger = "open",
                From = string.Empty,
                To = Initial.Id,
                Lead = lead,
                StepDue = DueOf(0, caseDue, context),
                CaseDue = caseDue,
                Lifecycle = Version,
                Report = report,
            },
            default);
    }

    /// <summary>Decides a command: pure, thread-safe, without allocation when the answer is yes.</summary>
    /// <param name="case">The case; it must run under this lifecycle version.</param>
    /// <param name="command">What is to be done.</param>
    /// <param name="context">Time and calendar.</param>
    /// <returns>The transition to take, or a refusal that lists every condition that is not met.</returns>
    /// <exception cref="ArgumentException">The case runs under another lifecycle or version.</exception>
    public Decision Decide(Case @case, in CaseCommand command, in DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(@case);
        if (@case.Lifecycle != Version)
            throw new ArgumentException($"Case {@case.Id} runs under {@case.Lifecycle}, not {Version}.\nDecide it with the definition of that version.", nameof(@case));
        if (Find(@case.Step, command.Trigger) is not { } transition)
            return new(Refusals.Undefined(this, @case, command));
        if (!IsMet(transition, @case, command, context))
            return new(Refusals.Unmet(transition, @case, command, context));
        var to = StateIndex(transition.To);
        return new(@case, command, transition, _ends[to], context.Now, DueOf(to, @case.CaseDue, context));
    }

    private static bool IsMet(TransitionDefinition transition, Case @case, in CaseCommand command, in DecisionContext context)
    {
        if (!transition.Roles.Contains(command.By.Role) || (transition.NeedsNote && string.IsNullOrWhiteSpace(command.Note)))
            return false;
        foreach (var guard in transition.Guards)
        {
            if (!guard.Holds(@case, command, context))
                return false;
        }

        return context.Now >= @case.LastAt;
    }

    private DateTimeOffset? DueOf(int state, DateTimeOffset? caseDue, in DecisionContext context) =>
        _limits[state] switch
        {
            { IsCaseLimit: true } => caseDue,
            { Own: { } limit } => context.Calendar.Add(context.Now, limit),
            _ => null,
        };

    private int StateIndex(string id)
    {
        // Steps in cases are the definition's own strings nearly always: compare references before hashing.
        for (var i = 0; i < _states.Length; i++)
        {
            if (ReferenceEquals(_states[i].Id, id))
                return i;
        }

        return _stateIndex.TryGetValue(id, out var index)
            ? index
            : throw new ArgumentException($"Lifecycle {Version} has no step \"{id}\"; it has {string.Join(", ", States.Select(s => s.Id))}.", nameof(id));
    }

    private static FrozenDictionary<string, int> Index(IEnumerable<string> names) =>
        names.Select((name, i) => (name, i)).ToFrozenDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
}
