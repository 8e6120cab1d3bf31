namespace GridGov;

/// <summary>
/// A party to a dispute (主要当事人): somebody on record, an organisation, or one known by name only. Immutable and
/// thread-safe. It is checked as part of its dispute. Sex, ethnicity, schooling and "category of person", which GB/T 31000 schemas ask, are left out on purpose.
/// </summary>
public sealed record DisputeParty
{
    /// <summary>The person, or null.</summary>
    public PersonId? Person { get; init; }

    /// <summary>The organisation, or null.</summary>
    public OrganizationId? Organization { get; init; }

    /// <summary>The name, at most 50 characters, or null; for a party that has no record.</summary>
    public Sensitive<string>? Name { get; init; }

    /// <summary>The citizen number, or null.</summary>
    public Sensitive<CitizenNumber>? CitizenNumber { get; init; }

    /// <summary>How to reach the party, at most 50 characters, or null; the length is assumed.</summary>
    public Sensitive<string>? Contact { get; init; }

    /// <summary>Where the party lives, at most 200 characters, or null; the length is assumed.</summary>
    public Sensitive<string>? Address { get; init; }

    /// <summary>The fields as a draft. What is masked stays so.</summary>
    public DisputePartyDraft ToDraft() => new()
    {
        Person = Person,
        Organization = Organization,
        Name = Name,
        CitizenNumber = CitizenNumber is { } number ? new(number.Reveal().Reveal()) : null,
        Contact = Contact,
        Address = Address,
    };
}
