namespace GridGov;

/// <summary>
/// Makes checkpoints over a store (定期签名检查点): each call reads what was appended since the last, so that a checkpoint
/// costs what has changed and not what there is. It signs nothing over a store that no longer fits what it signed before.
/// For one call at a time.
/// </summary>
public sealed class Checkpointer
{
    private readonly ICaseStore _store;
    private readonly ICheckpointSigner _signer;
    private readonly TimeProvider _time;
    private readonly CaseHeads _heads = new();
    private Checkpoint? _unseen;
    private Checkpoint? _unkept;
    private bool _keeps;

    /// <summary>Makes checkpoints over a store, for whoever keeps them elsewhere.</summary>
    /// <param name="store">The store.</param>
    /// <param name="signer">Signs them.</param>
    /// <param name="time">Dates them.</param>
    /// <param name="last">
    /// The last one that was made, or null for the first ever. After a restart the first call reads the store from its
    /// beginning and holds it to this one.
    /// </param>
    public Checkpointer(ICaseStore store, ICheckpointSigner signer, TimeProvider time, Checkpoint? last = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(signer);
        ArgumentNullException.ThrowIfNull(time);
        (_store, _signer, _time, Last, _unseen) = (store, signer, time, last, last);
    }

    /// <summary>Makes checkpoints that follow the last one which the store keeps, and has the store keep each.</summary>
    /// <param name="store">The store.</param>
    /// <param name="signer">Signs them.</param>
    /// <param name="time">Dates them.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public static async ValueTask<Checkpointer> ResumeAsync(ICaseStore store, ICheckpointSigner signer, TimeProvider time, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var kept = await store.ReadCheckpointsAsync(cancellationToken).ConfigureAwait(false);
        return new(store, signer, time, kept.IsEmpty ? null : kept[^1]) { _keeps = true };
    }

    /// <summary>The last checkpoint, or null before the first.</summary>
    public Checkpoint? Last { get; private set; }

    /// <summary>The position up to which the store was read.</summary>
    public long Position { get; private set; }

    /// <summary>Reads what is new, signs a checkpoint over all cases, also when nothing is new.</summary>
    /// <param name="cancellationToken">Cancels the wait; what was read stays read, and no checkpoint is made.</param>
    /// <returns>The checkpoint: keep it where whoever can write to the store cannot.</returns>
    /// <exception cref="LogFaultException">The store does not follow from what was signed: an entry does not fit the one before, or it was rolled back.</exception>
    /// <exception cref="InvalidOperationException">The store keeps another checkpoint of this number: somebody else makes them too.</exception>
    public async ValueTask<Checkpoint> TakeAsync(CancellationToken cancellationToken = default)
    {
        await KeepAsync(cancellationToken).ConfigureAwait(false);
        CheckResumed();
        await foreach (var stored in _store.ReadFromAsync(Position, cancellationToken).ConfigureAwait(false))
            Follow(stored);
        if (_unseen is { } signed)
        {
            throw new LogFaultException(new(Position, null, null, $"the store ends here, but was signed up to position {signed.Position}: it was cut off or rolled back")
            {
                Checkpoint = signed.Number,
            });
        }

        var now = _time.GetUtcNow();
        var unsigned = new Checkpoint
        {
            Number = (Last?.Number ?? 0) + 1,
            Position = Position,
            // A clock that was set back does not make the checkpoint older than the one before.
            At = Last is { } last && now < last.At ? last.At : now,
            Cases = _heads.Count,
            Root = _heads.Root,
            Previous = Last?.Hash ?? default,
            Key = _signer.Key,
            Hash = default,
            Signature = [],
        };
        var hash = CheckpointChain.HashOf(unsigned);
        _unkept = unsigned with { Hash = hash, Signature = await _signer.SignAsync(hash, cancellationToken).ConfigureAwait(false) };
        return await KeepAsync(cancellationToken).ConfigureAwait(false) ?? throw new InvalidOperationException("There is no checkpoint to keep.");
    }

    /// <summary>That a case is under the last checkpoint, or null for a case that is not.</summary>
    /// <param name="id">The case.</param>
    /// <exception cref="InvalidOperationException">There is no checkpoint over what was read last; take one.</exception>
    public CheckpointProof? Prove(CaseId id) => Last is { } last && last.Position == Position && _unseen is null
        ? _heads.Prove(id)
        : throw new InvalidOperationException("The last checkpoint does not cover what was read since.\nTake one, then ask.");

    // One that a store failed to keep may be there all the same; it is kept before the next one is made.
    private async ValueTask<Checkpoint?> KeepAsync(CancellationToken cancellationToken)
    {
        if (_unkept is not { } made)
            return null;
        if (_keeps && await _store.AppendCheckpointAsync(made, cancellationToken).ConfigureAwait(false) != AppendResult.Appended)
        {
            var kept = await _store.ReadCheckpointsAsync(cancellationToken).ConfigureAwait(false);
            if (kept.Count < made.Number || kept[made.Number - 1] != made)
                throw new InvalidOperationException($"The store keeps {kept.Count} checkpoints, and number {made.Number} is not the one that was made now.\nLet one checkpointer work at a time.");
        }

        _unkept = null;
        return Last = made;
    }

    private void Follow(StoredEntry stored)
    {
        var entry = stored.Entry;
        _heads.TryGet(entry.Case, out var head);
        var reason = stored.Position != Position + 1 ? $"position {Position + 1} is expected here"
            : entry.Number != head.Version + 1 ? $"entry {head.Version + 1} is expected here"
            : entry.Previous != head.Hash ? "it does not follow from the entry before"
            : null;
        if (reason is not null)
            throw new LogFaultException(new(stored.Position, entry.Case, entry.Number, reason));
        _heads.Set(new(entry.Case, entry.Number, entry.Hash));
        Position = stored.Position;
        CheckResumed();
    }

    private void CheckResumed()
    {
        if (_unseen is not { } signed || signed.Position != Position)
            return;
        if (signed.Cases != _heads.Count || signed.Root != _heads.Root)
            throw new LogFaultException(new(Position, null, null, "the heads of the cases are not those that were signed") { Checkpoint = signed.Number });
        _unseen = null;
    }
}
