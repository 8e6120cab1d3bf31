namespace GridGov;

/// <summary>
/// A party to a dispute before its fields are checked; each is described at <see cref="DisputeParty"/>. Immutable and
/// thread-safe.
/// </summary>
public sealed record DisputePartyDraft
{
    /// <inheritdoc cref="DisputeParty.Person"/>
    public PersonId? Person { get; init; }

    /// <inheritdoc cref="DisputeParty.Organization"/>
    public OrganizationId? Organization { get; init; }

    /// <inheritdoc cref="DisputeParty.Name"/>
    public Sensitive<string>? Name { get; init; }

    /// <inheritdoc cref="PersonDraft.CitizenNumber"/>
    public Sensitive<string>? CitizenNumber { get; init; }

    /// <inheritdoc cref="DisputeParty.Contact"/>
    public Sensitive<string>? Contact { get; init; }

    /// <inheritdoc cref="DisputeParty.Address"/>
    public Sensitive<string>? Address { get; init; }

    internal DisputeParty Check(FieldFaultList faults, string at)
    {
        faults.Id($"{at}.{nameof(Person)}", Person);
        faults.Id($"{at}.{nameof(Organization)}", Organization);
        faults.Text($"{at}.{nameof(Name)}", Name, PersonRules.MaxNameLength, required: false, PersonRules.Basis);
        var number = faults.CitizenNumber($"{at}.{nameof(CitizenNumber)}", CitizenNumber);
        faults.Text($"{at}.{nameof(Contact)}", Contact, PersonRules.MaxContactLength, required: false, PersonRules.Basis);
        faults.Text($"{at}.{nameof(Address)}", Address, PersonRules.MaxAddressLength, required: false, PersonRules.Basis);
        var named = (Person is null ? 0 : 1) + (Organization is null ? 0 : 1) + (Name is null ? 0 : 1);
        if (named != 1)
        {
            faults.Add(at, FieldFaultCodes.Contradiction,
                named == 0 ? new("a party without a name", "未指明的当事人") : new("a party named in several ways", "以多种方式指明的当事人"),
                new("it has exactly one of Person, Organization and Name", "人员、组织、姓名三者填一"));
        }

        return new() { Person = Person, Organization = Organization, Name = Name, CitizenNumber = number, Contact = Contact, Address = Address };
    }
}
