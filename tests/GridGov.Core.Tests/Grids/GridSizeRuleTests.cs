namespace GridGov.Core.Tests;

public class GridSizeRuleTests
{
    private static readonly GridTree City = GridTree.Build([
        new(new("D"), null, "District", GridLevel.District),
        new(new("S1"), new("D"), "Town", GridLevel.Street) { Area = AreaType.Urban },
        new(new("S2"), new("D"), "Country", GridLevel.Street) { Area = AreaType.Rural },
        new(new("G1"), new("S1"), "Small", GridLevel.Grid, 249),
        new(new("M1"), new("G1"), "Micro", GridLevel.MicroGrid, 50),
        new(new("G2"), new("S1"), "Right", GridLevel.Grid, 500),
        new(new("G3"), new("S2"), "Large", GridLevel.Grid, 501),
        new(new("G4"), new("D"), "Nowhere", GridLevel.Grid, 400),
        new(new("P"), new("S1"), "Park", GridLevel.Grid, 0) { Kind = GridKind.Exclusive }]);

    [Fact]
    public void Grids_out_of_bounds_are_listed_with_the_bound_and_the_distance()
    {
        var report = GridSizeRules.General300To500.Check(City);

        Assert.Equal([new(new("G1"), 299, 300), new(new("G3"), 501, 500)], report.OutOfBounds);
        Assert.Equal([-1, 1], report.OutOfBounds.Select(f => f.Distance));
        Assert.Equal(4, report.Checked);
        Assert.Empty(report.AreaUnknown);
    }

    [Fact]
    public void A_rule_for_an_area_names_the_grids_whose_area_nobody_states()
    {
        var urban = GridSizeRules.Urban300To500.Check(City);
        Assert.Equal(["G1"], urban.OutOfBounds.Select(f => f.Grid.Value));
        Assert.Equal([new GridCode("G4")], urban.AreaUnknown);
        Assert.Equal(2, urban.Checked);

        Assert.Equal([new(new("G3"), 501, 50)], GridSizeRules.YanchiRural.Check(City).OutOfBounds);
    }

    [Fact]
    public void Bounds_themselves_are_within_and_a_missing_bound_does_not_count()
    {
        Assert.Empty(GridSizeRules.Micro50To80.Check(City).OutOfBounds);
        Assert.DoesNotContain(GridSizeRules.JiamusiUrban.Check(City).OutOfBounds, f => f.Grid == new GridCode("P"));
    }

    [Fact]
    public void Every_rule_of_the_set_is_sound_and_says_where_it_comes_from()
    {
        Assert.All(GridSizeRules.All, rule => Assert.NotNull(rule.Check(City)));
        Assert.All(GridSizeRules.All, rule => Assert.False(string.IsNullOrWhiteSpace(rule.Source.Instrument)));
        Assert.Equal(9, GridSizeRules.All.Select(r => r.Id).Distinct().Count());
    }

    [Fact]
    public void A_rule_without_sense_is_refused()
    {
        Faults.AreAt(["bounds"], () => (GridSizeRules.WuhanMicro with { Least = null, Most = null }).Check(City));
        Faults.AreAt(["bounds", "bounds"], () => (GridSizeRules.WuhanMicro with { Least = 5, Most = -1 }).Check(City));
    }
}
