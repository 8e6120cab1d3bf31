using System.Runtime.InteropServices;
using GridGov.Assignment;

namespace GridGov.Workflows;

/// <summary>Who was taken for a case whose entry is still to be stored.</summary>
/// <param name="Worker">The staff number.</param>
/// <param name="Body">The body that answers with them.</param>
/// <param name="Weight">The weight taken.</param>
internal readonly record struct Reservation(ActorId Worker, BodyId Body, int Weight);

/// <summary>
/// What everybody holds by the log, and what is taken for entries on their way to the store. On the engine's roster the
/// load of each is always the sum of both, also over swaps: whoever comes back finds what they still hold. Thread-safe.
/// </summary>
internal sealed class StaffBook(AssignmentEngine engine)
{
    private readonly Lock _lock = new();

    // By staff number, people outside the roster too; whoever holds nothing is not in it.
    private readonly Dictionary<ActorId, int> _weights = [];
    private long _frees;

    public AssignmentEngine Engine => engine;

    /// <summary>How often room appeared; grows for ever.</summary>
    public long Frees => Interlocked.Read(ref _frees);

    /// <summary>Says that there may be room for those who wait.</summary>
    public void CallForRound() => Interlocked.Increment(ref _frees);

    /// <summary>Takes whom the engine chooses.</summary>
    public AssignmentOutcome Reserve(in AssignmentRequest request, out Reservation reserved)
    {
        lock (_lock)
        {
            var decision = engine.Assign(request, out var roster);
            reserved = decision.IsAssigned ? Keep(roster.Workers[decision.Worker], request.Weight) : default;
            return decision.Outcome;
        }
    }

    /// <summary>Takes a certain one, if they can take it now.</summary>
    public bool TryReserve(in AssignmentRequest request, ActorId worker, out Reservation reserved)
    {
        lock (_lock)
        {
            var roster = engine.Roster;
            reserved = default;
            if (!roster.TryFind(worker, out var index) || !engine.TryAssignTo(request, worker))
                return false;
            reserved = Keep(roster.Workers[index], request.Weight);
            return true;
        }
    }

    /// <summary>Gives back what was taken for an entry that was not stored, or that another thread has followed already.</summary>
    public void GiveBack(in Reservation reserved)
    {
        lock (_lock)
            Lighten(reserved.Worker, reserved.Weight);
        CallForRound();
    }

    /// <summary>A case has another holder; what was reserved for the new one is theirs now.</summary>
    /// <returns>Whether the engine chose somebody who has left the roster meanwhile.</returns>
    public bool Move(ActorId? was, ActorId? now, int weight, ref Reservation? reserved)
    {
        if (was == now)
            return false;
        var isGone = false;
        lock (_lock)
        {
            if (now is { } next && reserved is { } kept && kept.Worker == next)
            {
                reserved = null;
                isGone = !engine.Roster.TryFind(next, out _);
            }
            else if (now is { } other)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_weights, other, out _) += weight;
                engine.Take(other, weight);
            }

            if (was is { } previous)
                Lighten(previous, weight);
        }

        if (was is not null)
            CallForRound();
        return isGone;
    }

    /// <summary>Fills an empty book, in the order of the last turns, so that whoever was idle for longest still is.</summary>
    /// <param name="held">What everybody holds.</param>
    /// <param name="turns">When each was last given something, as a rank.</param>
    public void Restore(IReadOnlyDictionary<ActorId, int> held, IReadOnlyDictionary<ActorId, int> turns)
    {
        lock (_lock)
        {
            foreach (var worker in turns.OrderBy(t => t.Value).Select(t => t.Key).Union(held.Keys.Order()))
            {
                var weight = held.GetValueOrDefault(worker);
                engine.Take(worker, Math.Max(weight, 1));
                if (weight == 0)
                    engine.Release(worker, 1);
                else
                    _weights.Add(worker, weight);
            }
        }
    }

    /// <summary>Puts another roster or profile in force; requests and positions of the former one end here.</summary>
    /// <param name="replace">Does it on the engine.</param>
    /// <returns>Who was on the roster and is not any more.</returns>
    public HashSet<ActorId> Swap(Action<AssignmentEngine> replace)
    {
        lock (_lock)
        {
            var before = engine.Roster;
            replace(engine);
            var after = engine.Roster;
            foreach (var (worker, weight) in _weights)
            {
                if (!before.TryFind(worker, out _))
                    engine.Take(worker, weight);
            }

            CallForRound();
            return [.. before.Workers.Select(w => w.Id).Where(id => !after.TryFind(id, out _))];
        }
    }

    private Reservation Keep(Worker worker, int weight)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_weights, worker.Id, out _) += weight;
        return new(worker.Id, worker.Body, weight);
    }

    private void Lighten(ActorId worker, int weight)
    {
        ref var held = ref CollectionsMarshal.GetValueRefOrNullRef(_weights, worker);
        if (held == weight)
            _weights.Remove(worker);
        else
            held -= weight;
        engine.Release(worker, weight);
    }
}
