namespace GridGov.Workflows;

/// <summary>
/// Which reports may be about one matter (重复案件): the same class, near in place and time. Data of a city; immutable and
/// thread-safe. The rule proposes, a person confirms.
/// </summary>
public sealed record DuplicateRule
{
    /// <summary>How far apart the places may be, in metres, more than 0. Default 50 (one city's default, secondary source).</summary>
    public double Metres { get; init; } = 50;

    /// <summary>How long may lie between the reports, more than 0. Default 24 hours (one city's default, secondary source).</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromHours(24);

    /// <summary>
    /// Whether two cases may be about one matter. Cases without a position never are: how far apart they are is not known.
    /// </summary>
    /// <param name="a">One case.</param>
    /// <param name="b">Another case.</param>
    public bool Matches(Case a, Case b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return a.Id != b.Id
            && a.Report.Class == b.Report.Class
            && (a.Report.At - b.Report.At).Duration() <= Within
            && a.Report.Position is { } here
            && b.Report.Position is { } there
            && here.System != 0
            && there.System != 0
            && here.ToWgs84().IsWithin(Metres, there.ToWgs84());
    }
}
