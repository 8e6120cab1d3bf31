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
        CheckGroups(states, transitions, known, faults);
        foreach (var transition in transitions)
            CheckTransition(transition, known, faults);
        (string State, TransitionDefinition Transition)[] ways = [.. LifecycleGroups.Expand(states, transitions)];
        foreach (var twice in ways.GroupBy(w => (w.State, w.Transition.Trigger)).Where(g => g.Count() > 1))
            faults.Add(new($"{twice.Key.State} --{twice.Key.Trigger}-->", $"{twice.Count()} transitions could fire; a step has one per trigger, those of its groups included"));
        foreach (var state in states.Where(s => !s.IsGroup))
            CheckState(state, [.. ways.Where(w => w.State == state.Id).Select(w => w.Transition)], faults);
        if (states.FirstOrDefault(s => !s.IsGroup) is { IsEnd: true } first)
            faults.Add(new(first.Id, "it is an end, but a case begins in the first step"));
        if (states.Any(s => !s.IsGroup) && transitions.All(t => known.Contains(t.From) && (t.To is null || known.Contains(t.To))))
        {
            (string From, string To, TransitionDefinition Way)[] edges = [.. ways.Select(w => (w.State, w.Transition.To ?? w.State, w.Transition))];
            CheckPaths([.. states.Where(s => !s.IsGroup)], edges, faults);
            CheckSeparation([.. states.Where(s => !s.IsGroup)], edges, faults);
        }

        return faults;
    }

    private static void CheckGroups(StateDefinition[] states, TransitionDefinition[] transitions, HashSet<string> known, List<Fault> faults)
    {
        var parents = LifecycleGroups.Parents(states);
        var groups = states.Where(s => s.IsGroup).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var state in states)
        {
            if (state.Parent is not { } parent)
                continue;
            if (!known.Contains(parent))
                faults.Add(new(state.Id, $"its group {parent} is not declared"));
            else if (!groups.Contains(parent))
                faults.Add(new(state.Id, $"{parent} is a step, not a group"));
            else if (LifecycleGroups.Lineage(parent, parents).Contains(state.Id))
                faults.Add(new(state.Id, "it lies in itself"));
        }

        foreach (var group in states.Where(s => s.IsGroup))
        {
            if (states.All(s => s.Parent != group.Id))
                faults.Add(new(group.Id, "the group has no step"));
            if (group.IsEnd || group.Owner is not null || group.Limit.IsSet || group.OnDue is not null || group.HoldsHandler)
                faults.Add(new(group.Id, "a group has neither owner nor clock nor end; its steps have"));
        }

        foreach (var transition in transitions.Where(t => t.To is { } to && groups.Contains(to)))
            faults.Add(new($"{transition.From} --{transition.Trigger}--> {transition.To}", "it leads to a group; name the step"));
    }

    // Whoever handled a case could judge it wherever a person's way to an end, or one that judges, has no guard against it.
    private static void CheckSeparation(StateDefinition[] states, (string From, string To, TransitionDefinition Way)[] edges, List<Fault> faults)
    {
        var handled = Closure(states.Where(s => s.HoldsHandler).Select(s => s.Id), edges.ToLookup(e => e.From, e => e.To, StringComparer.Ordinal));
        var ends = states.Where(s => s.IsEnd).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (from, to, way) in edges)
        {
            if (handled.Contains(from)
                && (way.Judges || ends.Contains(to))
                && way.Roles.AsEnumerable().Any(r => r != Role.System)
                && !way.Guards.AsEnumerable().Any(g => g.Separates))
            {
                faults.Add(new($"{from} --{way.Trigger}--> {to}", "whoever handled the case could do it; guard it with a guard that separates, such as Guard.NotAHandler"));
            }
        }
    }

    private static void CheckTransition(TransitionDefinition transition, HashSet<string> known, List<Fault> faults)
    {
        var where = $"{transition.From} --{transition.Trigger}--> {transition.To}";
        if (string.IsNullOrWhiteSpace(transition.Trigger))
            faults.Add(new(where, "the trigger has no name"));
        if (!known.Contains(transition.From))
            faults.Add(new(where, $"the step {transition.From} is not declared"));
        if (transition.To is { } to && !known.Contains(to))
            faults.Add(new(where, $"the step {transition.To} is not declared"));
        if (transition.Roles.IsEmpty)
            faults.Add(new(where, "no role may do it; name at least one"));
        if (!Enum.IsDefined(transition.Records) || transition.Records == EntryKind.Opened)
            faults.Add(new(where, $"it cannot record {transition.Records}"));
        if (transition.To is not null && EntryKinds.KeepsClock(transition.Records) && transition.Records != EntryKind.Recused)
            faults.Add(new(where, $"what records {transition.Records} stays in its step; leave the step after it out"));
        if (transition is { AssignsHandler: true, ReleasesHandler: true })
            faults.Add(new(where, "it both gives and takes the handler"));
        if (transition.Records == EntryKind.Suspended && !transition.Needs.HasFlag(CommandNeeds.Until))
            faults.Add(new(where, "a suspension has an end; let it need Until"));
    }

    private static void CheckState(StateDefinition state, TransitionDefinition[] ways, List<Fault> faults)
    {
        if (!TextId.IsValid(state.Id, out var reason))
            faults.Add(new($"step \"{state.Id}\"", reason!));
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

        if (Array.Exists(ways, w => w.Records == EntryKind.Suspended) && !Array.Exists(ways, w => w.Records == EntryKind.Resumed && w.Roles.Contains(Role.System)))
            faults.Add(new(state.Id, $"it can be suspended, but {Role.System} cannot resume it"));
    }

    private static void CheckPaths(StateDefinition[] states, (string From, string To, TransitionDefinition Way)[] edges, List<Fault> faults)
    {
        var reached = Closure([states[0].Id], edges.ToLookup(e => e.From, e => e.To, StringComparer.Ordinal));
        var ending = Closure(states.Where(s => s.IsEnd).Select(s => s.Id), edges.ToLookup(e => e.To, e => e.From, StringComparer.Ordinal));
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
