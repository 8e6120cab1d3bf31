using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GridGov;

/// <summary>
/// The arithmetic of credit codes, and the quick way for one that is written canonically. The quick way knows no
/// reasons: what it does not take goes the way of <see cref="IdentifierText"/>, which accepts the same codes and more.
/// </summary>
internal static class CreditCodeScan
{
    // Set in every packed tail, so that no code is the default value.
    private const ulong Present = 1UL << 63;

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

    /// <summary>Reads a canonical code; false if the characters are none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(Vector128<byte> sixteen, int inner, int check, out ulong head, out ulong tail)
    {
        head = tail = 0;
        var isDigit = Vector128.LessThanOrEqual(sixteen - Vector128.Create((byte)'0'), Vector128.Create((byte)9));
        var isLetter = Vector128.LessThanOrEqual(sixteen - Vector128.Create((byte)'A'), Vector128.Create((byte)('Y' - 'A')));
        var isLeftOut = Vector128.Equals(sixteen, Vector128.Create((byte)'I')) | Vector128.Equals(sixteen, Vector128.Create((byte)'O'))
            | Vector128.Equals(sixteen, Vector128.Create((byte)'S')) | Vector128.Equals(sixteen, Vector128.Create((byte)'V'));
        var letterPlaces = Vector128.Create((byte)255, 255, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255);
        var isGood = (isDigit | (isLetter & letterPlaces)) & ~isLeftOut;
        if (isGood != Vector128<byte>.AllBitsSet)
            return false;

        // A digit's value, or the letter's place in the alphabet of 26 plus ten; then less the left-out letters before it.
        var full = sixteen - Vector128.Create((byte)'0') - (isLetter & Vector128.Create((byte)('A' - '0' - 10)));
        var dense = full + Vector128.GreaterThan(sixteen, Vector128.Create((byte)'I')) + Vector128.GreaterThan(sixteen, Vector128.Create((byte)'O'))
            + Vector128.GreaterThan(sixteen, Vector128.Create((byte)'S')) + Vector128.GreaterThan(sixteen, Vector128.Create((byte)'V'));

        var innerSum = Vector128.Sum(Vector128.WidenUpper(full) * Vector128.Create((ushort)3, 7, 9, 10, 5, 8, 4, 2));
        if (InnerChecks[innerSum % 11] != inner)
            return false;

        // The inner check character is a digit or X; X stands at 29 in the alphabet.
        var last = inner == 'X' ? 29 : inner - '0';
        var (low, high) = Vector128.Widen(dense);
        var sum = Vector128.Sum(
            (low * Vector128.Create((ushort)1, 3, 9, 27, 19, 26, 16, 17)) + (high * Vector128.Create((ushort)20, 29, 25, 13, 8, 24, 10, 30)));
        if (OuterCheck(sum + (last * 28)) != check)
            return false;

        head = Join(dense.AsUInt64().ToScalar());
        tail = (Join(dense.AsUInt64().GetElement(1)) << 5) | (uint)last | Present;
        return true;
    }

    private static byte OuterCheck(int sum) => Alphabet[(31 - (sum % 31)) % 31];

    // Eight values of five bits, the first in the lowest byte, become forty bits with the first on top.
    private static ulong Join(ulong values)
    {
        values = BinaryPrimitives.ReverseEndianness(values);
        values = ((values >> 3) & 0x03E0_03E0_03E0_03E0) | (values & 0x001F_001F_001F_001F);
        values = ((values >> 6) & 0x000F_FC00_000F_FC00) | (values & 0x0000_03FF_0000_03FF);
        return ((values >> 12) & 0x0000_00FF_FFF0_0000) | (values & 0x0000_0000_000F_FFFF);
    }
}
