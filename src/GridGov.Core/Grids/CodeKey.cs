using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GridGov;

/// <summary>
/// A code as 64 bits. Up to 16 ASCII digits are packed four bits each, from the left, as digit + 1: the key is the
/// code, and the order of keys is the ordinal order of codes. Any other text has a hash behind four set bits, which
/// no packed code has; equal hashes need a comparison of the texts. The hash is fixed, the same in every process.
/// </summary>
internal static class CodeKey
{
    private const ulong Hashed = 0xFul << 60;

    /// <summary>The key, or 0 for a text that cannot be a code because of its length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ReadOnlySpan<char> code) =>
        (uint)(code.Length - 8) <= 8 && BitConverter.IsLittleEndian ? OfEightOrMore(code) : OfAny(code);

    /// <summary>Whether the key is the code itself.</summary>
    public static bool IsCode(ulong key) => key < Hashed;

    // Eight to sixteen: the first eight characters and the last eight, which may overlap.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong OfEightOrMore(ReadOnlySpan<char> code)
    {
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(code));
        var digits = Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref first), Vector128.LoadUnsafe(ref first, (nuint)code.Length - 8))
            - Vector128.Create((byte)'0');
        if (Vector128.GreaterThanAny(digits, Vector128.Create((byte)9)))
            return HashOf(code);
        var pairs = (digits + Vector128<byte>.One).AsUInt16();
        var packed = BinaryPrimitives.ReverseEndianness(
            Vector128.Narrow(((pairs << 4) | (pairs >> 8)) & Vector128.Create((ushort)0xFF), Vector128<ushort>.Zero).AsUInt64().ToScalar());
        return (packed & 0xFFFF_FFFF_0000_0000) | ((packed & 0xFFFF_FFFF) << (64 - (4 * code.Length)));
    }

    private static ulong OfAny(ReadOnlySpan<char> code)
    {
        if ((uint)(code.Length - 1) >= 16)
            return code.Length is 0 or > TextId.MaxLength ? 0 : HashOf(code);
        var key = 0ul;
        foreach (var c in code)
        {
            var digit = (uint)(c - '0');
            if (digit > 9)
                return HashOf(code);
            key = (key << 4) | (digit + 1);
        }

        return key << (64 - (4 * code.Length));
    }

    private static ulong HashOf(ReadOnlySpan<char> code)
    {
        var hash = (ulong)code.Length;
        foreach (var c in code)
        {
            hash = (hash ^ c) * 0x9FB2_1C65_1E98_DF25;
            hash ^= hash >> 32;
        }

        return hash | Hashed;
    }
}
