using System.Globalization;

namespace GridGov.Assignment;

/// <summary>
/// Who works where and what they can do (花名册). Frozen and thread-safe; the changing part is the
/// <see cref="Workload"/>. Workers are numbered in ordinal order of their ids, so the order of the rows does not matter.
/// </summary>
public sealed class Roster
{
    /// <summary>The most different skills that one roster may name; a level and a language count as one each.</summary>
    public const int MaxSkills = 64;

    internal const int MaxCapacity = 1_000_000;

    private readonly Dictionary<string, int> _byId;
    private readonly Worker[] _workers;

    private Roster(GridTree grids, Worker[] workers, int[] homes, Dictionary<string, int> byId, SkillVocabulary vocabulary)
    {
        Grids = grids;
        _workers = workers;
        _byId = byId;
        Vocabulary = vocabulary;
        Workers = ValueList.Create<Worker>(workers);
        Seats = Seats.Of(grids, workers, homes, vocabulary, id => byId[id.Value]);
        foreach (var bits in Seats.Skills)
            Held |= bits;
        foreach (var worker in workers)
        {
            IsTimed |= worker.Hours is not null || worker.Leaves.Count > 0 || worker.Certificates.Count > 0;
            HasSubstitutes |= worker.Leaves.Count > 0 && worker.Leaves.Any(l => l.Substitute is not null);
            foreach (var certificate in worker.Certificates)
                Held |= vocabulary.Held(certificate.Name, certificate.Level);
        }
    }

    /// <summary>The grid tree that the workers cover.</summary>
    public GridTree Grids { get; }

    /// <summary>The workers, in ordinal order of their ids.</summary>
    public ValueList<Worker> Workers { get; }

    /// <summary>Whether somebody has hours, leave or a certificate, so that an engine over it needs a clock.</summary>
    public bool IsTimed { get; }

    internal bool HasSubstitutes { get; }

    internal Seats Seats { get; }

    internal SkillVocabulary Vocabulary { get; }

    // Every bit that somebody has, be it by a certificate that does not count now.
    internal ulong Held { get; }

    /// <summary>Freezes a roster after checking it as a whole. Rows in the order of their staff numbers are quickest.</summary>
    /// <param name="grids">The grid tree.</param>
    /// <param name="workers">The workers, in any order; none is allowed.</param>
    /// <exception cref="DefinitionException">
    /// An id missing or twice, no body, an unknown grid, nothing covered, a capacity out of range, a skill without a
    /// name or with a level out of range, too many skills, a certificate or leave that ends before it begins, a
    /// substitute who is not on the roster, a score that is no number: every fault is listed.
    /// </exception>
    public static Roster Freeze(GridTree grids, IEnumerable<Worker> workers)
    {
        ArgumentNullException.ThrowIfNull(grids);
        ArgumentNullException.ThrowIfNull(workers);
        return Freeze(grids, [.. workers], null);
    }

    /// <summary>A roster of other workers, or over another tree, in which the skill sets of this one stay valid.</summary>
    /// <param name="grids">The grid tree; handles are valid for the tree they are of.</param>
    /// <param name="workers">All workers, in any order.</param>
    /// <exception cref="DefinitionException">As <see cref="Freeze(GridTree, IEnumerable{Worker})"/>.</exception>
    public Roster With(GridTree grids, IEnumerable<Worker> workers)
    {
        ArgumentNullException.ThrowIfNull(grids);
        ArgumentNullException.ThrowIfNull(workers);
        return Freeze(grids, [.. workers], Vocabulary);
    }

    /// <summary>A roster of other workers over the same tree: requests made for this one stay valid.</summary>
    /// <param name="workers">All workers, in any order.</param>
    /// <exception cref="DefinitionException">As <see cref="Freeze(GridTree, IEnumerable{Worker})"/>.</exception>
    public Roster With(IEnumerable<Worker> workers) => With(Grids, workers);

    /// <summary>The set of the named skills.</summary>
    /// <param name="names">The names.</param>
    /// <param name="skills">The set, if every name is known.</param>
    /// <returns>Whether somebody on the roster has each of them; else nobody can satisfy the set.</returns>
    public bool TryGetSkills(ValueList<string> names, out SkillSet skills)
    {
        ulong bits = 0;
        var isHeld = true;
        foreach (var name in names)
            isHeld &= TryAdd(ref bits, name, 1);
        skills = isHeld ? new(bits) : default;
        return isHeld;
    }

    /// <summary>The set of what a case asks for.</summary>
    /// <param name="needs">Skills, levels and languages.</param>
    /// <param name="skills">The set, if all of it is known.</param>
    /// <returns>Whether somebody on the roster has each of them, be it by a certificate that does not count now; else nobody can satisfy the set.</returns>
    public bool TryGetSkills(SkillNeeds needs, out SkillSet skills)
    {
        ArgumentNullException.ThrowIfNull(needs);
        var isHeld = TryGetSkills(needs.Skills, out skills);
        var bits = skills.Bits;
        foreach (var (name, level) in needs.Levels)
            isHeld &= TryAdd(ref bits, name, level);
        foreach (var name in needs.Languages)
            isHeld &= TryAdd(ref bits, SkillVocabulary.Language(name), 1);
        skills = isHeld ? new(bits) : default;
        return isHeld;
    }

    /// <summary>The position of a worker in <see cref="Workers"/>.</summary>
    /// <param name="id">The staff number.</param>
    /// <param name="index">The position, if the worker is on the roster.</param>
    public bool TryFind(ActorId id, out int index) => _byId.TryGetValue(id.Value, out index);

    internal Worker this[int index] => _workers[index];

    private bool TryAdd(ref ulong bits, string name, int level)
    {
        var bit = Vocabulary.Needed(name, level) & Held;
        bits |= bit;
        return bit != 0;
    }

    private static Roster Freeze(GridTree grids, Worker[] all, SkillVocabulary? former)
    {
        if (!IsSorted(all))
            Array.Sort(all, (a, b) => a.Id.CompareTo(b.Id));
        var homes = new int[all.Length];
        var faults = RosterFaults.Of(grids, all, homes);
        if (faults.Count > 0)
            throw new DefinitionException("The roster", faults);
        var vocabulary = SkillVocabulary.Of(all, former);
        if (vocabulary.Count > MaxSkills)
            faults.Add(new("skills", string.Create(CultureInfo.InvariantCulture, $"{vocabulary.Count} different ones are named; at most {MaxSkills} are possible")));
        if (faults.Count > 0)
            throw new DefinitionException("The roster", faults);
        var byId = new Dictionary<string, int>(all.Length, StringComparer.Ordinal);
        for (var i = 0; i < all.Length; i++)
            byId.Add(all[i].Id.Value, i);
        return new(grids, all, homes, byId, vocabulary);
    }

    private static bool IsSorted(Worker[] workers)
    {
        for (var i = 1; i < workers.Length; i++)
        {
            if (workers[i - 1].Id > workers[i].Id)
                return false;
        }

        return true;
    }
}
