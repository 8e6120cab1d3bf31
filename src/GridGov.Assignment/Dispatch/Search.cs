using System.Numerics;
using System.Runtime.CompilerServices;

namespace GridGov.Assignment;

/// <summary>
/// The whole choice, with every feature: it walks up from the place and shows each worker to a visitor. Plain decisions,
/// short lists and explanations are visitors of this one walk, so they cannot disagree.
/// </summary>
internal readonly ref struct Search
{
    private readonly EngineState _state;
    private readonly Availability _now;
    private readonly AssignmentRequest _request;
    private readonly RequestTerms.Bound? _bound;
    private readonly RequestTerms? _terms;
    private readonly DispatchPolicyKind _policy;
    private readonly ulong _needed;
    private readonly bool _hasTerms;
    private readonly bool _relaxesLater;
    private readonly bool _isHeld;

    public Search(EngineState state, Availability now, long time, in AssignmentRequest request)
    {
        (_state, _now, _request) = (state, now, request);
        _needed = request.Skills.Bits;
        _policy = state.Profile.Profile.Policy.Kind;
        if (request.Terms is not { } terms)
            return;
        (_terms, _hasTerms) = (terms, true);
        _bound = terms.BindTo(state);
        if (!terms.NeedsTime)
            return;
        if (terms.Since is not { } since)
            throw new ArgumentException("Terms that change while a case waits need RequestTerms.Since.", nameof(request));
        var waited = TimeSpan.FromTicks((time == 0 ? state.Now() : time) - since.UtcTicks);
        foreach (var step in terms.Relaxing)
        {
            _relaxesLater = waited < step.After;
            if (_relaxesLater)
                break;
            _needed = step.Skills.Bits;
        }

        _isHeld = _bound.Preferred >= 0 && waited < terms.PreferredFor && CoversPlace(_bound.Preferred)
            && (ObstaclesOf(Seats.SeatOf[_bound.Preferred], LoadAt(Seats.SeatOf[_bound.Preferred]), all: true)
                & ~(Obstacles.Full | Obstacles.Reserved)) == 0;
    }

    public bool IsSuspended => _bound?.Duty?.Terms.IsSuspended ?? false;

    public int PreferredWorker => _bound?.Preferred ?? -1;

    private Seats Seats => _state.Seats;

    private int[] Limits => _request.IsUrgent ? _now.UrgentLimits : _now.Limits;

    /// <summary>Shows every worker who covers the place, nearest level first, until the visitor has seen enough.</summary>
    public void Walk<TVisitor>(ref TVisitor visitor)
        where TVisitor : IVisitor, allows ref struct
    {
        // The preferred one is asked before all levels; for them it is as if they stood next to the matter.
        var preferred = PreferredWorker;
        if (preferred >= 0 && CoversPlace(preferred))
        {
            Show(Seats.SeatOf[preferred], _request.At, -1, ref visitor);
            if (visitor.EndLevel() || (_isHeld && !visitor.WantsAll))
                return;
        }

        var node = _request.At;
        var level = 0;
        do
        {
            ShowRange(Seats.Starts[node.Index], Seats.Starts[node.Index + 1], node, level, ref visitor);
            ShowGuests(node, level, ref visitor);
            if (visitor.EndLevel())
                return;
            level++;
        }
        while (_state.Roster.Grids.TryGetParent(node, out node));

        if (_terms?.Widened is { } outer)
        {
            var range = _state.Roster.Grids.SubtreeOf(outer);
            ShowRange(Seats.Starts[range.Start.Value], Seats.Starts[range.End.Value], outer, level, ref visitor);
            visitor.EndLevel();
        }
    }

    /// <summary>Whether waiting can help: whether somebody covers the place whose obstacles all pass. Reads no load.</summary>
    public bool SomeoneMayWait()
    {
        if (PreferredWorker >= 0 && CoversPlace(PreferredWorker) && MayWait(Seats.SeatOf[PreferredWorker]))
            return true;
        var node = _request.At;
        do
        {
            if (SomeoneMayWait(Seats.Starts[node.Index], Seats.Starts[node.Index + 1]) || SomeGuestMayWait(node))
                return true;
        }
        while (_state.Roster.Grids.TryGetParent(node, out node));

        if (_terms?.Widened is not { } outer)
            return false;
        var range = _state.Roster.Grids.SubtreeOf(outer);
        return SomeoneMayWait(Seats.Starts[range.Start.Value], Seats.Starts[range.End.Value]);
    }

    public AssignmentOutcome OutcomeOf(bool isFound, bool someoneMayWait) =>
        isFound ? AssignmentOutcome.Assigned
        : someoneMayWait || _relaxesLater ? AssignmentOutcome.NobodyFree
        : AssignmentOutcome.NobodyEligible;

    /// <summary>Whether one worker covers the place now, as a stand-in too.</summary>
    public bool CoversPlace(int worker)
    {
        var grids = _state.Roster.Grids;
        if (grids.Contains(new(Seats.NodeOf[Seats.SeatOf[worker]]), _request.At))
            return true;
        foreach (var code in _state.Roster[worker].Covers)
        {
            if (grids.TryFind(code, out var node) && grids.Contains(node, _request.At))
                return true;
        }

        return (Seats.GuestStarts is not null && StandsIn(Seats.SeatOf[worker])) || IsInOverflow(Seats.SeatOf[worker]);
    }

    public Obstacles ObstaclesOf(int worker) => ObstaclesOf(Seats.SeatOf[worker], LoadAt(Seats.SeatOf[worker]), all: false);

    private bool SomeoneMayWait(int from, int to)
    {
        for (var seat = from; seat < to; seat++)
        {
            if (MayWait(seat))
                return true;
        }

        return false;
    }

    private bool SomeGuestMayWait(GridHandle node)
    {
        if (Seats.GuestStarts is not { } starts)
            return false;
        foreach (ref readonly var guest in Seats.Guests.AsSpan(starts[node.Index]..starts[node.Index + 1]))
        {
            if ((guest.Condition < 0 || _now.LeaveIsOn[guest.Condition]) && MayWait(guest.Seat))
                return true;
        }

        return false;
    }

    private bool MayWait(int seat) =>
        (_needed & ~_now.SkillsAt(seat)) == 0 && (!_hasTerms || (TermsOf(seat) & Obstacles.Lasting) == 0);

    private bool IsInOverflow(int seat)
    {
        if (_terms?.Widened is not { } outer)
            return false;
        var range = _state.Roster.Grids.SubtreeOf(outer);
        return Seats.Starts[range.Start.Value] <= seat && seat < Seats.Starts[range.End.Value];
    }

    private bool StandsIn(int seat)
    {
        var node = _request.At;
        do
        {
            foreach (ref readonly var guest in Seats.Guests.AsSpan(Seats.GuestStarts![node.Index]..Seats.GuestStarts[node.Index + 1]))
            {
                if (guest.Seat == seat && guest.Condition >= 0 && _now.LeaveIsOn[guest.Condition])
                    return true;
            }
        }
        while (_state.Roster.Grids.TryGetParent(node, out node));
        return false;
    }

    private void ShowRange<TVisitor>(int from, int to, GridHandle node, int level, ref TVisitor visitor)
        where TVisitor : IVisitor, allows ref struct
    {
        if (visitor.WantsAll || _request.Weight > Roster.MaxCapacity)
        {
            for (var seat = from; seat < to; seat++)
                Show(seat, node, level, ref visitor);
            return;
        }

        // Most fail by skills or room: those are sorted out many at a time.
        var seats = Seats;
        for (; from < to; from += Sweep.Chunk)
        {
            var able = Sweep.Able(_state, _now, Limits, from, Math.Min(Sweep.Chunk, to - from), _needed, _request.Weight);
            for (; able != 0; able &= able - 1)
            {
                var seat = from + BitOperations.TrailingZeroCount(able);
                if (_hasTerms && TermsOf(seat) != Obstacles.None)
                    continue;
                var load = LoadAt(seat);
                visitor.See(new(seats.WorkerAt[seat], seat, node, level, load), Obstacles.None, CostOf(seat, load, Obstacles.None));
            }
        }
    }

    private void ShowGuests<TVisitor>(GridHandle node, int level, ref TVisitor visitor)
        where TVisitor : IVisitor, allows ref struct
    {
        if (Seats.GuestStarts is not { } starts)
            return;
        foreach (ref readonly var guest in Seats.Guests.AsSpan(starts[node.Index]..starts[node.Index + 1]))
        {
            if (guest.Condition < 0 || _now.LeaveIsOn[guest.Condition])
                Show(guest.Seat, node, level, ref visitor);
        }
    }

    private void Show<TVisitor>(int seat, GridHandle node, int level, ref TVisitor visitor)
        where TVisitor : IVisitor, allows ref struct
    {
        var load = LoadAt(seat);
        var obstacles = ObstaclesOf(seat, load, visitor.WantsAll);
        if (obstacles == Obstacles.None || visitor.WantsAll)
            visitor.See(new(Seats.WorkerAt[seat], seat, node, level, load), obstacles, CostOf(seat, load, obstacles));
    }

    private int LoadAt(int seat) => Volatile.Read(in _state.Workload.Loads[seat]);

    private Obstacles ObstaclesOf(int seat, int load, bool all)
    {
        var found = Obstacles.None;
        var missing = _needed & ~_now.SkillsAt(seat);
        if (missing != 0)
        {
            found = all && IsExpired(seat, missing) ? Obstacles.CertificateExpired : Obstacles.LacksSkill;
            if (!all)
                return found;
        }

        if (_hasTerms)
        {
            found |= TermsOf(seat);
            if (!all && found != 0)
                return found;
        }

        var limit = Limits[seat];
        if (_request.Weight <= limit - (long)load)
            return found;
        if (!all)
            return found | Obstacles.Full;
        var presence = _now.Presences?[seat] ?? Presence.OnDuty;
        if (presence is Presence.OnLeave or Presence.OffDuty || (presence == Presence.OnCall && !_request.IsUrgent))
            found |= presence == Presence.OnLeave ? Obstacles.OnLeave : presence == Presence.OnCall ? Obstacles.OnlyUrgent : Obstacles.OffDuty;
        // As it would be if they were there.
        var capacity = Seats.Capacity[seat];
        if (_request.Weight > capacity - (long)load)
            found |= Obstacles.Full;
        else if (!_request.IsUrgent && _request.Weight > _now.OrdinaryPart(capacity) - (long)load)
            found |= Obstacles.Reserved;
        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Obstacles TermsOf(int seat)
    {
        var found = Obstacles.None;
        var worker = Seats.WorkerAt[seat];
        var bound = _bound!;
        if (_isHeld && worker != bound.Preferred)
            found |= Obstacles.HeldForPreferred;
        if (bound.Duty is { } duty && duty.PostRank[PostAt(seat)] == CompiledDuty.NotAllowed)
            found |= Obstacles.OtherPost;
        if (Has(bound.Excluded, worker))
            found |= Obstacles.Excluded;
        if (Has(bound.Separated, worker))
            found |= Obstacles.Separated;
        return bound.HasRareLimits ? found | RareLimitsOf(worker) : found;
    }

    private Obstacles RareLimitsOf(int worker)
    {
        var found = Obstacles.None;
        var row = _state.Roster[worker];
        if (_terms!.SeparatedBodies.Contains(row.Body))
            found |= Obstacles.Separated;
        if (_terms!.Body is { } body && row.Body != body)
            found |= Obstacles.OtherBody;
        if ((_terms.Post is { } post && row.Post != post)
            || (_terms.Profession is { } profession && !string.Equals(row.Profession, profession, StringComparison.Ordinal)))
        {
            found |= Obstacles.OtherPost;
        }

        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Has(int[] workers, int worker)
    {
        foreach (var one in workers)
        {
            if (one == worker)
                return true;
        }

        return false;
    }

    private bool IsExpired(int seat, ulong missing)
    {
        if (!_state.Roster.IsTimed)
            return false;
        var worker = _state.Roster[Seats.WorkerAt[seat]];
        ulong lost = 0;
        foreach (var certificate in worker.Certificates)
            lost |= _state.Roster.Vocabulary.Held(certificate.Name, certificate.Level);
        return (missing & ~lost) == 0;
    }

    private int PostAt(int seat) => Seats.Posts.Length == 0 ? 0 : Seats.Posts[seat];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Cost CostOf(int seat, int load, Obstacles obstacles)
    {
        var worker = Seats.WorkerAt[seat];
        var order = 0;
        if (_hasTerms)
        {
            var bound = _bound!;
            var nice = BitOperations.PopCount(_terms!.NiceToHave.Bits & ~_now.SkillsAt(seat));
            var known = bound.Continuity.Length == 0 ? 0 : Rank(bound.Continuity, worker);
            order = ((bound.Duty?.PostRank[PostAt(seat)] ?? 0) << 16) | (known << 8) | nice;
        }

        // Of somebody without room: as it would be if just enough were taken off them.
        var after = (obstacles & Obstacles.Full) != 0 ? Seats.Capacity[seat] : load + (long)_request.Weight;
        var choice = _policy switch
        {
            DispatchPolicyKind.LeastLoaded => after / (double)Seats.Capacity[seat],
            DispatchPolicyKind.RoundRobin => Turn(worker),
            DispatchPolicyKind.BestScore => -_state.Roster[worker].Score,
            DispatchPolicyKind.Own => Own(_state.Profile.Profile.Policy.Scorer!, worker, load, seat),
            _ => 0,
        };
        return new(order, choice, Volatile.Read(in _state.Workload.Taken[seat]), worker);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Rank(int[] known, int worker)
    {
        var at = 0;
        while (at < known.Length && known[at] != worker)
            at++;
        return Math.Min(at, 255);
    }

    private double Turn(int worker)
    {
        var last = Volatile.Read(in _state.LastAtNode![_request.At.Index]);
        return worker > last ? worker : worker + (double)_state.Roster.Workers.Count;
    }

    private double Own(WorkerScorer scorer, int worker, int load, int seat)
    {
        var score = scorer(new(_state.Roster[worker], load, Limits[seat]), _request);
        return double.IsNaN(score) ? double.PositiveInfinity : -score;
    }
}
