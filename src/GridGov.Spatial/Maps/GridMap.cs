using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NetTopologySuite.Geometries;

namespace GridGov.Spatial;

/// <summary>
/// Where the grids of one <see cref="GridTree"/> lie: polygons at one or more levels, and from a point the grid.
/// Frozen and thread-safe. Asking for the grid of a point allocates nothing.
/// </summary>
/// <remarks>
/// <para>
/// A point belongs to the first grid, in the tree's order, whose polygon covers it, boundary included: among the grids that
/// share an edge or a corner, the one whose codes from the root down are least in ordinal order. So a point on a boundary
/// has exactly one grid, and its grid at a deeper level lies in its grid at a higher one, where children cover their
/// parent. A point that two polygons overlap has one grid by the same rule; <see cref="CheckCoverage"/> finds the overlap.
/// </para>
/// <para>
/// A level without polygons of its own is answered by the next deeper one that has some, and the ancestor at that level.
/// Edges are straight in degrees, as in GeoJSON; maps do not reach across the 180th meridian.
/// </para>
/// </remarks>
public sealed class GridMap
{
    private const int NoNode = -1;
    private const double MostMetres = 100_000;

    private readonly MapLevel?[] _levels = new MapLevel?[(int)GridLevel.MicroGrid + 1];

    // For each level that is asked for: the level that answers, and the node to give for each of its shapes.
    private readonly MapLevel?[] _answering = new MapLevel?[(int)GridLevel.MicroGrid + 1];
    private readonly int[][] _answers = new int[(int)GridLevel.MicroGrid + 1][];

    private GridMap(GridTree tree, CoordinateSystem system, SortedDictionary<int, Geometry> shapes)
    {
        Tree = tree;
        System = system;
        Count = shapes.Count;
        foreach (var group in shapes.GroupBy(s => tree.LevelOf(new(s.Key))))
            _levels[(int)group.Key] = new(group.Key, [.. group.Select(s => s.Key)], [.. group.Select(s => new ShapeIndex(s.Value))]);
        Levels = ValueList.From(_levels.OfType<MapLevel>().Select(l => l.Level));
        MapLevel? deeper = null;
        for (var level = _levels.Length - 1; level >= 0; level--)
        {
            deeper = _levels[level] ?? deeper;
            _answering[level] = deeper;
            _answers[level] = deeper is null ? [] : Array.ConvertAll(deeper.Nodes, n => AncestorAt((GridLevel)level, n));
        }
    }

    /// <summary>The tree whose nodes are drawn.</summary>
    public GridTree Tree { get; }

    /// <summary>The system of all coordinates of the map.</summary>
    public CoordinateSystem System { get; }

    /// <summary>The number of nodes that are drawn, at least 1.</summary>
    public int Count { get; }

    /// <summary>The levels that have polygons, from the outside in.</summary>
    public ValueList<GridLevel> Levels { get; }

    /// <summary>Builds a map. Time and memory grow about linearly with the edges.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="shapes">The shapes of some or all of its nodes, in any order; they are copied.</param>
    /// <param name="system">The system of all coordinates.</param>
    /// <exception cref="DefinitionException">
    /// No shape, a shape that is null, empty, no polygon, out of range or not valid (with the position: ring that crosses or
    /// touches itself, hole outside its shell, parts that overlap), a code that is not in the tree or comes twice: every
    /// fault is listed, of a part that is not valid the first.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="tree"/> or <paramref name="shapes"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="system"/> is not one of the three.</exception>
    public static GridMap Build(GridTree tree, IEnumerable<GridShape> shapes, CoordinateSystem system = CoordinateSystem.Wgs84)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(shapes);
        if (!Enum.IsDefined(system))
            throw new ArgumentOutOfRangeException(nameof(system), system, "The coordinate system is not known.");
        var faults = new List<Fault>();
        var sound = ShapeCheck.Sound(tree, shapes, faults);
        if (sound.Count == 0 && faults.Count == 0)
            faults.Add(new("shapes", "there is none; a map has at least one"));
        return faults.Count > 0 ? throw new DefinitionException("The grid map", faults) : new(tree, system, sound);
    }

    /// <summary>Builds a map from GeoJSON; features without geometry are nodes that are not drawn.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="utf8">A FeatureCollection (RFC 7946).</param>
    /// <param name="layout">The names of the properties, the system and the limits; null for the form that the library writes.</param>
    /// <exception cref="DefinitionException">The document or a shape has faults; every one is listed.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="tree"/> is null.</exception>
    public static GridMap FromGeoJson(GridTree tree, ReadOnlyMemory<byte> utf8, GeoJsonLayout? layout = null)
    {
        ArgumentNullException.ThrowIfNull(tree);
        layout ??= GeoJsonLayout.Default;
        return Build(tree, GridGeoJson.ReadShapes(utf8, layout), layout.System);
    }

    /// <summary>The grid of a point, given in the map's system; nothing is allocated.</summary>
    /// <param name="longitude">Degrees east, −180 to 180.</param>
    /// <param name="latitude">Degrees north, −90 to 90.</param>
    /// <param name="level">The level of the grid.</param>
    /// <param name="grid">The grid, if one covers the point.</param>
    /// <returns>False when no polygon covers the point, or the covering node has no ancestor at the level.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is out of range or not a number, or the level is none.</exception>
    public bool TryLocate(double longitude, double latitude, GridLevel level, out GridHandle grid)
    {
        CheckPoint(longitude, latitude);
        var answering = AnsweringFor(level);
        if (answering is not null && answering.Cells.TryLocate(longitude, latitude, out var shape))
        {
            var node = _answers[(int)level][shape];
            grid = new(Math.Max(node, 0));
            return node != NoNode;
        }

        grid = default;
        return false;
    }

    /// <summary>The grid of a point; nothing is allocated.</summary>
    /// <param name="point">A point in the map's system.</param>
    /// <param name="level">The level of the grid.</param>
    /// <param name="grid">The grid, if one covers the point.</param>
    /// <returns>False when no polygon covers the point, or the covering node has no ancestor at the level.</returns>
    /// <exception cref="ArgumentException">The point is in another system than the map; convert it by name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is none.</exception>
    public bool TryLocate(GeoPoint point, GridLevel level, out GridHandle grid)
    {
        CheckSystem(point);
        return TryLocate(point.Longitude, point.Latitude, level, out grid);
    }

    /// <summary>
    /// Every grid that a point may mean when it is only so exact: the grid that it belongs to, and those whose boundary is
    /// within the tolerance. Distances as in <see cref="TryFindNearest"/>.
    /// </summary>
    /// <param name="point">A point in the map's system.</param>
    /// <param name="level">The level of the grids.</param>
    /// <param name="toleranceMetres">How far the point may be off, 0 to 100,000 metres.</param>
    /// <exception cref="ArgumentException">The point is in another system than the map; convert it by name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is out of range, or the level is none.</exception>
    public GridMatch Locate(GeoPoint point, GridLevel level, double toleranceMetres)
    {
        CheckSystem(point);
        CheckMetres(toleranceMetres, nameof(toleranceMetres));
        if (AnsweringFor(level) is not { } answering)
            return new([]);
        var (x, y) = (point.Longitude, point.Latitude);
        var nearest = new SortedDictionary<int, double>();
        foreach (var (shape, squared) in answering.Edges.Within(x, y, toleranceMetres))
        {
            var index = answering.Shapes[shape];
            var covers = index.Bounds.Contains(x, y) && index.Covers(x, y);
            Offer(_answers[(int)level][shape], covers ? 0 : Math.Sqrt(squared));
        }

        var found = TryLocate(x, y, level, out var first);
        if (found)
            Offer(first.Index, 0);
        return new(ValueList.From(nearest
            .OrderBy(n => found && n.Key == first.Index ? 0 : 1).ThenBy(n => n.Value).ThenBy(n => n.Key)
            .Select(n => new GridCandidate(new(n.Key), n.Value))));

        void Offer(int node, double metres)
        {
            if (node != NoNode && !(nearest.TryGetValue(node, out var known) && known <= metres))
                nearest[node] = metres;
        }
    }

    /// <summary>
    /// The grid that a point belongs to or, outside all polygons, the nearest one; nothing is allocated. Of several equally
    /// near, the first in the tree's order.
    /// </summary>
    /// <remarks>
    /// Distances are those of a plane that touches the WGS 84 ellipsoid at the point: degrees times the metres of a degree
    /// by the two radii of curvature there. Up to 60° of latitude the error is at most 0.1 % within 5 km, and 2 % within
    /// 100 km.
    /// </remarks>
    /// <param name="point">A point in the map's system.</param>
    /// <param name="level">The level of the grid.</param>
    /// <param name="maxMetres">How far to look, 0 to 100,000 metres.</param>
    /// <param name="nearest">The grid with its distance, if one is near enough.</param>
    /// <exception cref="ArgumentException">The point is in another system than the map; convert it by name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The distance is out of range, or the level is none.</exception>
    public bool TryFindNearest(GeoPoint point, GridLevel level, double maxMetres, out GridCandidate nearest)
    {
        CheckMetres(maxMetres, nameof(maxMetres));
        nearest = default;
        if (TryLocate(point, level, out var grid))
        {
            nearest = new(grid, 0);
            return true;
        }

        if (AnsweringFor(level) is not { } answering
            || !answering.Edges.TryFindNearest(point.Longitude, point.Latitude, maxMetres, out var shape, out var metres))
        {
            return false;
        }

        var node = _answers[(int)level][shape];
        nearest = new(new(Math.Max(node, 0)), metres);
        return node != NoNode;
    }

    /// <summary>The polygons of a node, as a copy.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <param name="shape">Its polygon or multi-polygon, if it is drawn.</param>
    public bool TryGetShape(GridHandle node, [NotNullWhen(true)] out Geometry? shape)
    {
        shape = IndexOf(node)?.Shape.Copy();
        return shape is not null;
    }

    /// <summary>The area of a node's polygons in square metres, on the ellipsoid as in <see cref="CheckCoverage"/>; 0 when it is not drawn.</summary>
    /// <param name="node">A node of the tree.</param>
    public double SquareMetresOf(GridHandle node) => IndexOf(node) is { } index ? Areas.SquareMetresOf(index.Shape) : 0;

    /// <summary>Looks for gaps and overlaps among the polygons of one level.</summary>
    /// <remarks>
    /// Overlaps are the intersections of each pair of polygons. Without <paramref name="outer"/> the gaps are the holes of
    /// the union, so a slit that is open to the outside is not seen; with it they are what the union leaves of the outer
    /// polygon, and what stands over is listed too. Areas are in square metres by the cylindrical equal-area projection of
    /// the WGS 84 ellipsoid. Cost grows about linearly with the edges.
    /// </remarks>
    /// <param name="level">A level that has polygons.</param>
    /// <param name="tolerance">Which pieces to leave out; null for <see cref="CoverageTolerance.Default"/>.</param>
    /// <param name="outer">What is to be covered, as a valid polygon or multi-polygon in the map's system, or null.</param>
    /// <exception cref="ArgumentException">The level has no polygons.</exception>
    /// <exception cref="DefinitionException">The outer polygon is not valid.</exception>
    public CoverageReport CheckCoverage(GridLevel level, CoverageTolerance? tolerance = null, Geometry? outer = null)
    {
        var drawn = DrawnAt(level);
        if (outer is not null)
        {
            var faults = new List<Fault>();
            ShapeCheck.Check(outer, "outer", faults);
            if (faults.Count > 0)
                throw new DefinitionException("The outer polygon", faults);
        }

        return new CoverageCheck(Tree, tolerance ?? CoverageTolerance.Default).OfLevel(drawn, outer);
    }

    /// <summary>
    /// Looks whether the polygons at one level cover their ancestors at another: what is missing of each, and what stands
    /// over. A parent without drawn children is one gap.
    /// </summary>
    /// <param name="parents">A level that has polygons.</param>
    /// <param name="children">A deeper level that has polygons.</param>
    /// <param name="tolerance">Which pieces to leave out; null for <see cref="CoverageTolerance.Default"/>.</param>
    /// <exception cref="ArgumentException">A level has no polygons, or the second is not below the first.</exception>
    public CoverageReport CheckChildren(GridLevel parents, GridLevel children, CoverageTolerance? tolerance = null)
    {
        if (children <= parents)
            throw new ArgumentException($"{children} is not below {parents}.", nameof(children));
        return new CoverageCheck(Tree, tolerance ?? CoverageTolerance.Default).OfChildren(DrawnAt(parents), DrawnAt(children));
    }

    private MapLevel DrawnAt(GridLevel level) => (int)level < _levels.Length && _levels[(int)level] is { } drawn
        ? drawn
        : throw new ArgumentException($"{level} has no polygons; the map has {Levels}.", nameof(level));

    private ShapeIndex? IndexOf(GridHandle node)
    {
        if (_levels[(int)Tree.LevelOf(node)] is not { } level)
            return null;
        var at = Array.BinarySearch(level.Nodes, node.Index);
        return at < 0 ? null : level.Shapes[at];
    }

    private MapLevel? AnsweringFor(GridLevel level) => level >= GridLevel.Province && level <= GridLevel.MicroGrid
        ? _answering[(int)level]
        : throw new ArgumentOutOfRangeException(nameof(level), level, "The level is not one of the seven.");

    private int AncestorAt(GridLevel level, int node)
    {
        var at = new GridHandle(node);
        while (Tree.LevelOf(at) > level)
        {
            if (!Tree.TryGetParent(at, out at))
                return NoNode;
        }

        return Tree.LevelOf(at) == level ? at.Index : NoNode;
    }

    private void CheckSystem(GeoPoint point)
    {
        if (point.System != System)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The point is in {(point.System == default ? "no system" : point.System)}, the map in {System}; convert it by name."), nameof(point));
    }

    private static void CheckPoint(double longitude, double latitude)
    {
        if (!(Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 90))
            RefusePoint(longitude, latitude);
    }

    private static void RefusePoint(double longitude, double latitude) => throw (Math.Abs(longitude) <= 180
        ? new ArgumentOutOfRangeException(nameof(latitude), latitude, "A latitude is from −90 to 90 degrees.")
        : new ArgumentOutOfRangeException(nameof(longitude), longitude, "A longitude is from −180 to 180 degrees."));

    private static void CheckMetres(double metres, string name)
    {
        if (!(metres >= 0 && metres <= MostMetres))
            throw new ArgumentOutOfRangeException(name, metres, "A distance is from 0 to 100,000 metres.");
    }
}
