using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>
/// The code of one component (部件标识码): division, major class, minor class, number. Immutable and thread-safe; eight
/// bytes.
/// </summary>
/// <remarks>
/// Read are 17 digits (GB/T 47678.5-2026: 6 + 2 + 3 + 6) and the older 16 (the GB/T 30428.2-2013 line: 6 + 2 + 2 + 6);
/// both layouts come from secondary sources. The two are different codes and are not converted: which minor class
/// became which is the matter of a crosswalk. Classes and numbers that are zero are refused: inferred, as no table
/// has a class 00 and the examples count from one. Whether a class exists is asked of its code system, not here.
/// </remarks>
[JsonConverter(typeof(IdentifierJsonConverter<ComponentCode>))]
public readonly partial record struct ComponentCode : IIdentifier<ComponentCode>, IFoldedIdentifier<ComponentCode>
{
    private const long Numbers = 1_000_000;

    // Seventeen digits, the older form with a zero at its end, times two, plus one for the current form: ordinal order.
    private readonly long _key;

    private ComponentCode(long digits, bool isLegacy) => _key = isLegacy ? digits * 20 : (digits * 2) + 1;

    /// <summary>Whether it is the older form of 16 digits.</summary>
    public bool IsLegacy => _key != 0 && (_key & 1) == 0;

    /// <summary>The division, of district level or above.</summary>
    public DivisionCode Division => DivisionCode.FromTwelveDigits(_key / 2 / 100_000_000_000 * 1_000_000);

    /// <summary>The major class (大类), 1 to 99; 0 for the default value.</summary>
    public int Major => (int)(_key / 2 / 1_000_000_000 % 100);

    /// <summary>The minor class (小类), 1 to 999, or to 99 in the older form; 0 for the default value.</summary>
    public int Minor => (int)(IsLegacy ? Value / Numbers % 100 : Value / Numbers % 1000);

    /// <summary>The number of the component within division and class, 1 to 999,999; 0 for the default value.</summary>
    public int Sequence => (int)(Value % Numbers);

    private long Value => IsLegacy ? _key / 20 : _key / 2;

    /// <summary>The class as its code system writes it: five digits, or four in the older form. Allocates.</summary>
    /// <exception cref="InvalidOperationException">It is the default value, which has no class.</exception>
    public ClassCode ToClassCode() => _key == 0
        ? throw new InvalidOperationException("The default value is no component and has no class.")
        : new(Digits.Text(Major, 2) + Digits.Text(Minor, IsLegacy ? 2 : 3));

    /// <summary>Makes a code of 17 digits.</summary>
    /// <param name="division">A division of province to district level.</param>
    /// <param name="major">The major class, 1 to 99.</param>
    /// <param name="minor">The minor class, 1 to 999.</param>
    /// <param name="sequence">The number, 1 to 999,999.</param>
    /// <exception cref="ArgumentException">The division is the default value or lies below a district.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static ComponentCode Create(DivisionCode division, int major, int minor, int sequence)
    {
        if (division.Level is < GridLevel.Province or > GridLevel.District)
            throw new ArgumentException("A component code begins with a division of province to district level.", nameof(division));
        Check(major, 99, nameof(major));
        Check(minor, 999, nameof(minor));
        Check(sequence, 999_999, nameof(sequence));
        return new((((division.SixDigits * 100L) + major) * 1000 + minor) * Numbers + sequence, isLegacy: false);
    }

    static int IFoldedIdentifier<ComponentCode>.MaxLength => 17;

    static ParseReason IFoldedIdentifier<ComponentCode>.Read(ReadOnlySpan<byte> folded, out ComponentCode value, out int index)
    {
        value = default;
        index = Digits.FirstOther(folded);
        if (index >= 0)
            return ParseReason.Character;
        index = Math.Min(folded.Length, 17);
        if (folded.Length is not (16 or 17))
            return ParseReason.Length;
        var reason = DivisionCode.Check(Digits.Read(folded[..6]) * 1_000_000, out index);
        if (reason != ParseReason.None)
            return reason;
        var numberAt = folded.Length - 6;
        index = Digits.Read(folded[6..8]) == 0 ? 6
            : Digits.Read(folded[8..numberAt]) == 0 ? 8
            : Digits.Read(folded[numberAt..]) == 0 ? numberAt
            : -1;
        if (index >= 0)
            return ParseReason.Zero;
        value = new(Digits.Read(folded), folded.Length == 16);
        return ParseReason.None;
    }

    int IFoldedIdentifier<ComponentCode>.Write(Span<byte> destination, ReadOnlySpan<char> format)
    {
        if (format is not ("" or "G"))
            return -1;
        var length = _key == 0 ? 0 : IsLegacy ? 16 : 17;
        Digits.Write(Value, destination[..length]);
        return length;
    }

    private long OrderKey => _key;

    private static void Check(int value, int max, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, max, name);
    }
}
