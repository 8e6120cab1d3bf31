namespace GridGov.Core.Tests;

public class PlaceTests
{
    private static readonly Place Dwelling = new()
    {
        Id = new("H1"),
        Kind = PlaceKind.Dwelling,
        Grid = new("G1"),
        Within = new PlaceId("U1"),
        HomeAddress = new("1-2-302"),
        Use = PlaceUse.Residential,
        IsRented = true,
        Tenant = new PersonId("P1"),
    };

    private static readonly Place Building = new() { Id = new("B1"), Kind = PlaceKind.Building, Grid = new("G1"), Name = "3号楼", PublicAddress = "养育巷 3 号" };

    [Fact]
    public void Sound_places_have_no_fault()
    {
        Assert.Empty(Dwelling.Check());
        Assert.Empty(Building.Check());
        Assert.Empty((Building with { Kind = PlaceKind.Division, DivisionCode = "320508019044" }).Check());
    }

    [Theory]
    [InlineData(PlaceKind.Unit)]
    [InlineData(PlaceKind.Dwelling)]
    public void A_home_has_no_public_name_or_address(PlaceKind kind)
    {
        var named = Building with { Kind = kind };

        Assert.True(named.IsHome);
        Assert.Equal(["Name", "PublicAddress"], named.Check().Select(f => f.Field));
    }

    [Fact]
    public void Every_fault_is_listed()
    {
        var faults = (Building with
        {
            Id = default,
            Kind = (PlaceKind)9,
            Grid = default,
            Within = default(PlaceId),
            Name = " ",
            HomeAddress = new("x"),
            DivisionCode = "12345",
            Use = (PlaceUse)9,
            IsRented = false,
            Tenant = new PersonId("P1"),
        }).Check();

        Assert.Equal(
            ["Id", "Kind", "Grid", "Within", "Name", "HomeAddress", "DivisionCode", "DivisionCode", "Use", "IsRented", "Tenant"],
            faults.Select(f => f.Field));
    }

    [Fact]
    public void A_place_is_not_within_itself() =>
        Assert.Equal(["Within"], (Building with { Within = new PlaceId("B1") }).Check().Select(f => f.Field));
}
