namespace GridGov.Spatial.Tests;

public sealed class BostonTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_request_is_in_the_neighbourhood_that_NetTopologySuite_says()
    {
        var requests = Boston.Requests();
        var map = Boston.Map();
        var oracle = new Oracle(map, GridLevel.Community);
        foreach (var c in Boston.Shapes().Changes) output.WriteLine(c.ToString());
        var (located, outside) = (0, 0);
        foreach (var (x, y) in requests)
        {
            var expected = oracle.Locate(x, y);
            Assert.Equal(expected, Oracle.Ask(map, GridLevel.Community, x, y));
            _ = expected < 0 ? outside++ : located++;
        }

        output.WriteLine($"{located} located, {outside} outside");
        var report = map.CheckCoverage(GridLevel.Community);
        output.WriteLine($"{report.Shapes} {report.SquareMetres} left out {report.LeftOut} {report.LeftOutSquareMetres}");
        foreach (var f in report.Findings) output.WriteLine($"{f.Kind} {string.Join(" | ", f.Codes.Select(c => { map.Tree.TryFind(c, out var h); return map.Tree.NameOf(h); }))} {f.SquareMetres:F1} {f.MetresWide:F2} {f.Shape.NumPoints} {f.Shape.Centroid}");
        for (var i = 0; i < map.Tree.Count; i++) output.WriteLine($"{map.Tree.CodeOf(new(i))} {map.Tree.NameOf(new(i))} {map.SquareMetresOf(new(i)):F0}");
        output.WriteLine(string.Join(",", requests.Count(r => oracle.Locate(r.X, r.Y) < 0 && map.TryFindNearest(GeoPoint.Wgs84(r.X, r.Y), GridLevel.Community, 500, out _))));
        output.WriteLine(string.Join(",", requests.Count(r => map.Locate(GeoPoint.Wgs84(r.X, r.Y), GridLevel.Community, 15).IsAmbiguous)));
    }
}
