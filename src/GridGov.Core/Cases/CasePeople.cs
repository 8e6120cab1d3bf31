namespace GridGov;

/// <summary>
/// Whose hands a case went through. Most entries are by somebody who is known already, and share what was. Immutable once it
/// is handed on.
/// </summary>
internal sealed record CasePeople
{
    public static CasePeople None { get; } = new();

    public BodyId? FirstLead { get; private set; }

    public ValueList<ActorId> HandledBy { get; private set; }

    public ValueList<BodyId> HandlingBodies { get; private set; }

    public ActorId? AssignedBy { get; private set; }

    /// <summary>The people after one more entry: the same object where it adds nobody.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="handlerBefore">Who handled it before.</param>
    public CasePeople After(CaseEntry entry, ActorId? handlerBefore)
    {
        var change = new Change(this);
        if (entry.Handler is { } handler)
        {
            if (FirstLead is null)
                change.Made.FirstLead = entry.Lead;
            if (!HandledBy.Contains(handler))
                change.Made.HandledBy = change.Now.HandledBy.Add(handler);
            if (!HandlingBodies.Contains(entry.Lead))
                change.Made.HandlingBodies = change.Now.HandlingBodies.Add(entry.Lead);

            // A dispatcher is remembered, so that a return comes back to somebody.
            if (entry.By.Role == Role.Dispatcher && handler != handlerBefore)
                change.Made.AssignedBy = entry.By.Id;
        }

        if (entry.By.Role == Role.Handler)
        {
            if (!change.Now.HandledBy.Contains(entry.By.Id))
                change.Made.HandledBy = change.Now.HandledBy.Add(entry.By.Id);
            if (entry.By.Body != default && !change.Now.HandlingBodies.Contains(entry.By.Body))
                change.Made.HandlingBodies = change.Now.HandlingBodies.Add(entry.By.Body);
        }

        return change.Now;
    }

    // One copy at most, made when the first change is.
    private struct Change(CasePeople before)
    {
        private CasePeople? _made;

        public readonly CasePeople Now => _made ?? before;

        public CasePeople Made => _made ??= before with { };
    }
}
