using System.Collections.Frozen;
using static System.FormattableString;

namespace GridGov.Community;

/// <summary>
/// All who may take part (有表决权者名册), each once. Frozen and thread-safe. Electors have dense handles from 0 in
/// ordinal order of their ids, so that who has voted is a bit and not a name.
/// </summary>
public sealed class Electorate
{
    private readonly FrozenDictionary<PersonId, int> _handles;
    private readonly int[] _households;

    // In hundredths of a square metre, which are as fine as areas may be; null where nobody has any.
    private readonly long[]? _area;
    private readonly bool[]? _isDelegate;
    private readonly int _householdCount;

    private Electorate(string name, ValueList<Elector> electors, FrozenDictionary<PersonId, int> handles, int[] households, int householdCount)
    {
        Name = name;
        Electors = electors;
        _handles = handles;
        _households = households;
        _householdCount = householdCount;
        _area = electors.Any(e => e.Area > 0) ? [.. electors.Select(e => (long)(e.Area * 100))] : null;
        _isDelegate = electors.Any(e => e.IsDelegate) ? [.. electors.Select(e => e.IsDelegate)] : null;
    }

    /// <summary>What it is called in refusals.</summary>
    public string Name { get; }

    /// <summary>The electors, by handle.</summary>
    public ValueList<Elector> Electors { get; }

    /// <summary>Freezes an electorate.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="electors">The electors, in any order.</param>
    /// <exception cref="DefinitionException">Nobody is in it, somebody twice, or an area is negative or too fine; every fault.</exception>
    public static Electorate Freeze(string name, IEnumerable<Elector> electors)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(electors);
        Elector[] all = [.. electors.OrderBy(e => e.Id.Value, StringComparer.Ordinal)];
        var faults = new List<Fault>();
        if (all.Length == 0)
            faults.Add(new(name, "nobody is in it"));
        for (var i = 0; i < all.Length; i++)
        {
            if (i > 0 && all[i - 1].Id == all[i].Id)
                faults.Add(new(Invariant($"{name}, elector {i + 1} in order"), "the same elector stands twice"));
            if (all[i].Area is < 0 or > 1_000_000_000 || decimal.Round(all[i].Area, 2) != all[i].Area)
                faults.Add(new(Invariant($"{name}, elector {i + 1} in order"), Invariant($"an area of {all[i].Area} m²; it must be from 0 to 1,000,000,000, with at most two decimals")));
        }

        if (faults.Count > 0)
            throw new DefinitionException($"electorate \"{name}\"", faults);
        var households = new Dictionary<HouseholdId, int>();
        int[] byElector = [.. all.Select(e => e.Household is not { } h ? -1 : households.TryGetValue(h, out var known) ? known : households[h] = households.Count)];
        return new(
            name,
            ValueList.Create<Elector>(all),
            all.Index().ToFrozenDictionary(e => e.Item.Id, e => e.Index),
            byElector,
            households.Count);
    }

    /// <summary>The handle of an elector.</summary>
    /// <param name="id">The elector.</param>
    /// <param name="handle">The handle, from 0, or −1.</param>
    /// <returns>Whether the elector may take part.</returns>
    public bool TryFind(PersonId id, out int handle)
    {
        if (_handles.TryGetValue(id, out handle))
            return true;
        handle = -1;
        return false;
    }

    /// <summary>
    /// Counts groups by every measure. A household is in a group when one of its electors is, and in favour or against
    /// when none of its electors says otherwise.
    /// </summary>
    /// <param name="groups">The groups of each elector, by handle.</param>
    internal QuorumFigures Count(ReadOnlySpan<VoteGroups> groups)
    {
        // By every combination of groups first: one sum an elector and not five.
        Span<long> people = stackalloc long[32], area = stackalloc long[32], delegates = stackalloc long[32];
        var households = new byte[_householdCount];
        for (var i = 0; i < groups.Length; i++)
        {
            var mask = (int)groups[i];
            people[mask]++;
            if (_area is not null)
                area[mask] += _area[i];
            if (_isDelegate is not null)
                delegates[mask] += _isDelegate[i] ? 1 : 0;
            if (_householdCount > 0 && _households[i] >= 0)
                households[_households[i]] |= (byte)mask;
        }

        return new()
        {
            People = ToFigures(people, 1),
            Area = _area is null ? null : ToFigures(area, 100),
            Delegates = _isDelegate is null ? null : ToFigures(delegates, 1),
            Households = _householdCount == 0 ? null : CountHouseholds(households),
        };
    }

    private static MeasureFigures ToFigures(ReadOnlySpan<long> byGroups, decimal unit)
    {
        Span<decimal> sums = stackalloc decimal[5];
        for (var mask = 0; mask < byGroups.Length; mask++)
        {
            for (var g = 0; g < sums.Length; g++)
                sums[g] += (mask & 1 << g) == 0 ? 0 : byGroups[mask];
        }

        for (var g = 0; g < sums.Length; g++)
            sums[g] /= unit;
        return ToFigures(sums);
    }

    private static MeasureFigures ToFigures(ReadOnlySpan<decimal> groups) => new(groups[0], groups[1], groups[2], groups[3], groups[4]);

    private static MeasureFigures CountHouseholds(byte[] households)
    {
        Span<decimal> groups = stackalloc decimal[5];
        foreach (var household in households)
        {
            groups[0]++;
            groups[1] += (household & 2) != 0 ? 1 : 0;
            groups[2] += (household & 4) != 0 ? 1 : 0;
            groups[3] += (household & 24) == 8 ? 1 : 0;
            groups[4] += (household & 24) == 16 ? 1 : 0;
        }

        return ToFigures(groups);
    }
}

/// <summary>The groups that a quorum counts, as they nest: who says yes took part, and who took part was present.</summary>
[Flags]
internal enum VoteGroups : byte
{
    Entitled = 1,
    Present = Entitled | 2,
    TookPart = Present | 4,
    Yes = TookPart | 8,
    No = TookPart | 16,
}
