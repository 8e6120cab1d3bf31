using NetTopologySuite.Geometries;

namespace GridGov.Spatial.Tests;

public sealed class CoverageTests
{
    private static readonly CoverageTolerance Everything = new(0, 0);

    [Fact]
    public void The_earth_has_its_area()
    {
        // The surface of the WGS 84 ellipsoid is 510,065,621.724 km².
        var map = Draw.Map(("earth", Draw.Box(-180, -90, 180, 90)));

        Assert.Equal(510_065_621.724e6, map.SquareMetresOf(new(0)), 1e6);
    }

    [Fact]
    public void A_small_square_has_the_area_of_its_sides()
    {
        var map = Draw.Map(("a", Draw.Box(113.9, 22.5, 113.91, 22.51)));

        var sides = Vincenty.Metres(113.9, 22.505, 113.91, 22.505) * Vincenty.Metres(113.9, 22.5, 113.9, 22.51);
        Assert.Equal(1, map.SquareMetresOf(new(0)) / sides, 1e-7);
    }

    [Fact]
    public void Tiles_that_share_their_borders_are_sound()
    {
        var map = Draw.Map(("a", Draw.Box(0, 0, 1, 1)), ("b", Draw.Box(1, 0, 2, 1)));

        var report = map.CheckCoverage(GridLevel.Grid, Everything, Draw.Box(0, 0, 2, 1));

        Assert.True(report.IsSound);
        Assert.Equal((GridLevel.Grid, null, 2, 0), (report.Level, report.Within, report.Shapes, report.LeftOut));
        Assert.Equal(map.SquareMetresOf(new(0)) + map.SquareMetresOf(new(1)), report.SquareMetres, 1.0);
    }

    [Fact]
    public void Overlaps_gaps_and_what_stands_over_are_found_with_codes_and_area()
    {
        var map = Draw.Map(("a", Draw.Box(0, 0, 1, 1)), ("b", Draw.Box(0.9, 0, 2, 1)), ("c", Draw.Box(2.5, 0, 3.2, 1)));

        var report = map.CheckCoverage(GridLevel.Grid, outer: Draw.Box(0, 0, 3, 1));

        Assert.Equal(
            [(CoverageFault.Overlap, "[a, b]"), (CoverageFault.Gap, "[b, c]"), (CoverageFault.Outside, "[c]")],
            report.Findings.Select(f => (f.Kind, f.Codes.ToString())));
        Assert.Equal(new Envelope(0.9, 1, 0, 1), report.Findings[0].Shape.EnvelopeInternal);
        Assert.Equal(new Envelope(2, 2.5, 0, 1), report.Findings[1].Shape.EnvelopeInternal);
        Assert.Equal(new Envelope(3, 3.2, 0, 1), report.Findings[2].Shape.EnvelopeInternal);
        Assert.Equal(1, report.SquareMetresOf(CoverageFault.Gap) / Area(2, 2.5), 1e-9);
        Assert.Equal(1, report.SquareMetresOf(CoverageFault.Overlap) / Area(0.9, 1), 1e-9);
        Assert.Equal(1, report.CountOf(CoverageFault.Outside));

        static double Area(double west, double east) => Draw.Map(("x", Draw.Box(west, 0, east, 1))).SquareMetresOf(new(0));
    }

    [Fact]
    public void Without_an_outer_polygon_gaps_are_what_the_grids_enclose()
    {
        var map = Draw.Map(
            ("a", Draw.Wkt("POLYGON ((0 0, 3 0, 3 1, 1 1, 1 2, 3 2, 3 3, 0 3, 0 0))")), ("b", Draw.Box(2, 1, 3, 2)), ("far", Draw.Box(9, 9, 10, 10)));

        var finding = Assert.Single(map.CheckCoverage(GridLevel.Grid).Findings);

        Assert.Equal(CoverageFault.Gap, finding.Kind);
        Assert.Equal("[a, b]", finding.Codes.ToString());
        Assert.Equal(new Envelope(1, 2, 1, 2), finding.Shape.EnvelopeInternal);
    }

    [Fact]
    public void Pieces_below_the_tolerance_are_left_out_and_counted()
    {
        // A sliver of 1e-7 degrees, about a centimetre, and 111 km long.
        var map = Draw.Map(("a", Draw.Box(0, 0, 1, 1)), ("b", Draw.Box(1 - 1e-7, 0, 2, 1)));

        var strict = map.CheckCoverage(GridLevel.Grid, Everything);
        var report = map.CheckCoverage(GridLevel.Grid);

        var sliver = Assert.Single(strict.Findings);
        Assert.Equal(0.0111, sliver.MetresWide, 0.0002);
        Assert.Equal(1230, sliver.SquareMetres, 10.0);
        Assert.True(report.IsSound);
        Assert.Equal(1, report.LeftOut);
        Assert.Equal(sliver.SquareMetres, report.LeftOutSquareMetres);
    }

    [Fact]
    public void Children_cover_their_parent_or_the_report_says_where_not()
    {
        var tree = GridTree.Build([
            new(new("p"), null, "Parent", GridLevel.Community), new(new("p1"), new("p"), "One", GridLevel.Grid), new(new("p2"), new("p"), "Two", GridLevel.Grid),
            new(new("q"), null, "Other", GridLevel.Community), new(new("q1"), new("q"), "Three", GridLevel.Grid), new(new("r"), null, "Bare", GridLevel.Community)]);
        var map = GridMap.Build(tree, [
            new(new("p"), Draw.Box(0, 0, 2, 1)), new(new("p1"), Draw.Box(0, 0, 1, 1)), new(new("p2"), Draw.Box(1, 0, 1.9, 1)),
            new(new("q"), Draw.Box(2, 0, 3, 1)), new(new("q1"), Draw.Box(1.95, 0, 3, 1)), new(new("r"), Draw.Box(5, 5, 6, 6))]);

        var report = map.CheckChildren(GridLevel.Community, GridLevel.Grid);

        Assert.Equal(GridLevel.Community, report.Within);
        Assert.Equal(
            [(CoverageFault.Gap, "[r]"), (CoverageFault.Gap, "[p, p2, q1]"), (CoverageFault.Outside, "[q, q1]")],
            report.Findings.Select(f => (f.Kind, f.Codes.ToString())));
    }

    [Fact]
    public void A_level_that_is_not_drawn_is_misuse()
    {
        var map = Draw.Map(("a", Draw.Box(0, 0, 1, 1)));

        Assert.Throws<ArgumentException>(() => map.CheckCoverage(GridLevel.Street));
        Assert.Throws<ArgumentException>(() => map.CheckCoverage((GridLevel)99));
        Assert.Throws<ArgumentException>(() => map.CheckChildren(GridLevel.Grid, GridLevel.Community));
        Assert.Throws<ArgumentException>(() => map.CheckChildren(GridLevel.Community, GridLevel.Grid));
        Faults.AreAt(["outer"], () => map.CheckCoverage(GridLevel.Grid, outer: Draw.Wkt("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))")));
    }

    [Fact]
    public void The_same_map_gives_the_same_report()
    {
        var shapes = new[] { ("a", (Geometry)Draw.Box(0, 0, 1, 1)), ("b", Draw.Box(0.9, 0, 2, 1)), ("c", Draw.Box(0.95, 0.5, 3, 2)) };

        var first = Draw.Map(shapes).CheckCoverage(GridLevel.Grid);
        var second = GridMap.Build(Draw.Tree(shapes), Draw.Shapes(shapes).Reverse()).CheckCoverage(GridLevel.Grid);

        Assert.Equal(3, first.CountOf(CoverageFault.Overlap));
        Assert.Equal(first.Findings.Select(f => (f.Codes, f.SquareMetres)), second.Findings.Select(f => (f.Codes, f.SquareMetres)));
        Assert.Equal(first, second);
    }
}
