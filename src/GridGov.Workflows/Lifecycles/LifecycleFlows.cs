namespace GridGov.Workflows;

/// <summary>One way out of one step, with the step after it.</summary>
internal readonly record struct Edge(string From, string To, TransitionDefinition Way);

/// <summary>
/// What can leak along the ways of a lifecycle: steps out of reach, dead ends, a handler who judges, a step that holds a
/// handler whom nobody gave it, a suspension that nothing ends, an end without an outcome. Each is a set of steps that
/// grows along the ways until it grows no more.
/// </summary>
internal sealed class LifecycleFlows(StateDefinition[] steps, Edge[] edges, List<Fault> faults)
{
    private readonly HashSet<string> _ends = Ids(steps.Where(s => s.IsEnd));

    public void Check()
    {
        CheckPaths();
        CheckSeparation();
        CheckHandlers();
        CheckSuspensions();
        CheckOutcomes();
    }

    private void CheckPaths()
    {
        var reached = Grow([steps[0].Id], edges.ToLookup(e => e.From, e => e.To, StringComparer.Ordinal));
        var ending = Grow(_ends, edges.ToLookup(e => e.To, e => e.From, StringComparer.Ordinal));
        foreach (var step in steps)
        {
            if (!reached.Contains(step.Id))
                faults.Add(new(step.Id, $"it cannot be reached from {steps[0].Id}"));
            if (!ending.Contains(step.Id))
                faults.Add(new(step.Id, "no way leads from it to an end"));
        }
    }

    // A case may have been handled wherever its handler is held, and behind every way that is given or taken by one.
    private void CheckSeparation()
    {
        var handled = Grow(
            steps.Where(s => s.HoldsHandler).Select(s => s.Id)
                .Concat(edges.Where(e => e.Way.AssignsHandler || e.Way.Roles.Contains(Role.Handler)).Select(e => e.To)),
            edges.ToLookup(e => e.From, e => e.To, StringComparer.Ordinal));
        foreach (var (from, to, way) in edges)
        {
            if ((handled.Contains(from) || way.Roles.Contains(Role.Handler))
                && (way.Judges || _ends.Contains(to))
                && way.Roles.AsEnumerable().Any(r => r != Role.System)
                && !way.Guards.AsEnumerable().Any(g => g.Separates))
            {
                faults.Add(new(Where(from, to, way), "whoever handled the case could do it; guard it with a guard that separates, such as Guard.NotAHandler"));
            }
        }
    }

    private void CheckHandlers()
    {
        var nobody = Grow(
            [steps[0].Id, .. edges.Where(e => e.Way.ReleasesHandler).Select(e => e.To)],
            edges.Where(e => !e.Way.AssignsHandler).ToLookup(e => e.From, e => e.To, StringComparer.Ordinal));
        foreach (var step in steps.Where(s => s.HoldsHandler && !s.IsEnd && nobody.Contains(s.Id)))
            faults.Add(new(step.Id, "it holds a handler, but a case can come here without one; let every way to it lead over one that assigns"));
    }

    private void CheckSuspensions()
    {
        var resumable = Ids(steps.Where(s => Array.Exists(edges, e => e.From == s.Id && e.Way.Records == EntryKind.Resumed && e.Way.Roles.Contains(Role.System))));
        var starting = Ids(steps.Where(s => Array.Exists(edges, e => e.From == s.Id && e.Way.Records == EntryKind.Suspended)));
        var standing = Grow(
            starting,
            edges.Where(e => e.Way.WhileSuspended && e.Way.Records != EntryKind.Resumed).ToLookup(e => e.From, e => e.To, StringComparer.Ordinal));
        foreach (var step in steps.Where(s => !s.IsEnd && standing.Contains(s.Id) && !starting.Contains(s.Id) && !resumable.Contains(s.Id)))
            faults.Add(new(step.Id, $"a suspended case can come here, but {Role.System} cannot resume it"));
    }

    // Where a lifecycle tells outcomes at all, it tells one on every way to an end, and again after rework.
    private void CheckOutcomes()
    {
        if (!Array.Exists(edges, e => e.Way.Needs.HasFlag(CommandNeeds.Outcome)))
            return;
        var untold = Grow(
            [steps[0].Id, .. edges.Where(e => !Tells(e) && e.Way.Records is EntryKind.Reworked or EntryKind.Reopened).Select(e => e.To)],
            edges.Where(e => !Tells(e)).ToLookup(e => e.From, e => e.To, StringComparer.Ordinal));
        foreach (var edge in edges)
        {
            if (untold.Contains(edge.From) && _ends.Contains(edge.To) && !Tells(edge))
                faults.Add(new(Where(edge.From, edge.To, edge.Way), "the case can end by it without an outcome; let it, or every way to it, need Outcome"));
        }

        static bool Tells(Edge edge) => edge.Way.Needs.HasFlag(CommandNeeds.Outcome);
    }

    private static string Where(string from, string to, TransitionDefinition way) => $"{from} --{way.Trigger}--> {to}";

    private static HashSet<string> Ids(IEnumerable<StateDefinition> steps) => steps.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Grow(IEnumerable<string> from, ILookup<string, string> next)
    {
        var seen = new HashSet<string>(from, StringComparer.Ordinal);
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var step))
        {
            foreach (var following in next[step].Where(seen.Add))
                open.Enqueue(following);
        }

        return seen;
    }
}
