using CityDay.City;
using CityDay.Input;
using CsCheck;
using GridGov;

namespace CityDay.Tests.City;

public sealed class PlaceTreeTests
{
    private static readonly GridCode Root = new("C");

    private static readonly Gen<InputRow> Rows = Gen.Select(Gen.Int[0, 2], Gen.Int[1, 4], Gen.Int[1, 3], (depth, ward, precinct) =>
        At([.. new GridStep[] { new($"W{ward}", $"Ward {ward}"), new($"W{ward}P{precinct}", $"Precinct {precinct}") }.Take(depth)]));

    [Fact]
    public void Every_place_of_a_line_is_in_the_tree_below_the_one_before_it() => Rows.Array[0, 30].Sample(rows =>
    {
        GridTree tree = Tree(rows);
        foreach (InputRow row in rows)
        {
            Assert.True(tree.TryFind(PlaceTree.GridOf(row, Root), out GridHandle node));
            Assert.Equal(["C", .. row.Place.Select(step => step.Code)], tree.PathTo(node).AsEnumerable().Select(n => tree.CodeOf(n).Value));
        }
    });

    [Fact]
    public void There_is_no_place_that_no_line_names() => Rows.Array[0, 30].Sample(rows =>
        Tree(rows).Count == 1 + rows.SelectMany(row => row.Place).Distinct().Count());

    [Fact]
    public void A_line_without_a_place_is_the_citys_own() => Assert.Equal(Root, PlaceTree.GridOf(At(), Root));

    [Fact]
    public void Of_two_parents_of_one_place_the_first_counts()
    {
        GridTree tree = Tree([At(new("W1", "1"), new("P", "p")), At(new("W2", "2"), new("P", "p"))]);

        Assert.True(tree.TryFind(new GridCode("P"), out GridHandle node));
        Assert.True(tree.TryGetParent(node, out GridHandle parent));
        Assert.Equal("W1", tree.CodeOf(parent).Value);
    }

    private static GridTree Tree(IEnumerable<InputRow> rows) =>
        PlaceTree.Of(new(Root, null, "City", GridLevel.City), rows, GridLevel.District, GridLevel.Grid);

    private static InputRow At(params IReadOnlyList<GridStep> place) =>
        new() { Line = 2, Id = "1", ReportedAt = DateTimeOffset.UnixEpoch, Place = place, Category = "x", Channel = "y" };
}
