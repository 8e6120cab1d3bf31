using CsCheck;

namespace GridGov.Core.Tests;

/// <summary>Random forests against a reference that walks from parent to parent.</summary>
public class GridTreeLawTests
{
    private static readonly Gen<GridRow[]> Forests =
        from picks in Gen.Select(Gen.Int[0, 1000], Gen.Int[1, 7], Gen.Int[0, 50]).Array[1, 60]
        from codes in Gen.Shuffle(Enumerable.Range(0, 60).Select(i => $"g{i}").ToArray())
        select Grow(picks, codes);

    private static readonly Gen<(GridRow[] Rows, GridRow[] Shuffled)> ShuffledForests =
        from rows in Forests
        from shuffled in Gen.Shuffle(rows)
        select (rows, shuffled);

    [Fact]
    public void Containment_is_what_walking_from_parent_to_parent_finds() => Forests.Sample(rows =>
    {
        var tree = GridTree.Build(rows);
        var byCode = rows.ToDictionary(r => r.Code);
        foreach (var outer in rows)
        {
            foreach (var inner in rows)
            {
                var expected = Ancestry(inner, byCode).Contains(outer);
                Assert.Equal(expected, tree.Contains(Find(tree, outer), Find(tree, inner)));
            }
        }
    }, iter: 60);

    [Fact]
    public void A_subtree_holds_exactly_the_nodes_below_and_their_households() => Forests.Sample(rows =>
    {
        var tree = GridTree.Build(rows);
        var byCode = rows.ToDictionary(r => r.Code);
        foreach (var row in rows)
        {
            var node = Find(tree, row);
            var below = rows.Where(r => Ancestry(r, byCode).Contains(row)).ToArray();
            var (start, length) = tree.SubtreeOf(node).GetOffsetAndLength(tree.Count);
            Assert.Equal(
                below.Select(r => r.Code).Order(),
                Enumerable.Range(start, length).Select(i => tree.CodeOf(new(i))).Order());
            Assert.Equal(below.Sum(r => (long)r.Households), tree.HouseholdsIn(node));
        }
    }, iter: 60);

    [Fact]
    public void The_order_is_the_recursive_pre_order_of_children_by_code() => Forests.Sample(rows =>
    {
        var tree = GridTree.Build(rows);
        var children = rows.ToLookup(r => r.Parent);
        IEnumerable<GridRow> Visit(GridCode? parent) => children[parent]
            .OrderBy(r => r.Code.Value, StringComparer.Ordinal)
            .SelectMany(r => Visit(r.Code).Prepend(r));
        var expected = Visit(null).ToArray();

        Assert.Equal(expected.Select(r => r.Code), Enumerable.Range(0, tree.Count).Select(i => tree.CodeOf(new(i))));
        Assert.Equal(expected.Select(r => r.Name), Enumerable.Range(0, tree.Count).Select(i => tree.NameOf(new(i))));
        Assert.Equal(expected.Select(r => r.Level), Enumerable.Range(0, tree.Count).Select(i => tree.LevelOf(new(i))));
        Assert.Equal(expected.Select(r => r.Parent), Enumerable.Range(0, tree.Count).Select(i => ParentOf(tree, i)));
    });

    [Fact]
    public void The_same_rows_give_the_same_tree_whatever_their_order() => ShuffledForests.Sample(pair =>
    {
        var (one, other) = (GridTree.Build(pair.Rows), GridTree.Build(pair.Shuffled));
        Assert.Equal(one.Count, other.Count);
        for (var i = 0; i < one.Count; i++)
        {
            Assert.Equal(one.CodeOf(new(i)), other.CodeOf(new(i)));
            Assert.Equal(one.SubtreeOf(new(i)), other.SubtreeOf(new(i)));
            Assert.Equal(ParentOf(one, i), ParentOf(other, i));
        }
    });

    private static GridRow[] Grow((int Parent, int Level, int Households)[] picks, string[] codes)
    {
        var rows = new List<GridRow>();
        foreach (var (parent, level, households) in picks)
        {
            var above = rows.Where(r => (int)r.Level < level).ToArray();
            GridCode? at = above.Length == 0 || parent % 5 == 0 ? null : above[parent % above.Length].Code;
            var code = codes[rows.Count];
            rows.Add(new(new(code), at, $"name of {code}", (GridLevel)level, households));
        }

        return [.. rows];
    }

    private static List<GridRow> Ancestry(GridRow row, Dictionary<GridCode, GridRow> byCode)
    {
        var path = new List<GridRow> { row };
        while (path[^1].Parent is { } parent)
            path.Add(byCode[parent]);
        return path;
    }

    private static GridHandle Find(GridTree tree, GridRow row)
    {
        Assert.True(tree.TryFind(row.Code, out var node));
        return node;
    }

    private static GridCode? ParentOf(GridTree tree, int node) =>
        tree.TryGetParent(new(node), out var parent) ? tree.CodeOf(parent) : null;
}
