using System.IO.Compression;

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

    [Fact]
    public void The_country_down_to_its_villages_is_one_tree_whatever_the_order_of_rows()
    {
        using var file = new GZipStream(File.OpenRead(SharedData.PathOf("divisions/villages.csv.gz")), CompressionMode.Decompress);
        using var lines = new StreamReader(file);
        lines.ReadLine();
        var rows = new List<GridRow>();
        while (lines.ReadLine() is { } line)
            rows.Add(Row([.. line.Split(',').Select(f => f.Trim('"'))], 2, GridLevel.Community));
        foreach (var (name, level) in new[] { ("provinces", GridLevel.Province), ("cities", GridLevel.City), ("areas", GridLevel.District), ("streets", GridLevel.Street) })
            rows.AddRange(SharedData.RowsOf($"divisions/{name}.csv").Select(f => Row(f, level == GridLevel.Province ? null : 2, level)));
        var tree = GridTree.Build(rows);

        Assert.Equal(665_276, tree.Count);
        Assert.Equal(31, tree.Roots.Count());
        Assert.Equal(rows.Select(r => r.Code.Value).Order(StringComparer.Ordinal), Enumerable.Range(0, tree.Count).Select(i => tree.CodeOf(new(i)).Value));
        Assert.All(rows, r => Assert.True(tree.TryFind(r.Code, out var node) && tree.RowOf(node) == r));
        Assert.False(tree.TryFind("110101001999", out _));
        Assert.False(tree.TryFind("1101010010", out _));
        rows.Reverse();
        Assert.Equal(tree.ToRows(), GridTree.Build(rows).ToRows());
    }

    private static GridRow Row(string[] fields, int? parent, GridLevel level) =>
        new(new(fields[0]), parent is { } p ? new GridCode(fields[p]) : null, fields[1], level);
}
