namespace GridGov.Community;

/// <summary>The stable codes of the refusals of this package.</summary>
public static class CommunityRefusalCodes
{
    /// <summary>Too few take part: the meeting or vote is not valid.</summary>
    public const string QuorumInvalid = "quorum.invalid";

    /// <summary>The vote is valid, but too few said yes.</summary>
    public const string QuorumNotCarried = "quorum.not-carried";

    /// <summary>A vote is not counted.</summary>
    public const string VoteRefused = "vote.refused";

    /// <summary>A visit is not written down.</summary>
    public const string VisitRefused = "visit.refused";

    /// <summary>Points are not posted, exchanged or corrected.</summary>
    public const string PointsRefused = "points.refused";

    /// <summary>A vote cannot be counted yet.</summary>
    public const string CountTooEarly = "vote.open";

    /// <summary>The joint table does not take an undertaking, a report or a settlement.</summary>
    public const string JointTableRefused = "joint-table.refused";

    /// <summary>A group's covenant or election is not taken.</summary>
    public const string GroupRefused = "group.refused";

    /// <summary>An observation is not written down.</summary>
    public const string ObservationRefused = "observation.refused";

    /// <summary>A warning is not taken back or down.</summary>
    public const string WarningRefused = "warning.refused";
}
