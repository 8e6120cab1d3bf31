using System.Runtime.InteropServices;

namespace GridGov;

/// <summary>
/// Codes to numbers: linear probing over <see cref="CodeKey"/>, two of three slots taken, 18 bytes a code. Immutable.
/// </summary>
/// <remarks>
/// The hash is fixed, so texts can be made that meet in one place. No probe sequence is longer than
/// <see cref="LongestProbe"/>: where a code would need a longer one, the whole table is a binary search over the
/// sorted codes instead, whose cost no text can raise. At two thirds full, honest codes stay far below that bound.
/// </remarks>
internal sealed class CodeTable
{
    private const int LongestProbe = 512;

    private readonly GridCode[] _codes;
    private readonly Slot[] _slots;
    private readonly int[]? _sorted;

    private CodeTable(GridCode[] codes, Slot[] slots, int[]? sorted)
    {
        _codes = codes;
        _slots = slots;
        _sorted = sorted;
    }

    /// <summary>A table that numbers codes by their position, or null if a code occurs twice.</summary>
    /// <param name="codes">The codes, none of them the default.</param>
    /// <param name="keys">The key of each code.</param>
    public static CodeTable? Make(GridCode[] codes, ulong[] keys)
    {
        var slots = new Slot[checked(codes.Length + (codes.Length / 2) + 1)];
        for (var i = 0; i < keys.Length; i++)
        {
            var key = keys[i];
            var at = CodeKey.Slot(key, slots.Length);
            for (var probe = 0; slots[at].Key != 0; probe++)
            {
                if (slots[at].Key == key && (CodeKey.IsCode(key) || codes[slots[at].Number] == codes[i]))
                    return null;
                if (probe == LongestProbe)
                    return Sorted(codes);
                at = at + 1 < slots.Length ? at + 1 : 0;
            }

            slots[at] = new() { Key = key, Number = i };
        }

        return new(codes, slots, null);
    }

    /// <summary>The number of a code, or -1.</summary>
    public int Find(ReadOnlySpan<char> code) => Find(code, CodeKey.Of(code));

    /// <summary>The number of a code whose key is known, or -1.</summary>
    public int Find(ReadOnlySpan<char> code, ulong key)
    {
        if (key == 0 || _sorted is not null)
            return key == 0 ? -1 : Search(code);
        var slots = _slots;
        for (var at = CodeKey.Slot(key, slots.Length); ;)
        {
            ref readonly var slot = ref slots[at];
            if (slot.Key == key && (CodeKey.IsCode(key) || code.SequenceEqual(_codes[slot.Number].Value)))
                return slot.Number;
            if (slot.Key == 0)
                return -1;
            at = at + 1 < slots.Length ? at + 1 : 0;
        }
    }

    /// <summary>Gives every code another number, in place; the table is handed over and not used on.</summary>
    /// <param name="numbers">The new number by the old one.</param>
    /// <param name="codes">The codes by their new numbers.</param>
    public CodeTable Renumber(int[] numbers, GridCode[] codes)
    {
        foreach (ref var slot in _slots.AsSpan())
        {
            if (slot.Key != 0)
                slot.Number = numbers[slot.Number];
        }

        foreach (ref var number in _sorted.AsSpan())
            number = numbers[number];
        return new(codes, _slots, _sorted);
    }

    private static CodeTable? Sorted(GridCode[] codes)
    {
        var sorted = new int[codes.Length];
        for (var i = 0; i < sorted.Length; i++)
            sorted[i] = i;
        Array.Sort(sorted, (a, b) => codes[a].CompareTo(codes[b]));
        for (var i = 1; i < sorted.Length; i++)
        {
            if (codes[sorted[i]] == codes[sorted[i - 1]])
                return null;
        }

        return new(codes, [], sorted);
    }

    private int Search(ReadOnlySpan<char> code)
    {
        var (low, high) = (0, _sorted!.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = code.SequenceCompareTo(_codes[_sorted[middle]].Value);
            if (order == 0)
                return _sorted[middle];
            (low, high) = order < 0 ? (low, middle - 1) : (middle + 1, high);
        }

        return -1;
    }

    // Twelve bytes: padded to sixteen, the country would take four bytes a node more.
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Slot
    {
        public ulong Key;
        public int Number;
    }
}
