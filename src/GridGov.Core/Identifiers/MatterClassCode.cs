using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>
/// The code of a class of matters in one division (事项代码): division, major class, minor class; 6 + 2 + 3 digits. It
/// names a class, not a matter that happened. Immutable and thread-safe; eight bytes.
/// </summary>
/// <remarks>
/// The layout is that of GB/T 47678.5-2026, seen in a secondary source. Classes that are zero are refused: inferred, as
/// no table has them. Whether a class exists is asked of its code system, not here.
/// </remarks>
[JsonConverter(typeof(IdentifierJsonConverter<MatterClassCode>))]
public readonly partial record struct MatterClassCode : IIdentifier<MatterClassCode>, IFoldedIdentifier<MatterClassCode>
{
    // Eleven digits, zero for the default value.
    private readonly long _value;

    private MatterClassCode(long digits) => _value = digits;

    /// <summary>The division, of district level or above.</summary>
    public DivisionCode Division => DivisionCode.FromTwelveDigits(_value / 100_000 * 1_000_000);

    /// <summary>The major class (大类), 1 to 99; 0 for the default value.</summary>
    public int Major => (int)(_value / 1000 % 100);

    /// <summary>The minor class (小类), 1 to 999; 0 for the default value.</summary>
    public int Minor => (int)(_value % 1000);

    /// <summary>The class as its code system writes it: five digits. Allocates.</summary>
    /// <exception cref="InvalidOperationException">It is the default value, which has no class.</exception>
    public ClassCode ToClassCode() => _value == 0
        ? throw new InvalidOperationException("The default value has no class.")
        : new(Digits.Text((int)(_value % 100_000), 5));

    /// <summary>Makes a code.</summary>
    /// <param name="division">A division of province to district level.</param>
    /// <param name="major">The major class, 1 to 99.</param>
    /// <param name="minor">The minor class, 1 to 999.</param>
    /// <exception cref="ArgumentException">The division is the default value or lies below a district.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static MatterClassCode Create(DivisionCode division, int major, int minor)
    {
        if (division.Level is < GridLevel.Province or > GridLevel.District)
            throw new ArgumentException("A matter class code begins with a division of province to district level.", nameof(division));
        ArgumentOutOfRangeException.ThrowIfLessThan(major, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(major, 99);
        ArgumentOutOfRangeException.ThrowIfLessThan(minor, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minor, 999);
        return new((((division.SixDigits * 100L) + major) * 1000) + minor);
    }

    static int IFoldedIdentifier<MatterClassCode>.MaxLength => 11;

    static ParseReason IFoldedIdentifier<MatterClassCode>.Read(ReadOnlySpan<byte> folded, out MatterClassCode value, out int index)
    {
        value = default;
        index = Digits.FirstOther(folded);
        if (index >= 0)
            return ParseReason.Character;
        index = Math.Min(folded.Length, 11);
        if (folded.Length != 11)
            return ParseReason.Length;
        var reason = DivisionCode.Check(Digits.Read(folded[..6]) * 1_000_000, out index);
        if (reason != ParseReason.None)
            return reason;
        index = Digits.Read(folded[6..8]) == 0 ? 6 : Digits.Read(folded[8..]) == 0 ? 8 : -1;
        if (index >= 0)
            return ParseReason.Zero;
        value = new(Digits.Read(folded));
        return ParseReason.None;
    }

    int IFoldedIdentifier<MatterClassCode>.Write(Span<byte> destination, ReadOnlySpan<char> format)
    {
        if (format is not ("" or "G"))
            return -1;
        var length = _value == 0 ? 0 : 11;
        Digits.Write(_value, destination[..length]);
        return length;
    }

    private long OrderKey => _value;
}
