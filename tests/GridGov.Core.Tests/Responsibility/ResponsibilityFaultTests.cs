using static GridGov.ResponsibilityLevel;

namespace GridGov.Core.Tests;

public class ResponsibilityFaultTests
{
    [Fact]
    public void Every_fault_of_a_post_is_listed()
    {
        var sound = SmallTown.Head("x", Grid, "grid2") with { Kind = PostKind.FullTime };
        Assert.Equal(
        [
            "post row 9: it is null",
            "post row 10: its number is missing",
            "post a: its holder is missing; somebody must answer",
            "post a: its body is missing",
            "post a: it ends on 2025-12-31, before it begins on 2026-01-01",
            "post b: its kind 9 is none of the six",
            "post b: its level 77 is none of the nine",
            "post b: its level 77 is not that of its place, Grid",
            "post c: its grid nowhere is not in the tree",
            "post d: its place nowhere is not among the places",
            "post e: it is a head at the level MicroGrid, which the scheme town v1 has not",
            "post e: its level MicroGrid is not that of its place, Grid",
            "post f: nobody answers for its place dwelling itself; name the building or unit around it",
            "post g: its place building lies in the grid grid, not in grid2",
            "post p1: the number occurs twice; who follows in a post has a number of their own",
        ], Of(
        [
            .. SmallTown.Posts,
            null!,
            sound with { Id = default },
            sound with { Id = new("a"), Holder = default, Body = default, Until = new(2025, 12, 31) },
            sound with { Id = new("b"), Kind = (PostKind)9, Level = (ResponsibilityLevel)77 },
            sound with { Id = new("c"), Grid = new("nowhere") },
            sound with { Id = new("d"), Place = new PlaceId("nowhere") },
            sound with { Id = new("e"), Kind = PostKind.Head, Level = MicroGrid },
            sound with { Id = new("f"), Level = Neighbours, Grid = new("grid"), Place = new PlaceId("dwelling") },
            sound with { Id = new("g"), Level = Building, Place = new PlaceId("building") },
            sound with { Id = new("p1") },
        ]));
    }

    [Theory]
    [InlineData("2026-01-01", "2026-12-31", true)]
    [InlineData("2026-06-30", null, true)]
    [InlineData("2026-07-01", null, false)]
    [InlineData("2025-01-01", "2025-12-31", false)]
    [InlineData("2025-01-01", "2026-01-01", true)]
    [InlineData("2025-01-01", null, true)]
    public void Two_heads_of_one_place_may_not_share_a_day(string from, string? until, bool overlaps)
    {
        var first = SmallTown.Head("p5", Grid, "grid") with { Until = new(2026, 6, 30) };
        var other = SmallTown.Head("zz", Grid, "grid") with { From = DateOnly.ParseExact(from, "O"), Until = until is null ? null : DateOnly.ParseExact(until, "O") };
        Post[] posts = [.. SmallTown.Posts.Where(p => p.Id.Value != "p5"), first, other];

        if (overlaps)
            Assert.Contains("answers for the same place; end one of them", Assert.Single(Of(posts)), StringComparison.Ordinal);
        else
            ResponsibilityMap.Freeze(SmallTown.Scheme, SmallTown.Grids, SmallTown.Places, posts);
    }

    [Fact]
    public void A_long_term_is_held_against_all_that_begin_within_it() =>
        Assert.Equal(2, Of(
        [
            .. SmallTown.Posts,
            SmallTown.Head("q1", Grid, "grid") with { From = new(2026, 2, 1), Until = new(2026, 2, 2) },
            SmallTown.Head("q2", Grid, "grid") with { From = new(2026, 3, 1), Until = new(2026, 3, 2) },
        ]).Length);

    [Fact]
    public void Every_fault_of_a_place_is_listed() =>
        Assert.Equal(
        [
            "place row 1: it is null",
            "place a: the id occurs twice; keep one row",
            "place b: its grid nowhere is not in the tree",
            "place c: it is within nowhere, which is not among the places",
            "place d: its grid grid2 is not that of a, which it is within",
            "place e: its level Building is not finer than that of the place around it, Neighbours",
            "place g: what it is within leads round in a circle, or through more than 32 places",
            "place h: what it is within leads round in a circle, or through more than 32 places",
        ], Faults.Of(() => ResponsibilityMap.Freeze(SmallTown.Scheme, SmallTown.Grids,
        [
            null!,
            SmallTown.Place("a", PlaceKind.Site, null),
            SmallTown.Place("a", PlaceKind.Site, null),
            SmallTown.Place("b", PlaceKind.Site, null, "nowhere"),
            SmallTown.Place("c", PlaceKind.Unit, "nowhere"),
            SmallTown.Place("d", PlaceKind.Unit, "a", "grid2"),
            SmallTown.Place("e", PlaceKind.Building, "f"),
            SmallTown.Place("f", PlaceKind.Unit, "a"),
            SmallTown.Place("g", PlaceKind.Site, "h"),
            SmallTown.Place("h", PlaceKind.Site, "g"),
        ], [])));

    [Fact]
    public void Buildings_in_each_other_are_refused() =>
        Assert.Equal(2, Faults.Of(() => ResponsibilityMap.FreezeComplete(SmallTown.Scheme, SmallTown.Grids,
            [SmallTown.Place("a", PlaceKind.Building, "b"), SmallTown.Place("b", PlaceKind.Building, "a")], SmallTown.Posts.Where(p => p.Place is null), SmallTown.Start, SmallTown.Start))
            .Count(f => f.Contains("not finer", StringComparison.Ordinal)));

    [Fact]
    public void Gaps_are_looked_for_once_the_rest_is_sound() =>
        Assert.Equal(["post p1: its grid nowhere is not in the tree"], Faults.Of(() => ResponsibilityMap.FreezeComplete(SmallTown.Scheme, SmallTown.Grids, SmallTown.Places,
            [.. SmallTown.Posts.Skip(1), SmallTown.Posts[0] with { Grid = new("nowhere") }], SmallTown.Start, SmallTown.Start)));

    [Fact]
    public void A_scheme_lists_every_fault()
    {
        Assert.Equal(
            ["id: it is empty", "version: it is 0; versions begin at 1", "levels: 77 is none of the nine", "levels: Grid occurs more than once; one person answers at a level"],
            Faults.Of(() => ResponsibilityScheme.Freeze("", 0, [Grid, Grid, (ResponsibilityLevel)77])));
        Faults.AreAt(["levels"], () => ResponsibilityScheme.Freeze("s", 1, []));
    }

    [Fact]
    public void The_schemes_of_the_library_list_the_finest_level_first()
    {
        Assert.Equal([Neighbours, Building, Grid], ResponsibilityScheme.Neighbourhood.Levels);
        Assert.Equal([Grid, Community, Street, District, City], ResponsibilityScheme.FiveLevels.Levels);
        Assert.Equal("five-levels v1", ResponsibilityScheme.FiveLevels.ToString());
    }

    private static string[] Of(IEnumerable<Post> posts) =>
        Faults.Of(() => ResponsibilityMap.Freeze(SmallTown.Scheme, SmallTown.Grids, SmallTown.Places, posts));
}
