using static GridGov.ResponsibilityLevel;

namespace GridGov.Core.Tests;

public class ResponsibilityMapTests
{
    private static readonly ResponsibilityMap Map = ResponsibilityMap.Freeze(SmallTown.Scheme, SmallTown.Grids, SmallTown.Places, SmallTown.Posts);

    [Theory]
    [InlineData("dwelling", "p8 p7 p5 p4 p3 p2 p1")]
    [InlineData("unit", "p8 p7 p5 p4 p3 p2 p1")]
    [InlineData("shop", "p7 p5 p4 p3 p2 p1")]
    [InlineData("building", "p7 p5 p4 p3 p2 p1")]
    [InlineData("square", "p5 p4 p3 p2 p1")]
    public void From_a_place_the_chain_goes_up_to_the_city(string place, string posts)
    {
        Assert.True(Map.TryChainAt(new PlaceId(place), SmallTown.Start, out var chain));
        Assert.Equal(posts, string.Join(' ', chain.Select(r => r.Post!.Id)));
        Assert.All(chain, r => Assert.Equal(r.Level, r.Post!.Level));
        Assert.Equal(chain.Select(r => r.Level).OrderDescending(), chain.Select(r => r.Level));
    }

    [Theory]
    [InlineData("grid2", "p6 p4 p3 p2 p1")]
    [InlineData("street", "p3 p2 p1")]
    [InlineData("city", "p1")]
    public void From_a_node_the_chain_goes_up_from_its_own_level(string grid, string posts)
    {
        Assert.True(Map.TryChainAt(new GridCode(grid), SmallTown.Start, out var chain));
        Assert.Equal(posts, string.Join(' ', chain.Select(r => r.Post!.Id)));
    }

    [Fact]
    public void A_rung_says_where_it_is()
    {
        Assert.True(Map.TryChainAt(new PlaceId("dwelling"), SmallTown.Start, out var chain));
        Assert.Equal(("grid", "unit"), (chain[0].Grid.Value, chain[0].Place!.Value.Value));
        Assert.Equal(("grid", null), (chain[2].Grid.Value, chain[2].Place?.Value));
    }

    [Fact]
    public void Before_anybody_began_the_levels_are_there_without_anybody()
    {
        Assert.True(Map.TryChainAt(new PlaceId("unit"), SmallTown.Start.AddDays(-1), out var chain));
        Assert.Equal(7, chain.Count);
        Assert.All(chain, r => Assert.Null(r.Post));
    }

    [Fact]
    public void Who_follows_answers_from_the_next_day()
    {
        var change = new DateOnly(2026, 6, 30);
        var map = Freeze(posts: [.. SmallTown.Posts.Where(p => p.Id.Value != "p5"), SmallTown.Head("p5", Grid, "grid") with { Until = change }, SmallTown.Head("p9", Grid, "grid") with { From = change.AddDays(1) }]);

        Assert.Equal("p5", At(map, "grid", change));
        Assert.Equal("p9", At(map, "grid", change.AddDays(1)));
        Assert.Empty(map.Gaps(SmallTown.Start, DateOnly.MaxValue));
    }

    [Fact]
    public void What_is_not_in_the_map_has_no_chain()
    {
        Assert.False(Map.TryChainAt(new PlaceId("nowhere"), SmallTown.Start, out var chain));
        Assert.Empty(chain);
        Assert.False(Map.TryChainAt(new GridCode("nowhere"), SmallTown.Start, out _));
        Assert.False(Map.TryChainAt(default(PlaceId), SmallTown.Start, out _));
        Assert.Empty(Map.PostsAt(new PlaceId("nowhere"), SmallTown.Start));
        Assert.Throws<ArgumentOutOfRangeException>(() => Map.ChainAt(new GridHandle(6), SmallTown.Start));
        Assert.Throws<ArgumentOutOfRangeException>(() => Map.ChainAt(new GridHandle(-1), SmallTown.Start));
        Assert.Throws<ArgumentException>(() => Map.ChainAt(new GridHandle(0), SmallTown.Start, new ResponsibilityRung[6]));
    }

    [Fact]
    public void A_complete_map_has_no_gap_and_may_be_asked_for()
    {
        Assert.Empty(Map.Gaps(SmallTown.Start, new(2030, 12, 31)));
        Assert.NotNull(ResponsibilityMap.FreezeComplete(SmallTown.Scheme, SmallTown.Grids, SmallTown.Places, SmallTown.Posts, SmallTown.Start, DateOnly.MaxValue));
    }

    [Fact]
    public void A_level_without_anybody_is_a_gap_with_its_days()
    {
        var map = Freeze(posts: [.. SmallTown.Posts.Where(p => p.Id.Value is not "p5" and not "p7"),
            SmallTown.Head("a", Grid, "grid") with { From = new(2026, 2, 1), Until = new(2026, 2, 28) },
            SmallTown.Head("b", Grid, "grid") with { From = new(2026, 4, 1), Until = new(2026, 4, 30) }]);

        Assert.Equal(
        [
            new(Grid, new("grid"), null, false, new(2026, 1, 1), new(2026, 1, 31)),
            new(Grid, new("grid"), null, false, new(2026, 3, 1), new(2026, 3, 31)),
            new(Grid, new("grid"), null, false, new(2026, 5, 1), new(2026, 12, 31)),
            new(Building, new("grid"), new PlaceId("building"), false, new(2026, 1, 1), new(2026, 12, 31)),
        ], map.Gaps(new(2026, 1, 1), new(2026, 12, 31)));
        Assert.Null(At(map, "grid", new(2026, 3, 15)));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.Gaps(new(2026, 1, 2), new(2026, 1, 1)));
    }

    [Fact]
    public void A_level_that_the_tree_lacks_is_a_gap_too()
    {
        var scheme = ResponsibilityScheme.Freeze("micro", 1, [Community, MicroGrid, Building]);
        var posts = SmallTown.Posts.Where(p => p.Id.Value is "p4" or "p7");
        var map = ResponsibilityMap.Freeze(scheme, SmallTown.Grids, SmallTown.Places, posts);

        var gap = Assert.Single(map.Gaps(SmallTown.Start, SmallTown.Start));
        Assert.Equal(new(MicroGrid, new("grid"), new PlaceId("building"), true, SmallTown.Start, SmallTown.Start), gap);
        Assert.Equal("place building: the tree has no MicroGrid above it; add the node or drop the level from the scheme", gap.ToString());
        Assert.True(map.TryChainAt(new PlaceId("unit"), SmallTown.Start, out var chain));
        Assert.Equal([Building, MicroGrid, Community], chain.Select(r => r.Level));
        Assert.Equal((default, null), (chain[1].Grid, chain[1].Post));
    }

    [Fact]
    public void Gaps_are_faults_where_completeness_is_asked_for() =>
        Assert.Equal(
            ["grid grid2: nobody answers at the level Grid from 2026-01-01 to 2026-12-31; name a head"],
            Faults.Of(() => ResponsibilityMap.FreezeComplete(
                SmallTown.Scheme, SmallTown.Grids, SmallTown.Places, SmallTown.Posts.Where(p => p.Id.Value != "p6"), new(2026, 1, 1), new(2026, 12, 31))));

    [Fact]
    public void Staff_beside_the_head_may_be_many()
    {
        Post Staff(string id, PostKind kind) => SmallTown.Head(id, Grid, "grid") with { Kind = kind };
        var map = Freeze(posts: [.. SmallTown.Posts, Staff("s2", PostKind.PartTime), Staff("s1", PostKind.FullTime), Staff("s3", PostKind.PartTime) with { Until = SmallTown.Start }]);
        Assert.True(map.Grids.TryFind(new GridCode("grid"), out var grid));

        Assert.Equal(["p5", "s1", "s2", "s3"], map.PostsAt(grid, SmallTown.Start).Select(p => p.Id.Value));
        Assert.Equal(["p5", "s1", "s2"], map.PostsAt(grid, SmallTown.Start.AddDays(1)).Select(p => p.Id.Value));
        Assert.Equal(["p7"], map.PostsAt(new PlaceId("building"), SmallTown.Start).Select(p => p.Id.Value));
        Assert.Equal("p5", At(map, "grid", SmallTown.Start));
    }

    [Fact]
    public void Asking_with_a_span_allocates_nothing()
    {
        var rungs = new ResponsibilityRung[7];
        var place = new PlaceId("dwelling");
        Map.TryChainAt(place, SmallTown.Start, rungs, out _);
        Assert.Equal(0, Allocations.Least(() =>
        {
            for (var i = 0; i < 1000; i++)
                Map.TryChainAt(place, SmallTown.Start, rungs, out _);
        }));
    }

    [Fact]
    public void Posts_are_named_by_kind_and_level()
    {
        Assert.Equal("楼栋长", PostTitles.Of(PostKind.Head, Building).Zh);
        Assert.Equal("网格长", PostTitles.Of(PostKind.Head, Grid).Zh);
        Assert.Equal("邻里长", PostTitles.Of(PostKind.Head, Neighbours).Zh);
        Assert.Equal("专职网格员", PostTitles.Of(PostKind.FullTime, Grid).Zh);
        Assert.Throws<ArgumentOutOfRangeException>(() => PostTitles.Of(default, Grid));
        Assert.Throws<ArgumentOutOfRangeException>(() => PostTitles.Of(PostKind.Head, default));
        foreach (var kind in Enum.GetValues<PostKind>())
            Assert.All(Enum.GetValues<ResponsibilityLevel>(), level => Assert.NotEmpty(PostTitles.Of(kind, level).Zh));
    }

    [Fact]
    public void The_levels_of_grids_are_those_of_the_tree() =>
        Assert.All(Enum.GetValues<GridLevel>(), level => Assert.Equal(level.ToString(), ((ResponsibilityLevel)(byte)level).ToString()));

    private static string? At(ResponsibilityMap map, string grid, DateOnly date)
    {
        Assert.True(map.TryChainAt(new GridCode(grid), date, out var chain));
        return chain[0].Post?.Id.Value;
    }

    private static ResponsibilityMap Freeze(IEnumerable<Post> posts) =>
        ResponsibilityMap.Freeze(SmallTown.Scheme, SmallTown.Grids, SmallTown.Places, posts);
}
