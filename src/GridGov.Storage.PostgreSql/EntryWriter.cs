using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Threading.Channels;
using Npgsql;
using NpgsqlTypes;

namespace GridGov.Storage.PostgreSql;

/// <summary>
/// Writes entries in groups: whatever arrives while one transaction is flushed goes into the next, and everybody is answered
/// after the flush. It numbers inside the transaction, under a lock that is released after the commit: nobody ever sees a
/// position whose predecessor is still to come. Thread-safe.
/// </summary>
internal sealed class EntryWriter : IAsyncDisposable
{
    // An idle writer gives its connection back to the pool after this.
    private static readonly TimeSpan KeepsConnection = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly Channel<PendingEntry> _arrivals = Channel.CreateUnbounded<PendingEntry>(new() { SingleReader = true });
    private readonly NpgsqlDataSource _source;
    private readonly StoreSql _sql;
    private readonly PostgreSqlStoreOptions _options;
    private readonly TimeProvider _time;
    private readonly Growth _growth;
    private readonly Func<Task> _readers;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _loop;
    private NpgsqlConnection? _connection;
    private NpgsqlBatch? _batch;

    /// <param name="source">Gives connections.</param>
    /// <param name="sql">The statements.</param>
    /// <param name="options">How it works.</param>
    /// <param name="time">Measures pauses.</param>
    /// <param name="growth">Told of every batch.</param>
    /// <param name="readers">Ends when everybody who asked for the last position has it: what is written after they asked is not theirs.</param>
    public EntryWriter(NpgsqlDataSource source, StoreSql sql, PostgreSqlStoreOptions options, TimeProvider time, Growth growth, Func<Task> readers)
    {
        (_source, _sql, _options, _time, _growth, _readers) = (source, sql, options, time, growth, readers);
        _loop = Task.Run(WriteAsync);
    }

    public Task<AppendResult> AppendAsync(CaseEntry entry)
    {
        var pending = new PendingEntry(entry);
        if (!_arrivals.Writer.TryWrite(pending))
            pending.Fail(Closed(mayBeStored: false));
        return pending.Answer;
    }

    /// <summary>Writes what has arrived, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _arrivals.Writer.TryComplete();
        await _closing.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        _closing.Dispose();
    }

    private static CaseStoreException Closed(bool mayBeStored) => new(StoreFailure.Closed, mayBeStored, "The store is closed.\nOpen it again.");

    private async Task WriteAsync()
    {
        var waiting = new List<PendingEntry>();
        try
        {
            while (await HasWorkAsync(waiting).ConfigureAwait(false))
            {
                while (_arrivals.Reader.TryRead(out var arrived))
                    waiting.Add(arrived);
                await _readers().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                var batch = Take(waiting);
                if (!await StoreAsync(batch, unsure: false).ConfigureAwait(false))
                    FailAll(waiting);
            }
        }
        finally
        {
            // Nobody waits for a writer that is gone.
            _arrivals.Writer.TryComplete();
            FailAll(waiting);
            await LeaveAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> HasWorkAsync(List<PendingEntry> waiting)
    {
        if (waiting.Count > 0)
            return true;
        var more = _arrivals.Reader.WaitToReadAsync();
        if (!more.IsCompleted && _connection is not null)
        {
            var wait = more.AsTask();
            using var enough = new CancellationTokenSource();
            if (await Task.WhenAny(wait, Task.Delay(KeepsConnection, _time, enough.Token)).ConfigureAwait(false) != wait)
                await LeaveAsync().ConfigureAwait(false);
            await enough.CancelAsync().ConfigureAwait(false);
            return await wait.ConfigureAwait(false);
        }

        return await more.ConfigureAwait(false);
    }

    // The first entry of each case, in the order of arrival: one statement judges them all, and none depends on another.
    private List<PendingEntry> Take(List<PendingEntry> waiting)
    {
        var batch = new List<PendingEntry>(Math.Min(waiting.Count, _options.MaxBatch));
        var cases = new HashSet<CaseId>();
        var rest = 0;
        for (var i = 0; i < waiting.Count; i++)
        {
            var pending = waiting[i];
            if (batch.Count < _options.MaxBatch && cases.Add(pending.Case))
                batch.Add(pending);
            else
                waiting[rest++] = pending;
        }

        waiting.RemoveRange(rest, waiting.Count - rest);
        return batch;
    }

    /// <summary>Whether everybody in the batch has an answer; false when the server stayed away and all who wait are told.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong is told to those who wait for the batch.")]
    private async Task<bool> StoreAsync(List<PendingEntry> batch, bool unsure)
    {
        var began = _time.GetTimestamp();
        for (var pause = FirstPause; ;)
        {
            var sent = false;
            try
            {
                await EnterAsync().ConfigureAwait(false);
                sent = true;
                Tell(batch, await CommitAsync(batch, unsure).ConfigureAwait(false));
                return true;
            }
            catch (Exception e)
            {
                await LeaveAsync().ConfigureAwait(false);
                if (!ServerFailure.Is(e))
                {
                    Fail(batch, new CaseStoreException(StoreFailure.Io, unsure || sent, "The driver failed.\nLook at what it said.", e));
                    return true;
                }

                var failure = ServerFailure.Of(e);
                unsure |= sent && failure.IsUnsure;
                if (!failure.MayPass)
                {
                    // One that the server does not take is not to keep the others out.
                    if (batch.Count > 1)
                        return await OneByOneAsync(batch, unsure).ConfigureAwait(false);
                    Fail(batch, ServerFailure.Exception(e, unsure));
                    return true;
                }

                if (_closing.IsCancellationRequested || _time.GetElapsedTime(began) >= _options.RetryFor)
                {
                    Fail(batch, ServerFailure.Exception(e, unsure));
                    return false;
                }

                await Task.Delay(pause, _time, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private async Task<bool> OneByOneAsync(List<PendingEntry> batch, bool unsure)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            if (await StoreAsync([batch[i]], unsure).ConfigureAwait(false))
                continue;
            Fail(batch.Skip(i + 1), new CaseStoreException(StoreFailure.Unreachable, unsure, "The server cannot be reached.\nLook after it, then try again."));
            return false;
        }

        return true;
    }

    private async Task EnterAsync()
    {
        if (_connection is not null)
            return;
        _connection = await _source.OpenConnectionAsync().ConfigureAwait(false);
        _batch = new(_connection);
        foreach (var text in new[] { "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE", _sql.Enter, _sql.Append, "COMMIT" })
            _batch.BatchCommands.Add(new(text));
        var append = _batch.BatchCommands[2].Parameters;
        foreach (var type in new[] { NpgsqlDbType.Array | NpgsqlDbType.Bytea, NpgsqlDbType.Array | NpgsqlDbType.Integer, NpgsqlDbType.Array | NpgsqlDbType.Bytea, NpgsqlDbType.Array | NpgsqlDbType.Bytea, NpgsqlDbType.Boolean })
            append.Add(new() { NpgsqlDbType = type });
        await _batch.PrepareAsync().ConfigureAwait(false);
    }

    // All of it goes out at once and is answered at once: one round trip and one flush.
    private async Task<short[]> CommitAsync(List<PendingEntry> batch, bool unsure)
    {
        var append = _batch!.BatchCommands[2].Parameters;
        append[0].Value = batch.Select(p => Encoding.UTF8.GetBytes(p.Case.Value)).ToArray();
        append[1].Value = batch.Select(p => p.Number).ToArray();
        append[2].Value = batch.Select(p => p.Key).ToArray();
        append[3].Value = batch.Select(p => p.Data).ToArray();
        append[4].Value = unsure;
        var reader = await _batch.ExecuteReaderAsync().ConfigureAwait(false);
        await using var _ = reader.ConfigureAwait(false);
        await reader.NextResultAsync().ConfigureAwait(false);
        await reader.ReadAsync().ConfigureAwait(false);
        var results = reader.GetFieldValue<short[]>(0);

        // Only when everything has been read is the commit known.
        while (await reader.NextResultAsync().ConfigureAwait(false))
        {
        }

        return results;
    }

    private async ValueTask LeaveAsync()
    {
        if (_batch is not null)
            await _batch.DisposeAsync().ConfigureAwait(false);
        if (_connection is not null)
            await _connection.DisposeAsync().ConfigureAwait(false);
        (_batch, _connection) = (null, null);
    }

    private void Tell(List<PendingEntry> batch, short[] results)
    {
        _growth.Pulse();
        for (var i = 0; i < batch.Count; i++)
        {
            switch (results[i])
            {
                case StoreSql.Found:
                    batch[i].Tell(AppendResult.Appended);
                    break;
                case StoreSql.Unsure:
                    // It is far ahead of its case, and its first attempt may still be on its way: no answer would be safe.
                    batch[i].Fail(new CaseStoreException(StoreFailure.Io, mayBeStored: true, "The connection failed, and the entry is ahead of its case.\nRead the case, then try again."));
                    break;
                default:
                    batch[i].Tell((AppendResult)results[i]);
                    break;
            }
        }
    }

    private void FailAll(List<PendingEntry> waiting)
    {
        while (_arrivals.Reader.TryRead(out var arrived))
            waiting.Add(arrived);
        Fail(waiting, new CaseStoreException(StoreFailure.Unreachable, mayBeStored: false, "The server cannot be reached.\nLook after it, then try again."));
        waiting.Clear();
    }

    private static void Fail(IEnumerable<PendingEntry> batch, CaseStoreException e)
    {
        foreach (var pending in batch)
            pending.Fail(e);
    }
}
