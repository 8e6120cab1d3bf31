namespace GridGov.Core.Tests;

public class GridTreeSizeTests
{
    [Fact]
    public void The_deepest_tree_has_seven_levels()
    {
        var tree = GridTree.Build(Enum.GetValues<GridLevel>().Reverse().Select(level => new GridRow(
            new($"{(int)level}"), level == GridLevel.Province ? null : new GridCode($"{(int)level - 1}"), level.ToString(), level, 1)));

        Assert.Equal(7, tree.PathTo(new(6)).Count);
        Assert.Equal(7, tree.HouseholdsIn(default));
        Assert.All(Enumerable.Range(0, 7), i => Assert.True(tree.Contains(default, new(i))));
    }

    [Fact]
    public void A_community_of_two_hundred_thousand_grids_is_one_range()
    {
        const int grids = 200_000;
        var tree = GridTree.Build(Enumerable.Range(0, grids)
            .Select(i => new GridRow(new($"G{i:D6}"), new("C"), "grid", GridLevel.Grid, 1))
            .Append(new(new("C"), null, "community", GridLevel.Community)));

        Assert.Equal(grids + 1, tree.Count);
        Assert.Equal(0..(grids + 1), tree.SubtreeOf(default));
        Assert.Equal(grids, tree.HouseholdsIn(default));
        Assert.True(tree.TryFind("G199999".AsSpan(), out var last));
        Assert.Equal(grids, last.Index);
    }

    [Fact]
    public void Two_hundred_thousand_unknown_parents_are_all_listed()
    {
        const int grids = 200_000;
        var thrown = Assert.Throws<DefinitionException>(() => GridTree.Build(
            Enumerable.Range(0, grids).Select(i => new GridRow(new($"G{i}"), new("C"), "grid", GridLevel.Grid))));

        Assert.Equal(grids, thrown.Faults.Count);
        Assert.InRange(thrown.Message.Length, 1, 4000);
    }

    [Fact]
    public void A_circle_of_two_hundred_thousand_parents_is_found()
    {
        const int nodes = 200_000;
        var thrown = Assert.Throws<DefinitionException>(() => GridTree.Build(
            Enumerable.Range(0, nodes).Select(i => new GridRow(new($"G{i}"), new($"G{(i + 1) % nodes}"), "node", GridLevel.Grid))));

        Assert.Equal(nodes, thrown.Faults.Count(f => f.What.Contains("circle", StringComparison.Ordinal)));
    }
}
