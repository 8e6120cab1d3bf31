using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GridGov;

/// <summary>Eighteen characters at once: the length of the two identifiers that are read most.</summary>
internal static class PlainText
{
    public const int Length = 18;

    /// <summary>The first sixteen characters as bytes; one that does not fit becomes 255, which no identifier has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Load(ReadOnlySpan<char> eighteen)
    {
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(eighteen));
        return Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref first), Vector128.LoadUnsafe(ref first, 8));
    }

    /// <summary>The first sixteen bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Load(ReadOnlySpan<byte> eighteen) => Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(eighteen));

    /// <summary>Tells why eighteen plain characters are refused, without the folding; false if they are not plain.</summary>
    public static bool TryRefuse<T>(Vector128<byte> sixteen, int seventeenth, int last, out T value, out ParseError error)
        where T : struct, IFoldedIdentifier<T>
    {
        value = default;
        error = default;
        var isDigit = Vector128.LessThanOrEqual(sixteen - Vector128.Create((byte)'0'), Vector128.Create((byte)9));
        var isLetter = Vector128.LessThanOrEqual(sixteen - Vector128.Create((byte)'A'), Vector128.Create((byte)25));
        if ((isDigit | isLetter) != Vector128<byte>.AllBitsSet || !IsPlain(seventeenth) || !IsPlain(last))
            return false;
        Span<byte> plain = stackalloc byte[Length];
        sixteen.StoreUnsafe(ref MemoryMarshal.GetReference(plain));
        plain[16] = (byte)seventeenth;
        plain[17] = (byte)last;
        return !IdentifierText.TryReadPlain(plain, out value, out error);
    }

    private static bool IsPlain(int c) => char.IsAsciiDigit((char)c) || char.IsAsciiLetterUpper((char)c);
}
