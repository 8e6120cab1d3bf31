using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace GridGov.Storage;

/// <summary>
/// The case log in one SQLite file. Every caller is answered only after their entry is flushed, as far as
/// <see cref="SqliteStoreOptions.Durability"/> promises; those who call at the same time share one flush. Positions are
/// numbered inside the transaction that stores them, so there are no gaps. Thread-safe; several processes may open one file,
/// of which one writes at a time.
/// </summary>
/// <remarks>
/// Reading and writing are SQLite's and so synchronous; an append is done by a thread of the store, a reading by the
/// caller's. Personal fields of reports are not stored. The tables are in <c>docs/storage.md</c>.
/// </remarks>
public sealed partial class SqliteCaseStore : ICaseStore, IAsyncDisposable, IDisposable
{
    private const int PageSize = 512;

    private readonly SqliteStoreOptions _options;
    private readonly TimeProvider _time;
    private readonly Readers _readers;
    private readonly WriterThread? _writer;
    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isClosed;

    private SqliteCaseStore(SqliteStoreOptions options, TimeProvider time, Connection? writing)
    {
        _options = options;
        _time = time;
        _readers = new(options);
        _writer = writing is null ? null : new(new(writing), options.MostInGroup, Grown);
    }

    /// <summary>The file.</summary>
    public string Path => _options.Path;

    /// <summary>Why nothing is written any more, or null while all is well: what a health check asks.</summary>
    public CaseStoreException? StoppedBy => _writer?.StoppedBy;

    /// <summary>Opens a store, and makes it where there is none.</summary>
    /// <param name="options">How.</param>
    /// <param name="time">For the waits of followers.</param>
    /// <exception cref="CaseStoreException">It cannot be opened: no such folder, no right, another format, damaged, held by another process.</exception>
    /// <exception cref="ArgumentException">The path is empty, or a number is out of range.</exception>
    public static SqliteCaseStore Open(SqliteStoreOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Path, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostInGroup, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BusyTimeout, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.PollInterval, TimeSpan.Zero, nameof(options));
        var store = new SqliteCaseStore(options, time, options.IsReadOnly ? null : Connection.Open(options, forWriting: true));
        try
        {
            store._readers.Return(store._readers.Take());
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(CaseEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return HandAsync(new EntryWork(entry), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendCheckpointAsync(Checkpoint checkpoint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        return HandAsync(new CheckpointWork(checkpoint), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask SaveSnapshotAsync(StoreSnapshot snapshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        await HandAsync(new SnapshotWork(snapshot), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DropSnapshotsAsync(CancellationToken cancellationToken = default) =>
        await HandAsync(new SnapshotWork(null), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask<ValueList<CaseEntry>> ReadAsync(CaseId id, CancellationToken cancellationToken = default) =>
        Reading(r => r.Case(id), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ValueList<Checkpoint>> ReadCheckpointsAsync(CancellationToken cancellationToken = default) => Reading(
        static r =>
        {
            using var all = r.Connection.Statement("SELECT json FROM checkpoints ORDER BY number");
            var checkpoints = new List<Checkpoint>();
            while (all.Step())
                checkpoints.Add(CheckpointJson.Read(all.Blob(0).ToArray()));
            return ValueList.From(checkpoints);
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoreSnapshot?> FindSnapshotAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Reading(
            r =>
            {
                using var one = r.Connection.Statement("SELECT position, content FROM snapshots WHERE name = ?1");
                return one.Bind(1, name).Step() ? new StoreSnapshot(name, one.Int64(0), one.Blob(1).ToArray()) : null;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEntry> ReadFromAsync(long after, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return PagesAsync(after, Use(static r => r.Last()), cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEntry> FollowAsync(long after, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return FollowFromAsync(after, cancellationToken);
    }

    /// <summary>Takes nothing more, writes and answers what waits, and closes the file. Followers end with <see cref="StoreFailure.Closed"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) != 0)
            return;
        if (_writer is not null)
            await _writer.CloseAsync().ConfigureAwait(false);
        _readers.Dispose();
        Grown();
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async ValueTask<AppendResult> HandAsync(Work work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_writer is null)
            throw new CaseStoreException(StoreFailure.ReadOnly, mayBeStored: false, "The store was opened for reading.\nOpen it without IsReadOnly.");
        return await _writer.Hand(work).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<T> Reading<T>(Func<ReadConnection, T> read, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<T>(cancellationToken);
        try
        {
            return new(Use(read));
        }
        catch (CaseStoreException e)
        {
            return ValueTask.FromException<T>(e);
        }
    }

    private T Use<T>(Func<ReadConnection, T> read)
    {
        var reader = _readers.Take();
        try
        {
            return read(reader);
        }
        finally
        {
            _readers.Return(reader);
        }
    }

    private async IAsyncEnumerable<StoredEntry> PagesAsync(long after, long until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await ValueTask.CompletedTask.ConfigureAwait(false);
        var page = new List<StoredEntry>(PageSize);
        while (after < until)
        {
            // Page by page: a reading that stayed open would keep SQLite from ever shortening its log.
            Use(r =>
            {
                r.Page(after, until, PageSize, page);
                return 0;
            });
            if (page.Count == 0)
                yield break;
            foreach (var stored in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return stored;
            }

            after = page[^1].Position;
        }
    }

    private async IAsyncEnumerable<StoredEntry> FollowFromAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            // Asked for before it looks, so that no entry slips in between looking and waiting.
            var grown = Volatile.Read(ref _grown).Task;
            await foreach (var stored in PagesAsync(after, Use(static r => r.Last()), cancellationToken).ConfigureAwait(false))
            {
                yield return stored;
                after = stored.Position;
            }

            await WaitAsync(grown, cancellationToken).ConfigureAwait(false);
        }
    }

    // This store says when it has grown; of other processes only the file can tell.
    private async Task WaitAsync(Task grown, CancellationToken cancellationToken)
    {
        try
        {
            await grown.WaitAsync(_options.PollInterval, _time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
        }
    }

    private void Grown() =>
        Interlocked.Exchange(ref _grown, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
