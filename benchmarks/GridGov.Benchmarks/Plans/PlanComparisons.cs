using Google.OrTools.Graph;
using GridGov.Assignment;

namespace GridGov.Benchmarks;

/// <summary>One plan: build, solve, read. The answer is the total; the plan's certificate is checked in the set-up.</summary>
internal abstract class PlanComparison(string id, string what, string peer) : IComparison
{
    public string Id => id;

    public string Area => Areas.Plan;

    public string What => what;

    public string Peer => peer;

    public string Unit => "ns/plan";

    public bool IsWhole => true;

    public abstract void Setup();

    public long Ours(int n) => Repeat(n, SolveOurs);

    public long Theirs(int n) => Repeat(n, SolveTheirs);

    protected abstract long SolveOurs();

    protected abstract long SolveTheirs();

    private static long Repeat(int n, Func<long> solve)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
            sum += solve();
        return sum;
    }
}

/// <summary>A dense matrix.</summary>
internal sealed class DensePlan(string id, string what, int size, Func<int, int[]> make)
    : PlanComparison(id, what, "Google.OrTools LinearSumAssignment")
{
    private int[] _costs = [];

    public override void Setup()
    {
        _costs = _costs.Length > 0 ? _costs : make(size);
        var verdict = LinearAssignment.Solve(_costs, size, size).Verify<int>(_costs);
        if (verdict.Verdict != PlanVerdict.Optimal)
            throw new InvalidOperationException($"{Id}: {verdict}");
    }

    protected override long SolveOurs()
    {
        var plan = LinearAssignment.Solve(_costs, size, size);
        long check = 0;
        for (var i = 0; i < size; i++)
            check += plan.RowToColumn[i];
        return plan.TotalCost + check;
    }

    protected override long SolveTheirs()
    {
        using var solver = new LinearSumAssignment();
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                solver.AddArcWithCost(i, j, _costs[i * size + j]);
        }

        solver.Solve();
        long check = 0;
        for (var i = 0; i < size; i++)
            check += solver.RightMate(i);
        return solver.OptimalCost() + check;
    }
}

/// <summary>Compressed rows with capacities.</summary>
internal sealed class SparsePlan(string id, string what, Func<SparseInstance> make)
    : PlanComparison(id, what, "Google.OrTools MinCostFlow")
{
    private SparseInstance? _made;

    public override void Setup()
    {
        _made ??= make();
        var verdict = Solve(_made).Verify();
        if (verdict.Verdict != PlanVerdict.Optimal)
            throw new InvalidOperationException($"{Id}: {verdict}");
    }

    /// <summary>The least total by the peer.</summary>
    public static long SolveByFlow(SparseInstance made)
    {
        var (cases, workers) = (made.Cases, made.Capacities.Length);
        using var flow = new MinCostFlow();
        for (var c = 0; c < cases; c++)
        {
            for (var a = made.Starts[c]; a < made.Starts[c + 1]; a++)
                flow.AddArcWithCapacityAndUnitCost(c, cases + made.Workers[a], 1, made.Costs[a]);
        }

        for (var w = 0; w < workers; w++)
            flow.AddArcWithCapacityAndUnitCost(cases + w, cases + workers, made.Capacities[w], 0);
        for (var c = 0; c < cases; c++)
            flow.SetNodeSupply(c, 1);
        flow.SetNodeSupply(cases + workers, -cases);
        if (flow.Solve() != MinCostFlowBase.Status.OPTIMAL)
            throw new InvalidOperationException("The peer found no plan.");
        var placed = 0;
        for (var a = 0; a < made.Workers.Length; a++)
            placed += flow.Flow(a) > 0 ? 1 : 0;
        return flow.OptimalCost() + placed;
    }

    protected override long SolveOurs()
    {
        var plan = Solve(_made!);
        var placed = 0;
        foreach (var worker in plan.CaseToWorker)
            placed += worker >= 0 ? 1 : 0;
        return plan.TotalCost + placed;
    }

    protected override long SolveTheirs() => SolveByFlow(_made!);

    private static TransportationPlan Solve(SparseInstance made) =>
        Transportation.Solve(new(made.Starts, made.Workers, made.Costs, made.Capacities));
}

/// <summary>A sparse matrix, one to one.</summary>
internal sealed class OneToOnePlan(string id, string what)
    : PlanComparison(id, what, "Google.OrTools LinearSumAssignment")
{
    private SparseInstance _made = new([0], [], [], []);

    public override void Setup()
    {
        _made = PlanInstances.OneToOne(15);
        var verdict = Transportation.Solve(new(_made.Starts, _made.Workers, _made.Costs, _made.Capacities)).Verify();
        if (verdict.Verdict != PlanVerdict.Optimal)
            throw new InvalidOperationException($"{Id}: {verdict}");
    }

    protected override long SolveOurs()
    {
        var plan = Transportation.Solve(new(_made.Starts, _made.Workers, _made.Costs, _made.Capacities));
        long check = 0;
        foreach (var worker in plan.CaseToWorker)
            check += worker;
        return plan.TotalCost + check;
    }

    protected override long SolveTheirs()
    {
        using var solver = new LinearSumAssignment();
        for (var c = 0; c < _made.Cases; c++)
        {
            for (var a = _made.Starts[c]; a < _made.Starts[c + 1]; a++)
                solver.AddArcWithCost(c, _made.Workers[a], _made.Costs[a]);
        }

        solver.Solve();
        long check = 0;
        for (var c = 0; c < _made.Cases; c++)
            check += solver.RightMate(c);
        return solver.OptimalCost() + check;
    }
}

/// <summary>The plan rows, small for the quick form and of full size.</summary>
internal static class PlanRows
{
    public static IReadOnlyList<IComparison> Make(bool full)
    {
        var (dense, products) = full ? (2000, 1000) : (500, 300);
        var (cases, workers) = full ? (100_000, 2_000) : (10_000, 200);
        var (many, staff) = full ? (1_000_000, 20_000) : (50_000, 1_000);
        return
        [
            new DensePlan("plan.dense.uniform", $"{dense} × {dense}, costs 1..1,000", dense, n => PlanInstances.Uniform(n, 1)),
            new DensePlan("plan.dense.euclid", $"{dense} × {dense}, distances", dense, n => PlanInstances.Euclidean(n, 2)),
            new DensePlan("plan.dense.products", $"{products} × {products}, i·j", products, PlanInstances.Products),
            new OneToOnePlan("plan.sparse.orlib", "assignp1500, one to one"),
            new SparsePlan("plan.cases.random", $"{cases} cases, {workers} workers, 20 arcs, 20 % slack", () => PlanInstances.Cases(cases, workers, 20, false, 0.2, 3)),
            new SparsePlan("plan.cases.ring", "the same, ring territories", () => PlanInstances.Ring(cases, workers, 20, 0.2, 4)),
            new SparsePlan("plan.cases.popular", "the same, popular workers", () => PlanInstances.Cases(cases, workers, 20, true, 0.2, 5)),
            new SparsePlan("plan.cases.popular.tight", "popular workers, 2 % slack", () => PlanInstances.Cases(cases, workers, 20, true, 0.02, 6)),
            new SparsePlan("plan.cases.ring.tight", "ring territories, 2 % slack", () => PlanInstances.Ring(cases, workers, 20, 0.02, 7)),
            new SparsePlan("plan.cases.many", $"{many} cases, {staff} workers, 20 arcs, 20 % slack", () => PlanInstances.Cases(many, staff, 20, false, 0.2, 8)),
            new LiveInsert("plan.live.insert", "one more of them", () => PlanInstances.Cases(cases, workers, 20, true, 0.02, 6)),
            new LiveInsert("plan.live.insert.ring", "one more, ring territories, 2 % slack", () => PlanInstances.Ring(cases, workers, 20, 0.02, 7)),
            new LiveRemove("plan.live.remove", "one less of the popular", () => PlanInstances.Cases(cases, workers, 20, true, 0.02, 6)),
            new LiveRemove("plan.live.remove.ring", "one less, ring territories, 2 % slack", () => PlanInstances.Ring(cases, workers, 20, 0.02, 7)),
        ];
    }
}
