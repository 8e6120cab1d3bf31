namespace GridGov.Assignment.Tests;

/// <summary>The order of choice as a sort over all workers, with loads and turns kept here: slow and plain.</summary>
internal sealed class NaiveEngine(Roster roster)
{
    private readonly int[] _loads = new int[roster.Workers.Count];
    private readonly int[] _turns = new int[roster.Workers.Count];
    private int _turn;

    public AssignmentDecision Assign(AssignmentRequest request)
    {
        var eligible = Enumerable.Range(0, roster.Workers.Count)
            .Select(i => (Index: i, Distance: Distance(roster, i, request.At)))
            .Where(w => w.Distance is not null && HasSkills(roster, w.Index, request))
            .ToArray();
        if (eligible.Length == 0)
            return new(-1, AssignmentOutcome.NobodyEligible);
        var chosen = eligible
            .Where(w => _loads[w.Index] + request.Weight <= roster.Workers[w.Index].Capacity)
            .OrderBy(w => w.Distance)
            .ThenBy(w => (decimal)(_loads[w.Index] + request.Weight) / roster.Workers[w.Index].Capacity)
            .ThenBy(w => _turns[w.Index])
            .ThenBy(w => roster.Workers[w.Index].Id)
            .Select(w => w.Index)
            .Append(-1)
            .First();
        if (chosen < 0)
            return new(-1, AssignmentOutcome.NobodyFree);
        _loads[chosen] += request.Weight;
        _turns[chosen] = ++_turn;
        return new(chosen, AssignmentOutcome.Assigned);
    }

    public void Release(int worker, int weight) => _loads[worker] -= weight;

    public static bool CanTake(AssignmentEngine engine, AssignmentRequest request, int worker) =>
        Distance(engine.Roster, worker, request.At) is not null
        && HasSkills(engine.Roster, worker, request)
        && engine.Workload.LoadOf(worker) + request.Weight <= engine.Roster.Workers[worker].Capacity;

    private static bool HasSkills(Roster roster, int worker, AssignmentRequest request) =>
        roster.Skills([.. roster.Workers[worker].Skills]).Covers(request.Skills);

    private static int? Distance(Roster roster, int worker, GridHandle at)
    {
        var up = roster.Grids.PathTo(at).Reverse().Select(roster.Grids.CodeOf).ToArray();
        var nearest = Array.FindIndex(up, code => roster.Workers[worker].Covers.Contains(code));
        return nearest < 0 ? null : nearest;
    }
}
