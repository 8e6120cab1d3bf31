namespace GridGov.Core.Tests;

/// <summary>The four upper levels of China's statistical divisions.</summary>
public class GridTreeCountryTests
{
    [Fact]
    public void The_divisions_of_a_country_are_one_tree()
    {
        var tree = GridTree.Build([
            .. SharedData.RowsOf("divisions/provinces.csv").Select(f => Row(f, null, GridLevel.Province)),
            .. SharedData.RowsOf("divisions/cities.csv").Select(f => Row(f, 2, GridLevel.City)),
            .. SharedData.RowsOf("divisions/areas.csv").Select(f => Row(f, 2, GridLevel.District)),
            .. SharedData.RowsOf("divisions/streets.csv").Select(f => Row(f, 2, GridLevel.Street))]);

        Assert.Equal(31 + 342 + 2_978 + 41_352, tree.Count);
        Assert.True(tree.TryFind("44".AsSpan(), out var guangdong));
        Assert.True(tree.TryFind("11".AsSpan(), out var beijing));
        Assert.True(tree.TryFind("440310".AsSpan(), out var pingshan));
        Assert.Equal("坪山区", tree.NameOf(pingshan));
        Assert.True(tree.Contains(guangdong, pingshan));
        Assert.False(tree.Contains(beijing, pingshan));
        Assert.Equal(["44", "4403", "440310"], tree.PathTo(pingshan).Select(n => tree.CodeOf(n).Value));
        var (start, length) = tree.SubtreeOf(pingshan).GetOffsetAndLength(tree.Count);
        Assert.Equal(1 + 7, length);
        Assert.All(Enumerable.Range(start, length), i => Assert.StartsWith("440310", tree.CodeOf(new(i)).Value, StringComparison.Ordinal));
    }

    private static GridRow Row(string[] fields, int? parent, GridLevel level) =>
        new(new(fields[0]), parent is { } p ? new GridCode(fields[p]) : null, fields[1], level);
}
