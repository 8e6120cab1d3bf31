using CsCheck;

namespace GridGov.Core.Tests;

/// <summary>Random sequences of edits against places that remember which grid they lie in.</summary>
public class GridEditLawTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    private static readonly Gen<(int Kind, int One, int Other)[]> Picks = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 999], Gen.Int[0, 999]).Array[1, 25];

    [Fact]
    public void Mapping_through_a_history_finds_the_grids_of_every_place_and_no_others() => Picks.Sample(picks =>
    {
        var start = Start();
        var tree = start;
        var places = Enumerable.Range(0, 12).Select(i => (Before: $"G{i:D2}", Now: $"G{i:D2}")).ToHashSet();
        var changes = new List<GridChange>();
        var lost = 0L;
        foreach (var (index, pick) in picks.Index())
        {
            if (Edit(tree, pick, index, places) is not { } edit)
                continue;
            Assert.Equal(tree.HouseholdsIn(default) - edit.Change.HouseholdsBefore + edit.Change.HouseholdsAfter, edit.Tree.HouseholdsIn(default));
            lost += edit.Change.HouseholdsBefore - edit.Change.HouseholdsAfter;
            changes.Add(edit.Change);
            tree = edit.Tree;
        }

        var history = GridHistory.Freeze(changes);
        var last = First.AddDays(picks.Length);
        Assert.Equal(tree.ToRows(), history.Replay(start, First, last).ToRows());
        Assert.Equal(start.HouseholdsIn(default) - lost, tree.HouseholdsIn(default));
        foreach (var old in places.Select(p => p.Before).Distinct())
        {
            var now = places.Where(p => p.Before == old).Select(p => p.Now).ToArray();
            var mapped = history.Map(new(old), First, last);
            Assert.Equal(now.Where(c => c.Length > 0).Order(StringComparer.Ordinal), mapped.After.Select(c => c.Value));
            Assert.Equal(now.Contains(string.Empty), mapped.HasLoss);
            Assert.All(mapped.After, code => Assert.True(tree.TryFind(code, out _)));
            var middle = First.AddDays(picks.Length / 2);
            var inTwo = history.Map(new(old), First, middle).After.SelectMany(c => history.Map(c, middle, last).After).Distinct().Order();
            Assert.Equal(inTwo, mapped.After);
        }
    }, iter: 300);

    private static GridTree Start() => GridTree.Build([
        new(new("D"), null, "District", GridLevel.District),
        .. Enumerable.Range(0, 3).Select(i => new GridRow(new($"C{i}"), new("D"), "Community", GridLevel.Community)),
        .. Enumerable.Range(0, 12).Select(i => new GridRow(new($"G{i:D2}"), new($"C{i % 3}"), "Grid", GridLevel.Grid, 20))]);

    private static GridEdit? Edit(GridTree tree, (int Kind, int One, int Other) pick, int index, HashSet<(string Before, string Now)> places)
    {
        var note = new GridChangeNote(First.AddDays(index + 1), "random");
        GridRow[] grids = [.. tree.ToRows().Where(r => r.Level == GridLevel.Grid)];
        if (grids.Length < 3)
            return null;
        var grid = grids[pick.One % grids.Length];
        string[] parts = [$"N{index:D2}a", $"N{index:D2}b"];
        switch (pick.Kind)
        {
            case 0:
                Put([grid.Code.Value], parts, places);
                var north = pick.Other % (grid.Households + 1);
                return tree.Split(grid.Code, [new(new(parts[0]), "North", north), new(new(parts[1]), "South", grid.Households - north)], note);
            case 1 when grids.FirstOrDefault(g => g.Parent == grid.Parent && g != grid) is { } sibling:
                var into = pick.Other % 2 == 0 ? grid.Code.Value : parts[0];
                Put([grid.Code.Value, sibling.Code.Value], [into], places);
                return tree.Merge([sibling.Code, grid.Code], new(new(into), "Merged"), note);
            case 2 when grid.Parent != new GridCode($"C{pick.Other % 3}"):
                return tree.Move(grid.Code, new($"C{pick.Other % 3}"), note);
            case 3:
                Put([grid.Code.Value], [string.Empty], places);
                return tree.Close(grid.Code, note);
            case 4:
                Put([grid.Code.Value], [parts[0]], places);
                return tree.Recode(new Dictionary<GridCode, GridCode> { [grid.Code] = new(parts[0]) }, note);
            default:
                return null;
        }
    }

    private static void Put(string[] from, string[] to, HashSet<(string Before, string Now)> places)
    {
        var moved = places.Where(p => from.Contains(p.Now)).ToArray();
        places.ExceptWith(moved);
        places.UnionWith(moved.SelectMany(p => to.Select(t => (p.Before, t))));
    }
}
