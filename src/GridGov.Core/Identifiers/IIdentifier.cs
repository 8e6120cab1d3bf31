namespace GridGov;

/// <summary>
/// A coded identifier: a value that is read from text and written as text without allocating. Culture plays no part,
/// and format providers are not looked at.
/// </summary>
/// <remarks>
/// What people type is read: full-width digits and letters (U+FF10 to U+FF5A), lower case, spaces anywhere (U+0020,
/// U+00A0, U+3000), and single hyphens (U+002D, U+FF0D) between two characters. No other character is skipped or
/// replaced, so an O is never read as a zero; a tab or a line end is refused. What is written is canonical: ASCII,
/// upper case, no separators. <see cref="HotlineOrderNumber"/> differs, and says how.
/// Values are ordered as their canonical texts are, ordinally. The default value is no identifier: it is written as
/// an empty text, which cannot be read back, and stands before all others.
/// </remarks>
/// <typeparam name="TSelf">The identifier type itself.</typeparam>
public interface IIdentifier<TSelf> : ISpanParsable<TSelf>, ISpanFormattable, IUtf8SpanParsable<TSelf>, IUtf8SpanFormattable,
    IComparable<TSelf>, IEquatable<TSelf>
    where TSelf : struct, IIdentifier<TSelf>
{
    /// <summary>Reads a text, and says where and why if it is not an identifier. Never throws, allocates nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The identifier, or the default value.</param>
    /// <param name="error">Where and why not, or the default value.</param>
    /// <returns>Whether the text is an identifier.</returns>
    static abstract bool TryParse(ReadOnlySpan<char> text, out TSelf value, out ParseError error);

    /// <summary>Reads UTF-8, and says where and why if it is not an identifier. Never throws, allocates nothing.</summary>
    /// <param name="utf8Text">The text; bytes that are not UTF-8 are refused.</param>
    /// <param name="value">The identifier, or the default value.</param>
    /// <param name="error">Where, in bytes, and why not, or the default value.</param>
    /// <returns>Whether the text is an identifier.</returns>
    static abstract bool TryParse(ReadOnlySpan<byte> utf8Text, out TSelf value, out ParseError error);
}
