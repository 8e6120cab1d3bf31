namespace GridGov.Workflows;

/// <summary>What groups of steps mean: each transition out of a group is one out of every step in it, at any depth.</summary>
internal static class LifecycleGroups
{
    /// <summary>Every step with every transition out of it, in the order of steps and then of transitions.</summary>
    public static IEnumerable<(string State, TransitionDefinition Transition)> Expand(
        IReadOnlyCollection<StateDefinition> states, IReadOnlyCollection<TransitionDefinition> transitions)
    {
        var parents = Parents(states);
        foreach (var state in states.Where(s => !s.IsGroup).DistinctBy(s => s.Id, StringComparer.Ordinal))
        {
            var lineage = Lineage(state.Id, parents);
            foreach (var transition in transitions.Where(t => lineage.Contains(t.From)))
                yield return (state.Id, transition);
        }
    }

    /// <summary>A step and the groups that it lies in. A circle of groups ends where it would begin again.</summary>
    public static HashSet<string> Lineage(string id, IReadOnlyDictionary<string, string?> parents)
    {
        var lineage = new HashSet<string>(StringComparer.Ordinal);
        for (var at = id; at is not null && lineage.Add(at);)
            at = parents.GetValueOrDefault(at);
        return lineage;
    }

    public static Dictionary<string, string?> Parents(IEnumerable<StateDefinition> states)
    {
        var parents = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var state in states)
            parents.TryAdd(state.Id, state.Parent);
        return parents;
    }
}
