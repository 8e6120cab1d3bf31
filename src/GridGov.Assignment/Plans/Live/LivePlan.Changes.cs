namespace GridGov.Assignment;

/// <content>Changes, each of which leaves the best plan or none of its traces.</content>
public sealed partial class LivePlan
{
    /// <summary>Adds a case.</summary>
    /// <param name="workers">The workers who may take it, none twice.</param>
    /// <param name="costs">What it costs with each.</param>
    /// <param name="unassignedCost">What it costs to leave it; only where the plan was started with such costs.</param>
    /// <returns>What moved; <see cref="LiveChange.Subject"/> is its number. Not done where there is no room.</returns>
    /// <exception cref="ArgumentException">The spans differ in length, or a worker is not one or comes twice; the index is named.</exception>
    public LiveChange Insert(ReadOnlySpan<int> workers, ReadOnlySpan<int> costs, int? unassignedCost = null)
    {
        if (workers.Length != costs.Length)
            throw new ArgumentException(Text.Of($"There are {workers.Length} workers of arcs and {costs.Length} costs."), nameof(costs));
        if (unassignedCost.HasValue != _mayLeave)
            throw new ArgumentException("A cost of leaving the case is given exactly where the plan was started with such costs.", nameof(unassignedCost));
        for (var a = 0; a < workers.Length; a++)
        {
            if ((uint)workers[a] >= (uint)Workers || workers[..a].Contains(workers[a]))
                throw new ArgumentException(Text.Of($"Arc {a} is to worker {workers[a]}, who is not one or has an arc already."), nameof(workers));
        }

        _rows.Begin();
        var added = _rows.AddCase(workers, costs, unassignedCost ?? 0);
        _isThere.Add(true);
        if (_solver.Enter(added))
            return Done(added, 0);
        _rows.RemoveCase(added);
        _isThere[added] = false;
        return NotDone(added);
    }

    /// <summary>Removes a case that is finished or withdrawn.</summary>
    /// <param name="case">The number of the case.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such case.</exception>
    public LiveChange Remove(int @case)
    {
        Check(@case);
        _rows.Begin();
        _solver.Leave(@case);
        var change = Done(@case, 0);
        _rows.RemoveCase(@case);
        _isThere[@case] = false;
        return change;
    }

    /// <summary>Changes what a case costs with a worker; one who could not take it now may.</summary>
    /// <param name="case">The number of the case.</param>
    /// <param name="worker">The number of the worker.</param>
    /// <param name="cost">The cost from now on.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such case or worker.</exception>
    public LiveChange SetCost(int @case, int worker, int cost)
    {
        Check(@case);
        CheckWorker(worker);
        _rows.Begin();
        var at = _solver.At[@case];
        var before = _solver.CostOfPlace(@case, at);
        bool leaves;
        if (worker == at)
        {
            _rows.SetCost(@case, worker, cost);
            if (cost <= before)
                _solver.NoteCost(@case);
            leaves = cost > before && !_solver.Stays(@case);
        }
        else
        {
            leaves = _solver.IsDrawn(@case, worker, cost);
            _rows.SetCost(@case, worker, cost);
            if (!leaves)
                _solver.Cheaper(@case, worker, cost);
        }

        if (leaves)
        {
            // There is a plan, the one before; so the case comes in again.
            _solver.Leave(@case);
            _solver.Enter(@case);
        }

        return Done(@case, (long)_solver.CostOfPlace(@case, at) - before);
    }

    /// <summary>Changes how many cases a worker has room for; zero for one who is absent or gone.</summary>
    /// <param name="worker">The number of the worker.</param>
    /// <param name="capacity">The room, zero or more.</param>
    /// <returns>What moved. Not done where those who would have to go have nowhere to go.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such worker, or the capacity is negative.</exception>
    public LiveChange SetCapacity(int worker, int capacity)
    {
        CheckWorker(worker);
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _rows.Begin();
        var before = _solver.RoomOf(worker);
        var going = new List<int>();
        while (_solver.LoadOf(worker) > capacity)
        {
            var first = _solver.FirstOf(worker);
            _solver.Drop(first);
            going.Add(first);
        }

        _solver.SetRoom(worker, capacity);
        for (var i = 0; i < going.Count; i++)
        {
            if (_solver.Enter(going[i]))
                continue;

            // With the room of before there is a plan again, and the plan of before is one of the best.
            var shortage = _solver.Shortage;
            _solver.SetRoom(worker, before);
            for (; i < going.Count; i++)
                _solver.Enter(going[i]);
            _solver.Settle(worker);
            _solver.PutBack();
            return NotDone(worker) with { Shortage = shortage };
        }

        _solver.Settle(worker);
        return Done(worker, 0);
    }

    /// <summary>Adds a worker who may take some of the cases.</summary>
    /// <param name="capacity">How many.</param>
    /// <param name="cases">The cases, none twice.</param>
    /// <param name="costs">What each costs.</param>
    /// <returns>What moved; <see cref="LiveChange.Subject"/> is the worker's number.</returns>
    /// <exception cref="ArgumentException">The spans differ in length, or a case is not there or comes twice; the index is named.</exception>
    public LiveChange AddWorker(int capacity, ReadOnlySpan<int> cases, ReadOnlySpan<int> costs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        if (cases.Length != costs.Length)
            throw new ArgumentException(Text.Of($"There are {cases.Length} cases of arcs and {costs.Length} costs."), nameof(costs));
        var seen = new HashSet<int>();
        for (var a = 0; a < cases.Length; a++)
        {
            if ((uint)cases[a] >= (uint)_isThere.Count || !_isThere[cases[a]] || !seen.Add(cases[a]))
                throw new ArgumentException(Text.Of($"Arc {a} is to case {cases[a]}, which is not there or has an arc already."), nameof(cases));
        }

        var added = _rows.AddWorker();
        _solver.AddWorker();
        for (var a = 0; a < cases.Length; a++)
        {
            _solver.Deter(cases[a], added, costs[a]);
            _rows.SetCost(cases[a], added, costs[a]);
        }

        for (var a = 0; a < cases.Length; a++)
            _solver.Cheaper(cases[a], added, costs[a]);
        return SetCapacity(added, capacity);
    }

    private LiveChange Done(int subject, long costChange)
    {
        var moves = new List<LiveMove>();
        foreach (var (@case, from) in _rows.Before)
        {
            var to = _solver.At[@case];
            if (from == to)
                continue;
            if (Told(from) != Told(to))
                moves.Add(new(@case, Told(from), Told(to)));
            costChange += (to < 0 ? 0L : _solver.CostOfPlace(@case, to)) - (from < 0 ? 0L : _solver.CostOfPlace(@case, from));
        }

        moves.Sort((one, other) => one.Case.CompareTo(other.Case));
        TotalCost += costChange;
        return new() { Subject = subject, Moves = [.. moves], CostChange = costChange };
    }

    private LiveChange NotDone(int subject) => new() { Subject = subject, Moves = [], CostChange = 0, Shortage = _solver.Shortage };
}
