using System.Runtime.InteropServices;

namespace GridGov.Assignment;

/// <content>Minima: searches from a worker backwards over those who could give a case.</content>
internal sealed partial class TransportSolver
{
    private Columns? _columns;
    private int[] _goesTo = [];
    private readonly List<(int Slot, int From, int To)> _moves = [];

    /// <summary>Gives every worker the minimum, at least cost each time.</summary>
    private PlanStatus FillMinima(PlanStatus status)
    {
        for (var w = 0; w < _workers; w++)
        {
            while (_load[w] < _problem.MinimumOf(w))
            {
                if (!_hurry && _watch.IsOver())
                    (_hurry, status) = (true, PlanStatus.OutOfTime);
                if (!Draw(w))
                {
                    Shortage = ShortageOfCases();
                    return PlanStatus.NoPlan;
                }
            }
        }

        return status;
    }

    /// <summary>
    /// Brings one more slot to a worker, at least cost, from a worker who can spare one; false where nobody can, with
    /// the workers reached in <see cref="_settled"/>. What could be charged for the room of the giver no longer is.
    /// </summary>
    private bool Draw(int needy)
    {
        PrepareSearch();
        if (_live is null)
            _columns ??= new(_problem);
        if (_goesTo.Length != _price.Length)
            _goesTo = new int[_price.Length];

        // A worker who need not get any takes one as long as that is worth its price; if none is, the price falls to zero.
        (_bound, _target) = _load[needy] < MinimumOf(needy) ? (Never, -1) : (Math.Max(0, _price[needy]), needy);
        _settled.Clear();
        _distance[needy] = 0;
        _touched.Add(needy);
        _queue.Add(0, needy);
        while (_queue.TryTake(out var distance, out var worker))
        {
            if (distance >= _bound)
                break;
            if (distance > _distance[worker])
                continue;
            _settled.Add(worker);
            DrawFrom(worker, distance, needy);
        }

        _queue.Clear();
        if (_target >= 0)
            Take(needy);
        ForgetDistances();
        return _target >= 0;
    }

    private void DrawFrom(int worker, long distance, int needy)
    {
        ColumnOf(worker, out var cases, out var costs);
        for (var i = 0; i < cases.Length; i++)
        {
            var (@case, cost) = (cases[i], costs[i]);
            if (_slotStart is null)
            {
                if (_at[@case] != worker)
                    Consider(@case, worker, needy, distance, cost);
            }
            else if (!Holds(@case, worker))
            {
                for (var slot = _slotStart[@case]; slot < _slotStart[@case + 1]; slot++)
                    Consider(slot, worker, needy, distance, cost);
            }
        }
    }

    private void Consider(int slot, int worker, int needy, long distance, int cost)
    {
        var giver = _at[slot];
        if (giver < 0 || giver == needy)
            return;
        var there = _hurry ? 0 : distance + (cost + _price[worker]) - (OwnCost(slot) + _price[giver]);
        if (there >= _bound || there >= _distance[giver])
            return;
        if (_distance[giver] == Never)
            _touched.Add(giver);
        (_distance[giver], _through[giver], _goesTo[giver]) = (there, slot, worker);
        var canSpare = giver == _off || _load[giver] > MinimumOf(giver);
        var end = there + (_hurry ? 0 : Math.Max(0, _price[giver]));
        if (canSpare && end < _bound)
            (_bound, _target) = (end, giver);
        if (giver != _off)
            _queue.Add(there, giver);
    }

    private void Take(int needy)
    {
        foreach (var worker in _hurry ? [] : _settled)
            _price[worker] -= _bound - _distance[worker];

        _moves.Clear();
        for (var giver = _target; giver != needy; giver = _goesTo[giver])
            _moves.Add((_through[giver], giver, _goesTo[giver]));
        foreach (var (slot, from, _) in _moves)
        {
            _live?.Note(slot, from);
            Remove(from, slot);
        }

        foreach (var (slot, _, to) in _moves)
        {
            _at[slot] = to;
            Append(to, slot, LevelOf(slot));
        }

        // Prices fell, so others may leave for these workers earlier than their levels say.
        foreach (var worker in CollectionsMarshal.AsSpan(_settled))
        {
            ColumnOf(worker, out var cases, out var costs);
            for (var i = 0; i < cases.Length; i++)
                LowerLevelsOf(cases[i], worker, costs[i]);
        }
    }

    private void Remove(int worker, int slot)
    {
        if (worker == _off)
            return;
        var start = _listStart[worker];
        var i = _list.AsSpan(start, _load[worker]).IndexOf(slot);
        var last = start + --_load[worker];
        (_list[start + i], _level[start + i]) = (_list[last], _level[last]);
        if (!_isHeap[worker] || start + i == last)
            return;
        SiftUp(worker, i);
        SiftDown(worker, i);
    }

    private int MinimumOf(int worker) => _live is null ? _problem.MinimumOf(worker) : 0;

    private void ColumnOf(int worker, out ReadOnlySpan<int> cases, out ReadOnlySpan<int> costs)
    {
        if (_live is not null)
            _live.ColumnOf(worker, out cases, out costs);
        else
            _columns!.Of(worker, out cases, out costs);
    }

    /// <summary>The arcs of a problem by worker.</summary>
    private sealed class Columns
    {
        private readonly int[] _start;
        private readonly int[] _cases;
        private readonly int[] _costs;

        public Columns(TransportationProblem problem)
        {
            var workers = problem.ArcWorkers.Span;
            _start = new int[problem.Workers + 1];
            foreach (var w in workers)
                _start[w + 1]++;
            for (var w = 0; w < problem.Workers; w++)
                _start[w + 1] += _start[w];
            var next = _start[..^1];
            (_cases, _costs) = (new int[workers.Length], new int[workers.Length]);
            var costs = problem.ArcCosts.Span;
            var starts = problem.RowStarts.Span;
            for (var c = 0; c < problem.Cases; c++)
            {
                for (var a = starts[c]; a < starts[c + 1]; a++)
                {
                    var at = next[workers[a]]++;
                    (_cases[at], _costs[at]) = (c, costs[a]);
                }
            }
        }

        public void Of(int worker, out ReadOnlySpan<int> cases, out ReadOnlySpan<int> costs)
        {
            cases = _cases.AsSpan(_start[worker].._start[worker + 1]);
            costs = _costs.AsSpan(_start[worker], cases.Length);
        }
    }
}
