namespace GridGov;

/// <summary>The version of a lifecycle under which a case runs, as long as it is not migrated on purpose.</summary>
/// <param name="Id">The lifecycle's stable name.</param>
/// <param name="Version">Its version, from 1.</param>
public readonly record struct LifecycleVersion(string Id, int Version)
{
    /// <summary>Name and version.</summary>
    public override string ToString() => $"{Id} v{Version}";
}

/// <summary>
/// One fact in the life of a case (案件日志条目): append-only, numbered per case, and bound to the one before by its
/// SHA-256. Immutable and thread-safe.
/// </summary>
public sealed record CaseEntry
{
    private Hash256 _previous;
    private Hash256 _hash;

    /// <summary>The case.</summary>
    public required CaseId Case { get; init; }

    /// <summary>The entry's number within its case, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it records.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }

    /// <summary>What was done, by the lifecycle's name for it.</summary>
    public required string Trigger { get; init; }

    /// <summary>The step before; empty when the case was opened.</summary>
    public required string From { get; init; }

    /// <summary>The step after.</summary>
    public required string To { get; init; }

    /// <summary>Whether the step after is an end: the case is closed.</summary>
    public bool Ends { get; init; }

    /// <summary>The one body that answers for the case from now on (首接、主办单位).</summary>
    public required BodyId Lead { get; init; }

    /// <summary>Who handles it from now on, or null while nobody does.</summary>
    public ActorId? Handler { get; init; }

    /// <summary>When the step after is due, or null at an end.</summary>
    public DateTimeOffset? StepDue { get; init; }

    /// <summary>When the handling as a whole is due.</summary>
    public DateTimeOffset? CaseDue { get; init; }

    /// <summary>Evidence and remarks; never personal data.</summary>
    public string? Note { get; init; }

    /// <summary>What else is kept, or null.</summary>
    public CaseFacts? Facts { get; init; }

    /// <summary>The lifecycle version; on the first entry, and on one that migrates the case.</summary>
    public LifecycleVersion? Lifecycle { get; init; }

    /// <summary>The report; on the first entry only. Its personal fields are outside the hash and never serialised.</summary>
    public Report? Report { get; init; }

    /// <summary>The hash of the entry before; zero on the first.</summary>
    public Hash256 Previous
    {
        get => _previous;
        init => _previous = value;
    }

    /// <summary>The hash of this entry.</summary>
    public Hash256 Hash
    {
        get => _hash;
        init => _hash = value;
    }

    // Only by whoever made the entry and has not handed it on.
    internal void SetSeal(Hash256 previous, Hash256 hash)
    {
        _previous = previous;
        _hash = hash;
    }
}
