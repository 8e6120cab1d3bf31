using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>
/// The number of an order of the 12345 hotline (热线工单编号), as the city writes it. Immutable and thread-safe; 24 bytes.
/// </summary>
/// <remarks>
/// No national layout is known, and cities differ: so it is 1 to 36 letters A to Z, digits, hyphens, slashes and
/// underscores, at least one of them a digit, and nothing is checked beyond that. Hyphens, slashes and underscores are
/// part of the number, and are kept. Lower case and full-width characters (U+FF01 to U+FF5E) are read as upper case and
/// ASCII; spaces (U+0020, U+00A0, U+3000) at the ends are dropped, and refused within.
/// Numbers with other characters, or in which lower case means something else, stay texts, as <see cref="ReportId"/>.
/// </remarks>
[JsonConverter(typeof(IdentifierJsonConverter<HotlineOrderNumber>))]
public readonly partial record struct HotlineOrderNumber : IIdentifier<HotlineOrderNumber>, IFoldedIdentifier<HotlineOrderNumber>
{
    /// <summary>The greatest number of characters.</summary>
    public const int MaxLength = 36;

    // Forty symbols, the first for "no more characters", so that the order of the numbers is that of the texts.
    private const int Base = 40;
    private const int CharactersPerPart = 12;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;

    private HotlineOrderNumber(ulong first, ulong second, ulong third) => (_first, _second, _third) = (first, second, third);

    static int IFoldedIdentifier<HotlineOrderNumber>.MaxLength => MaxLength;

    static bool IFoldedIdentifier<HotlineOrderNumber>.KeepsMarks => true;

    static ParseReason IFoldedIdentifier<HotlineOrderNumber>.Read(ReadOnlySpan<byte> folded, out HotlineOrderNumber value, out int index)
    {
        value = default;
        index = folded.IndexOf((byte)0);
        if (index >= 0)
            return ParseReason.Character;
        index = Math.Min(folded.Length, MaxLength);
        if (folded.Length > MaxLength)
            return ParseReason.Length;
        index = 0;
        if (!folded.ContainsAnyInRange((byte)'0', (byte)'9'))
            return ParseReason.Character;
        value = new(Pack(folded), Pack(folded[Math.Min(folded.Length, CharactersPerPart)..]), Pack(folded[Math.Min(folded.Length, 2 * CharactersPerPart)..]));
        return ParseReason.None;
    }

    int IFoldedIdentifier<HotlineOrderNumber>.Write(Span<byte> destination, ReadOnlySpan<char> format)
    {
        if (format is not ("" or "G"))
            return -1;
        Span<byte> all = stackalloc byte[MaxLength];
        Unpack(_first, all);
        Unpack(_second, all[CharactersPerPart..]);
        Unpack(_third, all[(2 * CharactersPerPart)..]);
        var length = all.IndexOf((byte)0) is var end and >= 0 ? end : MaxLength;
        all[..length].CopyTo(destination);
        return length;
    }

    private static ulong Pack(ReadOnlySpan<byte> text)
    {
        ulong packed = 0;
        for (var i = 0; i < CharactersPerPart; i++)
        {
            packed *= Base;
            if (i < text.Length)
                packed += (ulong)Symbols.IndexOf(text[i]);
        }

        return packed;
    }

    private static void Unpack(ulong packed, Span<byte> text)
    {
        for (var i = CharactersPerPart - 1; i >= 0; i--)
        {
            (packed, var symbol) = Math.DivRem(packed, Base);
            text[i] = Symbols[(int)symbol];
        }
    }

    private static ReadOnlySpan<byte> Symbols => "\0-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_"u8;

    private (ulong, ulong, ulong) OrderKey => (_first, _second, _third);
}
