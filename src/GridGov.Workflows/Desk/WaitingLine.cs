namespace GridGov.Workflows;

/// <summary>Cases that nobody had room for, the one that is due first at the head. Thread-safe.</summary>
internal sealed class WaitingLine
{
    private readonly Lock _lock = new();
    private readonly SortedSet<(long Due, CaseId Case)> _line = [];
    private readonly Dictionary<CaseId, long> _due = [];
    private int _count;

    public int Count
    {
        get
        {
            lock (_lock)
                return _line.Count;
        }
    }

    public void Add(Case @case)
    {
        var due = @case.CaseDue?.UtcTicks ?? long.MaxValue;
        lock (_lock)
        {
            if (_due.TryAdd(@case.Id, due))
                _line.Add((due, @case.Id));
            Volatile.Write(ref _count, _due.Count);
        }
    }

    public void Remove(CaseId id)
    {
        // Nearly always nobody waits, and every entry of every case asks.
        if (Volatile.Read(ref _count) == 0)
            return;
        lock (_lock)
        {
            if (_due.Remove(id, out var due))
                _line.Remove((due, id));
            Volatile.Write(ref _count, _due.Count);
        }
    }

    public CaseId[] Snapshot()
    {
        lock (_lock)
            return [.. _line.Select(entry => entry.Case)];
    }
}
