using System.Diagnostics.CodeAnalysis;

namespace GridGov;

// Reading, writing and order, alike for all coded identifiers.
public readonly partial record struct UnifiedSocialCreditCode
{
    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, out UnifiedSocialCreditCode value, out ParseError error)
    {
        if (text.Length != PlainText.Length || !BitConverter.IsLittleEndian)
            return IdentifierText.TryParse(text, out value, out error);
        var sixteen = PlainText.Load(text);
        var reason = CreditCodeScan.Read(sixteen, text[16], text[17], out var head, out var tail);
        if (reason == ParseReason.Character)
            return !PlainText.TryRefuse(sixteen, text[16], text[17], out value, out error) && IdentifierText.TryParse(text, out value, out error);
        value = new(head, tail);
        error = reason == ParseReason.None ? default : Misfit(reason, text[reason == ParseReason.InnerCheck ? 16 : 17]);
        return reason == ParseReason.None;
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out UnifiedSocialCreditCode value, out ParseError error)
    {
        if (utf8Text.Length != PlainText.Length || !BitConverter.IsLittleEndian)
            return IdentifierText.TryParse(utf8Text, out value, out error);
        var sixteen = PlainText.Load(utf8Text);
        var reason = CreditCodeScan.Read(sixteen, utf8Text[16], utf8Text[17], out var head, out var tail);
        if (reason == ParseReason.Character)
            return !PlainText.TryRefuse(sixteen, utf8Text[16], utf8Text[17], out value, out error) && IdentifierText.TryParse(utf8Text, out value, out error);
        value = new(head, tail);
        error = reason == ParseReason.None ? default : Misfit(reason, utf8Text[reason == ParseReason.InnerCheck ? 16 : 17]);
        return reason == ParseReason.None;
    }

    // The characters are of the alphabet, but a check does not hold.
    private static ParseError Misfit(ParseReason reason, int found) =>
        new(reason, reason == ParseReason.InnerCheck ? 16 : 17, found <= '9' ? CharacterKind.Digit : CharacterKind.Letter);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out UnifiedSocialCreditCode result) => TryParse(s, out result, out _);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out UnifiedSocialCreditCode result) => TryParse(utf8Text, out result, out _);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out UnifiedSocialCreditCode result) => TryParse(s.AsSpan(), out result, out _);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="IdentifierFormatException">The text is not an identifier of this type.</exception>
    public static UnifiedSocialCreditCode Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IdentifierText.Parse<UnifiedSocialCreditCode>(text.AsSpan());
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="IdentifierFormatException">The text is not an identifier of this type.</exception>
    public static UnifiedSocialCreditCode Parse(ReadOnlySpan<char> text) => IdentifierText.Parse<UnifiedSocialCreditCode>(text);

    /// <summary>Reads UTF-8.</summary>
    /// <param name="utf8Text">The text.</param>
    /// <exception cref="IdentifierFormatException">The text is not an identifier of this type.</exception>
    public static UnifiedSocialCreditCode Parse(ReadOnlySpan<byte> utf8Text) => IdentifierText.Parse<UnifiedSocialCreditCode>(utf8Text);

    static UnifiedSocialCreditCode IParsable<UnifiedSocialCreditCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static UnifiedSocialCreditCode ISpanParsable<UnifiedSocialCreditCode>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static UnifiedSocialCreditCode IUtf8SpanParsable<UnifiedSocialCreditCode>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Parse(utf8Text);

    /// <summary>18 characters; empty for the default value.</summary>
    public override string ToString() => IdentifierText.ToString(this, default);

    /// <summary>Writes the identifier.</summary>
    /// <param name="format"><c>G</c> or nothing: the canonical text. <c>O</c>: the organisation code, nine characters.</param>
    /// <exception cref="FormatException">The specifier is not known.</exception>
    public string ToString(string? format) => IdentifierText.ToString(this, format);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString(format);

    /// <summary>Writes the identifier without allocating.</summary>
    /// <param name="destination">Room for the text.</param>
    /// <param name="charsWritten">The characters written; 0 if the room is too small.</param>
    /// <param name="format"><c>G</c> or nothing: the canonical text. <c>O</c>: the organisation code, nine characters.</param>
    /// <returns>Whether the room was enough.</returns>
    /// <exception cref="FormatException">The specifier is not known.</exception>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default) =>
        IdentifierText.TryFormat(this, destination, out charsWritten, format);

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(destination, out charsWritten, format);

    /// <summary>Writes the identifier as UTF-8 without allocating.</summary>
    /// <param name="utf8Destination">Room for the text.</param>
    /// <param name="bytesWritten">The bytes written; 0 if the room is too small.</param>
    /// <param name="format"><c>G</c> or nothing: the canonical text. <c>O</c>: the organisation code, nine characters.</param>
    /// <returns>Whether the room was enough.</returns>
    /// <exception cref="FormatException">The specifier is not known.</exception>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default) =>
        IdentifierText.TryFormat(this, utf8Destination, out bytesWritten, format);

    bool IUtf8SpanFormattable.TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(utf8Destination, out bytesWritten, format);

    /// <summary>The ordinal order of the canonical texts.</summary>
    /// <param name="other">The other identifier.</param>
    public int CompareTo(UnifiedSocialCreditCode other) => OrderKey.CompareTo(other.OrderKey);

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator <(UnifiedSocialCreditCode left, UnifiedSocialCreditCode right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator >(UnifiedSocialCreditCode left, UnifiedSocialCreditCode right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator <=(UnifiedSocialCreditCode left, UnifiedSocialCreditCode right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator >=(UnifiedSocialCreditCode left, UnifiedSocialCreditCode right) => left.CompareTo(right) >= 0;
}
