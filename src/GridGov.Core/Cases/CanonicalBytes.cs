using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace GridGov;

/// <summary>
/// Builds the canonical form: little-endian integers; texts as byte length and UTF-8, null as length −1;
/// instants as 100 ns ticks since 1970-01-01 UTC, null as the least 64-bit integer.
/// </summary>
internal sealed class CanonicalBytes : IDisposable
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(512);
    private int _length;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public void Magic(ReadOnlySpan<byte> magic) => magic.CopyTo(Next(magic.Length));

    public void Hash(Hash256 hash) => hash.CopyTo(Next(Hash256.Size));

    public void Int32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Next(4), value);

    /// <summary>Writes the bits of a finite number; minus zero is written as zero, which it equals.</summary>
    public void Double(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Next(8), value == 0 ? 0.0 : value);

    public void Instant(DateTimeOffset? value) => BinaryPrimitives.WriteInt64LittleEndian(
        Next(8), value is { } at ? at.UtcTicks - DateTime.UnixEpoch.Ticks : long.MinValue);

    /// <summary>Writes a text; half a surrogate pair is refused, since its replacement would hide a change.</summary>
    /// <exception cref="EncoderFallbackException">The text is not valid Unicode.</exception>
    public void Text(string? value)
    {
        if (value is null)
        {
            Int32(-1);
            return;
        }

        var size = Strict.GetByteCount(value);
        Int32(size);
        Strict.GetBytes(value, Next(size));
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private Span<byte> Next(int size)
    {
        if (_length + size > _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + size));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        var next = _buffer.AsSpan(_length, size);
        _length += size;
        return next;
    }
}
