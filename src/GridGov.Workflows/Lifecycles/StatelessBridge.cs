using Stateless;

namespace GridGov.Workflows;

/// <summary>Hands a lifecycle to Stateless, for embedders who want its actions, external storage or graphs.</summary>
public static class StatelessBridge
{
    /// <summary>A new Stateless machine with the lifecycle's steps and triggers.</summary>
    /// <remarks>
    /// The machine is the caller's and not thread-safe. It keeps no clock and writes no log: roles, notes and guards
    /// are asked through <paramref name="isMet"/>, so that the machine and <see cref="LifecycleDefinition.Decide"/>
    /// can be held against each other.
    /// </remarks>
    /// <param name="definition">The lifecycle.</param>
    /// <param name="state">The step to begin in, or null for the first.</param>
    /// <param name="isMet">Whether a transition's conditions hold now; null for always.</param>
    /// <exception cref="ArgumentException">The lifecycle has no such step.</exception>
    public static StateMachine<string, string> ToStateMachine(
        this LifecycleDefinition definition, string? state = null, Func<TransitionDefinition, bool>? isMet = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var machine = new StateMachine<string, string>(definition.State(state ?? definition.Initial.Id).Id);
        foreach (var from in definition.States)
        {
            var configuration = machine.Configure(from.Id);
            foreach (var transition in definition.From(from.Id))
            {
                bool Guard() => isMet?.Invoke(transition) ?? true;
                if (transition.IsInternal)
                    configuration.InternalTransitionIf(transition.Trigger, _ => Guard(), static _ => { });
                else if (transition.To is null || transition.To == from.Id)
                    configuration.PermitReentryIf(transition.Trigger, Guard);
                else
                    configuration.PermitIf(transition.Trigger, transition.To, Guard);
            }
        }

        return machine;
    }
}
