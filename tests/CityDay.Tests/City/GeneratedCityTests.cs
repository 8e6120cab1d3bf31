using CityDay.City;
using CityDay.Input;
using GridGov;

namespace CityDay.Tests.City;

public sealed class GeneratedCityTests
{
    private static readonly GridTree Tree = GeneratedCity.Tree();

    private static readonly IReadOnlyList<InputRow> Week = GeneratedCity.Rows(seed: 1, days: 7, perDay: 1_000, CancellationToken.None);

    [Fact]
    public void It_is_a_district_of_six_streets_and_twenty_three_communities()
    {
        var levels = Enumerable.Range(0, Tree.Count).GroupBy(i => Tree.LevelOf(new(i))).ToDictionary(level => level.Key, level => level.Count());

        Assert.Equal((1, 6, 23), (levels[GridLevel.District], levels[GridLevel.Street], levels[GridLevel.Community]));
    }

    [Fact]
    public void Most_grids_are_within_the_citys_size_rule_and_some_on_either_side_are_not()
    {
        GridSizeReport report = GeneratedCity.SizeRule.Check(Tree);

        Assert.InRange(report.OutOfBounds.Count, report.Checked / 20, report.Checked / 5);
        Assert.Contains(report.OutOfBounds, f => f.Distance < 0);
        Assert.Contains(report.OutOfBounds, f => f.Distance > 0);
        Assert.All(report.OutOfBounds, f => Assert.InRange(f.Households, 90, 710));
    }

    [Fact]
    public void Every_report_names_a_grid_of_the_tree_by_its_whole_path() => Assert.All(Week, row =>
    {
        Assert.True(Tree.TryFind(new GridCode(row.Place[^1].Code), out GridHandle grid));
        Assert.Equal(Tree.PathTo(grid).AsEnumerable().Skip(1).Select(n => new GridStep(Tree.CodeOf(n).Value, Tree.NameOf(n))), row.Place);
    });

    [Fact]
    public void Workdays_have_what_is_asked_for_and_days_off_about_half() =>
        Assert.Equal([1_000, 1_000, 1_000, 1_000, 1_000, 517, 517], Week.GroupBy(row => row.ReportedAt.Date).OrderBy(day => day.Key).Select(day => day.Count()));

    [Fact]
    public void No_two_reports_have_one_id() => Assert.Equal(Week.Count, Week.Select(row => row.Id).Distinct().Count());

    [Fact]
    public void Kinds_come_in_their_proportion() => Assert.All(Proportions.EventTypes, kind =>
        Assert.InRange(10_000.0 * Week.Count(row => row.Category == kind.Name) / Week.Count, kind.Weight - 200, kind.Weight + 200));

    [Fact]
    public void The_same_seed_gives_the_same_reports_and_another_seed_others()
    {
        Assert.Equal(Keys(GeneratedCity.Rows(1, 7, 1_000, CancellationToken.None)), Keys(Week));
        Assert.NotEqual(Keys(GeneratedCity.Rows(2, 7, 1_000, CancellationToken.None)), Keys(Week));
    }

    private static IEnumerable<(string, DateTimeOffset, string, string, string)> Keys(IReadOnlyList<InputRow> rows) =>
        rows.Select(row => (row.Id, row.ReportedAt, row.Place[^1].Code, row.Category, row.Channel));
}
