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
    private Component(ComponentDraft draft, Codes codes)
    {
        Id = codes.Id!.Value;
        Name = draft.Name!;
        Competent = codes.Competent!;
        Owner = codes.Owner;
        Maintainer = codes.Maintainer;
        Grid = draft.Grid;
        State = draft.State!;
        InitialOn = draft.InitialOn!.Value;
        ChangedOn = draft.ChangedOn;
        DataSource = draft.DataSource;
        Note = draft.Note;
        StreetCode = codes.Street;
        StreetName = draft.StreetName;
        CommunityCode = codes.Community;
        CommunityName = draft.CommunityName;
    }

    /// <summary>
    /// The component's code (管理部件标识码), by which other records mean it: GLBJBSM, C17, M; sixteen digits in the line of
    /// 2013.
    /// </summary>
    public ComponentCode Id { get; }

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

    /// <summary>The street's division code, or null: SZJDDM, C9, O.</summary>
    public DivisionCode? StreetCode { get; }

    /// <summary>The street's name, or null: SZJDMC, C50, O.</summary>
    public string? StreetName { get; }

    /// <summary>The community's division code, or null: SZSQDM, C12, O.</summary>
    public DivisionCode? CommunityCode { get; }

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
        var id = Fitting(faults, table, "Id", faults.Code<ComponentCode>(
            "Id", draft.Id, IsMandatory(table, "Id"), new("a component code of 17 digits, or 16 in the line of 2013", "17 位部件标识码，2013 年版为 16 位"), BasisOf(table, "Id")));
        Text(faults, table, "Name", draft.Name);
        var competent = Unit(faults, table, "Competent", draft.Competent);
        var owner = Unit(faults, table, "Owner", draft.Owner);
        var maintainer = Unit(faults, table, "Maintainer", draft.Maintainer);
        Text(faults, table, "Grid", Given(draft.Grid.Value));
        Text(faults, table, "State", draft.State);
        Date(faults, table, "InitialOn", draft.InitialOn);
        Date(faults, table, "ChangedOn", draft.ChangedOn);
        faults.Order("InitialOn", draft.InitialOn, "ChangedOn", draft.ChangedOn, BasisOf(table, "ChangedOn"));
        Text(faults, table, "DataSource", draft.DataSource);
        Text(faults, table, "Note", draft.Note, lines: true);
        var street = Division(faults, table, "StreetCode", draft.StreetCode, GridLevel.Street);
        Text(faults, table, "StreetName", draft.StreetName);
        var community = Division(faults, table, "CommunityCode", draft.CommunityCode, GridLevel.Community);
        Text(faults, table, "CommunityName", draft.CommunityName);
        return faults.ToRefusal(new("component", "部件")) is { } no
            ? no
            : new Component(draft, new(id, competent, owner, maintainer, street, community));
    }

    /// <summary>The attributes as a draft, to change some and make it again.</summary>
    public ComponentDraft ToDraft() => new()
    {
        Id = Id.ToString(),
        Name = Name,
        Competent = Competent.ToDraft(),
        Owner = Owner?.ToDraft(),
        Maintainer = Maintainer?.ToDraft(),
        Grid = Grid,
        State = State,
        InitialOn = InitialOn,
        ChangedOn = ChangedOn,
        DataSource = DataSource,
        Note = Note,
        StreetCode = StreetCode?.ToString(),
        StreetName = StreetName,
        CommunityCode = CommunityCode?.ToString(),
        CommunityName = CommunityName,
    };

    private static string? Given(string id) => id.Length == 0 ? null : id;

    private static bool IsMandatory(ElementFieldTable table, string property) => table[property].Requirement == FieldRequirement.Mandatory;

    private static LegalBasis BasisOf(ElementFieldTable table, string property) => table.Basis with
    {
        Article = table.Basis.Article is null ? table[property].StandardName : $"{table.Basis.Article} {table[property].StandardName}",
    };

    private static void Text(FieldFaultList faults, ElementFieldTable table, string property, string? value, bool lines = false) =>
        faults.Text(property, value, table[property].Length, IsMandatory(table, property), BasisOf(table, property), lines);

    // A city's own table may be narrower than what the identifier's type reads.
    private static T? Fitting<T>(FieldFaultList faults, ElementFieldTable table, string property, T? code)
        where T : struct, IIdentifier<T>
    {
        if (code?.ToString() is { } text && text.Length > table[property].Length)
            faults.TooLong(property, text.Length, table[property].Length, BasisOf(table, property));
        return code;
    }

    private static ResponsibleUnit? Unit(FieldFaultList faults, ElementFieldTable table, string property, ResponsibleUnitDraft? unit)
    {
        var (code, name) = ($"{property}.Code", $"{property}.Name");
        var credit = Fitting(faults, table, code, faults.CreditCode(code, unit?.Code, IsMandatory(table, code), BasisOf(table, code)));
        Text(faults, table, name, unit?.Name);
        if (unit is { Code: null, Name: null } && !IsMandatory(table, code) && !IsMandatory(table, name))
            faults.Missing(property, table.Basis);
        return unit is null ? null : new(credit, unit.Name);
    }

    private static void Date(FieldFaultList faults, ElementFieldTable table, string property, DateOnly? value)
    {
        if (value is null && IsMandatory(table, property))
            faults.Missing(property, BasisOf(table, property));
    }

    private static DivisionCode? Division(FieldFaultList faults, ElementFieldTable table, string property, string? value, GridLevel level) =>
        Fitting(faults, table, property, faults.Division(property, value, IsMandatory(table, property), level, BasisOf(table, property)));

    // What was read of the coded fields; whole where there was no fault.
    private readonly record struct Codes(
        ComponentCode? Id, ResponsibleUnit? Competent, ResponsibleUnit? Owner, ResponsibleUnit? Maintainer, DivisionCode? Street, DivisionCode? Community);
}
