using System.Diagnostics;
using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>
/// A citizen's identity number (公民身份号码, GB 11643). It is personal: it masks itself in every text and in JSON, and is
/// shown only by the members whose names begin with <c>Reveal</c>, by the format specifier <c>R</c>, and by
/// <see cref="RevealedCitizenNumberJsonConverter"/>. Immutable and thread-safe; eight bytes.
/// </summary>
/// <remarks>
/// Read are 18 characters: address code (6 digits), birth date (YYYYMMDD), sequence (3 digits, odd for men), check
/// character (0 to 9 or X); ISO 7064 MOD 11-2 catches every wrong character and every swap of two neighbours. Read too
/// are the 15 digits of the older form, without century and check character: 19 goes before the year and the check
/// character is added (from memory), which cannot find a mistyped digit in them. Their sequences 996 to 999 were given
/// to people born before 1900 (from memory); those are refused, as the century would be a guess.
/// Checked are the province, that the address code leaves out no level (as <see cref="DivisionCode"/> does), that the
/// birth date exists and is not before 1800, and the check character. A birth date may lie in the future: there is no
/// clock here. Whether the address code was in force at the issue is not checked. Permanent residence cards of
/// foreigners, which begin with 9, have another layout and are refused. Length, weights and check characters come from
/// a secondary source, and examples agree with them.
/// The masked text, formats <c>G</c> and <c>M</c>, is the province, fourteen asterisks and the last two characters;
/// it cannot be read back. The members that reveal are methods, so that loggers and serialisers, which read properties, do
/// not meet them. A hash code is not a mask: all numbers that have it can be tried through.
/// </remarks>
[JsonConverter(typeof(CitizenNumberJsonConverter))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly partial record struct CitizenNumber : IIdentifier<CitizenNumber>, IFoldedIdentifier<CitizenNumber>
{
    /// <summary>The first year of birth that is believed.</summary>
    public const int FirstYear = 1800;

    private const int Length = 18;
    private const int LegacyLength = 15;
    private const int MaskedCharacters = 14;

    // The first 17 digits; the check character follows from them. Zero for the default value.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly long _value;

    private CitizenNumber(long seventeen) => _value = seventeen;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private long OrderKey => _value;

    /// <summary>The whole number, 18 characters; empty for the default value. Call it only where the service to the person needs it.</summary>
    public string Reveal() => IdentifierText.ToString(this, "R");

    /// <summary>The birth date.</summary>
    /// <exception cref="InvalidOperationException">It is the default value.</exception>
    public DateOnly RevealBirthDate() => _value != 0 && Digits.TryReadDate(BirthOf(_value), FirstYear, out var date, out _)
        ? date
        : throw new InvalidOperationException("The default value is nobody's number.");

    /// <summary>The sex, by the parity of the sequence; <see cref="Sex.Unknown"/> for the default value.</summary>
    public Sex RevealSex() => _value == 0 ? Sex.Unknown : (_value & 1) != 0 ? Sex.Male : Sex.Female;

    /// <summary>
    /// The address code: where the number was given, as the division was coded at that time; not where the person lives.
    /// The default value for the default value.
    /// </summary>
    public DivisionCode RevealDivision() => DivisionCode.FromTwelveDigits(_value / 100_000_000_000 * 1_000_000);

    static int IFoldedIdentifier<CitizenNumber>.MaxLength => Length;

    static ParseReason IFoldedIdentifier<CitizenNumber>.Read(ReadOnlySpan<byte> folded, out CitizenNumber value, out int index)
    {
        value = default;
        var isLegacy = folded.Length == LegacyLength;
        index = Digits.FirstOther(folded);
        if (index >= 0 && (index != Length - 1 || folded[index] != 'X'))
            return ParseReason.Character;
        index = Math.Min(folded.Length, Length);
        if (folded.Length is not (Length or LegacyLength))
            return ParseReason.Length;

        var address = Digits.Read(folded[..6]);
        var rest = Digits.Read(folded[6..(isLegacy ? LegacyLength : Length - 1)]);
        var seventeen = (address * 100_000_000_000) + rest + (isLegacy ? 19_000_000_000 : 0);
        var reason = Check(seventeen, out index);
        if (reason != ParseReason.None)
        {
            // The older form has no century, so everything from the year on stands two places earlier.
            if (isLegacy && index > 6)
                index -= 2;
            return reason;
        }

        if (isLegacy)
        {
            index = 12;
            if (seventeen % 1000 >= 996)
                return ParseReason.Century;
        }
        else
        {
            index = Length - 1;
            if (CheckCharacter(folded[..index]) != folded[index])
                return ParseReason.Check;
        }

        value = new(seventeen);
        return ParseReason.None;
    }

    int IFoldedIdentifier<CitizenNumber>.Write(Span<byte> destination, ReadOnlySpan<char> format)
    {
        if (format is not ("" or "G" or "M" or "R"))
            return -1;
        if (_value == 0)
            return 0;
        Digits.Write(_value, destination[..(Length - 1)]);
        destination[Length - 1] = CheckCharacter(destination[..(Length - 1)]);
        if (format is not "R")
            destination.Slice(2, MaskedCharacters).Fill((byte)'*');
        return Length;
    }

    private static int BirthOf(long seventeen) => (int)(seventeen / 1000 % 100_000_000);

    private static ParseReason Check(long seventeen, out int index)
    {
        var reason = DivisionCode.Check(seventeen / 100_000_000_000 * 1_000_000, out index);
        if (reason != ParseReason.None)
            return reason;
        if (Digits.TryReadDate(BirthOf(seventeen), FirstYear, out _, out index))
            return ParseReason.None;
        index += 6;
        return ParseReason.Date;
    }

    private static byte CheckCharacter(ReadOnlySpan<byte> seventeen)
    {
        // The weight of the place i from the right, the check character's own being 0, is 2^i mod 11; Horner's rule from the left.
        var sum = 0;
        foreach (var digit in seventeen)
            sum = (sum + digit - '0') * 2 % 11;
        return CheckCharacters[sum];
    }

    private static ReadOnlySpan<byte> CheckCharacters => "10X98765432"u8;
}
