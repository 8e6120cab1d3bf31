using System.Diagnostics.CodeAnalysis;

namespace GridGov;

// Reading, writing and order, alike for all coded identifiers.
public readonly partial record struct ComponentCode
{
    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, out ComponentCode value, out ParseError error) =>
        IdentifierText.TryParse(text, out value, out error);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out ComponentCode value, out ParseError error) =>
        IdentifierText.TryParse(utf8Text, out value, out error);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ComponentCode result) => TryParse(s, out result, out _);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out ComponentCode result) => TryParse(utf8Text, out result, out _);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ComponentCode result) => TryParse(s.AsSpan(), out result, out _);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="IdentifierFormatException">The text is not an identifier of this type.</exception>
    public static ComponentCode Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IdentifierText.Parse<ComponentCode>(text.AsSpan());
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="IdentifierFormatException">The text is not an identifier of this type.</exception>
    public static ComponentCode Parse(ReadOnlySpan<char> text) => IdentifierText.Parse<ComponentCode>(text);

    /// <summary>Reads UTF-8.</summary>
    /// <param name="utf8Text">The text.</param>
    /// <exception cref="IdentifierFormatException">The text is not an identifier of this type.</exception>
    public static ComponentCode Parse(ReadOnlySpan<byte> utf8Text) => IdentifierText.Parse<ComponentCode>(utf8Text);

    static ComponentCode IParsable<ComponentCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ComponentCode ISpanParsable<ComponentCode>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static ComponentCode IUtf8SpanParsable<ComponentCode>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Parse(utf8Text);

    /// <summary>16 or 17 digits; empty for the default value.</summary>
    public override string ToString() => IdentifierText.ToString(this, default);

    /// <summary>Writes the identifier.</summary>
    /// <param name="format"><c>G</c> or nothing: the canonical text.</param>
    /// <exception cref="FormatException">The specifier is not known.</exception>
    public string ToString(string? format) => IdentifierText.ToString(this, format);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString(format);

    /// <summary>Writes the identifier without allocating.</summary>
    /// <param name="destination">Room for the text.</param>
    /// <param name="charsWritten">The characters written; 0 if the room is too small.</param>
    /// <param name="format"><c>G</c> or nothing: the canonical text.</param>
    /// <returns>Whether the room was enough.</returns>
    /// <exception cref="FormatException">The specifier is not known.</exception>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default) =>
        IdentifierText.TryFormat(this, destination, out charsWritten, format);

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(destination, out charsWritten, format);

    /// <summary>Writes the identifier as UTF-8 without allocating.</summary>
    /// <param name="utf8Destination">Room for the text.</param>
    /// <param name="bytesWritten">The bytes written; 0 if the room is too small.</param>
    /// <param name="format"><c>G</c> or nothing: the canonical text.</param>
    /// <returns>Whether the room was enough.</returns>
    /// <exception cref="FormatException">The specifier is not known.</exception>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default) =>
        IdentifierText.TryFormat(this, utf8Destination, out bytesWritten, format);

    bool IUtf8SpanFormattable.TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(utf8Destination, out bytesWritten, format);

    /// <summary>The ordinal order of the canonical texts.</summary>
    /// <param name="other">The other identifier.</param>
    public int CompareTo(ComponentCode other) => OrderKey.CompareTo(other.OrderKey);

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator <(ComponentCode left, ComponentCode right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator >(ComponentCode left, ComponentCode right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator <=(ComponentCode left, ComponentCode right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator >=(ComponentCode left, ComponentCode right) => left.CompareTo(right) >= 0;
}
