using static System.FormattableString;

namespace GridGov;

/// <summary>
/// The published versions of one duty list and which is in force on which day (清单版本). No day between the first version's
/// and the last's is without a list, and none has two. Immutable and thread-safe.
/// </summary>
public sealed class DutyListHistory
{
    private DutyListHistory(DutyList[] versions) => Versions = ValueList.Create<DutyList>(versions);

    /// <summary>The versions, in the order of their numbers and of their first days.</summary>
    public ValueList<DutyList> Versions { get; }

    /// <summary>Freezes a history after checking it as a whole.</summary>
    /// <param name="versions">The versions of one list, in any order. A version without a last day ends with the day before the next begins.</param>
    /// <exception cref="DefinitionException">
    /// No version, one that is null, of another list, not published or twice, a first day missing or not in the order of the numbers, a day
    /// with two versions or with none: every fault is listed.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="versions"/> is null.</exception>
    public static DutyListHistory Freeze(IEnumerable<DutyList> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        var all = versions.ToArray();
        var faults = new List<Fault>();
        if (all.Length == 0)
            faults.Add(new("versions", "there is none"));
        if (Array.Exists(all, v => v is null))
            faults.Add(new("versions", "one is null"));
        DutyList[] known = [.. all.Where(v => v is not null).OrderBy(v => v.Version)];
        for (var i = 0; i < known.Length; i++)
        {
            var (list, where) = (known[i], known[i].ToString());
            if (!string.Equals(list.Id, known[0].Id, StringComparison.Ordinal))
                faults.Add(new(where, $"it is of another list than {known[0]}"));
            if (list.Terms.Published is null)
                faults.Add(new(where, "it was never published; a draft binds nobody"));
            if (list.Terms.From is null && i > 0)
                faults.Add(new(where, "its first day is missing; nobody knows when it follows the version before"));
            if (i > 0)
                CheckAfter(known[i - 1], list, where, faults);
        }

        return faults.Count == 0 ? new(known) : throw new DefinitionException("The versions of a duty list", faults);
    }

    /// <summary>The version in force on a day, or null before the first and after the last.</summary>
    /// <param name="day">The day.</param>
    public DutyList? InForceOn(DateOnly day)
    {
        for (var i = Versions.Count - 1; i >= 0; i--)
        {
            if (!(day < Versions[i].Terms.From))
                return day > Versions[i].Terms.Until ? null : Versions[i];
        }

        return null;
    }

    private static void CheckAfter(DutyList before, DutyList list, string where, List<Fault> faults)
    {
        if (before.Version == list.Version)
            faults.Add(new(where, "there are two of this version"));
        if (list.Terms.From is not { } from)
            return;
        if (before.Terms.From >= from)
            faults.Add(new(where, Invariant($"it begins on {from:O}, not after {before}, which begins on {before.Terms.From:O}")));
        else if (before.Terms.Until >= from)
            faults.Add(new(where, Invariant($"{before} is in force until {before.Terms.Until:O}; on {from:O} there would be two")));
        else if (before.Terms.Until is { } until && until.AddDays(1) < from)
            faults.Add(new(where, Invariant($"{before} ends on {until:O}; until {from:O} no list is in force")));
    }
}
