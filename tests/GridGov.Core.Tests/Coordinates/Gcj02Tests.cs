using CsCheck;

namespace GridGov.Core.Tests;

public sealed class Gcj02Tests
{
    private static readonly Gen<(double X, double Y)> InTheBox = Gen.Select(Gen.Double[72.03, 137.8], Gen.Double[0.85, 55.8]);

    [Theory]
    // Widely copied examples of the public formula (Shanghai, Shenzhen, Beijing).
    [InlineData(121.5272106, 31.1774276, 121.531541859215, 31.17530398364597)]
    [InlineData(113.912316, 22.543847, 113.9171764808363, 22.540796131694766)]
    [InlineData(116.377817, 39.911954, 116.38404722455657, 39.91334545536069)]
    public void The_shift_is_that_of_the_public_formula(double x, double y, double shiftedX, double shiftedY)
    {
        var (sx, sy) = Gcj02Shift.Apply(x, y);

        Assert.Equal(shiftedX, sx, 1e-8);
        Assert.Equal(shiftedY, sy, 1e-8);
    }

    [Fact]
    public void What_was_shifted_comes_back() => InTheBox.Sample(p =>
    {
        var (sx, sy) = Gcj02Shift.Apply(p.X, p.Y);
        var (x, y) = Gcj02Shift.Undo(sx, sy);
        return Math.Abs(x - p.X) < 1e-9 && Math.Abs(y - p.Y) < 1e-9;
    }, iter: 20_000);

    [Fact]
    public void What_was_undone_is_shifted_back() => InTheBox.Sample(p =>
    {
        var (x, y) = Gcj02Shift.Undo(p.X, p.Y);
        var (sx, sy) = Gcj02Shift.Apply(x, y);
        return Math.Abs(sx - p.X) < 1e-9 && Math.Abs(sy - p.Y) < 1e-9;
    }, iter: 20_000);

    [Fact]
    public void The_shift_comes_back_on_the_meridian_where_the_formula_has_a_corner()
    {
        foreach (var x in (double[])[105, Math.BitIncrement(105.0), Math.BitDecrement(105.0), 105 + 1e-12, 105 - 1e-9])
        {
            var (sx, sy) = Gcj02Shift.Apply(x, 35);
            var (ux, uy) = Gcj02Shift.Undo(sx, sy);
            Assert.Equal(x, ux, 1e-9);
            Assert.Equal(35, uy, 1e-9);
        }
    }

    [Fact]
    public void The_edges_of_the_box_come_back_too()
    {
        foreach (var (x, y) in ((double, double)[])[(72.004, 30), (137.8347, 30), (100, 0.8293), (100, 55.8271), (72.004, 0.8293), (137.8347, 55.8271)])
        {
            var (sx, sy) = Gcj02Shift.Apply(x, y);
            Assert.NotEqual((x, y), (sx, sy));
            var (ux, uy) = Gcj02Shift.Undo(sx, sy);
            // On the edge itself rounding may put the iterate outside, where nothing is shifted.
            Assert.True((Math.Abs(ux - x) < 1e-9 && Math.Abs(uy - y) < 1e-9) || (ux, uy) == (sx, sy));
        }
    }

    [Theory]
    [InlineData(-71.06, 42.35)]
    [InlineData(0, 0)]
    [InlineData(72.0039, 30)]
    [InlineData(137.8348, 30)]
    [InlineData(100, 0.8292)]
    [InlineData(100, 55.8272)]
    [InlineData(180, 90)]
    public void Outside_the_box_nothing_is_shifted(double x, double y) => Assert.Equal((x, y), Gcj02Shift.Apply(x, y));

    [Theory]
    [InlineData(-71.06, 42.35)]
    [InlineData(140, 30)]
    [InlineData(71.5, 30)]
    public void Outside_the_box_nothing_is_undone(double x, double y) => Assert.Equal((x, y), Gcj02Shift.Undo(x, y));

    [Fact]
    public void The_shift_in_mainland_cities_is_some_hundred_metres()
    {
        foreach (var (x, y) in ((double, double)[])[(116.4, 39.9), (121.47, 31.23), (113.26, 23.13), (126.6, 45.8), (87.6, 43.8), (104.06, 30.57)])
        {
            var (sx, sy) = Gcj02Shift.Apply(x, y);
            Assert.InRange(Vincenty.Metres(x, y, sx, sy), 100, 900);
        }
    }
}
