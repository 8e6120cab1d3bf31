using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GridGov.Core.Tests;

/// <summary>
/// Every public type of the library that can hold a personal value is made with planted ones in every place; none may
/// show in its text, in a list's, in an outcome's, or in its JSON.
/// </summary>
public class PlantedValuesTests
{
    private const string Planted = "PLANTED";
    private static readonly DateOnly PlantedDate = new(1949, 12, 31);
    private static readonly string[] Traces = [Planted, "1949", "11010519491231002X", nameof(CareKind.LostOnlyChild), $": {(int)CareKind.LostOnlyChild}"];

    private static readonly Type[] Holders =
    [
        .. typeof(Sensitive<>).Assembly.GetExportedTypes()
            .Where(t => !t.IsGenericTypeDefinition && !t.IsInterface && !t.IsEnum && !(t.IsAbstract && t.IsSealed))
            .Where(t => Reaches(t, [])),
    ];

    [Fact]
    public void The_types_that_hold_personal_values_are_found() => Assert.Superset(
        new HashSet<Type>
        {
            typeof(Report), typeof(CaseEntry), typeof(Case), typeof(Person), typeof(PersonDraft), typeof(Household), typeof(HouseholdMember), typeof(CareNeed),
            typeof(Place), typeof(PlaceDraft), typeof(Organization), typeof(OrganizationDraft), typeof(ReportLinks), typeof(Dispute), typeof(DisputeDraft),
            typeof(DisputeParty), typeof(DisputePartyDraft),
        },
        Holders.ToHashSet());

    [Fact]
    public void A_planted_value_is_there_to_be_found()
    {
        Assert.Equal(Planted, ((Report)Make(typeof(Report))!).Contact!.Reveal());
        Assert.Equal(CareKind.LostOnlyChild, ((Household)Make(typeof(Household))!).CareNeedsAt(new(2026, 1, 1))[0].Kind.Reveal());
        Assert.Equal(Planted, ((Dispute)Make(typeof(Dispute))!).Parties[0].Name!.Reveal());
        Assert.Equal(PlantedDate, ((Person)Make(typeof(Person))!).BornOn!.Reveal());
    }

    [Fact]
    public void None_shows_in_the_text_of_any_type() => Cultures.InEach(_ =>
    {
        foreach (var type in Holders)
        {
            var value = Make(type)!;
            IsClean(type, value.ToString());
            IsClean(type, ListOf(value).ToString());
            IsClean(type, $"{value} {ValueList.From([value])}");
        }
    });

    [Fact]
    public void None_shows_in_the_JSON_of_any_type()
    {
        var options = new JsonSerializerOptions { IncludeFields = true, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        foreach (var type in Holders)
        {
            var value = Make(type)!;
            IsClean(type, JsonSerializer.Serialize(value, type, options));
            IsClean(type, JsonSerializer.Serialize(ListOf(value), options));
        }
    }

    [Fact]
    public void An_outcome_shows_no_more_than_its_value()
    {
        IsClean(typeof(Outcome<Person>), ((Outcome<Person>)(Person)Make(typeof(Person))!).ToString());
        IsClean(typeof(Outcome<Dispute>), ((Outcome<Dispute>)(Dispute)Make(typeof(Dispute))!).ToString());
    }

    private static void IsClean(Type type, string? text) =>
        Assert.All(Traces, trace => Assert.False(text!.Contains(trace, StringComparison.Ordinal), $"{type.Name} shows a personal value: {text}"));

    private static object ListOf(object value) =>
        typeof(ValueList).GetMethod(nameof(ValueList.From))!.MakeGenericMethod(value.GetType()).Invoke(null, [ArrayOf(value.GetType(), value, value)])!;

    private static Array ArrayOf(Type type, params object[] items)
    {
        var array = Array.CreateInstance(type, items.Length);
        items.CopyTo(array, 0);
        return array;
    }

    private static bool Reaches(Type type, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Sensitive<>))
            return true;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
            return Reaches(type.GetGenericArguments()[0], seen);
        return type.Assembly == typeof(Sensitive<>).Assembly && seen.Add(type)
            && type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Any(p => Reaches(p.PropertyType, seen));
    }

    private static object? Make(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(Case))
            return Case.From([ChainSamples.Opened with { Report = (Report)Make(typeof(Report))! }]);
        if (type == typeof(CaseEntry))
            return ChainSamples.Opened with { Report = (Report)Make(typeof(Report))! };
        if (type == typeof(Person))
            return Person.Create((PersonDraft)Make(typeof(PersonDraft))!).Value;
        if (type == typeof(Place))
            return Place.Create((PlaceDraft)Make(typeof(PlaceDraft))! with { Kind = PlaceKind.Dwelling, Name = null, PublicAddress = null, DivisionCode = null, Within = null }).Value;
        if (type == typeof(Organization))
            return Organization.Create((OrganizationDraft)Make(typeof(OrganizationDraft))! with { CreditCode = null, LooksAfter = [] }).Value;
        if (type == typeof(Dispute))
            return Dispute.Create(SoundDispute((DisputeDraft)Make(typeof(DisputeDraft))!)).Value;
        if (type == typeof(GeoPoint))
            return GeoPoint.Wgs84(113.9, 22.5);
        if (type == typeof(ComponentCode))
            return ComponentCode.Parse("32050801001000001");
        if (type == typeof(string))
            return "text";
        if (type == typeof(bool))
            return true;
        if (type == typeof(int))
            return 2;
        if (type == typeof(long))
            return 2L;
        if (type == typeof(DateOnly))
            return new DateOnly(2026, 1, 1);
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(1);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Sensitive<>))
            return Activator.CreateInstance(type, Plant(type.GetGenericArguments()[0]));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
            return ListOf(Make(type.GetGenericArguments()[0])!);
        if (type.GetInterfaces().Any(i => i.Name == typeof(ITextId<>).Name))
            return Activator.CreateInstance(type, "id");
        return Fill(type);
    }

    private static object Plant(Type type)
    {
        if (type == typeof(string))
            return Planted;
        if (type == typeof(DateOnly))
            return PlantedDate;
        if (type == typeof(CareKind))
            return CareKind.LostOnlyChild;
        if (type == typeof(DutyCode))
            return new DutyCode(Planted);
        if (type == typeof(CitizenNumber))
            return CitizenNumber.Parse("11010519491231002X");
        return type == typeof(LegalBasis) ? new LegalBasis(Planted, Planted) : throw new NotSupportedException($"Say how to plant a {type.Name}.");
    }

    private static object Fill(Type type)
    {
        var constructor = type.GetConstructors().MinBy(c => c.GetParameters().Length)!;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Make(p.ParameterType))]);
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true }))
        {
            // The one personal text whose form is looked at.
            var value = property is { Name: nameof(Person.CitizenNumber) } && property.PropertyType == typeof(Sensitive<string>) ? new Sensitive<string>("11010519491231002X") : Make(property.PropertyType);
            property.SetValue(made, value);
        }

        return made;
    }

    private static DisputeDraft SoundDispute(DisputeDraft draft) => draft with
    {
        Parties = ValueList.From(draft.Parties.Select(p => p with { Person = null, Organization = null })),
    };
}
