namespace GridGov.Workflows;

/// <summary>What must hold of a lifecycle before it is frozen. Finds every fault, not the first.</summary>
internal static class LifecycleChecks
{
    public static List<Fault> Run(string id, int version, StateDefinition[] states, TransitionDefinition[] transitions)
    {
        var faults = new List<Fault>();
        if (!TextId.IsValid(id, out var reason))
            faults.Add(new("id", reason!));
        if (version < 1)
            faults.Add(new("version", $"it is {version}; versions begin at 1"));
        if (states.Length == 0)
            faults.Add(new("steps", "there is none"));
        var known = states.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var twice in states.GroupBy(s => s.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            faults.Add(new(twice.Key, "the step is declared more than once"));
        foreach (var transition in transitions)
            CheckTransition(transition, known, faults);
        foreach (var twice in transitions.GroupBy(t => (t.From, t.Trigger)).Where(g => g.Count() > 1))
            faults.Add(new($"{twice.Key.From} --{twice.Key.Trigger}-->", $"{twice.Count()} transitions could fire; a step has one per trigger"));
        foreach (var state in states)
            CheckState(state, transitions, faults);
        if (states is [{ IsEnd: true } first, ..])
            faults.Add(new(first.Id, "it is an end, but a case begins in the first step"));
        if (states.Length > 0 && transitions.All(t => known.Contains(t.From) && known.Contains(t.To)))
            CheckPaths(states, transitions, faults);
        return faults;
    }

    private static void CheckTransition(TransitionDefinition transition, HashSet<string> known, List<Fault> faults)
    {
        var where = $"{transition.From} --{transition.Trigger}--> {transition.To}";
        if (string.IsNullOrWhiteSpace(transition.Trigger))
            faults.Add(new(where, "the trigger has no name"));
        if (!known.Contains(transition.From))
            faults.Add(new(where, $"the step {transition.From} is not declared"));
        if (!known.Contains(transition.To))
            faults.Add(new(where, $"the step {transition.To} is not declared"));
        if (transition.Roles.IsEmpty)
            faults.Add(new(where, "no role may do it; name at least one"));
    }

    private static void CheckState(StateDefinition state, TransitionDefinition[] transitions, List<Fault> faults)
    {
        if (!TextId.IsValid(state.Id, out var reason))
            faults.Add(new($"step \"{state.Id}\"", reason!));
        var ways = transitions.Where(t => t.From == state.Id).ToArray();
        if (state.IsEnd)
        {
            foreach (var way in ways)
                faults.Add(new(state.Id, $"it is an end but --{way.Trigger}--> leads out of it"));
            if (state.Limit.IsSet || state.OnDue is not null)
                faults.Add(new(state.Id, "it is an end but has a clock"));
            return;
        }

        if (state.Owner is null)
            faults.Add(new(state.Id, "nobody owns the step; name a role"));
        if (!state.Limit.IsSet)
            faults.Add(new(state.Id, "the step has no limit; an open case always has a clock"));
        if (state.OnDue is { } onDue)
        {
            if (Array.Find(ways, w => w.Trigger == onDue) is not { } way)
                faults.Add(new(state.Id, $"when due it does --{onDue}-->, which is not declared for it"));
            else if (!way.Roles.Contains(Role.System))
                faults.Add(new(state.Id, $"when due it does --{onDue}-->, which {Role.System} may not do"));
        }
    }

    private static void CheckPaths(StateDefinition[] states, TransitionDefinition[] transitions, List<Fault> faults)
    {
        var reached = Closure([states[0].Id], transitions.ToLookup(t => t.From, t => t.To, StringComparer.Ordinal));
        var ending = Closure(states.Where(s => s.IsEnd).Select(s => s.Id), transitions.ToLookup(t => t.To, t => t.From, StringComparer.Ordinal));
        foreach (var state in states)
        {
            if (!reached.Contains(state.Id))
                faults.Add(new(state.Id, $"it cannot be reached from {states[0].Id}"));
            if (!ending.Contains(state.Id))
                faults.Add(new(state.Id, "no way leads from it to an end"));
        }
    }

    private static HashSet<string> Closure(IEnumerable<string> from, ILookup<string, string> next)
    {
        var seen = new HashSet<string>(from, StringComparer.Ordinal);
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var state))
        {
            foreach (var following in next[state].Where(seen.Add))
                open.Enqueue(following);
        }

        return seen;
    }
}
