namespace GridGov;

/// <summary>
/// A place (地): division, site, building, unit, dwelling or other premises. Sound by construction: the only way to
/// one is <see cref="Create"/>. What identifies a home masks itself; what everybody may know does not. Immutable and
/// thread-safe.
/// </summary>
public sealed record Place
{
    private Place(PlaceDraft draft, DivisionCode? division)
    {
        Id = draft.Id;
        Kind = draft.Kind!.Value;
        Grid = draft.Grid;
        Within = draft.Within;
        Name = draft.Name;
        PublicAddress = draft.PublicAddress;
        HomeAddress = draft.HomeAddress;
        DivisionCode = division;
        Use = draft.Use;
        IsRented = draft.IsRented;
        Tenant = draft.Tenant;
    }

    /// <summary>The place's number in the city's records.</summary>
    public PlaceId Id { get; }

    /// <summary>What it is.</summary>
    public PlaceKind Kind { get; }

    /// <summary>The finest grid that holds all of it; that of <see cref="Within"/> where it is part of another place.</summary>
    public GridCode Grid { get; }

    /// <summary>The place of which it is a part, or null.</summary>
    public PlaceId? Within { get; }

    /// <summary>Its public name, at most 100 characters, or null; a unit or dwelling has none, because it would name a home.</summary>
    public string? Name { get; }

    /// <summary>Its public address, at most 200 characters, or null; none for a unit or dwelling.</summary>
    public string? PublicAddress { get; }

    /// <summary>The address of a unit or dwelling, at most 200 characters, or null; none for other places.</summary>
    public Sensitive<string>? HomeAddress { get; }

    /// <summary>The code of a division (GB/T 2260 and the statistical code), or null; none for other places.</summary>
    public DivisionCode? DivisionCode { get; }

    /// <summary>What it is used for.</summary>
    public PlaceUse Use { get; }

    /// <summary>Whether it is let (出租), or null where not known; of a dwelling or premises.</summary>
    public bool? IsRented { get; }

    /// <summary>Who rents it (承租人), or null.</summary>
    public PersonId? Tenant { get; }

    /// <summary>Whether its address would name a home: a unit or a dwelling.</summary>
    public bool IsHome => IsHomeKind(Kind);

    /// <summary>Makes a place.</summary>
    /// <param name="draft">The fields.</param>
    /// <returns>The place, or a refusal (<see cref="RefusalCodes.ElementInvalid"/>) with every fault at once and no value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="draft"/> is null.</exception>
    public static Outcome<Place> Create(PlaceDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var faults = new FieldFaultList();
        faults.Id(nameof(Id), draft.Id);
        var kind = faults.Defined(nameof(Kind), draft.Kind);
        faults.Id(nameof(Grid), draft.Grid);
        faults.Id(nameof(Within), draft.Within);
        if (draft.Within == draft.Id && draft.Id != default)
            faults.Add(nameof(Within), FieldFaultCodes.Contradiction, new("the place itself", "自身"), new("it is another place", "为另一场所"));
        faults.Text(nameof(Name), draft.Name, 100, required: false);
        faults.Text(nameof(PublicAddress), draft.PublicAddress, PersonRules.MaxAddressLength, required: false);
        faults.Text(nameof(HomeAddress), draft.HomeAddress, PersonRules.MaxAddressLength, required: false);
        if (draft.Kind is not null)
            CheckAgainst(kind, draft, faults);
        var division = faults.Division(nameof(DivisionCode), draft.DivisionCode, required: false, level: null, new("GB/T 2260"));
        faults.Defined(nameof(Use), draft.Use);
        faults.Id(nameof(Tenant), draft.Tenant);
        OnlyWhere(faults, nameof(Tenant), draft.Tenant is not null, draft.IsRented == true, new("only a rented place has one", "仅出租房填写"));
        return faults.ToRefusal(new("place", "场所")) is { } no ? no : new Place(draft, division);
    }

    /// <summary>The fields as a draft, to change some and make it again. What is masked stays so.</summary>
    public PlaceDraft ToDraft() => new()
    {
        Id = Id,
        Kind = Kind,
        Grid = Grid,
        Within = Within,
        Name = Name,
        PublicAddress = PublicAddress,
        HomeAddress = HomeAddress,
        DivisionCode = DivisionCode?.ToString(),
        Use = Use,
        IsRented = IsRented,
        Tenant = Tenant,
    };

    // What the kind rules out; nothing where the kind is not there.
    private static void CheckAgainst(PlaceKind kind, PlaceDraft draft, FieldFaultList faults)
    {
        OnlyWhere(faults, nameof(Name), draft.Name is not null, !IsHomeKind(kind), new("a unit or dwelling has none", "单元、住房不填"));
        OnlyWhere(faults, nameof(PublicAddress), draft.PublicAddress is not null, !IsHomeKind(kind), new("a unit or dwelling has HomeAddress instead", "单元、住房改填 HomeAddress"));
        OnlyWhere(faults, nameof(HomeAddress), draft.HomeAddress is not null, IsHomeKind(kind), new("only a unit or dwelling has one", "仅单元、住房填写"));
        OnlyWhere(faults, nameof(DivisionCode), draft.DivisionCode is not null, kind == PlaceKind.Division, new("only a division has one", "仅行政区划填写"));
        OnlyWhere(faults, nameof(IsRented), draft.IsRented is not null, kind is PlaceKind.Dwelling or PlaceKind.Premises, new("only a dwelling or premises has it", "仅住房、经营性用房填写"));
    }

    private static bool IsHomeKind(PlaceKind kind) => kind is PlaceKind.Unit or PlaceKind.Dwelling;

    private static void OnlyWhere(FieldFaultList faults, string field, bool given, bool allowed, LocalizedText rule)
    {
        if (given && !allowed)
            faults.Add(field, FieldFaultCodes.Contradiction, new("given", "已填"), rule);
    }
}
