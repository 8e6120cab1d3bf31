namespace GridGov.Assignment;

/// <summary>
/// Online dispatch (派遣): who takes this case. Thread-safe; a decision allocates nothing, and its cost grows with the
/// workers who cover the place, never with the city.
/// </summary>
/// <remarks>
/// The order of choice: the nearest level of the grid tree at which somebody can take it; there the lowest load ratio
/// after taking it; then the one idle for longest; then the first by staff number.
/// </remarks>
public sealed class AssignmentEngine
{
    private readonly Roster _roster;
    private readonly Workload _workload;

    /// <summary>Makes an engine with nothing assigned.</summary>
    /// <param name="roster">Who works where.</param>
    public AssignmentEngine(Roster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);
        _roster = roster;
        _workload = new(roster);
    }

    /// <summary>Who works where.</summary>
    public Roster Roster => _roster;

    /// <summary>What everybody holds now.</summary>
    public Workload Workload => _workload;

    /// <summary>Decides and takes: the load of the chosen worker grows by the weight.</summary>
    /// <param name="request">The case.</param>
    public AssignmentDecision Assign(in AssignmentRequest request)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Weight, 1);
        var silent = default(Silent);
        while (true)
        {
            var decision = Choose(request, ref silent);

            // Lost to another thread between looking and taking: look again at the loads as they are now.
            if (!decision.IsAssigned || _workload.TryTake(decision.Worker, request.Weight))
                return decision;
        }
    }

    /// <summary>Whether one worker could take the case now, by territory, skills and room.</summary>
    /// <param name="request">The case.</param>
    /// <param name="worker">The position in <see cref="Roster.Workers"/>.</param>
    public bool CanTake(in AssignmentRequest request, int worker)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Weight, 1);
        if (!new SkillSet(_roster.SkillBits[worker]).Covers(request.Skills)
            || request.Weight > _roster.Capacities[worker] - _workload.LoadOf(worker))
        {
            return false;
        }

        foreach (var code in _roster.Workers[worker].Covers)
        {
            if (_roster.Grids.TryFind(code, out var node) && _roster.Grids.Contains(node, request.At))
                return true;
        }

        return false;
    }

    /// <summary>The whole reasoning for a case as loads are now; takes nothing.</summary>
    /// <param name="request">The case.</param>
    public AssignmentExplanation Explain(in AssignmentRequest request)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Weight, 1);
        var observer = new Recording(_roster);
        var decision = Choose(request, ref observer);
        return new(decision, observer.Candidates(decision));
    }

    // One search for both: the observer is a type parameter, so the silent one costs nothing.
    private AssignmentDecision Choose<TObserver>(in AssignmentRequest request, ref TObserver observer)
        where TObserver : struct, IObserver
    {
        var starts = _roster.Starts;
        var members = _roster.Members.AsSpan();
        var holdings = _workload.Holdings;
        var needed = request.Skills.Bits;
        var node = request.At;
        var best = -1;
        var eligible = false;
        while (true)
        {
            // 1/0 is worse than every ratio, so the first who can take it is the best so far.
            var bestAfter = 1L;
            var bestCapacity = 0L;
            var bestTaken = 0L;
            var settled = best >= 0;
            foreach (ref readonly var member in members[starts[node.Index]..starts[node.Index + 1]])
            {
                ref readonly var held = ref holdings[member.Worker];
                if ((needed & ~member.Skills) != 0)
                {
                    if (observer.WantsAll)
                        observer.See(member.Worker, node, Volatile.Read(in held.Load), CandidateVerdict.LacksSkill);
                    continue;
                }

                eligible = true;
                var load = Volatile.Read(in held.Load);
                var after = load + (long)request.Weight;
                if (after > member.Capacity)
                {
                    observer.See(member.Worker, node, load, CandidateVerdict.Full);
                    continue;
                }

                observer.See(member.Worker, node, load, settled ? CandidateVerdict.FurtherUp : CandidateVerdict.ComesLater);
                if (settled)
                    continue;

                // Ratios are compared as cross products: exact, and without a division.
                var taken = Volatile.Read(in held.LastTaken);
                var (left, right) = (after * bestCapacity, bestAfter * member.Capacity);
                if (left < right || (left == right && taken < bestTaken))
                    (best, bestAfter, bestCapacity, bestTaken) = (member.Worker, after, member.Capacity, taken);
            }

            if ((best >= 0 && !observer.WantsAll) || !_roster.Grids.TryGetParent(node, out node))
                break;
        }

        return new(best, best >= 0 ? AssignmentOutcome.Assigned
            : eligible ? AssignmentOutcome.NobodyFree : AssignmentOutcome.NobodyEligible);
    }

    private interface IObserver
    {
        bool WantsAll { get; }

        void See(int worker, GridHandle node, int load, CandidateVerdict verdict);
    }

    private readonly struct Silent : IObserver
    {
        public bool WantsAll => false;

        public void See(int worker, GridHandle node, int load, CandidateVerdict verdict)
        {
        }
    }

    private readonly struct Recording(Roster roster) : IObserver
    {
        private readonly List<(int Worker, GridHandle Node, int Load, CandidateVerdict Verdict)> _seen = [];

        public bool WantsAll => true;

        public void See(int worker, GridHandle node, int load, CandidateVerdict verdict)
        {
            // A worker who covers the place twice is considered at the nearest level only.
            if (!_seen.Exists(s => s.Worker == worker))
                _seen.Add((worker, node, load, verdict));
        }

        public ValueList<Candidate> Candidates(AssignmentDecision decision)
        {
            var roster1 = roster;
            return ValueList.From(_seen.Select(s => new Candidate(
                roster1.Workers[s.Worker].Id,
                roster1.Grids.CodeOf(s.Node),
                s.Load,
                roster1.Capacities[s.Worker],
                s.Worker == decision.Worker ? CandidateVerdict.Chosen : s.Verdict)));
        }
    }
}
