using System.Runtime.CompilerServices;

namespace GridGov;

/// <summary>
/// Sorts the keys of rows in linear time. Rows come in few ascending runs as a rule, one or one a level, which are
/// merged; others are sorted byte by byte.
/// </summary>
internal static class CodeOrder
{
    private const int MostRuns = 8;
    private const int Bytes = 8;
    private const int Values = 256;

    /// <summary>Sorts keys, and says for each from which row it is; rows with equal keys may stand in any order.</summary>
    /// <param name="keys">The keys by rows.</param>
    /// <param name="sorted">Room for the keys in order.</param>
    /// <param name="rows">Room for the rows in order.</param>
    public static void Sort(ReadOnlySpan<ulong> keys, Span<ulong> sorted, Span<int> rows)
    {
        var runs = CountRuns(keys);
        if (runs > MostRuns)
        {
            SortByBytes(keys, sorted, rows);
            return;
        }

        using Pooled<ulong> otherKeys = new(runs > 1 ? keys.Length : 0);
        using Pooled<int> otherRows = new(runs > 1 ? keys.Length : 0);

        // So many merges lie ahead that the last one ends where the caller wants it.
        var isInPlace = runs % 2 != 0;
        var end = EndOfRun(keys, 0);
        keys[..end].CopyTo(isInPlace ? sorted : otherKeys.Span);
        Count((isInPlace ? rows : otherRows.Span)[..end], 0);
        while (end < keys.Length)
        {
            var next = EndOfRun(keys, end);
            if (isInPlace)
                Merge(sorted[..end], rows, keys[end..next], otherKeys.Span, otherRows.Span);
            else
                Merge(otherKeys.Span[..end], otherRows.Span, keys[end..next], sorted, rows);
            (isInPlace, end) = (!isInPlace, next);
        }
    }

    // From the last byte to the first; a byte that all keys share is left out.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SortByBytes(ReadOnlySpan<ulong> keys, Span<ulong> sorted, Span<int> rows)
    {
        Span<int> counts = stackalloc int[Bytes * Values];
        counts.Clear();
        foreach (var key in keys)
        {
            for (var i = 0; i < Bytes; i++)
                counts[(i * Values) + (byte)(key >> (i * Bytes))]++;
        }

        using Pooled<ulong> otherKeys = new(keys.Length);
        using Pooled<int> otherRows = new(keys.Length);
        keys.CopyTo(sorted);
        Count(rows, 0);
        var isInPlace = true;
        for (var i = 0; i < Bytes; i++)
        {
            var places = counts.Slice(i * Values, Values);
            if (places[(byte)(keys[0] >> (i * Bytes))] == keys.Length)
                continue;
            for (int value = 0, place = 0; value < Values; value++)
                (places[value], place) = (place, place + places[value]);
            if (isInPlace)
                Deal(sorted, rows, i * Bytes, places, otherKeys.Span, otherRows.Span);
            else
                Deal(otherKeys.Span, otherRows.Span, i * Bytes, places, sorted, rows);
            isInPlace = !isInPlace;
        }

        if (isInPlace)
            return;
        otherKeys.Span.CopyTo(sorted);
        otherRows.Span.CopyTo(rows);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Deal(
        ReadOnlySpan<ulong> fromKeys, ReadOnlySpan<int> fromRows, int shift, Span<int> places, Span<ulong> keys, Span<int> rows)
    {
        for (var i = 0; i < fromKeys.Length; i++)
        {
            var place = places[(byte)(fromKeys[i] >> shift)]++;
            (keys[place], rows[place]) = (fromKeys[i], fromRows[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int CountRuns(ReadOnlySpan<ulong> keys)
    {
        var runs = 1;
        for (var i = 1; i < keys.Length && runs <= MostRuns; i++)
            runs += keys[i] < keys[i - 1] ? 1 : 0;
        return runs;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int EndOfRun(ReadOnlySpan<ulong> keys, int at)
    {
        at++;
        while (at < keys.Length && keys[at] >= keys[at - 1])
            at++;
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(Span<int> rows, int first)
    {
        for (var i = 0; i < rows.Length; i++)
            rows[i] = first + i;
    }

    // The run's rows are numbered from where the merged ones end.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Merge(ReadOnlySpan<ulong> merged, ReadOnlySpan<int> mergedRows, ReadOnlySpan<ulong> run, Span<ulong> keys, Span<int> rows)
    {
        var (left, right, at) = (0, 0, 0);
        while (left < merged.Length && right < run.Length)
        {
            for (var limit = run[right]; left < merged.Length && merged[left] <= limit; left++, at++)
                (keys[at], rows[at]) = (merged[left], mergedRows[left]);
            if (left == merged.Length)
                break;
            for (var limit = merged[left]; right < run.Length && run[right] < limit; right++, at++)
                (keys[at], rows[at]) = (run[right], merged.Length + right);
        }

        merged[left..].CopyTo(keys[at..]);
        mergedRows[left..merged.Length].CopyTo(rows[at..]);
        run[right..].CopyTo(keys[(at + merged.Length - left)..]);
        Count(rows[(at + merged.Length - left)..(merged.Length + run.Length)], merged.Length + right);
    }
}
