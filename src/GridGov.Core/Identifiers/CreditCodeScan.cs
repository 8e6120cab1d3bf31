using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GridGov;

/// <summary>
/// The arithmetic of credit codes, and the quick way for one that is written canonically, right or mistyped. Where a
/// character is not of the alphabet, <see cref="IdentifierText"/> reads on, which accepts the same codes and more.
/// </summary>
internal static class CreditCodeScan
{
    // Set in every packed tail, so that no code is the default value.
    private const ulong Present = 1UL << 63;

    // The value of the letter X.
    private const uint X = 29;

    public static ReadOnlySpan<byte> Alphabet => "0123456789ABCDEFGHJKLMNPQRTUWXY"u8;

    private static ReadOnlySpan<byte> OuterWeights => [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    private static ReadOnlySpan<byte> InnerWeights => [3, 7, 9, 10, 5, 8, 4, 2];

    private static ReadOnlySpan<byte> InnerChecks => "0X987654321"u8;

    /// <summary>The place of a character in the alphabet, or −1.</summary>
    public static int ValueOf(byte c)
    {
        if (c is >= (byte)'0' and <= (byte)'9')
            return c - '0';
        if (c is < (byte)'A' or > (byte)'Y' or (byte)'I' or (byte)'O' or (byte)'S' or (byte)'V')
            return -1;
        var leftOut = (c > 'I' ? 1 : 0) + (c > 'O' ? 1 : 0) + (c > 'S' ? 1 : 0) + (c > 'V' ? 1 : 0);
        return c - 'A' + 10 - leftOut;
    }

    public static byte OuterCheck(ReadOnlySpan<byte> seventeen)
    {
        var sum = 0;
        for (var i = 0; i < seventeen.Length; i++)
            sum += ValueOf(seventeen[i]) * OuterWeights[i];
        return OuterCheck(sum);
    }

    public static byte InnerCheck(ReadOnlySpan<byte> eight)
    {
        var sum = 0;
        for (var i = 0; i < eight.Length; i++)
            sum += (eight[i] <= '9' ? eight[i] - '0' : eight[i] - 'A' + 10) * InnerWeights[i];
        return InnerChecks[sum % 11];
    }

    public static void Pack(ReadOnlySpan<byte> code, out ulong head, out ulong tail)
    {
        head = 0;
        tail = 0;
        foreach (var c in code[..8])
            head = (head << 5) | (uint)ValueOf(c);
        foreach (var c in code[8..17])
            tail = (tail << 5) | (uint)ValueOf(c);
        tail |= Present;
    }

    public static void Write(ulong head, ulong tail, Span<byte> destination)
    {
        for (var i = 7; i >= 0; i--, head >>= 5)
            destination[i] = Alphabet[(int)(head & 31)];
        for (var i = 16; i >= 8; i--, tail >>= 5)
            destination[i] = Alphabet[(int)(tail & 31)];
        destination[17] = OuterCheck(destination[..17]);
    }

    /// <summary>Reads a code of the alphabet's characters.</summary>
    /// <returns>
    /// <see cref="ParseReason.None"/>, or which check does not hold; <see cref="ParseReason.Character"/> if a character
    /// is not of the alphabet or not of this place, whatever else is wrong.
    /// </returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ParseReason Read(Vector128<byte> sixteen, int seventeenth, int last, out ulong head, out ulong tail)
    {
        head = tail = 0;
        var values = ValuesOf(sixteen);
        var greatest = Vector128.Create((byte)30, 30, 9, 9, 9, 9, 9, 9, 30, 30, 30, 30, 30, 30, 30, 30);
        var (inner, check) = (PlainValueOf(seventeenth), PlainValueOf(last));
        if (Vector128.GreaterThanAny(values, greatest) || (inner | check) > 31)
            return ParseReason.Character;

        // The organisation code has letters by their places among 26, and an X for ten as its check character.
        var isLetter = Vector128.GreaterThan(sixteen, Vector128.Create((byte)'9'));
        var full = sixteen - Vector128.Create((byte)'0') - (isLetter & Vector128.Create((byte)('A' - '0' - 10)));
        var innerSums = ByteLanes.MultiplyAdd(full, Vector128.Create(0, 0, 0, 0, 0, 0, 0, 0, 3, 7, 9, 10, 5, 8, 4, 2));
        var elevenths = inner == X ? 10 : inner;
        if (elevenths > 10 | inner == 10 | !IsMultipleOf11(SumOf(innerSums.AsUInt64().GetElement(1)) + elevenths))
            return ParseReason.InnerCheck;

        var sums = ByteLanes.MultiplyAdd(values, Vector128.Create(1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30)).AsUInt64();
        if (!IsMultipleOf31(SumOf(sums.ToScalar() + sums.GetElement(1)) + (inner * 28) + check))
            return ParseReason.Check;

        var packed = Pack(values);
        head = packed.ToScalar();
        tail = (packed.GetElement(1) << 5) | inner | Present;
        return ParseReason.None;
    }

    // By the upper half of a byte, which is 3, 4 or 5, one of three rows of the alphabet; 255 for what is in none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> ValuesOf(Vector128<byte> text)
    {
        var low = text & Vector128.Create((byte)0x0F);
        var digits = Vector128.ShuffleNative(Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 255, 255, 255, 255, 255, 255), low);
        var fromA = Vector128.ShuffleNative(Vector128.Create((byte)255, 10, 11, 12, 13, 14, 15, 16, 17, 255, 18, 19, 20, 21, 22, 255), low);
        var fromP = Vector128.ShuffleNative(Vector128.Create((byte)23, 24, 25, 255, 26, 27, 255, 28, 29, 30, 255, 255, 255, 255, 255, 255), low);
        var values = Vector128.ConditionalSelect(Vector128.GreaterThan(text, Vector128.Create((byte)0x3F)), fromA, digits);
        values = Vector128.ConditionalSelect(Vector128.GreaterThan(text, Vector128.Create((byte)0x4F)), fromP, values);
        return values | Vector128.GreaterThan(text - Vector128.Create((byte)0x30), Vector128.Create((byte)0x2F));
    }

    private static uint PlainValueOf(int c) => (uint)(c - '0') < (uint)PlainValues.Length ? PlainValues[c - '0'] : 255u;

    // From 0 to Y.
    private static ReadOnlySpan<byte> PlainValues =>
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 255, 255, 255, 255, 255, 255, 255,
        10, 11, 12, 13, 14, 15, 16, 17, 255, 18, 19, 20, 21, 22, 255, 23, 24, 25, 255, 26, 27, 255, 28, 29, 30,
    ];

    // Four sums side by side; together they stay below 16 bits.
    private static uint SumOf(ulong four) => (uint)((four * 0x0001_0001_0001_0001) >> 48);

    // An odd divisor's inverse turns its multiples, and no other numbers, into the small quotients.
    private static bool IsMultipleOf11(uint sum) => sum * 0xBA2E_8BA3 <= uint.MaxValue / 11;

    private static bool IsMultipleOf31(uint sum) => sum * 0xBDEF_7BDF <= uint.MaxValue / 31;

    private static byte OuterCheck(int sum) => Alphabet[(31 - (sum % 31)) % 31];

    // Eight values of five bits in each half, the first in the lowest byte, become forty bits with the first on top.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Pack(Vector128<byte> values)
    {
        var twos = ByteLanes.MultiplyAdd(values, Vector128.Create(32, 1, 32, 1, 32, 1, 32, 1, 32, 1, 32, 1, 32, 1, 32, 1)).AsUInt32();
        var fours = (((twos << 10) | (twos >> 16)) & Vector128.Create(0xF_FFFFu)).AsUInt64();
        return ((fours << 20) | (fours >> 32)) & Vector128.Create(0xFF_FFFF_FFFFul);
    }
}
