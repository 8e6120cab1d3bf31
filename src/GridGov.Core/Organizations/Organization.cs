namespace GridGov;

/// <summary>
/// An organisation (组织) that takes part in governing a place. Sound by construction: the only way to one is
/// <see cref="Create"/>. Immutable and thread-safe. The people to reach in it mask
/// themselves; there is no field for party, union or religious bodies, foreign background or "degree of attention",
/// which GB/T 31000 schemas have and no service needs.
/// </summary>
public sealed record Organization
{
    /// <summary>The longest name, in Unicode characters; that of GB/T 47678.5-2026 table 2 ZGBMMC (secondary source).</summary>
    public const int MaxNameLength = 100;

    private Organization(OrganizationDraft draft, UnifiedSocialCreditCode? code)
    {
        Id = draft.Id;
        Kind = draft.Kind!.Value;
        Name = draft.Name!;
        CreditCode = code;
        Body = draft.Body;
        Grid = draft.Grid;
        Seat = draft.Seat;
        LooksAfter = draft.LooksAfter;
        ContactName = draft.ContactName;
        ContactPhone = draft.ContactPhone;
        From = draft.From;
        Until = draft.Until;
    }

    /// <summary>The organisation's number in the city's records.</summary>
    public OrganizationId Id { get; }

    /// <summary>What it is.</summary>
    public OrganizationKind Kind { get; }

    /// <summary>The name, 1 to 100 characters.</summary>
    public string Name { get; }

    /// <summary>The unified social credit code (统一社会信用代码, GB 32100), or null; many owners' committees have none.</summary>
    public UnifiedSocialCreditCode? CreditCode { get; }

    /// <summary>The body under which it answers for cases, or null where it answers for none.</summary>
    public BodyId? Body { get; }

    /// <summary>The finest grid known for its seat, or null.</summary>
    public GridCode? Grid { get; }

    /// <summary>Its seat, or null.</summary>
    public PlaceId? Seat { get; }

    /// <summary>The places that it looks after: a property manager's or owners' committee's compounds, for instance.</summary>
    public ValueList<PlaceId> LooksAfter { get; }

    /// <summary>The name of whom to reach, at most 50 characters, or null.</summary>
    public Sensitive<string>? ContactName { get; }

    /// <summary>How to reach them, at most 50 characters, or null.</summary>
    public Sensitive<string>? ContactPhone { get; }

    /// <summary>The first day on which it stands, or null where not known; of an owners' committee, its term's.</summary>
    public DateOnly? From { get; }

    /// <summary>The last day on which it stands, or null for open.</summary>
    public DateOnly? Until { get; }

    /// <summary>Makes an organisation.</summary>
    /// <param name="draft">The fields.</param>
    /// <returns>The organisation, or a refusal (<see cref="RefusalCodes.ElementInvalid"/>) with every fault at once and no value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="draft"/> is null.</exception>
    public static Outcome<Organization> Create(OrganizationDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var faults = new FieldFaultList();
        faults.Id(nameof(Id), draft.Id);
        faults.Defined(nameof(Kind), draft.Kind);
        faults.Text(nameof(Name), draft.Name, MaxNameLength, required: true);
        var code = faults.CreditCode(nameof(CreditCode), draft.CreditCode, required: false, new("GB 32100-2015"));
        faults.Id(nameof(Body), draft.Body);
        faults.Id(nameof(Grid), draft.Grid);
        faults.Id(nameof(Seat), draft.Seat);
        faults.Ids(nameof(LooksAfter), draft.LooksAfter);
        faults.Text(nameof(ContactName), draft.ContactName, 50, required: false);
        faults.Text(nameof(ContactPhone), draft.ContactPhone, 50, required: false);
        faults.Order(nameof(From), draft.From, nameof(Until), draft.Until);
        return faults.ToRefusal(new("organisation", "组织")) is { } no ? no : new Organization(draft, code);
    }

    /// <summary>The fields as a draft, to change some and make it again. What is masked stays so.</summary>
    public OrganizationDraft ToDraft() => new()
    {
        Id = Id,
        Kind = Kind,
        Name = Name,
        CreditCode = CreditCode?.ToString(),
        Body = Body,
        Grid = Grid,
        Seat = Seat,
        LooksAfter = LooksAfter,
        ContactName = ContactName,
        ContactPhone = ContactPhone,
        From = From,
        Until = Until,
    };
}
