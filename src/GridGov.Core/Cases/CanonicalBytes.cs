using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace GridGov;

/// <summary>
/// Builds the canonical form: little-endian integers; texts as byte length and UTF-8, null as length −1;
/// instants as 100 ns ticks since 1970-01-01 UTC, null as the least 64-bit integer.
/// </summary>
internal ref struct CanonicalBytes : IDisposable
{
    private byte[] _buffer;
    private int _length;

    public CanonicalBytes()
    {
        _buffer = ArrayPool<byte>.Shared.Rent(1024);
        _length = 0;
    }

    public readonly ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <summary>Begins again, in the same memory.</summary>
    public void Clear() => _length = 0;

    public void Magic(ReadOnlySpan<byte> magic) => magic.CopyTo(Next(magic.Length));

    public void Hash(Hash256 hash) => hash.CopyTo(Next(Hash256.Size));

    public void Int32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Next(4), value);

    public void Int64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Next(8), value);

    /// <summary>Writes the bits of a finite number; minus zero is written as zero, which it equals.</summary>
    public void Double(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Next(8), value == 0 ? 0.0 : value);

    public void Instant(DateTimeOffset? value) => Int64(value is { } at ? at.UtcTicks - DateTime.UnixEpoch.Ticks : long.MinValue);

    /// <summary>Writes a text; half a surrogate pair is refused, since its replacement would hide a change.</summary>
    /// <exception cref="EncoderFallbackException">The text is not valid Unicode.</exception>
    public void Text(string? value)
    {
        if (value is null)
        {
            Int32(-1);
            return;
        }

        // Three bytes are the most that one UTF-16 unit becomes.
        Room(checked(4 + (3 * value.Length)));
        var room = _buffer.AsSpan(_length + 4);
        if (Ascii.FromUtf16(value, room, out var size) != OperationStatus.Done
            && Utf8.FromUtf16(value, room, out _, out size, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            throw new EncoderFallbackException("The text holds half a surrogate pair.");
        }

        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(_length), size);
        _length += 4 + size;
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private Span<byte> Next(int size)
    {
        Room(size);
        var next = _buffer.AsSpan(_length, size);
        _length += size;
        return next;
    }

    private void Room(int size)
    {
        if (_length + size > _buffer.Length)
            Grow(size);
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, checked(_length + size)));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
