using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GridGov;

/// <summary>
/// A code as 64 bits. Up to 16 ASCII digits are packed four bits each, from the left, as digit + 1: the key is the
/// code, and the order of keys is the ordinal order of codes. Any other text has a hash behind four set bits, which
/// no packed code has; equal hashes need a comparison of the texts. The hash is fixed, the same in every process.
/// </summary>
internal static class CodeKey
{
    private const ulong Hashed = 0xFul << 60;
    private const ulong Zeros = 0x0030_0030_0030_0030;
    private const ulong TopBits = 0x8000_8000_8000_8000;
    private const ulong AboveNine = 0x7FF6_7FF6_7FF6_7FF6;
    private const ulong Ones = 0x0001_0001_0001_0001;

    // Moves the low four bits of the four characters side by side into the top 16 bits, the first character first.
    private const ulong Gather = (1ul << 60) | (1ul << 40) | (1ul << 20) | 1;

    /// <summary>The key, or 0 for a text that cannot be a code because of its length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ReadOnlySpan<char> code)
    {
        if ((uint)(code.Length - 1) >= 16)
            return code.Length is 0 or > TextId.MaxLength ? 0 : HashOf(code);
        var key = 0ul;
        var i = 0;
        if (BitConverter.IsLittleEndian)
        {
            for (; i + 4 <= code.Length; i += 4)
            {
                var digits = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref MemoryMarshal.GetReference(code), i))) - Zeros;
                if (((digits | (digits + AboveNine)) & TopBits) != 0)
                    return HashOf(code);
                key = (key << 16) | (((digits + Ones) * Gather) >> 48);
            }
        }

        for (; i < code.Length; i++)
        {
            var digit = (uint)(code[i] - '0');
            if (digit > 9)
                return HashOf(code);
            key = (key << 4) | (digit + 1);
        }

        return key << (64 - (4 * code.Length));
    }

    /// <summary>Whether the key is the code itself.</summary>
    public static bool IsCode(ulong key) => key < Hashed;

    /// <summary>The first slot to look at, spread evenly over all slots.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Slot(ulong key, int slots)
    {
        key = (key ^ (key >> 32)) * 0x9E37_79B9_7F4A_7C15;
        key = (key ^ (key >> 29)) * 0xBF58_476D_1CE4_E5B9;
        return (int)(((key >> 32) * (ulong)slots) >> 32);
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
