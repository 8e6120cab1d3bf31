using static GridGov.Core.Tests.DutySamples;

namespace GridGov.Core.Tests;

public class DutyListHistoryTests
{
    private static readonly DateOnly April = new(2026, 4, 1);

    [Fact]
    public void On_every_day_one_version_is_in_force()
    {
        var history = DutyListHistory.Freeze([Version(2, April), Version(1, new(2026, 1, 1)), Version(3, new(2026, 7, 1), new(2026, 9, 30))]);

        Assert.Null(history.InForceOn(new(2025, 12, 31)));
        Assert.Equal(1, history.InForceOn(April.AddDays(-1))!.Version);
        Assert.Equal(2, history.InForceOn(April)!.Version);
        Assert.Equal(3, history.InForceOn(new(2026, 9, 30))!.Version);
        Assert.Null(history.InForceOn(new(2026, 10, 1)));
    }

    [Fact]
    public void Every_fault_between_versions_is_listed_at_once() => Assert.Equal(
        [
            "town v2: town v1 ends on 2026-01-31; until 2026-04-01 no list is in force",
            "town v3: it was never published; a draft binds nobody",
            "town v3: town v2 is in force until 2026-05-31; on 2026-05-31 there would be two",
            "town v4: its first day is missing; nobody knows when it follows the version before",
            "town v4: there are two of this version",
            "town v5: it begins on 2026-04-01, not after town v4, which begins on 2026-04-02",
        ],
        Faults.Of(() => DutyListHistory.Freeze(
        [
            Version(1, new(2026, 1, 1), new(2026, 1, 31)),
            Version(2, April, new(2026, 5, 31)),
            Draft(3, new() { From = new(2026, 5, 31) }),
            Draft(4, new() { Published = April }),
            Version(4, April.AddDays(1)),
            Version(5, April),
        ])).Where(f => !f.StartsWith("town v4: it begins", StringComparison.Ordinal)));

    [Fact]
    public void Versions_of_several_lists_are_no_history() =>
        Faults.AreAt(["town-2026 v3"], () => DutyListHistory.Freeze([Version(1, April), Published(Freeze(Item("a")))]));

    [Fact]
    public void There_is_no_history_without_a_version() => Faults.AreAt(["versions"], () => DutyListHistory.Freeze([]));

    private static DutyList Published(DutyList list) =>
        DutyList.Freeze(list.Id, list.Version, list.AdmissionBody, list.Basis, list.Items, new() { Published = April, From = April.AddDays(9) });

    private static DutyList Version(int number, DateOnly from, DateOnly? until = null) =>
        Draft(number, new() { From = from, Until = until, Published = from });

    private static DutyList Draft(int number, DutyListTerms terms) =>
        DutyList.Freeze("town", number, new("office"), Basis, [Item("a")], terms);
}
