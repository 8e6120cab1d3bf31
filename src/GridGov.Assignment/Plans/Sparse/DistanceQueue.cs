using System.Runtime.CompilerServices;

namespace GridGov.Assignment;

/// <summary>A binary heap of workers by distance, the lower number first where distances are equal.</summary>
internal sealed class DistanceQueue
{
    private Entry[] _entries = new Entry[64];
    private int _count;

    public void Clear() => _count = 0;

    public void Add(long distance, int worker)
    {
        if (_count == _entries.Length)
            Array.Resize(ref _entries, 2 * _count);
        var added = new Entry(distance, worker);
        var i = _count++;
        while (i > 0)
        {
            var parent = (i - 1) >> 1;
            if (!added.IsBefore(_entries[parent]))
                break;
            _entries[i] = _entries[parent];
            i = parent;
        }

        _entries[i] = added;
    }

    public bool TryTake(out long distance, out int worker)
    {
        if (_count == 0)
        {
            (distance, worker) = (0, -1);
            return false;
        }

        (distance, worker) = (_entries[0].Distance, _entries[0].Worker);
        var last = _entries[--_count];
        var i = 0;
        while (true)
        {
            var child = 2 * i + 1;
            if (child >= _count)
                break;
            if (child + 1 < _count && _entries[child + 1].IsBefore(_entries[child]))
                child++;
            if (!_entries[child].IsBefore(last))
                break;
            _entries[i] = _entries[child];
            i = child;
        }

        _entries[i] = last;
        return true;
    }

    private readonly struct Entry(long distance, int worker)
    {
        public readonly long Distance = distance;
        public readonly int Worker = worker;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool IsBefore(in Entry other) => Distance < other.Distance || (Distance == other.Distance && Worker < other.Worker);
    }
}
