using CsCheck;

namespace GridGov.Core.Tests;

/// <summary>Random forests against a reference that walks from parent to parent.</summary>
public class GridTreeLawTests
{
    private static readonly Gen<GridRow[]> Forests =
        from picks in Gen.Select(Gen.Int[0, 1000], Gen.Int[1, 7], Gen.Int[0, 50]).Array[1, 60]
        from numbers in Gen.Shuffle(Enumerable.Range(10, 60).ToArray())
        from naming in Gen.Enum<Naming>()
        select Grow(picks, numbers, naming);

    private static readonly Gen<(GridRow[] Rows, GridRow[] Shuffled)> ShuffledForests =
        from rows in Forests
        from shuffled in Gen.Shuffle(rows)
        from order in Gen.Int[0, 5]
        select (rows, order switch
        {
            0 => [.. rows.OrderBy(r => r.Code)],
            1 => [.. rows.OrderByDescending(r => r.Code)],
            2 => [.. rows.OrderBy(r => r.Level).ThenBy(r => r.Code)],
            3 => [.. rows.OrderByDescending(r => r.Level).ThenBy(r => r.Code)],
            4 => [.. rows.OrderBy(r => r.Code.Value[^1] % 3).ThenBy(r => r.Code)],
            _ => shuffled,
        });

    // How codes tell the parent: not at all, as text or as digits; by beginning with its code; so but for some.
    private enum Naming
    {
        Text,
        Digits,
        Nested,
        MostlyNested,
    }

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

    [Fact]
    public void One_fault_in_a_sound_forest_is_found_whatever_its_codes() =>
        Gen.Select(ShuffledForests, Gen.Int[0, 5], Gen.Int[0, 1000]).Sample((pair, kind, pick) =>
        {
            var rows = pair.Shuffled;
            var at = pick % rows.Length;
            var row = rows[at];
            var children = rows.Where(r => r.Parent == row.Code).ToArray();
            var (fault, where) = kind switch
            {
                0 => (row with { Parent = new GridCode("1000") }, row),
                1 => (row with { Parent = default(GridCode) }, row),
                2 => (row with { Name = "\u3000" }, row),
                3 => (row with { Level = GridLevel.MicroGrid }, children.FirstOrDefault()),
                4 => (row with { Parent = row.Code }, row),
                _ => (row with { Name = "again" }, row),
            };
            if (where is null)
                return;
            GridRow[] broken = kind == 5 ? [.. rows, fault] : [.. rows[..at], fault, .. rows[(at + 1)..]];
            var thrown = Assert.Throws<DefinitionException>(() => GridTree.Build(broken));
            Assert.Contains(where.Code.Value, thrown.Faults.Select(f => f.Where));
        }, iter: 2000);

    private static GridRow[] Grow((int Parent, int Level, int Households)[] picks, int[] numbers, Naming naming)
    {
        var rows = new List<GridRow>();
        foreach (var (parent, level, households) in picks)
        {
            var above = rows.Where(r => (int)r.Level < level).ToArray();
            GridCode? at = above.Length == 0 || parent % 5 == 0 ? null : above[parent % above.Length].Code;
            var number = numbers[rows.Count];
            var code = naming switch
            {
                Naming.Text => $"g{number}",
                Naming.Digits => $"{number * 7919 % 10_000:D4}",
                Naming.MostlyNested when number % 7 == 0 => $"9{number}",
                _ => $"{at?.Value}{number}",
            };
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
