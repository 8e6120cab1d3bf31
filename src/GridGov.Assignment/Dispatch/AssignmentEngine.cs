namespace GridGov.Assignment;

/// <summary>
/// Online dispatch (派遣): who takes this case. Thread-safe; a decision allocates nothing, and its cost grows with the
/// workers who cover the place, never with the city.
/// </summary>
/// <remarks>
/// <para>
/// The order of choice: the preferred worker; the nearest level of the grid tree at which somebody can take it; there the
/// post preferred for the duty; who knows the matter already; who lacks fewer nice-to-have skills; what the policy looks
/// at, the lowest load ratio after taking it unless the profile says otherwise; the one idle for longest; the first by
/// staff number. See docs/assignment.md.
/// </para>
/// <para>
/// Roster, workload and profile are replaced together: every decision is one of the old state or of the new one. Positions
/// of workers are those of one roster; whoever swaps rosters while others decide takes the overload that tells which.
/// </para>
/// </remarks>
public sealed partial class AssignmentEngine
{
    private readonly TimeProvider? _time;
    private readonly Lock _swapping = new();
    private EngineState _state;
    private Roster _base;

    /// <summary>Makes an engine with nothing assigned, in peacetime.</summary>
    /// <param name="roster">Who works where.</param>
    /// <exception cref="ArgumentException">The roster has hours, leaves or certificates: the engine needs a clock.</exception>
    public AssignmentEngine(Roster roster)
        : this(roster, null, null)
    {
    }

    /// <summary>Makes an engine with nothing assigned.</summary>
    /// <param name="roster">Who works where.</param>
    /// <param name="time">The clock; null only where nothing depends on the time.</param>
    /// <param name="profile">The profile in force; null for <see cref="DispatchProfile.Peacetime"/>.</param>
    /// <exception cref="ArgumentException">The roster has hours, leaves or certificates, and there is no clock.</exception>
    /// <exception cref="DefinitionException">The profile does not fit the roster: every fault is listed.</exception>
    public AssignmentEngine(Roster roster, TimeProvider? time, DispatchProfile? profile = null)
    {
        ArgumentNullException.ThrowIfNull(roster);
        _time = time;
        _base = roster;
        _state = StateOf(roster, profile ?? DispatchProfile.Peacetime);
    }

    /// <summary>Who works where now, with the reinforcements and capacities of the profile.</summary>
    public Roster Roster => Current.Roster;

    /// <summary>What everybody holds now.</summary>
    public Workload Workload => Current.Workload;

    /// <summary>The profile in force.</summary>
    public DispatchProfile Profile => Current.Profile.Profile;

    internal EngineState Current => Volatile.Read(ref _state);

    /// <summary>Decides and takes: the load of the chosen worker grows by the weight.</summary>
    /// <param name="request">The case.</param>
    public AssignmentDecision Assign(in AssignmentRequest request) => Decide(request, out _);

    /// <summary>Decides and takes, and tells by which roster: for whoever swaps rosters while cases are decided.</summary>
    /// <param name="request">The case.</param>
    /// <param name="roster">The roster in which the decision's position counts.</param>
    public AssignmentDecision Assign(in AssignmentRequest request, out Roster roster)
    {
        var decision = Decide(request, out var state);
        roster = state.Roster;
        return decision;
    }

    /// <summary>Whether one worker could take the case now: territory, presence, skills, terms and room.</summary>
    /// <param name="request">The case.</param>
    /// <param name="worker">The position in <see cref="Roster.Workers"/>.</param>
    public bool CanTake(in AssignmentRequest request, int worker)
    {
        Check(request);
        while (true)
        {
            var state = Current;
            var answer = CanTake(state, new(state, state.At(out var time), time, request), worker);
            if (!IsOvertaken(state))
                return answer;
        }
    }

    /// <summary>Whether one worker could take the case now, by staff number: for whoever swaps rosters while cases are decided.</summary>
    /// <param name="request">The case.</param>
    /// <param name="worker">The staff number; somebody who is not on the roster cannot.</param>
    public bool CanTake(in AssignmentRequest request, ActorId worker)
    {
        Check(request);
        while (true)
        {
            var state = Current;
            var answer = state.Roster.TryFind(worker, out var index) && CanTake(state, new(state, state.At(out var time), time, request), index);
            if (!IsOvertaken(state))
                return answer;
        }
    }

    /// <summary>Gives the case to one worker, if they can take it now: an offer accepted, a claim, a person's choice.</summary>
    /// <param name="request">The case.</param>
    /// <param name="worker">The staff number.</param>
    /// <returns>Whether they took it.</returns>
    public bool TryAssignTo(in AssignmentRequest request, ActorId worker) => TryAssignTo(request, worker, null, -1);

    /// <summary>The same for somebody of a short list.</summary>
    /// <param name="request">The case.</param>
    /// <param name="roster">The roster in which the position counts; it need not be the present one.</param>
    /// <param name="worker">The position in <see cref="Roster.Workers"/> of that roster.</param>
    /// <returns>Whether they took it.</returns>
    public bool TryAssignTo(in AssignmentRequest request, Roster roster, int worker)
    {
        ArgumentNullException.ThrowIfNull(roster);
        return TryAssignTo(request, roster[worker].Id, roster, worker);
    }

    private bool TryAssignTo(in AssignmentRequest request, ActorId worker, Roster? roster, int position)
    {
        Check(request);
        while (true)
        {
            var state = Current;
            var now = state.At(out var time);
            var index = position;
            if (state.Roster != roster && !state.Roster.TryFind(worker, out index))
                index = -1;
            var seat = index < 0 ? -1 : state.Seats.SeatOf[index];
            var isTaken = seat >= 0
                && CanTake(state, new(state, now, time, request), index)
                && state.Workload.TryTakeSeat(seat, request.Weight, LimitOf(now, request, seat), out _);
            if (!IsOvertaken(state))
                return isTaken;
            if (isTaken)
                state.Workload.Release(index, request.Weight);
        }
    }

    /// <summary>The best workers for a case as loads are now, best first: those to whom it may be offered. Takes nothing.</summary>
    /// <param name="request">The case.</param>
    /// <param name="workers">Room for up to 64 positions in <see cref="Roster.Workers"/>.</param>
    /// <param name="roster">The roster in which the positions count.</param>
    /// <returns>How many were found.</returns>
    public int Shortlist(in AssignmentRequest request, Span<int> workers, out Roster roster)
    {
        Check(request);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(workers.Length, 64);
        Span<Cost> costs = stackalloc Cost[workers.Length];
        while (true)
        {
            var state = Current;
            roster = state.Roster;
            var search = new Search(state, state.At(out var time), time, request);
            if (search.IsSuspended || workers.IsEmpty)
                return 0;
            var few = new BestFew(workers, costs);
            search.Walk(ref few);
            if (!IsOvertaken(state))
                return few.Count;
        }
    }

    /// <summary>The whole reasoning for a case as loads are now; takes nothing.</summary>
    /// <param name="request">The case.</param>
    public AssignmentExplanation Explain(in AssignmentRequest request)
    {
        Check(request);
        while (true)
        {
            var state = Current;
            var search = new Search(state, state.At(out var time), time, request);
            var recorder = new Recorder();
            search.Walk(ref recorder);
            if (!IsOvertaken(state))
                return Reasoning.Of(state, request, search, recorder);
        }
    }

    private static void Check(in AssignmentRequest request) => ArgumentOutOfRangeException.ThrowIfLessThan(request.Weight, 1);

    private static bool CanTake(EngineState state, in Search search, int worker) =>
        !search.IsSuspended && search.CoversPlace(worker) && search.ObstaclesOf(worker) == Obstacles.None;

    private static int LimitOf(Availability now, in AssignmentRequest request, int seat) =>
        (request.IsUrgent ? now.UrgentLimits : now.Limits)[seat];

    // Everything read so far belongs to one state, or somebody is replacing it: then look again when they have done.
    private bool IsOvertaken(EngineState state)
    {
        Volatile.ReadBarrier();
        if (!state.IsRetired)
            return false;
        var spin = default(SpinWait);
        while (Current == state)
            spin.SpinOnce();
        return true;
    }

    private AssignmentDecision Decide(in AssignmentRequest request, out EngineState state)
    {
        Check(request);
        while (true)
        {
            state = Current;
            var now = state.At(out var time);
            var isPlain = request.Terms is null && state.IsPlain && request.Weight <= Seats.ExactCapacity;
            var seat = isPlain ? Nearest(state, now, request) : -1;
            var outcome = AssignmentOutcome.Assigned;
            if (seat < 0)
                seat = Full(state, now, time, request, isTried: isPlain, out outcome);
            if (seat < 0)
            {
                if (!IsOvertaken(state))
                    return new(-1, outcome);
                continue;
            }

            // Lost to another thread between looking and taking: look again at the loads as they are now.
            if (!state.Workload.TryTakeSeat(seat, request.Weight, LimitOf(now, request, seat), out _))
            {
                IsOvertaken(state);
                continue;
            }

            var worker = state.Seats.WorkerAt[seat];
            if (IsOvertaken(state))
            {
                // It may have been chosen while half of the others had moved already.
                state.Workload.Release(worker, request.Weight);
                continue;
            }

            if (state.LastAtNode is { } last)
                Volatile.Write(ref last[request.At.Index], worker);
            return new(worker, AssignmentOutcome.Assigned);
        }
    }

    private static int Nearest(EngineState state, Availability now, in AssignmentRequest request)
    {
        var node = request.At;
        do
        {
            var seat = Sweep.Best(state, now, node.Index, request);
            if (seat >= 0)
                return seat;
        }
        while (state.Roster.Grids.TryGetParent(node, out node));
        return -1;
    }

    // After the sweep has found nobody there is nobody: then only whether waiting helps is open.
    private static int Full(
        EngineState state, Availability now, long time, in AssignmentRequest request, bool isTried, out AssignmentOutcome outcome)
    {
        var search = new Search(state, now, time, request);
        outcome = AssignmentOutcome.Suspended;
        if (search.IsSuspended)
            return -1;
        var best = new BestOne();
        if (!isTried)
            search.Walk(ref best);
        outcome = search.OutcomeOf(best.Seat >= 0, best.Seat < 0 && search.SomeoneMayWait());
        return best.Seat;
    }

    private EngineState StateOf(Roster @base, DispatchProfile profile)
    {
        var faults = profile.Check();
        if (faults.Count > 0)
            throw new DefinitionException($"The profile {profile.Name}", faults);
        var isAsGiven = profile.Reinforcements.IsEmpty && profile.Capacities.IsEmpty;
        return new(isAsGiven ? @base : @base.With(profile.Staff(@base)), new(profile), _time);
    }
}
