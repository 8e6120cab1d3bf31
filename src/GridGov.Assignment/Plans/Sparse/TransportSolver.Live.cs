namespace GridGov.Assignment;

/// <content>A plan that is changed: single cases and workers come, go and change, and the prices go with them.</content>
internal sealed partial class TransportSolver
{
    private LiveRows? _live;
    private int[] _listRoom = [];
    private int _listEnd;

    // What each placed case costs where it is: searches backwards ask for it all the time.
    private int[] _own = [];

    /// <summary>Turns a solved run into one that can be changed.</summary>
    public LiveRows GoLive()
    {
        _listRoom = new int[_workers];
        for (var w = 0; w < _workers; w++)
            _listRoom[w] = _listStart[w + 1] - _listStart[w];
        _listEnd = _list.Length;
        _own = new int[_slots];
        for (var s = 0; s < _slots; s++)
            _own[s] = CostAt(s, _at[s]);
        return _live = new(_problem);
    }

    /// <summary>Where each slot is; see <see cref="IsNobody"/>.</summary>
    public ReadOnlySpan<int> At => _at;

    public int RoomOf(int worker) => _room[worker];

    public int LoadOf(int worker) => _load[worker];

    public long PriceAt(int worker) => _price[worker];

    /// <summary>Places a case just added to the rows; false, with the shortage, where it cannot be placed.</summary>
    public bool Enter(int @case)
    {
        if (@case == _slots)
        {
            (_cases, _slots) = (_cases + 1, _slots + 1);
            if (_at.Length < _slots)
            {
                Array.Resize(ref _at, Math.Max(16, 2 * _slots));
                Array.Resize(ref _own, _at.Length);
            }
        }

        _at[@case] = -1;
        _live!.Note(@case, -1);
        if (Augment(@case))
            return true;
        Shortage = ShortageOfRoom(@case);
        return false;
    }

    /// <summary>Takes a case out, and lets its worker take another one where that is worth it.</summary>
    public void Leave(int @case)
    {
        var worker = _at[@case];
        _live!.Note(@case, worker);
        Remove(worker, @case);
        _at[@case] = -1;
        if (worker != _off)
            Settle(worker);
    }

    /// <summary>Fills the room of a worker as long as somebody gains by it.</summary>
    public void Settle(int worker)
    {
        while (_load[worker] < _room[worker] && _price[worker] > 0)
            Draw(worker);
    }

    /// <summary>Somebody may leave for this worker earlier: an arc is new or cheaper.</summary>
    public void Cheaper(int @case, int worker, int cost) => LowerLevelsOf(@case, worker, cost);

    /// <summary>Whether the case would rather be with another worker at the present prices.</summary>
    public bool IsDrawn(int @case, int worker, int cost) =>
        _at[@case] >= 0 && cost + _price[worker] < CostAt(@case, _at[@case]) + _price[_at[@case]];

    public void SetRoom(int worker, int room) => _room[worker] = room;

    /// <summary>After the cost of a placed case at its own worker rose: whether it stays.</summary>
    public bool Stays(int @case)
    {
        var worker = _at[@case];
        NoteCost(@case);
        var level = worker == _off ? 0 : LevelOf(@case);
        if (level < _price[worker])
            return false;
        if (worker != _off)
            Replace(worker, @case, @case, level);
        return true;
    }

    /// <summary>Puts every case that was moved back to where it was; the prices prove that plan as well.</summary>
    public void PutBack()
    {
        foreach (var slot in _live!.Before.Keys)
            Remove(_at[slot], slot);
        foreach (var (slot, from) in _live.Before)
        {
            _at[slot] = from;
            Append(from, slot, LevelOf(slot));
        }
    }

    public int CostOfPlace(int @case, int worker) => CostAt(@case, worker);

    public bool IsNobody(int worker) => worker < 0 || worker == _off;

    /// <summary>The case that would leave first.</summary>
    public int FirstOf(int worker)
    {
        FirstLevel(worker);
        return _list[_listStart[worker]];
    }

    /// <summary>Takes a case from its worker without settling the room.</summary>
    public void Drop(int @case)
    {
        _live!.Note(@case, _at[@case]);
        Remove(_at[@case], @case);
        _at[@case] = -1;
    }

    /// <summary>Adds a worker without room, at a price at which no case of the arcs wants it.</summary>
    public void AddWorker()
    {
        if (_workers == _off)
            MakePlace();
        _listRoom[_workers] = 0;
        _listStart[_workers] = _listEnd;
        (_price[_workers], _load[_workers], _room[_workers]) = (0, 0, 0);
        _isHeap[_workers] = true;
        _workers++;
    }

    /// <summary>Raises the price of a worker without room to where the case does not want it.</summary>
    public void Deter(int @case, int worker, int cost) =>
        _price[worker] = Math.Max(_price[worker], CostAt(@case, _at[@case]) + _price[_at[@case]] - cost);

    /// <summary>After the cost of a placed case at its own worker fell, or after it was placed.</summary>
    public void NoteCost(int slot)
    {
        if (_live is not null)
            _own[slot] = CostAt(slot, _at[slot]);
    }

    private int OwnCost(int slot) => _live is null ? CostAt(CaseOf(slot), _at[slot]) : _own[slot];

    private void MakePlace()
    {
        var wider = 2 * _off + 4;
        Array.Resize(ref _price, wider + 1);
        Array.Resize(ref _load, wider + 1);
        Array.Resize(ref _room, wider + 1);
        Array.Resize(ref _listStart, wider + 1);
        Array.Resize(ref _listRoom, wider);
        Array.Resize(ref _isHeap, wider);
        _at.AsSpan(0, _slots).Replace(_off, wider);
        _off = wider;
        (_price[_off], _load[_off], _room[_off]) = (0, 0, int.MaxValue);
    }

    // Lists that outgrow their place go to the end; when half of all is left behind, all are laid out again.
    private void MoveList(int worker)
    {
        var wanted = Math.Min(_room[worker], Math.Max(_load[worker] + 8L, 2L * _listRoom[worker]));
        if (_listEnd + wanted > _list.Length)
        {
            var (list, level, end) = (_list, _level, 0);
            long total = wanted;
            for (var w = 0; w < _workers; w++)
                total += _listRoom[w];
            _list = new int[checked((int)(2 * total))];
            _level = new long[_list.Length];
            for (var w = 0; w < _workers; w++)
            {
                list.AsSpan(_listStart[w], _load[w]).CopyTo(_list.AsSpan(end));
                level.AsSpan(_listStart[w], _load[w]).CopyTo(_level.AsSpan(end));
                _listStart[w] = end;
                end += _listRoom[w];
            }

            _listEnd = end;
        }

        _list.AsSpan(_listStart[worker], _load[worker]).CopyTo(_list.AsSpan(_listEnd));
        _level.AsSpan(_listStart[worker], _load[worker]).CopyTo(_level.AsSpan(_listEnd));
        _listStart[worker] = _listEnd;
        _listRoom[worker] = (int)wanted;
        _listEnd += (int)wanted;
    }
}
