namespace GridGov.Spatial.Tests;

/// <summary>The 26 neighbourhoods of Boston and 31,828 requests of 2011, where the shared data is there.</summary>
public sealed class BostonTests
{
    [Fact]
    public void Every_request_is_in_the_neighbourhood_that_NetTopologySuite_says()
    {
        var requests = Boston.Requests();
        var map = Boston.Map();
        var oracle = new Oracle(map, GridLevel.Community);
        var located = 0;
        foreach (var (x, y) in requests)
        {
            var expected = oracle.Locate(x, y);
            Assert.Equal(expected, Oracle.Ask(map, GridLevel.Community, x, y));
            located += expected >= 0 ? 1 : 0;
        }

        Assert.Equal((31_828, 31_822), (requests.Length, located));
    }

    [Fact]
    public void The_six_requests_outside_are_within_500_metres_of_a_neighbourhood()
    {
        var map = Boston.Map();
        var outside = Boston.Requests().Where(r => Oracle.Ask(map, GridLevel.Community, r.X, r.Y) < 0).ToList();

        Assert.Equal(6, outside.Count);
        Assert.All(outside, r =>
        {
            Assert.True(map.TryFindNearest(GeoPoint.Wgs84(r.X, r.Y), GridLevel.Community, 500, out var nearest));
            Assert.True(nearest.Metres > 0);
        });
    }

    [Fact]
    public void Within_15_metres_of_a_boundary_715_requests_have_more_than_one_candidate()
    {
        var map = Boston.Map();

        Assert.Equal(715, Boston.Requests().Count(r => map.Locate(GeoPoint.Wgs84(r.X, r.Y), GridLevel.Community, 15).IsAmbiguous));
    }

    [Fact]
    public void The_vertices_of_all_neighbourhoods_are_where_NetTopologySuite_says()
    {
        var map = Boston.Map();
        var oracle = new Oracle(map, GridLevel.Community);
        foreach (var shape in Boston.Shapes().Shapes)
        {
            foreach (var c in shape.Shape.Coordinates)
            {
                Assert.Equal(oracle.Locate(c.X, c.Y), Oracle.Ask(map, GridLevel.Community, c.X, c.Y));
                Assert.Equal(oracle.Locate(c.X, Math.BitIncrement(c.Y)), Oracle.Ask(map, GridLevel.Community, c.X, Math.BitIncrement(c.Y)));
            }
        }
    }

    [Fact]
    public void One_neighbourhood_touches_itself_and_is_repaired_without_loss()
    {
        Faults.AreAt(["10"], () => GridMap.FromGeoJson(Boston.Tree(), Boston.File(), Boston.Layout));

        var change = Assert.Single(Boston.Shapes().Changes);
        Assert.Equal("10: its shape is not valid: Ring Self-intersection at -71.1257672032289,42.27231595853639; correct the drawing there", change.Faults[0].ToString());
        Assert.Equal(change.SquareMetresBefore, change.SquareMetresAfter, 0.01);
    }

    [Fact]
    public void The_coverage_report_has_one_overlap_and_one_enclosed_gap()
    {
        var map = Boston.Map();
        var report = map.CheckCoverage(GridLevel.Community);

        Assert.Equal(26, report.Shapes);
        Assert.Equal(126_714_081, report.SquareMetres, 1.0);
        Assert.Equal(["Overlap [Allston, Fenway] 31 m²", "Gap [South Boston] 578962 m²"], report.Findings.Select(Line));
        Assert.Equal(0.64, report.Findings[0].MetresWide, 0.01);
        Assert.Equal(2, report.LeftOut);
        Assert.InRange(report.LeftOutSquareMetres, 0, 0.01);

        string Line(CoverageFinding f) => FormattableString.Invariant($"{f.Kind} [{string.Join(", ", f.Codes.Select(Name))}] {f.SquareMetres:F0} m²");

        string Name(GridCode code) => map.Tree.TryFind(code, out var node) ? map.Tree.NameOf(node) : "?";
    }

    [Fact]
    public void The_areas_agree_with_the_citys_own_to_a_hundredth_of_a_percent()
    {
        // The file's ShapeSTArea, in square feet of the state's plane, adds up to 126,705,138 m².
        var map = Boston.Map();

        Assert.Equal(1, Enumerable.Range(0, map.Tree.Count).Sum(i => map.SquareMetresOf(new(i))) / 126_705_138, 1e-4);
    }
}
