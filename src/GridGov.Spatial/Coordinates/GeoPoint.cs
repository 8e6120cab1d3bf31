using System.Globalization;

namespace GridGov.Spatial;

/// <summary>
/// A point on the ground with the system in which it is given. Immutable and thread-safe. Systems never mix silently:
/// a <see cref="GridMap"/> refuses a point of another system, and each conversion is a call by name.
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
