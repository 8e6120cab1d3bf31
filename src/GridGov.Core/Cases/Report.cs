namespace GridGov;

/// <summary>
/// A matter that somebody reported (上报、诉求). Immutable and thread-safe.
/// Personal fields mask themselves; they are not part of the log's canonical form.
/// </summary>
public sealed record Report
{
    /// <summary>The report's number in the system that took it in; one report becomes at most one case.</summary>
    public required ReportId Id { get; init; }

    /// <summary>When it was reported.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The finest grid known for the place.</summary>
    public required GridCode Grid { get; init; }

    /// <summary>The class of the matter.</summary>
    public required ClassCode Class { get; init; }

    /// <summary>How it came in: hotline, app, grid worker (渠道).</summary>
    public required string Channel { get; init; }

    /// <summary>
    /// Where the matter is, or null. It is part of the log, so it is for matters in public places: leave it null for one
    /// inside a dwelling, whose grid says enough.
    /// </summary>
    public GeoPoint? Position { get; init; }

    /// <summary>What the reporter said, or null.</summary>
    public Sensitive<string>? Description { get; init; }

    /// <summary>How to reach the reporter, or null.</summary>
    public Sensitive<string>? Contact { get; init; }
}
