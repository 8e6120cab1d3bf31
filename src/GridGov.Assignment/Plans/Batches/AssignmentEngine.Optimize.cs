namespace GridGov.Assignment;

/// <content>Many cases together.</content>
public sealed partial class AssignmentEngine
{
    /// <summary>
    /// The best plan for many cases as loads are now; takes nothing. As many as possible are placed; then the preferred
    /// worker and the nearest level, the post, continuity and nice-to-have skills count, in that order
    /// (<see cref="PlanWeights"/>); then loads as even as possible. The policy of the profile does not count. The same
    /// requests, roster and loads give the same plan.
    /// </summary>
    /// <param name="requests">The cases, all of one weight: for different weights no plan could be proved the best.</param>
    /// <param name="options">A time limit and progress; none when null.</param>
    /// <param name="cancellationToken">Ends the run without a plan.</param>
    /// <exception cref="ArgumentException">A request weighs otherwise than the first; the index is named.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public AssignmentPlan Optimize(ReadOnlySpan<AssignmentRequest> requests, PlanOptions? options = null, CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < requests.Length; i++)
        {
            Check(requests[i]);
            if (requests[i].Weight != requests[0].Weight)
                throw new ArgumentException(Text.Of($"Request {i} weighs {requests[i].Weight}, and the first {requests[0].Weight}.\nPlan the requests of each weight apart, the heaviest first."), nameof(requests));
        }

        var watch = new PlanWatch(options, cancellationToken);
        var snapshot = StandStill();
        var batch = new BatchArcs(snapshot, requests, cancellationToken);
        var weights = PlanWeights.Of(batch, out var costs);
        var plan = Transportation.Solve(batch.Problem(costs, null), options, cancellationToken);
        TransportationPlan? noPlan = null;
        if (plan.Status == PlanStatus.NoPlan)
        {
            noPlan = plan;
            var leave = new int[batch.Cases.Count];
            for (var c = 0; c < leave.Length; c++)
                leave[c] = requests[batch.Cases[c]].IsUrgent ? 2 * weights.Unplaced : weights.Unplaced;
            plan = Transportation.Solve(batch.Problem(costs, leave), watch.Rest(), cancellationToken);
        }

        var isEven = false;
        if (plan.Status == PlanStatus.Optimal && requests.Length > 0)
        {
            var even = new EvenLoads(plan, batch.ColumnWorkers, snapshot.Workload.LoadOf, w => snapshot.Seats.Capacity[snapshot.Seats.SeatOf[w]], requests[0].Weight);
            isEven = even.Run(watch);
            plan = new(plan.Problem, plan.Status, even.Places, [.. plan.Prices], plan.TotalCost, null);
        }

        int[] seats = [.. batch.Considered.Select(w => snapshot.Seats.SeatOf[w])];
        PlanBasis basis = new(this, snapshot.Roster, snapshot.Profile.Profile, batch.Now, seats, [.. seats.Select(s => snapshot.Workload.Loads[s])]);
        return new(basis, ValueList.Create(requests), batch, weights, plan, noPlan, isEven || requests.IsEmpty);
    }

    /// <summary>
    /// Takes everything that a plan gives out, at once, or nothing. Decisions under way see the loads before or after.
    /// </summary>
    /// <param name="plan">A plan of this engine.</param>
    /// <returns>
    /// What came of it. Anything but <see cref="PlanApplication.Applied"/> changed nothing, and a new plan is needed.
    /// </returns>
    /// <exception cref="ArgumentException">The plan is of another engine.</exception>
    public PlanApplication Apply(AssignmentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var basis = plan.Basis;
        if (basis.Engine != this)
            throw new ArgumentException("The plan is of another engine.", nameof(plan));
        lock (_swapping)
        {
            var state = _state;
            if (state.Roster != basis.Roster || state.Profile.Profile != basis.Profile)
                return PlanApplication.RosterChanged;
            if (!state.At(out _).IsSameAs(basis.Now))
                return PlanApplication.PresenceChanged;
            if (plan.IsApplied)
                return PlanApplication.AppliedBefore;
            if (!HoldsLoads(state.Workload, basis))
                return PlanApplication.LoadsChanged;

            // As when a roster is replaced: the loads rest while they are moved, and what is taken is taken then.
            var answer = PlanApplication.LoadsChanged;
            var next = new EngineState(state.Roster, state.Profile, _time);
            Replace(next, () =>
            {
                if (HoldsLoads(next.Workload, basis))
                    answer = TakeAll(next, plan);
            });
            return answer;
        }
    }

    private static bool HoldsLoads(Workload workload, PlanBasis basis)
    {
        for (var i = 0; i < basis.Seats.Length; i++)
        {
            if (Volatile.Read(in workload.Loads[basis.Seats[i]]) != basis.Loads[i])
                return false;
        }

        return true;
    }

    private static PlanApplication TakeAll(EngineState state, AssignmentPlan plan)
    {
        for (var i = 0; i < plan.Decisions.Count; i++)
        {
            var worker = plan.Decisions[i].Worker;
            if (worker < 0)
                continue;
            state.Workload.Take(worker, plan.Requests[i].Weight);
            if (state.LastAtNode is { } last)
                last[plan.Requests[i].At.Index] = worker;
        }

        plan.IsApplied = true;
        return PlanApplication.Applied;
    }

    // The same state with loads that nobody else can touch.
    private EngineState StandStill()
    {
        while (true)
        {
            var state = Current;
            var copy = new EngineState(state.Roster, state.Profile, _time);
            for (var seat = 0; seat < copy.Workload.Loads.Length; seat++)
                copy.Workload.Loads[seat] = Volatile.Read(in state.Workload.Loads[seat]);
            if (!IsOvertaken(state))
                return copy;
        }
    }
}

/// <summary>What came of applying a plan.</summary>
public enum PlanApplication
{
    /// <summary>Everything was taken.</summary>
    Applied = 1,

    /// <summary>Somebody whom the plan considered holds more or less now; nothing was taken.</summary>
    LoadsChanged = 2,

    /// <summary>The roster or the profile was replaced; nothing was taken.</summary>
    RosterChanged = 3,

    /// <summary>Somebody came or went: a shift, a leave; nothing was taken.</summary>
    PresenceChanged = 4,

    /// <summary>This plan was applied before; nothing was taken.</summary>
    AppliedBefore = 5,
}
