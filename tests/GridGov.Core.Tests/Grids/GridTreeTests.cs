namespace GridGov.Core.Tests;

public class GridTreeTests
{
    private static readonly GridRow[] Rows =
    [
        new(new("S2"), new("D"), "Second street", GridLevel.Street, 7),
        new(new("S1.C1.G2"), new("S1.C1"), "Second grid", GridLevel.Grid, 300),
        new(new("D"), null, "District", GridLevel.District),
        new(new("S1.C1"), new("S1"), "Community", GridLevel.Community, 1),
        new(new("S1"), new("D"), "First street", GridLevel.Street),
        new(new("S1.C1.G1"), new("S1.C1"), "First grid", GridLevel.Grid, 250),
        new(new("A"), null, "Another district", GridLevel.District, 5),
    ];

    private readonly GridTree _tree = GridTree.Build(Rows);

    [Fact]
    public void Nodes_are_numbered_in_pre_order_with_siblings_in_ordinal_order() => Assert.Equal(
        ["A", "D", "S1", "S1.C1", "S1.C1.G1", "S1.C1.G2", "S2"],
        Enumerable.Range(0, _tree.Count).Select(i => _tree.CodeOf(new(i)).Value));

    [Fact]
    public void Siblings_are_in_ordinal_order_in_every_culture() => Cultures.InEach(_ =>
    {
        string[] codes = ["B", "I", "a", "i", "ä", "ı"];
        var tree = GridTree.Build(codes.Reverse().Select(c => new GridRow(new(c), null, c, GridLevel.City)));
        Assert.Equal(codes, Enumerable.Range(0, tree.Count).Select(i => tree.CodeOf(new(i)).Value));
    });

    [Theory]
    [InlineData("D", "S1.C1.G2", true)]
    [InlineData("S1", "S1.C1", true)]
    [InlineData("S1", "S1", true)]
    [InlineData("S1", "S2", false)]
    [InlineData("S1.C1", "S1", false)]
    [InlineData("A", "D", false)]
    [InlineData("A", "S1", false)]
    public void A_node_contains_itself_and_what_lies_below_it(string outer, string inner, bool expected) =>
        Assert.Equal(expected, _tree.Contains(At(outer), At(inner)));

    [Fact]
    public void A_subtree_is_a_range_of_numbers_that_begins_with_its_root()
    {
        Assert.Equal(2..6, _tree.SubtreeOf(At("S1")));
        Assert.Equal(6..7, _tree.SubtreeOf(At("S2")));
    }

    [Fact]
    public void A_node_keeps_what_its_row_says()
    {
        Assert.Equal("Second street", _tree.NameOf(At("S2")));
        Assert.Equal(GridLevel.Street, _tree.LevelOf(At("S2")));
        Assert.Equal(7, _tree.HouseholdsIn(At("S2")));
    }

    [Fact]
    public void Households_are_summed_over_a_subtree_beyond_what_an_int_holds()
    {
        Assert.Equal(558, _tree.HouseholdsIn(At("D")));

        var large = GridTree.Build([
            new(new("P"), null, "P", GridLevel.Province, int.MaxValue),
            new(new("C"), new("P"), "C", GridLevel.City, int.MaxValue)]);
        Assert.Equal(2L * int.MaxValue, large.HouseholdsIn(default));
    }

    [Fact]
    public void A_node_knows_its_parent_and_a_root_has_none()
    {
        Assert.True(_tree.TryGetParent(At("S1.C1.G1"), out var parent));
        Assert.Equal(At("S1.C1"), parent);
        Assert.False(_tree.TryGetParent(At("A"), out _));
        Assert.False(_tree.TryGetParent(At("D"), out _));
    }

    [Fact]
    public void A_path_leads_from_the_root_to_the_node()
    {
        Assert.Equal([At("D"), At("S1"), At("S1.C1"), At("S1.C1.G1")], _tree.PathTo(At("S1.C1.G1")));
        Assert.Equal([At("A")], _tree.PathTo(At("A")));
    }

    [Fact]
    public void A_code_is_found_as_an_identifier_and_as_a_slice_of_a_text()
    {
        Assert.True(_tree.TryFind(new GridCode("S1.C1"), out var byCode));
        Assert.True(_tree.TryFind("at S1.C1, north gate".AsSpan(3, 5), out var bySpan));
        Assert.Equal(byCode, bySpan);
        Assert.Equal("S1.C1", _tree.CodeOf(byCode).Value);
    }

    [Theory]
    [InlineData("S3")]
    [InlineData("s1")]
    [InlineData("S1 ")]
    [InlineData("")]
    public void A_code_that_is_not_in_the_tree_is_not_found(string code) => Assert.False(_tree.TryFind(code.AsSpan(), out _));

    [Fact]
    public void The_default_code_is_not_in_any_tree() => Assert.False(_tree.TryFind(default(GridCode), out _));

    [Fact]
    public void The_node_of_another_tree_is_a_mistake()
    {
        Assert.Throws<IndexOutOfRangeException>(() => _tree.CodeOf(new(_tree.Count)));
        Assert.Throws<IndexOutOfRangeException>(() => _tree.NameOf(new(-1)));
    }

    private GridHandle At(string code) => _tree.TryFind(code.AsSpan(), out var node) ? node : throw new ArgumentException(code);
}
