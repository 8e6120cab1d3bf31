using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>
/// The code of an administrative division (区划代码): province, city, county (GB/T 2260, two digits each), street (GB/T
/// 10114, three digits) and community (the statistical code, three digits). Immutable and thread-safe; eight bytes.
/// </summary>
/// <remarks>
/// Read are 2, 4, 6, 9 or 12 digits. Trailing groups of zeros name no level, so 440300, 4403 and 440300000000 are the
/// same city, and 4403 is the canonical text. Format <c>S</c> writes the twelve digits of statistics.
/// Checked are the province (the codes 11 to 65 that are in use, 71, 81, 82, and 83, which stands in citizen numbers of
/// residence permits and names no division of GB/T 2260: from memory) and that no level is left out above another. One
/// gap is real: a city without counties has streets of its own (441900003, Dongguan 东莞). Whether a division exists
/// is not checked: the tables change yearly and are the embedder's.
/// The layout is known from secondary sources.
/// </remarks>
[JsonConverter(typeof(IdentifierJsonConverter<DivisionCode>))]
public readonly partial record struct DivisionCode : IIdentifier<DivisionCode>, IFoldedIdentifier<DivisionCode>
{
    private const long OfProvince = 10_000_000_000;
    private const long OfCity = 100_000_000;
    private const long OfDistrict = 1_000_000;
    private const long OfStreet = 1_000;

    // Twelve digits, zero for the default value.
    private readonly long _value;

    private DivisionCode(long twelve) => _value = twelve;

    /// <summary>The level: province, city, district, street or community; 0 for the default value.</summary>
    public GridLevel Level =>
        _value % OfStreet != 0 ? GridLevel.Community
        : _value % OfDistrict != 0 ? GridLevel.Street
        : _value % OfCity != 0 ? GridLevel.District
        : _value % OfProvince != 0 ? GridLevel.City
        : _value != 0 ? GridLevel.Province
        : default;

    /// <summary>
    /// The division above; null for a province and the default value. For a street of a city without counties it is
    /// the city.
    /// </summary>
    public DivisionCode? Parent => Level switch
    {
        GridLevel.Community => new(_value - (_value % OfStreet)),
        GridLevel.Street => new(_value - (_value % OfDistrict)),
        GridLevel.District => new(_value - (_value % OfCity)),
        GridLevel.City => new(_value - (_value % OfProvince)),
        _ => null,
    };

    /// <summary>What a street or community is, by its last three digits; <see cref="DivisionKind.Unknown"/> above.</summary>
    public DivisionKind Kind => Level switch
    {
        GridLevel.Street => (_value / OfStreet % 1000) switch
        {
            < 100 => DivisionKind.Street,
            < 200 => DivisionKind.Town,
            < 400 => DivisionKind.Township,
            < 600 => DivisionKind.EnterpriseRun,
            _ => DivisionKind.Unknown,
        },
        GridLevel.Community => (_value % OfStreet) switch
        {
            < 200 => DivisionKind.ResidentsCommittee,
            < 400 => DivisionKind.VillagersCommittee,
            < 600 => DivisionKind.CommunityLike,
            _ => DivisionKind.Unknown,
        },
        _ => DivisionKind.Unknown,
    };

    /// <summary>The first six digits as a number, zeros where the level is above a county: 440300 for 4403.</summary>
    public int SixDigits => (int)(_value / OfDistrict);

    internal long TwelveDigits => _value;

    /// <summary>Whether another division lies in this one or is this one. The default value contains nothing.</summary>
    /// <param name="other">The other division.</param>
    public bool Contains(DivisionCode other)
    {
        var unit = Level switch
        {
            GridLevel.Community => 1,
            GridLevel.Street => OfStreet,
            GridLevel.District => OfDistrict,
            GridLevel.City => OfCity,
            GridLevel.Province => OfProvince,
            _ => 0,
        };
        return unit != 0 && _value / unit == other._value / unit;
    }

    /// <summary>
    /// The division of a level that this one lies in, itself included; null if there is none: the level is deeper, or it
    /// is the county of a city without counties.
    /// </summary>
    /// <param name="level">The level, province to community.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is none of a division.</exception>
    public DivisionCode? At(GridLevel level)
    {
        if (level is < GridLevel.Province or > GridLevel.Community)
            throw new ArgumentOutOfRangeException(nameof(level), level, "Divisions have the levels province to community.");
        DivisionCode? at = this;
        while (at is { } division && division.Level > level)
            at = division.Parent;
        return at is { } found && found.Level == level ? found : null;
    }

    internal static DivisionCode FromTwelveDigits(long twelve) => new(twelve);

    /// <summary>Whether twelve digits can be a division; else the reason and the first digit of the wrong part.</summary>
    internal static ParseReason Check(long twelve, out int index)
    {
        index = 0;
        if (!IsProvince((int)(twelve / OfProvince)))
            return ParseReason.Province;
        var (city, district, street, community) =
            (twelve / OfCity % 100, twelve / OfDistrict % 100, twelve / OfStreet % 1000, twelve % OfStreet);
        index = 2;
        if (city == 0 && (district | street | community) != 0)
            return ParseReason.Gap;
        index = 6;
        return street == 0 && community != 0 ? ParseReason.Gap : ParseReason.None;
    }

    /// <summary>Whether two digits are a province in use.</summary>
    internal static bool IsProvince(int two)
    {
        // Bit n stands for the code n, then n + 64.
        const ulong low = (0x1FUL << 11) | (0x7UL << 21) | (0x7FUL << 31) | (0x3FUL << 41) | (0x1FUL << 50) | (0x7UL << 61);
        const ulong high = (0x3UL << 0) | (1UL << (71 - 64)) | (0x7UL << (81 - 64));
        return (((two & 64) == 0 ? low : high) >> (two & 63) & 1) != 0;
    }

    static int IFoldedIdentifier<DivisionCode>.MaxLength => 12;

    static ParseReason IFoldedIdentifier<DivisionCode>.Read(ReadOnlySpan<byte> folded, out DivisionCode value, out int index)
    {
        value = default;
        index = Digits.FirstOther(folded);
        if (index >= 0)
            return ParseReason.Character;
        index = Math.Min(folded.Length, 12);
        long unit = folded.Length switch { 2 => OfProvince, 4 => OfCity, 6 => OfDistrict, 9 => OfStreet, 12 => 1, _ => 0 };
        if (unit == 0)
            return ParseReason.Length;
        var twelve = Digits.Read(folded) * unit;
        var reason = Check(twelve, out index);
        if (reason == ParseReason.None)
            value = new(twelve);
        return reason;
    }

    int IFoldedIdentifier<DivisionCode>.Write(Span<byte> destination, ReadOnlySpan<char> format)
    {
        var length = Level switch
        {
            GridLevel.Province => 2,
            GridLevel.City => 4,
            GridLevel.District => 6,
            GridLevel.Street => 9,
            GridLevel.Community => 12,
            _ => 0,
        };
        switch (format)
        {
            case "" or "G":
                break;
            case "S":
                length = Math.Sign(length) * 12;
                break;
            default:
                return -1;
        }

        Span<byte> digits = stackalloc byte[12];
        Digits.Write(_value, digits);
        digits[..length].CopyTo(destination);
        return length;
    }

    private long OrderKey => _value;
}
