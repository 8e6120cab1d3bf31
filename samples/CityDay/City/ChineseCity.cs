using CityDay.Input;
using GridGov;
using GridGov.Workflows;

namespace CityDay.City;

/// <summary>Makes a script from rows that are about the 18 kinds of matter: Pingshan's, generated or the user's own.</summary>
internal static class ChineseCity
{
    public static CityScript Script(
        CityScriptHead head, GridTree tree, IReadOnlyList<InputRow> rows, WorkCalendar calendar, GridCode root, RosterSize size)
    {
        var standards = ChineseStandards.All;
        var arrivals = new List<Arrival>(rows.Count);
        var work = new List<WorkItem>(rows.Count);
        foreach (var row in rows)
        {
            ChineseStandards.TryKind(row.Category, out var kind);
            standards.TryFind(new(row.Category), out var standard);
            var grid = PlaceTree.GridOf(row, root);
            DateTimeOffset? handled = row.StillOpen
                ? null
                : row.HandledAt ?? HandlingPlan.Draw(row, kind, standard!.Limit, calendar, SeededRandom.For(head.Seed, row.Id));
            var report = new Report { Id = new(row.Id), At = row.ReportedAt, Grid = grid, Class = new(row.Category), Channel = row.Channel };
            arrivals.Add(new(row, report, handled));
            tree.TryFind(grid, out var node);
            work.Add(new(node, ChineseStandards.Skill(row.Category), standard!.Weight, row.ReportedAt, handled));
        }

        arrivals.Sort(ByTime);
        var workers = RosterPlan.Staff(tree, standards.Items.SelectMany(i => i.Skills), work, size, (node, skill) => new($"{tree.NameOf(node)}·{skill}"));
        var duties = Resources.Duties("duties-zh.json");
        return new()
        {
            Head = head,
            Duties = duties,
            OlderDuties = Resources.Duties("duties-zh-2025.json"),
            DutyOf = name => standards.TryFind(new(name), out var standard) ? standard.Duty : default,
            Arrivals = arrivals,
            NameOfClass = name => ChineseStandards.TryKind(name, out var kind) ? $"{kind.EnglishName} {name}" : name,
            Limits = standards.Items.ToDictionary(i => i.Class.Value, i => i.Limit, StringComparer.Ordinal),
            Calendar = calendar,
            Grids = tree,
            Configure = city =>
            {
                city.Grids = tree;
                city.Calendar = calendar;
                city.Duties = duties;
                city.Standards = standards;
                city.Workers = [.. workers];
                city.Center = new("区级网格中心");
            },
        };
    }

    internal static int ByTime(Arrival a, Arrival b) => a.Report.At != b.Report.At
        ? a.Report.At.CompareTo(b.Report.At)
        : a.Report.Id.CompareTo(b.Report.Id);
}
