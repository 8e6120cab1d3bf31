namespace GridGov.Assignment;

/// <summary>The rules of a waiting line. Immutable and thread-safe.</summary>
public sealed record DispatcherOptions
{
    /// <summary>
    /// Ageing (排队老化): how long a case must have waited longer to stand before one whose priority is higher by one. All
    /// cases age alike, so their order never changes by time alone.
    /// </summary>
    public TimeSpan AgeingPerPriority { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>What is done with cases that wait too long or in too long a line; each rule fires once a case.</summary>
    public ValueList<EscalationRule> Escalations { get; init; }

    /// <summary>How many ties to former handlers are remembered; the oldest are forgotten first.</summary>
    public int RememberedTies { get; init; } = 100_000;
}

/// <summary>When a waiting case is treated otherwise (升级、溢出). Immutable and thread-safe.</summary>
public sealed record EscalationRule
{
    /// <summary>The name, for people to read.</summary>
    public required string Name { get; init; }

    /// <summary>The time waited from which it counts.</summary>
    public TimeSpan After { get; init; }

    /// <summary>It counts only while more cases than this wait; null for always.</summary>
    public int? WhenLongerThan { get; init; }

    /// <summary>Added to the priority.</summary>
    public int RaisePriority { get; init; }

    /// <summary>Whether the case becomes urgent: it may use reserves and those on call.</summary>
    public bool MakeUrgent { get; init; }

    /// <summary>Overflow: workers anywhere below the node so many levels above the place may take it. 0 for none.</summary>
    public int WidenLevels { get; init; }
}

/// <summary>What happened to a case. Immutable; thread-safe.</summary>
/// <param name="Case">The case.</param>
/// <param name="Kind">What.</param>
/// <param name="Worker">Who it concerns, or default.</param>
/// <param name="Note">The rule or the points, or null.</param>
public sealed record DispatchEvent(CaseId Case, DispatchEventKind Kind, ActorId Worker = default, string? Note = null);

/// <summary>What may happen to a case at a dispatcher.</summary>
public enum DispatchEventKind
{
    /// <summary>Somebody holds it now; one event for each member of a team, the lead first.</summary>
    Assigned = 1,

    /// <summary>It waits in line.</summary>
    Queued = 2,

    /// <summary>It waits, but nobody on the roster could ever take it as it is.</summary>
    Stuck = 3,

    /// <summary>Somebody was asked.</summary>
    Offered = 4,

    /// <summary>Somebody said no.</summary>
    Declined = 5,

    /// <summary>Somebody did not answer in time.</summary>
    Expired = 6,

    /// <summary>It hangs on the board.</summary>
    Posted = 7,

    /// <summary>Somebody took it from the board.</summary>
    Claimed = 8,

    /// <summary>Whoever held it does no longer, and it waits again with its old place in line.</summary>
    Returned = 9,

    /// <summary>It is done.</summary>
    Completed = 10,

    /// <summary>It was taken back before it was done.</summary>
    Withdrawn = 11,

    /// <summary>An escalation rule fired.</summary>
    Escalated = 12,

    /// <summary>It has another grid code after a grid change.</summary>
    Moved = 13,
}

/// <summary>Where a case stands at a dispatcher.</summary>
public enum DispatchStanding
{
    /// <summary>In line.</summary>
    Waiting = 1,

    /// <summary>Offered to somebody.</summary>
    Offered = 2,

    /// <summary>On the board.</summary>
    OnBoard = 3,

    /// <summary>Held by one or more workers.</summary>
    Held = 4,
}

/// <summary>A case with its standing. Immutable; thread-safe.</summary>
/// <param name="Case">The case as submitted, with the grid code of today.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Since">When it was submitted.</param>
/// <param name="Workers">Who holds it, the lead first, or who is asked.</param>
public sealed record DispatchStatus(DispatchCase Case, DispatchStanding Standing, DateTimeOffset Since, ValueList<ActorId> Workers);
