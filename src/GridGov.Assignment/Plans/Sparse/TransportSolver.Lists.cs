namespace GridGov.Assignment;

/// <content>The lists of workers and their heaps.</content>
internal sealed partial class TransportSolver
{
    private void Append(int worker, int slot, long level)
    {
        _at[slot] = worker;
        NoteCost(slot);
        if (worker == _off)
            return;
        if (_live is not null && _load[worker] == _listRoom[worker])
            MoveList(worker);
        var i = _listStart[worker] + _load[worker]++;
        (_list[i], _level[i]) = (slot, level);
        if (_isHeap[worker])
            SiftUp(worker, i - _listStart[worker]);
    }

    private void MakeHeap(int worker)
    {
        _isHeap[worker] = true;
        for (var i = (_load[worker] >> 1) - 1; i >= 0; i--)
            SiftDown(worker, i);
    }

    /// <summary>Brings the level of the first in the list up to date until it stays first, and returns it.</summary>
    private long FirstLevel(int worker)
    {
        if (!_isHeap[worker])
            MakeHeap(worker);
        var start = _listStart[worker];
        while (true)
        {
            var level = LevelOf(_list[start]);
            if (level == _level[start])
                return level;
            _level[start] = level;
            SiftDown(worker, 0);
        }
    }

    /// <summary>Slots of a case may leave for a worker where the case was not to be had, or is cheaper now.</summary>
    private void LowerLevelsOf(int @case, int worker, int cost)
    {
        var (from, to) = _slotStart is null ? (@case, @case + 1) : (_slotStart[@case], _slotStart[@case + 1]);
        for (var slot = from; slot < to; slot++)
        {
            var at = _at[slot];
            if ((uint)at >= (uint)_workers || at == worker)
                continue;
            var level = cost + _price[worker] - OwnCost(slot);
            var i = _list.AsSpan(_listStart[at], _load[at]).IndexOf(slot);
            if (level >= _level[_listStart[at] + i])
                continue;
            _level[_listStart[at] + i] = level;
            if (_isHeap[at])
                SiftUp(at, i);
        }
    }

    private void SiftDown(int worker, int i)
    {
        var start = _listStart[worker];
        var count = _load[worker];
        var list = _list.AsSpan(start, count);
        var levels = _level.AsSpan(start, count);
        var (slot, level) = (list[i], levels[i]);
        while (true)
        {
            var child = 2 * i + 1;
            if (child >= count)
                break;
            if (child + 1 < count && levels[child + 1] < levels[child])
                child++;
            if (levels[child] >= level)
                break;
            (list[i], levels[i]) = (list[child], levels[child]);
            i = child;
        }

        (list[i], levels[i]) = (slot, level);
    }

    private void SiftUp(int worker, int i)
    {
        var start = _listStart[worker];
        var (slot, level) = (_list[start + i], _level[start + i]);
        while (i > 0)
        {
            var parent = (i - 1) >> 1;
            if (_level[start + parent] <= level)
                break;
            (_list[start + i], _level[start + i]) = (_list[start + parent], _level[start + parent]);
            i = parent;
        }

        (_list[start + i], _level[start + i]) = (slot, level);
    }

    /// <summary>Puts a slot in the place of another one of the worker.</summary>
    private void Replace(int worker, int gone, int slot, long level)
    {
        var start = _listStart[worker];
        var i = _list.AsSpan(start, _load[worker]).IndexOf(gone);
        (_list[start + i], _level[start + i]) = (slot, level);
        _at[slot] = worker;
        NoteCost(slot);
        if (!_isHeap[worker])
            return;
        SiftUp(worker, i);
        SiftDown(worker, i);
    }
}
