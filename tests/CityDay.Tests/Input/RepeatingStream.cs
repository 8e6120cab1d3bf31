using System.Text;

namespace CityDay.Tests.Input;

/// <summary>A head, one byte many times and a tail, without holding them.</summary>
internal sealed class RepeatingStream(string head, byte repeated, int times, string tail) : ReadOnlyStream
{
    private readonly byte[] _head = Encoding.UTF8.GetBytes(head);
    private readonly byte[] _tail = Encoding.UTF8.GetBytes(tail);
    private int _position;

    public bool IsConsumed => _position == _head.Length + times + _tail.Length;

    public override int Read(Span<byte> buffer)
    {
        int count = 0;
        while (count < buffer.Length && !IsConsumed)
            buffer[count++] = Next(_position++);
        return count;
    }

    private byte Next(int position)
    {
        if (position < _head.Length)
            return _head[position];

        return position < _head.Length + times ? repeated : _tail[position - _head.Length - times];
    }
}
