namespace GridGov.Assignment;

/// <summary>How evenly loads are spread. Thread-safe.</summary>
public static class LoadSpread
{
    /// <summary>
    /// Compares two spreads of the same work over the same number of people: the loads of each, highest first, in dictionary
    /// order. The fairer one comes first: [3,3,3,3,3] before [4,4,3,2,2] before [11,1,1,1,1].
    /// </summary>
    /// <param name="one">The loads of one spread, in any order.</param>
    /// <param name="other">The loads of the other, as many.</param>
    /// <returns>Negative when the first is fairer, 0 when they are equal but for the order, else positive.</returns>
    /// <exception cref="ArgumentException">They are not of the same length.</exception>
    public static int Compare(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        if (one.Length != other.Length)
            throw new ArgumentException("Spreads over different numbers of people cannot be compared.", nameof(other));
        var (a, b) = (one.ToArray(), other.ToArray());
        Array.Sort(a);
        Array.Sort(b);
        for (var i = a.Length - 1; i >= 0; i--)
        {
            if (a[i] != b[i])
                return a[i].CompareTo(b[i]);
        }

        return 0;
    }

    /// <summary>The Gini coefficient: 0 when all are equal, towards 1 when one has all; 0 when there is nothing to share.</summary>
    /// <param name="loads">The loads, none negative, in any order.</param>
    public static double Gini(ReadOnlySpan<double> loads)
    {
        var sorted = loads.ToArray();
        Array.Sort(sorted);
        var (sum, weighted) = (0.0, 0.0);
        for (var i = 0; i < sorted.Length; i++)
        {
            sum += sorted[i];
            weighted += sorted[i] * ((2.0 * (i + 1)) - sorted.Length - 1);
        }

        return sum == 0 ? 0 : weighted / (sorted.Length * sum);
    }

    /// <summary>The highest load in multiples of the mean: 1 when all are equal; 1 when there is nothing to share.</summary>
    /// <param name="loads">The loads, none negative, in any order.</param>
    public static double MaxToMean(ReadOnlySpan<double> loads)
    {
        var (sum, most) = (0.0, 0.0);
        foreach (var load in loads)
            (sum, most) = (sum + load, Math.Max(most, load));
        return sum == 0 ? 1 : most * loads.Length / sum;
    }
}
