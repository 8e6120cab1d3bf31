namespace GridGov;

/// <summary>
/// A body that was called to support a case (吹哨报到). Immutable and thread-safe. The lead body stays answerable until
/// every part is done.
/// </summary>
/// <param name="Body">The body.</param>
/// <param name="CalledAt">When it was called.</param>
/// <param name="ReportBy">By when it has to report in, or null where no limit was set.</param>
public sealed record SupportingBody(BodyId Body, DateTimeOffset CalledAt, DateTimeOffset? ReportBy)
{
    /// <summary>When it was told that it has not reported in in time (催报到), or null.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>When it reported in, or null while it has not.</summary>
    public DateTimeOffset? ReportedInAt { get; init; }

    /// <summary>When its part was done, or null while it is not.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Whether its part is done.</summary>
    public bool IsDone => DoneAt is not null;
}
