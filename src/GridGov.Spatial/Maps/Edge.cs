using System.Runtime.CompilerServices;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace GridGov.Spatial;

/// <summary>
/// An edge of a ring with its lower end first. Neighbours that share an edge hold the same four numbers in the same order,
/// so that a point is never on the inner side of both.
/// </summary>
internal readonly record struct Edge(double X1, double Y1, double X2, double Y2)
{
    // Shewchuk 1997: (3 + 16ε)ε bounds the rounding of the determinant below.
    private const double Unsure = 3.3306690738754716e-16;

    public double MinX => Math.Min(X1, X2);

    public double MaxX => Math.Max(X1, X2);

    public static Edge Between(Coordinate a, Coordinate b) =>
        a.Y < b.Y || (a.Y == b.Y && a.X <= b.X) ? new(a.X, a.Y, b.X, b.Y) : new(b.X, b.Y, a.X, a.Y);

    /// <summary>1 when the point is left of the edge looking up, −1 right, 0 on its line; exact where rounding could decide.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int SideOf(double x, double y)
    {
        var left = (X1 - x) * (Y2 - y);
        var right = (Y1 - y) * (X2 - x);
        var det = left - right;
        var bound = Unsure * (Math.Abs(left) + Math.Abs(right));
        if (det > bound)
            return 1;
        return det < -bound ? -1 : CGAlgorithmsDD.OrientationIndex(X1, Y1, X2, Y2, x, y);
    }

    /// <summary>The squared distance to a point in metres, given the metres of a degree.</summary>
    public double SquaredMetresTo(double x, double y, double east, double north)
    {
        var (ax, ay) = ((X1 - x) * east, (Y1 - y) * north);
        var (bx, by) = ((X2 - x) * east, (Y2 - y) * north);
        var (dx, dy) = (bx - ax, by - ay);
        var along = -((ax * dx) + (ay * dy));
        var length2 = (dx * dx) + (dy * dy);
        if (along <= 0)
            return (ax * ax) + (ay * ay);
        if (along >= length2)
            return (bx * bx) + (by * by);
        var across = (ax * by) - (ay * bx);
        return across * across / length2;
    }
}
