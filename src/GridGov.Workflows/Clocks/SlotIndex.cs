using System.Numerics;

namespace GridGov.Workflows;

/// <summary>
/// Finds the slot of a case by its number. A flat table with the hash beside the slot, so that filling it for a million
/// cases reads no number twice; a dictionary takes about as long as sorting all due times three times. Not thread-safe.
/// </summary>
internal sealed class SlotIndex
{
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
        return (int)(uint)_table[place] - 1;
    }

    /// <summary>Fills an empty index with the slots from zero on.</summary>
    /// <returns>The slot of a case that occurs again, or -1.</returns>
    public int AddAll(ReadOnlySpan<CaseId> cases)
    {
        // Hashes first, then places: reads of the table that do not wait for one another run side by side.
        Span<uint> hashes = stackalloc uint[256];
        for (var from = 0; from < cases.Length; from += hashes.Length)
        {
            var some = cases[from..Math.Min(from + hashes.Length, cases.Length)];
            for (var i = 0; i < some.Length; i++)
                hashes[i] = HashOf(some[i]);
            for (var i = 0; i < some.Length; i++)
            {
                if (Add(some[i], hashes[i], from + i, cases) is >= 0 and var twice)
                    return twice;
            }
        }

        return -1;
    }

    /// <summary>Puts a case in.</summary>
    /// <returns>The slot that it has already, or -1 when it was put in.</returns>
    public int Add(CaseId id, int slot, ReadOnlySpan<CaseId> cases) => Add(id, HashOf(id), slot, cases);

    private int Add(CaseId id, uint hash, int slot, ReadOnlySpan<CaseId> cases)
    {
        var place = PlaceOf(id, hash, cases);
        if (_table[place] != 0)
            return (int)(uint)_table[place] - 1;
        _table[place] = ((ulong)hash << 32) | (uint)(slot + 1);
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
        var slot = (int)(uint)_table[hole] - 1;
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

    private static uint HashOf(CaseId id) => (uint)(id.Value ?? string.Empty).GetHashCode(StringComparison.Ordinal);

    // Where a case is, or else where it would be put.
    private int PlaceOf(CaseId id, uint hash, ReadOnlySpan<CaseId> cases)
    {
        var place = (int)hash & Mask;
        for (; _table[place] is var entry && entry != 0; place = (place + 1) & Mask)
        {
            if ((uint)(entry >> 32) == hash && cases[(int)(uint)entry - 1] == id)
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
