namespace GridGov.Core.Tests;

public class DutyListTests
{
    [Fact]
    public void A_frozen_list_keeps_its_items_in_the_order_of_their_codes()
    {
        var list = DutySamples.Freeze(DutySamples.Item("b"), DutySamples.Item("a"), DutySamples.Item("B"));

        Assert.Equal(["B", "a", "b"], list.Items.Select(i => i.Code.Value));
        Assert.Equal(("town-2026", 3, new BodyId("office"), DutySamples.Basis), (list.Id, list.Version, list.AdmissionBody, list.Basis));
        Assert.Equal("town-2026 v3", list.ToString());
    }

    [Fact]
    public void An_item_is_found_by_its_code_and_by_nothing_else()
    {
        var list = DutySamples.Freeze(DutySamples.Item("a"), DutySamples.Item("b"));

        Assert.True(list.TryFind(new("b"), out var item));
        Assert.Equal("b", item.Code.Value);
        Assert.False(list.TryFind(new("B"), out _));
        Assert.False(list.TryFind(default, out _));
    }

    [Fact]
    public void Items_of_every_kind_may_be_frozen() =>
        Assert.Equal(8, DutySamples.Freeze([.. Enum.GetValues<DutyKind>().Select(kind => DutySamples.Item($"{kind}", kind) with
        {
            From = new(2026, 1, 1),
            Until = new(2026, 1, 1),
            TakenOverBy = kind == DutyKind.Reclaimed ? new BodyId("district") : null,
            LedBy = new BodyId("bureau"),
            Cap = new(1, DutyPeriod.Year),
            AssignableBy = [GridLevel.Street, GridLevel.District],
        })]).Items.Count);

    [Fact]
    public void Every_fault_of_the_list_itself_is_listed_at_once() => Cultures.InEach(_ => Assert.Equal(
        [
            "id: it is empty",
            "version: it is -1; versions begin at 1",
            "admission body: it is missing; somebody must hear applications and objections",
            "basis: its instrument is missing",
            "items: there is none; an empty list would refuse everything",
        ],
        Faults.Of(() => DutyList.Freeze(string.Empty, -1, default, new(" "), []))));

    [Fact]
    public void Every_fault_of_the_items_is_listed_at_once() => Cultures.InEach(_ => Assert.Equal(
        [
            "item 14: it is null",
            "item 13: its code is missing",
            "backwards: it ends on 2026-01-01, before it begins on 2026-01-02",
            "baseless: its legal basis is missing",
            "capped: its cap of -1/year is below 1; forbid the item instead",
            "cooperative: it is cooperative but names no body that leads",
            "endless: it is temporary but has no last day",
            "kindless: its kind 9 is not one of the eight",
            "levels: the level 42 that may assign it is not one of the seven",
            "nameless: its name is missing in English or Chinese",
            "reclaimed: it is reclaimed but names no body that takes it over",
            "double: the code is listed twice for 0001-01-01 and on; let one period end before the next begins",
        ],
        Faults.Of(() => DutySamples.Freeze(
            DutySamples.Item("good"),
            DutySamples.Item("reclaimed", DutyKind.Reclaimed) with { TakenOverBy = default(BodyId) },
            DutySamples.Item("endless", DutyKind.Temporary),
            DutySamples.Item("cooperative", DutyKind.Cooperative),
            DutySamples.Item("double"),
            DutySamples.Item("baseless") with { Basis = new(string.Empty) },
            DutySamples.Item("backwards") with { From = new(2026, 1, 2), Until = new(2026, 1, 1) },
            DutySamples.Item("capped") with { Cap = new(-1, DutyPeriod.Year) },
            DutySamples.Item("double"),
            DutySamples.Item("kindless", (DutyKind)9),
            DutySamples.Item("levels") with { AssignableBy = [GridLevel.City, (GridLevel)42] },
            DutySamples.Item("nameless") with { Name = new("Repair", string.Empty) },
            DutySamples.Item("x") with { Code = default },
            null!))));

    [Fact]
    public void A_cap_of_none_is_refused_and_of_one_is_not()
    {
        Faults.AreAt(["a"], () => DutySamples.Freeze(DutySamples.Item("a") with { Cap = new(0, DutyPeriod.Year) }));
        Assert.Single(DutySamples.Freeze(DutySamples.Item("a") with { Cap = new(1, DutyPeriod.Year) }).Items);
    }

    [Fact]
    public void A_refused_list_is_named() =>
        Assert.Equal("Duty list \"town-2026\" version 3", Assert.Throws<DefinitionException>(() => DutySamples.Freeze()).Definition);

    [Fact]
    public void A_list_without_its_parts_is_a_mistake()
    {
        Assert.Throws<ArgumentNullException>(() => DutyList.Freeze("a", 1, new("b"), null!, []));
        Assert.Throws<ArgumentNullException>(() => DutyList.Freeze("a", 1, new("b"), DutySamples.Basis, null!));
    }
}
