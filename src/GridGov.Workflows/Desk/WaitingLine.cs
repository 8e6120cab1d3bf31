namespace GridGov.Workflows;

/// <summary>Cases that nobody had room for, the one that is due first at the head. Thread-safe.</summary>
internal sealed class WaitingLine
{
    private readonly Lock _lock = new();
    private readonly SortedSet<(long Due, CaseId Case)> _line = [];
    private readonly Dictionary<CaseId, long> _due = [];

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
        }
    }

    public void Remove(CaseId id)
    {
        lock (_lock)
        {
            if (_due.Remove(id, out var due))
                _line.Remove((due, id));
        }
    }

    public CaseId[] Snapshot()
    {
        lock (_lock)
            return [.. _line.Select(entry => entry.Case)];
    }
}
