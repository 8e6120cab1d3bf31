using Stateless;

namespace GridGov.Workflows;

/// <summary>
/// Hands a lifecycle to Stateless, for embedders who want its actions, external storage or graphs, and reads one from a
/// machine that they have configured. Stateless; thread-safe. The machines are neither.
/// </summary>
public static class StatelessBridge
{
    /// <summary>A new Stateless machine with the lifecycle's steps and triggers.</summary>
    /// <param name="definition">The lifecycle.</param>
    /// <param name="state">The step to begin in, or null for the first.</param>
    /// <param name="isMet">Whether all conditions of a transition hold now; null for always.</param>
    /// <exception cref="ArgumentException">The lifecycle has no such step.</exception>
    public static StateMachine<string, string> ToStateMachine(
        this LifecycleDefinition definition, string? state = null, Func<TransitionDefinition, bool>? isMet = null) =>
        ToStateMachine(definition, new StatelessOptions { State = state, Holds = isMet is null ? null : (transition, _) => isMet(transition) });

    /// <summary>A new Stateless machine with the lifecycle's steps, groups, triggers and conditions.</summary>
    /// <remarks>
    /// The machine is the caller's: actions on entry and exit can be added by <c>Configure</c>. It keeps no clock and
    /// writes no log. Groups are superstates; what can be done within a step is an internal transition, and what begins a
    /// step anew a re-entry. Every condition is a guard described by its name, so that graphs show it; an internal
    /// transition has one guard in Stateless, described by all names. It is not thread-safe.
    /// </remarks>
    /// <param name="definition">The lifecycle.</param>
    /// <param name="options">Where the step is kept and who answers for the conditions.</param>
    /// <exception cref="ArgumentException">The lifecycle has no such step, or only one half of a storage is given.</exception>
    public static StateMachine<string, string> ToStateMachine(this LifecycleDefinition definition, StatelessOptions options)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Read is null != options.Write is null)
            throw new ArgumentException("A state kept outside is both read and written; give Read and Write, or neither.", nameof(options));
        var first = definition.State(options.State ?? definition.Initial.Id).Id;
        var machine = options.Read is { } read ? new StateMachine<string, string>(read, options.Write!) : new(first);
        foreach (var state in definition.Declared)
            machine.Configure(state.Id);
        foreach (var state in definition.Declared.Where(s => s.Parent is not null))
            machine.Configure(state.Id).SubstateOf(state.Parent!);
        var parents = LifecycleGroups.Parents(definition.Declared);
        foreach (var transition in definition.Transitions)
        {
            string[] steps = [.. definition.States.Select(s => s.Id).Where(s => LifecycleGroups.Lineage(s, parents).Contains(transition.From))];
            Configure(machine, transition, steps, Asking(definition, transition, options));
        }

        return machine;
    }

    /// <summary>Reads a lifecycle from a Stateless machine that an embedder has configured.</summary>
    /// <remarks>
    /// States, superstates, triggers, fixed and internal transitions, re-entries and guards (by their descriptions) come
    /// from the machine; owners, limits, clocks, roles and names come from the caller. The machine is only read. Stateless
    /// 5.20 describes neither transitions with an asynchronous guard (<c>PermitIfAsync</c>) nor the actions of internal
    /// transitions: they are not seen, and so neither read nor refused.
    /// </remarks>
    /// <typeparam name="TState">The machine's states; each by its text.</typeparam>
    /// <typeparam name="TTrigger">The machine's triggers; each by its text.</typeparam>
    /// <param name="machine">The machine.</param>
    /// <param name="reading">What the machine cannot say.</param>
    /// <exception cref="DefinitionException">
    /// The machine does what data cannot say (a computed target, an asynchronous or unnamed guard, an ignored trigger, an
    /// action that nobody said is left out), or what it says is no sound lifecycle: every fault is listed.
    /// </exception>
    public static LifecycleDefinition FromStateMachine<TState, TTrigger>(StateMachine<TState, TTrigger> machine, StatelessReading reading)
        where TState : notnull
        where TTrigger : notnull
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(reading);
        return new StatelessReader(machine.GetInfo(), reading).Read();
    }

    private static void Configure(
        StateMachine<string, string> machine, TransitionDefinition transition, string[] steps, Func<string, bool> holds)
    {
        string[] names = [.. Conditions.Of(transition)];
        var guards = Array.ConvertAll(names, name => Tuple.Create<Func<bool>, string>(() => holds(name), name));
        if (transition.IsInternal)
        {
            machine.Configure(transition.From).InternalTransitionIf(
                transition.Trigger, _ => Array.TrueForAll(names, n => holds(n)), static _ => { }, string.Join(StatelessReader.Separator, names));
            return;
        }

        // Stateless would enter the group instead of the step, and does nothing where a group leads to the step it is in.
        foreach (var step in steps.Where(s => transition.To is null || transition.To == s))
            machine.Configure(step).PermitReentryIf(transition.Trigger, guards);
        if (transition.To is { } to && steps.Any(s => s != to))
            machine.Configure(transition.From).PermitIf(transition.Trigger, to, guards);
    }

    private static Func<string, bool> Asking(LifecycleDefinition definition, TransitionDefinition transition, StatelessOptions options)
    {
        if (options.Now is not { } now)
            return options.Holds is { } holds ? name => holds(transition, name) : static _ => true;
        var way = new FrozenWay(transition, definition.Initial);
        var codes = transition.Guards.AsEnumerable().ToDictionary(g => g.Name, g => g.Code, StringComparer.Ordinal);
        return name =>
        {
            var pending = now();
            var code = codes.GetValueOrDefault(name, name);
            return !Conditions.Unmet(way, pending.Case, pending.Command, pending.Context).Unmet.Exists(u => string.Equals(u.Code, code, StringComparison.Ordinal));
        };
    }
}
