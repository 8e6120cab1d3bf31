using System.Globalization;

namespace GridGov.Community;

/// <summary>
/// An exact share between 0 and 1, as laws state them: 2/3, 3/4, 1/2. Kept as it is written: 2/4 stays 2/4, but is equal
/// to 1/2. A value; thread-safe. The default value is 0/1.
/// </summary>
public readonly struct Fraction : IEquatable<Fraction>
{
    /// <summary>The largest denominator, so that no comparison with a count rounds.</summary>
    public const int LargestDenominator = 10_000;

    private readonly int _denominator;

    /// <summary>Makes the share.</summary>
    /// <param name="numerator">From 0 to <paramref name="denominator"/>.</param>
    /// <param name="denominator">From 1 to <see cref="LargestDenominator"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of the two is outside its range.</exception>
    public Fraction(int numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(denominator, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(denominator, LargestDenominator);
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, denominator);
        Numerator = numerator;
        _denominator = denominator;
    }

    /// <summary>The number above the line.</summary>
    public int Numerator { get; }

    /// <summary>The number below the line.</summary>
    public int Denominator => Math.Max(_denominator, 1);

    /// <summary>Reads <c>2/3</c>.</summary>
    /// <param name="text">Two whole numbers with a stroke between them, no spaces.</param>
    /// <param name="fraction">The share, or the default value.</param>
    /// <returns>Whether the text is a share.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Fraction fraction)
    {
        fraction = default;
        var stroke = text.IndexOf('/');
        if (stroke < 0
            || !int.TryParse(text[..stroke], NumberStyles.None, CultureInfo.InvariantCulture, out var numerator)
            || !int.TryParse(text[(stroke + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
            || denominator is < 1 or > LargestDenominator || numerator > denominator)
            return false;
        fraction = new(numerator, denominator);
        return true;
    }

    /// <summary>Compares a part of a whole with this share: below zero when the part is less.</summary>
    internal int CompareShare(decimal part, decimal whole) => (part * Denominator).CompareTo(whole * Numerator);

    /// <inheritdoc/>
    public bool Equals(Fraction other) => (long)Numerator * other.Denominator == (long)other.Numerator * Denominator;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((double)Numerator / Denominator).GetHashCode();

    /// <summary>As it is written: <c>2/3</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <summary>Whether both are the same share.</summary>
    /// <param name="left">One share.</param>
    /// <param name="right">The other share.</param>
    public static bool operator ==(Fraction left, Fraction right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One share.</param>
    /// <param name="right">The other share.</param>
    public static bool operator !=(Fraction left, Fraction right) => !left.Equals(right);
}
