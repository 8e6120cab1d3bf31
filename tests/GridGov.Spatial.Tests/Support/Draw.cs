using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace GridGov.Spatial.Tests;

/// <summary>Small maps drawn by hand.</summary>
internal static class Draw
{
    public static Geometry Wkt(string text) => new WKTReader().Read(text);

    public static Polygon Box(double west, double south, double east, double north) =>
        GeometryFactory.Default.CreatePolygon([new(west, south), new(east, south), new(east, north), new(west, north), new(west, south)]);

    /// <summary>A map of grids without a parent.</summary>
    public static GridMap Map(params (string Code, Geometry Shape)[] grids) => GridMap.Build(Tree(grids), Shapes(grids));

    public static GridTree Tree(params (string Code, Geometry Shape)[] grids) =>
        GridTree.Build(grids.Select(g => new GridRow(new(g.Code), null, g.Code, GridLevel.Grid)));

    public static IEnumerable<GridShape> Shapes(params (string Code, Geometry Shape)[] grids) =>
        grids.Select(g => new GridShape(new(g.Code), g.Shape));

    /// <summary>The code of the grid of a point, or null.</summary>
    public static string? At(this GridMap map, double x, double y, GridLevel level = GridLevel.Grid) =>
        map.TryLocate(x, y, level, out var grid) ? map.Tree.CodeOf(grid).Value : null;
}
