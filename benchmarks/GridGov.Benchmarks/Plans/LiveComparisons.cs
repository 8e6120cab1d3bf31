using GridGov.Assignment;

namespace GridGov.Benchmarks;

/// <summary>
/// A live plan in which cases come or go one by one, against the peer that solves again after each. The last cases of
/// the instance are those that come and go, so both sides can be brought back.
/// </summary>
internal abstract class LiveComparison(string id, string what, Func<SparseInstance> make) : IComparison
{
    /// <summary>Changes in one call; the peer solves once.</summary>
    protected const int Changes = 64;

    private SparseInstance? _all;
    private SparseInstance? _fewer;

    public string Id => id;

    public string Area => Areas.Plan;

    public string What => what;

    public string Peer => "Google.OrTools MinCostFlow, solving again";

    public string Unit => "ns/change";

    public bool IsWhole => true;

    public int OursToTheirs => Changes;

    protected SparseInstance All => _all!;

    protected SparseInstance Fewer => _fewer!;

    protected LivePlan Live { get; private set; } = null!;

    protected List<int> Last { get; } = [];

    public void Setup()
    {
        _all ??= make();
        var keep = _all.Cases - Changes;
        _fewer = new(_all.Starts[..(keep + 1)], _all.Workers[.._all.Starts[keep]], _all.Costs[.._all.Starts[keep]], _all.Capacities);
        Live = LivePlan.TryStart(new(_fewer.Starts, _fewer.Workers, _fewer.Costs, _fewer.Capacities), out _)
            ?? throw new InvalidOperationException($"{Id}: no plan.");
        Last.Clear();
        Come();
        Go();
        var verdict = Live.Verify();
        if (verdict.Verdict != PlanVerdict.Optimal)
            throw new InvalidOperationException($"{Id}: {verdict}");
    }

    public abstract void Ready();

    public abstract long Ours(int n);

    public abstract long Theirs(int n);

    protected void Come()
    {
        for (var c = All.Cases - Changes; Last.Count < Changes; c++)
        {
            var (from, to) = (All.Starts[c], All.Starts[c + 1]);
            Last.Add(Live.Insert(All.Workers.AsSpan(from..to), All.Costs.AsSpan(from..to)).Subject);
        }
    }

    protected void Go()
    {
        foreach (var @case in Last)
            Live.Remove(@case);
        Last.Clear();
    }
}

/// <summary>Cases that come.</summary>
internal sealed class LiveInsert(string id, string what, Func<SparseInstance> make) : LiveComparison(id, what, make)
{
    public override void Ready() => Go();

    public override long Ours(int n)
    {
        Come();
        return Live.TotalCost;
    }

    public override long Theirs(int n) => SparsePlan.SolveByFlow(All) - All.Cases;
}

/// <summary>Cases that go.</summary>
internal sealed class LiveRemove(string id, string what, Func<SparseInstance> make) : LiveComparison(id, what, make)
{
    public override void Ready() => Come();

    public override long Ours(int n)
    {
        Go();
        return Live.TotalCost;
    }

    public override long Theirs(int n) => SparsePlan.SolveByFlow(Fewer) - Fewer.Cases;
}
