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

    /// <summary>All entries of all cases in the order in which they were stored, up to the last one at the time of the call.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    IAsyncEnumerable<CaseEntry> ReadAllAsync(CancellationToken cancellationToken = default);
}
