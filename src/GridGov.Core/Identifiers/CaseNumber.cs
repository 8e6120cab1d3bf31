using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>
/// The number of a case (案件编号) in this library's own layout: division (6 digits), day of opening (YYYYMMDD), number
/// of that day (6 digits), check digit; 21 digits. Immutable and thread-safe; eight bytes.
/// </summary>
/// <remarks>
/// The layout is ours. A national one of 19 digits is mentioned by a secondary source, but its digits were not seen; a
/// city's own numbers stay texts, as <see cref="CaseId"/>.
/// The check digit is H. M. Damm's (a totally anti-symmetric quasigroup of order ten, 2004; the table is from memory
/// and its properties are computed in the tests). It catches every wrong digit and every swap of two neighbours, and
/// needs no letter. ISO/IEC 7064 MOD 11,10 misses some swaps; MOD 11-2 needs an X, which is hard to say on the phone.
/// </remarks>
[JsonConverter(typeof(IdentifierJsonConverter<CaseNumber>))]
public readonly partial record struct CaseNumber : IIdentifier<CaseNumber>, IFoldedIdentifier<CaseNumber>
{
    /// <summary>The first year of which a case may be.</summary>
    public const int FirstYear = 1900;

    /// <summary>The greatest number of a case within its division and day.</summary>
    public const int MaxSequence = 999_999;

    // Division × days × numbers stays below 2^63: 83·10^4 × 4·10^6 × 10^6 = 3.3·10^18.
    private const long Days = 4_000_000;
    private const long Numbers = 1_000_000;

    private readonly long _value;

    private CaseNumber(int division, DateOnly opened, int sequence) =>
        _value = (((division * Days) + opened.DayNumber) * Numbers) + sequence;

    /// <summary>The division in which it was opened, of district level or above.</summary>
    public DivisionCode Division => DivisionCode.FromTwelveDigits(_value / Numbers / Days * 1_000_000);

    /// <summary>The day of opening; 0001-01-01 for the default value.</summary>
    public DateOnly Opened => DateOnly.FromDayNumber((int)(_value / Numbers % Days));

    /// <summary>The number within division and day, 1 to 999,999; 0 for the default value.</summary>
    public int Sequence => (int)(_value % Numbers);

    /// <summary>Makes a number.</summary>
    /// <param name="division">A division of province to district level.</param>
    /// <param name="opened">The day of opening where the division lies, from 1900 on.</param>
    /// <param name="sequence">The number within division and day, 1 to 999,999.</param>
    /// <exception cref="ArgumentException">The division is the default value or lies below a district.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day or the number is out of its range.</exception>
    public static CaseNumber Create(DivisionCode division, DateOnly opened, int sequence)
    {
        if (division.Level is < GridLevel.Province or > GridLevel.District)
            throw new ArgumentException("A case number begins with a division of province to district level.", nameof(division));
        ArgumentOutOfRangeException.ThrowIfLessThan(opened, new DateOnly(FirstYear, 1, 1));
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, MaxSequence);
        return new(division.SixDigits, opened, sequence);
    }

    static int IFoldedIdentifier<CaseNumber>.MaxLength => 21;

    static ParseReason IFoldedIdentifier<CaseNumber>.Read(ReadOnlySpan<byte> folded, out CaseNumber value, out int index)
    {
        value = default;
        index = Digits.FirstOther(folded);
        if (index >= 0)
            return ParseReason.Character;
        index = Math.Min(folded.Length, 21);
        if (folded.Length != 21)
            return ParseReason.Length;
        var division = (int)Digits.Read(folded[..6]);
        var reason = DivisionCode.Check(division * 1_000_000L, out index);
        if (reason != ParseReason.None)
            return reason;
        if (!Digits.TryReadDate((int)Digits.Read(folded[6..14]), FirstYear, out var opened, out index))
        {
            index += 6;
            return ParseReason.Date;
        }

        index = 14;
        var sequence = (int)Digits.Read(folded[14..20]);
        if (sequence == 0)
            return ParseReason.Zero;
        index = 20;
        if (CheckDigit(folded[..20]) != folded[20])
            return ParseReason.Check;
        value = new(division, opened, sequence);
        return ParseReason.None;
    }

    int IFoldedIdentifier<CaseNumber>.Write(Span<byte> destination, ReadOnlySpan<char> format)
    {
        if (format is not ("" or "G"))
            return -1;
        if (_value == 0)
            return 0;
        Digits.Write(_value / Numbers / Days, destination[..6]);
        Digits.Write(Digits.OfDate(Opened), destination[6..14]);
        Digits.Write(Sequence, destination[14..20]);
        destination[20] = CheckDigit(destination[..20]);
        return 21;
    }

    private static byte CheckDigit(ReadOnlySpan<byte> digits)
    {
        var interim = 0;
        foreach (var digit in digits)
            interim = Damm[(interim * 10) + digit - '0'] - '0';
        return (byte)('0' + interim);
    }

    private static ReadOnlySpan<byte> Damm =>
        "0317598642709215486342068713591750983426612304597836742095815869720134894536201794386172052581436790"u8;

    private long OrderKey => _value;
}
