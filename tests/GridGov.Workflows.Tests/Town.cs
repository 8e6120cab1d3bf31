using GridGov.Assignment;

namespace GridGov.Workflows.Tests;

/// <summary>One street with two grids, three workers and four classes of matter; it is Monday morning.</summary>
internal static class Town
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(8));
    public static readonly BodyId Center = new("grid-center");
    public static readonly WorkCalendar Calendar = WorkCalendar.Weekdays("08:00-12:00", "14:00-18:00").In("Asia/Shanghai");

    public static readonly Actor Clerk = new(new("clerk"), Center, Role.Acceptor);
    public static readonly Actor Dispatcher = new(new("dispatcher"), Center, Role.Dispatcher);
    public static readonly Actor Checker = new(new("checker"), Center, Role.Verifier);
    public static readonly Actor Citizen = new(new("citizen"), default, Role.Reporter);
    public static readonly Actor Boss = new(new("boss"), Center, Role.Supervisor);

    public static readonly CaseStandard Cover = Standard("cover", "patrol");
    public static readonly CaseStandard Tree = Standard("tree", "patrol") with { Weight = 2 };
    public static readonly CaseStandard Leak = Standard("leak", "patrol") with { Skills = ["gas"], Limit = TimeLimit.UrgentHours(4) };
    public static readonly CaseStandard Fine = Standard("fine", "fines");

    public static GridTree Grids { get; } = GridTree.Build(
    [
        new(new("s1"), null, "Street", GridLevel.Street),
        new(new("g11"), new GridCode("s1"), "Grid 11", GridLevel.Grid),
        new(new("g12"), new GridCode("s1"), "Grid 12", GridLevel.Grid),
    ]);

    public static GridGovOptions Options() => new()
    {
        Grids = Grids,
        Calendar = Calendar,
        Duties = DutyList.Freeze("town", 1, new("committee"), new("Regulation"), [Duty("patrol", DutyKind.Statutory), Duty("fines", DutyKind.Forbidden)]),
        Standards = CaseStandards.Freeze("town", 1, [Cover, Tree, Leak, Fine]),
        Workers = [Worker("w1", 2, "g11"), Worker("w2", 2, "g12"), Worker("w3", 2, "s1") with { Skills = ["gas"] }],
        Center = Center,
    };

    public static Worker Worker(string id, int capacity, params string[] covers) => new()
    {
        Id = new(id),
        Body = new($"team-{id}"),
        Covers = ValueList.From(covers.Select(c => new GridCode(c))),
        Capacity = capacity,
    };

    public static Report Report(string id, string grid = "g11", string kind = "cover", DateTimeOffset? at = null) =>
        new() { Id = new(id), At = at ?? Monday, Grid = new(grid), Class = new(kind), Channel = "hotline" };

    public static Actor Handler(string id) => new(new(id), new($"team-{id}"), Role.Handler);

    public static CaseCommand Do(string trigger, Actor by) => new(trigger, by) { Note = "photo 17", Facts = FactsOf(trigger) };

    /// <summary>What the way of the main road that is so called asks for.</summary>
    public static CaseFacts? FactsOf(string trigger) => trigger switch
    {
        EightStep.Triggers.Report => new() { Outcome = CaseOutcome.Solved },
        EightStep.Triggers.Evaluate => new() { Answer = Satisfaction.Satisfied },
        SideRoads.Triggers.Reopen => new() { Answer = Satisfaction.NotSatisfied },
        SideRoads.Triggers.Void => new() { Outcome = CaseOutcome.Voided },
        _ => null,
    };

    public static IEnumerable<string> Unmet(Refusal? refusal) => refusal?.Unmet.Select(u => u.Code) ?? [];

    private static CaseStandard Standard(string code, string duty) =>
        new() { Class = new(code), Name = new(code, code), Duty = new(duty), Limit = TimeLimit.WorkDays(2) };

    private static DutyItem Duty(string code, DutyKind kind) =>
        new() { Code = new(code), Name = new(code, code), Kind = kind, Basis = new("Regulation", "art. 24") };
}
