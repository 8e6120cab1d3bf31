using System.Collections.Frozen;

namespace GridGov;

/// <summary>
/// Who answers for every place at every level (责任链). Frozen and thread-safe: checked as a whole, then read by all
/// threads. At most one person answers at a level for a place on a day.
/// </summary>
/// <remarks>
/// Places hang in the tree: a dwelling in its unit, the unit in its building, the building in its grid. A question costs
/// the depth of the place, and the logarithm of the number of heads that one node has had; it allocates nothing where
/// the caller brings the span.
/// </remarks>
public sealed class ResponsibilityMap
{
    private readonly PlaceNodes _nodes;
    private readonly FrozenDictionary<PlaceId, int> _byPlace;
    private readonly PostsByNode _heads;
    private readonly PostsByNode _posts;

    private ResponsibilityMap(ResponsibilityScheme scheme, GridTree grids, PlaceNodes nodes, PostsByNode heads, PostsByNode posts)
    {
        Scheme = scheme;
        Grids = grids;
        _nodes = nodes;
        _byPlace = nodes.ByPlace.ToFrozenDictionary();
        _heads = heads;
        _posts = posts;
    }

    /// <summary>The levels at which somebody answers.</summary>
    public ResponsibilityScheme Scheme { get; }

    /// <summary>The grid tree.</summary>
    public GridTree Grids { get; }

    /// <summary>Freezes a map after checking it as a whole.</summary>
    /// <param name="scheme">The levels at which somebody must answer.</param>
    /// <param name="grids">The grid tree.</param>
    /// <param name="places">The places that the chain can be asked for, in any order; none is allowed. What a place is within must be among them.</param>
    /// <param name="posts">The posts, in any order.</param>
    /// <exception cref="DefinitionException">
    /// An id missing or twice, an unknown grid or place, a place in another grid than what it is within or not finer than
    /// it, a circle of places or more than 32 of them one inside the other, a post without holder or body, of no known kind or level, at another level than its place,
    /// ending before it begins, a head at a level that the scheme has not, two heads of one place on one day: every fault
    /// is listed. Gaps are no fault here, so that a city sees them; <see cref="Gaps"/> lists them and
    /// <see cref="FreezeComplete"/> refuses them.
    /// </exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ResponsibilityMap Freeze(ResponsibilityScheme scheme, GridTree grids, IEnumerable<Place> places, IEnumerable<Post> posts)
    {
        var faults = new List<Fault>();
        var map = Build(scheme, grids, places, posts, faults);
        return faults.Count == 0 ? map : throw new DefinitionException("The responsibility map", faults);
    }

    /// <summary>Freezes a map as <see cref="Freeze"/> does, and refuses it where anybody is missing in a stretch of days.</summary>
    /// <param name="scheme">The levels at which somebody must answer.</param>
    /// <param name="grids">The grid tree.</param>
    /// <param name="places">The places, in any order.</param>
    /// <param name="posts">The posts, in any order.</param>
    /// <param name="from">The first day on which nobody may be missing.</param>
    /// <param name="until">The last such day, not before <paramref name="from"/>.</param>
    /// <exception cref="DefinitionException">As for <see cref="Freeze"/>; else every gap of <see cref="Gaps"/> is a fault.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The last day is before the first.</exception>
    public static ResponsibilityMap FreezeComplete(
        ResponsibilityScheme scheme, GridTree grids, IEnumerable<Place> places, IEnumerable<Post> posts, DateOnly from, DateOnly until)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(until, from);
        var faults = new List<Fault>();
        var map = Build(scheme, grids, places, posts, faults);
        // A post that found no place would show as a gap as well, and mislead.
        if (faults.Count == 0)
            faults.AddRange(map.Gaps(from, until).Select(gap => gap.ToFault()));
        return faults.Count == 0 ? map : throw new DefinitionException("The responsibility map", faults);
    }

    /// <summary>Who answers for a node of the grid tree, from its own level up.</summary>
    /// <param name="node">A node of <see cref="Grids"/>.</param>
    /// <param name="date">The day.</param>
    public ValueList<ResponsibilityRung> ChainAt(GridHandle node, DateOnly date)
    {
        Span<ResponsibilityRung> rungs = new ResponsibilityRung[Scheme.Levels.Count];
        return ValueList.Create<ResponsibilityRung>(rungs[..ChainAt(node, date, rungs)]);
    }

    /// <summary>Who answers for a place, from its own level up. A dwelling's level is that of the unit, building or grid around it.</summary>
    /// <param name="place">The place.</param>
    /// <param name="date">The day.</param>
    /// <param name="chain">The chain, or empty where the place is not in the map.</param>
    /// <returns>Whether the place is in the map.</returns>
    public bool TryChainAt(PlaceId place, DateOnly date, out ValueList<ResponsibilityRung> chain)
    {
        Span<ResponsibilityRung> rungs = new ResponsibilityRung[Scheme.Levels.Count];
        var found = TryChainAt(place, date, rungs, out var count);
        chain = ValueList.Create<ResponsibilityRung>(rungs[..count]);
        return found;
    }

    /// <summary>Who answers for a node of a grid code, from its own level up.</summary>
    /// <param name="grid">The code.</param>
    /// <param name="date">The day.</param>
    /// <param name="chain">The chain, or empty where the code is not in the tree.</param>
    /// <returns>Whether the code is in the tree.</returns>
    public bool TryChainAt(GridCode grid, DateOnly date, out ValueList<ResponsibilityRung> chain)
    {
        var found = Grids.TryFind(grid, out var node);
        chain = found ? ChainAt(node, date) : [];
        return found;
    }

    /// <summary>Who answers for a node of the grid tree, from its own level up, without allocating.</summary>
    /// <param name="node">A node of <see cref="Grids"/>.</param>
    /// <param name="date">The day.</param>
    /// <param name="rungs">Where to write; as long as the scheme has levels.</param>
    /// <returns>How many rungs were written.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The node is not of this tree.</exception>
    /// <exception cref="ArgumentException"><paramref name="rungs"/> is too short.</exception>
    public int ChainAt(GridHandle node, DateOnly date, Span<ResponsibilityRung> rungs)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)node.Index, (uint)Grids.Count, nameof(node));
        return Walk(node.Index, date, rungs);
    }

    /// <summary>Who answers for a place, from its own level up, without allocating.</summary>
    /// <param name="place">The place.</param>
    /// <param name="date">The day.</param>
    /// <param name="rungs">Where to write; as long as the scheme has levels.</param>
    /// <param name="count">How many rungs were written.</param>
    /// <returns>Whether the place is in the map.</returns>
    /// <exception cref="ArgumentException"><paramref name="rungs"/> is too short.</exception>
    public bool TryChainAt(PlaceId place, DateOnly date, Span<ResponsibilityRung> rungs, out int count)
    {
        var found = _byPlace.TryGetValue(place, out var node);
        count = found ? Walk(node, date, rungs) : 0;
        return found;
    }

    /// <summary>All posts held at a node itself on a day, heads included, in ordinal order of their numbers.</summary>
    /// <param name="node">A node of <see cref="Grids"/>.</param>
    /// <param name="date">The day.</param>
    /// <exception cref="ArgumentOutOfRangeException">The node is not of this tree.</exception>
    public ValueList<Post> PostsAt(GridHandle node, DateOnly date)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)node.Index, (uint)Grids.Count, nameof(node));
        return _posts.HeldAt(node.Index, date);
    }

    /// <summary>All posts held at a building or unit itself on a day, in ordinal order of their numbers; empty for a place not in the map.</summary>
    /// <param name="place">The place.</param>
    /// <param name="date">The day.</param>
    public ValueList<Post> PostsAt(PlaceId place, DateOnly date) =>
        _byPlace.TryGetValue(place, out var node) ? _posts.HeldAt(node, date) : [];

    /// <summary>
    /// Every level at which nobody answers for some days: at a node of the level, or because there is no node of it above
    /// another. Below a node that has nothing of a finer level in it, nothing is missing. Grids in pre-order, then places in ordinal order of their ids.
    /// </summary>
    /// <param name="from">The first day that counts.</param>
    /// <param name="until">The last day that counts, not before <paramref name="from"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The last day is before the first.</exception>
    public ValueList<ResponsibilityGap> Gaps(DateOnly from, DateOnly until)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(until, from);
        var gaps = new List<ResponsibilityGap>();
        for (var node = 0; node < _nodes.Count; node++)
        {
            var level = _nodes.LevelOf(node);
            if (level == default)
                continue;
            var above = _nodes.LevelOf(_nodes.RankedAbove(node));
            foreach (var wanted in Scheme.Levels)
            {
                if (wanted == level)
                    _heads.Uncovered(node, from, until, (start, end) => gaps.Add(GapAt(node, wanted, false, start, end)));
                else if (wanted < level && wanted > above)
                    gaps.Add(GapAt(node, wanted, true, from, until));
            }
        }

        return ValueList.From(gaps);
    }

    private static ResponsibilityMap Build(
        ResponsibilityScheme scheme, GridTree grids, IEnumerable<Place> places, IEnumerable<Post> posts, List<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(grids);
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(posts);
        var nodes = PlaceNodes.Build(grids, places, faults);
        var placed = PostChecks.Place(scheme, grids, nodes, posts, faults);
        return new(scheme, grids, nodes,
            PostsByNode.Build(nodes.Count, placed.Where(p => p.Post.Kind == PostKind.Head)),
            PostsByNode.Build(nodes.Count, placed));
    }

    private ResponsibilityGap GapAt(int node, ResponsibilityLevel level, bool isMissing, DateOnly from, DateOnly until) =>
        new(level, _nodes.GridOf(node), _nodes.PlaceOf(node), isMissing, from, until);

    private int Walk(int node, DateOnly date, Span<ResponsibilityRung> rungs)
    {
        var levels = Scheme.Levels.AsSpan();
        if (rungs.Length < levels.Length)
            throw new ArgumentException($"It has {rungs.Length} places; the scheme has {levels.Length} levels.", nameof(rungs));
        if (_nodes.LevelOf(node) == default)
            node = _nodes.RankedAbove(node);
        var next = 0;
        while (next < levels.Length && levels[next] > _nodes.LevelOf(node))
            next++;
        var count = 0;
        for (; node >= 0 && next < levels.Length; node = _nodes.RankedAbove(node))
        {
            var level = _nodes.LevelOf(node);
            while (next < levels.Length && levels[next] > level)
                rungs[count++] = new(levels[next++], default, null, null);
            if (next < levels.Length && levels[next] == level)
            {
                rungs[count++] = new(level, _nodes.GridOf(node), _nodes.PlaceOf(node), _heads.FirstHeldAt(node, date));
                next++;
            }
        }

        while (next < levels.Length)
            rungs[count++] = new(levels[next++], default, null, null);
        return count;
    }
}
