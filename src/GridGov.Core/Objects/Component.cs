using System.Buffers;

namespace GridGov;

/// <summary>
/// A managed component (管理部件): a manhole cover, a lamp, a tree. It is sound by construction: the only way to one is
/// <see cref="Create(ComponentDraft)"/>. Immutable and thread-safe. Holds no personal value.
/// </summary>
/// <remarks>
/// The attributes are those of GB/T 47678.5-2026 table 2, known from a secondary source; each names its field, type,
/// length and requirement there (M mandatory, O optional, C conditional). <see cref="ComponentFields.Gbt47678"/> has the
/// table as data. Lengths count Unicode characters, which is assumed.
/// </remarks>
public sealed record Component
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");


    private Component(ComponentDraft draft)
    {
        Id = draft.Id;
        Name = draft.Name!;
        Competent = draft.Competent!;
        Owner = draft.Owner;
        Maintainer = draft.Maintainer;
        Grid = draft.Grid;
        State = draft.State!;
        InitialOn = draft.InitialOn!.Value;
        ChangedOn = draft.ChangedOn;
        DataSource = draft.DataSource;
        Note = draft.Note;
        StreetCode = draft.StreetCode;
        StreetName = draft.StreetName;
        CommunityCode = draft.CommunityCode;
        CommunityName = draft.CommunityName;
    }

    /// <summary>
    /// The component's number: GLBJBSM, C17, M. Seventeen digits (division 6, major 2, minor 3, sequence 6), or sixteen
    /// in the line of 2013 (minor 2); both layouts are known from secondary sources.
    /// </summary>
    public ComponentId Id { get; }

    /// <summary>The name: GLBJMC, C30, M.</summary>
    public string Name { get; }

    /// <summary>The department in charge (主管部门): ZGBMDM, C18, M and ZGBMMC, C100, M; both are there.</summary>
    public ResponsibleUnit Competent { get; }

    /// <summary>The owner (权属单位), or null: QSDWDM, C18, O and QSDWMC, C100, O.</summary>
    public ResponsibleUnit? Owner { get; }

    /// <summary>The maintainer (养护单位), or null: YHDWDM, C18, O and YHDWMC, C100, O.</summary>
    public ResponsibleUnit? Maintainer { get; }

    /// <summary>The unit grid in which it stands: SZDYWGBSM, C15, M.</summary>
    public GridCode Grid { get; }

    /// <summary>The state in the registry's words: GLBJZT, C10, M.</summary>
    public string State { get; }

    /// <summary>The state as one of the standard's five, or <see cref="ComponentCondition.Other"/>.</summary>
    public ComponentCondition Condition => ComponentConditions.Parse(State);

    /// <summary>When it was first recorded: CSRQ, D8, M.</summary>
    public DateOnly InitialOn { get; }

    /// <summary>
    /// When the record last changed, not before <see cref="InitialOn"/>: BGRQ, D8, C. Null at the first census, when
    /// nothing has changed yet.
    /// </summary>
    public DateOnly? ChangedOn { get; }

    /// <summary>How it was recorded (实测、地形图、基础地理数据、其他), or null: SJLY, C30, O.</summary>
    public string? DataSource { get; }

    /// <summary>A remark, may have several lines, or null: BZ, C1000, O. It is no place for personal data.</summary>
    public string? Note { get; }

    /// <summary>The street's division code, 9 digits, or null: SZJDDM, C9, O.</summary>
    public string? StreetCode { get; }

    /// <summary>The street's name, or null: SZJDMC, C50, O.</summary>
    public string? StreetName { get; }

    /// <summary>The community's division code, 12 digits, or null: SZSQDM, C12, O.</summary>
    public string? CommunityCode { get; }

    /// <summary>The community's name, or null: SZSQMC, C50, O.</summary>
    public string? CommunityName { get; }

    /// <summary>Makes a component by the standard's table.</summary>
    /// <param name="draft">The attributes.</param>
    /// <returns>The component, or a refusal (<see cref="RefusalCodes.ElementInvalid"/>) with every fault at once.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="draft"/> is null.</exception>
    public static Outcome<Component> Create(ComponentDraft draft) => Create(draft, ComponentFields.Gbt47678);

    /// <summary>Makes a component by a city's own table of the same attributes.</summary>
    /// <param name="draft">The attributes.</param>
    /// <param name="table">The table, made of <see cref="ComponentFields.Gbt47678"/>.</param>
    /// <returns>The component, or a refusal (<see cref="RefusalCodes.ElementInvalid"/>) with every fault at once.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="KeyNotFoundException">The table is not one of components.</exception>
    public static Outcome<Component> Create(ComponentDraft draft, ElementFieldTable table)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(table);
        var faults = new FieldFaultList();
        if (Text(faults, table, "Id", Given(draft.Id.Value)))
        {
            faults.Form("Id", draft.Id.Value, Digits, [16, 17],
                new("it has 17 digits, or 16 in the line of 2013", "为 17 位数字，2013 年版为 16 位"), BasisOf(table, table["Id"]));
        }

        Text(faults, table, "Name", draft.Name);
        Unit(faults, table, "Competent", draft.Competent);
        Unit(faults, table, "Owner", draft.Owner);
        Unit(faults, table, "Maintainer", draft.Maintainer);
        Text(faults, table, "Grid", Given(draft.Grid.Value));
        Text(faults, table, "State", draft.State);
        Date(faults, table, "InitialOn", draft.InitialOn);
        Date(faults, table, "ChangedOn", draft.ChangedOn);
        faults.Order("InitialOn", draft.InitialOn, "ChangedOn", draft.ChangedOn, BasisOf(table, table["ChangedOn"]));
        Text(faults, table, "DataSource", draft.DataSource);
        Text(faults, table, "Note", draft.Note, lines: true);
        Division(faults, table, "StreetCode", draft.StreetCode, 9);
        Text(faults, table, "StreetName", draft.StreetName);
        Division(faults, table, "CommunityCode", draft.CommunityCode, 12);
        Text(faults, table, "CommunityName", draft.CommunityName);
        return faults.ToRefusal(new("component", "部件")) is { } no ? no : new Component(draft);
    }

    /// <summary>The attributes as a draft, to change some and make it again.</summary>
    public ComponentDraft ToDraft() => new()
    {
        Id = Id,
        Name = Name,
        Competent = Competent,
        Owner = Owner,
        Maintainer = Maintainer,
        Grid = Grid,
        State = State,
        InitialOn = InitialOn,
        ChangedOn = ChangedOn,
        DataSource = DataSource,
        Note = Note,
        StreetCode = StreetCode,
        StreetName = StreetName,
        CommunityCode = CommunityCode,
        CommunityName = CommunityName,
    };

    private static string? Given(string id) => id.Length == 0 ? null : id;

    private static LegalBasis BasisOf(ElementFieldTable table, ElementField field) =>
        table.Basis with { Article = table.Basis.Article is null ? field.StandardName : $"{table.Basis.Article} {field.StandardName}" };

    // A code too long for its field has that fault alone; its form is looked at only when its length fits.
    private static bool Text(FieldFaultList faults, ElementFieldTable table, string property, string? value, bool lines = false)
    {
        var field = table[property];
        return faults.Text(property, value, field.Length, field.Requirement == FieldRequirement.Mandatory, BasisOf(table, field), lines);
    }

    private static void Unit(FieldFaultList faults, ElementFieldTable table, string property, ResponsibleUnit? unit)
    {
        var (code, name) = ($"{property}.Code", $"{property}.Name");
        if (Text(faults, table, code, unit?.Code))
            faults.CreditCode(code, unit!.Code!, BasisOf(table, table[code]));

        Text(faults, table, name, unit?.Name);
        if (unit is { Code: null, Name: null } && table[code].Requirement != FieldRequirement.Mandatory && table[name].Requirement != FieldRequirement.Mandatory)
            faults.Missing(property, table.Basis);
    }

    private static void Date(FieldFaultList faults, ElementFieldTable table, string property, DateOnly? value)
    {
        if (value is null && table[property].Requirement == FieldRequirement.Mandatory)
            faults.Missing(property, BasisOf(table, table[property]));
    }

    private static void Division(FieldFaultList faults, ElementFieldTable table, string property, string? value, int length)
    {
        if (Text(faults, table, property, value))
        {
            faults.Form(property, value, Digits, [length],
                new($"it is a division code of {length} digits", $"为 {length} 位区划代码"), BasisOf(table, table[property]));
        }
    }
}
