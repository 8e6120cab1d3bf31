using System.Runtime.CompilerServices;

namespace GridGov;

/// <summary>What came of an append.</summary>
public enum AppendResult
{
    /// <summary>The entry is stored, as far as the store promises.</summary>
    Appended = 1,

    /// <summary>The case is not at the expected version; nothing was stored.</summary>
    VersionConflict = 2,
}

/// <summary>
/// Where entries are kept (案件日志存储). Entries are only ever appended, each at the version that its writer saw.
/// Implementations are thread-safe.
/// </summary>
public interface ICaseStore
{
    /// <summary>Appends one entry if the case is at the expected version, atomically.</summary>
    /// <param name="entry">The entry; its number is the expected version plus one.</param>
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
