namespace GridGov.Core.Tests;

public class GridTreeFaultTests
{
    [Fact]
    public void A_tree_without_a_node_is_refused() =>
        Assert.Equal(["rows: there is none; a tree has at least one node"], Faults.Of(() => GridTree.Build([])));

    [Fact]
    public void A_code_may_occur_once() =>
        Assert.Equal(["A: the code occurs twice; keep one row"], Faults.Of(() => GridTree.Build([Row("A"), Row("B"), Row("A")])));

    [Fact]
    public void A_parent_must_be_in_the_tree() =>
        Assert.Equal(
            ["B: its parent X is not in the tree; add it or correct the code"],
            Faults.Of(() => GridTree.Build([Row("A"), Row("B", "X")])));

    [Theory]
    [InlineData(GridLevel.City)]
    [InlineData(GridLevel.Province)]
    public void A_node_lies_below_the_level_of_its_parent(GridLevel level) =>
        Assert.Equal(
            [$"B: its level {level} is not below its parent's, City"],
            Faults.Of(() => GridTree.Build([Row("A"), Row("B", "A", level)])));

    [Fact]
    public void Households_are_not_negative() => Cultures.InEach(_ =>
        Assert.Equal(
            ["A: it has -1 households; the least is 0"],
            Faults.Of(() => GridTree.Build([Row("A") with { Households = -1 }]))));

    [Fact]
    public void Parents_that_form_a_circle_are_named_and_what_hangs_below_the_circle_is_not() =>
        Assert.Equal(
            [
                "B: its parents form a circle; one of them must be a root",
                "C: its parents form a circle; one of them must be a root",
                "D: its parents form a circle; one of them must be a root",
            ],
            Faults.Of(() => GridTree.Build([
                Row("A"),
                Row("B", "D", GridLevel.District),
                Row("C", "B", GridLevel.Street),
                Row("D", "C", GridLevel.Community),
                Row("E", "D", GridLevel.Grid),
                Row("F", "E", GridLevel.MicroGrid)])));

    [Fact]
    public void A_node_is_not_its_own_parent() =>
        Assert.Equal(
            ["B: its parents form a circle; one of them must be a root"],
            Faults.Of(() => GridTree.Build([Row("A"), Row("B", "B", GridLevel.Street)])));

    [Fact]
    public void A_node_has_a_code_a_name_and_one_of_the_seven_levels() =>
        Assert.Equal(
            ["A: its level 8 is not one of the seven", "B: its name is missing", "a row without a code: give it one"],
            Faults.Of(() => GridTree.Build([
                Row("A", null, (GridLevel)8),
                Row("B") with { Name = " " },
                new(default, null, "Nameless", GridLevel.City)])).Order(StringComparer.Ordinal));

    [Fact]
    public void A_row_that_is_null_is_refused_with_the_others() =>
        Assert.Contains("row 2: it is null", Faults.Of(() => GridTree.Build([Row("A"), null!])));

    [Fact]
    public void Every_fault_is_listed_at_once() => Faults.AreAt(
        ["B", "C", "D", "E", "F", "G"],
        () => GridTree.Build([
            Row("A"),
            Row("B", "X"),
            Row("C", "A"),
            Row("D") with { Households = -5 },
            Row("E"),
            Row("E"),
            Row("F", "G", GridLevel.Street),
            Row("G", "F", GridLevel.Community)]));

    [Fact]
    public void No_rows_at_all_is_a_mistake() => Assert.Throws<ArgumentNullException>(() => GridTree.Build(null!));

    private static GridRow Row(string code, string? parent = null, GridLevel level = GridLevel.City) =>
        new(new(code), parent is null ? null : new GridCode(parent), code, level);
}
