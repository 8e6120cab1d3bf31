namespace GridGov.Assignment;

/// <summary>
/// The sparse kernel. Workers have prices; a case wants the worker whose cost and price together are least. A worker
/// without room gives up the case that loses least, and its price rises to where that case is as well off elsewhere.
/// What bids cannot settle goes by shortest augmenting paths over workers.
/// </summary>
/// <remarks>
/// At every moment a placed case is where it is cheapest, and only a full worker has a price above zero; so the prices
/// prove the plan when the last case is placed, and bound the rest before. A worker's list is a heap by the price at
/// which each case would leave; other prices only rise meanwhile, so an old level is a lower bound, and a search skips
/// whole branches of the heap by it. A case that needs several workers has as many slots.
/// </remarks>
internal sealed partial class TransportSolver
{
    /// <summary>A level or distance that is not reached: the case has nowhere else to go.</summary>
    private const long Never = long.MaxValue / 4;

    // Placed slots between two reports, and bids between two looks at the clock.
    private const int ReportEvery = 256;

    private readonly TransportationProblem _problem;
    private int _cases;
    private int _workers;
    private int _slots;

    // Stands for nobody among the workers, where cases may be left: without price, and with room for all.
    private int _off;
    private readonly bool _single;
    private readonly bool _mayLeave;

    // Slots of case c: [_slotStart[c], _slotStart[c + 1]); null where each case has one, its own number.
    private readonly int[]? _slotStart;
    private readonly int[]? _slotCase;

    // The worker of each slot; _off where it is left, -1 where it is not placed yet.
    private int[] _at;
    private long[] _price;
    private int[] _load;
    private int[] _room;

    // Lists of placed slots, worker after worker, with the price at which each leaves.
    private int[] _listStart;
    private int[] _list = [];
    private long[] _level = [];
    private bool[] _isHeap;

    private readonly PlanWatch _watch;

    // Out of time: whatever keeps the rules, whatever it costs.
    private bool _hurry;

    public TransportSolver(TransportationProblem problem, PlanWatch watch)
    {
        (_problem, _watch) = (problem, watch);
        (_cases, _workers, _off) = (problem.Cases, problem.Workers, problem.Workers);
        _single = problem.Headcounts.IsEmpty;
        _mayLeave = !problem.UnassignedCosts.IsEmpty;
        _slots = _cases;
        if (!_single)
        {
            _slotStart = problem.PlaceStarts();
            _slots = _slotStart[_cases];
            _slotCase = new int[_slots];
            for (var c = 0; c < _cases; c++)
                _slotCase.AsSpan(_slotStart[c].._slotStart[c + 1]).Fill(c);
        }

        _at = GC.AllocateUninitializedArray<int>(_slots);
        _at.AsSpan().Fill(-1);
        _price = new long[_workers + 1];
        _load = new int[_workers + 1];
        _room = new int[_workers + 1];
        problem.Capacities.Span.CopyTo(_room);
        _room[_workers] = int.MaxValue;
        _listStart = new int[_workers + 1];
        _isHeap = new bool[_workers];
    }

    /// <summary>The worker of each slot, -1 for nobody.</summary>
    public int[] Places
    {
        get
        {
            if (_mayLeave)
                _at.AsSpan().Replace(_off, -1);
            return _at;
        }
    }

    /// <summary>The prices of the workers.</summary>
    public long[] Prices => _price[.._workers];

    /// <summary>Why there is no plan.</summary>
    public PlanShortage? Shortage { get; private set; }

    public PlanStatus Run()
    {
        PlaceFirst();
        var status = PlanStatus.Optimal;
        for (var i = 0; i < _waiting.Count; i++)
        {
            if (i % ReportEvery == 0)
                _watch.Report(_slots - _waiting.Count + i, _slots);
            if (!_hurry && _watch.IsOver())
                (_hurry, status) = (true, PlanStatus.OutOfTime);
            if (!Augment(_waiting[i]))
            {
                Shortage = ShortageOfRoom(_waiting[i]);
                return PlanStatus.NoPlan;
            }
        }

        if (_isBalanced)
            RaiseToZero();
        if (!_problem.Minima.IsEmpty)
            status = FillMinima(status);
        _watch.Report(_slots, _slots);
        return status;
    }

    /// <summary>The sum of all costs of the plan; before <see cref="Places"/> is asked for.</summary>
    public long TotalCost()
    {
        var half = IsForTwo ? _slots / 2 : _slots;
        var (one, two) = (0L, 0L);
        InTwo(half, () => one = CostOf(0, half), () => two = CostOf(half, _slots));
        return one + two;
    }

    private long CostOf(int from, int to)
    {
        long sum = 0;
        for (var s = from; s < to; s++)
            sum += CostAt(CaseOf(s), _at[s]);
        return sum;
    }

    private int CostAt(int @case, int worker)
    {
        if (worker == _off)
            return LeaveCostOf(@case);
        RowOf(@case, out var row, out var costs);
        return costs[row.IndexOf(worker)];
    }

    private void RowOf(int @case, out ReadOnlySpan<int> workers, out ReadOnlySpan<int> costs)
    {
        if (_live is not null)
        {
            _live.RowOf(@case, out workers, out costs);
            return;
        }

        var starts = _problem.RowStarts.Span;
        workers = _problem.ArcWorkers.Span[starts[@case]..starts[@case + 1]];
        costs = _problem.ArcCosts.Span.Slice(starts[@case], workers.Length);
    }

    private int LeaveCostOf(int @case) => _live is null ? _problem.UnassignedCosts.Span[@case] : _live.LeaveCostOf(@case);

    private int CaseOf(int slot) => _slotCase is null ? slot : _slotCase[slot];

    private bool Holds(int @case, int worker)
    {
        if (_slotStart is null)
            return false;
        return _at.AsSpan(_slotStart[@case].._slotStart[@case + 1]).Contains(worker);
    }

    /// <summary>Where a slot that is not placed goes at the present prices.</summary>
    private Choice Choose(int slot)
    {
        var @case = CaseOf(slot);
        RowOf(@case, out var row, out var costs);
        var price = _price;
        var (first, second, at) = (Never, Never, -1);
        if (_mayLeave)
            (first, at) = (LeaveCostOf(@case), row.Length);
        for (var a = 0; a < row.Length; a++)
        {
            var value = costs[a] + price[row[a]];
            if (value >= second || (!_single && Holds(@case, row[a])))
                continue;
            if (value < first)
                (first, second, at) = (value, first, a);
            else
                second = value;
        }

        if (at < 0)
            return new(-1, Never, Never, 0);
        return at == row.Length ? new(_off, first, second, (int)first) : new(row[at], first, second, costs[at]);
    }

    /// <summary>The price at which a placed slot leaves its worker: what its best other way costs less its own cost there.</summary>
    private long LevelOf(int slot)
    {
        var @case = CaseOf(slot);
        var own = _at[slot];
        RowOf(@case, out var row, out var costs);
        var price = _price;
        var least = _mayLeave && own != _off ? LeaveCostOf(@case) : Never;
        var ownCost = 0;
        for (var a = 0; a < row.Length; a++)
        {
            var worker = row[a];
            if (worker == own)
            {
                ownCost = costs[a];
                continue;
            }

            var value = costs[a] + price[worker];
            if (value < least && (_single || !Holds(@case, worker)))
                least = value;
        }

        return least == Never ? Never : least - ownCost;
    }

    private readonly record struct Choice(int Worker, long First, long Second, int Cost)
    {
        public long Level => Second == Never ? Never : Second - Cost;
    }
}
