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
        ["place"] = Rewrite<PlaceDraft>,
        ["dispute"] = Rewrite<DisputeDraft>,
        ["links"] = Rewrite<ReportLinks>,
        ["component"] = Rewrite<ComponentDraft>,
        ["organization"] = Rewrite<OrganizationDraft>,
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

    private static PlaceDraft Place => new() { Id = new("pl-1"), Kind = PlaceKind.Dwelling, Grid = new("g-1"), HomeAddress = new($"{Secret} home"), IsRented = true };

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

    private static ReportLinks Links => new() { Report = new("R-1"), Components = [ComponentCode.Parse("33019901002000001"), ComponentCode.Parse("3301990102000002")], Location = new($"{Secret} place") };

    private static ComponentDraft Component => new()
    {
        Id = "33019901002000001",
        Name = "污水井盖",
        Competent = new("b-1", "市政局"),
        Grid = new("g-1"),
        State = "完好",
        InitialOn = new(2026, 1, 1),
    };

    private static OrganizationDraft Organization => new()
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
                GridGovJson.Read<GridGov.Place>(Encoding.UTF8.GetBytes(json.Replace("\"dwelling\"", wrong, StringComparison.Ordinal))));
            Assert.Equal("$.kind", fault.Path);
        }
    }

    [Theory]
    [InlineData("11010519491231002X", "110105194912310021", "check character")]
    [InlineData("11010519491231002X", "11010519491331002X", "date")]
    [InlineData("11010519491231002X", "赵11010519491231002X", "cannot stand here")]
    public void A_bad_citizen_number_is_located_and_never_repeated(string good, string bad, string reason)
    {
        var person = Encoding.UTF8.GetString(GridGovJson.Write(Person with { Name = new("张三"), Phone = null }, PersonalData.Included));
        var dispute = Encoding.UTF8.GetString(GridGovJson.Write(Dispute with
        {
            SettleBy = new(2026, 7, 1),
            Parties = [Dispute.Parties[1], new() { Name = new("李四"), CitizenNumber = new(good) }],
        }, PersonalData.Included));
        Assert.Equal(CitizenNumber.Parse(good), GridGovJson.Read<GridGov.Person>(Encoding.UTF8.GetBytes(person)).CitizenNumber!.Reveal());
        Assert.Equal(CitizenNumber.Parse(good), GridGovJson.Read<GridGov.Dispute>(Encoding.UTF8.GetBytes(dispute)).Parties[1].CitizenNumber!.Reveal());

        var one = Assert.Throws<DocumentException>(() => GridGovJson.Read<GridGov.Person>(Encoding.UTF8.GetBytes(person.Replace(good, bad, StringComparison.Ordinal))));
        var two = Assert.Throws<DocumentException>(() => GridGovJson.ReadKept<GridGov.Dispute>(Encoding.UTF8.GetBytes(dispute.Replace(good, bad, StringComparison.Ordinal))));
        Assert.Equal(("Person", "$.citizen_number"), (one.DocumentType, one.Path));
        Assert.Equal(("Dispute", "$.parties[1].citizen_number"), (two.DocumentType, two.Path));
        foreach (var fault in (DocumentException[])[one, two])
        {
            Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(bad, fault.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("赵", fault.ToString(), StringComparison.Ordinal);
            Assert.Single(fault.Faults);
        }
    }

    [Fact]
    public void All_faults_of_an_element_are_told_at_once()
    {
        var fault = Assert.Throws<DocumentException>(() => GridGovJson.Read<GridGov.Component>(
            """{"format":1,"id":"3205080100100000","name":"井盖","competent":{"code":"9","name":"局"},"grid":"g","initial_on":"2026-01-01","street_code":"32"}"""u8));

        Assert.Equal("$.id", fault.Path);
        Assert.Equal(["Id", "Competent.Code", "State", "StreetCode"], fault.Faults.Select(f => f.Field));
        Assert.Contains("and 3 more", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_element_and_its_draft_are_the_same_document()
    {
        var person = GridGov.Person.Create(Person with { Name = new("张三") }).Value;

        Assert.Equal(GridGovJson.Write(person.ToDraft(), PersonalData.Included), GridGovJson.Write(person, PersonalData.Included));
        Assert.Equal(GridGovJson.Write(person.ToDraft()), GridGovJson.Write(person));
        Assert.DoesNotContain("110105", Encoding.UTF8.GetString(GridGovJson.Write(person)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_without_a_number_needs_none_in_the_document() =>
        Assert.Null(GridGovJson.Read<GridGov.Person>("""{"format":1,"id":"p","name":"张三","grid":"g"}"""u8).CitizenNumber);

    [Fact]
    public void Needs_are_read_with_a_household_and_written_as_documents_of_their_own()
    {
        var json = Encoding.UTF8.GetString(GridGovJson.Write(Household, PersonalData.Included));
        var need = Encoding.UTF8.GetString(GridGovJson.Write(Need, PersonalData.Included)).Replace("\"format\":1,", "", StringComparison.Ordinal);
        var kept = GridGovJson.ReadKept<Household>(Encoding.UTF8.GetBytes(json.Insert(json.Length - 1, $",\"care_needs\":[{need}],\"new\":1")));
        var again = Encoding.UTF8.GetString(GridGovJson.Write(kept, PersonalData.Included));

        Assert.Equal(need, Encoding.UTF8.GetString(GridGovJson.Write(Assert.Single(kept.Value.CareNeedsAt(new(2026, 6, 1))), PersonalData.Included)).Replace("\"format\":1,", "", StringComparison.Ordinal));
        Assert.DoesNotContain("care_needs", again, StringComparison.Ordinal);
        Assert.Contains("\"new\":1", again, StringComparison.Ordinal);
    }

    private static byte[] Rewrite<T>(byte[] json)
        where T : class => GridGovJson.Write(GridGovJson.Read<T>(json), PersonalData.Included);
}
