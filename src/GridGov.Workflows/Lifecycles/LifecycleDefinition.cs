using System.Collections.Frozen;

namespace GridGov.Workflows;

/// <summary>
/// A frozen lifecycle (案件生命周期): steps, and the transitions between them, as a table. Named and versioned,
/// immutable, shared by all threads. Deciding reads the table and allocates nothing.
/// </summary>
public sealed partial class LifecycleDefinition
{
    private readonly FrozenDictionary<string, int> _stateIndex;
    private readonly StateDefinition[] _states;
    private readonly string[] _ids;
    private readonly Row[][] _rows;
    private readonly TransitionDefinition[][] _ways;

    private LifecycleDefinition(LifecycleVersion version, StateDefinition[] states, TransitionDefinition[] transitions)
    {
        Version = version;
        Declared = ValueList.Create<StateDefinition>(states);
        Transitions = ValueList.Create<TransitionDefinition>(transitions);
        _states = Array.FindAll(states, s => !s.IsGroup);
        States = ValueList.Create<StateDefinition>(_states);
        Triggers = ValueList.From(transitions.Select(t => t.Trigger).Distinct(StringComparer.Ordinal));
        _ids = Array.ConvertAll(_states, s => s.Id);
        _stateIndex = _ids.Select((id, i) => (id, i)).ToFrozenDictionary(p => p.id, p => p.i, StringComparer.Ordinal);
        var ways = LifecycleGroups.Expand(states, transitions).ToLookup(w => w.State, w => w.Transition, StringComparer.Ordinal);
        _ways = Array.ConvertAll(_ids, id => ways[id].ToArray());
        _rows = new Row[_states.Length][];
        for (var i = 0; i < _states.Length; i++)
            _rows[i] = Array.ConvertAll(_ways[i], way => new Row(way.Trigger, new(way, way.To is { } to ? State(to) : _states[i])));
    }

    /// <summary>The stable name and the version.</summary>
    public LifecycleVersion Version { get; }

    /// <summary>The steps that a case can be in, the first step first; no groups.</summary>
    public ValueList<StateDefinition> States { get; }

    /// <summary>Steps and groups, in the order in which they were declared.</summary>
    public ValueList<StateDefinition> Declared { get; }

    /// <summary>The transitions, in the order in which they were declared; one out of a group stands here once.</summary>
    public ValueList<TransitionDefinition> Transitions { get; }

    /// <summary>The names of all triggers, in the order in which they first occur.</summary>
    public ValueList<string> Triggers { get; }

    /// <summary>The step in which a case begins.</summary>
    public StateDefinition Initial => _states[0];

    /// <summary>Freezes a lifecycle after checking it as a whole.</summary>
    /// <param name="id">The stable name.</param>
    /// <param name="version">The version, from 1.</param>
    /// <param name="states">The steps and groups; the first step is where a case begins.</param>
    /// <param name="transitions">The transitions.</param>
    /// <exception cref="DefinitionException">
    /// An undeclared, unreachable or dead-end step, two transitions for one step and trigger, an open step without
    /// owner or clock, an end with a way out, a clock whose trigger is missing or can never be taken, a judgement that a
    /// handler could make, a handler's step that nobody is assigned to, a suspension that nothing ends, an end without
    /// an outcome where outcomes are told, a group that is a step: every fault is listed. See <c>docs/lifecycles.md</c>.
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

    /// <summary>Whether there is such a step.</summary>
    /// <param name="id">The stable name.</param>
    public bool HasState(string id) => _stateIndex.ContainsKey(id);

    /// <summary>Finds the transition for a step and a trigger, one out of a group included, or null.</summary>
    /// <param name="state">The step.</param>
    /// <param name="trigger">The trigger.</param>
    /// <exception cref="ArgumentException">The lifecycle has no such step.</exception>
    public TransitionDefinition? Find(string state, string trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return Find(StateIndex(state), trigger)?.Transition;
    }

    /// <summary>The transitions out of a step, those of its groups included, in the order in which they were declared.</summary>
    /// <param name="state">The step.</param>
    /// <exception cref="ArgumentException">The lifecycle has no such step.</exception>
    public IEnumerable<TransitionDefinition> From(string state) => _ways[StateIndex(state)].AsEnumerable();

    /// <summary>What the clock does with a case whose step is due: resume it where it is suspended, else the step's own; null for nothing.</summary>
    /// <param name="case">The case.</param>
    /// <exception cref="ArgumentException">The lifecycle has no such step.</exception>
    public string? TriggerWhenDue(Case @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return @case.IsSuspended ? FindRecording(@case.Step, EntryKind.Resumed)?.Trigger : State(@case.Step).OnDue;
    }

    /// <summary>The transition by which a case in this step is given a handler, or null.</summary>
    internal TransitionDefinition? AssigningFrom(string state) => Array.Find(_ways[StateIndex(state)], t => t.AssignsHandler);

    /// <summary>The transition out of a step that records something, or null.</summary>
    internal TransitionDefinition? FindRecording(string state, EntryKind kind) => Array.Find(_ways[StateIndex(state)], t => t.Records == kind);

    private FrozenWay? Find(int state, string trigger)
    {
        // Triggers are the definition's own strings nearly always: compare references before texts.
        var rows = _rows[state];
        foreach (ref readonly var row in rows.AsSpan())
        {
            if (ReferenceEquals(row.Trigger, trigger))
                return row.Way;
        }

        foreach (ref readonly var row in rows.AsSpan())
        {
            if (string.Equals(row.Trigger, trigger, StringComparison.Ordinal))
                return row.Way;
        }

        return null;
    }

    private int StateIndex(string id)
    {
        // Steps in cases are the definition's own strings nearly always: compare references before hashing.
        var ids = _ids;
        for (var i = 0; i < ids.Length; i++)
        {
            if (ReferenceEquals(ids[i], id))
                return i;
        }

        return _stateIndex.TryGetValue(id, out var index)
            ? index
            : throw new ArgumentException($"Lifecycle {Version} has no step \"{id}\"; it has {string.Join(", ", States.Select(s => s.Id))}.", nameof(id));
    }

    /// <summary>What a step's row of the table holds for one trigger.</summary>
    private readonly record struct Row(string Trigger, FrozenWay Way);
}
