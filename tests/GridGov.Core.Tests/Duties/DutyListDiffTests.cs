using System.Globalization;
using CsCheck;
using static GridGov.Core.Tests.DutySamples;

namespace GridGov.Core.Tests;

public class DutyListDiffTests
{
    private static readonly DutyList Old = Freeze(Item("a"), Item("b"), Item("c"));

    [Fact]
    public void Every_difference_is_named_field_by_field()
    {
        var next = Old.Next(
            [Item("a"), Item("b", DutyKind.Reclaimed) with { TakenOverBy = new BodyId("bureau"), Cap = new(4, DutyPeriod.Year) }, Item("d")],
            new() { Published = new(2026, 3, 1) });

        Assert.Equal(
            """
            town-2026 v3 -> town-2026 v4: 1 added, 1 removed, 1 changed
              published: - -> 2026-03-01
              + d [Statutory] Repair d
              - c [Statutory] Repair c
              ~ b [Reclaimed] Repair b
                  kind: Statutory -> Reclaimed
                  taken_over_by: - -> bureau
                  cap: - -> 4/year
            """,
            next.Diff(Old).ToString());
    }

    [Fact]
    public void Chinese_readers_get_it_in_Chinese() => Assert.Equal(
        "town-2026 v3 → town-2026 v4：新增1项，移出0项，变更0项\n  + d [Statutory] 修复d",
        Old.Next([.. Old.Items, Item("d")]).Diff(Old).Explain(CultureInfo.GetCultureInfo("zh-CN")));

    [Fact]
    public void A_list_does_not_differ_from_itself() => Assert.True(Old.Diff(Old).IsEmpty);

    [Fact]
    public void The_same_two_lists_have_the_same_difference() => Assert.Equal(Old.Next([Item("a")]).Diff(Old).ToString(), Old.Next([Item("a")]).Diff(Old).ToString());

    [Fact]
    public void Older_plus_difference_is_newer()
    {
        var lists = Gen.Select(Gen.Enum<DutyKind>(), Gen.Bool, Gen.Int[1, 3]).Array[4].Where(rows => rows.Any(r => r.Item2)).Select(rows => Freeze(
        [
            .. rows.Select((r, i) => (Row: r, Code: $"{(char)('a' + i)}")).Where(r => r.Row.Item2).Select(r => Item(r.Code, r.Row.Item1) with
            {
                Until = new(2026, 12, 31),
                TakenOverBy = r.Row.Item1 == DutyKind.Reclaimed ? new BodyId("bureau") : null,
                LedBy = new BodyId("bureau"),
                Cap = new(r.Row.Item3, DutyPeriod.Month),
            }),
        ]));

        Gen.Select(lists, lists).Sample((older, newer) =>
        {
            var diff = newer.Diff(older);
            var applied = older.Items.Except(diff.Removed).Except(diff.Changed.Select(c => c.Before))
                .Concat(diff.Added).Concat(diff.Changed.Select(c => c.After)).OrderBy(i => i.Code);
            Assert.Equal(newer.Items, applied);
            Assert.All(diff.Changed, c => Assert.NotEmpty(c.Fields));
        });
    }

    [Fact]
    public void Without_an_older_list_there_is_no_difference() => Assert.Throws<ArgumentNullException>(() => Old.Diff(null!));
}
