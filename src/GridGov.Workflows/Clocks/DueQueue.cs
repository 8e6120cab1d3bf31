namespace GridGov.Workflows;

/// <summary>A case and when it needs something. A value; thread-safe.</summary>
/// <param name="Case">The case.</param>
/// <param name="Due">When.</param>
public readonly record struct DueCase(CaseId Case, DateTimeOffset Due);

/// <summary>
/// Which cases need something by when. Every case stands in it once, so a change costs O(log n) and leaves nothing
/// behind; what is due is found in the number of cases that are, not in the number that are open. It is never stored:
/// a desk builds it from the log. Thread-safe.
/// </summary>
/// <remarks>Of two cases due at the same instant the one whose number comes first in ordinal order is first.</remarks>
public sealed class DueQueue
{
    private readonly Lock _lock = new();
    private readonly DueHeap _heap;
    private readonly SlotIndex _slots;
    private TaskCompletionSource? _sooner;

    /// <summary>An empty queue.</summary>
    public DueQueue()
    {
        _heap = new(0);
        _slots = new(0);
    }

    private DueQueue(ReadOnlySpan<DueCase> cases)
    {
        _heap = new(cases.Length);
        _slots = new(cases.Length);
        _heap.Fill(cases);
        if (_slots.AddAll(_heap.Cases) is >= 0 and var twice)
            throw new ArgumentException($"Case {_heap.Cases[twice]} occurs twice.\nA case has one next act.", nameof(cases));
    }

    /// <summary>A queue of many cases at once: quicker than setting one after the other.</summary>
    /// <param name="cases">The cases, in any order, each once.</param>
    /// <exception cref="ArgumentException">A case occurs twice.</exception>
    public static DueQueue From(ReadOnlySpan<DueCase> cases) => new(cases);

    /// <summary>How many cases stand in it.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _heap.Count;
        }
    }

    /// <summary>The earliest time at which a case needs something, in UTC, or null when none does.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            lock (_lock)
                return _heap.Count == 0 ? null : new DateTimeOffset(_heap.FirstDue, TimeSpan.Zero);
        }
    }

    /// <summary>Puts a case in, or moves it.</summary>
    /// <param name="id">The case.</param>
    /// <param name="due">When it needs something.</param>
    public void Set(CaseId id, DateTimeOffset due)
    {
        TaskCompletionSource? sooner = null;
        lock (_lock)
        {
            var first = _heap.Count == 0 ? long.MaxValue : _heap.FirstDue;
            if (_slots.Find(id, _heap.Cases) is >= 0 and var slot)
                _heap.Move(slot, due.UtcTicks);
            else
                _slots.Add(id, _heap.Add(id, due.UtcTicks), _heap.Cases);
            if (due.UtcTicks < first)
                (sooner, _sooner) = (_sooner, null);
        }

        sooner?.SetResult();
    }

    /// <summary>Takes a case out.</summary>
    /// <param name="id">The case.</param>
    /// <returns>Whether it was there.</returns>
    public bool Remove(CaseId id)
    {
        lock (_lock)
        {
            if (_slots.Remove(id, _heap.Cases) is not (>= 0 and var slot))
                return false;
            _heap.Remove(slot);
            return true;
        }
    }

    /// <summary>When a case needs something.</summary>
    /// <param name="id">The case.</param>
    /// <param name="due">When, if it is there.</param>
    public bool TryGet(CaseId id, out DateTimeOffset due)
    {
        lock (_lock)
        {
            var slot = _slots.Find(id, _heap.Cases);
            due = slot < 0 ? default : new(_heap.DueOf(slot), TimeSpan.Zero);
            return slot >= 0;
        }
    }

    /// <summary>The cases that need something by an instant, the earliest first. They stay in the queue until they are moved.</summary>
    /// <param name="now">The instant; what is due at it is included.</param>
    public IReadOnlyList<DueCase> DueBy(DateTimeOffset now)
    {
        lock (_lock)
            return _heap.DueBy(now.UtcTicks);
    }

    /// <summary>The earliest time, and a task that ends as soon as a case is due before it.</summary>
    internal (DateTimeOffset? Next, Task Sooner) Watch()
    {
        lock (_lock)
        {
            _sooner ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return (_heap.Count == 0 ? null : new DateTimeOffset(_heap.FirstDue, TimeSpan.Zero), _sooner.Task);
        }
    }

    /// <summary>Wakes whoever watches: another queue has taken the place of this one.</summary>
    internal void Retire()
    {
        TaskCompletionSource? sooner;
        lock (_lock)
            (sooner, _sooner) = (_sooner, null);
        sooner?.SetResult();
    }
}
