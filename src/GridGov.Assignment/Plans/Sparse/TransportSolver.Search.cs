namespace GridGov.Assignment;

/// <content>Shortest augmenting paths over workers.</content>
internal sealed partial class TransportSolver
{
    private readonly DistanceQueue _queue = new();
    private long[] _distance = [];
    private int[] _through = [];
    private readonly List<int> _touched = [];
    private readonly List<int> _settled = [];
    private readonly List<int> _branch = [];
    private long _bound;
    private int _target;
    private int _moving;

    /// <summary>Places a slot at least cost, moving others; false where it cannot be placed, with the workers reached in <see cref="_settled"/>.</summary>
    private bool Augment(int slot)
    {
        PrepareSearch();
        (_bound, _target) = (Never, -1);
        _settled.Clear();
        Reach(slot, -1, 0, _hurry ? 0 : Choose(slot).First);
        while (_queue.TryTake(out var distance, out var worker))
        {
            if (distance >= _bound)
                break;
            if (distance > _distance[worker])
                continue;
            _settled.Add(worker);
            Expand(worker, distance);
        }

        _queue.Clear();
        if (_target < 0)
        {
            ForgetDistances();
            return false;
        }

        foreach (var worker in _hurry ? [] : _settled)
            _price[worker] += _bound - _distance[worker];
        for (var worker = _target; ;)
        {
            var moved = _through[worker];
            var from = _at[moved];
            var gone = worker == _target ? -1 : _moving;
            _live?.Note(moved, from);
            _at[moved] = worker;
            var level = LevelOf(moved);
            if (gone < 0)
                Append(worker, moved, level);
            else
                Replace(worker, gone, moved, level);
            if (from < 0)
                break;
            (_moving, worker) = (moved, from);
        }

        ForgetDistances();
        return true;
    }

    private void PrepareSearch()
    {
        if (_distance.Length == _price.Length)
            return;
        _distance = new long[_price.Length];
        _distance.AsSpan().Fill(Never);
        _through = new int[_price.Length];
    }

    private void ForgetDistances()
    {
        foreach (var worker in _touched)
            _distance[worker] = Never;
        _touched.Clear();
    }

    /// <summary>Goes through the list of a full worker from those that leave first, leaving out branches beyond the bound.</summary>
    private void Expand(int worker, long distance)
    {
        if (!_isHeap[worker])
            MakeHeap(worker);
        var start = _listStart[worker];
        var count = _load[worker];
        _branch.Clear();
        if (count > 0)
            _branch.Add(0);
        for (var b = 0; b < _branch.Count; b++)
        {
            var i = _branch[b];
            if (distance + (_level[start + i] - _price[worker]) >= _bound)
            {
                _branch[b] = -1;
                continue;
            }

            var level = Reach(_list[start + i], worker, distance, _price[worker]);
            _level[start + i] = _hurry ? _level[start + i] : level;
            if (2 * i + 1 < count)
                _branch.Add(2 * i + 1);
            if (2 * i + 2 < count)
                _branch.Add(2 * i + 2);
        }

        // Children come after their parents in the branch, so going back restores the heap from below.
        for (var b = _branch.Count - 1; b >= 0; b--)
        {
            if (_branch[b] >= 0)
                SiftDown(worker, _branch[b]);
        }
    }

    /// <summary>Looks at all workers to whom a slot could go, and returns the price at which it leaves its own.</summary>
    private long Reach(int slot, int own, long distance, long ownPrice)
    {
        if (_hurry)
            return ReachAnyhow(slot);
        var @case = CaseOf(slot);
        RowOf(@case, out var row, out var costs);
        var ownCost = 0;
        if (own >= 0)
            ownCost = costs[row.IndexOf(own)];
        var offset = distance - ownCost - ownPrice;
        var least = Never;
        var price = _price;
        if (_mayLeave)
        {
            least = LeaveCostOf(@case);
            Touch(_off, least + offset, slot);
        }

        for (var a = 0; a < row.Length; a++)
        {
            var worker = row[a];
            var value = costs[a] + price[worker];
            if (value >= least && value + offset >= _bound)
                continue;
            if (worker == own || (!_single && Holds(@case, worker)))
                continue;
            least = Math.Min(least, value);
            Touch(worker, value + offset, slot);
        }

        return least == Never ? Never : least - ownCost;
    }

    // Prices and costs as if they were all zero: the nearest room, not the cheapest.
    private long ReachAnyhow(int slot)
    {
        var @case = CaseOf(slot);
        if (_mayLeave)
            Touch(_off, 0, slot);
        RowOf(@case, out var row, out _);
        foreach (var worker in row)
        {
            if (_at[slot] != worker && !Holds(@case, worker))
                Touch(worker, 0, slot);
        }

        return 0;
    }

    private void Touch(int worker, long distance, int slot)
    {
        if (distance >= _bound || distance >= _distance[worker])
            return;
        if (_distance[worker] == Never)
            _touched.Add(worker);
        (_distance[worker], _through[worker]) = (distance, slot);
        if (_load[worker] < _room[worker])
            (_bound, _target) = (distance, worker);
        else
            _queue.Add(distance, worker);
    }
}
