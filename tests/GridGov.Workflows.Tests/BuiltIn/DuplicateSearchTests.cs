using CsCheck;
using static GridGov.Workflows.Tests.CaseIn;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class DuplicateSearchTests
{
    private static readonly GeoPoint Place = GeoPoint.Wgs84(121.5, 31.2);

    // 0.0001 degrees are about 11 m north and 9.5 m east here.
    [Theory]
    [InlineData(0.0004, 0, 0, "cover", true)]
    [InlineData(0.0005, 0, 0, "cover", false)]
    [InlineData(0, 0.0005, 0, "cover", true)]
    [InlineData(0, 0.0006, 0, "cover", false)]
    [InlineData(0, 0, 24 * 60, "cover", true)]
    [InlineData(0, 0, (24 * 60) + 1, "cover", false)]
    [InlineData(0, 0, 0, "tree", false)]
    public void The_same_class_within_50_metres_and_24_hours_is_proposed(double north, double east, int minutes, string kind, bool proposed)
    {
        var search = new DuplicateSearch();
        search.Add(At("c1", Place, Monday, "cover"));
        var other = At("c2", GeoPoint.Wgs84(121.5 + east, 31.2 + north), Monday.AddMinutes(minutes), kind);

        Assert.Equal(proposed, !search.Find(other).IsEmpty);
        Assert.Equal(proposed, new DuplicateRule().Matches(other, At("c1", Place, Monday, "cover")));
    }

    [Fact]
    public void The_nearest_comes_first_and_a_case_is_never_its_own_duplicate()
    {
        var search = new DuplicateSearch();
        foreach (var (id, north) in new[] { ("c3", 0.0003), ("c1", 0.0), ("c2", 0.0001) })
            search.Add(At(id, GeoPoint.Wgs84(121.5, 31.2 + north), Monday, "cover"));

        Assert.Equal(["c2", "c3"], search.Find(At("c1", Place, Monday, "cover")).Select(c => c.Case.Value));
        Assert.True(search.Remove(At("c2", GeoPoint.Wgs84(121.5, 31.2001), Monday, "cover")));
        Assert.Equal(["c3"], search.Find(At("c1", Place, Monday, "cover")).Select(c => c.Case.Value));
    }

    [Fact]
    public void A_map_of_another_system_is_the_same_place()
    {
        var search = new DuplicateSearch();
        search.Add(At("c1", Place.ToGcj02(), Monday, "cover"));

        Assert.Equal("c1", Assert.Single(search.Find(At("c2", Place, Monday, "cover"))).Case.Value);
    }

    [Fact]
    public void What_is_closed_joined_or_without_a_place_is_no_head()
    {
        var open = At("c1", Place, Monday, "cover");
        var voided = Case.Apply(open, Loop.Decide(open, Do(SideRoads.Triggers.Void, Boss), CaseIn.At(Monday)).ToEntry());
        var joined = Case.Apply(open, Loop.Decide(open, new(SideRoads.Triggers.Link, Boss) { Note = "same", Facts = new() { Related = new("c0") } }, CaseIn.At(Monday)).ToEntry());
        var search = new DuplicateSearch();

        Assert.False(search.Add(voided) || search.Add(joined) || search.Add(At("c2", null, Monday, "cover")));
        Assert.Empty(search.Find(At("c3", null, Monday, "cover")));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DuplicateSearch(new() { Metres = double.NaN }));
    }

    [Fact]
    public void It_finds_what_looking_at_every_case_finds() =>
        Gen.Select(
            Gen.Select(Gen.Double[-0.002, 0.002], Gen.Double[-0.002, 0.002], Gen.Int[0, 3000], Gen.Int[0, 1]).Array[1, 60],
            Gen.Double[10, 200],
            Gen.OneOf(Gen.Const(0.0), Gen.Const(31.2), Gen.Const(53.5), Gen.Const(-75.0)))
        .Sample(
            (places, metres, latitude) =>
            {
                var rule = new DuplicateRule { Metres = metres };
                var search = new DuplicateSearch(rule);
                Case[] cases = [.. places.Select((p, i) => At($"c{i}", GeoPoint.Wgs84(121.5 + p.Item1, latitude + p.Item2), Monday.AddMinutes(p.Item3), p.Item4 == 0 ? "cover" : "tree"))];
                foreach (var @case in cases)
                    search.Add(@case);
                foreach (var @case in cases)
                    Assert.Equal(cases.Where(c => rule.Matches(@case, c)).Select(c => c.Id).Order(), search.Find(@case).Select(c => c.Case).Order());
            },
            iter: 200);

    private static Case At(string id, GeoPoint? place, DateTimeOffset reported, string kind) => Case.Apply(
        null,
        Loop.Open(new(id), Report(id, kind: kind, at: reported) with { Position = place }, Clerk, Center, Cover.Limit, CaseIn.At(reported)));
}
