namespace GridGov;

/// <summary>What an identifier type has to know itself; <see cref="IdentifierText"/> does the rest.</summary>
internal interface IFoldedIdentifier<TSelf>
    where TSelf : struct, IFoldedIdentifier<TSelf>
{
    /// <summary>The longest form, at most <see cref="IdentifierText.Room"/> − 1.</summary>
    static abstract int MaxLength { get; }

    /// <summary>Whether hyphens, slashes and underscores belong to the identifier; then spaces stand at the ends only.</summary>
    static virtual bool KeepsMarks => false;

    /// <summary>Reads folded text: upper-case letters and digits, and zero for a character that cannot be folded.</summary>
    /// <param name="folded">One to <see cref="MaxLength"/> + 1 bytes.</param>
    /// <param name="value">The identifier, or the default value.</param>
    /// <param name="index">Where it went wrong; the length for the end.</param>
    static abstract ParseReason Read(ReadOnlySpan<byte> folded, out TSelf value, out int index);

    /// <summary>Writes the identifier as ASCII.</summary>
    /// <param name="destination">At least <see cref="MaxLength"/> bytes.</param>
    /// <param name="format">The format specifier, perhaps empty.</param>
    /// <returns>The number of bytes, or −1 for a specifier that is not known.</returns>
    int Write(Span<byte> destination, ReadOnlySpan<char> format);
}
