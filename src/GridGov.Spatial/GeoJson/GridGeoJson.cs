using NetTopologySuite.Geometries;

namespace GridGov.Spatial;

/// <summary>Grids from and to GeoJSON (RFC 7946). Pure and thread-safe.</summary>
/// <remarks>
/// A document is a FeatureCollection of polygons and multi-polygons. Where it breaks off, the byte is told; else every
/// fault is listed with its path. Nesting deeper than 16, duplicate members and positions beyond the limit are refused;
/// heights are skipped; unknown members are ignored.
/// </remarks>
public static class GridGeoJson
{
    /// <summary>Reads features.</summary>
    /// <param name="utf8">The document, with or without a byte order mark.</param>
    /// <param name="layout">The names of the properties, the system and the limits; null for the form that the library writes.</param>
    /// <exception cref="DefinitionException">The document has faults; every one is listed, with its path.</exception>
    public static ValueList<GridFeature> Read(ReadOnlyMemory<byte> utf8, GeoJsonLayout? layout = null) =>
        ValueList.From(new GeoJsonReader(layout ?? GeoJsonLayout.Default, codesOnly: false).Read(utf8));

    /// <summary>Reads the rows of a grid tree from the properties of features, with or without geometry.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="layout">The names of the properties, the system and the limits; null for the form that the library writes.</param>
    /// <exception cref="DefinitionException">The document has faults, those of its geometries included; every one is listed.</exception>
    public static ValueList<GridRow> ReadRows(ReadOnlyMemory<byte> utf8, GeoJsonLayout? layout = null) =>
        ValueList.From(Read(utf8, layout).Select(f => f.ToRow()));

    /// <summary>Reads codes and shapes only; features without geometry are left out.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="layout">The name of the code's property, the system and the limits; null for the form that the library writes.</param>
    /// <exception cref="DefinitionException">The document has faults; every one is listed, with its path.</exception>
    public static ValueList<GridShape> ReadShapes(ReadOnlyMemory<byte> utf8, GeoJsonLayout? layout = null) =>
        ValueList.From(new GeoJsonReader(layout ?? GeoJsonLayout.Default, codesOnly: true).Read(utf8)
            .Where(f => f.Shape is not null).Select(f => new GridShape(f.Code, f.Shape!)));

    /// <summary>
    /// Writes features in the default layout. Shells run counter-clockwise and holes clockwise, as RFC 7946 asks; numbers
    /// are written so that they are read back bit by bit. A system other than WGS 84 is named in
    /// <c>coordinate_system</c>.
    /// </summary>
    /// <param name="features">The features.</param>
    /// <param name="system">The system of their coordinates.</param>
    /// <exception cref="ArgumentNullException"><paramref name="features"/> is null.</exception>
    /// <exception cref="ArgumentException">A shape is neither polygon nor multi-polygon, or a coordinate is not a number.</exception>
    public static byte[] Write(IEnumerable<GridFeature> features, CoordinateSystem system = CoordinateSystem.Wgs84)
    {
        ArgumentNullException.ThrowIfNull(features);
        return GeoJsonWriter.Write(features, system);
    }

    /// <summary>Writes every node of a map's tree, in the tree's order; a node that is not drawn has no geometry.</summary>
    /// <param name="map">The map.</param>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    public static byte[] Write(GridMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return Write(Enumerable.Range(0, map.Tree.Count).Select(i => FeatureOf(map, new(i))), map.System);
    }

    private static GridFeature FeatureOf(GridMap map, GridHandle node)
    {
        var tree = map.Tree;
        GridCode? parent = tree.TryGetParent(node, out var above) ? tree.CodeOf(above) : null;
        Geometry? shape = map.TryGetShape(node, out var drawn) ? drawn : null;
        return new(tree.CodeOf(node), parent, tree.NameOf(node), tree.LevelOf(node), HouseholdsOf(tree, node), shape);
    }

    // The tree tells the households of subtrees; a node's own are what its children do not have.
    private static int HouseholdsOf(GridTree tree, GridHandle node)
    {
        var own = tree.HouseholdsIn(node);
        var subtree = tree.SubtreeOf(node);
        for (var child = node.Index + 1; child < subtree.End.Value; child = tree.SubtreeOf(new(child)).End.Value)
            own -= tree.HouseholdsIn(new(child));
        return (int)own;
    }
}
