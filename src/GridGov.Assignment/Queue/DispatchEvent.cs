namespace GridGov.Assignment;

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

/// <summary>A dispatcher at one moment. Immutable; thread-safe.</summary>
/// <param name="Cases">Every open case, by id.</param>
/// <param name="Loads">Every worker of the roster, in its order.</param>
public sealed record DispatchPicture(ValueList<DispatchStatus> Cases, ValueList<WorkerLoad> Loads);

/// <summary>What a worker holds. Immutable; thread-safe.</summary>
/// <param name="Worker">The staff number.</param>
/// <param name="Load">The weight held.</param>
public readonly record struct WorkerLoad(ActorId Worker, int Load);
