using System.Globalization;
using static System.FormattableString;

namespace GridGov.Community;

/// <summary>
/// The owners of a building or compound as the law counts them (业主名册): each exclusive part is one owner, but the
/// developer's unsold and undelivered parts together are one, and so are several parts of one buyer. Source:
/// 最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释 (2020) art. 8 and 9. Frozen and thread-safe.
/// </summary>
public sealed class OwnerRegister
{
    private OwnerRegister(ValueList<OwnershipUnit> units, Electorate electorate, PersonId developer)
    {
        Units = units;
        Electorate = electorate;
        Developer = developer;
    }

    /// <summary>The units, in ordinal order of their ids.</summary>
    public ValueList<OwnershipUnit> Units { get; }

    /// <summary>The owners with their areas: one elector an owner, named by the owner's pseudonym.</summary>
    public Electorate Electorate { get; }

    /// <summary>The pseudonym under which the developer's parts are counted.</summary>
    public PersonId Developer { get; }

    /// <summary>Freezes a register.</summary>
    /// <param name="units">The units.</param>
    /// <param name="developer">The developer: owner of all that is unsold or not handed over.</param>
    /// <param name="totalArea">The building's total of exclusive parts in square metres, to be checked, or null.</param>
    /// <exception cref="DefinitionException">
    /// A unit stands twice, an area is not above 0 or has more than two decimals, or the areas do not add up; every fault.
    /// </exception>
    public static OwnerRegister Freeze(IEnumerable<OwnershipUnit> units, PersonId developer, decimal? totalArea = null)
    {
        ArgumentNullException.ThrowIfNull(units);
        OwnershipUnit[] all = [.. units.OrderBy(u => u.Unit.Value, StringComparer.Ordinal)];
        var faults = new List<Fault>();
        if (all.Length == 0)
            faults.Add(new("units", "there is none"));
        for (var i = 0; i < all.Length; i++)
        {
            var unit = all[i];
            if (i > 0 && all[i - 1].Unit == unit.Unit)
                faults.Add(new($"unit {unit.Unit}", "it stands twice"));
            if (unit.Area is <= 0 or > 1_000_000 || decimal.Round(unit.Area, 2) != unit.Area)
                faults.Add(new($"unit {unit.Unit}", Invariant($"an area of {unit.Area} m²; it must be above 0, at most 1,000,000, with at most two decimals")));
            if (unit.State == UnitState.Unsold && unit.Owner != developer)
                faults.Add(new($"unit {unit.Unit}", "it is not sold, but its owner is not the developer"));
        }

        if (faults.Count == 0 && totalArea is { } total && all.Sum(u => u.Area) is var sum && sum != total)
            faults.Add(new("units", string.Create(CultureInfo.InvariantCulture, $"the areas add up to {sum} m², the total is {total} m²")));
        if (faults.Count > 0)
            throw new DefinitionException("owner register", faults);
        var electors = all
            .GroupBy(u => u.State == UnitState.Delivered ? u.Owner : developer)
            .Select(g => new Elector { Id = new(g.Key.Value), Area = g.Sum(u => u.Area) });
        return new(ValueList.Create<OwnershipUnit>(all), Electorate.Freeze("owners", electors), developer);
    }
}
