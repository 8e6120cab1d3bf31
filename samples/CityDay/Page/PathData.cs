using System.Text;
using static CityDay.Page.Number;

namespace CityDay.Page;

/// <summary>The "d" of a path, in absolute coordinates only.</summary>
internal sealed class PathData
{
    private readonly StringBuilder _data = new();

    public PathData Move(decimal x, decimal y) => Add('M', x, y);

    public PathData Line(decimal x, decimal y) => Add('L', x, y);

    public PathData Curve(decimal viaX, decimal viaY, decimal x, decimal y) =>
        Add('Q', viaX, viaY).Add(' ', x, y);

    public PathData End()
    {
        _data.Append('Z');
        return this;
    }

    /// <summary>A line through the corners, each rounded as far as its sides allow.</summary>
    public PathData Through(IReadOnlyList<(decimal X, decimal Y)> points, decimal radius)
    {
        Move(points[0].X, points[0].Y);
        for (int i = 1; i < points.Count - 1; i++)
        {
            (decimal X, decimal Y) corner = points[i];
            (decimal X, decimal Y) before = Toward(corner, points[i - 1], radius), after = Toward(corner, points[i + 1], radius);
            Line(before.X, before.Y).Curve(corner.X, corner.Y, after.X, after.Y);
        }
        return Line(points[^1].X, points[^1].Y);
    }

    public override string ToString() => _data.ToString();

    private PathData Add(char command, decimal x, decimal y)
    {
        if (_data.Length > 0 && command != ' ') _data.Append(' ');
        _data.Append(command).Append(Coordinate(x)).Append(' ').Append(Coordinate(y));
        return this;
    }

    /// <summary>The sides are level or upright, so the distance is exact.</summary>
    private static (decimal X, decimal Y) Toward((decimal X, decimal Y) corner, (decimal X, decimal Y) other, decimal radius)
    {
        decimal dx = other.X - corner.X, dy = other.Y - corner.Y;
        decimal reach = Math.Min(radius, (Math.Abs(dx) + Math.Abs(dy)) / 2);
        return (corner.X + (Math.Sign(dx) * reach), corner.Y + (Math.Sign(dy) * reach));
    }
}
