namespace GridGov.Assignment;

/// <summary>
/// Among the plans of equal cost, the one with the most even loads: the ratios of load to capacity, written highest
/// first, come earliest in dictionary order (leximin).
/// </summary>
/// <remarks>
/// All plans of least cost lie on arcs that are tight by the prices; to shift one case along a chain of them from a
/// column without price to another costs nothing. The loads that such plans give form an M-convex set, and there a
/// spread that no single shift betters is the best of all (Frank and Murota, decreasing minimization). The highest
/// worker is lightened first; where nobody lower can be reached, everybody reached is settled.
/// </remarks>
internal sealed class EvenLoads
{
    private readonly TransportationProblem _problem;
    private readonly IReadOnlyList<int> _workerOf;
    private readonly Func<int, int> _capacityOf;
    private readonly int _weight;
    private readonly int _off;
    private readonly long[] _prices;
    private readonly long[] _cheapest;
    private readonly int[] _at;
    private readonly List<int>[] _held;
    private readonly int[] _placeInHeld;
    private readonly int[] _sibling;
    private readonly Dictionary<int, long> _loads = [];
    private readonly bool[] _isSettled;
    private readonly int[] _seen;
    private readonly (int Column, int Case)[] _from;
    private readonly List<int> _reached = [];
    private int _round;

    public EvenLoads(TransportationPlan plan, IReadOnlyList<int> workerOf, Func<int, int> loadOf, Func<int, int> capacityOf, int weight)
    {
        (_problem, _workerOf, _capacityOf, _weight, _off) = (plan.Problem, workerOf, capacityOf, weight, plan.Problem.Workers);
        _prices = [.. plan.Prices, 0];
        _at = plan.CaseToWorker.ToArray();
        _at.AsSpan().Replace(TransportationPlan.Nobody, _off);
        _held = new List<int>[_off + 1];
        _placeInHeld = new int[_at.Length];
        _cheapest = new long[_at.Length];
        (_sibling, _isSettled, _seen) = (new int[_off + 1], new bool[_off + 1], new int[_off + 1]);
        _from = new (int, int)[_off + 1];
        var first = new Dictionary<int, int>();
        _sibling.AsSpan().Fill(-1);
        for (var column = 0; column <= _off; column++)
        {
            _held[column] = [];
            if (column == _off)
                break;
            _loads[workerOf[column]] = loadOf(workerOf[column]);
            if (!first.TryAdd(workerOf[column], column))
                (_sibling[column], _sibling[first[workerOf[column]]]) = (first[workerOf[column]], column);
        }

        for (var c = 0; c < _at.Length; c++)
        {
            Put(c, _at[c]);
            _cheapest[c] = _at[c] == _off ? _problem.UnassignedCosts.Span[c] : CostAt(c, _at[c]) + _prices[_at[c]];
            if (_at[c] != _off)
                _loads[workerOf[_at[c]]] += weight;
        }
    }

    /// <summary>The column of each case; -1 for nobody.</summary>
    public int[] Places
    {
        get
        {
            var places = (int[])_at.Clone();
            places.AsSpan().Replace(_off, TransportationPlan.Nobody);
            return places;
        }
    }

    /// <summary>Evens the loads out.</summary>
    /// <returns>False where time ran out before.</returns>
    public bool Run(PlanWatch watch)
    {
        var order = Comparer<(long Load, int Capacity, int Worker)>.Create((one, other) =>
            Compare(other.Load, other.Capacity, one.Load, one.Capacity) is var by && by != 0 ? by : one.Worker.CompareTo(other.Worker));
        var queue = new PriorityQueue<int, (long Load, int Capacity, int Worker)>(order);
        var columns = Enumerable.Range(0, _off).ToLookup(c => _workerOf[c]);
        foreach (var worker in columns)
            queue.Enqueue(worker.Key, (_loads[worker.Key], _capacityOf(worker.Key), worker.Key));
        while (queue.TryDequeue(out var worker, out var key))
        {
            if (watch.IsOver())
                return false;
            if (key.Load != _loads[worker])
                continue;
            var to = FindLower(worker, columns[worker]);
            if (to < 0)
            {
                foreach (var column in _reached)
                    _isSettled[column] = true;
                continue;
            }

            Shift(to);
            var other = _workerOf[to];
            _loads[worker] -= _weight;
            _loads[other] += _weight;
            queue.Enqueue(worker, (_loads[worker], _capacityOf(worker), worker));
            queue.Enqueue(other, (_loads[other], _capacityOf(other), other));
        }

        return true;
    }

    // Ratios exactly; of equal ones the larger desk is the better place, for what it gives up weighs less.
    private static int Compare(long load, int capacity, long otherLoad, int otherCapacity)
    {
        var by = ((Int128)load * otherCapacity).CompareTo((Int128)otherLoad * capacity);
        return by != 0 ? by : otherCapacity.CompareTo(capacity);
    }

    /// <summary>The best column that one case of the worker can be passed on to, or -1 where nobody is lower.</summary>
    private int FindLower(int worker, IEnumerable<int> columns)
    {
        _round++;
        _reached.Clear();
        foreach (var column in columns)
        {
            // A priced column has to stay full; so must the plan.
            if (_prices[column] == 0 && _held[column].Count > 0 && !_isSettled[column])
                Reach(column, -1, -1);
        }

        var best = -1;
        var (load, capacity) = (_loads[worker], _capacityOf(worker));
        for (var i = 0; i < _reached.Count; i++)
        {
            var column = _reached[i];
            if (column != _off && HasRoom(column))
            {
                var other = _workerOf[column];
                var after = _loads[other] + _weight;
                if (other != worker && Compare(after, _capacityOf(other), load, capacity) < 0
                    && (best < 0 || Compare(after, _capacityOf(other), _loads[_workerOf[best]] + _weight, _capacityOf(_workerOf[best])) < 0))
                {
                    best = column;
                }

                // What comes in here lets something else of the same worker go, from the other column too.
                if (_sibling[column] is var twin and >= 0 && _prices[twin] == 0)
                    Reach(twin, column, -1);
            }

            foreach (var held in _held[column])
                ReachFrom(held, column);
        }

        return best;
    }

    private void ReachFrom(int @case, int column)
    {
        var workers = _problem.WorkersOf(@case);
        var costs = _problem.CostsOf(@case);
        for (var a = 0; a < workers.Length; a++)
        {
            if (costs[a] + _prices[workers[a]] == _cheapest[@case])
                Reach(workers[a], column, @case);
        }

        if (!_problem.UnassignedCosts.IsEmpty && _problem.UnassignedCosts.Span[@case] == _cheapest[@case])
            Reach(_off, column, @case);
    }

    private void Reach(int column, int from, int @case)
    {
        if (_seen[column] == _round || _isSettled[column])
            return;
        _seen[column] = _round;
        _from[column] = (from, @case);
        _reached.Add(column);
    }

    private void Shift(int to)
    {
        while (_from[to] is var (from, @case) && from >= 0)
        {
            if (@case >= 0)
            {
                Take(@case);
                Put(@case, to);
            }

            to = from;
        }
    }

    private bool HasRoom(int column) => _held[column].Count < _problem.Capacities.Span[column];

    private int CostAt(int @case, int column) => _problem.CostsOf(@case)[_problem.WorkersOf(@case).IndexOf(column)];

    private void Put(int @case, int column)
    {
        _at[@case] = column;
        _placeInHeld[@case] = _held[column].Count;
        _held[column].Add(@case);
    }

    private void Take(int @case)
    {
        var held = _held[_at[@case]];
        var last = held[^1];
        held[_placeInHeld[@case]] = last;
        _placeInHeld[last] = _placeInHeld[@case];
        held.RemoveAt(held.Count - 1);
    }
}
