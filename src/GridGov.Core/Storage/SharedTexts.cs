using System.Buffers.Binary;
using System.Text;

namespace GridGov;

/// <summary>
/// Values made from texts that come again and again, by their UTF-8: bodies, steps and people of a city are few, and a log
/// names them in every entry. A fixed number of places; a newer text takes the place of an older one. For one thread.
/// </summary>
internal sealed class SharedTexts<T>(int places, Func<string, T> make)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Place[] _places = new Place[places];

    public T this[ReadOnlySpan<byte> utf8]
    {
        get
        {
            ref var place = ref _places[HashOf(utf8) & (uint)(_places.Length - 1)];
            if (place.Text is { } known && utf8.SequenceEqual(known))
                return place.Value;
            var value = make(Strict.GetString(utf8));

            // Long texts are remarks: they do not come again.
            if (utf8.Length <= 64)
                place = new() { Text = utf8.ToArray(), Value = value };
            return value;
        }
    }

    private static uint HashOf(ReadOnlySpan<byte> utf8)
    {
        ulong head, tail;
        if (utf8.Length >= 8)
        {
            head = BinaryPrimitives.ReadUInt64LittleEndian(utf8);
            tail = BinaryPrimitives.ReadUInt64LittleEndian(utf8[^8..]);
        }
        else
        {
            head = tail = 0;
            foreach (var b in utf8)
                head = (head << 8) | b;
        }

        var mixed = ((head ^ (ulong)utf8.Length) * 0x9E3779B97F4A7C15) ^ (tail * 0xC2B2AE3D27D4EB4F);
        return (uint)((mixed ^ (mixed >> 29)) >> 17);
    }

    private struct Place
    {
        public byte[]? Text;
        public T Value;
    }
}
