namespace GridGov.Assignment;

/// <content>The first choice of everybody, and bids.</content>
internal sealed partial class TransportSolver
{
    private readonly List<int> _waiting = [];
    public long Steps;

    /// <summary>Everybody at the cheapest worker, at price zero; who does not fit is sent on.</summary>
    private void PlaceFirst()
    {
        var wanted = new int[_workers + 1];
        var levels = GC.AllocateUninitializedArray<long>(_slots);
        for (var s = 0; s < _slots; s++)
        {
            var choice = Choose(s);
            if (choice.Worker < 0)
            {
                _waiting.Add(s);
                continue;
            }

            _at[s] = choice.Worker;
            wanted[choice.Worker]++;
            // Of several slots the later ones take what the level counted with; zero is below every level.
            levels[s] = _single ? choice.Level : 0;
        }

        LayOut(wanted);
        for (var s = 0; s < _slots; s++)
        {
            var worker = _at[s];
            if ((uint)worker >= (uint)_workers)
                continue;
            var i = _listStart[worker] + _load[worker]++;
            (_list[i], _level[i]) = (s, levels[s]);
        }

        var over = new List<int>();
        for (var w = 0; w < _workers; w++)
        {
            if (_load[w] > _room[w])
                GiveUp(w, over);
        }

        foreach (var slot in over)
            Bid(slot);
    }

    private void LayOut(int[] wanted)
    {
        // A list is as long as the worker has room, or as many want it; who can never be full needs no more than all.
        long total = 0;
        for (var w = 0; w < _workers; w++)
        {
            _listStart[w] = checked((int)total);
            total += Math.Max(wanted[w], Math.Min(_room[w], _slots));
        }

        _listStart[_workers] = checked((int)total);
        _list = GC.AllocateUninitializedArray<int>((int)total);
        _level = GC.AllocateUninitializedArray<long>((int)total);
    }

    /// <summary>Keeps as many as there is room for, those that would lose most, and sends the others on.</summary>
    private void GiveUp(int worker, List<int> over)
    {
        var (start, count, room) = (_listStart[worker], _load[worker], _room[worker]);
        for (var i = start; i < start + count; i++)
            _level[i] = LevelOf(_list[i]);
        Array.Sort(_level, _list, start, count);
        var leaving = count - room;
        for (var i = 0; i < leaving; i++)
        {
            var slot = _list[start + i];
            _at[slot] = -1;
            over.Add(slot);
            if (_level[start + i] < Never)
                _price[worker] = Math.Max(_price[worker], _level[start + i]);
        }

        _list.AsSpan(start + leaving, room).CopyTo(_list.AsSpan(start));
        _level.AsSpan(start + leaving, room).CopyTo(_level.AsSpan(start));
        _load[worker] = room;
        _isHeap[worker] = true;
    }

    /// <summary>Places a slot; whoever has to go for it goes on, until somebody finds room or it takes too long.</summary>
    private void Bid(int slot)
    {
        var still = 0;
        for (var steps = 0; steps < MaxSteps; steps++)
        {
            Steps++;
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
                _price[worker] = choice.Level;
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
            }

            if (_price[worker] == before && ++still > MaxStill)
                break;
        }

        _waiting.Add(slot);
    }

    public static int MaxSteps = 200;
    public static int MaxStill = 8;
}
