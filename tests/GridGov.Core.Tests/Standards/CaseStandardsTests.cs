namespace GridGov.Core.Tests;

public class CaseStandardsTests
{
    [Fact]
    public void A_frozen_table_keeps_its_rows_in_the_order_of_their_classes()
    {
        var table = CaseStandards.Freeze("city", 2, [Row("02"), Row("01"), Row("1")]);

        Assert.Equal(["01", "02", "1"], table.Items.Select(i => i.Class.Value));
        Assert.Equal(("city", 2, "city v2"), (table.Id, table.Version, table.ToString()));
    }

    [Fact]
    public void A_class_is_found_by_its_code_and_by_nothing_else()
    {
        var table = CaseStandards.Freeze("city", 1, [Row("01"), Row("02") with { Weight = 1000, Skills = ["water"] }]);

        Assert.True(table.TryFind(new("02"), out var standard));
        Assert.Equal(Row("02") with { Weight = 1000, Skills = ["water"] }, standard);
        Assert.False(table.TryFind(new("2"), out _));
        Assert.False(table.TryFind(default, out _));
    }

    [Fact]
    public void A_row_weighs_one_unless_it_says_otherwise() => Assert.Equal(1, Row("01").Weight);

    [Fact]
    public void Every_fault_of_the_table_itself_is_listed_at_once() => Cultures.InEach(_ => Assert.Equal(
        ["id: it is empty", "version: it is -2; versions begin at 1", "rows: there is none; no case could be opened"],
        Faults.Of(() => CaseStandards.Freeze(string.Empty, -2, []))));

    [Fact]
    public void Every_fault_of_the_rows_is_listed_at_once() => Cultures.InEach(_ => Assert.Equal(
        [
            "row 7: it is null",
            "row 6: the class is missing",
            "row 6: the duty is missing",
            "01: the duty is missing",
            "02: the class occurs twice",
            "03: the limit is missing; an open case always has a clock",
            "03: the weight -1 is not within 1 to 1,000",
            "04: the weight 1001 is not within 1 to 1,000",
        ],
        Faults.Of(() => CaseStandards.Freeze("city", 1,
        [
            Row("02"),
            Row("04") with { Weight = 1001 },
            Row("03") with { Limit = default, Weight = -1 },
            Row("01") with { Duty = default },
            Row("02"),
            Row("x") with { Class = default, Duty = default },
            null!,
        ]))));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void A_weight_lies_between_one_and_a_thousand(int weight, bool good)
    {
        if (good)
            Assert.Single(CaseStandards.Freeze("city", 1, [Row("01") with { Weight = weight }]).Items);
        else
            Faults.AreAt(["01"], () => CaseStandards.Freeze("city", 1, [Row("01") with { Weight = weight }]));
    }

    [Fact]
    public void A_refused_table_is_named() => Assert.Equal(
        "Case standards \"city\" version 1",
        Assert.Throws<DefinitionException>(() => CaseStandards.Freeze("city", 1, [])).Definition);

    [Fact]
    public void No_rows_at_all_is_a_mistake() =>
        Assert.Throws<ArgumentNullException>(() => CaseStandards.Freeze("city", 1, null!));

    private static CaseStandard Row(string code) => new()
    {
        Class = new(code),
        Name = new("Manhole cover", "井盖"),
        Duty = new("D-01"),
        Limit = TimeLimit.WorkDays(2),
    };
}
