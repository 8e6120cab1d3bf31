using System.Runtime.InteropServices;

namespace GridGov.Assignment;

/// <summary>
/// One pass over the rows of a roster: every row is fetched from memory once, and all that is asked of it is asked then.
/// It only finds out whether something is wrong; what, <see cref="RosterFaults"/> says.
/// </summary>
internal sealed class RosterIntake
{
    // A temporary bit for each plain skill; names beyond that many are left to the vocabulary.
    private const int Slots = 64;

    private readonly Worker[] _rows;
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<int> _rich = [];
    private readonly ulong[] _plain;

    private RosterIntake(Worker[] rows)
    {
        _rows = rows;
        _plain = new ulong[rows.Length];
        Homes = new int[rows.Length];
        Ids = new(rows);
    }

    /// <summary>The first node of each row.</summary>
    public int[] Homes { get; }

    public IdIndex Ids { get; }

    public bool IsTimed { get; private set; }

    public bool HasSubstitutes { get; private set; }

    /// <summary>Whether somebody covers more than one node.</summary>
    public bool HasFurtherCovers { get; private set; }

    public bool HasPosts { get; private set; }

    public int LargestCapacity { get; private set; }

    /// <summary>Takes rows in, in the order of their staff numbers; null when they are not in it, or something is wrong.</summary>
    public static RosterIntake? Of(GridTree grids, Worker[] rows)
    {
        var intake = new RosterIntake(rows);
        var last = string.Empty;
        for (var i = 0; i < rows.Length; i++)
        {
            var id = rows[i].Id.Value;
            if (string.CompareOrdinal(last, id) >= 0 || !intake.TryTake(grids, i, id))
                return null;
            last = id;
        }

        return intake;
    }

    /// <summary>Every name with a bit for each level that somebody has.</summary>
    public Dictionary<string, int> Levels()
    {
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in _names)
            levels[name] = 1 << 1;
        foreach (var i in _rich)
            SkillVocabulary.Gather(_rows[i], levels);
        return levels;
    }

    /// <summary>What everybody has that does not run out.</summary>
    public ulong[] Held(SkillVocabulary vocabulary)
    {
        var bits = new ulong[Math.Min(_names.Count, Slots)];
        for (var slot = 0; slot < bits.Length; slot++)
            bits[slot] = vocabulary.Held(_names[slot], 1);
        var held = _plain;
        for (var i = 0; i < held.Length; i++)
        {
            ulong all = 0;
            for (var left = held[i]; left != 0; left &= left - 1)
                all |= bits[System.Numerics.BitOperations.TrailingZeroCount(left)];
            held[i] = all;
        }

        foreach (var i in _rich)
            held[i] = vocabulary.HeldFor(_rows[i]);
        return held;
    }

    private bool TryTake(GridTree grids, int i, string id)
    {
        var worker = _rows[i];
        var covers = worker.Covers.AsSpan();
        if (worker.Body == default || covers.IsEmpty || !grids.TryFind(covers[0], out var home))
            return false;
        if (worker.Capacity is < 1 or > Roster.MaxCapacity || !double.IsFinite(worker.Score) || (worker.Post is { } post && !Enum.IsDefined(post)))
            return false;
        Homes[i] = home.Index;
        Ids.Add(i, id);
        LargestCapacity = Math.Max(LargestCapacity, worker.Capacity);
        HasPosts |= worker.Post is not null;
        IsTimed |= worker.Hours is not null;
        foreach (var further in covers[1..])
        {
            HasFurtherCovers = true;
            if (!grids.TryFind(further, out _))
                return false;
        }

        var isRich = worker.SkillLevels.Count > 0 || worker.Certificates.Count > 0 || worker.Languages.Count > 0;
        foreach (var name in worker.Skills.AsSpan())
        {
            if (name is null)
                return false;
            ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_slots, name, out var isKnown);
            if (!isKnown)
            {
                if (string.IsNullOrWhiteSpace(name))
                    return false;
                slot = _names.Count;
                _names.Add(name);
            }

            if (slot < Slots)
                _plain[i] |= 1UL << slot;
            else
                isRich = true;
        }

        if (isRich)
            _rich.Add(i);
        return (!isRich && worker.Leaves.Count == 0) || TryTakeRich(worker);
    }

    // Substitutes are looked up when everybody is there.
    private bool TryTakeRich(Worker worker)
    {
        IsTimed |= worker.Certificates.Count > 0 || worker.Leaves.Count > 0;
        foreach (var leave in worker.Leaves)
            HasSubstitutes |= leave.Substitute is not null;
        return RosterFaults.IsSoundBesidesSubstitutes(worker);
    }
}
