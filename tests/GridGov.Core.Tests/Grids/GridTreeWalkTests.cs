namespace GridGov.Core.Tests;

public class GridTreeWalkTests
{
    private readonly GridTree _tree = GridTree.Build([
        new(new("D"), null, "District", GridLevel.District) { Area = AreaType.Urban, Until = new(2027, 12, 31) },
        new(new("S2"), new("D"), "Second street", GridLevel.Street, 3) { Area = AreaType.Rural, From = new(2026, 7, 1) },
        new(new("S1"), new("D"), "First street", GridLevel.Street, 2),
        new(new("G2"), new("S1"), "Second grid", GridLevel.Grid, 20) { Kind = GridKind.Exclusive },
        new(new("G1"), new("S1"), "First grid", GridLevel.Grid, 10) { From = new(2026, 1, 1), Until = new(2026, 6, 30) },
        new(new("G3"), new("S2"), "Third grid", GridLevel.Grid, 30),
        new(new("M"), new("G2"), "Micro-grid", GridLevel.MicroGrid, 5),
        new(new("A"), null, "Another", GridLevel.City)]);

    [Fact]
    public void Roots_and_children_come_in_the_order_of_their_codes()
    {
        Assert.Equal(["A", "D"], Codes(_tree.Roots));
        Assert.Equal(["S1", "S2"], Codes(_tree.ChildrenOf(At("D"))));
        Assert.Equal(["G1", "G2"], Codes(_tree.ChildrenOf(At("S1"))));
        Assert.True(_tree.ChildrenOf(At("M")).IsEmpty);
        Assert.Empty(_tree.ChildrenOf(At("A")));
        Assert.Empty(default(GridSiblings));
    }

    [Fact]
    public void A_node_knows_its_depth_and_the_one_node_above_it_at_each_level()
    {
        Assert.Equal([0, 1, 2, 3], new[] { "D", "S1", "G2", "M" }.Select(c => _tree.DepthOf(At(c))));
        Assert.Equal(At("S1"), _tree.AncestorAt(At("M"), GridLevel.Street));
        Assert.Equal(At("M"), _tree.AncestorAt(At("M"), GridLevel.MicroGrid));
        Assert.Null(_tree.AncestorAt(At("M"), GridLevel.Community));
        Assert.Null(_tree.AncestorAt(At("D"), GridLevel.Street));
        Assert.Null(_tree.AncestorAt(At("D"), GridLevel.Province));
    }

    [Fact]
    public void The_area_type_is_that_of_the_nearest_node_that_states_one_and_the_kind_goes_with_the_level()
    {
        Assert.Equal(AreaType.Urban, _tree.AreaOf(At("M")));
        Assert.Equal(AreaType.Rural, _tree.AreaOf(At("G3")));
        Assert.Equal(AreaType.Unstated, _tree.AreaOf(At("A")));
        Assert.Equal(
            [GridKind.Micro, GridKind.Exclusive, GridKind.General],
            new[] { "M", "G2", "G1" }.Select(c => _tree.KindOf(At(c))));
    }

    [Fact]
    public void Rows_make_the_same_tree_again_and_households_are_kept_apart()
    {
        Assert.Equal(_tree.ToRows(), GridTree.Build(_tree.ToRows().Reverse()).ToRows());
        Assert.Equal((20, 25), (_tree.HouseholdsOf(At("G2")), _tree.HouseholdsIn(At("G2"))));
        Assert.Throws<IndexOutOfRangeException>(() => _tree.HouseholdsIn(new(99)));
        Assert.Throws<IndexOutOfRangeException>(() => _tree.HouseholdsOf(new(99)));
        Assert.Throws<IndexOutOfRangeException>(() => _tree.DepthOf(new(-1)));
    }

    [Theory]
    [InlineData("2025-12-31", "A D S1 G2 M")]
    [InlineData("2026-06-30", "A D S1 G1 G2 M")]
    [InlineData("2026-07-01", "A D S1 G2 M S2 G3")]
    [InlineData("2028-01-01", "A")]
    public void A_snapshot_holds_what_is_in_force_on_a_day_with_all_above_it(string day, string codes)
    {
        var snapshot = _tree.At(DateOnly.ParseExact(day, "yyyy-MM-dd", null));
        Assert.Equal(codes.Split(' '), Enumerable.Range(0, snapshot.Count).Select(i => snapshot.CodeOf(new(i)).Value));
    }

    [Fact]
    public void A_tree_without_dates_is_its_own_snapshot_and_one_without_nodes_is_refused()
    {
        var undated = GridTree.Build([new(new("A"), null, "A", GridLevel.City)]);
        Assert.Same(undated, undated.At(DateOnly.MinValue));
        var dated = GridTree.Build([new(new("A"), null, "A", GridLevel.City) { From = new(2026, 1, 1) }]);
        Faults.AreAt(["2025-12-31"], () => dated.At(new(2025, 12, 31)));
    }

    [Fact]
    public void Dates_kinds_and_areas_that_make_no_sense_are_all_listed() => Faults.AreAt(
        ["A", "B", "C", "D"],
        () => GridTree.Build([
            new(new("A"), null, "A", GridLevel.City) { From = new(2026, 1, 2), Until = new(2026, 1, 1) },
            new(new("B"), null, "B", GridLevel.City) { Kind = (GridKind)4 },
            new(new("C"), null, "C", GridLevel.City) { Area = (AreaType)3, From = new(2026, 1, 1) },
            new(new("D"), new("C"), "D", GridLevel.Street) { Until = new(2025, 12, 31) }]));

    [Fact]
    public void Finding_and_walking_allocate_nothing()
    {
        Work();
        Assert.Equal(0, Allocations.Least(Work));

        void Work()
        {
            for (var round = 0; round < 50; round++)
            {
                _ = _tree.TryFind("at G2".AsSpan(3), out var node);
                foreach (var child in _tree.ChildrenOf(node))
                    _ = (_tree.Contains(node, child), _tree.AncestorAt(child, GridLevel.Street), _tree.HouseholdsIn(child), _tree.AreaOf(child), _tree.CodeOf(child));
            }
        }
    }

    private GridHandle At(string code) => _tree.TryFind(code, out var node) ? node : throw new ArgumentException(code);

    private IEnumerable<string> Codes(GridSiblings nodes) => nodes.Select(n => _tree.CodeOf(n).Value);
}
