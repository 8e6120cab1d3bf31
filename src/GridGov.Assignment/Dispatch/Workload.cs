namespace GridGov.Assignment;

/// <summary>
/// What every worker of a roster holds now, and when each was last given something. Thread-safe and lock-free:
/// a take either fits wholly within the capacity or does not happen.
/// </summary>
public sealed class Workload
{
    private readonly Roster _roster;
    private readonly int[] _loads;
    private readonly long[] _lastTaken;
    private long _clock;

    /// <summary>Makes an empty workload.</summary>
    /// <param name="roster">The roster.</param>
    public Workload(Roster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);
        _roster = roster;
        _loads = new int[roster.Workers.Count];
        _lastTaken = new long[roster.Workers.Count];
    }

    /// <summary>The weight of cases that a worker holds.</summary>
    /// <param name="worker">The position in <see cref="Roster.Workers"/>.</param>
    public int LoadOf(int worker) => Volatile.Read(ref _loads[worker]);

    internal long LastTakenOf(int worker) => Volatile.Read(ref _lastTaken[worker]);

    /// <summary>Gives a worker weight, if it fits.</summary>
    /// <param name="worker">The position in <see cref="Roster.Workers"/>.</param>
    /// <param name="weight">The weight, at least 1.</param>
    /// <returns>Whether it fitted.</returns>
    public bool TryTake(int worker, int weight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1);
        ref var load = ref _loads[worker];
        var seen = Volatile.Read(ref load);
        while (weight <= _roster.Capacities[worker] - seen)
        {
            var was = Interlocked.CompareExchange(ref load, seen + weight, seen);
            if (was == seen)
            {
                Volatile.Write(ref _lastTaken[worker], Interlocked.Increment(ref _clock));
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
        Interlocked.Add(ref _loads[worker], weight);
        Volatile.Write(ref _lastTaken[worker], Interlocked.Increment(ref _clock));
    }

    /// <summary>Takes weight off a worker.</summary>
    /// <param name="worker">The position in <see cref="Roster.Workers"/>.</param>
    /// <param name="weight">The weight that was taken.</param>
    /// <exception cref="InvalidOperationException">The worker holds less than that: it was released twice.</exception>
    public void Release(int worker, int weight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1);
        ref var load = ref _loads[worker];
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
}
