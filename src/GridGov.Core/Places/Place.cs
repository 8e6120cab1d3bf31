using System.Buffers;

namespace GridGov;

/// <summary>
/// A place (地): division, site, building, unit, dwelling or other premises. Immutable and thread-safe. What identifies a
/// home masks itself; what everybody may know does not.
/// </summary>
public sealed record Place
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>The place's number in the city's records.</summary>
    public required PlaceId Id { get; init; }

    /// <summary>What it is.</summary>
    public required PlaceKind Kind { get; init; }

    /// <summary>The finest grid that holds all of it; that of <see cref="Within"/> where it is part of another place.</summary>
    public required GridCode Grid { get; init; }

    /// <summary>The place of which it is a part, or null.</summary>
    public PlaceId? Within { get; init; }

    /// <summary>Its public name, at most 100 characters, or null; a unit or dwelling has none, because it would name a home.</summary>
    public string? Name { get; init; }

    /// <summary>Its public address, at most 200 characters, or null; none for a unit or dwelling.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>The address of a unit or dwelling, at most 200 characters, or null; none for other places.</summary>
    public Sensitive<string>? HomeAddress { get; init; }

    /// <summary>The division code of a division (GB/T 2260 and the statistical code), 2, 4, 6, 9 or 12 digits, or null.</summary>
    public string? DivisionCode { get; init; }

    /// <summary>What it is used for.</summary>
    public PlaceUse Use { get; init; }

    /// <summary>Whether it is let (出租), or null where not known; of a dwelling or premises.</summary>
    public bool? IsRented { get; init; }

    /// <summary>Who rents it (承租人), or null.</summary>
    public PersonId? Tenant { get; init; }

    /// <summary>Whether its address would name a home: a unit or a dwelling.</summary>
    public bool IsHome => Kind is PlaceKind.Unit or PlaceKind.Dwelling;

    /// <summary>Every fault of the record at once; empty where it is sound.</summary>
    public ValueList<FieldFault> Check()
    {
        var faults = new FieldFaultList();
        faults.Id(nameof(Id), Id);
        faults.Defined(nameof(Kind), Kind);
        faults.Id(nameof(Grid), Grid);
        faults.Id(nameof(Within), Within);
        if (Within == Id && Id != default)
            faults.Add(nameof(Within), FieldFaultCodes.Contradiction, new("the place itself", "自身"), new("it is another place", "为另一场所"));
        faults.Text(nameof(Name), Name, 100, required: false);
        faults.Text(nameof(PublicAddress), PublicAddress, PersonRules.MaxAddressLength, required: false);
        faults.Text(nameof(HomeAddress), HomeAddress, PersonRules.MaxAddressLength, required: false);
        OnlyWhere(faults, nameof(Name), Name is not null, !IsHome, new("a unit or dwelling has none", "单元、住房不填"));
        OnlyWhere(faults, nameof(PublicAddress), PublicAddress is not null, !IsHome, new("a unit or dwelling has HomeAddress instead", "单元、住房改填 HomeAddress"));
        OnlyWhere(faults, nameof(HomeAddress), HomeAddress is not null, IsHome, new("only a unit or dwelling has one", "仅单元、住房填写"));
        OnlyWhere(faults, nameof(DivisionCode), DivisionCode is not null, Kind == PlaceKind.Division, new("only a division has one", "仅行政区划填写"));
        faults.Form(nameof(DivisionCode), DivisionCode, Digits, [2, 4, 6, 9, 12],
            new("it has 2, 4, 6, 9 or 12 digits", "为 2、4、6、9 或 12 位数字"), new("GB/T 2260"));
        faults.Defined(nameof(Use), Use);
        OnlyWhere(faults, nameof(IsRented), IsRented is not null, Kind is PlaceKind.Dwelling or PlaceKind.Premises, new("only a dwelling or premises has it", "仅住房、经营性用房填写"));
        faults.Id(nameof(Tenant), Tenant);
        OnlyWhere(faults, nameof(Tenant), Tenant is not null, IsRented == true, new("only a rented place has one", "仅出租房填写"));
        return faults.ToList();
    }

    private static void OnlyWhere(FieldFaultList faults, string field, bool given, bool allowed, LocalizedText rule)
    {
        if (given && !allowed)
            faults.Add(field, FieldFaultCodes.Contradiction, new("given", "已填"), rule);
    }
}
