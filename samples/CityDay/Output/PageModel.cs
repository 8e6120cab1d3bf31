using System.Globalization;
using CityDay.Page;
using CityDay.Results;
using GridGov;
using GridGov.Workflows;

namespace CityDay.Output;

/// <summary>Turns the results of a run into what the page shows.</summary>
internal static class PageModel
{
    public static ReportModel Of(CityResults results, bool chainValid, string command)
    {
        var (flow, archivedLater) = FlowBinning.Of(results);
        return new()
        {
            City = results.Script.Head.Name,
            ChineseCity = results.Script.Head.ChineseName,
            Source = results.Script.Head.Source,
            Period = PeriodOf(results),
            Figures = [.. Figures(results, chainValid)],
            Flow = flow,
            Grids = [.. Grids(results)],
            Categories = [.. Categories(results)],
            Refusals = [.. results.Run.Refused.GroupBy(r => r.Refusal.Summary).Select(g => new RefusalCount(g.First().Refusal.Code, g.Key.En, g.Count()))],
            States = [.. States(results)],
            Arrows = [.. Arrows(results)],
            Notes = [.. results.Script.Head.Notes, .. OwnNotes(results, archivedLater)],
            Reproduce = command,
        };
    }

    /// <summary>Cases per grid of the finest level that reports name, in ordinal order of the codes.</summary>
    public static IEnumerable<GridLoad> Grids(CityResults results)
    {
        var tree = results.Script.Grids;
        foreach (var group in results.Tally.Fates.Values.GroupBy(f => f.Opened.Report!.Grid).OrderBy(g => g.Key))
        {
            tree.TryFind(group.Key, out var node);
            var parent = tree.TryGetParent(node, out var above) ? tree.NameOf(above) : string.Empty;
            yield return new(
                group.Key.Value,
                tree.NameOf(node),
                parent,
                group.Count(),
                group.Count(f => f.IsOnTime(results.Run.EndedAt) == false),
                group.Count(f => !f.Last.Ends));
        }
    }

    /// <summary>On time and late per category; a category without a limit has neither.</summary>
    public static IEnumerable<CategoryShare> Categories(CityResults results)
    {
        foreach (var group in results.Tally.Fates.Values.GroupBy(f => f.Class, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var cases = group.Count();
            var name = results.Script.NameOfClass(group.Key);
            if (results.Script.LimitedClasses?.Contains(group.Key) == false)
            {
                yield return new($"{name} (no target set)", cases, 0, 0, cases);
                continue;
            }

            var onTime = group.Count(f => f.IsOnTime(results.Run.EndedAt) == true);
            var late = group.Count(f => f.IsOnTime(results.Run.EndedAt) == false);
            yield return new(name, cases, onTime, late, cases - onTime - late);
        }
    }

    /// <summary>How many cases are in each step at the end, in the order of the steps; of the side roads, those that some case took.</summary>
    public static IEnumerable<StateCount> States(CityResults results)
    {
        var lifecycle = results.Script.Loop.Lifecycle;
        var counts = results.Tally.Fates.Values.CountBy(f => f.Last.To, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var taken = results.Tally.Arrows.Keys.SelectMany(a => new[] { a.From, a.To }).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, state) in lifecycle.States.Index())
        {
            if (index < results.Script.Loop.MainSteps || taken.Contains(state.Id))
                yield return new(state.Id, state.Name.En, state.Name.Zh, counts.GetValueOrDefault(state.Id), state.IsEnd);
        }
    }

    // The main road is drawn whole; of the side roads, what some case took.
    private static IEnumerable<Arrow> Arrows(CityResults results)
    {
        var lifecycle = results.Script.Loop.Lifecycle;
        foreach (var state in lifecycle.States)
        {
            foreach (var way in lifecycle.From(state.Id))
            {
                var to = way.To ?? state.Id;
                var count = results.Tally.Arrows.GetValueOrDefault((state.Id, way.Trigger, to));
                if (count > 0 || results.Script.Loop.Uses(way.Trigger))
                    yield return new(state.Id, to, way.Trigger, way.Name.Zh, count);
            }
        }
    }

    private static IEnumerable<Figure> Figures(CityResults results, bool chainValid)
    {
        var tally = results.Tally;
        var categories = Categories(results).ToList();
        var onTime = categories.Sum(c => c.OnTime);
        var due = onTime + categories.Sum(c => c.Late);
        yield return new("Reports", "上报", Number.Count(results.Script.Head.Rows), $"{Number.Count(results.Malformed)} malformed");
        yield return new("Refused", "不予受理", Number.Count(results.Run.Refused.Count), "by the duty list");
        yield return new("Cases", "立案", Number.Count(tally.Opened), $"{Number.Count(results.Run.Queued)} waited for a worker");
        yield return new("Archived", "归档", Number.Count(tally.Archived), $"{Number.Count(results.Open)} open at the end");
        yield return new("On time", "按期", due == 0 ? "–" : Number.Percent(onTime, due), $"of {Number.Count(due)} due");
        yield return new("Urged", "督办", Number.Count(tally.Fates.Values.Count(f => f.Urgings > 0)), "cases, at least once");
        if (results.Comparison.DeadlinesCompared > 0)
        {
            var (equal, compared) = (results.Comparison.DeadlinesEqual, results.Comparison.DeadlinesCompared);
            yield return new("Deadlines equal", "时限一致", Number.Percent(equal, compared), $"{Number.Count(equal)} of {Number.Count(compared)} the city set");
        }

        yield return new("Log entries", "日志", Number.Count(tally.Entries), chainValid ? "chain verified" : "CHAIN BROKEN");
    }

    private static IEnumerable<string> OwnNotes(CityResults results, int archivedLater)
    {
        if (archivedLater > 0)
            yield return $"{Number.Count(archivedLater)} cases were archived after the end of the first chart.";
        if (results.Run.Cancelled)
            yield return $"The run was stopped early: {Number.Count(results.Unplayed)} reports had not arrived yet.";
        var comparison = results.Comparison;
        if (comparison.FlagsCompared > 0)
        {
            yield return $"On-time flags equal to the data's: {Number.Count(comparison.FlagsEqual)} of {Number.Count(comparison.FlagsCompared)}; "
                + $"{Number.Count(comparison.FlagsBlank)} cases carry no flag, {Number.Count(comparison.FlagsUnexplained)} differences are not explained.";
        }

        yield return results.IsConserved
            ? "Conserved: every line was malformed, refused or opened, and every case is archived or open; both ends were counted apart."
            : "NOT CONSERVED: lines or cases are missing between the two ends.";
    }

    private static string PeriodOf(CityResults results)
    {
        var zone = results.Script.Calendar.Zone;
        var arrivals = results.Script.Arrivals;
        return $"{Show(arrivals[0].Report.At)} – {Show(results.Run.EndedAt)}, {zone.Id}";

        string Show(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }
}
