namespace GridGov.Workflows;

/// <content>Beginning again from the log.</content>
public sealed partial class CaseDesk
{
    private bool _restored;

    /// <summary>Whether it was neither restored nor used: its store may hold cases that it does not know of.</summary>
    internal bool IsNew => !_restored && _book.IsEmpty;

    /// <summary>
    /// Rebuilds open cases, clocks, workloads, turns and the waiting line from the log; for a desk just made. Every case
    /// without a handler waits in line, also one that nobody had tried to assign; one of a class for the board hangs there
    /// for the rest of its time, and offers are made anew. A reading that fails changes nothing.
    /// </summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="InvalidOperationException">The desk holds cases already.</exception>
    /// <exception cref="UnknownLifecycleException">An open case runs under a lifecycle version that the city does not know.</exception>
    public async ValueTask RestoreAsync(CancellationToken cancellationToken = default)
    {
        if (!_book.IsEmpty)
            throw new InvalidOperationException("The desk holds cases already.\nRestore a desk before anything else.");
        var cases = new Dictionary<CaseId, Case>();
        var turns = new Dictionary<ActorId, int>();
        var memory = new HandlerMemory(_city.Dispatch);
        var (turn, last) = (0, 0L);
        await foreach (var (position, entry) in _store.ReadFromAsync(0, cancellationToken).ConfigureAwait(false))
        {
            last = position;
            var before = cases.GetValueOrDefault(entry.Case);
            var after = Case.Apply(before, entry);
            memory.Follow(entry, after.Report);
            if (after.IsClosed)
                cases.Remove(after.Id);
            else
                cases[after.Id] = after;
            if (_city.Knows(after.Lifecycle) && _book.HolderOf(after) is { } worker && (before is null || !_city.Knows(before.Lifecycle) || _book.HolderOf(before) != worker))
                turns[worker] = turn++;
        }

        // Asked before anything is taken up: a version that is missing is told by the first case that needs it.
        foreach (var @case in cases.Values.OrderBy(c => c.Id))
            _ = _city.LifecycleOf(@case);
        _book.Restore(cases.Values, turns, memory, _time.GetUtcNow());
        lock (_learning)
            _learnedTo = last;
        _restored = true;
    }
}
