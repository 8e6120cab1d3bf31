using static System.Math;

namespace GridGov;

/// <summary>
/// The shift between WGS 84 and GCJ-02, by the publicly known formula (secondary sources: the state publishes none).
/// Pure and thread-safe; allocates nothing.
/// </summary>
/// <remarks>
/// It shifts within a box only: longitude 72.004 to 137.8347, latitude 0.8293 to 55.8271 degrees. The box is wider than
/// China, so places in neighbouring countries are shifted too, and Hong Kong, Macao and Taiwan are inside it, where maps
/// may not be shifted.
/// </remarks>
public static class Gcj02Shift
{
    // The axis and squared eccentricity of the Krasovsky 1940 ellipsoid, as the formula has them.
    private const double Axis = 6378245.0;
    private const double Eccentricity2 = 0.00669342162296594323;

    /// <summary>Whether a WGS 84 point lies in the box in which the shift applies, its edges included.</summary>
    /// <param name="longitude">Degrees east.</param>
    /// <param name="latitude">Degrees north.</param>
    public static bool Applies(double longitude, double latitude) =>
        longitude is >= 72.004 and <= 137.8347 && latitude is >= 0.8293 and <= 55.8271;

    /// <summary>WGS 84 to GCJ-02; outside the box the numbers stay.</summary>
    /// <param name="longitude">Degrees east, WGS 84.</param>
    /// <param name="latitude">Degrees north, WGS 84.</param>
    public static (double Longitude, double Latitude) Apply(double longitude, double latitude) =>
        Applies(longitude, latitude) ? Shifted(longitude, latitude) : (longitude, latitude);

    /// <summary>
    /// GCJ-02 to WGS 84, by iterating the forward formula; what <see cref="Apply"/> shifted comes back within 1e-9 degrees
    /// (a tenth of a millimetre). Outside the box the numbers stay.
    /// </summary>
    /// <remarks>
    /// Within about a kilometre of the box's edge two points share one image, one shifted and one not; the shifted one,
    /// inside the box, is given. The edge runs far from any city of China.
    /// </remarks>
    /// <param name="longitude">Degrees east, GCJ-02.</param>
    /// <param name="latitude">Degrees north, GCJ-02.</param>
    public static (double Longitude, double Latitude) Undo(double longitude, double latitude)
    {
        const double margin = 0.1;
        const int most = 30;
        if (!(longitude is >= 72.004 - margin and <= 137.8347 + margin && latitude is >= 0.8293 - margin and <= 55.8271 + margin))
            return (longitude, latitude);
        var (x, y) = (longitude, latitude);
        for (var i = 0; i < most; i++)
        {
            var (sx, sy) = Shifted(x, y);
            var (dx, dy) = (longitude - sx, latitude - sy);
            (x, y) = (x + dx, y + dy);
            if (Abs(dx) + Abs(dy) < 1e-13)
                break;
        }

        return Applies(x, y) ? (x, y) : (longitude, latitude);
    }

    private static (double Longitude, double Latitude) Shifted(double longitude, double latitude)
    {
        var (x, y) = (longitude - 105, latitude - 35);
        var waves = (20 * Sin(6 * x * PI)) + (20 * Sin(2 * x * PI));
        var north = -100 + (2 * x) + (3 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * Sqrt(Abs(x)))
            + ((waves + (20 * Sin(y * PI)) + (40 * Sin(y / 3 * PI)) + (160 * Sin(y / 12 * PI)) + (320 * Sin(y / 30 * PI))) * 2 / 3);
        var east = 300 + x + (2 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * Sqrt(Abs(x)))
            + ((waves + (20 * Sin(x * PI)) + (40 * Sin(x / 3 * PI)) + (150 * Sin(x / 12 * PI)) + (300 * Sin(x / 30 * PI))) * 2 / 3);
        var (sin, cos) = SinCos(latitude / 180 * PI);
        var magic = 1 - (Eccentricity2 * sin * sin);
        var metresNorth = Axis * (1 - Eccentricity2) / (magic * Sqrt(magic)) * PI / 180;
        var metresEast = Axis / Sqrt(magic) * cos * PI / 180;
        return (longitude + (east / metresEast), latitude + (north / metresNorth));
    }
}
