using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace GridGov.Storage.PostgreSql;

/// <summary>
/// The case log in PostgreSQL (共享案件日志), for programs that share one. Several stores, in one process or in many, work on
/// the same schema: each groups what its callers append into transactions, and one transaction at a time numbers and commits.
/// Thread-safe.
/// </summary>
/// <remarks>
/// <para>The tables are made, and brought up to date, when it is opened. The role needs the right to create a schema, or owns one that was made for it; superuser rights are never needed.</para>
/// <para>
/// When a connection is cut before an answer came, the store asks the server, under the lock that every writer takes, whether
/// the entry is there: the caller hears what is so, or that it is not known (<see cref="CaseStoreException.MayBeStored"/>).
/// </para>
/// </remarks>
public sealed class PostgreSqlCaseStore : ICaseStore, IAsyncDisposable
{
    private const int PageSize = 1000;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);

    private readonly NpgsqlDataSource _source;
    private readonly bool _ownsSource;
    private readonly PostgreSqlStoreOptions _options;
    private readonly TimeProvider _time;
    private readonly StoreSql _sql;
    private readonly EntryWriter _writer;
    private readonly Growth _growth = new();
    private readonly ConcurrentBag<CaseEntryReader> _readers = [];
    private readonly Lock _lock = new();
    private Task _asking = Task.CompletedTask;
    private volatile bool _isClosed;

    private PostgreSqlCaseStore(NpgsqlDataSource source, bool ownsSource, PostgreSqlStoreOptions options, TimeProvider time)
    {
        (_source, _ownsSource, _options, _time, _sql) = (source, ownsSource, options, time, new(options));
        _writer = new(source, _sql, options, time, _growth, AskingAsync);
    }

    /// <summary>Opens a store by a connection string; of several hosts it takes the primary.</summary>
    /// <param name="connectionString">In the form of Npgsql.</param>
    /// <param name="time">Measures pauses and waits.</param>
    /// <param name="options">How it works, or null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="CaseStoreException">The server cannot be reached or does not let it in, or the schema is of a later version or of another program.</exception>
    public static async ValueTask<PostgreSqlCaseStore> OpenAsync(
        string connectionString, TimeProvider time, PostgreSqlStoreOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var builder = new NpgsqlSlimDataSourceBuilder(connectionString);
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        var source = (builder.ConnectionStringBuilder.Host ?? string.Empty).Contains(',', StringComparison.Ordinal)
            ? builder.BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary)
            : builder.Build();
        try
        {
            return await OpenAsync(source, ownsSource: true, time, options, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await source.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Opens a store on a data source that the program has made: its pool, certificates and passwords. It stays the program's to close.</summary>
    /// <param name="source">Gives connections to the primary; its pool has room for at least two.</param>
    /// <param name="time">Measures pauses and waits.</param>
    /// <param name="options">How it works, or null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="CaseStoreException">The server cannot be reached or does not let it in, or the schema is of a later version or of another program.</exception>
    public static ValueTask<PostgreSqlCaseStore> OpenAsync(
        NpgsqlDataSource source, TimeProvider time, PostgreSqlStoreOptions? options = null, CancellationToken cancellationToken = default) =>
        OpenAsync(source, ownsSource: false, time, options, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(CaseEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<AppendResult>(cancellationToken);
        return new(_writer.AppendAsync(entry).WaitAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask<ValueList<CaseEntry>> ReadAsync(CaseId id, CancellationToken cancellationToken = default)
    {
        var stored = await ReadAsync(_sql.ReadCase, [Bytes(id.Value)], static r => r.GetFieldValue<byte[]>(0), cancellationToken).ConfigureAwait(false);
        if (stored.Count == 0)
            return [];
        var reader = TakeReader();
        try
        {
            return [.. stored.Select((data, i) => Read(reader, data, $"entry {i + 1} of case {id}"))];
        }
        finally
        {
            _readers.Add(reader);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEntry> ReadFromAsync(long after, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);

        // Asked for now, and not when the reading begins.
        var last = cancellationToken.IsCancellationRequested ? Task.FromCanceled<long>(cancellationToken) : LastAsync(cancellationToken);
        lock (_lock)
            _asking = _asking.IsCompleted ? last : Task.WhenAll(_asking, last);
        return ReadUpToAsync(after, last, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEntry> FollowAsync(long after, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return FollowFromAsync(after, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<AppendResult> AppendCheckpointAsync(Checkpoint checkpoint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
            CheckpointJson.Write(writer, checkpoint);
        var stored = await CommitAsync(_sql.AppendCheckpoint, [checkpoint.Number, json.WrittenSpan.ToArray()], cancellationToken).ConfigureAwait(false);
        return stored ? AppendResult.Appended : AppendResult.VersionConflict;
    }

    /// <inheritdoc/>
    public async ValueTask<ValueList<Checkpoint>> ReadCheckpointsAsync(CancellationToken cancellationToken = default)
    {
        var stored = await ReadAsync(_sql.ReadCheckpoints, [], static r => r.GetFieldValue<byte[]>(0), cancellationToken).ConfigureAwait(false);
        try
        {
            return [.. stored.Select(data => CheckpointJson.Read(data))];
        }
        catch (JsonException e)
        {
            throw new CaseStoreException(StoreFailure.Damaged, mayBeStored: false, "A checkpoint of the store is damaged.\nHold the log to one that was kept elsewhere.", e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask SaveSnapshotAsync(StoreSnapshot snapshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        await ReadAsync(_sql.SaveSnapshot, [Bytes(snapshot.Name), snapshot.Position, snapshot.Content.ToArray()], static _ => 0, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<StoreSnapshot?> FindSnapshotAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var found = await ReadAsync(_sql.FindSnapshot, [Bytes(name)], r => new StoreSnapshot(name, r.GetInt64(0), r.GetFieldValue<byte[]>(1)), cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    /// <inheritdoc/>
    public async ValueTask DropSnapshotsAsync(CancellationToken cancellationToken = default) =>
        await ReadAsync(_sql.DropSnapshots, [], static _ => 0, cancellationToken).ConfigureAwait(false);

    /// <summary>Stores what has been handed over, then closes. Whoever still follows gets a <see cref="CaseStoreException"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        await _writer.DisposeAsync().ConfigureAwait(false);
        _growth.Pulse();
        while (_readers.TryTake(out var reader))
            reader.Dispose();
        if (_ownsSource)
            await _source.DisposeAsync().ConfigureAwait(false);
    }

    private static async ValueTask<PostgreSqlCaseStore> OpenAsync(
        NpgsqlDataSource source, bool ownsSource, TimeProvider time, PostgreSqlStoreOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(time);
        options ??= new();
        options.Check();
        if (new NpgsqlConnectionStringBuilder(source.ConnectionString) is { Pooling: true, MaxPoolSize: < 2 })
            throw new ArgumentException("The pool has room for one connection; the store reads on others than it writes on.\nSet Maximum Pool Size to 2 or more.", nameof(source));
        var sql = new StoreSql(options);
        try
        {
            var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using var _ = connection.ConfigureAwait(false);
            await StoreSchema.OpenAsync(connection, options, sql, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (ServerFailure.Is(e))
        {
            throw ServerFailure.Exception(e, mayBeStored: false);
        }

        return new(source, ownsSource, options, time);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static CaseEntry Read(CaseEntryReader reader, byte[] data, string what)
    {
        try
        {
            return reader.Read(data);
        }
        catch (InvalidDataException e)
        {
            throw new CaseStoreException(StoreFailure.Damaged, mayBeStored: false, $"The store is damaged at {what}: {e.Message}\nEverything else can still be read.", e);
        }
    }

    private CaseEntryReader TakeReader() => _readers.TryTake(out var reader) ? reader : new();

    private async Task AskingAsync()
    {
        Task asking;
        lock (_lock)
            asking = _asking;
        await asking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<long> LastAsync(CancellationToken cancellationToken) =>
        (await ReadAsync(_sql.Last, [], static r => r.GetInt64(0), cancellationToken).ConfigureAwait(false))[0];

    private async IAsyncEnumerable<StoredEntry> ReadUpToAsync(long after, Task<long> asked, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var last = await asked.WaitAsync(cancellationToken).ConfigureAwait(false);
        using var reader = new CaseEntryReader();
        while (after < last)
        {
            var page = await PageAsync(reader, after, last, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
                throw Gap(after);
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
        using var reader = new CaseEntryReader();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var more = _growth.Next;
            var page = await PageAsync(reader, after, long.MaxValue, cancellationToken).ConfigureAwait(false);
            foreach (var stored in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return stored;
                after = stored.Position;
            }

            if (page.Count > 0)
                continue;
            using var woken = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(more, Task.Delay(_options.PollInterval, _time, woken.Token)).ConfigureAwait(false);
            await woken.CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<StoredEntry>> PageAsync(CaseEntryReader reader, long after, long last, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(_sql.ReadPage, [after, last, PageSize], static r => (Position: r.GetInt64(0), Data: r.GetFieldValue<byte[]>(1)), cancellationToken).ConfigureAwait(false);
        var page = new StoredEntry[rows.Count];
        for (var i = 0; i < page.Length; i++)
        {
            if (rows[i].Position != after + i + 1)
                throw Gap(after + i);
            page[i] = new(rows[i].Position, Read(reader, rows[i].Data, $"position {rows[i].Position}"));
        }

        return page;
    }

    private static CaseStoreException Gap(long after) =>
        new(StoreFailure.Damaged, mayBeStored: false, $"Position {after + 1} of the store is missing: somebody has taken entries away.\nEverything else can still be read; restore what is missing from a backup.");

    // Statements that may be repeated without harm.
    private async Task<List<T>> ReadAsync<T>(string sql, object[] arguments, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await AttemptAsync(
            changes: false,
            async (_, ct) =>
            {
                rows.Clear();
#pragma warning disable CA2100 // The only text from outside is the name of the schema, whose letters are checked.
                var command = _source.CreateCommand(sql);
#pragma warning restore CA2100
                await using var disposed = command.ConfigureAwait(false);
                foreach (var argument in arguments)
                    command.Parameters.Add(new() { Value = argument });
                var reader = await command.ExecuteReaderAsync(ct).ConfigureAwait(false);
                await using var closed = reader.ConfigureAwait(false);
                while (await reader.ReadAsync(ct).ConfigureAwait(false))
                    rows.Add(read(reader));
                while (await reader.NextResultAsync(ct).ConfigureAwait(false))
                {
                }
            },
            cancellationToken).ConfigureAwait(false);
        return rows;
    }

    // One durable change under the lock of all writers. Its last argument says whether an attempt before may have done it.
    private async Task<bool> CommitAsync(string sql, object[] arguments, CancellationToken cancellationToken)
    {
        var done = false;
        await AttemptAsync(
            changes: true,
            async (unsure, ct) =>
            {
                var connection = await _source.OpenConnectionAsync(ct).ConfigureAwait(false);
                await using var returned = connection.ConfigureAwait(false);
                var batch = new NpgsqlBatch(connection);
                await using var disposed = batch.ConfigureAwait(false);
                foreach (var text in new[] { "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE", _sql.Enter, sql, "COMMIT" })
                    batch.BatchCommands.Add(new(text));
                foreach (var argument in arguments.Append(unsure))
                    batch.BatchCommands[2].Parameters.Add(new() { Value = argument });
                var reader = await batch.ExecuteReaderAsync(ct).ConfigureAwait(false);
                await using var closed = reader.ConfigureAwait(false);
                await reader.NextResultAsync(ct).ConfigureAwait(false);
                await reader.ReadAsync(ct).ConfigureAwait(false);
                done = reader.GetBoolean(0);
                while (await reader.NextResultAsync(ct).ConfigureAwait(false))
                {
                }
            },
            cancellationToken).ConfigureAwait(false);
        return done;
    }

    private async Task AttemptAsync(bool changes, Func<bool, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        var unsure = false;
        for (var pause = FirstPause; ; pause *= 2)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_isClosed)
                throw new CaseStoreException(StoreFailure.Closed, unsure, "The store is closed.\nOpen it again.");
            try
            {
                await act(unsure, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (Exception e) when (ServerFailure.Is(e))
            {
                var failure = ServerFailure.Of(e);
                unsure |= changes && failure.IsUnsure;
                if (!failure.MayPass || _time.GetElapsedTime(began) >= _options.RetryFor)
                    throw ServerFailure.Exception(e, unsure);
            }

            await Task.Delay(pause < TimeSpan.FromSeconds(1) ? pause : TimeSpan.FromSeconds(1), _time, cancellationToken).ConfigureAwait(false);
        }
    }
}
