using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>
/// The code of a unit grid (单元网格标识码): the community's twelve digits and a number within it. Immutable and
/// thread-safe; eight bytes.
/// </summary>
/// <remarks>
/// Read are 15 digits (GB/T 47678.3 and GB/T 30428.1: 6 + 3 + 3 + 3, numbers 001 to 999; secondary sources) and the older
/// 14 (CJ/T 213: 6 + 3 + 3 + 2, numbers 01 to 99; from memory, the two digits seen in a secondary source). The two are
/// different codes and are not converted: 14 digits do not tell which 15 a city has made of them.
/// Cities deviate: one stores letters, one 16 digits. Those are not read here; keep them as <see cref="GridCode"/>,
/// which enforces no layout.
/// </remarks>
[JsonConverter(typeof(IdentifierJsonConverter<UnitGridCode>))]
public readonly partial record struct UnitGridCode : IIdentifier<UnitGridCode>, IFoldedIdentifier<UnitGridCode>
{
    /// <summary>The greatest number of a unit grid within its community.</summary>
    public const int MaxSequence = 999;

    // Fifteen digits, the older form with a zero at its end, times two, plus one for the current form: ordinal order.
    private readonly long _key;

    private UnitGridCode(long digits, bool isLegacy) => _key = isLegacy ? digits * 20 : (digits * 2) + 1;

    /// <summary>Whether it is the older form of 14 digits.</summary>
    public bool IsLegacy => _key != 0 && (_key & 1) == 0;

    /// <summary>The community or village; the default value for the default value.</summary>
    public DivisionCode Community => DivisionCode.FromTwelveDigits(_key / 2000);

    /// <summary>The number within the community, from 1 to 999, or to 99 in the older form; 0 for the default value.</summary>
    public int Sequence => (int)(IsLegacy ? _key / 20 % 100 : _key / 2 % 1000);

    /// <summary>Makes a code of 15 digits.</summary>
    /// <param name="community">A division of community level.</param>
    /// <param name="sequence">The number within it, 1 to 999.</param>
    /// <exception cref="ArgumentException">The division is no community.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1 or above 999: the community is full and has to be divided.</exception>
    public static UnitGridCode Create(DivisionCode community, int sequence)
    {
        if (community.Level != GridLevel.Community)
            throw new ArgumentException($"A unit grid lies in a community; {community} is none.", nameof(community));
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, MaxSequence);
        return new((community.TwelveDigits * 1000) + sequence, isLegacy: false);
    }

    static int IFoldedIdentifier<UnitGridCode>.MaxLength => 15;

    static ParseReason IFoldedIdentifier<UnitGridCode>.Read(ReadOnlySpan<byte> folded, out UnitGridCode value, out int index)
    {
        value = default;
        index = Digits.FirstOther(folded);
        if (index >= 0)
            return ParseReason.Character;
        index = Math.Min(folded.Length, 15);
        if (folded.Length is not (14 or 15))
            return ParseReason.Length;
        var community = Digits.Read(folded[..12]);
        var reason = DivisionCode.Check(community, out index);
        if (reason != ParseReason.None)
            return reason;
        index = 9;
        if (community % 1000 == 0)
            return ParseReason.Level;
        index = 12;
        if (Digits.Read(folded[12..]) == 0)
            return ParseReason.Zero;
        value = new(Digits.Read(folded), folded.Length == 14);
        return ParseReason.None;
    }

    int IFoldedIdentifier<UnitGridCode>.Write(Span<byte> destination, ReadOnlySpan<char> format)
    {
        if (format is not ("" or "G"))
            return -1;
        var length = _key == 0 ? 0 : IsLegacy ? 14 : 15;
        Digits.Write(IsLegacy ? _key / 20 : _key / 2, destination[..length]);
        return length;
    }

    private long OrderKey => _key;
}
