using System.Globalization;
using CityDay.Page;
using CityDay.Results;
using GridGov.Workflows;
using Spectre.Console;

namespace CityDay.Output;

/// <summary>The tables at the end of a run.</summary>
internal static class ResultTables
{
    private const int Most = 12;

    public static void Print(IAnsiConsole console, CityResults results, bool chainValid, RunCost cost)
    {
        Steps(console, results);
        Categories(console, results);
        GridLoads(console, results);
        Refusals(console, results);
        Duties(console, results);
        Comparison(console, results.Comparison);
        Totals(console, results, chainValid, cost);
    }

    private static void Steps(IAnsiConsole console, CityResults results)
    {
        var table = New("Cases by step 按环节", "step", "环节", "cases now", "went in");
        foreach (var state in PageModel.States(results))
        {
            var entered = results.Tally.Arrows.Where(a => a.Key.To == state.Id && a.Key.From != state.Id).Sum(a => a.Value);
            if (state.Id == results.Script.Loop.Lifecycle.Initial.Id)
                entered += results.Tally.Opened;
            Row(table, state.Name, state.ChineseName, Number.Count(state.Cases), Number.Count(entered));
        }

        console.Write(table);
    }

    private static void Categories(IAnsiConsole console, CityResults results)
    {
        var all = PageModel.Categories(results).OrderByDescending(c => c.Cases).ThenBy(c => c.Name, StringComparer.Ordinal).ToList();
        var table = New("On time by category 分类按期率", "category", "cases", "on time", "late", "share");
        foreach (var c in all.Take(Most))
            Row(table, c.Name, Number.Count(c.Cases), Number.Count(c.OnTime), Number.Count(c.Late), Number.Percent(c.OnTime, c.OnTime + c.Late));
        More(table, all.Count, 4);
        console.Write(table);
    }

    private static void GridLoads(IAnsiConsole console, CityResults results)
    {
        var all = PageModel.Grids(results).OrderByDescending(g => g.Cases).ThenBy(g => g.Code, StringComparer.Ordinal).ToList();
        var table = New("Busiest grids 最忙网格", "grid", "in", "cases", "late", "open");
        foreach (var g in all.Take(Most))
            Row(table, g.Name, g.ParentName, Number.Count(g.Cases), Number.Count(g.Late), Number.Count(g.Open));
        More(table, all.Count, 4);
        console.Write(table);
    }

    private static void Refusals(IAnsiConsole console, CityResults results)
    {
        if (results.Run.Refused.Count == 0)
            return;
        var table = New("Refused by the duty list 清单不予准入", "reports", "code", "why", "way out");
        foreach (var group in results.Run.Refused.GroupBy(r => r.Refusal.Summary).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.En, StringComparer.Ordinal))
        {
            var refusal = group.First().Refusal;
            Row(table, Number.Count(group.Count()), refusal.Code, refusal.Summary.En, refusal.Remedy.En);
        }

        console.Write(table);
    }

    private static void Duties(IAnsiConsole console, CityResults results)
    {
        if (CityDuties.Diff(results.Script) is { } diff)
        {
            var changes = New($"The duty list, {diff.Older} to {diff.Newer} 清单变更", "change", "code", "name", "what");
            foreach (var item in diff.Added)
                Row(changes, "added", item.Code.Value, item.Name.En, item.Kind.ToString());
            foreach (var item in diff.Removed)
                Row(changes, "removed", item.Code.Value, item.Name.En, item.Kind.ToString());
            foreach (var change in diff.Changed)
                Row(changes, "changed", change.After.Code.Value, change.After.Name.En, string.Join("; ", change.Fields));
            console.Write(changes);
        }

        var burden = CityDuties.Burden(results);
        var lines = burden.Communities.OrderByDescending(l => l.Minutes).ThenBy(l => l.Id, StringComparer.Ordinal).ToList();
        var table = New("Burden by community, minutes assumed 负担", "community", "hours", "forms", "tasks", "in visits", "goal");
        foreach (var line in lines.Take(Most).Prepend(burden.Total with { Id = "all 合计" }))
        {
            Row(table, line.Id, line.Hours.ToString("#,0", CultureInfo.InvariantCulture), Number.Count(line.Forms), Number.Count(line.Tasks),
                ((line.VisitShare ?? 0) * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %", line.ReachesGoal ? "reached" : "below");
        }

        More(table, lines.Count, 5);
        console.Write(table);
    }

    private static void Comparison(IAnsiConsole console, CityComparison comparison)
    {
        if (comparison.DeadlinesCompared + comparison.FlagsCompared == 0)
            return;
        var table = New("Against the city's own record 与城市记录对照", "what", "compared", "equal", "share", "remark");
        if (comparison.DeadlinesCompared > 0)
        {
            Row(table, "deadlines", Number.Count(comparison.DeadlinesCompared), Number.Count(comparison.DeadlinesEqual),
                Exact(comparison.DeadlinesEqual, comparison.DeadlinesCompared), string.Empty);
        }

        Row(table, "on-time flags", Number.Count(comparison.FlagsCompared), Number.Count(comparison.FlagsEqual),
            Exact(comparison.FlagsEqual, comparison.FlagsCompared),
            $"{Number.Count(comparison.FlagsBlank)} blank, {Number.Count(comparison.FlagsUnexplained)} unexplained");
        console.Write(table);
        if (comparison.Differences.Count == 0)
            return;
        var some = New($"{Number.Count(comparison.Differences.Count)} differences; the first {Math.Min(Most, comparison.Differences.Count)}, all in differences.csv", "what", "id", "class", "ours", "city's");
        foreach (var d in comparison.Differences.Take(Most))
            Row(some, d.What, d.Id, d.Class, d.Ours, d.Theirs);
        console.Write(some);
    }

    private static void Totals(IAnsiConsole console, CityResults results, bool chainValid, RunCost cost)
    {
        var grid = new Grid().AddColumn(new GridColumn().PadRight(3)).AddColumn();
        void Line(string name, string value) => grid.AddRow(new Text(name), new Text(value));
        Line("rows 行", $"{Number.Count(results.Script.Head.Rows)} = {Number.Count(results.Malformed)} malformed + {Number.Count(results.Run.Refused.Count)} refused + {Number.Count(results.Tally.Opened)} opened"
            + (results.Unplayed > 0 ? $" + {Number.Count(results.Unplayed)} not yet arrived" : string.Empty));
        Line("cases 案件", $"{Number.Count(results.Tally.Opened)} = {Number.Count(results.Tally.Archived)} archived + {Number.Count(results.Open)} open; {Number.Count(results.Run.Queued)} waited for a worker");
        Line("conserved 守恒", results.IsConserved ? "yes, both ends counted apart" : "NO: lines or cases are missing");
        if (results.GridSizes is { } sizes)
            Line("grid sizes 规模", $"{Number.Count(sizes.OutOfBounds.Count)} of {Number.Count(sizes.Checked)} grids outside {sizes.Rule.Least} to {sizes.Rule.Most} households; --out DIR lists them in grid-sizes.csv");
        Line("log 日志", $"{Number.Count(results.Tally.Entries)} entries, chain {(chainValid ? "valid" : "BROKEN")}");
        Line("cost 耗时", string.Create(CultureInfo.InvariantCulture, $"{cost.ElapsedSeconds:0.0} s, {cost.PeakMemoryMiB:0} MiB at most"));
        console.Write(new Panel(grid).Header(results.Run.Cancelled ? "Stopped early 已中断" : "The day is over 一日已毕").Border(BoxBorder.Rounded));
    }

    private static string Exact(int part, int whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{100m * part / whole:0.00} %");

    private static void More(Table table, int all, int columns)
    {
        if (all > Most)
            Row(table, [$"and {Number.Count(all - Most)} more", .. Enumerable.Repeat(string.Empty, columns)]);
    }

    private static Table New(string title, params ReadOnlySpan<string> columns)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(new TableTitle(Spectre.Console.Markup.Escape(title)));
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Text(column)));
        return table;
    }

    // Values come from files: they are text, never markup.
    private static void Row(Table table, params IEnumerable<string> values) => table.AddRow(values.Select(v => new Text(v)));
}
