using NetTopologySuite.Geometries;

namespace GridGov.Spatial.Tests;

public sealed class GridMapTests
{
    private static readonly (string, Geometry)[] Quarters =
        [("a", Draw.Box(0, 0, 1, 1)), ("b", Draw.Box(1, 0, 2, 1)), ("c", Draw.Box(0, 1, 1, 2)), ("d", Draw.Box(1, 1, 2, 2))];

    [Theory]
    [InlineData(0.5, 0.5, "a")]
    [InlineData(1.5, 0.5, "b")]
    [InlineData(1, 0.5, "a")]
    [InlineData(1.5, 1, "b")]
    [InlineData(0.5, 1, "a")]
    [InlineData(1, 1.5, "c")]
    [InlineData(1, 1, "a")]
    [InlineData(2, 1, "b")]
    [InlineData(1, 2, "c")]
    [InlineData(0, 0, "a")]
    [InlineData(2, 2, "d")]
    [InlineData(2.0000001, 1, null)]
    [InlineData(0.5, -0.0000001, null)]
    public void A_point_on_a_boundary_belongs_to_the_first_grid_that_touches_it(double x, double y, string? code) =>
        Assert.Equal(code, Draw.Map(Quarters).At(x, y));

    [Fact]
    public void The_order_of_the_shapes_does_not_matter()
    {
        var map = GridMap.Build(Draw.Tree(Quarters), Draw.Shapes(Quarters).Reverse());

        Assert.Equal("a", map.At(1, 1));
        Assert.Equal("b", map.At(1.5, 1));
    }

    [Fact]
    public void A_point_that_two_grids_overlap_belongs_to_the_first()
    {
        var map = Draw.Map(("b", Draw.Box(0, 0, 2, 2)), ("a", Draw.Box(1, 1, 3, 3)));

        Assert.Equal("a", map.At(1.5, 1.5));
        Assert.Equal("a", map.At(1, 1));
        Assert.Equal("b", map.At(0.999, 1));
    }

    [Fact]
    public void A_hole_is_not_covered_and_its_edge_is()
    {
        var map = Draw.Map(
            ("ring", Draw.Wkt("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 3 1, 3 3, 1 3, 1 1))")),
            ("island", Draw.Wkt("POLYGON ((1.5 1.5, 2.5 1.5, 2.5 2.5, 1.5 2.5, 1.5 1.5))")));

        Assert.Equal("ring", map.At(0.5, 2));
        Assert.Equal("ring", map.At(1, 2));
        Assert.Null(map.At(1.2, 2));
        Assert.Equal("island", map.At(2, 2));
    }

    [Fact]
    public void A_grid_may_have_several_parts()
    {
        var map = Draw.Map(("two", Draw.Wkt("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((5 5, 6 5, 6 6, 5 6, 5 5)))")));

        Assert.Equal("two", map.At(0.5, 0.5));
        Assert.Equal("two", map.At(5.5, 5.5));
        Assert.Null(map.At(3, 3));
    }

    [Fact]
    public void A_level_that_is_not_drawn_is_answered_by_a_deeper_one()
    {
        var tree = GridTree.Build([
            new(new("s"), null, "Street", GridLevel.Street),
            new(new("c1"), new("s"), "One", GridLevel.Community), new(new("c2"), new("s"), "Two", GridLevel.Community),
            new(new("g"), new("c2"), "Grid", GridLevel.Grid), new(new("m"), new("s"), "Micro", GridLevel.MicroGrid)]);
        var map = GridMap.Build(tree, [new(new("c1"), Draw.Box(0, 0, 1, 1)), new(new("g"), Draw.Box(1, 0, 2, 1)), new(new("m"), Draw.Box(2, 0, 3, 1))]);

        Assert.Equal([GridLevel.Community, GridLevel.Grid, GridLevel.MicroGrid], map.Levels);
        Assert.Equal("s", map.At(0.5, 0.5, GridLevel.Street));
        Assert.Equal("c1", map.At(0.5, 0.5, GridLevel.Community));
        Assert.Null(map.At(0.5, 0.5, GridLevel.Grid));
        Assert.Equal("g", map.At(1.5, 0.5, GridLevel.Grid));
        Assert.Equal("m", map.At(2.5, 0.5, GridLevel.MicroGrid));
        Assert.Null(map.At(0.5, 0.5, GridLevel.City));
    }

    [Fact]
    public void A_boundary_point_has_its_grid_within_its_community()
    {
        // By code alone the point would go to grid "a", which is not in the community that comes first.
        var tree = GridTree.Build([
            new(new("c1"), null, "One", GridLevel.Community), new(new("c2"), null, "Two", GridLevel.Community),
            new(new("z"), new("c1"), "Grid z", GridLevel.Grid), new(new("a"), new("c2"), "Grid a", GridLevel.Grid)]);
        var (left, right) = (Draw.Box(0, 0, 1, 1), Draw.Box(1, 0, 2, 1));
        var map = GridMap.Build(tree, [new(new("c1"), left), new(new("z"), left), new(new("c2"), right), new(new("a"), right)]);

        Assert.Equal("c1", map.At(1, 0.5, GridLevel.Community));
        Assert.Equal("z", map.At(1, 0.5, GridLevel.Grid));
    }

    [Fact]
    public void A_point_of_another_system_is_refused()
    {
        var map = Draw.Map(Quarters);

        Assert.True(map.TryLocate(GeoPoint.Wgs84(0.5, 0.5), GridLevel.Grid, out _));
        Assert.Throws<ArgumentException>(() => map.TryLocate(GeoPoint.Gcj02(0.5, 0.5), GridLevel.Grid, out _));
        Assert.Throws<ArgumentException>(() => map.TryLocate(GeoPoint.Cgcs2000(0.5, 0.5), GridLevel.Grid, out _));
        Assert.Throws<ArgumentException>(() => map.TryLocate(default(GeoPoint), GridLevel.Grid, out _));
        Assert.Throws<ArgumentException>(() => map.Locate(GeoPoint.Gcj02(0.5, 0.5), GridLevel.Grid, 1));
        Assert.Throws<ArgumentException>(() => map.TryFindNearest(GeoPoint.Gcj02(0.5, 0.5), GridLevel.Grid, 1, out _));
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.NaN)]
    [InlineData(181, 0)]
    [InlineData(0, -91)]
    [InlineData(double.NegativeInfinity, 0)]
    public void A_point_out_of_range_is_misuse(double x, double y) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Draw.Map(Quarters).TryLocate(x, y, GridLevel.Grid, out _));

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(255)]
    public void A_level_that_is_none_is_misuse(byte level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Draw.Map(Quarters).TryLocate(0.5, 0.5, (GridLevel)level, out _));

    [Theory]
    [InlineData(-1)]
    [InlineData(100_001)]
    [InlineData(double.NaN)]
    public void A_distance_out_of_range_is_misuse(double metres)
    {
        var map = Draw.Map(Quarters);

        Assert.Throws<ArgumentOutOfRangeException>(() => map.TryFindNearest(GeoPoint.Wgs84(5, 5), GridLevel.Grid, metres, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.Locate(GeoPoint.Wgs84(5, 5), GridLevel.Grid, metres));
    }

    [Fact]
    public void A_look_up_allocates_nothing()
    {
        var map = new Tiling(5, 5, 10, 1).Map();
        Ask();
        Assert.Equal(0, Allocations.Least(Ask));

        void Ask()
        {
            for (var i = 0; i < 1000; i++)
            {
                map.TryLocate(Tiling.West + (i * 0.00006), Tiling.South + (i * 0.00006), GridLevel.Grid, out _);
                map.TryFindNearest(GeoPoint.Wgs84(Tiling.West - 0.01, Tiling.South + (i * 0.00005)), GridLevel.Grid, 5000, out _);
            }
        }
    }

    [Fact]
    public void The_map_keeps_its_own_copy_of_the_shapes()
    {
        var box = Draw.Box(0, 0, 1, 1);
        var map = Draw.Map(("a", box));
        box.ExteriorRing.Coordinates[0].X = -50;
        Assert.True(map.TryGetShape(new(0), out var first));
        ((Polygon)first).ExteriorRing.Coordinates[1].X = 50;

        Assert.True(map.TryGetShape(new(0), out var second));
        Assert.True(second.EqualsExact(Draw.Box(0, 0, 1, 1)));
        Assert.Equal("a", map.At(0.5, 0.5));
    }

    [Fact]
    public void Many_threads_get_the_answers_of_one()
    {
        var tiling = new Tiling(6, 6, 12, 3);
        var map = tiling.Map();
        var oracle = new Oracle(map, GridLevel.Grid);
        var points = Enumerable.Range(0, 2000).Select(i => (X: Tiling.West + (i % 45 * 0.0014), Y: Tiling.South + (i / 45 * 0.0014))).ToArray();
        var expected = points.Select(p => oracle.Locate(p.X, p.Y)).ToArray();

        Parallel.For(0, 8, _ =>
        {
            for (var i = 0; i < points.Length; i++)
                Assert.Equal(expected[i], Oracle.Ask(map, GridLevel.Grid, points[i].X, points[i].Y));
        });
    }
}
