namespace GridGov.Assignment;

/// <summary>Arcs that come and go, by case and by worker, and who was moved since the last change began.</summary>
internal sealed class LiveRows
{
    private readonly List<Line> _rows = [];
    private readonly List<Line> _columns = [];
    private readonly List<int> _leaveCosts = [];
    private readonly Dictionary<int, int> _before = [];

    public LiveRows(TransportationProblem problem)
    {
        for (var w = 0; w < problem.Workers; w++)
            _columns.Add(new());
        for (var c = 0; c < problem.Cases; c++)
            AddCase(problem.WorkersOf(c), problem.CostsOf(c), problem.UnassignedCosts.IsEmpty ? 0 : problem.UnassignedCosts.Span[c]);
    }

    /// <summary>Where each case that was moved had been, in the order of the first move of each.</summary>
    public IReadOnlyDictionary<int, int> Before => _before;

    public int Workers => _columns.Count;

    public void Begin() => _before.Clear();

    public void Note(int slot, int from) => _before.TryAdd(slot, from);

    public void RowOf(int @case, out ReadOnlySpan<int> workers, out ReadOnlySpan<int> costs) => _rows[@case].Read(out workers, out costs);

    public void ColumnOf(int worker, out ReadOnlySpan<int> cases, out ReadOnlySpan<int> costs) => _columns[worker].Read(out cases, out costs);

    public int LeaveCostOf(int @case) => _leaveCosts[@case];

    public int AddCase(ReadOnlySpan<int> workers, ReadOnlySpan<int> costs, int leaveCost)
    {
        var @case = _rows.Count;
        _rows.Add(new(workers, costs));
        _leaveCosts.Add(leaveCost);
        for (var a = 0; a < workers.Length; a++)
            _columns[workers[a]].Add(@case, costs[a]);
        return @case;
    }

    public void RemoveCase(int @case)
    {
        _rows[@case].Read(out var workers, out _);
        foreach (var worker in workers)
            _columns[worker].Remove(@case);
        _rows[@case] = new();
    }

    public int AddWorker()
    {
        _columns.Add(new());
        return _columns.Count - 1;
    }

    /// <summary>Sets the cost of an arc, which is made where there was none.</summary>
    public void SetCost(int @case, int worker, int cost)
    {
        if (_rows[@case].TrySet(worker, cost))
        {
            _columns[worker].TrySet(@case, cost);
            return;
        }

        _rows[@case].Add(worker, cost);
        _columns[worker].Add(@case, cost);
    }

    /// <summary>One row or column.</summary>
    private sealed class Line
    {
        private int[] _others = [];
        private int[] _costs = [];
        private int _count;

        public Line()
        {
        }

        public Line(ReadOnlySpan<int> others, ReadOnlySpan<int> costs) =>
            (_others, _costs, _count) = (others.ToArray(), costs.ToArray(), others.Length);

        public void Read(out ReadOnlySpan<int> others, out ReadOnlySpan<int> costs)
        {
            others = _others.AsSpan(0, _count);
            costs = _costs.AsSpan(0, _count);
        }

        public void Add(int other, int cost)
        {
            if (_count == _others.Length)
            {
                Array.Resize(ref _others, Math.Max(4, _count + _count / 2));
                Array.Resize(ref _costs, _others.Length);
            }

            (_others[_count], _costs[_count]) = (other, cost);
            _count++;
        }

        public void Remove(int other)
        {
            var at = _others.AsSpan(0, _count).IndexOf(other);
            _count--;
            (_others[at], _costs[at]) = (_others[_count], _costs[_count]);
        }

        public bool TrySet(int other, int cost)
        {
            var at = _others.AsSpan(0, _count).IndexOf(other);
            if (at >= 0)
                _costs[at] = cost;
            return at >= 0;
        }
    }
}
