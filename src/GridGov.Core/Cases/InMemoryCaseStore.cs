using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GridGov;

/// <summary>A case log in memory, for tests, simulations and first steps: it ends with the process. Thread-safe.</summary>
public sealed class InMemoryCaseStore : ICaseStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<CaseId, List<CaseEntry>> _byCase = [];
    private readonly List<CaseEntry> _all = [];

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
        lock (_lock)
        {
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
        }

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
    public IAsyncEnumerable<CaseEntry> ReadAllAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(Count, cancellationToken);

    private async IAsyncEnumerable<CaseEntry> ReadAsync(int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        for (var i = 0; i < count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CaseEntry entry;
            lock (_lock)
                entry = _all[i];
            yield return entry;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }
}
