using System.Collections.Frozen;

namespace GridGov.Assignment;

/// <summary>
/// Who works where and what they can do (花名册). Frozen and thread-safe; the changing part is the
/// <see cref="Workload"/>. Workers are numbered in ordinal order of their ids, so the order of the rows does not matter.
/// </summary>
public sealed class Roster
{
    /// <summary>The most different skills that one roster may name.</summary>
    public const int MaxSkills = 64;

    private readonly FrozenDictionary<string, int> _byId;
    private readonly FrozenDictionary<string, int> _skills;

    private Roster(GridTree grids, Worker[] workers, FrozenDictionary<string, int> skills)
    {
        Grids = grids;
        Workers = ValueList.Create<Worker>(workers);
        _skills = skills;
        _byId = Enumerable.Range(0, workers.Length).ToFrozenDictionary(i => workers[i].Id.Value, i => i, StringComparer.Ordinal);
        Capacities = Array.ConvertAll(workers, w => w.Capacity);
        SkillBits = Array.ConvertAll(workers, w => Mask(w.Skills));
        (Starts, var members) = ByNode(grids, workers);
        Members = Array.ConvertAll(members, i => new Member(SkillBits[i], Capacities[i], i));
    }

    /// <summary>The grid tree that the workers cover.</summary>
    public GridTree Grids { get; }

    /// <summary>The workers, in ordinal order of their ids.</summary>
    public ValueList<Worker> Workers { get; }

    internal int[] Capacities { get; }

    internal ulong[] SkillBits { get; }

    // The workers whose cover begins at node n are Members[Starts[n]..Starts[n + 1]].
    internal int[] Starts { get; }

    internal Member[] Members { get; }

    /// <summary>Freezes a roster after checking it as a whole.</summary>
    /// <param name="grids">The grid tree.</param>
    /// <param name="workers">The workers, in any order; none is allowed.</param>
    /// <exception cref="DefinitionException">
    /// An id missing or twice, no body, an unknown grid, nothing covered, a capacity out of range, a skill without a
    /// name, too many skills: every fault is listed.
    /// </exception>
    public static Roster Freeze(GridTree grids, IEnumerable<Worker> workers)
    {
        ArgumentNullException.ThrowIfNull(grids);
        ArgumentNullException.ThrowIfNull(workers);
        var all = workers.OrderBy(w => w.Id).ToArray();
        var faults = new List<Fault>();
        for (var i = 0; i < all.Length; i++)
        {
            var worker = all[i];
            if (worker.Id == default)
                faults.Add(new($"worker {i + 1}", "the staff number is missing"));
            else if (i > 0 && worker.Id == all[i - 1].Id)
                faults.Add(new(worker.Id.Value, "the staff number occurs twice"));
            if (worker.Body == default)
                faults.Add(new(worker.Id.Value, "the body is missing; a case always has a lead body"));
            if (worker.Covers.IsEmpty)
                faults.Add(new(worker.Id.Value, "no grid is covered; name at least one"));
            foreach (var grid in worker.Covers)
            {
                if (!grids.TryFind(grid, out _))
                    faults.Add(new(worker.Id.Value, $"covers grid {grid}, which is not in the tree"));
            }

            foreach (var skill in worker.Skills)
            {
                if (string.IsNullOrWhiteSpace(skill))
                    faults.Add(new(worker.Id.Value, "a skill has no name"));
            }

            if (worker.Capacity is < 1 or > 1_000_000)
                faults.Add(new(worker.Id.Value, $"the capacity {worker.Capacity} is not within 1 to 1,000,000"));
        }

        var skills = all.SelectMany(w => w.Skills.AsEnumerable()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (skills.Length > MaxSkills)
            faults.Add(new("skills", $"{skills.Length} different ones are named; at most {MaxSkills} are possible"));
        if (faults.Count > 0)
            throw new DefinitionException("The roster", faults);
        return new(grids, all, Enumerable.Range(0, skills.Length).ToFrozenDictionary(i => skills[i], i => i, StringComparer.Ordinal));
    }

    /// <summary>The set of the named skills.</summary>
    /// <param name="names">The names.</param>
    /// <param name="skills">The set, if every name is known.</param>
    /// <returns>Whether somebody on the roster has each of them; else nobody can satisfy the set.</returns>
    public bool TryGetSkills(ValueList<string> names, out SkillSet skills)
    {
        ulong bits = 0;
        foreach (var name in names)
        {
            if (!_skills.TryGetValue(name, out var bit))
            {
                skills = default;
                return false;
            }

            bits |= 1UL << bit;
        }

        skills = new(bits);
        return true;
    }

    /// <summary>The position of a worker in <see cref="Workers"/>.</summary>
    /// <param name="id">The staff number.</param>
    /// <param name="index">The position, if the worker is on the roster.</param>
    public bool TryFind(ActorId id, out int index) => _byId.TryGetValue(id.Value, out index);

    private ulong Mask(ValueList<string> names)
    {
        ulong bits = 0;
        foreach (var name in names)
            bits |= 1UL << _skills[name];
        return bits;
    }

    private static (int[] Starts, int[] Members) ByNode(GridTree grids, Worker[] workers)
    {
        var covers = new List<(int Node, int Worker)>(workers.Length);
        for (var i = 0; i < workers.Length; i++)
        {
            foreach (var code in workers[i].Covers)
            {
                if (grids.TryFind(code, out var node))
                    covers.Add((node.Index, i));
            }
        }

        covers = [.. covers.Distinct()];
        covers.Sort();
        var starts = new int[grids.Count + 1];
        foreach (var (node, _) in covers)
            starts[node + 1]++;
        for (var node = 0; node < grids.Count; node++)
            starts[node + 1] += starts[node];
        return (starts, covers.ConvertAll(c => c.Worker).ToArray());
    }

    // What a choice asks of a worker, side by side for those of one node.
    internal readonly record struct Member(ulong Skills, int Capacity, int Worker);
}
