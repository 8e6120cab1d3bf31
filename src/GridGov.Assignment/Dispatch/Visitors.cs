namespace GridGov.Assignment;

/// <summary>A worker as the walk meets them.</summary>
/// <param name="Worker">The position on the roster.</param>
/// <param name="Seat">The seat.</param>
/// <param name="Node">The node through which the place is covered.</param>
/// <param name="Level">How many levels above the place; −1 for the preferred one.</param>
/// <param name="Load">The weight held.</param>
internal readonly record struct Met(int Worker, int Seat, GridHandle Node, int Level, int Load);

/// <summary>What is done with the workers that a walk meets.</summary>
internal interface IVisitor
{
    /// <summary>Whether everybody is wanted with every obstacle and the load; else only those who can take it.</summary>
    bool WantsAll { get; }

    void See(in Met met, Obstacles obstacles, in Cost cost);

    /// <summary>Told at the end of every level.</summary>
    /// <returns>Whether that was enough.</returns>
    bool EndLevel();
}

/// <summary>Keeps the best of the nearest level.</summary>
internal struct BestOne() : IVisitor
{
    private Cost _cost;

    public int Seat { get; private set; } = -1;

    public int Worker { get; private set; } = -1;

    public readonly bool WantsAll => false;

    public void See(in Met met, Obstacles obstacles, in Cost cost)
    {
        if (Seat < 0 || cost.ComesBefore(_cost))
            (Seat, Worker, _cost) = (met.Seat, met.Worker, cost);
    }

    public readonly bool EndLevel() => Seat >= 0;
}

/// <summary>Keeps the best few, the nearest level first.</summary>
internal ref struct BestFew(Span<int> workers, Span<Cost> costs) : IVisitor
{
    private readonly Span<int> _workers = workers;
    private readonly Span<Cost> _costs = costs;
    private int _levelFrom;

    public int Count { get; private set; }

    public readonly bool WantsAll => false;

    public void See(in Met met, Obstacles obstacles, in Cost cost)
    {
        // Whoever covers the place at two levels counts at the nearer one.
        if (_workers[..Count].Contains(met.Worker))
            return;
        var at = Count;
        while (at > _levelFrom && cost.ComesBefore(_costs[at - 1]))
            at--;
        if (at == _workers.Length)
            return;
        for (var i = Math.Min(Count, _workers.Length - 1); i > at; i--)
            (_workers[i], _costs[i]) = (_workers[i - 1], _costs[i - 1]);
        (_workers[at], _costs[at]) = (met.Worker, cost);
        Count = Math.Min(Count + 1, _workers.Length);
    }

    public bool EndLevel()
    {
        _levelFrom = Count;
        return Count == _workers.Length;
    }
}

/// <summary>Keeps everybody, with every obstacle and every criterion.</summary>
internal struct Recorder() : IVisitor
{
    private readonly HashSet<int> _seen = [];
    private BestOne _best = new();
    private bool _isSettled;

    public readonly BestOne Best => _best;

    public bool SomeoneMayWait { get; private set; }

    public List<(Met Met, Obstacles Obstacles, Cost Cost)> Everybody { get; } = [];

    public readonly bool WantsAll => true;

    public void See(in Met met, Obstacles obstacles, in Cost cost)
    {
        if (!_isSettled && obstacles == Obstacles.None)
            _best.See(met, obstacles, cost);
        SomeoneMayWait |= (obstacles & Obstacles.Lasting) == 0;
        if (_seen.Add(met.Worker))
            Everybody.Add((met, obstacles, cost));
    }

    public bool EndLevel()
    {
        _isSettled |= _best.Seat >= 0;
        return false;
    }
}
