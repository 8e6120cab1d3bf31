namespace GridGov.Spatial.Tests;

public sealed class NearestTests
{
    [Theory]
    [InlineData(0, 5_000, 0.001)]
    [InlineData(23, 5_000, 0.001)]
    [InlineData(40, 5_000, 0.001)]
    [InlineData(60, 5_000, 0.001)]
    [InlineData(23, 100_000, 0.02)]
    [InlineData(40, 100_000, 0.02)]
    [InlineData(60, 100_000, 0.02)]
    public void The_distance_is_the_geodesic_one_within_the_stated_error(double latitude, double metres, double error)
    {
        for (var angle = 0; angle < 360; angle += 15)
        {
            var (sin, cos) = Math.SinCos(angle * Math.PI / 180);
            var (x, y) = (110 + (metres * 0.97 * cos / 111_320 / Math.Cos(latitude * Math.PI / 180)), latitude + (metres * 0.97 * sin / 111_320));
            // So small that it is a point.
            var map = Draw.Map(("a", Draw.Box(x, y, x + 1e-9, y + 1e-9)));

            Assert.True(map.TryFindNearest(GeoPoint.Wgs84(110, latitude), GridLevel.Grid, 100_000, out var nearest));
            var geodesic = Vincenty.Metres(110, latitude, x, y);
            Assert.InRange(nearest.Metres / geodesic, 1 - error, 1 + error);
        }
    }

    [Fact]
    public void Of_two_equally_near_the_first_is_given()
    {
        var map = Draw.Map(("b", Draw.Box(0, 0, 1, 1)), ("a", Draw.Box(1, 0, 2, 1)));

        Assert.True(map.TryFindNearest(GeoPoint.Wgs84(1, 1.001), GridLevel.Grid, 1000, out var nearest));
        Assert.Equal("a", map.Tree.CodeOf(nearest.Grid).Value);
        Assert.Equal(110.6, nearest.Metres, 0.1);
    }

    [Fact]
    public void Inside_the_distance_is_0_and_too_far_is_a_no()
    {
        var map = Draw.Map(("a", Draw.Box(0, 0, 1, 1)));

        Assert.True(map.TryFindNearest(GeoPoint.Wgs84(0.5, 0.5), GridLevel.Grid, 0, out var inside));
        Assert.Equal(new(new(0), 0), inside);
        Assert.False(map.TryFindNearest(GeoPoint.Wgs84(1.1, 0.5), GridLevel.Grid, 11_000, out _));
        Assert.True(map.TryFindNearest(GeoPoint.Wgs84(1.1, 0.5), GridLevel.Grid, 11_200, out _));
        Assert.False(map.TryFindNearest(GeoPoint.Wgs84(1.1, 0.5), GridLevel.MicroGrid, 11_200, out _));
    }

    [Fact]
    public void Near_a_boundary_both_grids_are_candidates()
    {
        var map = Draw.Map(("a", Draw.Box(0, 0, 1, 1)), ("b", Draw.Box(1, 0, 2, 1)));

        // Eleven metres east of the boundary.
        var match = map.Locate(GeoPoint.Wgs84(1.0001, 0.5), GridLevel.Grid, 15);

        Assert.True(match.IsAmbiguous);
        Assert.Equal(["b", "a"], match.Candidates.Select(c => map.Tree.CodeOf(c.Grid).Value));
        Assert.Equal(0, match.Candidates[0].Metres);
        Assert.Equal(11.13, match.Candidates[1].Metres, 0.01);
        Assert.False(map.Locate(GeoPoint.Wgs84(1.0001, 0.5), GridLevel.Grid, 11).IsAmbiguous);
        Assert.True(map.Locate(GeoPoint.Wgs84(1, 0.5), GridLevel.Grid, 0).IsAmbiguous);
        Assert.True(map.Locate(GeoPoint.Wgs84(3, 0.5), GridLevel.Grid, 100).IsEmpty);
        Assert.True(map.Locate(GeoPoint.Wgs84(0.5, 0.5), GridLevel.MicroGrid, 100).IsEmpty);
    }
}
