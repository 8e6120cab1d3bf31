namespace GridGov.Assignment;

/// <summary>
/// Requests and the roster as arcs. Who may take what is seen by the walk of dispatch and explanation, over loads that
/// stand still.
/// </summary>
/// <remarks>
/// A worker is up to two columns: room for all cases, and what is reserved for urgent ones. An ordinary case sees the
/// first, an urgent one both; so they keep the same bounds as dispatch does when the ordinary cases come first.
/// </remarks>
internal sealed class BatchArcs
{
    private readonly List<int> _cases = [];
    private readonly List<int> _rowStarts = [0];
    private readonly List<int> _arcColumns = [];
    private readonly List<ArcTerms> _arcs = [];
    private readonly List<int> _columnWorkers = [];
    private readonly List<int> _columnRooms = [];
    private readonly SortedSet<int> _considered = [];

    public BatchArcs(EngineState snapshot, ReadOnlySpan<AssignmentRequest> requests, CancellationToken stop)
    {
        Outcomes = new AssignmentOutcome[requests.Length];
        Now = snapshot.At(out var time);
        var (ordinary, reserved) = (new int[snapshot.Roster.Workers.Count], new int[snapshot.Roster.Workers.Count]);
        ordinary.AsSpan().Fill(-2);
        for (var i = 0; i < requests.Length; i++)
        {
            stop.ThrowIfCancellationRequested();
            ref readonly var request = ref requests[i];
            var search = new Search(snapshot, Now, time, request);
            if (search.IsSuspended)
            {
                Outcomes[i] = AssignmentOutcome.Suspended;
                continue;
            }

            var everybody = new Recorder();
            search.Walk(ref everybody);
            Outcomes[i] = search.OutcomeOf(false, everybody.SomeoneMayWait);
            var before = _arcs.Count;
            foreach (var (met, obstacles, cost) in everybody.Everybody)
            {
                if ((obstacles & Obstacles.Lasting) == 0)
                    _considered.Add(met.Worker);
                if (obstacles != Obstacles.None)
                    continue;
                if (ordinary[met.Worker] == -2)
                    MakeColumns(Now, met, request.Weight, ordinary, reserved);
                ArcTerms terms = new(met.Level + 1, cost.PostRank, cost.Continuity, cost.MissingNice);
                Add(ordinary[met.Worker], terms);
                if (request.IsUrgent)
                    Add(reserved[met.Worker], terms);
            }

            if (_arcs.Count == before)
                continue;
            Outcomes[i] = AssignmentOutcome.NobodyFree;
            _cases.Add(i);
            _rowStarts.Add(_arcs.Count);
        }
    }

    /// <summary>Who was there when the arcs were made.</summary>
    public Availability Now { get; }

    /// <summary>By request, what it comes to if it is not placed.</summary>
    public AssignmentOutcome[] Outcomes { get; }

    /// <summary>By case of the problem, the request. Requests that nobody may take now are no cases.</summary>
    public IReadOnlyList<int> Cases => _cases;

    /// <summary>By column, the worker on the roster.</summary>
    public IReadOnlyList<int> ColumnWorkers => _columnWorkers;

    public IReadOnlyList<ArcTerms> Arcs => _arcs;

    public IReadOnlyList<int> RowStarts => _rowStarts;

    /// <summary>Whose load the plan rests on: all whom nothing lasting keeps from a case, the full ones too.</summary>
    public IReadOnlyCollection<int> Considered => _considered;

    public TransportationProblem Problem(int[] arcCosts, int[]? leaveCosts) =>
        new(_rowStarts.ToArray(), _arcColumns.ToArray(), arcCosts, _columnRooms.ToArray()) { UnassignedCosts = leaveCosts };

    private void Add(int column, in ArcTerms terms)
    {
        if (column < 0)
            return;
        _arcColumns.Add(column);
        _arcs.Add(terms);
    }

    private void MakeColumns(Availability now, in Met met, int weight, int[] ordinary, int[] reserved)
    {
        var rooms = Math.Max(0, now.Limits[met.Seat] - met.Load) / weight;
        var urgent = Math.Max(0, now.UrgentLimits[met.Seat] - met.Load) / weight;
        ordinary[met.Worker] = MakeColumn(met.Worker, rooms);
        reserved[met.Worker] = MakeColumn(met.Worker, urgent - rooms);
    }

    private int MakeColumn(int worker, int room)
    {
        if (room <= 0)
            return -1;
        _columnWorkers.Add(worker);
        _columnRooms.Add(room);
        return _columnWorkers.Count - 1;
    }
}

/// <summary>What an arc costs by each criterion; less is better.</summary>
internal readonly record struct ArcTerms(int Level, int Post, int Continuity, int MissingNice);
