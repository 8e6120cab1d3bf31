using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GridGov.Spatial;

/// <summary>
/// The shapes of one level under a raster. A cell that no edge touches knows its answer; any other cell lists, first in
/// the order of the shapes, those to be tested. Immutable and thread-safe.
/// </summary>
internal sealed class CellIndex
{
    private const int LeastCells = 64;
    private const int MostCells = 1 << 22;

    private readonly ShapeIndex[] _shapes;
    private readonly double _minX;
    private readonly double _minY;
    private readonly double _maxX;
    private readonly double _maxY;
    private readonly double _cellsPerX;
    private readonly double _cellsPerY;
    private readonly int _columns;
    private readonly int _rows;

    // 0: nowhere; n > 0: in shape n − 1; n < 0: the list at ~n.
    private readonly int[] _cells;

    // Shapes to be tested, in order; a list ends with ~shape when that one covers the whole cell, else with Nowhere.
    private readonly int[] _lists;

    private const int Nowhere = int.MinValue;

    public CellIndex(ShapeIndex[] shapes)
    {
        _shapes = shapes;
        var bounds = new Envelope();
        long edges = 0;
        foreach (var shape in shapes)
        {
            bounds.ExpandToInclude(shape.Bounds);
            edges += shape.Edges.Length;
        }

        (_minX, _maxX, _minY, _maxY) = (bounds.MinX, bounds.MaxX, bounds.MinY, bounds.MaxY);
        var cells = Math.Clamp(4 * edges, LeastCells, MostCells);
        var rows = Math.Sqrt(cells * bounds.Height / bounds.Width);
        _rows = (int)Math.Clamp(rows, 1, cells);
        _columns = (int)Math.Max(1, cells / _rows);
        _cellsPerX = _columns / bounds.Width;
        _cellsPerY = _rows / bounds.Height;
        _cells = new int[_rows * _columns];
        _lists = Fill();
    }

    /// <summary>The first shape that covers a point; boundaries are covered.</summary>
    public bool TryLocate(double x, double y, out int shape)
    {
        shape = 0;
        if (!(x >= _minX && x <= _maxX && y >= _minY && y <= _maxY))
            return false;
        var cell = _cells[(RowOf(y) * _columns) + ColumnOf(x)];
        if (cell >= 0)
        {
            shape = cell - 1;
            return cell > 0;
        }

        for (var at = ~cell; ; at++)
        {
            shape = _lists[at];
            if (shape < 0)
            {
                var found = shape != Nowhere;
                shape = ~shape;
                return found;
            }

            if (_shapes[shape].Covers(x, y))
                return true;
        }
    }

    private int ColumnOf(double x) => Math.Clamp((int)((x - _minX) * _cellsPerX), 0, _columns - 1);

    private int RowOf(double y) => Math.Clamp((int)((y - _minY) * _cellsPerY), 0, _rows - 1);

    private int[] Fill()
    {
        var touched = Touched();
        var boxes = new STRtree<int>();
        for (var i = 0; i < _shapes.Length; i++)
            boxes.Insert(_shapes[i].Bounds, i);
        boxes.Build();

        // List 0 is never pointed at by 0, which is ~(−1); every list begins where the one before ended.
        var lists = new List<int>();
        var next = 0;
        for (var row = 0; row < _rows; row++)
        {
            for (var column = 0; column < _columns; column++)
            {
                var cell = (row * _columns) + column;
                var begin = next;
                while (next < touched.Length && (int)(touched[next] >> 32) == cell)
                    next++;
                var here = touched.AsSpan(begin, next - begin);
                if (here.Length > 0)
                    _cells[cell] = ~AddList(lists, here, WholeOver(row, column, here, boxes));
                else if (column > 0 && _cells[cell - 1] >= 0)
                    _cells[cell] = _cells[cell - 1];
                else
                    _cells[cell] = WholeOver(row, column, here, boxes) + 1;
            }
        }

        return [.. lists];
    }

    private static int AddList(List<int> lists, ReadOnlySpan<long> touched, int whole)
    {
        var at = lists.Count;
        foreach (var entry in touched)
        {
            var shape = (int)entry;
            if (whole < 0 || shape < whole)
                lists.Add(shape);
        }

        lists.Add(whole < 0 ? Nowhere : ~whole);
        return at;
    }

    /// <summary>The first shape that covers a cell and has no edge in it, or −1. Its covering the centre decides.</summary>
    private int WholeOver(int row, int column, ReadOnlySpan<long> touched, STRtree<int> boxes)
    {
        var (x, y) = (_minX + ((column + 0.5) / _cellsPerX), _minY + ((row + 0.5) / _cellsPerY));
        var first = -1;
        foreach (var shape in boxes.Query(new Envelope(x, x, y, y)))
        {
            if ((first < 0 || shape < first) && !Has(touched, shape) && _shapes[shape].Covers(x, y))
                first = shape;
        }

        return first;
    }

    private static bool Has(ReadOnlySpan<long> touched, int shape)
    {
        foreach (var entry in touched)
        {
            if ((int)entry == shape)
                return true;
        }

        return false;
    }

    /// <summary>Every pair of a cell and a shape with an edge in it, as cell · 2³² + shape, sorted, none twice.</summary>
    private long[] Touched()
    {
        var pairs = new List<long>();
        for (var shape = 0; shape < _shapes.Length; shape++)
        {
            foreach (ref readonly var edge in _shapes[shape].Edges.AsSpan())
                Touch(edge, shape, pairs);
        }

        pairs.Sort();
        var kept = 0;
        for (var i = 0; i < pairs.Count; i++)
        {
            if (i == 0 || pairs[i] != pairs[kept - 1])
                pairs[kept++] = pairs[i];
        }

        pairs.RemoveRange(kept, pairs.Count - kept);
        return [.. pairs];
    }

    // A little wider than the edge on every side: a cell too many costs a test, a cell too few a wrong answer.
    private void Touch(in Edge edge, int shape, List<long> pairs)
    {
        var padX = (1e-6 / _cellsPerX) + 1e-12;
        var padY = (1e-6 / _cellsPerY) + 1e-12;
        var slope = edge.Y2 > edge.Y1 ? (edge.X2 - edge.X1) / (edge.Y2 - edge.Y1) : 0;
        var (firstRow, lastRow) = (RowOf(edge.Y1 - padY), RowOf(edge.Y2 + padY));
        for (var row = firstRow; row <= lastRow; row++)
        {
            var (from, to) = (edge.MinX, edge.MaxX);
            if (firstRow != lastRow && edge.Y2 > edge.Y1)
            {
                var low = edge.X1 + (slope * (_minY + (row / _cellsPerY) - padY - edge.Y1));
                var high = edge.X1 + (slope * (_minY + ((row + 1) / _cellsPerY) + padY - edge.Y1));
                from = Math.Max(from, Math.Min(low, high));
                to = Math.Min(to, Math.Max(low, high));
            }

            for (var column = ColumnOf(from - padX); column <= ColumnOf(to + padX); column++)
                pairs.Add(((long)((row * _columns) + column) << 32) | (uint)shape);
        }
    }
}
