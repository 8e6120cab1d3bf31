namespace GridGov.Assignment.Tests;

/// <summary>
/// Minimum-cost flow the plain way: one unit at a time along a cheapest path found by Bellman and Ford. Minima are arcs
/// that pay more than any plan can cost.
/// </summary>
internal sealed class FlowByHand
{
    private const long Prize = 1_000_000_000_000;

    private readonly List<(int From, int To, int Room, long Cost)> _arcs = [];
    private readonly int _nodes;

    private FlowByHand(int nodes) => _nodes = nodes;

    /// <summary>The least cost, or null where no plan keeps all rules.</summary>
    public static long? Least(TransportationProblem problem)
    {
        var (cases, workers) = (problem.Cases, problem.Workers);
        var (source, sink, nobody) = (cases + workers, cases + workers + 1, cases + workers + 2);
        var flow = new FlowByHand(cases + workers + 3);
        var need = 0;
        for (var c = 0; c < cases; c++)
        {
            var heads = problem.Headcounts.IsEmpty ? 1 : problem.Headcounts.Span[c];
            need += heads;
            flow.Add(source, c, heads, 0);
            for (var a = problem.RowStarts.Span[c]; a < problem.RowStarts.Span[c + 1]; a++)
                flow.Add(c, cases + problem.ArcWorkers.Span[a], 1, problem.ArcCosts.Span[a]);
            if (!problem.UnassignedCosts.IsEmpty)
                flow.Add(c, nobody, heads, problem.UnassignedCosts.Span[c]);
        }

        long prizes = 0;
        for (var w = 0; w < workers; w++)
        {
            var minimum = problem.Minima.IsEmpty ? 0 : problem.Minima.Span[w];
            prizes += minimum;
            flow.Add(cases + w, sink, minimum, -Prize);
            flow.Add(cases + w, sink, problem.Capacities.Span[w] - minimum, 0);
        }

        flow.Add(nobody, sink, need, 0);
        long cost = 0;
        for (var i = 0; i < need; i++)
        {
            if (flow.Push(source, sink) is not { } step)
                return null;
            cost += step;
        }

        cost += prizes * Prize;
        return cost >= Prize / 2 ? null : cost;
    }

    private void Add(int from, int to, int room, long cost)
    {
        _arcs.Add((from, to, room, cost));
        _arcs.Add((to, from, 0, -cost));
    }

    private long? Push(int source, int sink)
    {
        var distance = new long?[_nodes];
        var by = new int[_nodes];
        distance[source] = 0;
        for (var changed = true; changed;)
        {
            changed = false;
            for (var a = 0; a < _arcs.Count; a++)
            {
                var (from, to, room, cost) = _arcs[a];
                if (room == 0 || distance[from] is not { } there || distance[to] <= there + cost)
                    continue;
                (distance[to], by[to], changed) = (there + cost, a, true);
            }
        }

        for (var node = sink; distance[sink] is not null && node != source; node = _arcs[by[node]].From)
        {
            var a = by[node];
            _arcs[a] = _arcs[a] with { Room = _arcs[a].Room - 1 };
            _arcs[a ^ 1] = _arcs[a ^ 1] with { Room = _arcs[a ^ 1].Room + 1 };
        }

        return distance[sink];
    }
}
