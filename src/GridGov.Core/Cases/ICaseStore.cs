using System.Runtime.CompilerServices;

namespace GridGov;

/// <summary>What came of an append.</summary>
public enum AppendResult
{
    /// <summary>The entry is stored, as far as the store promises.</summary>
    Appended = 1,

    /// <summary>The case is not at the expected version; nothing was stored.</summary>
    VersionConflict = 2,

    /// <summary>
    /// An entry of the case carries the same key (<see cref="CaseFacts.Key"/>) already, at whatever version: the command was
    /// done before, and its caller may not have heard. Nothing was stored; the case has the first result.
    /// </summary>
    Repeated = 3,
}

/// <summary>
/// Where entries are kept (案件日志存储). Entries are only ever appended, each at the version that its writer saw. Checkpoints
/// are kept beside them; whoever wants to find out that a whole store was exchanged keeps them elsewhere too.
/// Implementations are thread-safe.
/// </summary>
/// <remarks>A store that cannot do what it is asked throws <see cref="CaseStoreException"/>.</remarks>
public interface ICaseStore
{
    /// <summary>
    /// Appends one entry if no entry of the case carries its key already and the case is at the expected version, atomically.
    /// Whoever is told that it was appended finds it again after whatever the store promises to survive.
    /// </summary>
    /// <param name="entry">The entry, sealed; its number is the expected version plus one.</param>
    /// <param name="cancellationToken">Cancels the wait; an entry may be stored all the same.</param>
    /// <returns>Whether it was stored.</returns>
    ValueTask<AppendResult> AppendAsync(CaseEntry entry, CancellationToken cancellationToken = default);

    /// <summary>All entries of one case in order; none when there is no such case.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    ValueTask<ValueList<CaseEntry>> ReadAsync(CaseId id, CancellationToken cancellationToken = default);

    /// <summary>
    /// The entries of all cases after a position, in the order in which they were stored, up to the last one at the time
    /// of the call.
    /// </summary>
    /// <param name="after">The position after which to begin; 0 for the beginning.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    IAsyncEnumerable<StoredEntry> ReadFromAsync(long after, CancellationToken cancellationToken = default);

    /// <summary>
    /// The entries of all cases after a position, and then every further one as it is stored, each exactly once and in
    /// order, until it is cancelled. A reader that stops goes on later from the last position that it has dealt with.
    /// </summary>
    /// <param name="after">The position after which to begin; 0 for the beginning.</param>
    /// <param name="cancellationToken">Ends it.</param>
    IAsyncEnumerable<StoredEntry> FollowAsync(long after, CancellationToken cancellationToken = default);

    /// <summary>Keeps a checkpoint as durably as an entry, if it is the next one by its number.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="cancellationToken">Cancels the wait; it may be stored all the same.</param>
    /// <returns>Whether it was stored; another number than the next is a conflict.</returns>
    ValueTask<AppendResult> AppendCheckpointAsync(Checkpoint checkpoint, CancellationToken cancellationToken = default);

    /// <summary>All checkpoints in order. What they are worth is for <see cref="CheckpointChain"/> and <see cref="LogVerifier"/> to say.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    ValueTask<ValueList<Checkpoint>> ReadCheckpointsAsync(CancellationToken cancellationToken = default);

    /// <summary>Keeps a snapshot in place of the one of the same name. A store may keep none, and may lose it at any time.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    ValueTask SaveSnapshotAsync(StoreSnapshot snapshot, CancellationToken cancellationToken = default) => default;

    /// <summary>The snapshot of a name, or null.</summary>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    ValueTask<StoreSnapshot?> FindSnapshotAsync(string name, CancellationToken cancellationToken = default) => new((StoreSnapshot?)null);

    /// <summary>Deletes all snapshots: nothing is lost but time.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    ValueTask DropSnapshotsAsync(CancellationToken cancellationToken = default) => default;
}

/// <summary>An entry and where it stands among those of all cases. Immutable and thread-safe.</summary>
/// <param name="Position">Its place in the order in which entries were stored, from 1, without gaps.</param>
/// <param name="Entry">The entry.</param>
public readonly record struct StoredEntry(long Position, CaseEntry Entry);

/// <summary>Readings that every store has. Stateless; thread-safe.</summary>
public static class CaseStoreReading
{
    /// <summary>All entries of all cases in the order in which they were stored, up to the last one at the time of the call.</summary>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public static IAsyncEnumerable<CaseEntry> ReadAllAsync(this ICaseStore store, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return Entries(store.ReadFromAsync(0, cancellationToken), cancellationToken);
    }

    private static async IAsyncEnumerable<CaseEntry> Entries(
        IAsyncEnumerable<StoredEntry> stored, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (_, entry) in stored.WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return entry;
    }
}
