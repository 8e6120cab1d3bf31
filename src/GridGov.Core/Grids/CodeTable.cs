using System.Runtime.CompilerServices;
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

    private readonly GridRow[]? _rows;
    private readonly GridCode[]? _codes;
    private readonly Slot[] _slots;
    private readonly int[]? _sorted;

    // Numbered by rows while a tree is being built, by the codes of its nodes later.
    private CodeTable(GridRow[]? rows, GridCode[]? codes, Slot[] slots, int[]? sorted)
    {
        _rows = rows;
        _codes = codes;
        _slots = slots;
        _sorted = sorted;
    }

    /// <summary>A table that numbers codes by the position of their rows, or null if a code occurs twice.</summary>
    /// <param name="rows">The rows, none of them with the default code.</param>
    /// <param name="keys">The key of each code.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static CodeTable? Make(GridRow[] rows, ReadOnlySpan<ulong> keys)
    {
        var slots = new Slot[checked(rows.Length + (rows.Length / 2) + 1)];
        for (var i = 0; i < keys.Length; i++)
        {
            var key = keys[i];
            var at = CodeKey.Slot(key, slots.Length);
            for (var probe = 0; slots[at].Key != 0; probe++)
            {
                if (slots[at].Key == key && (CodeKey.IsCode(key) || rows[slots[at].Number].Code == rows[i].Code))
                    return null;
                if (probe == LongestProbe)
                    return Sorted(rows);
                at = at + 1 < slots.Length ? at + 1 : 0;
            }

            slots[at] = new() { Key = key, Number = i };
        }

        return new(rows, null, slots, null);
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
            if (slot.Key == key && (CodeKey.IsCode(key) || code.SequenceEqual(CodeOf(slot.Number))))
                return slot.Number;
            if (slot.Key == 0)
                return -1;
            at = at + 1 < slots.Length ? at + 1 : 0;
        }
    }

    /// <summary>Gives every code another number, in place; the table is handed over and not used on.</summary>
    /// <param name="numbers">The new number by the old one.</param>
    /// <param name="codes">The codes by their new numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public CodeTable Renumber(ReadOnlySpan<int> numbers, GridCode[] codes)
    {
        foreach (ref var slot in _slots.AsSpan())
        {
            if (slot.Key != 0)
                slot.Number = numbers[slot.Number];
        }

        foreach (ref var number in _sorted.AsSpan())
            number = numbers[number];
        return new(null, codes, _slots, _sorted);
    }

    private static CodeTable? Sorted(GridRow[] rows)
    {
        var sorted = new int[rows.Length];
        for (var i = 0; i < sorted.Length; i++)
            sorted[i] = i;
        Array.Sort(sorted, (a, b) => rows[a].Code.CompareTo(rows[b].Code));
        for (var i = 1; i < sorted.Length; i++)
        {
            if (rows[sorted[i]].Code == rows[sorted[i - 1]].Code)
                return null;
        }

        return new(rows, null, [], sorted);
    }

    private int Search(ReadOnlySpan<char> code)
    {
        var (low, high) = (0, _sorted!.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = code.SequenceCompareTo(CodeOf(_sorted[middle]));
            if (order == 0)
                return _sorted[middle];
            (low, high) = order < 0 ? (low, middle - 1) : (middle + 1, high);
        }

        return -1;
    }

    private string CodeOf(int number) => (_codes is null ? _rows![number].Code : _codes[number]).Value;

    // Twelve bytes: padded to sixteen, the country would take four bytes a node more.
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Slot
    {
        public ulong Key;
        public int Number;
    }
}
