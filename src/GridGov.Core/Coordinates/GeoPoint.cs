using System.Globalization;

namespace GridGov;

/// <summary>
/// A point on the ground with the system in which it is given. Immutable and thread-safe. Systems never mix silently:
/// a map of grids refuses a point of another system, and each conversion is a call by name.
/// </summary>
/// <remarks>The default value has no system, is no point, and is refused everywhere.</remarks>
public readonly record struct GeoPoint
{
    private GeoPoint(double longitude, double latitude, CoordinateSystem system)
    {
        if (!(Math.Abs(longitude) <= 180))
            throw new ArgumentOutOfRangeException(nameof(longitude), longitude, "A longitude is from −180 to 180 degrees.");
        if (!(Math.Abs(latitude) <= 90))
            throw new ArgumentOutOfRangeException(nameof(latitude), latitude, "A latitude is from −90 to 90 degrees.");
        Longitude = longitude;
        Latitude = latitude;
        System = system;
    }

    /// <summary>Degrees east, −180 to 180.</summary>
    public double Longitude { get; }

    /// <summary>Degrees north, −90 to 90.</summary>
    public double Latitude { get; }

    /// <summary>The system of both numbers.</summary>
    public CoordinateSystem System { get; }

    /// <summary>A point in WGS 84.</summary>
    /// <param name="longitude">Degrees east, −180 to 180.</param>
    /// <param name="latitude">Degrees north, −90 to 90.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range or not a number.</exception>
    public static GeoPoint Wgs84(double longitude, double latitude) => new(longitude, latitude, CoordinateSystem.Wgs84);

    /// <summary>A point in CGCS2000.</summary>
    /// <param name="longitude">Degrees east, −180 to 180.</param>
    /// <param name="latitude">Degrees north, −90 to 90.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range or not a number.</exception>
    public static GeoPoint Cgcs2000(double longitude, double latitude) => new(longitude, latitude, CoordinateSystem.Cgcs2000);

    /// <summary>A point in GCJ-02.</summary>
    /// <param name="longitude">Degrees east, −180 to 180.</param>
    /// <param name="latitude">Degrees north, −90 to 90.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range or not a number.</exception>
    public static GeoPoint Gcj02(double longitude, double latitude) => new(longitude, latitude, CoordinateSystem.Gcj02);

    /// <summary>
    /// The same place in WGS 84. CGCS2000 keeps its numbers, which is off by decimetres and less than a metre (see
    /// <see cref="CoordinateSystem.Cgcs2000"/>); GCJ-02 is undone by <see cref="Gcj02Shift.Undo"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The point is the default value.</exception>
    public GeoPoint ToWgs84()
    {
        var (longitude, latitude) = Unshifted();
        return new(longitude, latitude, CoordinateSystem.Wgs84);
    }

    /// <summary>The same place in CGCS2000; WGS 84 keeps its numbers, as in <see cref="ToWgs84"/>.</summary>
    /// <exception cref="InvalidOperationException">The point is the default value.</exception>
    public GeoPoint ToCgcs2000()
    {
        var (longitude, latitude) = Unshifted();
        return new(longitude, latitude, CoordinateSystem.Cgcs2000);
    }

    /// <summary>The same place in GCJ-02, by <see cref="Gcj02Shift.Apply"/>.</summary>
    /// <exception cref="InvalidOperationException">The point is the default value.</exception>
    public GeoPoint ToGcj02()
    {
        if (System == CoordinateSystem.Gcj02)
            return this;
        var (longitude, latitude) = Unshifted();
        (longitude, latitude) = Gcj02Shift.Apply(longitude, latitude);
        return new(longitude, latitude, CoordinateSystem.Gcj02);
    }

    /// <summary>
    /// The distance to another point of the same system, in metres: on the plane that touches the WGS 84 ellipsoid
    /// between them, so off by less than 0.1 % up to 50 km below 60 degrees of latitude. It does not cross the date line.
    /// </summary>
    /// <param name="other">The other point.</param>
    /// <exception cref="ArgumentException">The points are of different systems, or one is the default value.</exception>
    public double MetresTo(GeoPoint other)
    {
        if (System != other.System || System == 0)
            throw new ArgumentException($"A distance is between points of one system, not {System} and {other.System}; convert one of them.", nameof(other));
        var (east, north) = Ellipsoid.MetresPerDegree((Latitude + other.Latitude) / 2);
        var (x, y) = ((other.Longitude - Longitude) * east, (other.Latitude - Latitude) * north);
        return Math.Sqrt((x * x) + (y * y));
    }

    /// <summary>Whether two points are of one system and no further apart than some metres.</summary>
    /// <param name="metres">The distance, in metres.</param>
    /// <param name="other">The other point.</param>
    public bool IsWithin(double metres, GeoPoint other) => System == other.System && System != 0 && MetresTo(other) <= metres;

    /// <summary>System, longitude and latitude, the same in every culture.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{System} {Longitude:R},{Latitude:R}");

    private (double Longitude, double Latitude) Unshifted() => System switch
    {
        CoordinateSystem.Wgs84 or CoordinateSystem.Cgcs2000 => (Longitude, Latitude),
        CoordinateSystem.Gcj02 => Gcj02Shift.Undo(Longitude, Latitude),
        _ => throw new InvalidOperationException("The point has no coordinate system; make it with Wgs84, Cgcs2000 or Gcj02."),
    };
}
