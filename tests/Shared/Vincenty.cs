using static System.Math;

namespace GridGov.Tests;

/// <summary>The geodesic distance on WGS 84 by Vincenty's inverse formula (1975), good to a millimetre for near points.</summary>
internal static class Vincenty
{
    public static double Metres(double lon1, double lat1, double lon2, double lat2)
    {
        const double a = 6378137.0, f = 1 / 298.257223563, b = a * (1 - f);
        var u1 = Atan((1 - f) * Tan(lat1 * PI / 180));
        var u2 = Atan((1 - f) * Tan(lat2 * PI / 180));
        var l = (lon2 - lon1) * PI / 180;
        var (lambda, sinSigma, cosSigma, sigma, cos2Alpha, cosM) = (l, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < 100; i++)
        {
            var (x, y) = (Cos(u2) * Sin(lambda), (Cos(u1) * Sin(u2)) - (Sin(u1) * Cos(u2) * Cos(lambda)));
            sinSigma = Sqrt((x * x) + (y * y));
            if (sinSigma == 0)
                return 0;
            cosSigma = (Sin(u1) * Sin(u2)) + (Cos(u1) * Cos(u2) * Cos(lambda));
            sigma = Atan2(sinSigma, cosSigma);
            var sinAlpha = Cos(u1) * Cos(u2) * Sin(lambda) / sinSigma;
            cos2Alpha = 1 - (sinAlpha * sinAlpha);
            cosM = cos2Alpha == 0 ? 0 : cosSigma - (2 * Sin(u1) * Sin(u2) / cos2Alpha);
            var c = f / 16 * cos2Alpha * (4 + (f * (4 - (3 * cos2Alpha))));
            var next = l + ((1 - c) * f * sinAlpha * (sigma + (c * sinSigma * (cosM + (c * cosSigma * (-1 + (2 * cosM * cosM)))))));
            if (Abs(next - lambda) < 1e-14)
                break;
            lambda = next;
        }

        var k = cos2Alpha * ((a * a) - (b * b)) / (b * b);
        var ka = 1 + (k / 16384 * (4096 + (k * (-768 + (k * (320 - (175 * k)))))));
        var kb = k / 1024 * (256 + (k * (-128 + (k * (74 - (47 * k))))));
        var delta = kb * sinSigma * (cosM + (kb / 4 * ((cosSigma * (-1 + (2 * cosM * cosM)))
            - (kb / 6 * cosM * (-3 + (4 * sinSigma * sinSigma)) * (-3 + (4 * cosM * cosM))))));
        return b * ka * (sigma - delta);
    }
}
