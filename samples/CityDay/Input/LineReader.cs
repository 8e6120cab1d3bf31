using System.Buffers;
using System.Globalization;
using System.Text.Unicode;

namespace CityDay.Input;

/// <summary>
/// Cuts a stream into physical lines and decodes each on its own, so that a fault costs one line.
/// Holds two fixed buffers however long the lines are. For one thread.
/// </summary>
internal sealed class LineReader(Stream stream, string fileName)
{
    public const int MaxLength = 65_536;

    private readonly byte[] _bytes = new byte[16 * 1024];

    // Room for the longest line, a byte order mark and a carriage return.
    private readonly char[] _chars = new char[MaxLength + 2];

    private int _start;
    private int _end;
    private int _from;
    private int _length;
    private long _offset;
    private bool _atEnd;

    /// <summary>The physical line, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Why the line has no text; null when it has.</summary>
    public LineDefect? Defect { get; private set; }

    /// <summary>The line without its end, until the next call of <see cref="Next"/>.</summary>
    public ReadOnlySpan<char> Text => _chars.AsSpan(_from, _length);

    public bool IsEmpty => Defect is null && _length == 0;

    /// <exception cref="InputException">The stream cannot be read.</exception>
    public bool Next(CancellationToken ct)
    {
        (_from, _length, Defect) = (0, 0, null);
        bool any = false;
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            ReadOnlySpan<byte> rest = _bytes.AsSpan(_start, _end - _start);
            int newline = rest.IndexOf((byte)'\n');
            bool whole = newline >= 0 || _atEnd;
            ReadOnlySpan<byte> part = newline >= 0 ? rest[..newline] : rest;
            any |= newline >= 0 || part.Length > 0;
            if (whole && !any)
                return false;

            Skip(Decode(part, whole));
            if (whole)
            {
                Skip(newline >= 0 ? 1 : 0);
                Complete();
                return true;
            }

            Fill();
        }
    }

    // Bytes of a character that the buffer cuts stay for the next call.
    private int Decode(ReadOnlySpan<byte> part, bool whole)
    {
        if (Defect is not null)
            return part.Length;

        OperationStatus status = Utf8.ToUtf16(part, _chars.AsSpan(_length), out int read, out int written, replaceInvalidSequences: false, isFinalBlock: whole);
        _length += written;
        switch (status)
        {
            case OperationStatus.DestinationTooSmall:
                Defect = TooLong();
                return part.Length;
            case OperationStatus.InvalidData:
                Defect = NotUtf8(part[read], _offset + read);
                return part.Length;
            default:
                return read;
        }
    }

    private void Complete()
    {
        Number++;
        if (Number == 1 && _length > 0 && _chars[0] == '\uFEFF')
            (_from, _length) = (1, _length - 1);

        if (_length > 0 && Text[^1] == '\r')
            _length--;

        if (_length > MaxLength)
            Defect ??= TooLong();
    }

    private LineDefect TooLong() => new(
        -1,
        1,
        Shown.Of(_chars.AsSpan(0, 2 * Shown.Limit)),
        string.Create(CultureInfo.InvariantCulture, $"the line is longer than {MaxLength} characters"),
        "Look for a missing line end; shorten the line");

    private LineDefect NotUtf8(byte value, long offset) => new(
        -1,
        _length + 1,
        string.Create(CultureInfo.InvariantCulture, $"0x{value:X2}"),
        string.Create(CultureInfo.InvariantCulture, $"not a UTF-8 text file: byte 0x{value:X2} at offset {offset} of the file"),
        value is 0xFE or 0xFF ? Utf8Remedy.FromUtf16 : Utf8Remedy.FromGb18030);

    private void Skip(int count)
    {
        _start += count;
        _offset += count;
    }

    private void Fill()
    {
        int kept = _end - _start;
        _bytes.AsSpan(_start, kept).CopyTo(_bytes);
        (_start, _end) = (0, kept);
        try
        {
            int read = stream.Read(_bytes, kept, _bytes.Length - kept);
            _end += read;
            _atEnd = read == 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new InputException(fileName, $"the file cannot be read on: {fault.Message}", "Check the file and the medium it is on", fault)
            {
                Line = Number + 1,
            };
        }
    }
}
