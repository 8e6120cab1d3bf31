namespace GridGov.Assignment;

/// <summary>
/// An optimal plan that stays optimal while cases and workers come, go and change, each by one search and not by
/// solving again. One worker for each case, and no minima. Not thread-safe: one change at a time.
/// </summary>
public sealed partial class LivePlan
{
    private readonly TransportSolver _solver;
    private readonly LiveRows _rows;
    private readonly bool _mayLeave;
    private readonly List<bool> _isThere;

    private LivePlan(TransportationProblem problem, TransportSolver solver)
    {
        (_solver, _mayLeave) = (solver, !problem.UnassignedCosts.IsEmpty);
        TotalCost = solver.TotalCost();
        _rows = solver.GoLive();
        _isThere = [.. Enumerable.Repeat(true, problem.Cases)];
    }

    /// <summary>Solves a problem and keeps the plan. The problem is copied and may change afterwards.</summary>
    /// <param name="problem">The problem, without headcounts and minima.</param>
    /// <param name="shortage">Why there is no plan, or null.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>The plan, or null where there is none.</returns>
    /// <exception cref="ArgumentException">The problem has headcounts or minima.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public static LivePlan? TryStart(TransportationProblem problem, out PlanShortage? shortage, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (!problem.Headcounts.IsEmpty || !problem.Minima.IsEmpty)
            throw new ArgumentException("A live plan has one worker for each case and no minima.\nSolve with Transportation instead.", nameof(problem));
        var solver = new TransportSolver(problem, new(null, cancellationToken));
        var status = solver.Run();
        shortage = solver.Shortage;
        return status == PlanStatus.NoPlan ? null : new(problem, solver);
    }

    /// <summary>The sum of the costs of all cases.</summary>
    public long TotalCost { get; private set; }

    /// <summary>The number of workers, those without room included.</summary>
    public int Workers => _rows.Workers;

    /// <summary>The number that the next case gets; numbers are not used again.</summary>
    public int NextCase => _isThere.Count;

    /// <summary>The worker of a case, or <see cref="TransportationPlan.Nobody"/>.</summary>
    /// <param name="case">The number of the case.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such case.</exception>
    public int WorkerOf(int @case)
    {
        Check(@case);
        return Told(_solver.At[@case]);
    }

    /// <summary>The price of a place with a worker, as in <see cref="TransportationPlan.Prices"/>.</summary>
    /// <param name="worker">The number of the worker.</param>
    public long PriceOf(int worker)
    {
        CheckWorker(worker);
        return _solver.PriceAt(worker);
    }

    /// <summary>The plan as it is now, over the cases that are there, in the order of their numbers. O(arcs).</summary>
    public TransportationPlan ToPlan()
    {
        var (starts, workers, costs, leave, places) = (new List<int> { 0 }, new List<int>(), new List<int>(), new List<int>(), new List<int>());
        for (var c = 0; c < _isThere.Count; c++)
        {
            if (!_isThere[c])
                continue;
            _rows.RowOf(c, out var row, out var rowCosts);
            workers.AddRange(row);
            costs.AddRange(rowCosts);
            starts.Add(workers.Count);
            leave.Add(_rows.LeaveCostOf(c));
            places.Add(Told(_solver.At[c]));
        }

        var (prices, capacities) = (new long[Workers], new int[Workers]);
        for (var w = 0; w < Workers; w++)
            (prices[w], capacities[w]) = (_solver.PriceAt(w), _solver.RoomOf(w));
        var problem = new TransportationProblem(starts.ToArray(), workers.ToArray(), costs.ToArray(), capacities)
        {
            UnassignedCosts = _mayLeave ? leave.ToArray() : default,
        };
        return new(problem, PlanStatus.Optimal, [.. places], prices, TotalCost, null);
    }

    /// <summary>The certificate of the plan as it is now. O(arcs).</summary>
    public PlanCertificate<long> Verify() => ToPlan().Verify();

    private int Told(int worker) => _solver.IsNobody(worker) ? TransportationPlan.Nobody : worker;

    private void Check(int @case)
    {
        if ((uint)@case >= (uint)_isThere.Count || !_isThere[@case])
            throw new ArgumentOutOfRangeException(nameof(@case), @case, "There is no such case, or it was removed.");
    }

    private void CheckWorker(int worker)
    {
        if ((uint)worker >= (uint)Workers)
            throw new ArgumentOutOfRangeException(nameof(worker), worker, Text.Of($"There are {Workers} workers."));
    }
}
