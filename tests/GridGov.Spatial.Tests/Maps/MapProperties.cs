using CsCheck;
using NetTopologySuite.Geometries;

namespace GridGov.Spatial.Tests;

public sealed class MapProperties
{
    // Away from 0, where degrees of 1e-80 are beyond the digits of the test that is the oracle here.
    private const double West = 110;
    private const double South = 30;

    private static readonly Gen<Tiling> Tilings =
        Gen.Select(Gen.Int[1, 6], Gen.Int[1, 6], Gen.Int[1, 9], Gen.Int[0, 1 << 30]).Select(t => new Tiling(t.Item1, t.Item2, t.Item3, t.Item4));

    [Fact]
    public void Every_point_of_a_tiling_is_where_NetTopologySuite_says_and_in_one_tile() =>
        Tilings.Sample(tiling =>
        {
            var map = tiling.Map();
            var oracle = new Oracle(map, GridLevel.Grid);
            foreach (var (x, y) in PointsOf(tiling))
            {
                var found = Oracle.Ask(map, GridLevel.Grid, x, y);
                Assert.Equal(oracle.Locate(x, y), found);
                var isInside = x >= Tiling.West && x <= tiling.East && y >= Tiling.South && y <= tiling.North;
                Assert.Equal(isInside, found >= 0);
            }
        }, iter: 60);

    [Fact]
    public void Overlapping_polygons_with_holes_are_where_NetTopologySuite_says() =>
        Gen.Select(Star(5), Star(5), Star(2), Gen.Select(Gen.Double[West - 6, West + 6], Gen.Double[South - 6, South + 6]).Array[50]).Sample((a, b, hole, points) =>
        {
            var ring = a.Difference(hole);
            if (ring is not (Polygon or MultiPolygon) || ring.IsEmpty || !ring.IsValid)
                return;
            var map = Draw.Map(("a", ring), ("b", b));
            var oracle = new Oracle(map, GridLevel.Grid);
            foreach (var (x, y) in points.Concat(ring.Coordinates.Concat(b.Coordinates).SelectMany(Around)))
                Assert.Equal(oracle.Locate(x, y), Oracle.Ask(map, GridLevel.Grid, x, y));
        }, iter: 300);

    [Fact]
    public void The_nearest_grid_is_that_of_trying_every_edge() =>
        Gen.Select(Tilings, Gen.Double[-0.05, 0.1], Gen.Double[-0.05, 0.1], Gen.Double[0, 6000]).Sample((tiling, dx, dy, most) =>
        {
            var map = tiling.Map();
            var (x, y) = (Tiling.West + dx, Tiling.South + dy);
            var best = (Metres: double.PositiveInfinity, Node: -1);
            for (var i = 0; i < map.Tree.Count; i++)
            {
                if (map.TryGetShape(new(i), out var shape) && Brute(shape, x, y) is var metres && metres < best.Metres - 1e-9)
                    best = (metres, i);
            }

            var found = map.TryFindNearest(GeoPoint.Wgs84(x, y), GridLevel.Grid, most, out var nearest);

            var inside = map.TryLocate(x, y, GridLevel.Grid, out var grid);
            Assert.Equal(inside || best.Metres <= most, found);
            if (!found)
                return;
            Assert.Equal(inside ? 0 : best.Metres, nearest.Metres, 1e-6);
            Assert.Equal(inside ? grid.Index : best.Node, nearest.Grid.Index);
        }, iter: 300);

    [Fact]
    public void The_candidates_are_the_grids_within_the_tolerance() =>
        Gen.Select(Tilings, Gen.Double[-0.01, 0.05], Gen.Double[-0.01, 0.05], Gen.Double[0, 500]).Sample((tiling, dx, dy, tolerance) =>
        {
            var map = tiling.Map();
            var (x, y) = (Tiling.West + dx, Tiling.South + dy);
            var match = map.Locate(GeoPoint.Wgs84(x, y), GridLevel.Grid, tolerance);

            var expected = Enumerable.Range(0, map.Tree.Count)
                .Where(i => map.TryGetShape(new(i), out var shape) && (shape.Covers(new Point(x, y)) || Brute(shape, x, y) <= tolerance));
            Assert.Equal(expected, match.Candidates.Select(c => c.Grid.Index).Order());
            Assert.Equal(match.Candidates.Select(c => c.Metres).Order(), match.Candidates.Select(c => c.Metres));
            if (map.TryLocate(x, y, GridLevel.Grid, out var grid))
                Assert.Equal(new(grid, 0), match.Candidates[0]);
            Assert.Equal(match.Candidates.Count > 1, match.IsAmbiguous);
        }, iter: 200);

    private static IEnumerable<(double X, double Y)> PointsOf(Tiling tiling)
    {
        for (var i = 0; i < 300; i++)
            yield return (Tiling.West - 0.005 + (i % 20 * 0.0035), Tiling.South - 0.005 + (i / 20 * 0.0047));
        foreach (var shape in tiling.Shapes())
        {
            var ring = shape.Shape.Coordinates;
            for (var i = 1; i < ring.Length; i++)
            {
                foreach (var point in Around(ring[i]))
                    yield return point;
                yield return ((ring[i].X + ring[i - 1].X) / 2, (ring[i].Y + ring[i - 1].Y) / 2);
            }
        }
    }

    // A vertex and its neighbours by one step of the number, where a test without an exact predicate fails first.
    private static IEnumerable<(double X, double Y)> Around(Coordinate c) =>
    [
        (c.X, c.Y), (Math.BitIncrement(c.X), c.Y), (Math.BitDecrement(c.X), c.Y), (c.X, Math.BitIncrement(c.Y)), (c.X, Math.BitDecrement(c.Y)),
    ];

    private static double Brute(Geometry shape, double x, double y)
    {
        var (east, north) = (Vincenty.Metres(x, y, x + 1e-4, y) * 1e4, (Vincenty.Metres(x, y - 5e-5, x, y + 5e-5) * 1e4));
        var ring = shape.Coordinates;
        var local = Array.ConvertAll(ring, c => new Coordinate((c.X - x) * east, (c.Y - y) * north));
        return GeometryFactory.Default.CreateLineString(local).Distance(GeometryFactory.Default.CreatePoint(new Coordinate(0, 0)));
    }

    private static Gen<Polygon> Star(double size) =>
        Gen.Select(Gen.Double[0.2, 1].Array[3, 24], Gen.Double[West - 2, West + 2], Gen.Double[South - 2, South + 2]).Select((radii, x, y) =>
        {
            var points = radii.Select((r, i) => new Coordinate(
                x + (size * r * Math.Cos(2 * Math.PI * i / radii.Length)), y + (size * r * Math.Sin(2 * Math.PI * i / radii.Length)))).ToArray();
            return GeometryFactory.Default.CreatePolygon([.. points, points[0].Copy()]);
        });
}
