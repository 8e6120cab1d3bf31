namespace GridGov.Assignment;

/// <summary>
/// What every worker of a roster holds now, and when each was last given something. Thread-safe and lock-free:
/// a take either fits wholly within the capacity or does not happen.
/// </summary>
public sealed class Workload
{
    private readonly Roster _roster;
    private readonly Holding[] _holdings;
    private long _clock;

    /// <summary>Makes an empty workload.</summary>
    /// <param name="roster">The roster.</param>
    public Workload(Roster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);
        _roster = roster;
        _holdings = new Holding[roster.Workers.Count];
    }

    /// <summary>The weight of cases that a worker holds.</summary>
    /// <param name="worker">The position in <see cref="Roster.Workers"/>.</param>
    public int LoadOf(int worker) => Volatile.Read(in _holdings[worker].Load);

    internal ReadOnlySpan<Holding> Holdings => _holdings;

    /// <summary>Gives a worker weight, if it fits.</summary>
    /// <param name="worker">The position in <see cref="Roster.Workers"/>.</param>
    /// <param name="weight">The weight, at least 1.</param>
    /// <returns>Whether it fitted.</returns>
    public bool TryTake(int worker, int weight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1);
        ref var holding = ref _holdings[worker];
        var seen = Volatile.Read(in holding.Load);
        while (weight <= _roster.Capacities[worker] - seen)
        {
            var was = Interlocked.CompareExchange(ref holding.Load, seen + weight, seen);
            if (was == seen)
            {
                Volatile.Write(ref holding.LastTaken, Interlocked.Increment(ref _clock));
                return true;
            }

            seen = was;
        }

        return false;
    }

    /// <summary>Gives a worker weight even beyond the capacity: work that comes back, or that a person decided on.</summary>
    /// <param name="worker">The position in <see cref="Roster.Workers"/>.</param>
    /// <param name="weight">The weight, at least 1.</param>
    public void Take(int worker, int weight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1);
        ref var holding = ref _holdings[worker];
        Interlocked.Add(ref holding.Load, weight);
        Volatile.Write(ref holding.LastTaken, Interlocked.Increment(ref _clock));
    }

    /// <summary>Takes weight off a worker.</summary>
    /// <param name="worker">The position in <see cref="Roster.Workers"/>.</param>
    /// <param name="weight">The weight that was taken.</param>
    /// <exception cref="InvalidOperationException">The worker holds less than that: it was released twice.</exception>
    public void Release(int worker, int weight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1);
        ref var load = ref _holdings[worker].Load;
        var seen = Volatile.Read(ref load);
        while (true)
        {
            if (seen < weight)
                throw new InvalidOperationException($"Worker {worker} holds {seen}, so {weight} cannot be released.\nRelease each case once.");
            var was = Interlocked.CompareExchange(ref load, seen - weight, seen);
            if (was == seen)
                return;
            seen = was;
        }
    }

    // Side by side, because a choice reads both of one worker.
    internal struct Holding
    {
        public int Load;
        public long LastTaken;
    }
}
