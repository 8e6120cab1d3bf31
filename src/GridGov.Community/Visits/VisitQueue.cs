namespace GridGov.Community;

/// <summary>
/// Which households are due on which day by which rule. All who are due on one day by one rule are due together again:
/// they stay one list that moves on as a whole, and lists are joined where they meet. Not thread-safe.
/// </summary>
internal sealed class VisitQueue
{
    private readonly int[]?[][] _due;

    /// <summary>Puts every household on its first day of each of its rules.</summary>
    /// <param name="days">How many days there are.</param>
    /// <param name="chosen">The rules of each household, as bits.</param>
    /// <param name="rules">How many rules there are.</param>
    /// <param name="firstDay">The first day of a household by a rule, from 0; asked once each, households in order.</param>
    public VisitQueue(int days, ReadOnlySpan<ulong> chosen, int rules, Func<int, int, int> firstDay)
    {
        _due = new int[rules][][];
        var first = new int[chosen.Length];
        for (var r = 0; r < rules; r++)
        {
            var counts = new int[days];
            for (var i = 0; i < chosen.Length; i++)
            {
                first[i] = (chosen[i] & 1UL << r) == 0 ? days : Math.Min(firstDay(i, r), days);
                if (first[i] < days)
                    counts[first[i]]++;
            }

            var lists = _due[r] = new int[days][];
            for (var i = chosen.Length - 1; i >= 0; i--)
            {
                if (first[i] < days)
                    (lists[first[i]] ??= new int[counts[first[i]]])[--counts[first[i]]] = i;
            }
        }
    }

    /// <summary>Who is due on a day by a rule, in order; they are put on the day given, if there is one.</summary>
    public int[] Take(int day, int rule, int next)
    {
        var lists = _due[rule];
        if (lists[day] is not { } due)
            return [];
        lists[day] = null;
        if (next < lists.Length)
            lists[next] = lists[next] is { } there ? Join(there, due) : due;
        return due;
    }

    /// <summary>How many are due on each day, by the day on which a rule is due again.</summary>
    public void CountPerDay(Span<int> perDay, int rule, ReadOnlySpan<int> next)
    {
        var counts = new int[perDay.Length];
        for (var day = 0; day < counts.Length; day++)
        {
            counts[day] += _due[rule][day]?.Length ?? 0;
            perDay[day] += counts[day];
            if (next[day] < counts.Length)
                counts[next[day]] += counts[day];
        }
    }

    private static int[] Join(int[] left, int[] right)
    {
        var joined = new int[left.Length + right.Length];
        for (int i = 0, l = 0, r = 0; i < joined.Length; i++)
            joined[i] = r == right.Length || l < left.Length && left[l] < right[r] ? left[l++] : right[r++];
        return joined;
    }
}
