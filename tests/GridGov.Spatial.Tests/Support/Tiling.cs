using System.Globalization;
using NetTopologySuite.Geometries;

namespace GridGov.Spatial.Tests;

/// <summary>A rectangle cut into tiles whose borders stray at random and are shared point by point.</summary>
internal sealed class Tiling
{
    private const double Size = 0.01;

    private readonly Coordinate[,] _corners;
    private readonly int _parts;
    private readonly int _seed;

    public Tiling(int columns, int rows, int parts, int seed)
    {
        (Columns, Rows, _parts, _seed) = (columns, rows, parts, seed);
        _corners = new Coordinate[columns + 1, rows + 1];
        for (var i = 0; i <= columns; i++)
        {
            for (var j = 0; j <= rows; j++)
            {
                var isInner = i > 0 && j > 0 && i < columns && j < rows;
                _corners[i, j] = new(
                    West + (Size * (i + (isInner ? Stray(i, j, 1) : 0))),
                    South + (Size * (j + (isInner ? Stray(i, j, 2) : 0))));
            }
        }
    }

    public static double West => 113.9;

    public static double South => 22.5;

    public int Columns { get; }

    public int Rows { get; }

    public double East => West + (Size * Columns);

    public double North => South + (Size * Rows);

    public Polygon Outer => GeometryFactory.Default.CreatePolygon([new(West, South), new(East, South), new(East, North), new(West, North), new(West, South)]);

    public static GridCode CodeOf(int column, int row) => new(string.Create(CultureInfo.InvariantCulture, $"{column:00}{row:00}"));

    public Polygon Tile(int column, int row) => GeometryFactory.Default.CreatePolygon([
        .. Border(column, row, column + 1, row), .. Border(column + 1, row, column + 1, row + 1),
        .. Border(column, row + 1, column + 1, row + 1).Append(_corners[column + 1, row + 1]).Reverse().SkipLast(1),
        .. Border(column, row, column, row + 1).Append(_corners[column, row + 1]).Reverse()]);

    public IEnumerable<GridShape> Shapes() =>
        from column in Enumerable.Range(0, Columns) from row in Enumerable.Range(0, Rows) select new GridShape(CodeOf(column, row), Tile(column, row));

    public GridTree Tree() => GridTree.Build([
        new(new("root"), null, "Root", GridLevel.Street),
        .. Shapes().Select(s => new GridRow(s.Code, new("root"), s.Code.Value, GridLevel.Grid))]);

    public GridMap Map() => GridMap.Build(Tree(), Shapes());

    // Without its last point. Borders on the outer rectangle are straight.
    private IEnumerable<Coordinate> Border(int i, int j, int toI, int toJ)
    {
        var (a, b) = (_corners[i, j], _corners[toI, toJ]);
        var isOuter = (i == toI && (i == 0 || i == Columns)) || (j == toJ && (j == 0 || j == Rows));
        for (var part = 0; part < _parts; part++)
        {
            var at = part / (double)_parts;
            var aside = part == 0 || isOuter ? 0 : Stray((i * 100) + toI, (j * 100) + toJ, 3 + part) * Size * 0.3;
            var along = part == 0 ? a : new Coordinate(a.X + ((b.X - a.X) * at), a.Y + ((b.Y - a.Y) * at));
            yield return new(along.X + (i == toI ? aside : 0), along.Y + (j == toJ ? aside : 0));
        }
    }

    // From −0.2 to 0.2, the same for the same place and seed.
    private double Stray(int i, int j, int salt)
    {
        var z = ((ulong)_seed * 0x9E3779B97F4A7C15) ^ ((ulong)(uint)i << 40) ^ ((ulong)(uint)j << 20) ^ (ulong)salt;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (((z ^ (z >> 31)) >> 11) / (double)(1UL << 53) * 0.4) - 0.2;
    }
}
