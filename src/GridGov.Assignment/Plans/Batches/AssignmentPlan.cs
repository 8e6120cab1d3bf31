using System.Globalization;

namespace GridGov.Assignment;

/// <summary>
/// Who takes which of many cases, at the least cost of all and with loads as even as that allows; nothing is taken
/// until it is applied. Immutable but for being applied once; thread-safe.
/// </summary>
public sealed class AssignmentPlan
{
    private readonly TransportationPlan _plan;
    private readonly TransportationPlan? _noPlan;
    private readonly int[] _requestOf;
    private readonly int[] _workerOf;

    internal AssignmentPlan(PlanBasis basis, ValueList<AssignmentRequest> requests, BatchArcs batch, PlanWeights weights, TransportationPlan plan, TransportationPlan? noPlan, bool isEven)
    {
        (Basis, Requests, Weights, _plan, _noPlan, IsEven) = (basis, requests, weights, plan, noPlan, isEven);
        (_requestOf, _workerOf) = ([.. batch.Cases], [.. batch.ColumnWorkers]);
        var decisions = new AssignmentDecision[requests.Count];
        for (var i = 0; i < decisions.Length; i++)
            decisions[i] = new(-1, batch.Outcomes[i]);
        for (var c = 0; c < _requestOf.Length; c++)
        {
            if (plan.CaseToWorker[c] is var column and >= 0)
                decisions[_requestOf[c]] = new(_workerOf[column], AssignmentOutcome.Assigned);
        }

        Decisions = ValueList.Create<AssignmentDecision>(decisions);
        Shortage = noPlan?.Shortage is { } shortage
            ? shortage with
            {
                Cases = ValueList.From(shortage.Cases.Select(c => _requestOf[c])),
                Workers = ValueList.From(shortage.Workers.Select(w => _workerOf[w]).Distinct().Order()),
            }
            : null;
    }

    /// <summary>The roster in which the positions of the decisions count.</summary>
    public Roster Roster => Basis.Roster;

    /// <summary>The cases, in the order in which they were given.</summary>
    public ValueList<AssignmentRequest> Requests { get; }

    /// <summary>For each request, who is to take it, or why nobody is.</summary>
    public ValueList<AssignmentDecision> Decisions { get; }

    /// <summary>
    /// <see cref="PlanStatus.Optimal"/>, or <see cref="PlanStatus.OutOfTime"/> for a plan that keeps every rule and may
    /// not be the best. There is a plan always: who cannot be placed is left.
    /// </summary>
    public PlanStatus Status => _plan.Status;

    /// <summary>The cost by <see cref="Weights"/>, the cases that are left included, without those that nobody may take now.</summary>
    public long TotalCost => _plan.TotalCost;

    /// <summary>How the criteria were folded.</summary>
    public PlanWeights Weights { get; }

    /// <summary>
    /// Whether no plan of the same cost spreads the loads more evenly: the ratios of load to capacity, highest first,
    /// come earliest in dictionary order. False where time ran out.
    /// </summary>
    public bool IsEven { get; }

    /// <summary>
    /// Why not everybody is placed: requests, by their index, that need more room than all workers, by their position on
    /// the roster, who may take them have together. It tells one such set; null where there is none, and requests that nobody
    /// may take now are not in it: their decisions say so.
    /// </summary>
    public PlanShortage? Shortage { get; }

    internal PlanBasis Basis { get; }

    /// <summary>Who may take a request, as the roster and the loads were: staff numbers, in the order of the roster.</summary>
    /// <param name="request">The index of the request.</param>
    public ValueList<ActorId> MayTake(int request)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(request);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(request, Requests.Count);
        var @case = Array.BinarySearch(_requestOf, request);
        return @case < 0 ? [] : ValueList.From(WorkersOf(@case).Select(w => Roster[w].Id));
    }

    /// <summary>
    /// Checks the plan by nothing but its prices: every rule, the cost, and the bound that no plan can beat; and counts
    /// the shortage again. O(arcs). It proves what <see cref="Status"/> says; <see cref="IsEven"/> is not part of it.
    /// </summary>
    public PlanCertificate<long> Verify()
    {
        if (_noPlan?.Verify() is { Verdict: not PlanVerdict.Infeasible } wrong)
            return PlanCertificate<long>.Wrong($"The shortage does not hold. {wrong}");
        return _plan.Verify();
    }

    /// <summary>The shortage in words for an operator: grids and staff numbers, and a way out. Null where there is none.</summary>
    /// <param name="culture">The reader's culture; Chinese and English are known.</param>
    /// <param name="most">How many names are listed of each; the rest is counted.</param>
    public string? ExplainShortage(CultureInfo culture, int most = 10) => Shortage?.Explain(
        culture,
        c => Text.Of($"#{c} ({Roster.Grids.CodeOf(Requests[c].At)})"),
        w => Roster[w].Id.Value,
        most);

    /// <summary>Whether it was applied; kept by its engine.</summary>
    internal bool IsApplied { get; set; }

    private SortedSet<int> WorkersOf(int @case)
    {
        var workers = new SortedSet<int>();
        foreach (var column in _plan.Problem.WorkersOf(@case))
            workers.Add(_workerOf[column]);
        return workers;
    }
}

/// <summary>What a plan was computed from, and what has to be so still when it is applied. The terms of the requests count as they were.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Roster">The roster.</param>
/// <param name="Profile">The profile.</param>
/// <param name="Now">Who was there, with which limits and skills.</param>
/// <param name="Seats">The seats of all workers whom nothing lasting keeps from a request.</param>
/// <param name="Loads">What they held.</param>
internal sealed record PlanBasis(AssignmentEngine Engine, Roster Roster, DispatchProfile Profile, Availability Now, int[] Seats, int[] Loads);
