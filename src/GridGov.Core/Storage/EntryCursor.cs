using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace GridGov;

/// <summary>Reads canonical bytes from their beginning, strictly: what the library would not have written is refused.</summary>
internal ref struct EntryCursor(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> offsets)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly ReadOnlySpan<byte> _offsets = offsets;
    private int _at;
    private int _time;

    public readonly bool IsAtEnd => _at == _bytes.Length;

    /// <summary>Whether each time that was read had its offset, and no offset is left over.</summary>
    public readonly bool HasAllOffsets => _offsets.Length <= 2 || _offsets.Length == 2 * _time;

    public ReadOnlySpan<byte> Take(int size)
    {
        if ((uint)size > (uint)(_bytes.Length - _at))
            throw Bad("it ends too early");
        var taken = _bytes.Slice(_at, size);
        _at += size;
        return taken;
    }

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public bool Flag() => Int32() switch
    {
        0 => false,
        1 => true,
        _ => throw Bad("a flag is 0 or 1"),
    };

    public Hash256 Hash() => new(Take(Hash256.Size));

    /// <summary>The UTF-8 of a text; false for an absent one.</summary>
    public bool Text(out ReadOnlySpan<byte> utf8)
    {
        var size = Int32();
        utf8 = size == -1 ? default : Take(size);
        return size != -1;
    }

    public ReadOnlySpan<byte> Text() => Text(out var utf8) ? utf8 : throw Bad("a text is missing");

    public DateTimeOffset? OptionalInstant()
    {
        var ticks = BinaryPrimitives.ReadInt64LittleEndian(Take(8));
        if (ticks == long.MinValue)
            return null;
        var minutes = _offsets.Length switch
        {
            0 => (short)0,
            2 => BinaryPrimitives.ReadInt16LittleEndian(_offsets),
            _ when 2 * _time < _offsets.Length => BinaryPrimitives.ReadInt16LittleEndian(_offsets[(2 * _time)..]),
            _ => throw Bad("a time has no offset"),
        };
        _time++;
        const long lowest = -621_355_968_000_000_000, highest = 2_534_023_007_999_999_999;
        if (ticks is < lowest or > highest)
            throw Bad("a time is out of range");
        return new DateTimeOffset(ticks - lowest + (minutes * TimeSpan.TicksPerMinute), TimeSpan.FromTicks(minutes * TimeSpan.TicksPerMinute));
    }

    public DateTimeOffset Instant() => OptionalInstant() ?? throw Bad("a time is missing");

    public GeoPoint Point()
    {
        var system = Int32();
        var (x, y) = (Degrees(), Degrees());
        return (CoordinateSystem)system switch
        {
            CoordinateSystem.Wgs84 => GeoPoint.Wgs84(x, y),
            CoordinateSystem.Cgcs2000 => GeoPoint.Cgcs2000(x, y),
            CoordinateSystem.Gcj02 => GeoPoint.Gcj02(x, y),
            _ => throw Bad("a point has no known system"),
        };
    }

    public T Known<T>(int last, int first = 1)
        where T : struct, Enum
    {
        var value = Int32();
        if (value < first || value > last)
            throw Bad($"{value} is no {typeof(T).Name}");
        return Unsafe.SizeOf<T>() == 1 ? Unsafe.BitCast<byte, T>((byte)value) : Unsafe.BitCast<int, T>(value);
    }

    public static InvalidDataException Bad(string reason) => new($"These bytes are no stored entry: {reason}.");

    private double Degrees()
    {
        var value = BinaryPrimitives.ReadDoubleLittleEndian(Take(8));
        return value == 0 && double.IsNegative(value) ? throw Bad("minus zero is written as zero") : value;
    }
}
