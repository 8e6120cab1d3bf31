namespace GridGov.Workflows.Tests;

/// <summary>A store in memory whose next appends can be made to fail, to lose, or to wait.</summary>
internal sealed class ScriptedStore : ICaseStore
{
    private readonly InMemoryCaseStore _inner = new();

    /// <summary>What an append does instead of storing; asked once per append while set.</summary>
    public Func<CaseEntry, Task<AppendResult>>? OnAppend { get; set; }

    /// <summary>Whether reading all entries fails after the first.</summary>
    public bool BreaksWhileReading { get; set; }

    public void Conflict() => OnAppend = _ => Task.FromResult(AppendResult.VersionConflict);

    public void Break() => OnAppend = _ => throw new IOException("disk full");

    public void Work() => OnAppend = null;

    public Task<AppendResult> StoreAsync(CaseEntry entry) => _inner.AppendAsync(entry).AsTask();

    public ValueTask<AppendResult> AppendAsync(CaseEntry entry, CancellationToken cancellationToken = default) =>
        OnAppend is { } instead ? new(instead(entry)) : _inner.AppendAsync(entry, cancellationToken);

    public ValueTask<ValueList<CaseEntry>> ReadAsync(CaseId id, CancellationToken cancellationToken = default) =>
        _inner.ReadAsync(id, cancellationToken);

    public IAsyncEnumerable<StoredEntry> FollowAsync(long after, CancellationToken cancellationToken = default) =>
        _inner.FollowAsync(after, cancellationToken);

    public ValueTask<AppendResult> AppendCheckpointAsync(Checkpoint checkpoint, CancellationToken cancellationToken = default) => _inner.AppendCheckpointAsync(checkpoint, cancellationToken);

    public ValueTask<ValueList<Checkpoint>> ReadCheckpointsAsync(CancellationToken cancellationToken = default) => _inner.ReadCheckpointsAsync(cancellationToken);

    public async IAsyncEnumerable<StoredEntry> ReadFromAsync(
        long after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var entry in _inner.ReadFromAsync(after, cancellationToken))
        {
            yield return entry;
            if (BreaksWhileReading)
                throw new IOException("disk gone");
        }
    }
}
