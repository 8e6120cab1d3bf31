using System.Globalization;
using GridGov.Spatial;
using NetTopologySuite.Geometries;

namespace GridGov.Benchmarks;

/// <summary>
/// Polygons and points to locate: the 26 neighbourhoods of Boston and its requests where the shared data is there, else a
/// generated city of 36 tiles with winding borders, as many edges, and points spread evenly.
/// </summary>
internal sealed class DrawnCity
{
    private const int Side = 6;
    private const int PerBorder = 200;
    private const int Points = 1 << 15;

    private DrawnCity(GridMap map, (double X, double Y)[] places)
    {
        Map = map;
        Places = places;
    }

    public GridMap Map { get; }

    public (double X, double Y)[] Places { get; }

    public static DrawnCity Make() => Folder() is { } folder ? Boston(folder) : Generated();

    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("GRIDGOV_DATA") is { Length: > 0 } named && Directory.Exists(Path.Combine(named, "boston")))
            return Path.Combine(named, "boston");
        for (var at = new DirectoryInfo(Directory.GetCurrentDirectory()); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "shared", "data", "boston");
            if (Directory.Exists(candidate))
                return candidate;
        }

        return null;
    }

    private static DrawnCity Boston(string folder)
    {
        var layout = new GeoJsonLayout { Code = "Neighborhood_ID", Name = "Name", FixedLevel = GridLevel.Community };
        var file = File.ReadAllBytes(Path.Combine(folder, "neighborhoods.geojson"));
        var tree = GridTree.Build(GridGeoJson.ReadRows(file, layout));
        var map = GridMap.Build(tree, ShapeRepair.Fix(GridGeoJson.ReadShapes(file, layout)).Shapes);
        var places = File.ReadLines(Path.Combine(folder, "boston311_2011q3.csv")).Skip(1)
            .Select(line => line.Split(','))
            .Where(f => f[^3].Length > 0 && f[^2].Length > 0)
            .Select(f => (double.Parse(f[^2], CultureInfo.InvariantCulture), double.Parse(f[^3], CultureInfo.InvariantCulture)));
        return new(map, [.. places]);
    }

    private static DrawnCity Generated()
    {
        var random = new Numbers(9);
        var rows = new List<GridRow>();
        var shapes = new List<GridShape>();
        var (across, up) = (new Coordinate[Side, Side + 1][], new Coordinate[Side + 1, Side][]);
        for (var i = 0; i <= Side; i++)
        {
            for (var j = 0; j < Side; j++)
            {
                across[j, i] = Border(random, (j, i), (j + 1, i));
                up[i, j] = Border(random, (i, j), (i, j + 1));
            }
        }

        for (var column = 0; column < Side; column++)
        {
            for (var row = 0; row < Side; row++)
            {
                var code = new GridCode(string.Create(CultureInfo.InvariantCulture, $"tile-{column}-{row}"));
                rows.Add(new(code, null, code.Value, GridLevel.Community));
                Coordinate[] ring =
                [
                    .. across[column, row].SkipLast(1), .. up[column + 1, row].SkipLast(1),
                    .. across[column, row + 1].Reverse().SkipLast(1), .. up[column, row].Reverse(),
                ];
                shapes.Add(new(code, GeometryFactory.Default.CreatePolygon(ring)));
            }
        }

        var places = Enumerable.Range(0, Points).Select(_ => Scaled(Fraction(random) * Side, Fraction(random) * Side)).Select(c => (c.X, c.Y));
        return new(GridMap.Build(GridTree.Build(rows), shapes), [.. places]);
    }

    // Away from its ends a border strays by up to a tenth of a tile to either side.
    private static Coordinate[] Border(Numbers random, (int X, int Y) from, (int X, int Y) to)
    {
        var points = new Coordinate[PerBorder + 1];
        for (var i = 0; i <= PerBorder; i++)
        {
            var at = i / (double)PerBorder;
            var stray = i is 0 or PerBorder ? 0 : (Fraction(random) - 0.5) * 0.2 * Math.Min(1, 5 * Math.Min(at, 1 - at));
            points[i] = from.Y == to.Y ? Scaled(from.X + at, from.Y + stray) : Scaled(from.X + stray, from.Y + at);
        }

        return points;
    }

    private static Coordinate Scaled(double x, double y) => new(120 + (x * 0.02), 30 + (y * 0.02));

    private static double Fraction(Numbers random) => random.Next(1 << 30) / (double)(1 << 30);
}
