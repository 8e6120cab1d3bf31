using System.Globalization;
using CsCheck;

namespace GridGov.Core.Tests;

public sealed class GeoPointTests
{
    [Fact]
    public void A_conversion_names_its_system_and_keeps_the_numbers_between_WGS_84_and_CGCS2000()
    {
        var point = GeoPoint.Wgs84(113.9, 22.5);

        Assert.Equal(GeoPoint.Cgcs2000(113.9, 22.5), point.ToCgcs2000());
        Assert.Equal(point, point.ToCgcs2000().ToWgs84());
        Assert.Equal(point.ToGcj02(), point.ToCgcs2000().ToGcj02());
        Assert.Equal(CoordinateSystem.Gcj02, point.ToGcj02().System);
        Assert.Equal(point.ToGcj02(), point.ToGcj02().ToGcj02());
        Assert.Equal(CoordinateSystem.Cgcs2000, point.ToGcj02().ToCgcs2000().System);
        Assert.Equal(22.5, point.ToGcj02().ToWgs84().Latitude, 1e-9);
    }

    [Fact]
    public void The_same_numbers_in_another_system_are_another_point() =>
        Assert.NotEqual(GeoPoint.Wgs84(1, 2), GeoPoint.Gcj02(1, 2));

    [Theory]
    [InlineData(180.1, 0)]
    [InlineData(-181, 0)]
    [InlineData(0, 90.01)]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.NaN)]
    [InlineData(double.PositiveInfinity, 0)]
    public void A_point_is_in_range(double x, double y)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GeoPoint.Wgs84(x, y));
        Assert.Throws<ArgumentOutOfRangeException>(() => GeoPoint.Gcj02(x, y));
        Assert.Throws<ArgumentOutOfRangeException>(() => GeoPoint.Cgcs2000(x, y));
    }

    [Fact]
    public void The_default_value_is_no_point()
    {
        Assert.Throws<InvalidOperationException>(() => default(GeoPoint).ToWgs84());
        Assert.Throws<InvalidOperationException>(() => default(GeoPoint).ToGcj02());
    }

    [Fact]
    public void The_text_is_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("Wgs84 113.5,-22.25", GeoPoint.Wgs84(113.5, -22.25).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Distances_up_to_50_km_agree_with_the_geodesic_to_a_thousandth() =>
        Gen.Select(Gen.Double[-179, 179], Gen.Double[-60, 60], Gen.Double[-0.3, 0.3], Gen.Double[-0.3, 0.3]).Sample((x, y, dx, dy) =>
        {
            var exact = Vincenty.Metres(x, y, x + dx, y + dy);
            var ours = GeoPoint.Wgs84(x, y).MetresTo(GeoPoint.Wgs84(x + dx, y + dy));
            if (exact < 50_000)
                Assert.InRange(ours, (exact * 0.999) - 0.001, (exact * 1.001) + 0.001);
        });

    [Fact]
    public void A_distance_between_systems_is_refused_and_such_points_are_never_near()
    {
        var (here, shifted) = (GeoPoint.Wgs84(113.9, 22.5), GeoPoint.Gcj02(113.9, 22.5));

        Assert.Throws<ArgumentException>(() => here.MetresTo(shifted));
        Assert.False(here.IsWithin(1e9, shifted));
        Assert.False(default(GeoPoint).IsWithin(1, default));
    }
}
