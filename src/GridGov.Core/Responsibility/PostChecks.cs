namespace GridGov;

/// <summary>The checks of the posts of a map: each alone, then those of one place against each other.</summary>
internal static class PostChecks
{
    /// <summary>The posts that have a node, with it; every fault goes to the list.</summary>
    public static List<(int Node, Post Post)> Place(
        ResponsibilityScheme scheme, GridTree grids, PlaceNodes nodes, IEnumerable<Post?> posts, List<Fault> faults)
    {
        var placed = new List<(int Node, Post Post)>();
        var rows = posts.ToArray();
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] is null || rows[i]!.Id == default)
                faults.Add(new(FormattableString.Invariant($"post row {i + 1}"), rows[i] is null ? "it is null" : "its number is missing"));
        }

        // Sorted, so that the same rows give the same faults whatever their order.
        var sound = rows.OfType<Post>().Where(p => p.Id != default).OrderBy(p => p.Id).ThenBy(p => p.From).ToArray();
        for (var i = 0; i < sound.Length; i++)
        {
            var post = sound[i];
            if (i > 0 && post.Id == sound[i - 1].Id)
                faults.Add(new($"post {post.Id}", "the number occurs twice; who follows in a post has a number of their own"));
            Check(scheme, post, faults);
            if (NodeOf(grids, nodes, post, faults) is { } node)
                placed.Add((node, post));
        }

        Overlaps(placed, faults);
        return placed;
    }

    private static void Check(ResponsibilityScheme scheme, Post post, List<Fault> faults)
    {
        var where = $"post {post.Id}";
        if (post.Holder == default)
            faults.Add(new(where, "its holder is missing; somebody must answer"));
        if (post.Body == default)
            faults.Add(new(where, "its body is missing"));
        if (!Enum.IsDefined(post.Kind))
            faults.Add(new(where, FormattableString.Invariant($"its kind {(int)post.Kind} is none of the six")));
        if (!Enum.IsDefined(post.Level))
            faults.Add(new(where, FormattableString.Invariant($"its level {(byte)post.Level} is none of the nine")));
        else if (post.Kind == PostKind.Head && !scheme.Levels.Contains(post.Level))
            faults.Add(new(where, $"it is a head at the level {post.Level}, which the scheme {scheme} has not"));
        if (post.Until < post.From)
            faults.Add(new(where, FormattableString.Invariant($"it ends on {post.Until:O}, before it begins on {post.From:O}")));
    }

    private static int? NodeOf(GridTree grids, PlaceNodes nodes, Post post, List<Fault> faults)
    {
        var where = $"post {post.Id}";
        if (!grids.TryFind(post.Grid, out var grid))
        {
            faults.Add(new(where, $"its grid {post.Grid} is not in the tree"));
            return null;
        }

        var node = grid.Index;
        if (post.Place is { } place)
        {
            if (!nodes.ByPlace.TryGetValue(place, out node))
            {
                faults.Add(new(where, $"its place {place} is not among the places"));
                return null;
            }

            if (nodes.GridOf(node) != post.Grid)
                faults.Add(new(where, $"its place {place} lies in the grid {nodes.GridOf(node)}, not in {post.Grid}"));
        }

        if (nodes.LevelOf(node) == post.Level)
            return node;
        var level = nodes.LevelOf(node);
        faults.Add(new(where, level == default
            ? $"nobody answers for its place {post.Place} itself; name the building or unit around it"
            : $"its level {post.Level} is not that of its place, {level}"));
        return null;
    }

    // Against the post that reaches furthest so far, so that one long term is held against all that begin within it.
    private static void Overlaps(List<(int Node, Post Post)> placed, List<Fault> faults)
    {
        var heads = placed.Where(p => p.Post.Kind == PostKind.Head).OrderBy(p => p.Node).ThenBy(p => p.Post.From).ThenBy(p => p.Post.Id);
        (int Node, Post Post)? furthest = null;
        foreach (var head in heads)
        {
            if (furthest is { } earlier && earlier.Node == head.Node && !(head.Post.From > earlier.Post.Until))
                faults.Add(new($"post {head.Post.Id}", FormattableString.Invariant($"it begins on {head.Post.From:O}, while the post {earlier.Post.Id} answers for the same place; end one of them")));
            if (furthest is not { } so || so.Node != head.Node || so.Post.Until is { } end && !(head.Post.Until <= end))
                furthest = head;
        }
    }
}
