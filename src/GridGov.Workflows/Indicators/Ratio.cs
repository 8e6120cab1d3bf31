using System.Globalization;

namespace GridGov.Workflows;

/// <summary>A part of a whole, kept as the two counts. A value; thread-safe.</summary>
/// <param name="Part">The numerator.</param>
/// <param name="Whole">The denominator.</param>
public readonly record struct Ratio(int Part, int Whole)
{
    /// <summary>From 0 to 1, or null where the denominator is 0.</summary>
    public decimal? Value => Whole == 0 ? null : (decimal)Part / Whole;

    /// <summary>In percent with two places, half away from zero, the same in every culture; "–" where the denominator is 0.</summary>
    public override string ToString() => Value is { } value
        ? Math.Round(value * 100, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture) + " %"
        : "–";
}
