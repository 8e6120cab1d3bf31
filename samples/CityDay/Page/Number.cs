using System.Globalization;

namespace CityDay.Page;

/// <summary>Numbers as text, the same in every culture.</summary>
internal static class Number
{
    public static string Count(decimal value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>For axis labels: 250,000 reads "250k".</summary>
    public static string Short(decimal value)
    {
        ReadOnlySpan<(decimal Unit, string Suffix)> units =
            [(1_000_000_000_000_000m, "P"), (1_000_000_000_000m, "T"), (1_000_000_000m, "G"), (1_000_000m, "M"), (1_000m, "k")];
        if (value < 100_000m) return Count(value);
        foreach ((decimal unit, string suffix) in units)
            if (value >= unit) return (value / unit).ToString("#,0.#", CultureInfo.InvariantCulture) + suffix;
        return Count(value);
    }

    public static string Coordinate(decimal value) =>
        Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>One decimal; "100.0 %" and "0.0 %" are kept for all and none.</summary>
    public static string Percent(decimal part, decimal whole)
    {
        if (whole <= 0) return "–";
        decimal share = Math.Round(100 * part / whole, 1, MidpointRounding.AwayFromZero);
        if (part < whole) share = Math.Min(share, 99.9m);
        if (part > 0) share = Math.Max(share, 0.1m);
        return share.ToString("0.0", CultureInfo.InvariantCulture) + " %";
    }

    public static string Cases(decimal value) => value == 1 ? "1 case" : Count(value) + " cases";
}
