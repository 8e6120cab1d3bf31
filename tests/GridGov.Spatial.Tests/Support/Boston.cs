using System.Globalization;

namespace GridGov.Spatial.Tests;

/// <summary>The 26 neighbourhoods of Boston and the requests of three months, from the shared data.</summary>
internal static class Boston
{
    public static GeoJsonLayout Layout { get; } = new()
    {
        Code = "Neighborhood_ID",
        Name = "Name",
        FixedLevel = GridLevel.Community,
        FixedParent = new("boston"),
    };

    public static ReadOnlyMemory<byte> File() => System.IO.File.ReadAllBytes(SharedData.PathOf("boston/neighborhoods.geojson"));

    /// <summary>The shapes, the one that touches itself repaired.</summary>
    public static RepairedShapes Shapes() => ShapeRepair.Fix(GridGeoJson.ReadShapes(File(), Layout));

    public static GridMap Map() => GridMap.Build(Tree(), Shapes().Shapes);

    public static GridTree Tree() =>
        GridTree.Build([new(new("boston"), null, "Boston", GridLevel.City), .. GridGeoJson.ReadRows(File(), Layout)]);

    /// <summary>The place of every request that has one.</summary>
    public static (double X, double Y)[] Requests() =>
        [.. SharedData.RowsOf("boston/boston311_2011q3.csv")
            .Where(r => r[^3].Length > 0 && r[^2].Length > 0)
            .Select(r => (double.Parse(r[^2], CultureInfo.InvariantCulture), double.Parse(r[^3], CultureInfo.InvariantCulture)))];
}
