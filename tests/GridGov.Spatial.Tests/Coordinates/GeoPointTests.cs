using System.Globalization;

namespace GridGov.Spatial.Tests;

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
}
