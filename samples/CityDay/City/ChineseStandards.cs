using GridGov;

namespace CityDay.City;

/// <summary>
/// How the sample's Chinese cities handle the 18 kinds of matter. Limits are assumed, within what published case
/// standards have (hours to 15 workdays); no standard was published for these 18 kinds.
/// </summary>
internal static class ChineseStandards
{
    private static readonly (string Kind, string Duty, TimeLimit Limit)[] Table =
    [
        ("市容环卫", "appearance", TimeLimit.WorkDays(2)),
        ("市政设施", "facilities", TimeLimit.WorkDays(3)),
        ("环保水务", "environment", TimeLimit.WorkDays(5)),
        ("交通运输", "transport", TimeLimit.WorkDays(5)),
        ("安全隐患", "safety", TimeLimit.UrgentHours(24)),
        ("教育卫生", "education-health", TimeLimit.WorkDays(5)),
        ("规土城建", "planning", TimeLimit.WorkDays(7)),
        ("社区管理", "community", TimeLimit.WorkDays(5)),
        ("文体旅游", "culture", TimeLimit.WorkDays(5)),
        ("劳动社保", "labour", TimeLimit.WorkDays(5)),
        ("食药市监", "market", TimeLimit.WorkDays(3)),
        ("民政服务", "civil", TimeLimit.WorkDays(5)),
        ("治安维稳", "order", TimeLimit.NaturalDays(1)),
        ("组织人事", "personnel", TimeLimit.WorkDays(10)),
        ("党纪政纪", "conduct", TimeLimit.WorkDays(10)),
        ("专业事件采集", "specialist", TimeLimit.WorkHours(16)),
        ("党建群团", "party", TimeLimit.WorkDays(10)),
        ("统一战线", "united-front", TimeLimit.WorkDays(10)),
    ];

    private static readonly Dictionary<string, EventType> Kinds = Proportions.EventTypes.ToDictionary(t => t.Name, StringComparer.Ordinal);

    /// <summary>Monday to Friday, 08:00 to 12:00 and 14:00 to 18:00, on Chinese time.</summary>
    public static WorkCalendar Calendar { get; } = WorkCalendar.Weekdays("08:00-12:00", "14:00-18:00").In("Asia/Shanghai");

    public static CaseStandards All { get; } = CaseStandards.Freeze("sample-18-kinds", 1, Table.Select(row => new CaseStandard
    {
        Class = new(row.Kind),
        Name = new(Kinds[row.Kind].EnglishName, row.Kind),
        Duty = new(row.Duty),
        Limit = row.Limit,
        Skills = [Skill(row.Kind)],
    }));

    public static bool TryKind(string name, out EventType kind) => Kinds.TryGetValue(name, out kind);

    /// <summary>The skill that a kind of matter needs: the sort of department that handles it.</summary>
    public static string Skill(string kind) => Kinds[kind].Handling switch
    {
        HandlingClass.PublicWorks => "works",
        HandlingClass.Inspection => "inspection",
        HandlingClass.Parks => "parks",
        HandlingClass.Transport => "transport",
        HandlingClass.Other => "office",
        var other => throw new InvalidOperationException($"No skill for {other}."),
    };
}
