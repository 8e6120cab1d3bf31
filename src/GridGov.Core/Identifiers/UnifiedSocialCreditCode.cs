using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>
/// The unified social credit code of an organisation (统一社会信用代码, GB 32100-2015). Immutable and thread-safe; 16 bytes.
/// </summary>
/// <remarks>
/// 18 characters of 0 to 9 and A to Y without I, O, S, V: department and category (one character each), the division of
/// registration (6 digits), organisation code (9, of which the last is its own check character: GB 11714, MOD 11), check
/// character (MOD 31). Both checks have to hold. The outer one catches every wrong character and every swap of two
/// neighbours. The inner one alone does not tell apart characters whose values differ by eleven, such as 0 and B.
/// Department and category may be any of the characters: the known departments (1, 5, 9, Y and others) are a table that
/// grows. The division may be any six digits: national registers write 100000, which is no division of GB/T 2260 (from
/// memory). I, O, S, V and Z are refused and never read as 1, 0, 5 or 2.
/// Format <c>O</c> writes the nine characters of the organisation code (组织机构代码). Rules and weights come from secondary
/// sources; they agree with the codes of known organisations.
/// </remarks>
[JsonConverter(typeof(IdentifierJsonConverter<UnifiedSocialCreditCode>))]
public readonly partial record struct UnifiedSocialCreditCode : IIdentifier<UnifiedSocialCreditCode>, IFoldedIdentifier<UnifiedSocialCreditCode>
{
    private const int Length = 18;

    // Five bits a character: the first eight, then the next nine with a bit on top that the default value lacks. The
    // last character follows from them.
    private readonly ulong _head;
    private readonly ulong _tail;

    private UnifiedSocialCreditCode(ulong head, ulong tail) => (_head, _tail) = (head, tail);

    /// <summary>The department of registration (登记管理部门), for instance 9 for market regulation; NUL for the default value.</summary>
    public char Department => IsDefault ? '\0' : (char)CreditCodeScan.Alphabet[(int)(_head >> 35)];

    /// <summary>The category within the department (机构类别), for instance 1 for enterprises under 9; NUL for the default value.</summary>
    public char Category => IsDefault ? '\0' : (char)CreditCodeScan.Alphabet[(int)(_head >> 30) & 31];

    /// <summary>The division of registration as it was coded then; null if the six digits are no division, such as 100000.</summary>
    public DivisionCode? Division
    {
        get
        {
            if (IsDefault)
                return null;
            Span<byte> text = stackalloc byte[Length];
            CreditCodeScan.Write(_head, _tail, text);
            var twelve = Digits.Read(text[2..8]) * 1_000_000;
            return DivisionCode.Check(twelve, out _) == ParseReason.None ? DivisionCode.FromTwelveDigits(twelve) : null;
        }
    }

    private bool IsDefault => _tail == 0;

    static int IFoldedIdentifier<UnifiedSocialCreditCode>.MaxLength => Length;

    static ParseReason IFoldedIdentifier<UnifiedSocialCreditCode>.Read(ReadOnlySpan<byte> folded, out UnifiedSocialCreditCode value, out int index)
    {
        value = default;
        for (index = 0; index < Math.Min(folded.Length, Length); index++)
        {
            var value31 = CreditCodeScan.ValueOf(folded[index]);
            if (value31 < 0 || (value31 > 9 && index is >= 2 and < 8))
                return ParseReason.Character;
        }

        if (folded.Length != Length)
            return ParseReason.Length;
        index = 16;
        if (folded[index] != CreditCodeScan.InnerCheck(folded[8..16]))
            return ParseReason.InnerCheck;
        index = 17;
        if (folded[index] != CreditCodeScan.OuterCheck(folded[..17]))
            return ParseReason.Check;
        CreditCodeScan.Pack(folded, out var head, out var tail);
        value = new(head, tail);
        return ParseReason.None;
    }

    int IFoldedIdentifier<UnifiedSocialCreditCode>.Write(Span<byte> destination, ReadOnlySpan<char> format)
    {
        if (format is not ("" or "G" or "O"))
            return -1;
        if (IsDefault)
            return 0;
        CreditCodeScan.Write(_head, _tail, destination[..Length]);
        if (format is not "O")
            return Length;
        destination[8..17].CopyTo(destination);
        return 9;
    }

    private (ulong, ulong) OrderKey => (_head, _tail);
}
