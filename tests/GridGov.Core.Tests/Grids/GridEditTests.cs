namespace GridGov.Core.Tests;

public class GridEditTests
{
    private static readonly GridChangeNote Note = new(new(2026, 7, 1), "The estate was finished", new("街道文件", "第三条"));

    private readonly GridTree _tree = GridTree.Build([
        new(new("D"), null, "District", GridLevel.District) { Area = AreaType.Urban },
        new(new("S1"), new("D"), "First street", GridLevel.Street),
        new(new("S2"), new("D"), "Second street", GridLevel.Street),
        new(new("C1"), new("S1"), "First community", GridLevel.Community),
        new(new("C2"), new("S1"), "Second community", GridLevel.Community),
        new(new("C3"), new("S2"), "Third community", GridLevel.Community),
        new(new("G1"), new("C1"), "First grid", GridLevel.Grid, 900),
        new(new("G2"), new("C1"), "Second grid", GridLevel.Grid, 200),
        new(new("G3"), new("C2"), "Third grid", GridLevel.Grid, 300),
        new(new("G0"), new("C3"), "Ended grid", GridLevel.Grid, 0) { Until = new(2026, 6, 30) },
        new(new("M1"), new("G2"), "Micro-grid", GridLevel.MicroGrid, 40)]);

    [Fact]
    public void A_split_puts_parts_in_the_place_of_a_grid_and_leaves_the_old_tree_as_it_is()
    {
        var edit = _tree.Split(new("G1"), [new(new("G4"), "North", 500), new(new("G5"), "South", 400)], Note);

        Assert.Equal(["C1", "G2", "M1", "G4", "G5"], Below(edit.Tree, "C1"));
        Assert.Equal(["C1", "G1", "G2", "M1"], Below(_tree, "C1"));
        Assert.Equal(_tree.HouseholdsIn(default), edit.Tree.HouseholdsIn(default));
        Assert.Equal(Note.Date, edit.Tree.RowOf(At(edit.Tree, "G4")).From);
        Assert.Equal(GridChangeKind.Split, edit.Change.Kind);
        Assert.Equal((900, 900), (edit.Change.HouseholdsBefore, edit.Change.HouseholdsAfter));
    }

    [Fact]
    public void What_was_filed_under_a_split_grid_is_to_be_decided_and_all_else_stays()
    {
        var change = _tree.Split(new("G1"), [new(new("G5"), "South", 400), new(new("G4"), "North", 500)], Note).Change;

        Assert.Equal(new(new("G1"), [new("G4"), new("G5")]), change.Map(new("G1")));
        Assert.Equal(SuccessionKind.Undecided, change.Map(new("G1")).Kind);
        Assert.True(change.Map(new("G2")).TryGetExact(out var same));
        Assert.Equal(new("G2"), same);
    }

    [Fact]
    public void The_children_of_a_split_node_are_shared_out()
    {
        var edit = _tree.Split(new("S1"), [new(new("S3"), "East") { Children = [new("C2")] }, new(new("S4"), "West") { Children = [new("C1")] }], Note);

        Assert.Equal(["S3", "C2", "G3"], Below(edit.Tree, "S3"));
        Assert.Equal(["S4", "C1", "G1", "G2", "M1"], Below(edit.Tree, "S4"));
        Assert.True(edit.Change.Map(new("C1")).TryGetExact(out _));
    }

    [Fact]
    public void A_split_that_makes_no_sense_is_refused_with_every_fault() => Faults.AreAt(
        ["M1", "C1", "G2", "G4", "reason"],
        () => _tree.Split(
            new("G2"),
            [new(new("G4"), "One") { Children = [new("C1")] }, new(new("G4"), "Two"), new(new("G2"), "The old code")],
            Note with { Reason = " " }));

    [Fact]
    public void What_ended_before_cannot_come_below_a_new_node_but_the_snapshot_of_the_day_can_be_edited()
    {
        GridPart[] parts = [new(new("C8"), "East") { Children = [new("G0")] }, new(new("C9"), "West")];
        Faults.AreAt(["G0"], () => _tree.Split(new("C3"), parts, Note));
        Assert.True(_tree.At(Note.Date).Split(new("C3"), [parts[0] with { Children = [] }, parts[1]], Note).Tree.TryFind(new GridCode("C9"), out _));
    }

    [Fact]
    public void One_part_is_no_split_and_a_recount_is_reported()
    {
        Faults.AreAt(["G1"], () => _tree.Split(new("G1"), [new(new("G9"), "All")], Note));
        var change = _tree.Split(new("G1"), [new(new("G8"), "One", 500), new(new("G9"), "Two", 450)], Note).Change;
        Assert.Equal((900, 950), (change.HouseholdsBefore, change.HouseholdsAfter));
    }

    [Theory]
    [InlineData("G4")]
    [InlineData("G1")]
    public void A_merger_makes_one_of_siblings_under_a_new_code_or_one_of_theirs(string into)
    {
        var edit = _tree.Merge([new("G1"), new("G2")], new(new(into), "Merged"), Note);

        Assert.Equal(["C1", into, "M1"], Below(edit.Tree, "C1"));
        Assert.Equal(1100, edit.Tree.HouseholdsOf(At(edit.Tree, into)));
        Assert.Equal(_tree.HouseholdsIn(default), edit.Tree.HouseholdsIn(default));
        Assert.All(["G1", "G2"], old => Assert.True(edit.Change.Map(new(old)).TryGetExact(out var now) && now == new GridCode(into)));
    }

    [Fact]
    public void A_merger_across_parents_and_levels_is_refused() => Faults.AreAt(
        ["G2", "G2", "G3", "G3", "X"],
        () => _tree.Merge([new("G2"), new("C1"), new("G3"), new("X")], new(new("G9"), "Merged"), Note with { Date = new(2026, 6, 30) }));

    [Fact]
    public void A_merger_of_unlike_kinds_says_which_holds()
    {
        var tree = GridTree.Build([.. _tree.ToRows(), new(new("G4"), new("C1"), "Park", GridLevel.Grid, 5) { Kind = GridKind.Exclusive }]);

        Faults.AreAt(["G4"], () => tree.Merge([new("G1"), new("G4")], new(new("G1"), "Merged"), Note));
        var merged = tree.Merge([new("G1"), new("G4")], new(new("G1"), "Merged") { Kind = GridKind.General }, Note).Tree;
        Assert.Equal(GridKind.General, merged.KindOf(At(merged, "G1")));
    }

    [Fact]
    public void A_move_takes_the_subtree_along_and_keeps_its_codes()
    {
        var edit = _tree.Move(new("C1"), new("S2"), Note);

        Assert.Equal(["S2", "C1", "G1", "G2", "M1", "C3", "G0"], Below(edit.Tree, "S2"));
        Assert.Equal(1140, edit.Tree.HouseholdsIn(At(edit.Tree, "S2")));
        Assert.True(edit.Change.Map(new("M1")).TryGetExact(out _));
    }

    [Theory]
    [InlineData("C1", "G1", "it moves under itself")]
    [InlineData("C1", "C1", "it is itself")]
    [InlineData("C1", "S1", "it is there")]
    [InlineData("C1", "C2", "the level is the same")]
    [InlineData("X", "C2", "it is unknown")]
    [InlineData("G0", "C1", "it is not in force")]
    public void A_move_that_makes_no_sense_is_refused(string code, string under, string because) =>
        Assert.True(Faults.Of(() => _tree.Move(new(code), new(under), Note)) is [var fault] && fault.StartsWith(code, StringComparison.Ordinal), because);

    [Fact]
    public void A_closed_grid_has_no_successor_and_its_households_are_reported()
    {
        var edit = _tree.Close(new("G1"), Note);

        Assert.False(edit.Tree.TryFind(new GridCode("G1"), out _));
        Assert.Equal(SuccessionKind.None, edit.Change.Map(new("G1")).Kind);
        Assert.Equal((900, 0), (edit.Change.HouseholdsBefore, edit.Change.HouseholdsAfter));
    }

    [Fact]
    public void A_node_with_children_and_the_last_node_are_not_closed()
    {
        Faults.AreAt(["G2"], () => _tree.Close(new("G2"), Note));
        Faults.AreAt(["A"], () => GridTree.Build([new(new("A"), null, "A", GridLevel.City)]).Close(new("A"), Note));
    }

    [Fact]
    public void A_name_is_changed_and_codes_may_be_swapped()
    {
        var renamed = _tree.Rename(new("G1"), "Lotus", Note).Tree;
        Assert.Equal("Lotus", renamed.NameOf(At(renamed, "G1")));
        Faults.AreAt(["G1"], () => _tree.Rename(new("G1"), "First grid", Note));

        var swap = _tree.Recode(new Dictionary<GridCode, GridCode> { [new("G1")] = new("G2"), [new("G2")] = new("G1") }, Note);
        Assert.Equal("Second grid", swap.Tree.NameOf(At(swap.Tree, "G1")));
        Assert.Equal(["G1", "M1"], Below(swap.Tree, "G1"));
        Assert.Equal([new GridCode("G2")], swap.Change.Map(new("G1")).After);
        Faults.AreAt(["C2", "G2", "X"], () => _tree.Recode(
            new Dictionary<GridCode, GridCode> { [new("G1")] = new("C2"), [new("G2")] = new("G2"), [new("X")] = new("Y") }, Note));
    }

    [Fact]
    public void A_change_is_made_again_only_to_the_state_in_which_it_was_made()
    {
        var change = _tree.Split(new("G1"), [new(new("G4"), "North", 500), new(new("G5"), "South", 400)], Note).Change;

        Assert.True(change.ApplyTo(_tree).TryFind(new GridCode("G5"), out _));
        Faults.AreAt(["G1"], () => change.ApplyTo(_tree.Rename(new("G1"), "Lotus", Note).Tree));
    }

    [Fact]
    public void A_history_is_in_order_and_maps_between_days()
    {
        var split = _tree.Split(new("G1"), [new(new("G4"), "North", 500), new(new("G5"), "South", 400)], Note);
        var merge = split.Tree.Merge([new("G4"), new("G5")], new(new("G6"), "Again"), Note with { Date = new(2026, 8, 1) });
        var close = merge.Tree.Close(new("G6"), Note with { Date = new(2026, 9, 1) });
        var history = GridHistory.Freeze([split.Change, merge.Change, close.Change]);

        Assert.Equal(SuccessionKind.Exact, history.Map(new("G1"), new(2026, 6, 30), new(2026, 8, 1)).Kind);
        Assert.Equal(SuccessionKind.Undecided, history.Map(new("G1"), new(2026, 6, 30), new(2026, 7, 31)).Kind);
        Assert.Equal(SuccessionKind.None, history.Map(new("G1"), new(2026, 6, 30), new(2026, 9, 1)).Kind);
        Assert.Equal(SuccessionKind.Exact, history.Map(new("G1"), new(2026, 9, 1), new(2027, 1, 1)).Kind);
        Assert.Equal(merge.Tree.ToRows(), history.Replay(_tree, new(2026, 6, 30), new(2026, 8, 31)).ToRows());
        Assert.Throws<ArgumentOutOfRangeException>(() => history.Map(new("G1"), new(2026, 9, 1), new(2026, 8, 1)));
        Faults.AreAt(["change 2", "change 3"], () => GridHistory.Freeze([merge.Change, split.Change, null!]));
    }

    private static GridHandle At(GridTree tree, string code) => tree.TryFind(code, out var node) ? node : throw new ArgumentException(code);

    private static IEnumerable<string> Below(GridTree tree, string code)
    {
        var (start, count) = tree.SubtreeOf(At(tree, code)).GetOffsetAndLength(tree.Count);
        return Enumerable.Range(start, count).Select(i => tree.CodeOf(new(i)).Value);
    }
}
