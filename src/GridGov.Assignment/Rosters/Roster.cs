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

    private readonly IdIndex _byId;
    private readonly Worker[] _workers;

    private Roster(GridTree grids, Worker[] workers, RosterIntake intake, SkillVocabulary vocabulary)
    {
        Grids = grids;
        _workers = workers;
        _byId = intake.Ids;
        Vocabulary = vocabulary;
        Workers = ValueList.Create<Worker>(workers);
        (IsTimed, HasSubstitutes) = (intake.IsTimed, intake.HasSubstitutes);
        var held = intake.Held(vocabulary);
        foreach (var bits in held)
            Held |= bits;
        if (IsTimed)
        {
            foreach (var worker in workers)
            {
                foreach (var certificate in worker.Certificates)
                    Held |= vocabulary.Held(certificate.Name, certificate.Level);
            }
        }

        Seats = Seats.Of(grids, workers, intake, held);
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
    public bool TryFind(ActorId id, out int index) => _byId.TryFind(id.Value, out index);

    internal Worker this[int index] => _workers[index];

    private bool TryAdd(ref ulong bits, string name, int level)
    {
        var bit = Vocabulary.Needed(name, level) & Held;
        bits |= bit;
        return bit != 0;
    }

    private static Roster Freeze(GridTree grids, Worker[] all, SkillVocabulary? former)
    {
        var intake = RosterIntake.Of(grids, all);
        if (intake is null)
        {
            Array.Sort(all, (a, b) => a.Id.CompareTo(b.Id));
            intake = RosterIntake.Of(grids, all);
        }

        if (intake is null || (intake.HasSubstitutes && !HasAllSubstitutes(all, intake.Ids)))
            throw new DefinitionException("The roster", RosterFaults.Of(grids, all));
        var vocabulary = SkillVocabulary.Of(intake.Levels(), former);
        if (vocabulary.Count > MaxSkills)
        {
            throw new DefinitionException(
                "The roster", [new("skills", string.Create(CultureInfo.InvariantCulture, $"{vocabulary.Count} different ones are named; at most {MaxSkills} are possible"))]);
        }

        return new(grids, all, intake, vocabulary);
    }

    private static bool HasAllSubstitutes(Worker[] workers, IdIndex ids)
    {
        foreach (var worker in workers)
        {
            foreach (var leave in worker.Leaves)
            {
                if (leave.Substitute is { } substitute && !ids.TryFind(substitute.Value, out _))
                    return false;
            }
        }

        return true;
    }
}
