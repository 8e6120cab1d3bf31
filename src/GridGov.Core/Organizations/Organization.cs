namespace GridGov;

/// <summary>
/// An organisation (组织) that takes part in governing a place. Immutable and thread-safe. The people to reach in it mask
/// themselves; there is no field for party, union or religious bodies, foreign background or "degree of attention",
/// which GB/T 31000 schemas have and no service needs.
/// </summary>
public sealed record Organization
{
    /// <summary>The longest name, in Unicode characters; that of GB/T 47678.5-2026 table 2 ZGBMMC (secondary source).</summary>
    public const int MaxNameLength = 100;

    /// <summary>The organisation's number in the city's records.</summary>
    public required OrganizationId Id { get; init; }

    /// <summary>What it is.</summary>
    public required OrganizationKind Kind { get; init; }

    /// <summary>The name, 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The unified social credit code (统一社会信用代码, GB 32100), 18 characters, or null; many owners' committees have
    /// none. Sound by the rules of <see cref="UnifiedSocialCreditCode"/>, both its checks among them.
    /// </summary>
    public string? CreditCode { get; init; }

    /// <summary>The body under which it answers for cases, or null where it answers for none.</summary>
    public BodyId? Body { get; init; }

    /// <summary>The finest grid known for its seat, or null.</summary>
    public GridCode? Grid { get; init; }

    /// <summary>Its seat, or null.</summary>
    public PlaceId? Seat { get; init; }

    /// <summary>The places that it looks after: a property manager's or owners' committee's compounds, for instance.</summary>
    public ValueList<PlaceId> LooksAfter { get; init; }

    /// <summary>The name of whom to reach, at most 50 characters, or null.</summary>
    public Sensitive<string>? ContactName { get; init; }

    /// <summary>How to reach them, at most 50 characters, or null.</summary>
    public Sensitive<string>? ContactPhone { get; init; }

    /// <summary>The first day on which it stands, or null where not known; of an owners' committee, its term's.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which it stands, or null for open.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Every fault of the record at once; empty where it is sound.</summary>
    public ValueList<FieldFault> Check()
    {
        var faults = new FieldFaultList();
        faults.Id(nameof(Id), Id);
        faults.Defined(nameof(Kind), Kind);
        faults.Text(nameof(Name), Name, MaxNameLength, required: true);
        if (faults.Text(nameof(CreditCode), CreditCode, 18, required: false))
            faults.CreditCode(nameof(CreditCode), CreditCode!, new("GB 32100-2015"));

        faults.Id(nameof(Body), Body);
        faults.Id(nameof(Grid), Grid);
        faults.Id(nameof(Seat), Seat);
        faults.Ids(nameof(LooksAfter), LooksAfter);
        faults.Text(nameof(ContactName), ContactName, 50, required: false);
        faults.Text(nameof(ContactPhone), ContactPhone, 50, required: false);
        faults.Order(nameof(From), From, nameof(Until), Until);
        return faults.ToList();
    }
}
