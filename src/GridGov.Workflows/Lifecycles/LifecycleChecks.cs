namespace GridGov.Workflows;

/// <summary>What must hold of a lifecycle before it is frozen. Finds every fault, not the first.</summary>
internal static class LifecycleChecks
{
    private static readonly CommandNeeds AllNeeds = Enum.GetValues<CommandNeeds>().Aggregate((all, need) => all | need);

    public static List<Fault> Run(string id, int version, StateDefinition[] states, TransitionDefinition[] transitions)
    {
        var faults = new List<Fault>();
        if (!TextId.IsValid(id, out var reason))
            faults.Add(new("id", reason!));
        if (version < 1)
            faults.Add(new("version", $"it is {version}; versions begin at 1"));
        if (states.All(s => s.IsGroup))
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
        foreach (var state in states)
            CheckNames(state, faults);
        foreach (var state in states.Where(s => !s.IsGroup))
            CheckState(state, [.. ways.Where(w => w.State == state.Id).Select(w => w.Transition)], faults);
        if (states.FirstOrDefault(s => !s.IsGroup) is { IsEnd: true } first)
            faults.Add(new(first.Id, "it is an end, but a case begins in the first step"));
        StateDefinition[] steps = [.. states.Where(s => !s.IsGroup).DistinctBy(s => s.Id, StringComparer.Ordinal)];
        if (steps.Length > 0 && transitions.All(t => known.Contains(t.From) && (t.To is null || known.Contains(t.To))))
            new LifecycleFlows(steps, [.. ways.Select(w => new Edge(w.State, w.Transition.To ?? w.State, w.Transition))], faults).Check();
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

    private static void CheckTransition(TransitionDefinition transition, HashSet<string> known, List<Fault> faults)
    {
        var where = $"{transition.From} --{transition.Trigger}--> {transition.To}";
        if (string.IsNullOrWhiteSpace(transition.Trigger))
            faults.Add(new(where, "the trigger has no name"));
        else if (!TextId.IsValid(transition.Trigger, out var reason))
            faults.Add(new(where, $"the trigger is no name: {reason}"));
        if (!IsNamed(transition.Name))
            faults.Add(new(where, "it has no name in English and Chinese"));
        if (!known.Contains(transition.From))
            faults.Add(new(where, $"the step {transition.From} is not declared"));
        if (transition.To is { } to && !known.Contains(to))
            faults.Add(new(where, $"the step {transition.To} is not declared"));
        if (transition.Roles.IsEmpty)
            faults.Add(new(where, "no role may do it; name at least one"));
        foreach (var role in transition.Roles.Where(r => !Enum.IsDefined(r)))
            faults.Add(new(where, $"there is no role {role}"));
        if ((transition.Needs & ~AllNeeds) != 0)
            faults.Add(new(where, $"it cannot need {transition.Needs}"));
        CheckGuards(transition, where, faults);
        foreach (var rule in transition.Evidence)
        {
            if (!Enum.IsDefined(rule.Kind))
                faults.Add(new(where, $"there is no evidence {rule.Kind}"));
            if (rule.WithinMetres is { } metres && !(metres > 0 && double.IsFinite(metres)))
                faults.Add(new(where, "the distance of its evidence is not a number of metres above 0"));
        }

        if (!Enum.IsDefined(transition.Records) || transition.Records == EntryKind.Opened)
            faults.Add(new(where, $"it cannot record {transition.Records}"));
        if (transition.To is not null && EntryKinds.KeepsClock(transition.Records))
            faults.Add(new(where, $"what records {transition.Records} stays in its step; leave the step after it out"));
        if (transition is { AssignsHandler: true, ReleasesHandler: true })
            faults.Add(new(where, "it both gives and takes the handler"));
        if (transition.AssignsHandler && !Names(transition, Guard.NamesHandler))
            faults.Add(new(where, "it gives a handler, but a command need not name one; guard it with Guard.NamesHandler"));
        if (transition.Records == EntryKind.Suspended && !transition.Needs.HasFlag(CommandNeeds.Until))
            faults.Add(new(where, "a suspension has an end; let it need Until"));
    }

    private static void CheckGuards(TransitionDefinition transition, string where, List<Fault> faults)
    {
        foreach (var guard in transition.Guards)
        {
            if (!GuardRegistry.IsCode(guard.Code, out var reason))
                faults.Add(new(where, $"the code of a guard is no name: {reason}"));
            else if (Conditions.IsOwn(guard.Code))
                faults.Add(new(where, $"{guard.Code} is a condition that every lifecycle has; give the guard another code"));
            if (guard.Holds is null)
                faults.Add(new(where, $"the guard {guard.Code} has no predicate"));
        }

        foreach (var twice in transition.Guards.GroupBy(g => g.Code, StringComparer.Ordinal).Where(g => g.Count() > 1))
            faults.Add(new(where, $"the guard {twice.Key} stands there more than once"));
    }

    private static void CheckNames(StateDefinition state, List<Fault> faults)
    {
        if (!TextId.IsValid(state.Id, out var reason))
            faults.Add(new($"{(state.IsGroup ? "group" : "step")} \"{state.Id}\"", reason!));
        if (!IsNamed(state.Name))
            faults.Add(new(state.Id, "it has no name in English and Chinese"));
    }

    private static void CheckState(StateDefinition state, TransitionDefinition[] ways, List<Fault> faults)
    {
        if (state.IsEnd)
        {
            foreach (var way in ways)
                faults.Add(new(state.Id, $"it is an end but --{way.Trigger}--> leads out of it"));
            if (state.Limit.IsSet || state.OnDue is not null)
                faults.Add(new(state.Id, "it is an end but has a clock"));
            if (state.HoldsHandler)
                faults.Add(new(state.Id, "it is an end but holds its handler, who would never be free again"));
            return;
        }

        if (state.Owner is not { } owner)
            faults.Add(new(state.Id, "nobody owns the step; name a role"));
        else if (!Enum.IsDefined(owner))
            faults.Add(new(state.Id, $"there is no role {owner}"));
        if (!state.Limit.IsSet)
            faults.Add(new(state.Id, "the step has no limit; an open case always has a clock"));
        if (state.OnDue is { } onDue)
        {
            if (Array.Find(ways, w => string.Equals(w.Trigger, onDue, StringComparison.Ordinal)) is not { } way)
                faults.Add(new(state.Id, $"when due it does --{onDue}-->, which is not declared for it"));
            else if (!way.Roles.Contains(Role.System))
                faults.Add(new(state.Id, $"when due it does --{onDue}-->, which {Role.System} may not do"));
            else if (BeyondTheClock(way) is { } reason)
                faults.Add(new(state.Id, $"when due it does --{onDue}-->, but {reason}"));
        }

        if (!Array.Exists(ways, w => w.Records == EntryKind.Suspended))
            return;
        if (Array.FindAll(ways, w => w.Records == EntryKind.Resumed && w.Roles.Contains(Role.System)) is not [var resume, ..])
            faults.Add(new(state.Id, $"it can be suspended, but {Role.System} cannot resume it"));
        else if (BeyondTheClock(resume) is { } reason)
            faults.Add(new(state.Id, $"when a suspension ends it does --{resume.Trigger}-->, but {reason}"));
    }

    /// <summary>Why the clock can never take a way, or null: it brings nothing, is nobody's handler and names none.</summary>
    private static string? BeyondTheClock(TransitionDefinition way)
    {
        const CommandNeeds broughtByPeople =
            CommandNeeds.Note | CommandNeeds.Outcome | CommandNeeds.Answer | CommandNeeds.Related | CommandNeeds.Until | CommandNeeds.Authority;
        if ((way.Needs & broughtByPeople) is var needs && needs != 0)
            return $"the clock brings no {needs}";
        if (way.Evidence.AsEnumerable().Any(e => e.WithinMetres is not null))
            return "the clock brings no evidence";
        if (Names(way, Guard.IsTheHandler))
            return "the clock is never the handler";
        return way.AssignsHandler || Names(way, Guard.NamesHandler) ? "the clock names no handler" : null;
    }

    private static bool Names(TransitionDefinition way, Guard guard) =>
        way.Guards.AsEnumerable().Any(g => string.Equals(g.Code, guard.Code, StringComparison.Ordinal));

    private static bool IsNamed(LocalizedText name) => !string.IsNullOrWhiteSpace(name.En) && !string.IsNullOrWhiteSpace(name.Zh);
}
