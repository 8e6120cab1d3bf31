namespace GridGov.Community;

/// <summary>
/// A household as the plan sees it: where it is and how often it is asked after. Its care needs are in it as one number
/// that is not shown: text and equality do not tell them. Immutable and thread-safe.
/// </summary>
public sealed class VisitSubject
{
    private VisitSubject(HouseholdId household, GridCode grid, int needs, DateOnly? lastVisit)
    {
        Household = household;
        Grid = grid;
        Needs = needs;
        LastVisit = lastVisit;
    }

    /// <summary>The household's pseudonym.</summary>
    public HouseholdId Household { get; }

    /// <summary>The grid in which it lives.</summary>
    public GridCode Grid { get; }

    /// <summary>When it was last visited, or null.</summary>
    public DateOnly? LastVisit { get; }

    internal int Needs { get; }

    /// <summary>The household on a day, its needs read on record.</summary>
    /// <param name="household">The household.</param>
    /// <param name="on">The day on which a need must be kept to count.</param>
    /// <param name="reader">Reads the needs, each reading on record.</param>
    /// <param name="lastVisit">When it was last visited, or null.</param>
    public static VisitSubject Of(Household household, DateOnly on, SensitiveReader reader, DateOnly? lastVisit = null)
    {
        ArgumentNullException.ThrowIfNull(household);
        ArgumentNullException.ThrowIfNull(reader);
        var needs = 0;
        foreach (var need in household.CareNeedsAt(on))
            needs |= 1 << (int)reader.Read(need.Kind, household.Id.Value, "care-need.kind");
        return new(household.Id, household.Grid, needs, lastVisit);
    }

    /// <summary>A household by a caller that knows its needs already and has put the reading on record.</summary>
    /// <param name="household">The household.</param>
    /// <param name="grid">Its grid.</param>
    /// <param name="needs">Its needs.</param>
    /// <param name="lastVisit">When it was last visited, or null.</param>
    public static VisitSubject Of(HouseholdId household, GridCode grid, ValueList<CareKind> needs, DateOnly? lastVisit = null) =>
        new(household, grid, VisitRules.MaskOf(needs), lastVisit);

    /// <summary>Pseudonym and grid; not its needs.</summary>
    public override string ToString() => $"{Household} in {Grid}";
}
