using System.Reflection;

namespace GridGov.Core.Tests;

/// <summary>People are modelled to be served, not sorted (law 10): what that means for names and types.</summary>
public class PeopleConventionTests
{
    // Parts of names that would mean a field on ethnicity, belief, politics, criminal record, illness or addiction.
    private static readonly string[] Forbidden =
    [
        "Ethnic", "Nationality", "Race", "Tribe", "Minority", "Relig", "Faith", "Belief", "Church", "Mosque", "Politic", "Party", "League",
        "Petition", "Dissent", "Crim", "Convict", "Prison", "Offen", "Arrest", "Police", "Parole", "Correction", "Medic", "Health", "Disease",
        "Illness", "Sick", "Hiv", "Aids", "Mental", "Psych", "Diagnos", "Drug", "Addict", "Blood", "Gene", "Sex", "Gender", "Orient", "Caste",
        "Risk", "Danger", "Attention", "KeyPerson", "Suspect", "Blacklist", "Score", "Credit",
    ];

    // A dispute's party is a party to a dispute.
    private static readonly string[] Allowed = ["Parties", "DisputeParty", "DisputePartyDraft"];

    // Dates of the record, and not of the person.
    private static readonly string[] OfTheRecord = ["EnteredOn", "Until", "ConsentedOn"];

    private static readonly Type[] AboutPeople =
    [
        typeof(Person), typeof(PersonDraft), typeof(Household), typeof(HouseholdMember), typeof(CareNeed), typeof(DisputeParty), typeof(DisputePartyDraft),
    ];

    private static readonly Type[] WithTheirEnums = [.. AboutPeople, typeof(CareKind), typeof(CareGround), typeof(RegistrationMatch), typeof(Dispute), typeof(DisputeDraft), typeof(DisputeKind)];

    [Fact]
    public void No_field_or_kind_sorts_people()
    {
        foreach (var type in WithTheirEnums)
            Assert.All(NamesOf(type), name => Assert.True(IsAllowed(name), $"{type.Name}.{name} is named like a field that design law 10 forbids."));
    }

    [Theory]
    [InlineData("EthnicGroup")]
    [InlineData("PoliticalStatus")]
    [InlineData("PartyMember")]
    [InlineData("CriminalRecord")]
    [InlineData("HealthState")]
    [InlineData("Religion")]
    public void The_check_would_find_one(string name) => Assert.False(IsAllowed(name));

    [Fact]
    public void What_is_said_of_a_person_is_sensitive_or_a_pseudonym()
    {
        foreach (var type in AboutPeople)
        {
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                Assert.True(
                    IsMasked(property.PropertyType) || OfTheRecord.Contains(property.Name),
                    $"{type.Name}.{property.Name} is a {property.PropertyType}; make it Sensitive or a typed id.");
            }
        }
    }

    [Fact]
    public void The_list_above_holds_every_record_of_the_folder()
    {
        // A record about people names a person; places and reports only point at one, and posts have staff numbers.
        var namesOne = typeof(Person).Assembly.GetExportedTypes()
            .Where(t => t.IsClass && t.GetProperties().Any(p => p.PropertyType == typeof(PersonId) || p.PropertyType == typeof(PersonId?)))
            .Except([typeof(Place), typeof(PlaceDraft)]);
        Assert.Equal(AboutPeople.Select(t => t.Name).Order(), namesOne.Select(t => t.Name).Order());
    }

    private static bool IsMasked(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
            return IsMasked(type.GetGenericArguments()[0]);
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Sensitive<>)
            || type.IsValueType && type.GetInterfaces().Any(i => i.Name == typeof(ITextId<>).Name)
            || type == typeof(CareGround) || type == typeof(RegistrationMatch)
            || AboutPeople.Contains(type);
    }

    private static bool IsAllowed(string name) =>
        Allowed.Contains(name) || !Forbidden.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> NamesOf(Type type) => type.IsEnum
        ? Enum.GetNames(type)
        : type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => p.Name);
}
