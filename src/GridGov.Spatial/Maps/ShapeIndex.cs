using NetTopologySuite.Geometries;

namespace GridGov.Spatial;

/// <summary>
/// The edges of one node's polygons in horizontal bands, so that a point meets only the edges at its own height.
/// Immutable and thread-safe.
/// </summary>
internal sealed class ShapeIndex
{
    private readonly double _minY;
    private readonly double _bandsPerDegree;
    private readonly int[] _starts;
    private readonly Edge[] _banded;

    public ShapeIndex(Geometry shape)
    {
        Shape = shape;
        Bounds = shape.EnvelopeInternal;
        Edges = EdgesOf(shape);
        _minY = Bounds.MinY;
        // Tall edges stand in many bands; fewer bands keep the whole within a few times the number of edges.
        for (var bands = Edges.Length; ; bands /= 2)
        {
            _bandsPerDegree = bands / Bounds.Height;
            _starts = new int[bands + 1];
            foreach (var edge in Edges)
            {
                for (var band = BandOf(edge.Y1); band <= BandOf(edge.Y2); band++)
                    _starts[band]++;
            }

            if (bands <= 1 || _starts.Sum(n => (long)n) <= 8L * Edges.Length)
                break;
        }

        var total = 0;
        for (var band = 0; band < _starts.Length; band++)
        {
            total += _starts[band];
            _starts[band] = total;
        }

        _banded = new Edge[total];
        foreach (var edge in Edges)
        {
            for (var band = BandOf(edge.Y1); band <= BandOf(edge.Y2); band++)
                _banded[--_starts[band]] = edge;
        }
    }

    public Geometry Shape { get; }

    public Envelope Bounds { get; }

    public Edge[] Edges { get; }

    /// <summary>Whether a point, whose latitude is within the bounds, is inside or on the boundary.</summary>
    public bool Covers(double x, double y)
    {
        var band = BandOf(y);
        var inside = false;
        foreach (ref readonly var edge in _banded.AsSpan(_starts[band].._starts[band + 1]))
        {
            if (y < edge.Y1 || y > edge.Y2 || (x > edge.X1 && x > edge.X2))
                continue;
            if (x < edge.X1 && x < edge.X2)
            {
                inside ^= y < edge.Y2;
                continue;
            }

            if (edge.Y1 == edge.Y2)
                return true;
            var side = edge.SideOf(x, y);
            if (side == 0)
                return true;
            inside ^= side > 0 && y < edge.Y2;
        }

        return inside;
    }

    // It never falls as y rises, so an edge stands in the band of every height that it has.
    private int BandOf(double y) => Math.Clamp((int)((y - _minY) * _bandsPerDegree), 0, _starts.Length - 2);

    private static Edge[] EdgesOf(Geometry shape)
    {
        var edges = new List<Edge>(shape.NumPoints);
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            var polygon = (Polygon)shape.GetGeometryN(i);
            Add(polygon.ExteriorRing);
            foreach (var hole in polygon.InteriorRings)
                Add(hole);
        }

        return [.. edges];

        void Add(LineString ring)
        {
            var points = ring.Coordinates;
            for (var i = 1; i < points.Length; i++)
            {
                if (!points[i].Equals2D(points[i - 1]))
                    edges.Add(Edge.Between(points[i - 1], points[i]));
            }
        }
    }
}
