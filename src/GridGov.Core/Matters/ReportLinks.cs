namespace GridGov;

/// <summary>
/// What a report is about (事项与要素关联): the people, places, things and organisations that it touches. It stands beside
/// <see cref="Report"/>, which the log binds by hash, so that links can be found later. Immutable and thread-safe.
/// </summary>
public sealed record ReportLinks
{
    /// <summary>The report.</summary>
    public required ReportId Report { get; init; }

    /// <summary>The place, or null.</summary>
    public PlaceId? Place { get; init; }

    /// <summary>
    /// Where it happened, in words, at most 256 characters, or null: SFWZ, C256 in GB/T 47678.5-2026 table 3 (secondary
    /// source). It masks itself, because it may be somebody's home.
    /// </summary>
    public Sensitive<string>? Location { get; init; }

    /// <summary>The components, each once.</summary>
    public ValueList<ComponentCode> Components { get; init; }

    /// <summary>The people, each once.</summary>
    public ValueList<PersonId> People { get; init; }

    /// <summary>The households, each once.</summary>
    public ValueList<HouseholdId> Households { get; init; }

    /// <summary>The organisations, each once.</summary>
    public ValueList<OrganizationId> Organizations { get; init; }

    /// <summary>The dispute that it reports, or null.</summary>
    public DisputeId? Dispute { get; init; }

    /// <summary>Every fault of the record at once; empty where it is sound.</summary>
    public ValueList<FieldFault> Check()
    {
        var faults = new FieldFaultList();
        faults.Id(nameof(Report), Report);
        faults.Id(nameof(Place), Place);
        faults.Text(nameof(Location), Location, 256, required: false, new("GB/T 47678.5-2026", "表3 SFWZ"));
        faults.Ids(nameof(Components), Components);
        faults.Ids(nameof(People), People);
        faults.Ids(nameof(Households), Households);
        faults.Ids(nameof(Organizations), Organizations);
        faults.Id(nameof(Dispute), Dispute);
        return faults.ToList();
    }
}
