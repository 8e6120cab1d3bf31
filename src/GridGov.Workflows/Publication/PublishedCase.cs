namespace GridGov.Workflows;

/// <summary>
/// What is posted of a case (公示): that it was there, who answers for it, how long it took and how it came out. There is
/// nothing of a person in it: no words of the reporter, no note, no evidence, no position, nobody's name or number; and a
/// case number that looks like somebody's is not shown. Immutable and thread-safe; compared by value.
/// </summary>
/// <remarks>
/// Nothing is masked word by word: what could hold personal data is not carried over at all. Names come from the city's own
/// tables, never from the case.
/// </remarks>
public sealed record PublishedCase
{
    private PublishedCase()
    {
    }

    /// <summary>The case's number; null where it holds a citizen number, a telephone number or an address for mail.</summary>
    public CaseId? Id { get; private init; }

    /// <summary>The class of the matter.</summary>
    public ClassCode Class { get; private init; }

    /// <summary>Where it was: the nearest node above the report's that is no finer than a community; null where that is not known.</summary>
    public GridCode? Place { get; private init; }

    /// <summary>The day of the report, in the city's own time.</summary>
    public DateOnly ReportedOn { get; private init; }

    /// <summary>The step that it is in, for people.</summary>
    public required LocalizedText Step { get; init; }

    /// <summary>Whether it has ended.</summary>
    public bool IsClosed { get; private init; }

    /// <summary>The body that answers for it.</summary>
    public BodyId Lead { get; private init; }

    /// <summary>How it came out, or null while that is not said.</summary>
    public CaseOutcome? Outcome { get; private init; }

    /// <summary>What the reporter answered, or null.</summary>
    public Satisfaction? Answer { get; private init; }

    /// <summary>The day by which it has to be handled, or null while its clock stands.</summary>
    public DateOnly? DueOn { get; private init; }

    /// <summary>The day on which the lead body confirmed the result, or null.</summary>
    public DateOnly? HandledOn { get; private init; }

    /// <summary>Whether it was handled in time; null while it is not handled.</summary>
    public bool? OnTime { get; private init; }

    /// <summary>How often its result did not hold.</summary>
    public int Reworks { get; private init; }

    /// <summary>How often it was taken up again because the reporter was not satisfied.</summary>
    public int Reopenings { get; private init; }

    /// <summary>What is posted of a case.</summary>
    /// <param name="case">The case.</param>
    /// <param name="city">The city: its lifecycles, grids and time zone.</param>
    /// <exception cref="UnknownLifecycleException">The city does not know the lifecycle of the case.</exception>
    public static PublishedCase Of(Case @case, CityProfile city)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(city);
        return new()
        {
            Id = PersonalPatterns.Occur(@case.Id.Value) ? null : @case.Id,
            Class = @case.Report.Class,
            Place = PlaceOf(@case.Report.Grid, city.Grids),
            ReportedOn = DayOf(@case.Report.At),
            Step = city.LifecycleOf(@case).State(@case.Step).Name,
            IsClosed = @case.IsClosed,
            Lead = @case.Lead,
            Outcome = @case.Outcome,
            Answer = @case.Answer,
            DueOn = @case.CaseDue is { } due ? DayOf(due) : null,
            HandledOn = @case.HandledAt is { } handled ? DayOf(handled) : null,
            OnTime = @case is { HandledAt: { } at, CaseDue: { } limit } ? at <= limit : null,
            Reworks = @case.Reworks,
            Reopenings = @case.Reopenings,
        };

        DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, city.Calendar.Zone).DateTime);
    }

    // A grid can be a single building; a community is some hundreds of households.
    private static GridCode? PlaceOf(GridCode code, GridTree grids)
    {
        if (!grids.TryFind(code, out var node))
            return null;
        while (grids.LevelOf(node) > GridLevel.Community)
        {
            if (!grids.TryGetParent(node, out node))
                return null;
        }

        return grids.CodeOf(node);
    }
}
