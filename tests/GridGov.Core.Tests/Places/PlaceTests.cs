using static GridGov.FieldFaultCodes;

namespace GridGov.Core.Tests;

public class PlaceTests
{
    private static readonly PlaceDraft Dwelling = new()
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

    private static readonly PlaceDraft Building = new() { Id = new("B1"), Kind = PlaceKind.Building, Grid = new("G1"), Name = "3号楼", PublicAddress = "养育巷 3 号" };

    private static readonly PlaceDraft Community = Building with { Kind = PlaceKind.Division, DivisionCode = "320508019044" };

    private static readonly Breakage<PlaceDraft>[] Breaks =
    [
        new("Id", Missing, d => d with { Id = default }),
        new("Kind", Missing, d => d with { Kind = null }),
        new("Grid", Missing, d => d with { Grid = default }),
        new("Name", TooLong, d => d with { Name = new string('楼', 101) }),
        new("PublicAddress", Form, d => d with { PublicAddress = " " }),
        new("DivisionCode", Form, d => d with { DivisionCode = "990508019044" }),
        new("DivisionCode", Form, d => d with { DivisionCode = "12345" }),
        new("Use", Unknown, d => d with { Use = (PlaceUse)9 }),
    ];

    [Fact]
    public void Sound_places_keep_every_field()
    {
        foreach (var draft in (PlaceDraft[])[Dwelling, Building, Community])
            Assert.Equal(draft, Place.Create(draft).Value.ToDraft());
    }

    [Fact]
    public void Whatever_is_broken_together_all_of_it_is_listed() => Breakages.AreAllListed(Community, Breaks, Place.Create);

    [Theory]
    [InlineData("３２０５０８", "320508", GridLevel.District)]
    [InlineData("3205 0801 9000", "320508019", GridLevel.Street)]
    [InlineData("32", "32", GridLevel.Province)]
    public void A_division_code_is_read_as_people_type_it(string typed, string written, GridLevel level)
    {
        var place = Place.Create(Community with { DivisionCode = typed }).Value;

        Assert.Equal(level, place.DivisionCode!.Value.Level);
        Assert.Equal(written, place.ToDraft().DivisionCode);
    }

    [Theory]
    [InlineData(PlaceKind.Unit)]
    [InlineData(PlaceKind.Dwelling)]
    public void A_home_has_no_public_name_or_address(PlaceKind kind) =>
        Assert.Equal(["Name", "PublicAddress"], FieldsOf(Building with { Kind = kind }));

    [Fact]
    public void Only_homes_are_homes()
    {
        Assert.True(Place.Create(Dwelling).Value.IsHome);
        Assert.False(Place.Create(Building).Value.IsHome);
    }

    [Fact]
    public void Every_fault_is_listed() => Assert.Equal(
        ["Id", "Kind", "Grid", "Within", "Name", "HomeAddress", "DivisionCode", "IsRented", "DivisionCode", "Use", "Tenant"],
        FieldsOf(Building with
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
        }));

    [Fact]
    public void A_place_is_not_within_itself() => Assert.Equal(["Within"], FieldsOf(Building with { Within = new PlaceId("B1") }));

    private static IEnumerable<string> FieldsOf(PlaceDraft draft) => Place.Create(draft).Refusal!.Fields.Select(f => f.Field);
}
