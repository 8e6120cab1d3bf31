using System.Buffers.Binary;

namespace GridGov;

/// <summary>
/// The offsets of an entry's times, in minutes, in the order in which the canonical form has the times: their number, then
/// each; one stands for all, none for UTC.
/// </summary>
internal readonly ref struct EntryOffsets
{
    private readonly CaseEntry _entry;
    private readonly int _count;
    private readonly short _first;

    public EntryOffsets(CaseEntry entry)
    {
        _entry = entry;
        _first = MinutesOf(entry.At);
        var (times, all) = (0, true);
        for (var walk = new Walk(entry); walk.Next(out var at); times++)
            all &= MinutesOf(at) == _first;
        _count = !all ? times : _first == 0 ? 0 : 1;
    }

    public int Size => 2 + (2 * _count);

    public void Write(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(destination, checked((ushort)_count));
        if (_count == 1)
        {
            BinaryPrimitives.WriteInt16LittleEndian(destination[2..], _first);
            return;
        }

        if (_count == 0)
            return;
        var next = 2;
        for (var walk = new Walk(_entry); walk.Next(out var at); next += 2)
            BinaryPrimitives.WriteInt16LittleEndian(destination[next..], MinutesOf(at));
    }

    private static short MinutesOf(DateTimeOffset at) => (short)at.TotalOffsetMinutes;

    /// <summary>The times that are there, in the order of the canonical form.</summary>
    private struct Walk(CaseEntry entry)
    {
        private int _step;

        public bool Next(out DateTimeOffset at)
        {
            var end = 5 + (entry.Facts?.Evidence.Count ?? 0);
            while (_step < end)
            {
                var found = _step switch
                {
                    0 => entry.At,
                    1 => entry.StepDue,
                    2 => entry.CaseDue,
                    3 => entry.Report?.At,
                    4 => entry.Facts?.Until,
                    _ => entry.Facts!.Evidence[_step - 5].Taken,
                };
                _step++;
                if (found is { } there)
                {
                    at = there;
                    return true;
                }
            }

            at = default;
            return false;
        }
    }
}
