using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GridGov;

/// <summary>
/// Codes to numbers: a search tree of blocks over the sorted <see cref="CodeKey"/>s, 8.5 bytes a code, and 4 more where
/// numbers do not follow the order of keys. Immutable. No choice of codes makes a lookup cost more than its few blocks
/// and, where hashes meet, a binary search among their texts.
/// </summary>
internal sealed class CodeTable
{
    // Two cache lines.
    private const int Block = 16;

    // The keys, then of each level the last key of each block, up to a level of one block; the last block of each
    // level is filled up with the greatest key, so that a search never leaves it.
    private readonly ulong[][] _levels;
    private readonly int[]? _numbers;
    private readonly GridCode[] _codes;

    /// <summary>A table of sorted keys.</summary>
    /// <param name="keys">An array of <see cref="MakeRoom"/> that begins with the keys, ascending; equal ones in the order of their texts.</param>
    /// <param name="numbers">The number of each key, or null: its place.</param>
    /// <param name="codes">The codes by their numbers; those that are their keys are not looked at.</param>
    public CodeTable(ulong[] keys, int[]? numbers, GridCode[] codes)
    {
        keys.AsSpan(codes.Length).Fill(ulong.MaxValue);
        var levels = new List<ulong[]> { keys };
        while (levels[^1].Length > Block)
            levels.Add(LastOfBlocks(levels[^1]));
        levels.Reverse();
        _levels = [.. levels];
        _numbers = numbers;
        _codes = codes;
    }

    /// <summary>Room for so many keys, to be filled by the caller.</summary>
    public static ulong[] MakeRoom(int count) => GC.AllocateUninitializedArray<ulong>((count + Block - 1) / Block * Block);

    /// <summary>The number of a code, or -1.</summary>
    public int Find(ReadOnlySpan<char> code) => Find(code, CodeKey.Of(code));

    /// <summary>The number of a code whose key is known, or -1.</summary>
    public int Find(ReadOnlySpan<char> code, ulong key)
    {
        if (key == 0)
            return -1;
        var place = PlaceOf(key);
        var keys = _levels[^1];
        if (place >= _codes.Length || keys[place] != key)
            return -1;
        if (!CodeKey.IsCode(key))
            place = Among(code, place, key);
        return place < 0 || _numbers is null ? place : _numbers[place];
    }

    // The place of the first key that is not below, or a place beyond all keys.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PlaceOf(ulong key)
    {
        var place = 0;
        foreach (var level in _levels)
            place = (place * Block) + CountBelow(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(level), place * Block), key);
        return place;
    }

    // How many of a block's keys are below.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CountBelow(ref ulong block, ulong key)
    {
        if (!Vector256.IsHardwareAccelerated)
            return CountBelowOneByOne(ref block, key);
        var keys = Vector256.Create(key);
        var below = Vector256.LessThan(Vector256.LoadUnsafe(ref block), keys).ExtractMostSignificantBits()
            | (Vector256.LessThan(Vector256.LoadUnsafe(ref block, 4), keys).ExtractMostSignificantBits() << 4)
            | (Vector256.LessThan(Vector256.LoadUnsafe(ref block, 8), keys).ExtractMostSignificantBits() << 8)
            | (Vector256.LessThan(Vector256.LoadUnsafe(ref block, 12), keys).ExtractMostSignificantBits() << 12);
        return BitOperations.PopCount(below);
    }

    private static int CountBelowOneByOne(ref ulong block, ulong key)
    {
        var count = 0;
        while (count < Block && Unsafe.Add(ref block, count) < key)
            count++;
        return count;
    }

    // Hashes that meet are next to one another, their texts in order.
    private int Among(ReadOnlySpan<char> code, int place, ulong key)
    {
        // Nearly always a hash is alone.
        var keys = _levels[^1];
        if (place + 1 >= keys.Length || keys[place + 1] != key)
            return code.SequenceEqual(_codes[_numbers is null ? place : _numbers[place]].Value) ? place : -1;
        var (low, high) = (place, (key == ulong.MaxValue ? _codes.Length : PlaceOf(key + 1)) - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = code.SequenceCompareTo(_codes[_numbers is null ? middle : _numbers[middle]].Value);
            if (order == 0)
                return middle;
            (low, high) = order < 0 ? (low, middle - 1) : (middle + 1, high);
        }

        return -1;
    }

    private static ulong[] LastOfBlocks(ulong[] keys)
    {
        var last = MakeRoom(keys.Length / Block);
        var count = keys.Length / Block;
        for (var i = 0; i < count - 1; i++)
            last[i] = keys[(i * Block) + Block - 1];
        last.AsSpan(count - 1).Fill(ulong.MaxValue);
        return last;
    }
}
