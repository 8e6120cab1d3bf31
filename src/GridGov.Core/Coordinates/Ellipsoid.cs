using static System.Math;

namespace GridGov;

/// <summary>The WGS 84 ellipsoid: metres for degrees near a point, and areas.</summary>
internal static class Ellipsoid
{
    private const double Axis = 6378137.0;
    private const double Flattening = 1 / 298.257223563;
    private const double Eccentricity2 = Flattening * (2 - Flattening);

    private static readonly double Eccentricity = Sqrt(Eccentricity2);

    /// <summary>Metres of one degree of longitude and of latitude at a latitude: the two principal radii of curvature.</summary>
    public static (double East, double North) MetresPerDegree(double latitude)
    {
        var (sin, cos) = SinCos(latitude * PI / 180);
        var w2 = 1 - (Eccentricity2 * sin * sin);
        var east = Axis / Sqrt(w2) * cos;
        var north = Axis * (1 - Eccentricity2) / (w2 * Sqrt(w2));
        return (east * PI / 180, north * PI / 180);
    }

    /// <summary>
    /// The cylindrical equal-area projection of the ellipsoid (Snyder 1987, equations 10-13 to 10-15 and 3-12), true to
    /// scale at the standard parallel, so that lengths near it are in metres too. Areas are exact everywhere.
    /// </summary>
    public static (double X, double Y) EqualArea(double longitude, double latitude, double standardParallel)
    {
        var (sin0, cos0) = SinCos(standardParallel * PI / 180);
        var k = cos0 / Sqrt(1 - (Eccentricity2 * sin0 * sin0));
        var sin = Sin(latitude * PI / 180);
        var es = Eccentricity * sin;
        var q = (1 - Eccentricity2) * ((sin / (1 - (es * es))) + (Atanh(es) / Eccentricity));
        return (Axis * k * longitude * PI / 180, Axis * q / (2 * k));
    }
}
