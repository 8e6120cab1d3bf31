namespace GridGov.Workflows;

/// <summary>
/// What a city sets for the side roads of its cases, for keeping supervision apart from handling, and for evidence.
/// Data of a city; immutable and thread-safe. Raise the version of the lifecycle whenever a rule changes.
/// </summary>
public sealed record CaseRules
{
    /// <summary>
    /// Whether bodies are kept apart and not only persons: nobody of a body that handled the case may judge it.
    /// </summary>
    public bool SeparatesBodies { get; init; }

    /// <summary>
    /// Whether the head of the lead body confirms the result, and never a worker: the handling runs until the department
    /// confirms (secondary source). By default whoever acts for the lead body may.
    /// </summary>
    public bool LeaderConfirms { get; init; }

    /// <summary>The evidence that the report of a result needs, such as photos before and after within a distance; none by default.</summary>
    public ValueList<EvidenceRule> ResultEvidence { get; init; }

    /// <summary>The evidence that a confirmation on site needs before a case is opened (核实); none by default.</summary>
    public ValueList<EvidenceRule> ConfirmEvidence { get; init; }

    /// <summary>The evidence that a check needs; none by default.</summary>
    public ValueList<EvidenceRule> CheckEvidence { get; init; }

    /// <summary>How often a case may be extended (延期), each time by one original limit. Default 2 (secondary source).</summary>
    public int Extensions { get; init; } = 2;

    /// <summary>How often a case may be suspended (挂账). Default 1 (secondary source).</summary>
    public int Suspensions { get; init; } = 1;

    /// <summary>How long a suspension may be. Default 365 natural days (secondary source).</summary>
    public TimeLimit LongestSuspension { get; init; } = TimeLimit.NaturalDays(365);

    /// <summary>How long after the result a reporter who is not satisfied can have the case taken up again. Default 10 natural days (assumed).</summary>
    public TimeLimit ReopenWithin { get; init; } = TimeLimit.NaturalDays(10);

    /// <summary>How often in a row a reporter is tried before a revisit may end without an answer. Default 3 (assumed).</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>To decide whose a case is that was sent back. Default 4 working hours (assumed).</summary>
    public TimeLimit Adjudicate { get; init; } = TimeLimit.WorkHours(4);

    /// <summary>How long a case may stay joined to another before somebody is told, and again after that. Default 5 workdays (assumed).</summary>
    public TimeLimit Linked { get; init; } = TimeLimit.WorkDays(5);

    /// <summary>
    /// After how many urgings a late step is urged no more: one per level from the grid to the city. Default 5. That the
    /// handling became late is always told, however often the case was urged before.
    /// </summary>
    public int UrgingLevels { get; init; } = 5;

    internal Guard Separation => SeparatesBodies ? Guard.NotOfAHandlingBody : Guard.NotAHandler;

    internal ValueList<Role> Confirmers => LeaderConfirms ? [Role.Leader] : [Role.Handler, Role.Leader];
}
