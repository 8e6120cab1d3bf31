using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GridGov;

/// <summary>Sixteen bytes times sixteen weights. For little-endian machines.</summary>
internal static class ByteLanes
{
    /// <summary>The products of neighbours added up: eight sums, which have to fit 15 bits.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="weights">The weights, none negative.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ushort> MultiplyAdd(Vector128<byte> bytes, Vector128<sbyte> weights)
    {
        if (Ssse3.IsSupported)
            return Ssse3.MultiplyAddAdjacent(bytes, weights).AsUInt16();
        var (pairs, weightPairs) = (bytes.AsUInt16(), weights.AsUInt16());
        var low = Vector128.Create((ushort)0xFF);
        return ((pairs & low) * (weightPairs & low)) + ((pairs >> 8) * (weightPairs >> 8));
    }
}
