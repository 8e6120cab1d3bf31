namespace GridGov.Assignment;

/// <summary>
/// The desk at which cases are given out (派遣台): it knows every open case, who holds it, who is asked, what hangs on the
/// board and what waits, and keeps the workload of its engine in step. Thread-safe: one lock, held only while it decides;
/// every answer is one state between two calls. The line is drained best-first whenever room appears.
/// </summary>
/// <remarks>
/// Swap rosters and profiles through the dispatcher, not on the engine, so that cases of those who leave are given to
/// others. Call <see cref="Tick"/> when <see cref="NextDue"/> comes: time alone (a shift that begins, an offer that runs
/// out, a requirement that relaxes) changes nothing before.
/// </remarks>
public sealed partial class Dispatcher
{
    private readonly Lock _lock = new();
    private readonly AssignmentEngine _engine;
    private readonly TimeProvider _time;
    private readonly DispatcherOptions _options;
    private readonly Dictionary<CaseId, DispatchEntry> _cases = [];
    private readonly Dictionary<ActorId, HashSet<CaseId>> _heldBy = [];
    private readonly Dictionary<ActorId, long> _points = [];
    private readonly SortedSet<(long Key, long Number)> _line = [];
    private readonly Dictionary<long, DispatchEntry> _byNumber = [];
    private readonly ContinuityMemory _memory;
    private long _numbers;

    /// <summary>Makes a dispatcher that knows no case.</summary>
    /// <param name="engine">The engine; nobody else gives weight to its workers.</param>
    /// <param name="time">The clock.</param>
    /// <param name="options">The rules of the line; null for the defaults.</param>
    /// <exception cref="DefinitionException">An option is out of range: every fault is listed.</exception>
    public Dispatcher(AssignmentEngine engine, TimeProvider time, DispatcherOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(time);
        (_engine, _time, _options) = (engine, time, options ?? new());
        var faults = _options.Check();
        if (faults.Count > 0)
            throw new DefinitionException("The dispatcher's options", faults);
        _memory = new(_options.RememberedTies);
    }

    /// <summary>The engine.</summary>
    public AssignmentEngine Engine => _engine;

    /// <summary>How many cases wait in line.</summary>
    public int WaitingCount
    {
        get
        {
            lock (_lock)
                return _line.Count;
        }
    }

    /// <summary>Takes a case in: it is given out, offered, put on the board, or it waits.</summary>
    /// <param name="case">The case.</param>
    /// <returns>What happened, or a refusal when the case is here already or its grid is unknown.</returns>
    /// <exception cref="ArgumentException">A weight, offer or team is out of range.</exception>
    public Outcome<ValueList<DispatchEvent>> Submit(DispatchCase @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        Check(@case);
        lock (_lock)
        {
            if (_cases.ContainsKey(@case.Id))
                return DispatchRefusals.Known(@case.Id);
            if (!_engine.Roster.Grids.TryFind(@case.At, out _))
                return DispatchRefusals.GridUnknown(@case.Id, @case.At);
            var entry = new DispatchEntry(@case, _time.GetUtcNow(), ++_numbers) { Known = _memory.Of(@case.Ties) };
            _cases.Add(@case.Id, entry);
            _byNumber.Add(entry.Number, entry);
            var events = new List<DispatchEvent>();
            if (@case.Board is { } board)
                Post(entry, board, events);
            else if (@case.Offer is null || !TryOffer(entry, events))
                Place(entry, events, DispatchEventKind.Queued);
            return ValueList.From(events);
        }
    }

    /// <summary>Ends a case: the weight is given back, and the line is drained.</summary>
    /// <param name="id">The case.</param>
    /// <returns>What happened, or a refusal when nobody holds it.</returns>
    public Outcome<ValueList<DispatchEvent>> Complete(CaseId id)
    {
        lock (_lock)
        {
            if (!_cases.TryGetValue(id, out var entry))
                return DispatchRefusals.Unknown(id);
            if (entry.Standing != DispatchStanding.Held)
                return DispatchRefusals.NotHeld(id);
            var by = entry.Holders[0].Worker;
            string? note = null;
            if (entry.IsClaimed && entry.Case.Board is { } board)
            {
                _points[by] = _points.GetValueOrDefault(by) + board.Points;
                note = FormattableString.Invariant($"{board.Points} points");
            }

            if (_options.RememberedTies > 0)
                _memory.Remember(entry.Case.Ties, by);
            var events = new List<DispatchEvent> { new(id, DispatchEventKind.Completed, by, note) };
            var freed = entry.Holders.ConvertAll(h => h.Worker);
            Remove(entry);
            Drain(events, freed);
            return ValueList.From(events);
        }
    }

    /// <summary>Takes a case back, wherever it stands.</summary>
    /// <param name="id">The case.</param>
    /// <returns>What happened, or a refusal when there is no such case.</returns>
    public Outcome<ValueList<DispatchEvent>> Withdraw(CaseId id)
    {
        lock (_lock)
        {
            if (!_cases.TryGetValue(id, out var entry))
                return DispatchRefusals.Unknown(id);
            var events = new List<DispatchEvent> { new(id, DispatchEventKind.Withdrawn) };
            var freed = entry.Holders.ConvertAll(h => h.Worker);
            Remove(entry);
            Drain(events, freed);
            return ValueList.From(events);
        }
    }

    /// <summary>Where a case stands; null when there is no such case.</summary>
    /// <param name="id">The case.</param>
    public DispatchStatus? Find(CaseId id)
    {
        lock (_lock)
            return _cases.TryGetValue(id, out var entry) ? StatusOf(entry) : null;
    }

    /// <summary>The cases in line, best first.</summary>
    public ValueList<DispatchStatus> Waiting()
    {
        lock (_lock)
            return ValueList.From(_line.Select(place => StatusOf(_byNumber[place.Number])));
    }

    /// <summary>The cases that a worker holds, by their ids.</summary>
    /// <param name="worker">The staff number.</param>
    public ValueList<CaseId> HeldBy(ActorId worker)
    {
        lock (_lock)
            return _heldBy.TryGetValue(worker, out var held) ? ValueList.From(held.Order()) : [];
    }

    /// <summary>Every open case and every load, as of one moment.</summary>
    public DispatchPicture Snapshot()
    {
        lock (_lock)
        {
            var (roster, workload) = (_engine.Roster, _engine.Workload);
            return new(
                ValueList.From(_cases.Values.OrderBy(e => e.Case.Id).Select(StatusOf)),
                ValueList.From(Enumerable.Range(0, roster.Workers.Count).Select(i => new WorkerLoad(roster[i].Id, workload.LoadOf(i)))));
        }
    }

    /// <summary>Who would take a case now, and why; takes nothing.</summary>
    /// <param name="id">The case.</param>
    /// <returns>The reasoning, or a refusal when there is no such case or nobody has the skills.</returns>
    public Outcome<AssignmentExplanation> Explain(CaseId id)
    {
        lock (_lock)
        {
            if (!_cases.TryGetValue(id, out var entry))
                return DispatchRefusals.Unknown(id);
            return entry.TryRequest(_engine.Roster, _time.GetUtcNow(), out var request)
                ? _engine.Explain(request)
                : DispatchRefusals.NobodyAble(id);
        }
    }

    private static void Check(DispatchCase @case)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(@case.Weight, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(@case.Weight, Roster.MaxCapacity);
        if (@case.Id == default)
            throw new ArgumentException("The case has no number.", nameof(@case));
        if (@case.Offer is { To: < 1 or > 64 } or { For.Ticks: <= 0 })
            throw new ArgumentException("An offer asks 1 to 64 workers, for some time.", nameof(@case));
        if (@case.Team.Any(p => p.Count < 1 || p.Weight is < 1 or > Roster.MaxCapacity) || @case.Team.Sum(p => (long)p.Count) > 64)
            throw new ArgumentException("A team has at most 64 places, each with a weight.", nameof(@case));
        if (!@case.Team.IsEmpty && (@case.Offer is not null || @case.Board is not null))
            throw new ArgumentException("A team is given out, not offered or claimed.", nameof(@case));
    }

    private static DispatchStatus StatusOf(DispatchEntry entry) => new(
        entry.Case, entry.Standing, entry.Since,
        ValueList.From(entry.Standing == DispatchStanding.Held ? entry.Holders.Select(h => h.Worker) : entry.Asked));

    // Everything that a case has here: weights, its place in line, its questions.
    private void Remove(DispatchEntry entry)
    {
        _cases.Remove(entry.Case.Id);
        _byNumber.Remove(entry.Number);
        _line.Remove(entry.Place);
        Free(entry);
    }

    private void Free(DispatchEntry entry)
    {
        foreach (var (worker, weight) in entry.Holders)
        {
            _engine.Release(worker, weight);
            Unlink(entry, worker);
        }

        entry.Holders.Clear();
    }

    private void Unlink(DispatchEntry entry, ActorId worker)
    {
        var held = _heldBy[worker];
        held.Remove(entry.Case.Id);
        if (held.Count == 0)
            _heldBy.Remove(worker);
    }

    private void Hold(DispatchEntry entry, ActorId worker, int weight)
    {
        _line.Remove(entry.Place);
        entry.Standing = DispatchStanding.Held;
        entry.AnswerUntil = null;
        entry.Asked.Clear();
        entry.Holders.Add((worker, weight));
        if (!_heldBy.TryGetValue(worker, out var held))
            _heldBy.Add(worker, held = []);
        held.Add(entry.Case.Id);
    }
}
