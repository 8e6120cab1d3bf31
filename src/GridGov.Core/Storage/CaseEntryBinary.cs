using System.Buffers;
using System.Buffers.Binary;

namespace GridGov;

/// <summary>
/// The form in which stores keep an entry: its canonical bytes as they were hashed, its hash, and the offsets of its times,
/// which the canonical bytes do not have. Personal fields are not in it. Stateless; thread-safe. The form is in
/// <c>docs/log-format.md</c>; <see cref="CaseEntryReader"/> reads it.
/// </summary>
public static class CaseEntryBinary
{
    /// <summary>The version of the form; its first byte.</summary>
    public const byte Format = 1;

    internal const int HeadSize = 1 + 4 + Hash256.Size;

    /// <summary>Writes an entry.</summary>
    /// <param name="entry">The entry, sealed.</param>
    /// <param name="destination">Where the bytes go.</param>
    /// <exception cref="ArgumentException">A text of the entry is not valid Unicode, or a point of it is the default value.</exception>
    public static void Write(CaseEntry entry, IBufferWriter<byte> destination)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(destination);
        var bytes = new CanonicalBytes();
        try
        {
            CaseChain.Write(entry, entry.Previous, ref bytes);
            var canonical = bytes.Written;
            var offsets = new EntryOffsets(entry);
            var size = HeadSize + canonical.Length + offsets.Size;
            var room = destination.GetSpan(size);
            room[0] = Format;
            BinaryPrimitives.WriteInt32LittleEndian(room[1..], canonical.Length);
            entry.Hash.CopyTo(room[5..]);
            canonical.CopyTo(room[HeadSize..]);
            offsets.Write(room[(HeadSize + canonical.Length)..]);
            destination.Advance(size);
        }
        finally
        {
            bytes.Dispose();
        }
    }

    /// <summary>Finds the parts of a stored entry without reading it.</summary>
    /// <param name="stored">What <see cref="Write"/> wrote.</param>
    /// <param name="canonical">The canonical bytes.</param>
    /// <param name="hash">The hash that was stored beside them.</param>
    /// <returns>Whether it is of this form; what the parts hold is not looked at.</returns>
    public static bool TrySplit(ReadOnlySpan<byte> stored, out ReadOnlySpan<byte> canonical, out Hash256 hash)
    {
        canonical = default;
        hash = default;
        if (stored.Length < HeadSize + 2 || stored[0] != Format)
            return false;
        var length = BinaryPrimitives.ReadInt32LittleEndian(stored[1..]);
        if (length < 0 || length > stored.Length - HeadSize - 2)
            return false;
        canonical = stored.Slice(HeadSize, length);
        hash = new(stored.Slice(5, Hash256.Size));
        return true;
    }
}
