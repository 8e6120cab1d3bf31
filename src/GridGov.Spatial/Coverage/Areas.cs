using NetTopologySuite.Geometries;

namespace GridGov.Spatial;

/// <summary>Areas and perimeters on the ellipsoid, by the equal-area projection with the shape's middle as standard parallel.</summary>
internal static class Areas
{
    public static double SquareMetresOf(Geometry shape)
    {
        double sum = 0;
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            if (shape.GetGeometryN(i) is Polygon polygon)
                sum += Measure(polygon).SquareMetres;
        }

        return sum;
    }

    public static (double SquareMetres, double Perimeter) Measure(Polygon polygon)
    {
        var parallel = polygon.EnvelopeInternal.Centre.Y;
        var (area, perimeter) = Ring(polygon.ExteriorRing, parallel);
        foreach (var hole in polygon.InteriorRings)
        {
            var (holeArea, holePerimeter) = Ring(hole, parallel);
            (area, perimeter) = (area - holeArea, perimeter + holePerimeter);
        }

        return (area, perimeter);
    }

    private static (double Area, double Perimeter) Ring(LineString ring, double parallel)
    {
        // Relative to the first point, so that small pieces far from the equator keep their digits.
        var points = ring.Coordinates;
        var (x0, y0) = Ellipsoid.EqualArea(points[0].X, points[0].Y, parallel);
        var (px, py, twice, length) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 1; i < points.Length; i++)
        {
            var (x, y) = Ellipsoid.EqualArea(points[i].X, points[i].Y, parallel);
            (x, y) = (x - x0, y - y0);
            twice += (px * y) - (x * py);
            length += Math.Sqrt(((x - px) * (x - px)) + ((y - py) * (y - py)));
            (px, py) = (x, y);
        }

        return (Math.Abs(twice) / 2, length);
    }
}
