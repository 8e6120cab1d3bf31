using System.Diagnostics;
using NetTopologySuite.Shape.Fractal;

namespace GridGov.Spatial;

/// <summary>
/// The edges of one level, packed along a Hilbert curve under a tree of boxes, for distances. Immutable and thread-safe.
/// </summary>
internal sealed class EdgeTree
{
    private const int FanOut = 8;
    private const int HilbertLevel = 15;

    private readonly Edge[] _edges;
    private readonly int[] _owners;

    // Boxes of groups of eight edges, of groups of eight boxes, and so on up to one box.
    private readonly Box[][] _levels;

    public EdgeTree(ShapeIndex[] shapes)
    {
        _edges = [.. shapes.SelectMany(s => s.Edges)];
        _owners = [.. shapes.SelectMany((s, i) => Enumerable.Repeat(i, s.Edges.Length))];
        var all = Around(_edges.Select(Box.Of));
        var keys = Array.ConvertAll(_edges, e => HilbertCode.Encode(HilbertLevel, Scaled(e.X1, all.MinX, all.MaxX), Scaled(e.Y1, all.MinY, all.MaxY)));
        // Ties keep the order of the shapes.
        var order = Enumerable.Range(0, _edges.Length).OrderBy(i => keys[i]).ThenBy(i => i).ToArray();
        _edges = Array.ConvertAll(order, i => _edges[i]);
        _owners = Array.ConvertAll(order, i => _owners[i]);
        var levels = new List<Box[]> { Grouped(Array.ConvertAll(_edges, Box.Of)) };
        while (levels[^1].Length > 1)
            levels.Add(Grouped(levels[^1]));
        _levels = [.. levels];
    }

    /// <summary>The shape nearest to a point within a distance; of several equally near, the first. Allocates nothing.</summary>
    public bool TryFindNearest(double x, double y, double metres, out int shape, out double distance)
    {
        var (east, north) = Ellipsoid.MetresPerDegree(y);
        var search = new Search(x, y, east, north, metres * metres, int.MaxValue);
        Visit(ref search, _levels.Length - 1, 0);
        (shape, distance) = (search.Owner, Math.Sqrt(search.Best));
        return search.Owner != int.MaxValue;
    }

    /// <summary>The least squared distance in metres of every shape whose boundary is within a distance.</summary>
    public Dictionary<int, double> Within(double x, double y, double metres)
    {
        var (east, north) = Ellipsoid.MetresPerDegree(y);
        var found = new Dictionary<int, double>();
        var search = new Search(x, y, east, north, metres * metres, int.MaxValue);
        Collect(search, _levels.Length - 1, 0, found);
        return found;
    }

    private void Visit(ref Search search, int level, int node)
    {
        var (begin, end) = (node * FanOut, Math.Min((node + 1) * FanOut, level == 0 ? _edges.Length : _levels[level - 1].Length));
        if (level == 0)
        {
            for (var i = begin; i < end; i++)
                search.Offer(_edges[i].SquaredMetresTo(search.X, search.Y, search.East, search.North), _owners[i]);
            return;
        }

        // The nearest child first makes the bound tight early.
        Span<double> distances = stackalloc double[FanOut];
        for (var i = begin; i < end; i++)
            distances[i - begin] = search.SquaredMetresTo(_levels[level - 1][i]);
        for (var left = end - begin; left > 0; left--)
        {
            var nearest = 0;
            for (var i = 1; i < end - begin; i++)
            {
                if (distances[i] < distances[nearest])
                    nearest = i;
            }

            if (distances[nearest] > search.Best)
                return;
            distances[nearest] = double.PositiveInfinity;
            Visit(ref search, level - 1, begin + nearest);
        }
    }

    private void Collect(in Search search, int level, int node, Dictionary<int, double> found)
    {
        var (begin, end) = (node * FanOut, Math.Min((node + 1) * FanOut, level == 0 ? _edges.Length : _levels[level - 1].Length));
        for (var i = begin; i < end; i++)
        {
            if (level > 0)
            {
                if (search.SquaredMetresTo(_levels[level - 1][i]) <= search.Best)
                    Collect(search, level - 1, i, found);
                continue;
            }

            var distance = _edges[i].SquaredMetresTo(search.X, search.Y, search.East, search.North);
            if (distance <= search.Best && !(found.TryGetValue(_owners[i], out var known) && known <= distance))
                found[_owners[i]] = distance;
        }
    }

    private static Box[] Grouped(Box[] boxes) => [.. boxes.Chunk(FanOut).Select(Around)];

    private static Box Around(IEnumerable<Box> boxes) => boxes.Aggregate((a, b) =>
        new(Math.Min(a.MinX, b.MinX), Math.Min(a.MinY, b.MinY), Math.Max(a.MaxX, b.MaxX), Math.Max(a.MaxY, b.MaxY)));

    private static int Scaled(double value, double min, double max)
    {
        Debug.Assert(max > min, "A polygon that is valid has width and height.");
        return (int)((value - min) / (max - min) * ((1 << HilbertLevel) - 1));
    }

    private readonly record struct Box(double MinX, double MinY, double MaxX, double MaxY)
    {
        public static Box Of(Edge edge) => new(edge.MinX, edge.Y1, edge.MaxX, edge.Y2);
    }

    private record struct Search(double X, double Y, double East, double North, double Best, int Owner)
    {
        public void Offer(double distance, int owner)
        {
            if (distance < Best || (distance == Best && owner < Owner))
                (Best, Owner) = (distance, owner);
        }

        public readonly double SquaredMetresTo(in Box box)
        {
            var dx = Math.Max(0, Math.Max(box.MinX - X, X - box.MaxX)) * East;
            var dy = Math.Max(0, Math.Max(box.MinY - Y, Y - box.MaxY)) * North;
            // Rounding may set a box farther off than what is in it; the margin keeps ties in reach.
            return ((dx * dx) + (dy * dy)) * (1 - 1e-9);
        }
    }
}
