using System.Numerics;

namespace GridGov.Workflows;

/// <summary>
/// Finds the slot of a case by its number. A flat table with the hash beside the slot, so that filling it for a million
/// cases reads no number twice; a dictionary takes about as long as sorting all due times three times. Not thread-safe.
/// </summary>
internal sealed class SlotIndex
{
    private const int PartSize = 1 << 12;

    // Hash in the upper half, slot plus one in the lower; zero is empty. At most half full.
    private ulong[] _table;
    private int _count;

    public SlotIndex(int capacity) => _table = new ulong[Math.Max(16, BitOperations.RoundUpToPowerOf2((uint)capacity * 2))];

    private int Mask => _table.Length - 1;

    /// <summary>The slot of a case, or -1.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cases">The case of each slot.</param>
    public int Find(CaseId id, ReadOnlySpan<CaseId> cases)
    {
        var place = PlaceOf(id, HashOf(id), cases);
        return SlotOf(_table[place]);
    }

    /// <summary>Fills an empty index of that capacity with the slots from zero on.</summary>
    /// <returns>The first slot whose case has an earlier one already, or -1.</returns>
    public int AddAll(ReadOnlySpan<CaseId> cases)
    {
        // One part of the table after the other, each small enough for the cache: in the order of the cases nearly every one
        // would wait for memory.
        var parts = Math.Max(1, _table.Length / PartSize);
        var shift = BitOperations.Log2((uint)(_table.Length / parts));
        var ends = new int[parts + 1];
        var hashes = GC.AllocateUninitializedArray<uint>(cases.Length);
        for (var i = 0; i < cases.Length; i++)
        {
            hashes[i] = HashOf(cases[i]);
            ends[(((int)hashes[i] & Mask) >> shift) + 1]++;
        }

        for (var part = 1; part <= parts; part++)
            ends[part] += ends[part - 1];
        var entries = GC.AllocateUninitializedArray<ulong>(cases.Length);
        for (var i = 0; i < hashes.Length; i++)
            entries[ends[((int)hashes[i] & Mask) >> shift]++] = EntryOf(hashes[i], i);

        var twice = -1;
        foreach (var entry in entries)
        {
            var place = (int)(entry >> 32) & Mask;
            for (; _table[place] != 0; place = (place + 1) & Mask)
            {
                // Nearly no two hashes are the same; only then the numbers are read.
                if ((_table[place] ^ entry) >> 32 == 0 && cases[SlotOf(_table[place])] == cases[SlotOf(entry)])
                {
                    twice = twice < 0 ? SlotOf(entry) : Math.Min(twice, SlotOf(entry));
                    break;
                }
            }

            if (_table[place] == 0)
                _table[place] = entry;
        }

        _count = cases.Length;
        return twice;
    }

    /// <summary>Puts a case in.</summary>
    /// <returns>The slot that it has already, or -1 when it was put in.</returns>
    public int Add(CaseId id, int slot, ReadOnlySpan<CaseId> cases)
    {
        var hash = HashOf(id);
        var place = PlaceOf(id, hash, cases);
        if (_table[place] != 0)
            return SlotOf(_table[place]);
        _table[place] = EntryOf(hash, slot);
        if (++_count > _table.Length / 2)
            Grow();
        return -1;
    }

    /// <summary>Takes a case out.</summary>
    /// <returns>Its slot, or -1 when it was not there.</returns>
    public int Remove(CaseId id, ReadOnlySpan<CaseId> cases)
    {
        var hole = PlaceOf(id, HashOf(id), cases);
        if (_table[hole] == 0)
            return -1;
        var slot = SlotOf(_table[hole]);
        _count--;

        // Whatever was pushed past the hole moves back into it, so that no search ends too early.
        for (var place = (hole + 1) & Mask; _table[place] != 0; place = (place + 1) & Mask)
        {
            var home = (int)(_table[place] >> 32) & Mask;
            if (((place - home) & Mask) >= ((place - hole) & Mask))
            {
                _table[hole] = _table[place];
                hole = place;
            }
        }

        _table[hole] = 0;
        return slot;
    }

    private static ulong EntryOf(uint hash, int slot) => ((ulong)hash << 32) | (uint)(slot + 1);

    // Minus one for an empty place.
    private static int SlotOf(ulong entry) => (int)(uint)entry - 1;

    private static uint HashOf(CaseId id) => (uint)(id.Value ?? string.Empty).GetHashCode(StringComparison.Ordinal);

    // Where a case is, or else where it would be put.
    private int PlaceOf(CaseId id, uint hash, ReadOnlySpan<CaseId> cases)
    {
        var place = (int)hash & Mask;
        for (; _table[place] is var entry && entry != 0; place = (place + 1) & Mask)
        {
            if ((uint)(entry >> 32) == hash && cases[SlotOf(entry)] == id)
                break;
        }

        return place;
    }

    private void Grow()
    {
        var old = _table;
        _table = new ulong[old.Length * 2];
        foreach (var entry in old)
        {
            if (entry == 0)
                continue;
            var place = (int)(entry >> 32) & Mask;
            while (_table[place] != 0)
                place = (place + 1) & Mask;
            _table[place] = entry;
        }
    }
}
