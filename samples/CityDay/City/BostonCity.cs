using CityDay.Input;
using GridGov;
using GridGov.Workflows;

namespace CityDay.City;

/// <summary>Boston in the third quarter of 2011: real closing times, limits derived from the city's own targets.</summary>
internal static class BostonCity
{
    private static readonly GridCode Root = new("BOS");

    // Stands in where the city sets no target, so that the case has a clock; never compared with anything.
    private static readonly TimeLimit NoTarget = TimeLimit.NaturalDays(365);

    private static readonly WorkCalendar Calendar =
        WorkCalendar.Weekdays("08:30-17:00").In("America/New_York").Counting(WorkdayCounting.ByDate);

    public static CityScript Script(CityScriptHead head, IReadOnlyList<InputRow> rows)
    {
        var limits = Resources.BostonLimits();
        var tree = PlaceTree.Of(new(Root, null, "Boston", GridLevel.City), rows, GridLevel.District, GridLevel.Grid);
        var skills = rows.GroupBy(r => r.Category, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => g.GroupBy(r => r.Unit ?? "none", StringComparer.Ordinal).OrderByDescending(u => u.Count()).ThenBy(u => u.Key, StringComparer.Ordinal).First().Key,
            StringComparer.Ordinal);
        var standards = CaseStandards.Freeze("boston-311-types", 1, skills.Select(s => new CaseStandard
        {
            Class = new(s.Key),
            Name = new(s.Key, s.Key),
            Duty = new("request"),
            Limit = limits.GetValueOrDefault(s.Key, NoTarget),
            Skills = [s.Value],
        }));
        var arrivals = new List<Arrival>(rows.Count);
        var work = new List<WorkItem>(rows.Count);
        foreach (var row in rows)
        {
            var grid = PlaceTree.GridOf(row, Root);
            arrivals.Add(new(row, new() { Id = new(row.Id), At = row.ReportedAt, Grid = grid, Class = new(row.Category), Channel = row.Channel }, row.HandledAt));
            tree.TryFind(grid, out var node);
            work.Add(new(node, skills[row.Category], 1, row.ReportedAt, row.HandledAt));
        }

        arrivals.Sort(ChineseCity.ByTime);
        var duties = Resources.Duties("duties-boston.json");
        return new()
        {
            Head = head,
            Duties = duties,
            DutyOf = _ => new("request"),
            LimitedClasses = limits.Keys.ToHashSet(StringComparer.Ordinal),
            Arrivals = arrivals,
            NameOfClass = name => name,
            Limits = limits,
            Calendar = Calendar,
            Grids = tree,
            Configure = city =>
            {
                city.Grids = tree;
                city.Calendar = Calendar;
                city.Duties = duties;
                city.Standards = standards;

                // Departments keep what they were given, so the teams hold the whole peak and nothing waits.
                city.Workers = [.. RosterPlan.Staff(tree, skills.Values, work, new(GridLevel.District, 50, 1000, 0), (_, skill) => new(skill))];
                city.Center = new("BOS:311");
            },
        };
    }
}
