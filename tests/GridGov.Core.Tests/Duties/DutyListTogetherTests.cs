using static GridGov.Core.Tests.DutySamples;

namespace GridGov.Core.Tests;

public class DutyListTogetherTests
{
    private static readonly DateOnly JuneEnd = new(2026, 6, 30);

    [Fact]
    public void A_code_may_change_its_kind_from_one_day_to_the_next()
    {
        var list = Freeze(
            Item("a", DutyKind.Reclaimed) with { From = JuneEnd.AddDays(1), TakenOverBy = new BodyId("bureau") },
            Item("a") with { Until = JuneEnd });

        Assert.Equal(DutyKind.Statutory, Found(list, JuneEnd));
        Assert.Equal(DutyKind.Reclaimed, Found(list, JuneEnd.AddDays(1)));
        Assert.Equal(DutyKind.Statutory, Found(list, DateOnly.MinValue));
        Assert.Equal(DutyKind.Reclaimed, Found(list, DateOnly.MaxValue));
    }

    [Fact]
    public void Between_two_seasons_the_next_one_is_found_and_after_the_last_the_last()
    {
        var list = Freeze(
            Item("a", DutyKind.Temporary) with { From = new(2026, 6, 1), Until = new(2026, 9, 30) },
            Item("a", DutyKind.Temporary) with { From = new(2027, 6, 1), Until = new(2027, 9, 30) });

        Assert.True(list.TryFind(new("a"), new(2027, 1, 1), out var next));
        Assert.Equal(new DateOnly(2027, 6, 1), next.From);
        Assert.True(list.TryFind(new("a"), new(2028, 1, 1), out var last));
        Assert.Equal(new DateOnly(2027, 6, 1), last.From);
    }

    [Fact]
    public void Periods_of_one_code_that_overlap_or_leave_a_gap_are_all_listed() => Assert.Equal(
        [
            "gap: between 2026-06-30 and 2026-07-02 the code is not in force; close the gap or take another code",
            "twice: the code is listed twice for 2026-06-30 and on; let one period end before the next begins",
        ],
        Faults.Of(() => Freeze(
            Item("gap") with { Until = JuneEnd },
            Item("gap") with { From = JuneEnd.AddDays(2) },
            Item("twice") with { Until = JuneEnd },
            Item("twice") with { From = JuneEnd })));

    [Fact]
    public void A_duty_may_not_be_allowed_under_one_code_and_forbidden_or_taken_over_under_another() => Assert.Equal(
        [
            "b: it is forbidden here and allowed as a, for days that both are in force; keep one",
            "d: it is taken over by another body here and allowed as c, for days that both are in force; keep one",
            "f: the same duty is also listed as e, for days that both are in force; keep one",
        ],
        Faults.Of(() => Freeze(
            Item("a"),
            Item("b", DutyKind.Forbidden) with { Name = Item("a").Name },
            Item("c"),
            Item("d", DutyKind.Reclaimed) with { Name = Item("c").Name, TakenOverBy = new BodyId("bureau") },
            Item("e"),
            Item("f", DutyKind.Assisted) with { Name = Item("e").Name })));

    [Fact]
    public void The_same_duty_may_follow_itself_under_another_code() =>
        Assert.Equal(2, Freeze(
            Item("a") with { Until = JuneEnd },
            Item("b", DutyKind.Forbidden) with { Name = Item("a").Name, From = JuneEnd.AddDays(1) }).Items.Count);

    [Fact]
    public void A_community_holds_no_duties_of_a_town() => Faults.AreAt(["b", "c"], () => DutyList.Freeze(
        "community", 1, new("office"), Basis,
        [Item("a"), Item("b", DutyKind.Basic), Item("c", DutyKind.Cooperative) with { LedBy = new BodyId("bureau") }],
        new() { HeldBy = GridLevel.Community }));

    [Fact]
    public void Every_fault_of_the_terms_is_listed_at_once() => Faults.AreAt(
        ["name", "until", "published", "held by", "assessors", "outside"],
        () => DutyList.Freeze("town", 1, new("office"), Basis, [Item("outside") with { Until = new(2025, 12, 31) }], new()
        {
            Name = new("Town", " "),
            From = new(2026, 1, 2),
            Until = new(2026, 1, 1),
            Published = new(2026, 1, 3),
            HeldBy = (GridLevel)9,
            Assessors = [default],
        }));

    [Fact]
    public void Bodies_caps_evidence_and_forms_are_checked_too() => Faults.AreAt(
        ["a", "a", "a", "a", "a", "b", "b", "c"],
        () => Freeze(
            Item("a") with
            {
                Content = new("Repair", string.Empty),
                Cap = new(1, (DutyPeriod)9),
                Evidence = [(EvidenceKind)99],
                Forms = [default],
                Approval = new(default, JuneEnd),
            },
            Item("b") with { AssignableByBodies = [default], AssignableTo = [(GridLevel)42] },
            Item("c") with { AssignableBy = [GridLevel.Community], AssignableTo = [GridLevel.Street] }));

    private static DutyKind Found(DutyList list, DateOnly on) => list.TryFind(new("a"), on, out var item) ? item.Kind : default;
}
