namespace GridGov.Workflows;

/// <summary>
/// Which case needs something next. An entry that a later change of the case has overtaken stays until its time and is
/// then recognised by its due time; so a change costs O(log n) and nothing is searched. Thread-safe.
/// </summary>
internal sealed class DueQueue
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<(CaseId Case, DateTimeOffset Due), (long Due, CaseId Case)> _queue = new();

    public DateTimeOffset? Next
    {
        get
        {
            lock (_lock)
                return _queue.TryPeek(out var first, out _) ? first.Due : null;
        }
    }

    public void Add(CaseId id, DateTimeOffset due)
    {
        lock (_lock)
            _queue.Enqueue((id, due), (due.UtcTicks, id));
    }

    public bool TryTake(DateTimeOffset now, out CaseId id, out DateTimeOffset due)
    {
        lock (_lock)
        {
            if (_queue.TryPeek(out var first, out _) && first.Due <= now)
            {
                (id, due) = _queue.Dequeue();
                return true;
            }
        }

        id = default;
        due = default;
        return false;
    }
}
