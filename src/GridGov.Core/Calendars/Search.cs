namespace GridGov;

/// <summary>Binary searches in ascending arrays.</summary>
internal static class Search
{
    /// <summary>The last position whose value is at most the one sought, also among many that are equal; -1 if there is none.</summary>
    public static int Last(ReadOnlySpan<long> values, long sought)
    {
        var (low, count) = (0, values.Length);
        while (count > 0)
        {
            var half = count >> 1;
            if (values[low + half] <= sought)
                (low, count) = (low + half + 1, count - half - 1);
            else
                count = half;
        }

        return low - 1;
    }

    /// <inheritdoc cref="Last(ReadOnlySpan{long}, long)"/>
    public static int Last(ReadOnlySpan<int> values, int sought)
    {
        var (low, count) = (0, values.Length);
        while (count > 0)
        {
            var half = count >> 1;
            if (values[low + half] <= sought)
                (low, count) = (low + half + 1, count - half - 1);
            else
                count = half;
        }

        return low - 1;
    }
}
