namespace CityDay.Tests.Input;

/// <summary>Hands out at most so many bytes at a time, as a pipe may.</summary>
internal sealed class DripStream(byte[] bytes, int size) : ReadOnlyStream
{
    private int _position;

    public override int Read(Span<byte> buffer)
    {
        int count = Math.Min(Math.Min(size, buffer.Length), bytes.Length - _position);
        bytes.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
