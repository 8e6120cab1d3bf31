namespace GridGov.Assignment;

/// <summary>Who takes which case at the least total cost, or why there is no plan. Immutable and thread-safe.</summary>
public sealed partial class TransportationPlan
{
    /// <summary>Stands for nobody.</summary>
    public const int Nobody = -1;

    private readonly int[] _places;
    private readonly int[] _placeStart;
    private readonly long[] _prices;

    internal TransportationPlan(TransportationProblem problem, PlanStatus status, int[] places, long[] prices, long totalCost, PlanShortage? shortage)
    {
        (Problem, Status, _places, _prices, TotalCost, Shortage) = (problem, status, places, prices, totalCost, shortage);
        _placeStart = problem.PlaceStarts();
    }

    /// <summary>The problem.</summary>
    public TransportationProblem Problem { get; }

    /// <summary>How the plan came about.</summary>
    public PlanStatus Status { get; }

    /// <summary>The sum of the costs of all arcs that are used and of all places that are left empty; zero where there is no plan.</summary>
    public long TotalCost { get; }

    /// <summary>
    /// The price of a place with each worker: one more place saves that much at most, and one place less costs that much
    /// at least; below zero, the same of the minimum. Zero where a worker has places left. Empty where there is no plan.
    /// </summary>
    public ReadOnlySpan<long> Prices => _prices;

    /// <summary>Why there is no plan; null where there is one.</summary>
    public PlanShortage? Shortage { get; }

    /// <summary>The worker of each case, or <see cref="Nobody"/>. Empty where there is no plan.</summary>
    /// <exception cref="InvalidOperationException">Cases may need several workers here.</exception>
    public ReadOnlySpan<int> CaseToWorker => Problem.Headcounts.IsEmpty
        ? _places
        : throw new InvalidOperationException("Cases may need several workers here.\nAsk WorkersOf for those of one.");

    /// <summary>The workers of a case, one for each that it needs; <see cref="Nobody"/> for each place left empty. Empty where there is no plan.</summary>
    /// <param name="case">The number of the case.</param>
    public ReadOnlySpan<int> WorkersOf(int @case)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(@case);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(@case, Problem.Cases);
        return _places.Length == 0 ? [] : PlacesOf(@case);
    }

    private ReadOnlySpan<int> PlacesOf(int @case) =>
        _placeStart.Length == 0 ? _places.AsSpan(@case, 1) : _places.AsSpan(_placeStart[@case].._placeStart[@case + 1]);
}
