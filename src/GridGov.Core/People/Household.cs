using System.Buffers;

namespace GridGov;

/// <summary>Whether a household lives where it is registered (人户一致标识). Source: GB/T 31000 schemas, secondary.</summary>
public enum RegistrationMatch
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>It does (01 一致).</summary>
    Same = 1,

    /// <summary>It does not (02 不一致).</summary>
    Different = 2,
}

/// <summary>A member of a household. Immutable and thread-safe.</summary>
/// <param name="Person">The person.</param>
/// <param name="Relation">
/// How the person is related to the head (与户主关系): the code of GB/T 4761, one or two digits, or null where not known.
/// That the standard is meant comes from a secondary source; its values were not seen and are not interpreted.
/// </param>
public sealed record HouseholdMember(PersonId Person, Sensitive<string>? Relation = null);

/// <summary>
/// A household (住户): its members, where it is registered and lives, and the needs that services meet. Immutable and
/// thread-safe.
/// </summary>
/// <remarks>
/// An expired need cannot be read: the needs have no getter, only <see cref="CareNeedsAt"/>. Its store drops them for good
/// by keeping <see cref="WithoutExpired"/>.
/// </remarks>
public sealed record Household
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>The household's pseudonym.</summary>
    public required HouseholdId Id { get; init; }

    /// <summary>The finest grid known for where it lives.</summary>
    public required GridCode Grid { get; init; }

    /// <summary>The dwelling, or null.</summary>
    public PlaceId? Dwelling { get; init; }

    /// <summary>The head (户主), one of the members, or null where not known.</summary>
    public PersonId? Head { get; init; }

    /// <summary>The members, each once; at least one.</summary>
    public required ValueList<HouseholdMember> Members { get; init; }

    /// <summary>The registered address (户籍门（楼）详址), at most 200 characters, or null; the length is assumed.</summary>
    public Sensitive<string>? RegisteredAddress { get; init; }

    /// <summary>The address where it lives (现住门（楼）详址), at most 200 characters, or null; the length is assumed.</summary>
    public Sensitive<string>? LivingAddress { get; init; }

    /// <summary>Whether the two are the same.</summary>
    public RegistrationMatch Registration { get; init; }

    /// <summary>The needs on record, to be set only; they are read by <see cref="CareNeedsAt"/>.</summary>
    public ValueList<CareNeed> CareNeeds { private get; init; }

    /// <summary>The needs that are kept on a day: entered by then and not expired.</summary>
    /// <param name="date">The day.</param>
    public ValueList<CareNeed> CareNeedsAt(DateOnly date) => ValueList.From(CareNeeds.Where(need => need is not null && need.IsKeptAt(date)));

    /// <summary>The household without the needs whose last day is over.</summary>
    /// <param name="today">The day from whose beginning an older need is gone.</param>
    public Household WithoutExpired(DateOnly today) => this with { CareNeeds = ValueList.From(CareNeeds.Where(need => need is not null && today <= need.Until)) };

    /// <summary>Every fault of the record at once, those of its needs included; empty where it is sound.</summary>
    public ValueList<FieldFault> Check()
    {
        var faults = new FieldFaultList();
        faults.Id(nameof(Id), Id);
        faults.Id(nameof(Grid), Grid);
        faults.Id(nameof(Dwelling), Dwelling);
        if (Members.IsEmpty)
            faults.Missing(nameof(Members));
        for (var i = 0; i < Members.Count; i++)
            CheckMember(faults, i);
        if (Head is { } head && !IsMember(head))
            Stranger(faults, nameof(Head));
        faults.Text(nameof(RegisteredAddress), RegisteredAddress, PersonRules.MaxAddressLength, required: false, PersonRules.Basis);
        faults.Text(nameof(LivingAddress), LivingAddress, PersonRules.MaxAddressLength, required: false, PersonRules.Basis);
        faults.Defined(nameof(Registration), Registration);
        for (var i = 0; i < CareNeeds.Count; i++)
        {
            var at = FieldFaultList.At(nameof(CareNeeds), i);
            if (CareNeeds[i] is null)
            {
                faults.Missing(at);
                continue;
            }

            CareNeeds[i].Check(faults, at + ".");
            if (CareNeeds[i].Person is { } person && person != default && !IsMember(person))
                Stranger(faults, at + "." + nameof(CareNeed.Person));
        }

        return faults.ToList();
    }

    /// <summary>Pseudonym, grid and the number of members.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Household {Id} in {Grid}, {Members.Count} member(s)");

    private static void Stranger(FieldFaultList faults, string field) => faults.Add(field, FieldFaultCodes.Contradiction,
        new("a person who is not a member", "非本户成员"), new("it is one of Members", "为本户成员之一"));

    private bool IsMember(PersonId person) => Members.Any(member => member?.Person == person);

    private void CheckMember(FieldFaultList faults, int i)
    {
        var (at, member) = (FieldFaultList.At(nameof(Members), i), Members[i]);
        if (member is null)
        {
            faults.Missing(at);
            return;
        }

        faults.Id($"{at}.{nameof(member.Person)}", member.Person);
        if (member.Person != default && Members.Take(i).Any(earlier => earlier?.Person == member.Person))
            faults.Repeated($"{at}.{nameof(member.Person)}");
        faults.Form($"{at}.{nameof(member.Relation)}", member.Relation?.Reveal(), Digits, [1, 2],
            new("it is a relation code of one or two digits", "为 1 至 2 位关系代码"), new("GB/T 4761"));
    }
}
