using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace GridGov.Benchmarks;

/// <summary>From a point to its grid.</summary>
internal sealed class LocateAgainstPrepared : IComparison
{
    private readonly STRtree<(int Node, IPreparedGeometry Shape)> _boxes = new();
    private DrawnCity _city = null!;
    private int _nextOurs;
    private int _nextTheirs;

    public string Id => "core.spatial.locate";

    public string Area => Areas.Core;

    public string What => "the polygon that covers a point; Boston's 26 neighbourhoods and 31,828 requests, or a generated city without them";

    public string Peer => "NetTopologySuite: prepared geometries in an STRtree, Covers";

    public string Unit => "ns/point";

    public void Setup()
    {
        _city = DrawnCity.Make();
        for (var i = 0; i < _city.Map.Tree.Count; i++)
        {
            if (_city.Map.TryGetShape(new(i), out var shape))
                _boxes.Insert(shape.EnvelopeInternal, (i, PreparedGeometryFactory.Prepare(shape)));
        }

        _boxes.Build();
    }

    public long Ours(int n)
    {
        var map = _city.Map;
        var places = _city.Places;
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            var (x, y) = places[_nextOurs];
            _nextOurs = _nextOurs + 1 == places.Length ? 0 : _nextOurs + 1;
            sum = Checksum.Add(sum, map.TryLocate(x, y, GridLevel.Community, out var grid) ? grid.Index : -1);
        }

        return sum;
    }

    public long Theirs(int n)
    {
        var places = _city.Places;
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            var (x, y) = places[_nextTheirs];
            _nextTheirs = _nextTheirs + 1 == places.Length ? 0 : _nextTheirs + 1;
            sum = Checksum.Add(sum, Locate(x, y));
        }

        return sum;
    }

    private int Locate(double x, double y)
    {
        var point = new Point(x, y);
        var first = -1;
        foreach (var (node, shape) in _boxes.Query(point.EnvelopeInternal))
        {
            if ((first < 0 || node < first) && shape.Covers(point))
                first = node;
        }

        return first;
    }
}
