namespace GridGov;

/// <summary>The posts of each node side by side, by their first day and then their number. Immutable once built.</summary>
internal sealed class PostsByNode
{
    private readonly int[] _starts;
    private readonly Post[] _posts;

    private PostsByNode(int[] starts, Post[] posts) => (_starts, _posts) = (starts, posts);

    public static PostsByNode Build(int nodes, IEnumerable<(int Node, Post Post)> placed)
    {
        var sorted = placed.OrderBy(p => p.Node).ThenBy(p => p.Post.From).ThenBy(p => p.Post.Id).ToArray();
        var starts = new int[nodes + 1];
        foreach (var (node, _) in sorted)
            starts[node + 1]++;
        for (var node = 0; node < nodes; node++)
            starts[node + 1] += starts[node];
        return new(starts, Array.ConvertAll(sorted, p => p.Post));
    }

    /// <summary>The post held on a day, where no two of the node overlap; or null.</summary>
    public Post? FirstHeldAt(int node, DateOnly date)
    {
        // The last post that begins by the day is the only one that can be held on it.
        var (low, high) = (_starts[node], _starts[node + 1]);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (_posts[middle].From <= date)
                low = middle + 1;
            else
                high = middle;
        }

        return low > _starts[node] && _posts[low - 1].IsHeldAt(date) ? _posts[low - 1] : null;
    }

    public ValueList<Post> HeldAt(int node, DateOnly date) =>
        ValueList.From(_posts[_starts[node].._starts[node + 1]].Where(p => p.IsHeldAt(date)).OrderBy(p => p.Id));

    /// <summary>Calls back for each stretch of days of a period on which nobody holds a post of the node.</summary>
    public void Uncovered(int node, DateOnly from, DateOnly until, Action<DateOnly, DateOnly> gap)
    {
        // Day numbers, so that the day after the last one that exists can be spoken of.
        var next = from.DayNumber;
        for (var i = _starts[node]; i < _starts[node + 1] && next <= until.DayNumber; i++)
        {
            var (first, last) = (_posts[i].From.DayNumber, (_posts[i].Until ?? DateOnly.MaxValue).DayNumber);
            if (last < next)
                continue;
            if (first > until.DayNumber)
                break;
            if (first > next)
                gap(DateOnly.FromDayNumber(next), DateOnly.FromDayNumber(first - 1));
            next = last + 1;
        }

        if (next <= until.DayNumber)
            gap(DateOnly.FromDayNumber(next), until);
    }
}
