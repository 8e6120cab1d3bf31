using static GridGov.ResponsibilityLevel;

namespace GridGov.Core.Tests;

/// <summary>One city down to a dwelling, with a head at every level of two schemes together.</summary>
internal static class SmallTown
{
    public static DateOnly Start { get; } = new(2026, 1, 1);

    public static GridTree Grids { get; } = GridTree.Build(
    [
        new(new("city"), null, "市", GridLevel.City),
        new(new("district"), new("city"), "区", GridLevel.District),
        new(new("street"), new("district"), "街道", GridLevel.Street),
        new(new("community"), new("street"), "社区", GridLevel.Community),
        new(new("grid"), new("community"), "网格", GridLevel.Grid),
        new(new("grid2"), new("community"), "网格", GridLevel.Grid),
    ]);

    public static ResponsibilityScheme Scheme { get; } = ResponsibilityScheme.Freeze("town", 1,
        [City, District, Street, Community, Grid, Building, Neighbours]);

    public static Place[] Places { get; } =
    [
        Place("building", PlaceKind.Building, null),
        Place("unit", PlaceKind.Unit, "building"),
        Place("dwelling", PlaceKind.Dwelling, "unit"),
        Place("shop", PlaceKind.Premises, "building"),
        Place("square", PlaceKind.Site, null),
    ];

    public static Post[] Posts { get; } =
    [
        Head("p1", City, "city"),
        Head("p2", District, "district"),
        Head("p3", Street, "street"),
        Head("p4", Community, "community"),
        Head("p5", Grid, "grid"),
        Head("p6", Grid, "grid2"),
        Head("p7", Building, "grid", "building"),
        Head("p8", Neighbours, "grid", "unit"),
    ];

    public static Place Place(string id, PlaceKind kind, string? within, string grid = "grid") =>
        GridGov.Place.Create(new() { Id = new(id), Kind = kind, Grid = new(grid), Within = within is null ? null : new PlaceId(within) }).Value;

    public static Post Head(string id, ResponsibilityLevel level, string grid, string? place = null) => new()
    {
        Id = new(id),
        Kind = PostKind.Head,
        Level = level,
        Grid = new(grid),
        Place = place is null ? null : new PlaceId(place),
        Holder = new($"w-{id}"),
        Body = new("town"),
        From = Start,
    };
}
