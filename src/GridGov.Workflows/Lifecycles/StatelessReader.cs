using System.Globalization;
using Stateless.Reflection;

namespace GridGov.Workflows;

/// <summary>Reads one machine's table; lists every thing that data cannot say.</summary>
internal sealed class StatelessReader(StateMachineInfo info, StatelessReading reading)
{
    /// <summary>Between the names of the conditions of an internal transition, which has one guard in Stateless.</summary>
    public const string Separator = ", ";

    private readonly List<Fault> _faults = [];

    public LifecycleDefinition Read()
    {
        var initial = reading.Initial ?? NameOf(info.InitialState?.UnderlyingState);
        var read = info.States.ToList();
        foreach (var twice in read.GroupBy(NameOf, StringComparer.Ordinal).Where(g => g.Count() > 1))
            _faults.Add(new(twice.Key, $"{twice.Count()} states have this text; a step has a name of its own"));
        if (!read.Exists(s => string.Equals(NameOf(s), initial, StringComparison.Ordinal)))
            _faults.Add(new("Initial", $"the machine has no state \"{initial}\"; say in which a case begins"));
        StateDefinition[] states = [.. read.OrderBy(s => string.Equals(NameOf(s), initial, StringComparison.Ordinal) ? 0 : 1).Select(ToState)];
        TransitionDefinition[] transitions = [.. read.SelectMany(TransitionsOf)];
        if (_faults.Count == 0)
            return LifecycleDefinition.Freeze(reading.Id, reading.Version, states, transitions);
        _faults.AddRange(LifecycleChecks.Run(reading.Id, reading.Version, states, transitions).Where(f => !_faults.Contains(f)));
        throw new DefinitionException("The state machine", _faults);
    }

    private static string NameOf(StateInfo state) => NameOf(state.UnderlyingState);

    private static string NameOf(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;

    private static bool HasWayOut(StateInfo? state) =>
        state is not null && (state.Transitions.Any() || state.IgnoredTriggers.Any() || HasWayOut(state.Superstate));

    private StateDefinition ToState(StateInfo state)
    {
        var id = NameOf(state);
        var isGroup = state.Substates.Any();
        var structure = new StateDefinition
        {
            Id = id,
            Name = new(id, id),
            Parent = state.Superstate is { } parent ? NameOf(parent) : null,
            IsGroup = isGroup,
            IsEnd = !isGroup && !HasWayOut(state),
        };
        if (!reading.LeaveActionsOut && (state.EntryActions.Any() || state.ExitActions.Any() || state.ActivateActions.Any() || state.DeactivateActions.Any()))
            _faults.Add(new(id, "it has actions, and a lifecycle runs no code; keep them in the machine and set LeaveActionsOut"));
        if (reading.Step(structure) is { } step)
            return step with { Id = id, Parent = structure.Parent, IsGroup = isGroup, IsEnd = structure.IsEnd };
        _faults.Add(new(id, "nobody answers for this state; complete it, or take it out of the machine"));
        return structure;
    }

    private IEnumerable<TransitionDefinition> TransitionsOf(StateInfo state)
    {
        var id = NameOf(state);
        foreach (var way in state.DynamicTransitions)
            _faults.Add(new($"{id} --{NameOf(way.Trigger.UnderlyingTrigger)}-->", "its target is computed; give every target a transition with a guard and a trigger of its own"));
        foreach (var way in state.IgnoredTriggers)
            _faults.Add(new($"{id} --{NameOf(way.Trigger.UnderlyingTrigger)}-->", "it is ignored, which is neither a yes nor a no; leave it out to refuse it, or make it an internal transition"));
        foreach (var way in state.FixedTransitions)
        {
            if (!RepeatsItsGroup(state, way) && ToTransition(id, way) is { } transition)
                yield return transition;
        }
    }

    // A way of a group that leads back into the group needs a re-entry in Stateless; the group's way says it already.
    private static bool RepeatsItsGroup(StateInfo state, FixedTransitionInfo way)
    {
        if (way.IsInternalTransition || !Equals(way.DestinationState.UnderlyingState, state.UnderlyingState))
            return false;
        for (var group = state.Superstate; group is not null; group = group.Superstate)
        {
            if (group.FixedTransitions.Any(t => !t.IsInternalTransition
                && Equals(t.Trigger.UnderlyingTrigger, way.Trigger.UnderlyingTrigger)
                && Equals(t.DestinationState.UnderlyingState, state.UnderlyingState)
                && Described(t).SequenceEqual(Described(way), StringComparer.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Described(FixedTransitionInfo way) => way.GuardConditionsMethodDescriptions.Select(g => g.Description);

    private TransitionDefinition? ToTransition(string from, FixedTransitionInfo way)
    {
        var trigger = NameOf(way.Trigger.UnderlyingTrigger);
        var target = NameOf(way.DestinationState);
        var where = $"{from} --{trigger}--> {target}";
        var structure = new TransitionDefinition
        {
            Trigger = trigger,
            Name = new(trigger, trigger),
            From = from,
            To = way.IsInternalTransition || string.Equals(target, from, StringComparison.Ordinal) ? null : target,
            Roles = [],
            Guards = ValueList.From(way.GuardConditionsMethodDescriptions.SelectMany(g => GuardsOf(g, where))),
            Records = way.IsInternalTransition ? EntryKind.Noted : EntryKind.Moved,
        };
        if (reading.Way(structure) is not { } completed)
        {
            _faults.Add(new(where, "nobody answers for this transition; complete it, or take it out of the machine"));
            return null;
        }

        completed = completed with { Trigger = trigger, From = from, To = structure.To };
        if (completed.IsInternal != way.IsInternalTransition)
        {
            _faults.Add(new(where, way.IsInternalTransition
                ? $"it is internal in the machine, but what records {completed.Records} begins the step anew"
                : $"it enters its step in the machine, but what records {completed.Records} stays in it"));
        }

        return completed;
    }

    private IEnumerable<Guard> GuardsOf(InvocationInfo guard, string where)
    {
        if (guard.IsAsync)
        {
            _faults.Add(new(where, "its guard is asynchronous; a decision waits for nothing"));
            yield break;
        }

        // The guard that Stateless itself gives to an internal transition without one: it always holds.
        if (guard.MethodName?.StartsWith("<InternalTransition", StringComparison.Ordinal) == true)
            yield break;

        // Stateless calls a lambda without description by one and the same word.
        if (guard.MethodName?.Contains('<', StringComparison.Ordinal) == true
            && string.Equals(guard.Description, InvocationInfo.DefaultFunctionDescription, StringComparison.Ordinal))
        {
            _faults.Add(new(where, "its guard has no description; describe it by the name of a guard"));
            yield break;
        }

        foreach (var name in guard.Description.Split(Separator).Where(n => !Conditions.IsOwn(n)))
        {
            if (reading.Guards.TryFind(name, out var found, out var reason))
                yield return found;
            else
                _faults.Add(new(where, reason));
        }
    }
}
