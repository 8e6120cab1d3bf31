using System.Runtime.CompilerServices;
using GridGov;

namespace CityDay.Simulation;

/// <summary>The store holds the log of another run.</summary>
internal sealed class AnotherRunException(long position)
    : IOException(FormattableString.Invariant($"Entry {position} of the store is not the one that this run makes there: it holds another run's log.\nGive the same arguments as the run that was stopped, or another store."));

/// <summary>
/// A store that goes on where a run was stopped, however it was stopped. The run is played again from its beginning; what
/// the store has already is held against what is played and not written twice, and what comes after it is appended. Each
/// entry is read as it was when the run came to it. For one thread.
/// </summary>
/// <remarks>The key of the checkpoints lasts as long as the process, so they are kept here and not in the store.</remarks>
internal sealed class ResumedStore : ICaseStore, IAsyncDisposable
{
    private readonly ICaseStore _inner;
    private readonly IAsyncEnumerator<StoredEntry> _before;
    private readonly Dictionary<CaseId, int> _versions = [];
    private readonly InMemoryCaseStore _checkpoints = new();
    private long _position;
    private bool _isAtEnd;

    public ResumedStore(ICaseStore inner)
    {
        _inner = inner;
        _before = inner.ReadFromAsync(0, CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);
    }

    /// <summary>How many entries were there already.</summary>
    public long Resumed { get; private set; }

    public async ValueTask<AppendResult> AppendAsync(CaseEntry entry, CancellationToken cancellationToken = default)
    {
        if (entry.Number != _versions.GetValueOrDefault(entry.Case) + 1)
            return AppendResult.VersionConflict;
        if (!_isAtEnd && await _before.MoveNextAsync())
        {
            if (_before.Current.Entry.Hash != entry.Hash)
                throw new AnotherRunException(_before.Current.Position);
            Resumed++;
        }
        else
        {
            _isAtEnd = true;
            var result = await _inner.AppendAsync(entry, cancellationToken);
            if (result != AppendResult.Appended)
                return result;
        }

        _position++;
        _versions[entry.Case] = entry.Number;
        return AppendResult.Appended;
    }

    /// <summary>Whether the store holds nothing that this run did not make.</summary>
    public async ValueTask<bool> IsAtEndAsync() => _isAtEnd || !await _before.MoveNextAsync();

    public async ValueTask<ValueList<CaseEntry>> ReadAsync(CaseId id, CancellationToken cancellationToken = default)
    {
        var version = _versions.GetValueOrDefault(id);
        return version == 0 ? [] : ValueList.From((await _inner.ReadAsync(id, cancellationToken)).Take(version));
    }

    public IAsyncEnumerable<StoredEntry> ReadFromAsync(long after, CancellationToken cancellationToken = default) => UpTo(after, _position, cancellationToken);

    public IAsyncEnumerable<StoredEntry> FollowAsync(long after, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("A run that is played follows nobody.");

    public ValueTask<AppendResult> AppendCheckpointAsync(Checkpoint checkpoint, CancellationToken cancellationToken = default) =>
        _checkpoints.AppendCheckpointAsync(checkpoint, cancellationToken);

    public ValueTask<ValueList<Checkpoint>> ReadCheckpointsAsync(CancellationToken cancellationToken = default) =>
        _checkpoints.ReadCheckpointsAsync(cancellationToken);

    public ValueTask DisposeAsync() => _before.DisposeAsync();

    private async IAsyncEnumerable<StoredEntry> UpTo(long after, long until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var stored in _inner.ReadFromAsync(after, cancellationToken))
        {
            if (stored.Position > until)
                yield break;
            yield return stored;
        }
    }
}
