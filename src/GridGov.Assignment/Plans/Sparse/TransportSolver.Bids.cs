namespace GridGov.Assignment;

/// <content>The first choice of everybody, and bids.</content>
internal sealed partial class TransportSolver
{
    // After so many steps, or steps that raise no price, a slot waits for the next round, and then for a search over all.
    private const int Rounds = 3;
    private const int MaxSteps = 20;
    private const int MaxStill = 1;

    private readonly List<int> _waiting = [];
    private bool _isBalanced;

    /// <summary>Everybody at the cheapest worker, at price zero; who does not fit is sent on.</summary>
    private void PlaceFirst()
    {
        _isBalanced = IsBalanced();
        if (_isBalanced)
            PriceByColumns();

        // With headcounts the slots of a case look at each other.
        var half = IsForTwo && _single ? _slots / 2 : _slots;
        var levels = GC.AllocateUninitializedArray<long>(_slots);
        var (one, two) = (new int[_workers + 1], new int[_workers + 1]);
        InTwo(half, () => ChooseFirst(0, half, levels, one), () => ChooseFirst(half, _slots, levels, two));

        // Lists are as long as the worker has room, or as many want it; no worker needs more than may come.
        var most = MostOf(Math.Max(2L * _slots, 1024));
        long total = 0;
        for (var w = 0; w < _workers; w++)
        {
            _listStart[w] = checked((int)total);
            total += Math.Max(one[w] + two[w], Math.Min(_room[w], most?[w] ?? _slots));
            _load[w] = one[w] + two[w];
            two[w] = _listStart[w] + one[w];
            one[w] = _listStart[w];
        }

        _listStart[_workers] = checked((int)total);
        _list = GC.AllocateUninitializedArray<int>((int)total);
        _level = GC.AllocateUninitializedArray<long>((int)total);
        InTwo(half, () => List(0, half, levels, one), () => List(half, _slots, levels, two));

        var over = new List<int>();
        for (var w = 0; w < _workers; w++)
        {
            while (_load[w] > _room[w])
                over.Add(GiveUpFirst(w));
        }

        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < over.Count; i++)
            {
                if (i % ReportEvery == 0 && _watch.IsOver())
                    break;
                Bid(over[i]);
            }

            over.Clear();
            for (var s = 0; s < _slots; s++)
            {
                if (_at[s] < 0)
                    over.Add(s);
            }
        }

        _waiting.AddRange(over);
    }

    // As many places as slots: every worker will be full, so prices need not start from zero, nor stay above it.
    private bool IsBalanced()
    {
        long room = 0;
        foreach (var w in _problem.Capacities.Span)
            room += w;
        return room == _slots && !_mayLeave && _slots > 0;
    }

    // The dearer a worker is for all, the lower the price; so the first choices are spread.
    private void PriceByColumns()
    {
        _price.AsSpan(0, _workers).Fill(Never);
        var workers = _problem.ArcWorkers.Span;
        var costs = _problem.ArcCosts.Span;
        for (var a = 0; a < workers.Length; a++)
            _price[workers[a]] = Math.Min(_price[workers[a]], costs[a]);
        for (var w = 0; w < _workers; w++)
            _price[w] = _price[w] == Never ? 0 : -_price[w];
    }

    // All prices together may be moved at will where all rooms are full.
    private void RaiseToZero()
    {
        var least = _price.AsSpan(0, _workers)[0];
        foreach (var price in _price.AsSpan(0, _workers))
            least = Math.Min(least, price);
        for (var w = 0; w < _workers; w++)
            _price[w] -= least;
        for (var i = 0; i < _level.Length; i++)
            _level[i] = _level[i] >= Never ? Never : _level[i] - least;
    }

    // The arcs of each worker, counted only where there is far more room than cases.
    private int[]? MostOf(long enough)
    {
        long room = 0;
        for (var w = 0; w < _workers; w++)
            room += Math.Min(_room[w], _slots);
        if (room <= enough)
            return null;
        var arcs = new int[_workers];
        foreach (var w in _problem.ArcWorkers.Span)
            arcs[w]++;
        return arcs;
    }

    private bool IsForTwo => _problem.ArcCosts.Length >= ProblemCheck.ArcsForTwo && Environment.ProcessorCount > 1;

    private void InTwo(int half, Action first, Action second)
    {
        if (half == _slots)
        {
            first();
            return;
        }

        var other = Task.Run(second);
        first();
        other.GetAwaiter().GetResult();
    }

    private void ChooseFirst(int from, int to, long[] levels, int[] wanted)
    {
        if (_single && !_mayLeave && !_isBalanced)
        {
            ChooseCheapest(from, to, levels, wanted);
            return;
        }

        for (var s = from; s < to; s++)
        {
            var choice = Choose(s);
            _at[s] = choice.Worker;
            if (choice.Worker >= 0)
                wanted[choice.Worker]++;

            // Of several slots the later ones take what the level counted with; no level is below the price.
            levels[s] = _single ? choice.Level : choice.Worker < 0 ? 0 : _price[choice.Worker];
        }
    }

    // Without prices, headcounts and a way out the choice is the least of the row, and the level what the next one costs more.
    private void ChooseCheapest(int from, int to, long[] levels, int[] wanted)
    {
        var starts = _problem.RowStarts.Span;
        var workers = _problem.ArcWorkers.Span;
        var costs = _problem.ArcCosts.Span;
        for (var s = from; s < to; s++)
        {
            var start = starts[s];
            var row = costs[start..starts[s + 1]];
            if (row.IsEmpty)
                continue;

            // Cost above, place below: one comparison finds both, and no branch depends on the costs.
            var (first, second) = (long.MaxValue, long.MaxValue);
            for (var a = 0; a < row.Length; a++)
            {
                var now = ((long)row[a] << 32) | (uint)a;
                second = Math.Min(second, Math.Max(first, now));
                first = Math.Min(first, now);
            }

            var worker = workers[start + (int)first];
            _at[s] = worker;
            wanted[worker]++;
            levels[s] = row.Length == 1 ? Never : (second >> 32) - (first >> 32);
        }
    }

    private void List(int from, int to, long[] levels, int[] next)
    {
        for (var s = from; s < to; s++)
        {
            var worker = _at[s];
            if ((uint)worker >= (uint)_workers)
                continue;
            var i = next[worker]++;
            (_list[i], _level[i]) = (s, levels[s]);
        }
    }

    /// <summary>Sends away the one that loses least, and raises the price to where it is as well off elsewhere.</summary>
    private int GiveUpFirst(int worker)
    {
        var level = FirstLevel(worker);
        var (start, last) = (_listStart[worker], _listStart[worker] + --_load[worker]);
        var slot = _list[start];
        (_list[start], _level[start]) = (_list[last], _level[last]);
        if (_load[worker] > 0)
            SiftDown(worker, 0);
        _at[slot] = -1;
        if (level < Never)
            _price[worker] = Math.Max(_price[worker], level);
        else if (_slotStart is not null)
            GiveUpSibling(slot, worker);
        return slot;
    }

    // All that the case may have it has, so no price drives this slot out. Nobody else in the list has a way out either;
    // the price rises to where the case is no better off here than with its other workers, who are what it keeps.
    private void GiveUpSibling(int slot, int worker)
    {
        var @case = CaseOf(slot);
        var cost = CostAt(@case, worker);
        foreach (var other in _at.AsSpan(_slotStart![@case].._slotStart[@case + 1]))
        {
            if (other >= 0)
                _price[worker] = Math.Max(_price[worker], CostAt(@case, other) + _price[other] - cost);
        }

        LowerLevelsOf(@case, worker, cost);
    }

    /// <summary>Places a slot; whoever has to go for it goes on, until somebody finds room or it takes too long.</summary>
    private void Bid(int slot)
    {
        var still = 0;
        for (var steps = 0; steps < MaxSteps; steps++)
        {
            var choice = Choose(slot);
            var worker = choice.Worker;
            if (worker < 0)
                break;
            if (_load[worker] < _room[worker])
            {
                Append(worker, slot, choice.Level);
                return;
            }

            var before = _price[worker];
            var first = _room[worker] == 0 ? Never : FirstLevel(worker);
            if (choice.Level <= first)
            {
                if (choice.Level == Never)
                    break;
                _price[worker] = first < Never ? first : choice.Level;
            }
            else
            {
                _price[worker] = first;
                var start = _listStart[worker];
                var gone = _list[start];
                (_list[start], _level[start]) = (slot, choice.Level);
                (_at[slot], _at[gone]) = (worker, -1);
                SiftDown(worker, 0);
                slot = gone;

                // As high as the one who leaves next allows: who left is then clearly better off elsewhere.
                var next = FirstLevel(worker);
                if (next < Never)
                    _price[worker] = next;
            }

            if (_price[worker] == before && ++still > MaxStill)
                break;
        }
    }

}
