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

    internal List<Fault> Check()
    {
        var faults = new List<Fault>();
        if (AgeingPerPriority <= TimeSpan.Zero || AgeingPerPriority > TimeSpan.FromDays(365))
            faults.Add(new(nameof(AgeingPerPriority), "it is not within a tick and 365 days"));
        if (RememberedTies < 0)
            faults.Add(new(nameof(RememberedTies), "it is negative"));
        foreach (var rule in Escalations.Where(r => r.After < TimeSpan.Zero || r.WidenLevels is < 0 or > 7))
            faults.Add(new(rule.Name, "its time is negative, or it widens by other than 0 to 7 levels"));
        return faults;
    }
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
