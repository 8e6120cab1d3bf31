namespace GridGov.Assignment;

/// <summary>
/// What every worker of a roster holds now, and when each was last given something. Thread-safe: a take either fits
/// wholly within the capacity or does not happen. Lock-free, but for the moment in which a roster is swapped: what is
/// asked of the workload of a former roster is then done on that of its successor.
/// </summary>
public sealed class Workload
{
    // A cell of a former roster. More than any load and any limit, so that whoever reads it finds no room.
    internal const int Moved = 0x4000_0000;

    private readonly Roster _roster;
    private readonly int[] _loads;
    private readonly long[] _taken;
    private readonly long[] _clocks;
    private readonly int[] _clockOf;
    private readonly int[] _seatOf;
    private Successor? _successor;

    /// <summary>Makes an empty workload.</summary>
    /// <param name="roster">The roster.</param>
    public Workload(Roster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);
        _roster = roster;
        _loads = new int[roster.Workers.Count];
        _taken = new long[roster.Workers.Count];
        _clocks = new long[roster.Seats.Clocks];
        (_clockOf, _seatOf) = (roster.Seats.Clock, roster.Seats.SeatOf);
    }

    internal int[] Loads => _loads;

    internal long[] Taken => _taken;

    /// <summary>The weight of cases that a worker holds; 0 for one whom a later roster no longer names.</summary>
    /// <param name="worker">The position in <see cref="Roster.Workers"/>.</param>
    public int LoadOf(int worker)
    {
        for (var place = Here(worker); place.IsNamed; place = place.Next())
        {
            var load = Volatile.Read(in place.Load);
            if (load < Moved)
                return load;
        }

        return 0;
    }

    /// <summary>Gives a worker weight, if it fits.</summary>
    /// <param name="worker">The position in <see cref="Roster.Workers"/>.</param>
    /// <param name="weight">The weight, at least 1.</param>
    /// <returns>Whether it fitted.</returns>
    public bool TryTake(int worker, int weight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1);
        for (var place = Here(worker); place.IsNamed; place = place.Next())
        {
            if (place.TryTake(weight, place.Capacity, out var isMoved))
                return true;
            if (!isMoved)
                return false;
        }

        return false;
    }

    /// <summary>Gives a worker weight even beyond the capacity: work that comes back, or that a person decided on.</summary>
    /// <param name="worker">The position in <see cref="Roster.Workers"/>.</param>
    /// <param name="weight">The weight, at least 1.</param>
    /// <exception cref="InvalidOperationException">The worker would hold more than can be counted, about a thousand million.</exception>
    public void Take(int worker, int weight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1);
        for (var place = Here(worker); place.IsNamed; place = place.Next())
        {
            if (place.TryTake(weight, Moved - 1, out var isMoved))
                return;
            if (!isMoved)
                throw new InvalidOperationException($"Worker {worker} would hold more than {Moved}.\nRelease what is done.");
        }
    }

    /// <summary>Takes weight off a worker. Of one whom a later roster no longer names, nothing is left to take.</summary>
    /// <param name="worker">The position in <see cref="Roster.Workers"/>.</param>
    /// <param name="weight">The weight that was taken.</param>
    /// <exception cref="InvalidOperationException">The worker holds less than that: it was released twice.</exception>
    public void Release(int worker, int weight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1);
        for (var place = Here(worker); place.IsNamed; place = place.Next())
        {
            ref var load = ref place.Load;
            var seen = Volatile.Read(ref load);
            while (seen < Moved)
            {
                if (seen < weight)
                    throw new InvalidOperationException($"Worker {worker} holds {seen}, so {weight} cannot be released.\nRelease each case once.");
                var was = Interlocked.CompareExchange(ref load, seen - weight, seen);
                if (was == seen)
                    return;
                seen = was;
            }
        }
    }

    internal bool TryTakeSeat(int seat, int weight, int limit, out bool isMoved)
    {
        ref var load = ref _loads[seat];
        var seen = Volatile.Read(ref load);
        while (weight <= limit - seen)
        {
            var was = Interlocked.CompareExchange(ref load, seen + weight, seen);
            if (was == seen)
            {
                Volatile.Write(ref _taken[seat], Interlocked.Increment(ref _clocks[_clockOf[seat]]));
                isMoved = false;
                return true;
            }

            seen = was;
        }

        isMoved = seen >= Moved;
        return false;
    }

    /// <summary>
    /// Moves every load to the workload of another roster, one worker at a time: whatever is done to a worker happens
    /// before the move or after it. Turns keep their order among those who shared a clock.
    /// </summary>
    /// <param name="next">The other workload; nobody else knows it yet.</param>
    /// <param name="atRest">Called when all loads have moved and nobody can change them yet. It must not throw.</param>
    /// <returns>Those who held something and are not on the other roster.</returns>
    internal List<(ActorId Worker, int Load)> MoveTo(Workload next, Action atRest)
    {
        var gone = new List<(ActorId, int)>();
        var map = new int[_loads.Length];
        for (var worker = 0; worker < map.Length; worker++)
        {
            var seat = _seatOf[worker];
            var load = Interlocked.Exchange(ref _loads[seat], Moved);
            if (!next._roster.TryFind(_roster[worker].Id, out map[worker]))
            {
                map[worker] = -1;
                if (load > 0)
                    gone.Add((_roster[worker].Id, load));
                continue;
            }

            var there = next._roster.Seats.SeatOf[map[worker]];
            next._loads[there] = load;
            next._taken[there] = Volatile.Read(in _taken[seat]);
            ref var clock = ref next._clocks[next._roster.Seats.Clock[there]];
            clock = Math.Max(clock, next._taken[there]);
        }

        atRest();
        Volatile.Write(ref _successor, new(next, map));
        return gone;
    }

    private Place Here(int worker) => new(this, worker);

    /// <summary>A worker in one of the workloads that followed one another.</summary>
    private readonly struct Place(Workload workload, int worker)
    {
        public bool IsNamed => worker >= 0;

        public int Capacity => workload._roster.Seats.Capacity[workload._seatOf[worker]];

        public ref int Load => ref workload._loads[workload._seatOf[worker]];

        public bool TryTake(int weight, int limit, out bool isMoved) => workload.TryTakeSeat(workload._seatOf[worker], weight, limit, out isMoved);

        /// <summary>The same worker one roster later.</summary>
        public Place Next()
        {
            var spin = default(SpinWait);
            Successor? successor;
            while ((successor = Volatile.Read(ref workload._successor)) is null)
                spin.SpinOnce();
            return new(successor.Next, successor.Map[worker]);
        }
    }

    private sealed record Successor(Workload Next, int[] Map);
}
