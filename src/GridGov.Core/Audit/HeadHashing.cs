using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace GridGov;

/// <summary>Keys, leaves and nodes of the tree over the heads of all cases; the form is in <c>docs/log-format.md</c>.</summary>
internal static class HeadHashing
{
    /// <summary>Room for the key of any case: 64 UTF-16 units and the end.</summary>
    public const int KeyRoom = (3 * TextId.MaxLength) + 1;

    private const byte LeafMark = 0;
    private const byte NodeMark = 1;

    /// <summary>The UTF-8 of a case's number and a zero byte, which no number holds: no key begins another.</summary>
    public static ReadOnlySpan<byte> KeyOf(CaseId id, Span<byte> room)
    {
        var size = Encoding.UTF8.GetBytes(id.Value, room);
        room[size] = 0;
        return room[..(size + 1)];
    }

    /// <summary>The first bit in which two keys differ, counted from the most significant of the first byte; −1 for equal keys.</summary>
    public static int FirstDifference(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var same = a.CommonPrefixLength(b);
        return same == a.Length || same == b.Length
            ? -1
            : (8 * same) + BitOperations.LeadingZeroCount((uint)(a[same] ^ b[same]) << 24);
    }

    /// <summary>A bit of a key; zero beyond its end.</summary>
    public static bool BitOf(ReadOnlySpan<byte> key, int bit) => bit >> 3 < key.Length && (key[bit >> 3] & (0x80 >> (bit & 7))) != 0;

    public static Hash256 Leaf(in CaseHead head)
    {
        Span<byte> bytes = stackalloc byte[1 + 4 + KeyRoom + 4 + Hash256.Size];
        bytes[0] = LeafMark;
        var size = Encoding.UTF8.GetBytes(head.Case.Value, bytes[5..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[1..], size);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[(5 + size)..], head.Version);
        head.Hash.CopyTo(bytes[(9 + size)..]);
        return Digest.Of(bytes[..(9 + size + Hash256.Size)]);
    }

    public static Hash256 Node(int bit, Hash256 left, Hash256 right)
    {
        Span<byte> bytes = stackalloc byte[1 + 4 + (2 * Hash256.Size)];
        bytes[0] = NodeMark;
        BinaryPrimitives.WriteInt32LittleEndian(bytes[1..], bit);
        left.CopyTo(bytes[5..]);
        right.CopyTo(bytes[(5 + Hash256.Size)..]);
        return Digest.Of(bytes);
    }
}
