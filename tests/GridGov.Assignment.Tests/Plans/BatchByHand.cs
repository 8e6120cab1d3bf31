namespace GridGov.Assignment.Tests;

/// <summary>Every way to give out a few cases, compared by the goals as sentences: slow, and apart from the solver.</summary>
internal sealed class BatchByHand(AssignmentEngine engine, DispatchProfile profile, AssignmentRequest[] requests)
{
    private static readonly Criterion[] Order = [Criterion.Level, Criterion.Post, Criterion.Continuity, Criterion.NiceToHave];

    private readonly (int Worker, double[] Values)[][] _choices = [.. requests.Select(r => ChoicesOf(engine, r))];
    private List<double>? _best;

    /// <summary>The goals of the best plan, most important first; less is better.</summary>
    public List<double> Best()
    {
        Try(0, new int[requests.Length]);
        return _best!;
    }

    /// <summary>The goals of one plan; null when somebody may not or has no room.</summary>
    public List<double>? GoalsOf(int[] workers)
    {
        var goals = new List<double> { 0, 0, 0, 0, 0, 0 };
        var (all, ordinary) = (new int[engine.Roster.Workers.Count], new int[engine.Roster.Workers.Count]);
        for (var i = 0; i < workers.Length; i++)
        {
            if (workers[i] < 0)
            {
                goals[0]++;
                goals[1] += requests[i].IsUrgent ? 1 : 0;
                continue;
            }

            var chosen = Array.Find(_choices[i], c => c.Worker == workers[i]);
            if (chosen.Values is null)
                return null;
            for (var k = 0; k < Order.Length; k++)
                goals[2 + k] += chosen.Values[k] - _choices[i].Min(c => c.Values[k]);
            all[workers[i]] += requests[i].Weight;
            ordinary[workers[i]] += requests[i].IsUrgent ? 0 : requests[i].Weight;
        }

        var ratios = new List<double>();
        for (var w = 0; w < all.Length; w++)
        {
            var worker = engine.Roster.Workers[w];
            var load = engine.Workload.LoadOf(w);
            var reserved = (int)Math.Ceiling(worker.Capacity * profile.UrgentReserve / 100m);
            if ((all[w] > 0 && load + all[w] > worker.Capacity) || (ordinary[w] > 0 && load + ordinary[w] > worker.Capacity - reserved))
                return null;
            ratios.Add((load + all[w]) / (double)worker.Capacity);
        }

        goals.AddRange(ratios.OrderDescending());
        return goals;
    }

    private static (int Worker, double[] Values)[] ChoicesOf(AssignmentEngine engine, AssignmentRequest request) =>
    [
        .. engine.Explain(request).Candidates.Where(c => c.Obstacles.IsEmpty).Select(c =>
            (engine.Find(c.Worker.Value), Order.Select(o => c.Criteria.Where(v => v.Criterion == o).Select(v => v.Value).FirstOrDefault()).ToArray())),
    ];

    private void Try(int at, int[] workers)
    {
        if (at == workers.Length)
        {
            if (GoalsOf(workers) is { } goals && (_best is null || Compare(goals, _best) < 0))
                _best = goals;
            return;
        }

        foreach (var worker in _choices[at].Select(c => c.Worker).Append(-1))
        {
            workers[at] = worker;
            Try(at + 1, workers);
        }
    }

    private static int Compare(List<double> one, List<double> other) =>
        one.Zip(other, (a, b) => a.CompareTo(b)).FirstOrDefault(c => c != 0);
}
