using CsCheck;

namespace GridGov.Core.Tests;

/// <summary>A sound document of every kind, with something in every array, and how it is read and written.</summary>
internal sealed record DocumentKind(string Name, byte[] Sample, Func<byte[], Kept> Keep, Func<byte[], byte[]> Strict)
{
    public override string ToString() => Name;
}

/// <summary>What was kept of a document, whatever its type.</summary>
internal sealed record Kept(bool HasUnknownFields, Func<byte[]> Write);

internal static class DocumentKinds
{
    private static readonly CodeSystem Old = CodeSamples.Freeze(CodeSamples.Part("01"), CodeSamples.Part("01001", "01", "污水井盖"));

    private static readonly CodeSystem New = CodeSystem.Freeze(Old.Info with { Version = Old.Info.Version + 1 }, Old.Classes);

    private static readonly NamedDefinitions Named = new() { CodeSystems = [Old, New], HolidayTables = [Holidays] };

    private static readonly GridTree Tree = GridTree.Build(
    [
        new(new("C"), null, "Community", GridLevel.Community),
        new(new("G2"), new("C"), "Grid 2", GridLevel.Grid, 300) { Area = AreaType.Urban, From = new(2026, 1, 1) },
        new(new("G1"), new("C"), "Grid 1", GridLevel.Grid, 400),
        new(new("M1"), new("G1"), "微网格", GridLevel.MicroGrid, 40),
        new(new("M2"), new("G1"), "微网格", GridLevel.MicroGrid, 60),
    ]);

    public static HolidayTable Holidays => HolidayTable.Freeze("own", 4, [2026],
    [
        new() { Name = new("Second", "二"), From = new(2026, 5, 1), Until = new(2026, 5, 3), MakeUpDays = [new(2026, 5, 9)], Source = new("notice") },
        new() { Name = new("First", "一"), From = new(2026, 1, 1), Until = new(2026, 1, 1), Source = new("notice", "1") },
    ]);

    public static WorkCalendar Calendar => WorkCalendar.Weekdays("08:00-12:00", "14:00-18:00").In("Asia/Shanghai").With(Holidays)
        .WithShiftsOn(DayOfWeek.Saturday, "09:00-12:00").WithShiftsOn(new DateOnly(2026, 2, 16), "08:00-12:00")
        .WithSeason("06-01", "09-30", "08:00-12:00", "15:00-24:00").Counting(WorkdayCounting.ByDate);

    public static GridHistory History
    {
        get
        {
            var split = Tree.Split(new("G1"), [new(new("G3"), "Grid 3", 100) { Children = [new("M1")] }, new(new("G4"), "Grid 4", 300) { Children = [new("M2")] }], new(new(2026, 7, 1), "too large", new("decision", "7")));
            var merge = split.Tree.Merge([new("G3"), new("G2")], new(new("G5"), "Grid 5") { Area = AreaType.Urban }, new(new(2026, 8, 1), "too small"));
            return GridHistory.Freeze([split.Change, merge.Change, merge.Tree.Rename(new("G5"), "五", new(new(2026, 8, 1), "name")).Change]);
        }
    }

    public static IReadOnlyList<DocumentKind> All { get; } =
    [
        Of(new DutyItem { Code = new("D-7"), Name = new("Street lamps", "路灯"), Kind = DutyKind.Statutory, Basis = new("Regulation"), AssignableBy = [GridLevel.Street] }),
        Of(Standard),
        Of(new LegalBasis("Regulation", "3")),
        Of(new Report { Id = new("R-1"), At = new(2026, 3, 2, 8, 15, 0, TimeSpan.FromHours(8)), Grid = new("G"), Class = new("01037"), Channel = "12345", Contact = new("138") }),
        Of(new CareNeed { Kind = new(CareKind.LivesAlone), Service = new(new DutyCode("visit")), EnteredBy = new("W1"), EnteredOn = new(2026, 1, 1), Until = new(2026, 12, 31), Ground = CareGround.Consent }),
        Of(new Household { Id = new("h-1"), Grid = new("G"), Members = [new(new("p-1"), new("02")), new(new("p-2"))], LivingAddress = new("1-2-302") }),
        Of(new ReportLinks { Report = new("R-1"), Components = [ComponentCode.Parse("33019901002000001")], People = [new("P1")], Location = new("1-2-302") }),
        Of(new Post { Id = new("post-1"), Kind = PostKind.Head, Level = ResponsibilityLevel.Grid, Grid = new("G"), Holder = new("w-1"), Body = new("b-1"), From = new(2026, 1, 1) }),
        Of(Draft), Of(Person.Create(Draft).Value),
        Of(PlaceDraft), Of(Place.Create(PlaceDraft).Value),
        Of(DisputeDraft), Of(Dispute.Create(DisputeDraft).Value),
        Of(ComponentSamples.Draft), Of(Component.Create(ComponentSamples.Draft).Value),
        Of(OrganizationDraft), Of(Organization.Create(OrganizationDraft).Value),
        Of(DutySamples.Freeze(DutySamples.Item("b"), DutySamples.Item("a") with { AssignableBy = [GridLevel.City, GridLevel.Street] }), utf8 => DutyList.FromJson(utf8), l => l.ToJson()),
        Of(FormSamples.Catalog, utf8 => FormCatalog.FromJson(utf8), c => c.ToJson()),
        Of(Old, utf8 => CodeSystem.FromJson(utf8), s => s.ToJson()),
        Of(Old.Extend("city", 1, new("city"), "own", [CodeSamples.Part("01901", "01", "其他")]), utf8 => CodeSystem.FromJson(utf8, Old), s => s.ToJson(), "extension of a code system"),
        Of(Crosswalk.Freeze("w", 1, Old, New, [.. Old.Classes.Reverse().Select(c => new CrosswalkEntry { Kind = c.Kind, Source = c.Code, Targets = [c.Code], Relation = CodeRelation.Exact, Basis = "same" })]), utf8 => Crosswalk.FromJson(utf8, Old, New), w => w.ToJson()),
        Of(new GridSystem("administrative", 3, Tree), utf8 => GridSystem.FromJson(utf8), s => s.ToJson()),
        Of(History.Changes[0], utf8 => GridChange.FromJson(utf8), c => c.ToJson()),
        Of(History, utf8 => GridHistory.FromJson(utf8), h => h.ToJson()),
        Of(GridSizeRules.YanchiRural, utf8 => GridSizeRule.FromJson(utf8), r => r.ToJson()),
        Of(ResponsibilityScheme.FiveLevels, utf8 => ResponsibilityScheme.FromJson(utf8), s => s.ToJson()),
        Of(CaseStandards.Freeze("town", 2, [Standard with { Class = new("2") }, Standard]), utf8 => CaseStandards.FromJson(utf8), s => s.ToJson()),
        Of(Holidays, utf8 => HolidayTable.FromJson(utf8), t => t.ToJson()),
        Of(Calendar, utf8 => WorkCalendar.FromJson(utf8, Holidays), c => c.ToJson()),
        Of(Calendar.WithHolidays(new DateOnly(2026, 1, 1)).WithMakeUpDays(new DateOnly(2026, 1, 4)), utf8 => WorkCalendar.FromJson(utf8), c => c.ToJson(), "calendar with its own holidays"),
    ];

    public static Gen<DocumentKind> Any { get; } = Gen.Int[0, All.Count - 1].Select(i => All[i]);

    private static CaseStandard Standard => new() { Class = new("01037"), Name = new("Lamp out", "路灯不亮"), Duty = new("D-7"), Limit = TimeLimit.WorkDays(2), Skills = ["works"], Weight = 4 };

    private static PersonDraft Draft => new() { Id = new("P1"), Name = new("张三"), CitizenNumber = new("11010519491231002X"), Grid = new("G1") };

    private static PlaceDraft PlaceDraft => new() { Id = new("pl-1"), Kind = PlaceKind.Division, Grid = new("g-1"), Name = "养育巷社区", DivisionCode = "320508019044" };

    private static OrganizationDraft OrganizationDraft => new() { Id = new("o-1"), Kind = OrganizationKind.PropertyManager, Name = "物业", CreditCode = "9144030071526726XG", LooksAfter = [new("pl-1")] };

    private static DisputeDraft DisputeDraft => new()
    {
        Id = new("D1"),
        Title = new("漏水"),
        OccurredOn = new(2026, 7, 1),
        Grid = new("G1"),
        Scale = DisputeScale.Group,
        Kind = DisputeKind.Neighbours,
        PeopleCount = 2,
        Parties = [new() { Person = new("P1") }, new() { Name = new("李四"), CitizenNumber = new("11010519491231002X") }],
        MediationBody = new("community-1"),
        SettleBy = new(2026, 7, 31),
    };

    private static DocumentKind Of<T>(T value)
        where T : class => Of(value, utf8 => GridGovJson.Read<T>(utf8), v => GridGovJson.Write(v, PersonalData.Included));

    private static DocumentKind Of<T>(T value, Func<byte[], T> read, Func<T, byte[]> write, string? name = null)
        where T : class => new(
            name ?? typeof(T).Name,
            write(value),
            utf8 =>
            {
                var kept = GridGovJson.ReadKept<T>(utf8, Named);
                return new(kept.HasUnknownFields, () => GridGovJson.Write(kept, PersonalData.Included));
            },
            utf8 => write(read(utf8)));
}
