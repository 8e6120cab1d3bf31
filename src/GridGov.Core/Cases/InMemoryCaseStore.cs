using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GridGov;

/// <summary>A case log in memory, for tests, simulations and first steps: it ends with the process. Thread-safe.</summary>
public sealed class InMemoryCaseStore : ICaseStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<CaseId, List<CaseEntry>> _byCase = [];
    private readonly List<CaseEntry> _all = [];
    private readonly HashSet<(CaseId Case, string Key)> _keys = [];
    private readonly List<Checkpoint> _checkpoints = [];
    private readonly Dictionary<string, StoreSnapshot> _snapshots = new(StringComparer.Ordinal);
    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _followers;

    /// <summary>The number of entries of all cases.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _all.Count;
        }
    }

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(CaseEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<AppendResult>(cancellationToken);
        TaskCompletionSource? grown = null;
        lock (_lock)
        {
            var key = entry.Facts?.Key;
            if (key is not null && _keys.Contains((entry.Case, key)))
                return new(AppendResult.Repeated);
            ref var entries = ref CollectionsMarshal.GetValueRefOrAddDefault(_byCase, entry.Case, out var known);
            if (!known && entry.Number != 1)
            {
                _byCase.Remove(entry.Case);
                return new(AppendResult.VersionConflict);
            }

            entries ??= [];
            if (entry.Number != entries.Count + 1)
                return new(AppendResult.VersionConflict);
            entries.Add(entry);
            _all.Add(entry);
            if (key is not null)
                _keys.Add((entry.Case, key));
            if (_followers > 0)
            {
                grown = _grown;
                _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        grown?.SetResult();
        return new(AppendResult.Appended);
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<CaseEntry>> ReadAsync(CaseId id, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<ValueList<CaseEntry>>(cancellationToken);
        lock (_lock)
            return new(_byCase.TryGetValue(id, out var entries) ? ValueList.From(entries) : []);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEntry> ReadFromAsync(long after, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return ReadAsync(after, Count, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEntry> FollowAsync(long after, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return FollowFromAsync(after, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendCheckpointAsync(Checkpoint checkpoint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<AppendResult>(cancellationToken);
        lock (_lock)
        {
            if (checkpoint.Number != _checkpoints.Count + 1)
                return new(AppendResult.VersionConflict);
            _checkpoints.Add(checkpoint);
            return new(AppendResult.Appended);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<Checkpoint>> ReadCheckpointsAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<ValueList<Checkpoint>>(cancellationToken);
        lock (_lock)
            return new(ValueList.From(_checkpoints));
    }

    /// <inheritdoc/>
    public ValueTask SaveSnapshotAsync(StoreSnapshot snapshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        lock (_lock)
            _snapshots[snapshot.Name] = snapshot;
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<StoreSnapshot?> FindSnapshotAsync(string name, CancellationToken cancellationToken = default)
    {
        lock (_lock)
            return new(_snapshots.GetValueOrDefault(name));
    }

    /// <inheritdoc/>
    public ValueTask DropSnapshotsAsync(CancellationToken cancellationToken = default)
    {
        lock (_lock)
            _snapshots.Clear();
        return default;
    }

    private async IAsyncEnumerable<StoredEntry> ReadAsync(long after, int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        for (var i = after; i < count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CaseEntry entry;
            lock (_lock)
                entry = _all[(int)i];
            yield return new(i + 1, entry);
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    private async IAsyncEnumerable<StoredEntry> FollowFromAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Counted before it looks, so that no entry slips in between looking and waiting.
        lock (_lock)
            _followers++;
        try
        {
            for (var i = after; ;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                CaseEntry? entry = null;
                Task grown = Task.CompletedTask;
                lock (_lock)
                {
                    if (i < _all.Count)
                        entry = _all[(int)i];
                    else
                        grown = _grown.Task;
                }

                if (entry is not null)
                    yield return new(++i, entry);
                else
                    await grown.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            lock (_lock)
                _followers--;
        }
    }
}
