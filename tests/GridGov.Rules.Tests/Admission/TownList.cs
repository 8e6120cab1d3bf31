namespace GridGov.Rules.Tests;

/// <summary>A small duty list with an item for every answer.</summary>
internal static class TownList
{
    public static readonly BodyId Committee = new("town-list-committee");
    public static readonly BodyId Bureau = new("urban-management-bureau");
    public static readonly LegalBasis ListBasis = new("Regulation on grid services", "art. 23");
    public static readonly LegalBasis ItemBasis = new("Regulation on grid services", "art. 24");
    public static readonly DateOnly FirstDay = new(2026, 3, 1);
    public static readonly DateOnly LastDay = new(2026, 6, 30);

    public static readonly DutyCode Patrol = new("patrol");
    public static readonly DutyCode Census = new("census");
    public static readonly DutyCode Survey = new("survey");
    public static readonly DutyCode Fines = new("fines");
    public static readonly DutyCode Parking = new("parking");

    public static DutyList List { get; } = DutyList.Freeze("town", 3, Committee, ListBasis,
    [
        Item(Patrol, "Safety patrol", "安全巡查", DutyKind.Statutory),
        Item(Census, "Census help", "人口普查协助", DutyKind.Temporary) with { From = FirstDay, Until = LastDay },
        Item(Survey, "Household survey", "入户调查", DutyKind.Assisted) with
        {
            AssignableBy = [GridLevel.District, GridLevel.Street],
            NeedsFunding = true,
            Cap = new(2, DutyPeriod.Year),
        },
        Item(Fines, "Collecting fines", "收缴罚款", DutyKind.Forbidden),
        Item(Parking, "Parking permits", "停车许可", DutyKind.Reclaimed) with { TakenOverBy = Bureau },
    ]);

    public static DutyAdmission Gate { get; } = new(List);

    public static TaskRequest Task(DutyCode duty, GridLevel from = GridLevel.Street, DateOnly? on = null) =>
        new() { Duty = duty, From = from, On = on ?? new(2026, 4, 15) };

    private static DutyItem Item(DutyCode code, string en, string zh, DutyKind kind) =>
        new() { Code = code, Name = new(en, zh), Kind = kind, Basis = ItemBasis };
}
