namespace GridGov;

/// <summary>
/// A party to a dispute (主要当事人): somebody on record, an organisation, or one known by name only. Immutable and
/// thread-safe. Sex, ethnicity, schooling and "category of person", which GB/T 31000 schemas ask, are left out on purpose.
/// </summary>
public sealed record DisputeParty
{
    /// <summary>The person, or null.</summary>
    public PersonId? Person { get; init; }

    /// <summary>The organisation, or null.</summary>
    public OrganizationId? Organization { get; init; }

    /// <summary>The name, at most 50 characters, or null; for a party that has no record.</summary>
    public Sensitive<string>? Name { get; init; }

    /// <summary>The citizen number, or null; in the form that <see cref="GridGov.Person.CitizenNumber"/> describes.</summary>
    public Sensitive<string>? CitizenNumber { get; init; }

    /// <summary>How to reach the party, at most 50 characters, or null; the length is assumed.</summary>
    public Sensitive<string>? Contact { get; init; }

    /// <summary>Where the party lives, at most 200 characters, or null; the length is assumed.</summary>
    public Sensitive<string>? Address { get; init; }

    internal void Check(FieldFaultList faults, string at)
    {
        faults.Id($"{at}.{nameof(Person)}", Person);
        faults.Id($"{at}.{nameof(Organization)}", Organization);
        faults.Text($"{at}.{nameof(Name)}", Name, PersonRules.MaxNameLength, required: false, PersonRules.Basis);
        PersonRules.CitizenNumber(faults, $"{at}.{nameof(CitizenNumber)}", CitizenNumber);
        faults.Text($"{at}.{nameof(Contact)}", Contact, PersonRules.MaxContactLength, required: false, PersonRules.Basis);
        faults.Text($"{at}.{nameof(Address)}", Address, PersonRules.MaxAddressLength, required: false, PersonRules.Basis);
        var named = (Person is null ? 0 : 1) + (Organization is null ? 0 : 1) + (Name is null ? 0 : 1);
        if (named != 1)
        {
            faults.Add(at, FieldFaultCodes.Contradiction,
                named == 0 ? new("a party without a name", "未指明的当事人") : new("a party named in several ways", "以多种方式指明的当事人"),
                new("it has exactly one of Person, Organization and Name", "人员、组织、姓名三者填一"));
        }
    }
}
