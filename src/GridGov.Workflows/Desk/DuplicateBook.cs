namespace GridGov.Workflows;

/// <summary>
/// Which open cases are joined to which, and which of their heads have closed. It only follows what a store has accepted.
/// Thread-safe.
/// </summary>
internal sealed class DuplicateBook
{
    private readonly Lock _lock = new();
    private readonly Dictionary<CaseId, HashSet<CaseId>> _members = [];
    private readonly HashSet<CaseId> _closing = [];
    private readonly HashSet<CaseId> _linking = [];

    /// <summary>Keeps up with a case, as it was known before and as it is now.</summary>
    /// <param name="before">As it was known; null when it was not.</param>
    /// <param name="after">As it is.</param>
    /// <param name="isOpen">Whether a case is among the open ones.</param>
    public void Follow(Case? before, Case after, Func<CaseId, bool> isOpen)
    {
        var was = HeadOf(before);
        var now = HeadOf(after);
        if (was is null && now is null && !after.IsClosed)
            return;
        lock (_lock)
        {
            if (was is { } left && was != now && _members.TryGetValue(left, out var others) && others.Remove(after.Id) && others.Count == 0)
                _members.Remove(left);
            if (now is { } head)
            {
                if (!_members.TryGetValue(head, out var members))
                    _members.Add(head, members = []);
                members.Add(after.Id);

                // The head may have closed while this case was being joined to it, or before the desk was made.
                if (!isOpen(head))
                    _closing.Add(head);
            }

            if (after.IsClosed && _members.ContainsKey(after.Id))
                _closing.Add(after.Id);
        }
    }

    /// <summary>The clock of a joined case rang: its head may have been closed by another desk.</summary>
    public void Doubt(Case member)
    {
        if (HeadOf(member) is not { } head)
            return;
        lock (_lock)
            _closing.Add(head);
    }

    /// <summary>Takes a case to be joined to a head, unless that head is being joined to another itself.</summary>
    public bool TryBegin(CaseId member, CaseId head)
    {
        lock (_lock)
            return !_linking.Contains(head) && _linking.Add(member);
    }

    public void End(CaseId member)
    {
        lock (_lock)
            _linking.Remove(member);
    }

    /// <summary>The heads whose members may have to be closed, in order.</summary>
    public CaseId[] Closing()
    {
        lock (_lock)
            return _closing.Count == 0 ? [] : [.. _closing.Order()];
    }

    /// <summary>The open cases that are joined to a head, in order.</summary>
    public CaseId[] MembersOf(CaseId head)
    {
        lock (_lock)
            return _members.TryGetValue(head, out var members) ? [.. members.Order()] : [];
    }

    /// <summary>The head needs no more looking after.</summary>
    public void Settled(CaseId head)
    {
        lock (_lock)
            _closing.Remove(head);
    }

    private static CaseId? HeadOf(Case? @case) => @case is { IsClosed: false } ? @case.DuplicateOf : null;
}
