namespace GridGov.Assignment;

/// <summary>What a problem has to keep; each fault names its index.</summary>
internal static class ProblemCheck
{
    // Below this many arcs a second core costs more than it saves.
    public const int ArcsForTwo = 1 << 17;

    public static void Length(int length, int wanted, string what, string of)
    {
        if (length != 0 && length != wanted)
            throw new ArgumentException(Text.Of($"There are {length} {what} for {wanted} {of}."));
    }

    public static void AtLeastZero(ReadOnlySpan<int> values, string of, string name)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] < 0)
                throw new ArgumentException(Text.Of($"The number of {of} {i} is {values[i]}; it is zero or more."), name);
        }
    }

    public static void Sum(ReadOnlySpan<int> headcounts)
    {
        long sum = 0;
        for (var c = 0; c < headcounts.Length; c++)
        {
            sum += headcounts[c];
            if (sum > Array.MaxLength / 2)
                throw new ArgumentException(Text.Of($"The cases up to {c} need {sum} places, which is more than a plan can hold."), nameof(headcounts));
        }
    }

    public static void Minima(ReadOnlySpan<int> minima, ReadOnlySpan<int> capacities)
    {
        Length(minima.Length, capacities.Length, "minima", "workers");
        AtLeastZero(minima, "worker", "Minima");
        for (var w = 0; w < minima.Length; w++)
        {
            if (minima[w] > capacities[w])
                throw new ArgumentException(Text.Of($"Worker {w} has to be given {minima[w]} and has room for {capacities[w]}."));
        }
    }

    public static void Rows(ReadOnlySpan<int> rowStarts, int workers, int costs)
    {
        if (workers != costs)
            throw new ArgumentException(Text.Of($"There are {workers} workers of arcs and {costs} costs."));
        if (rowStarts.IsEmpty || rowStarts[0] != 0)
            throw new ArgumentException("The first row starts at arc 0, also where there is no case.");
        for (var c = 1; c < rowStarts.Length; c++)
        {
            if (rowStarts[c] < rowStarts[c - 1])
                throw new ArgumentException(Text.Of($"The row of case {c - 1} starts at arc {rowStarts[c - 1]} and ends at {rowStarts[c]}."));
        }

        if (rowStarts[^1] != workers)
            throw new ArgumentException(Text.Of($"The last row ends at arc {rowStarts[^1]}, and there are {workers} arcs."));
    }

    public static void Arcs(ReadOnlyMemory<int> rowStarts, ReadOnlyMemory<int> arcWorkers, int workers)
    {
        var cases = rowStarts.Length - 1;
        var half = arcWorkers.Length < ArcsForTwo || Environment.ProcessorCount < 2 ? cases : cases / 2;
        var second = half == cases ? null : Task.Run(() => FirstFault(rowStarts.Span, arcWorkers.Span, workers, half, cases));
        var fault = FirstFault(rowStarts.Span, arcWorkers.Span, workers, 0, half);
        if (second is not null)
            fault = fault >= 0 ? fault : second.GetAwaiter().GetResult();
        if (fault < 0)
            return;
        var worker = arcWorkers.Span[fault];
        var @case = CaseOf(rowStarts.Span, fault);
        throw new ArgumentException(
            (uint)worker >= (uint)workers
                ? Text.Of($"Arc {fault} (case {@case}) is to worker {worker}, and there are {workers} workers.")
                : Text.Of($"Arc {fault} (case {@case}) is to worker {worker}, to whom the case has an arc already."),
            nameof(arcWorkers));
    }

    private static int CaseOf(ReadOnlySpan<int> rowStarts, int arc)
    {
        var c = 0;
        while (rowStarts[c + 1] <= arc)
            c++;
        return c;
    }

    private static int FirstFault(ReadOnlySpan<int> rowStarts, ReadOnlySpan<int> arcWorkers, int workers, int from, int to)
    {
        var seenBy = new int[workers];
        for (var c = from; c < to; c++)
        {
            for (var a = rowStarts[c]; a < rowStarts[c + 1]; a++)
            {
                var worker = arcWorkers[a];
                if ((uint)worker >= (uint)seenBy.Length || seenBy[worker] == c + 1)
                    return a;
                seenBy[worker] = c + 1;
            }
        }

        return -1;
    }
}
