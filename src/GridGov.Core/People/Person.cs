namespace GridGov;

/// <summary>
/// A resident (居民) as far as a service needs one: who, how to reach, where. Every personal value masks itself and is
/// read by name only; use a <see cref="SensitiveReader"/> where readings must be on record. Sound by construction: the
/// only way to one is <see cref="Create"/>. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Lengths follow the base record of the population (实有人口) in schemas that implement GB/T 31000-2015 (secondary source;
/// the standard was not seen). What those schemas ask beyond this is left out on purpose: people are modelled to be
/// served, not sorted; see <c>docs/elements.md</c>. Two persons are equal only where they hold the same masked values,
/// so that equality tells nothing about them.
/// </remarks>
public sealed record Person
{
    private Person(PersonDraft draft, Sensitive<CitizenNumber>? number)
    {
        Id = draft.Id;
        Name = draft.Name!;
        CitizenNumber = number;
        BornOn = draft.BornOn;
        Phone = draft.Phone;
        Grid = draft.Grid;
        Home = draft.Home;
    }

    /// <summary>The pseudonym by which all other records mean this person.</summary>
    public PersonId Id { get; }

    /// <summary>The name (姓名), 1 to 50 characters.</summary>
    public Sensitive<string> Name { get; }

    /// <summary>The citizen number (公民身份号码, GB 11643), or null where the service does not need it or there is none.</summary>
    public Sensitive<CitizenNumber>? CitizenNumber { get; }

    /// <summary>The day of birth (出生日期), or null; that of the citizen number where both are there.</summary>
    public Sensitive<DateOnly>? BornOn { get; }

    /// <summary>How to reach the person (联系方式), 1 to 50 characters, or null; the length is assumed.</summary>
    public Sensitive<string>? Phone { get; }

    /// <summary>The finest grid known for where the person lives.</summary>
    public GridCode Grid { get; }

    /// <summary>The dwelling in which the person lives, or null.</summary>
    public PlaceId? Home { get; }

    /// <summary>Makes a person.</summary>
    /// <param name="draft">The fields.</param>
    /// <returns>The person, or a refusal (<see cref="RefusalCodes.ElementInvalid"/>) with every fault at once and no value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="draft"/> is null.</exception>
    public static Outcome<Person> Create(PersonDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var basis = PersonRules.Basis;
        var faults = new FieldFaultList();
        faults.Id(nameof(Id), draft.Id);
        faults.Text(nameof(Name), draft.Name, PersonRules.MaxNameLength, required: true, basis);
        var number = faults.CitizenNumber(nameof(CitizenNumber), draft.CitizenNumber);
        if (draft.BornOn is { } born && number is not null && number.Reveal().RevealBirthDate() != born.Reveal())
        {
            faults.Add(nameof(BornOn), FieldFaultCodes.Contradiction, new("another date than the one in CitizenNumber", "与公民身份号码中的日期不同"),
                new("it is the day of birth in CitizenNumber", "与公民身份号码中的出生日期一致"), basis);
        }

        faults.Text(nameof(Phone), draft.Phone, PersonRules.MaxContactLength, required: false, basis);
        faults.Id(nameof(Grid), draft.Grid);
        faults.Id(nameof(Home), draft.Home);
        return faults.ToRefusal(new("person", "人员")) is { } no ? no : new Person(draft, number);
    }

    /// <summary>The fields as a draft, to change some and make it again. What is masked stays so; a citizen number has 18 characters.</summary>
    public PersonDraft ToDraft() => new()
    {
        Id = Id,
        Name = Name,
        CitizenNumber = CitizenNumber is { } number ? new(number.Reveal().Reveal()) : null,
        BornOn = BornOn,
        Phone = Phone,
        Grid = Grid,
        Home = Home,
    };
}
