using NetTopologySuite.Geometries;

namespace GridGov.Spatial.Tests;

public sealed class MapDefinitionTests
{
    private static readonly GridTree Tree = GridTree.Build("abcdefgh".Select(c => new GridRow(new($"{c}"), null, $"{c}", GridLevel.Grid)));

    [Fact]
    public void Every_fault_is_listed()
    {
        var faults = Faults.Of(() => GridMap.Build(Tree, [
            new(new("a"), Draw.Box(0, 0, 1, 1)),
            new(new("a"), Draw.Box(1, 0, 2, 1)),
            new(new("x"), Draw.Box(2, 0, 3, 1)),
            new(new("b"), GeometryFactory.Default.CreatePolygon()),
            new(new("c"), GeometryFactory.Default.CreatePoint(new Coordinate(1, 1))),
            new(new("d"), Draw.Box(0, 0, 181, 1)),
            new(new("e"), Draw.Wkt("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))")),
            new(new("f"), Draw.Wkt("MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((1 1, 3 1, 3 3, 1 3, 1 1)))")),
            new(new("g"), null!),
            null!,
            new(default, Draw.Box(0, 0, 1, 1)),
            new(new("h"), Draw.Wkt("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (5 5, 6 5, 6 6, 5 6, 5 5))"))]));

        Assert.Equal(
            [
                "a: the code has two shapes; join them into one multi-polygon",
                "x: the code is not in the grid tree; add the node or correct the code",
                "b: its shape is empty; leave it out or draw it",
                "c: its shape is a Point; a polygon or multi-polygon is needed",
                "d: 2 position(s) are no longitude and latitude in degrees, the first is 181,0",
                "e: its shape is not valid: Self-intersection at 1,1; correct the drawing there",
                "g: its shape is missing",
                "shape 10: it is null",
                "shape 11: it has no code",
            ],
            faults.Where(f => f[0] is not ('f' or 'h')));
        Assert.Contains(faults, f => f.StartsWith("f: its shape is not valid: ", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("h: its shape is not valid: Hole lies outside shell at 5,5", StringComparison.Ordinal));
    }

    [Fact]
    public void A_coordinate_that_is_no_number_is_a_fault() =>
        Faults.AreAt(["a"], () => GridMap.Build(Tree, [new(new("a"), Draw.Box(0, 0, double.NaN, 1))]));

    [Fact]
    public void A_map_has_a_shape() => Faults.AreAt(["shapes"], () => GridMap.Build(Tree, []));

    [Fact]
    public void A_system_that_is_none_is_misuse() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GridMap.Build(Tree, [new(new("a"), Draw.Box(0, 0, 1, 1))], default));

    [Fact]
    public void A_bow_tie_is_repaired_on_demand_and_on_record()
    {
        var bow = Draw.Wkt("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))");
        var good = Draw.Box(5, 5, 6, 6);
        var repaired = ShapeRepair.Fix([new(new("a"), bow), new(new("b"), good), new(new("c"), Draw.Box(0, 0, 999, 1))]);

        var change = Assert.Single(repaired.Changes);
        Assert.Equal(new("a"), change.Code);
        Assert.Contains("Self-intersection at 1,1", change.Faults[0].What, StringComparison.Ordinal);
        Assert.Same(good, repaired.Shapes[1].Shape);
        Assert.Equal(0, change.SquareMetresBefore, change.SquareMetresAfter / 100);
        Assert.True(repaired.Shapes[0].Shape.IsValid);
        Faults.AreAt(["c"], () => GridMap.Build(Tree, repaired.Shapes));
        Assert.Equal(2, GridMap.Build(Tree, repaired.Shapes.Take(2)).Count);
    }
}
