namespace GridGov.Assignment;

/// <summary>
/// Cases, the workers who may take each, and how many each worker may take. Its arrays are the caller's own, not
/// copies: they may not change while the problem or a plan of it is in use. Thread-safe as long as they do not.
/// </summary>
public sealed class TransportationProblem
{
    /// <summary>Makes a problem of compressed rows and checks all of it.</summary>
    /// <param name="rowStarts">Where the arcs of each case begin, and after the last case the number of arcs.</param>
    /// <param name="arcWorkers">The worker of each arc; no worker twice for one case.</param>
    /// <param name="arcCosts">The cost of each arc, of any sign.</param>
    /// <param name="capacities">How many places each worker has; zero or more. Its length is the number of workers.</param>
    /// <exception cref="ArgumentException">An array has the wrong length, a row goes backwards, a worker is not one or comes twice, or a capacity is negative; the index is named.</exception>
    public TransportationProblem(ReadOnlyMemory<int> rowStarts, ReadOnlyMemory<int> arcWorkers, ReadOnlyMemory<int> arcCosts, ReadOnlyMemory<int> capacities)
    {
        (RowStarts, ArcWorkers, ArcCosts, Capacities) = (rowStarts, arcWorkers, arcCosts, capacities);
        ProblemCheck.Rows(rowStarts.Span, arcWorkers.Length, arcCosts.Length);
        ProblemCheck.AtLeastZero(capacities.Span, "worker", nameof(capacities));
        ProblemCheck.Arcs(rowStarts, arcWorkers, capacities.Length);
    }

    /// <summary>The number of cases.</summary>
    public int Cases => RowStarts.Length - 1;

    /// <summary>The number of workers.</summary>
    public int Workers => Capacities.Length;

    /// <summary>Where the arcs of each case begin, and after the last case the number of arcs.</summary>
    public ReadOnlyMemory<int> RowStarts { get; }

    /// <summary>The worker of each arc.</summary>
    public ReadOnlyMemory<int> ArcWorkers { get; }

    /// <summary>The cost of each arc.</summary>
    public ReadOnlyMemory<int> ArcCosts { get; }

    /// <summary>How many places each worker has.</summary>
    public ReadOnlyMemory<int> Capacities { get; }

    /// <summary>How many places each worker has to be given at least; empty when none has to. Not more than the capacity.</summary>
    /// <exception cref="ArgumentException">The length is wrong, or a minimum is negative or above the capacity; the index is named.</exception>
    public ReadOnlyMemory<int> Minima
    {
        get;
        init
        {
            ProblemCheck.Minima(value.Span, Capacities.Span);
            field = value;
        }
    }

    /// <summary>How many different workers each case needs; empty when each needs one. Zero leaves a case out.</summary>
    /// <exception cref="ArgumentException">The length is wrong, a number is negative, or they are too many together; the index is named.</exception>
    public ReadOnlyMemory<int> Headcounts
    {
        get;
        init
        {
            ProblemCheck.Length(value.Length, Cases, "headcounts", "cases");
            ProblemCheck.AtLeastZero(value.Span, "case", nameof(Headcounts));
            ProblemCheck.Sum(value.Span);
            field = value;
        }
    }

    /// <summary>What it costs to leave a place of a case empty, for each case; empty when every place has to be filled.</summary>
    /// <exception cref="ArgumentException">The length is wrong.</exception>
    public ReadOnlyMemory<int> UnassignedCosts
    {
        get;
        init
        {
            ProblemCheck.Length(value.Length, Cases, "costs of leaving a case", "cases");
            field = value;
        }
    }

    internal int HeadcountOf(int @case) => Headcounts.IsEmpty ? 1 : Headcounts.Span[@case];

    internal int MinimumOf(int worker) => Minima.IsEmpty ? 0 : Minima.Span[worker];

    internal ReadOnlySpan<int> WorkersOf(int @case)
    {
        var starts = RowStarts.Span;
        return ArcWorkers.Span[starts[@case]..starts[@case + 1]];
    }

    internal ReadOnlySpan<int> CostsOf(int @case)
    {
        var starts = RowStarts.Span;
        return ArcCosts.Span[starts[@case]..starts[@case + 1]];
    }

    /// <summary>Where the places of each case begin; empty where each case has one.</summary>
    internal int[] PlaceStarts()
    {
        if (Headcounts.IsEmpty)
            return [];
        var starts = new int[Cases + 1];
        for (var c = 0; c < Cases; c++)
            starts[c + 1] = starts[c] + Headcounts.Span[c];
        return starts;
    }
}
