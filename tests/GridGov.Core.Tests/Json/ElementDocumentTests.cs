using System.Text;

namespace GridGov.Core.Tests;

public sealed class ElementDocumentTests
{
    private const string Secret = "秘密-secret";

    private static readonly Dictionary<string, Func<PersonalData, byte[]>> Documents = new(StringComparer.Ordinal)
    {
        ["person"] = p => GridGovJson.Write(Person, p),
        ["household"] = p => GridGovJson.Write(Household, p),
        ["care need"] = p => GridGovJson.Write(Need, p),
        ["place"] = p => GridGovJson.Write(Place, p),
        ["dispute"] = p => GridGovJson.Write(Dispute, p),
        ["links"] = p => GridGovJson.Write(Links, p),
        ["component"] = p => GridGovJson.Write(Component, p),
        ["organization"] = p => GridGovJson.Write(Organization, p),
        ["post"] = p => GridGovJson.Write(Post, p),
    };

    private static readonly Dictionary<string, Func<byte[], byte[]>> Again = new(StringComparer.Ordinal)
    {
        ["person"] = Rewrite<PersonDraft>,
        ["household"] = Rewrite<Household>,
        ["care need"] = Rewrite<CareNeed>,
        ["place"] = Rewrite<Place>,
        ["dispute"] = Rewrite<DisputeDraft>,
        ["links"] = Rewrite<ReportLinks>,
        ["component"] = Rewrite<ComponentDraft>,
        ["organization"] = Rewrite<Organization>,
        ["post"] = Rewrite<Post>,
    };

    public static TheoryData<string> Names { get; } = new(Documents.Keys.Order(StringComparer.Ordinal));

    private static PersonDraft Person => new()
    {
        Id = new("p-1"),
        Name = new($"{Secret} name"),
        CitizenNumber = new("11010519491231002X"),
        BornOn = new(new DateOnly(1949, 12, 31)),
        Phone = new($"{Secret} phone"),
        Grid = new("g-1"),
        Home = new("pl-1"),
    };

    private static Household Household => new()
    {
        Id = new("h-1"),
        Grid = new("g-1"),
        Head = new("p-1"),
        Members = [new(new("p-1"), new($"{Secret} relation"))],
        LivingAddress = new($"{Secret} address"),
        Registration = RegistrationMatch.Unknown,
    };

    private static CareNeed Need => new()
    {
        Person = new("p-1"),
        Kind = new(Enum.GetValues<CareKind>()[0]),
        Service = new(new DutyCode("visit")),
        EnteredBy = new("w-1"),
        EnteredOn = new(2026, 1, 1),
        Until = new(2026, 12, 31),
        Ground = Enum.GetValues<CareGround>()[0],
        Law = new(new LegalBasis($"{Secret} law", "art. 3")),
    };

    private static Place Place => new() { Id = new("pl-1"), Kind = PlaceKind.Dwelling, Grid = new("g-1"), HomeAddress = new($"{Secret} home"), IsRented = true };

    private static DisputeDraft Dispute => new()
    {
        Id = new("d-1"),
        Title = new($"{Secret} title"),
        OccurredOn = new(2026, 3, 1),
        Grid = new("g-1"),
        Scale = Enum.GetValues<DisputeScale>()[0],
        Kind = DisputeKind.Other,
        PeopleCount = 2,
        Parties = [new() { Name = new($"{Secret} party") }, new() { Organization = new("o-1") }],
        MediationBody = new("b-1"),
    };

    private static ReportLinks Links => new() { Report = new("R-1"), Components = [new("c-1"), new("c-2")], Location = new($"{Secret} place") };

    private static ComponentDraft Component => new()
    {
        Id = new("33019901002000001"),
        Name = "污水井盖",
        Competent = new("b-1", "市政局"),
        Grid = new("g-1"),
        State = "完好",
        InitialOn = new(2026, 1, 1),
    };

    private static Organization Organization => new()
    {
        Id = new("o-1"),
        Kind = Enum.GetValues<OrganizationKind>()[0],
        Name = "Property manager",
        LooksAfter = [new("pl-1")],
        ContactPhone = new($"{Secret} phone"),
    };

    private static Post Post => new()
    {
        Id = new("post-1"),
        Kind = Enum.GetValues<PostKind>()[0],
        Level = Enum.GetValues<ResponsibilityLevel>()[0],
        Grid = new("g-1"),
        Holder = new("w-1"),
        Body = new("b-1"),
        From = new(2026, 1, 1),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_written_with_everything_comes_back_with_everything(string name)
    {
        var written = Documents[name](PersonalData.Included);

        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(Again[name](written)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_personal_is_written_unless_it_is_asked_for(string name)
    {
        var masked = Encoding.UTF8.GetString(Documents[name](PersonalData.Masked));
        var included = Encoding.UTF8.GetString(Documents[name](PersonalData.Included));

        Assert.DoesNotContain("秘密", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("1949", masked, StringComparison.Ordinal);
        Assert.Equal(included.Contains("秘密", StringComparison.Ordinal), masked.Contains("***", StringComparison.Ordinal));
    }

    [Fact]
    public void A_masked_person_cannot_be_made_again()
    {
        var read = GridGovJson.Read<PersonDraft>(GridGovJson.Write(Person));

        Assert.Contains(GridGov.Person.Create(read).Refusal!.Fields, fault => fault.Field == nameof(GridGov.Person.Name));
        Assert.True(GridGov.Person.Create(GridGovJson.Read<PersonDraft>(GridGovJson.Write(Person, PersonalData.Included))).IsAccepted);
    }

    [Fact]
    public void Enumerations_are_names_and_a_number_or_an_unknown_name_is_refused()
    {
        var json = Encoding.UTF8.GetString(GridGovJson.Write(Place));
        Assert.Contains("\"kind\":\"dwelling\"", json, StringComparison.Ordinal);

        foreach (var wrong in (string[])["5", "\"5\"", "\"palace\"", "\"dwelling, site\"", "null"])
        {
            var fault = Assert.Throws<DocumentException>(() =>
                GridGovJson.Read<Place>(Encoding.UTF8.GetBytes(json.Replace("\"dwelling\"", wrong, StringComparison.Ordinal))));
            Assert.Equal("$.kind", fault.Path);
        }
    }

    private static byte[] Rewrite<T>(byte[] json)
        where T : class => GridGovJson.Write(GridGovJson.Read<T>(json), PersonalData.Included);
}
