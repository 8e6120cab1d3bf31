namespace GridGov.Spatial;

/// <summary>The shapes of one level with their indexes. Immutable and thread-safe.</summary>
internal sealed class MapLevel
{
    public MapLevel(GridLevel level, int[] nodes, ShapeIndex[] shapes)
    {
        Level = level;
        Nodes = nodes;
        Shapes = shapes;
        Cells = new(shapes);
        Edges = new(shapes);
    }

    public GridLevel Level { get; }

    /// <summary>The node of each shape, in the tree's order.</summary>
    public int[] Nodes { get; }

    public ShapeIndex[] Shapes { get; }

    public CellIndex Cells { get; }

    public EdgeTree Edges { get; }
}
