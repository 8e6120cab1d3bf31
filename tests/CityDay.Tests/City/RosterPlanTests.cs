using CityDay.City;
using CsCheck;
using GridGov;
using GridGov.Assignment;

namespace CityDay.Tests.City;

public sealed class RosterPlanTests
{
    private static readonly string[] Skills = ["office", "works"];

    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(8));

    private static readonly GridTree Tree = GridTree.Build(
    [
        new(new("C"), null, "City", GridLevel.City),
        new(new("A"), new("C"), "A", GridLevel.Street),
        new(new("A1"), new("A"), "A1", GridLevel.Community),
        new(new("A1x"), new("A1"), "A1x", GridLevel.Grid),
        new(new("A1y"), new("A1"), "A1y", GridLevel.Grid),
        new(new("A2"), new("A"), "A2", GridLevel.Community),
    ]);

    private static readonly Gen<WorkItem> Item =
        from node in Gen.Int[0, 5]
        from skill in Gen.Int[0, 1]
        from weight in Gen.Int[1, 3]
        from begin in Gen.Int[0, 20]
        from length in Gen.Int[0, 10].Nullable()
        select new WorkItem(new(node), Skills[skill], weight, Monday.AddHours(begin), length is { } hours ? Monday.AddHours(begin + hours) : null);

    private static readonly Gen<RosterSize> Size = Gen.Select(Gen.Int[1, 5], Gen.Int[1, 1_000], Gen.Int[0, 500], (capacity, team, reserve) =>
        new RosterSize(GridLevel.Community, capacity, team, reserve));

    [Fact]
    public void A_team_holds_its_part_of_the_most_work_that_is_open_at_once() => Gen.Select(Item.Array[0, 25], Size).Sample((work, size) =>
    {
        IReadOnlyList<Worker> staff = Staff(work, size);
        foreach (var team in work.GroupBy(item => (Node: Community(item.At), item.Skill)))
            Assert.Equal(Needed(team, size.TeamPermille, size.Capacity), Count(staff, $"{team.Key.Node}-{team.Key.Skill}-0"));
    });

    [Fact]
    public void The_level_above_holds_a_reserve_for_all_teams_below_it() => Gen.Select(Item.Array[0, 25], Size).Sample((work, size) =>
    {
        IReadOnlyList<Worker> staff = Staff(work, size);
        foreach (var reserve in work.GroupBy(item => (Node: Above(Community(item.At)), item.Skill)))
        {
            int expected = size.ReservePermille == 0 ? 0 : Needed(reserve, size.ReservePermille, size.Capacity);
            Assert.Equal(expected, Count(staff, $"{reserve.Key.Node}-{reserve.Key.Skill}-R"));
        }
    });

    [Fact]
    public void Every_skill_has_somebody_who_covers_the_whole_city_even_without_work() => Gen.Select(Item.Array[0, 5], Size).Sample((work, size) =>
        Skills.All(skill => Staff(work, size).Any(worker => worker.Skills.Contains(skill) && worker.Covers.Contains(new("C")))));

    [Fact]
    public void No_two_workers_have_one_id_and_all_have_the_capacity() => Gen.Select(Item.Array[0, 25], Size).Sample((work, size) =>
    {
        IReadOnlyList<Worker> staff = Staff(work, size);
        return staff.Select(worker => worker.Id).Distinct().Count() == staff.Count && staff.All(worker => worker.Capacity == size.Capacity);
    });

    private static IReadOnlyList<Worker> Staff(WorkItem[] work, RosterSize size) => RosterPlan.Staff(Tree, Skills, work, size, (_, skill) => new(skill));

    private static int Count(IReadOnlyList<Worker> staff, string prefix) =>
        staff.Count(worker => worker.Id.Value.StartsWith(prefix, StringComparison.Ordinal));

    // Open work is the most at the beginning of some item; what ends at that instant is still held.
    private static int Needed(IEnumerable<WorkItem> work, int permille, int capacity)
    {
        int peak = work.Max(at => work.Where(item => item.From <= at.From && (item.Until is null || item.Until >= at.From)).Sum(item => item.Weight));
        return Math.Max(1, (int)Math.Ceiling(Math.Floor(peak * permille / 1_000.0) / capacity));
    }

    private static string Community(GridHandle at) => at.Index switch { 0 => "C", 1 => "A", 2 or 3 or 4 => "A1", _ => "A2" };

    private static string Above(string node) => node is "A1" or "A2" ? "A" : "C";
}
