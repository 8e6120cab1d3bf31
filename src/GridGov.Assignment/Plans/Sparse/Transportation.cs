namespace GridGov.Assignment;

/// <summary>
/// Gives every case to workers who may take it, within everybody's room, at the least total cost: sparse, exact, in
/// integers. The same problem gives the same plan, whatever the number of cores; of equal plans it is one. Thread-safe.
/// </summary>
/// <remarks>
/// Worker prices: every case takes the cheapest; a full worker gives up the case that loses least and raises its
/// price; what is left goes by shortest augmenting paths over workers only. Ordinary inputs take time about
/// proportional to the arcs; the worst case is a search of all arcs for each case.
/// </remarks>
public static class Transportation
{
    /// <summary>Solves a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">A time limit and progress; none when null.</param>
    /// <param name="cancellationToken">Ends the run without a plan.</param>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public static TransportationPlan Solve(TransportationProblem problem, PlanOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var solver = new TransportSolver(problem, new(options, cancellationToken));
        var status = solver.Run();
        if (status == PlanStatus.NoPlan)
            return new(problem, status, [], [], 0, solver.Shortage);
        var total = solver.TotalCost();
        return new(problem, status, solver.Places, solver.Prices, total, null);
    }
}

/// <summary>How a plan came about.</summary>
public enum PlanStatus
{
    /// <summary>No plan is better.</summary>
    Optimal,

    /// <summary>Time ran out: a whole plan that keeps every rule, with the gap that its certificate proves.</summary>
    OutOfTime,

    /// <summary>There is no plan that keeps every rule; the shortage says why.</summary>
    NoPlan,
}

/// <summary>How far a run has come.</summary>
/// <param name="Placed">Places of cases that are settled for now.</param>
/// <param name="Places">All places of cases.</param>
public readonly record struct PlanProgress(int Placed, int Places);

/// <summary>How a run may be held. Immutable.</summary>
public sealed record PlanOptions
{
    /// <summary>After how long the best plan so far is given; no limit when null. It is looked at between searches, so a run takes a little longer.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The clock of <see cref="TimeLimit"/>; needed with it.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Hears now and then how far the run has come; on the thread of the caller.</summary>
    public IProgress<PlanProgress>? Progress { get; init; }
}

/// <summary>When a run has to stop.</summary>
internal readonly struct PlanWatch
{
    private readonly PlanOptions? _options;
    private readonly long _began;
    private readonly CancellationToken _stop;

    public PlanWatch(PlanOptions? options, CancellationToken stop)
    {
        if (options is { TimeLimit: not null, Clock: null })
            throw new ArgumentException("A time limit needs a clock.\nSet PlanOptions.Clock to the host's TimeProvider.", nameof(options));
        (_options, _stop) = (options, stop);
        _began = options?.Clock?.GetTimestamp() ?? 0;
    }

    /// <summary>Whether time is out.</summary>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public bool IsOver()
    {
        _stop.ThrowIfCancellationRequested();
        return _options is { TimeLimit: { } limit, Clock: { } clock } && clock.GetElapsedTime(_began) >= limit;
    }

    /// <summary>The options of a further run within the same limit.</summary>
    public PlanOptions? Rest() => _options is { TimeLimit: { } limit, Clock: { } clock }
        ? _options with { TimeLimit = limit - clock.GetElapsedTime(_began) is var rest && rest > TimeSpan.Zero ? rest : TimeSpan.Zero }
        : _options;

    public void Report(int placed, int places) => _options?.Progress?.Report(new(placed, places));
}
