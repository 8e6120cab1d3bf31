using CsCheck;

namespace GridGov.Core.Tests;

/// <summary>Random trees, places and posts against a reference that looks at every row.</summary>
public class ResponsibilityLawTests
{
    private static readonly DateOnly Day0 = new(2026, 1, 1);

    private static readonly Gen<Town> Towns =
        from levels in Gen.Int[1, 9].Array[1, 9].Select(l => l.Distinct().Select(i => (ResponsibilityLevel)i).ToArray())
        from grids in Gen.Select(Gen.Int[0, 1000], Gen.Int[1, 7]).Array[1, 25]
        from places in Gen.Select(Gen.Int[0, 1000], Gen.Int[1, 6], Gen.Bool).Array[0, 20]
        from terms in Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[1, 6]).Array[0, 60]
        select Grow(levels, grids, places, terms);

    [Fact]
    public void The_chain_is_what_looking_at_every_row_finds() => Towns.Sample(town =>
    {
        var map = town.Freeze();
        foreach (var day in Enumerable.Range(-1, 43).Select(Day0.AddDays))
        {
            foreach (var row in town.Grids)
            {
                Assert.True(map.TryChainAt(row.Code, day, out var chain));
                Assert.Equal(town.ChainOf(row.Code.Value, day), chain);
            }

            foreach (var place in town.Places)
            {
                Assert.True(map.TryChainAt(place.Id, day, out var chain));
                Assert.Equal(town.ChainOf(place.Id.Value, day), chain);
            }
        }
    }, iter: 25);

    [Fact]
    public void Gaps_are_the_days_on_which_a_chain_has_nobody() => Towns.Sample(town =>
    {
        var map = town.Freeze();
        var gaps = map.Gaps(Day0, Day0.AddDays(40));
        foreach (var day in Enumerable.Range(0, 41).Select(Day0.AddDays))
        {
            // A rung without anybody lies in a gap of a node on the way up, and a day in a gap shows in its own node's chain.
            var open = gaps.Where(g => g.From <= day && day <= g.Until).ToArray();
            foreach (var gap in open)
            {
                Assert.True(gap.Place is { } p ? map.TryChainAt(p, day, out var chain) : map.TryChainAt(gap.Grid, day, out chain));
                Assert.Null(chain.Single(r => r.Level == gap.Level).Post);
            }

            foreach (var id in town.Ids.Where(i => town.Level(i) != default))
            {
                foreach (var rung in town.ChainOf(id, day).Where(r => r.Post is null))
                {
                    var way = town.WayUp(id).ToArray();
                    Assert.Contains(open, g => g.Level == rung.Level && way.Contains(g.Place?.Value ?? g.Grid.Value));
                }
            }
        }

        Assert.Equal(gaps.Count, gaps.Distinct().Count());
    }, iter: 15);

    [Fact]
    public void The_order_of_the_rows_does_not_matter() => Gen.Select(Towns, Gen.Int).Sample((town, seed) =>
    {
        var order = new Random(seed);
        var shuffled = town with { Places = [.. town.Places.OrderBy(_ => order.Next())], Posts = [.. town.Posts.OrderBy(_ => order.Next())] };
        Assert.Equal(town.Freeze().Gaps(Day0, Day0.AddDays(40)), shuffled.Freeze().Gaps(Day0, Day0.AddDays(40)));
    }, iter: 15);

    [Fact]
    public void A_second_head_is_refused_exactly_where_a_day_is_shared() => Gen.Select(Towns, Gen.Int[0, 40], Gen.Int[0, 40]).Sample((town, first, length) =>
    {
        if (town.Posts.FirstOrDefault(p => p.Kind == PostKind.Head) is not { } head)
            return;
        var other = head with { Id = new("other"), From = Day0.AddDays(first), Until = Day0.AddDays(first + length) };
        var shared = town.Posts.Any(p => p.Kind == PostKind.Head && p.Place == head.Place && (p.Place is not null || p.Grid == head.Grid)
            && Enumerable.Range(first, length + 1).Any(d => p.IsHeldAt(Day0.AddDays(d))));
        var more = town with { Posts = [.. town.Posts, other] };
        if (shared)
            Assert.Throws<DefinitionException>(() => more.Freeze());
        else
            more.Freeze();
    }, iter: 200);

    private static Town Grow(ResponsibilityLevel[] levels, (int Pick, int Level)[] gridPicks, (int Pick, int Kind, bool Within)[] placePicks, (int Pick, int From, int Days, int Kind)[] terms)
    {
        var grids = new List<GridRow>();
        foreach (var (pick, level) in gridPicks)
        {
            var parents = grids.Where(g => (int)g.Level < level).ToArray();
            var parent = parents.Length == 0 || pick % 7 == 0 ? null : parents[pick % parents.Length];
            grids.Add(new(new($"g{grids.Count}"), parent?.Code, "名", (GridLevel)level));
        }

        var places = new List<Place>();
        foreach (var (pick, kind, within) in placePicks)
        {
            var draft = new PlaceDraft { Id = new($"h{places.Count}"), Kind = (PlaceKind)kind, Grid = grids[pick % grids.Count].Code };
            if (within && places.Count > 0 && places[pick % places.Count] is var outer)
                draft = draft with { Within = outer.Id, Grid = outer.Grid };
            var place = Place.Create(draft).Value;
            var town = new Town(levels, [.. grids], [.. places, place], []);
            if (town.Level(place.Id.Value) == default || town.WayUp(place.Id.Value).Skip(1).Select(town.Level).FirstOrDefault(l => l != default) < town.Level(place.Id.Value))
                places.Add(place);
        }

        var empty = new Town(levels, [.. grids], [.. places], []);
        var posts = new List<Post>();
        foreach (var (pick, from, days, kind) in terms)
        {
            var id = empty.Ids[pick % empty.Ids.Length];
            var level = empty.Level(id);
            if (level == default || kind == 1 && !levels.Contains(level))
                continue;
            var post = new Post
            {
                Id = new($"p{posts.Count}"),
                Kind = (PostKind)kind,
                Level = level,
                Grid = empty.GridOf(id),
                Place = id[0] == 'h' ? new PlaceId(id) : null,
                Holder = new("w"),
                Body = new("b"),
                From = Day0.AddDays(from),
                Until = days == 40 ? null : Day0.AddDays(from + days),
            };
            var last = post.Until ?? DateOnly.MaxValue;
            if (kind != 1 || !posts.Any(p => p.Kind == PostKind.Head && p.Place == post.Place && p.Grid == post.Grid && p.From <= last && post.From <= (p.Until ?? DateOnly.MaxValue)))
                posts.Add(post);
        }

        return empty with { Posts = [.. posts] };
    }

    private sealed record Town(ResponsibilityLevel[] Levels, GridRow[] Grids, Place[] Places, Post[] Posts)
    {
        public string[] Ids => [.. Grids.Select(g => g.Code.Value), .. Places.Select(p => p.Id.Value)];

        public ResponsibilityMap Freeze() => ResponsibilityMap.Freeze(ResponsibilityScheme.Freeze("s", 1, Levels), GridTree.Build(Grids), Places, Posts);

        public ResponsibilityLevel Level(string id) => Grids.FirstOrDefault(g => g.Code.Value == id) is { } grid
            ? Enum.Parse<ResponsibilityLevel>(grid.Level.ToString())
            : Places.Single(p => p.Id.Value == id).Kind switch
            {
                PlaceKind.Building => ResponsibilityLevel.Building,
                PlaceKind.Unit => ResponsibilityLevel.Neighbours,
                _ => default,
            };

        public GridCode GridOf(string id) => Grids.FirstOrDefault(g => g.Code.Value == id)?.Code ?? Places.Single(p => p.Id.Value == id).Grid;

        public IEnumerable<string> WayUp(string id)
        {
            yield return id;
            var above = Grids.FirstOrDefault(g => g.Code.Value == id) is { } grid
                ? grid.Parent?.Value
                : Places.Single(p => p.Id.Value == id) is var place && place.Within is { } within ? within.Value : place.Grid.Value;
            if (above is null)
                yield break;
            foreach (var next in WayUp(above))
                yield return next;
        }

        public ValueList<ResponsibilityRung> ChainOf(string id, DateOnly day)
        {
            var way = WayUp(id).Where(i => Level(i) != default).ToArray();
            return ValueList.From(Levels.Where(l => l <= Level(way[0])).OrderDescending().Select(level =>
            {
                var at = way.FirstOrDefault(i => Level(i) == level);
                return at is null
                    ? new ResponsibilityRung(level, default, null, null)
                    : new(level, GridOf(at), at[0] == 'h' ? new PlaceId(at) : null, Posts.SingleOrDefault(p =>
                        p.Kind == PostKind.Head && (p.Place?.Value ?? p.Grid.Value) == at && p.From <= day && (p.Until is null || day <= p.Until)));
            }));
        }
    }
}
