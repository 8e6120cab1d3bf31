using System.Globalization;
using CityDay.Page;
using CityDay.Simulation;
using GridGov;
using GridGov.Assignment;
using Spectre.Console;

namespace CityDay.Output;

/// <summary>Ten decisions with their reasons, and how evenly each policy spreads the same day.</summary>
internal static class DispatchReport
{
    private const int Decisions = 10;
    private const int Candidates = 6;

    private static readonly (string Name, DispatchPolicy Policy)[] Policies =
    [
        ("least loaded", DispatchPolicy.LeastLoaded),
        ("longest idle", DispatchPolicy.LongestIdle),
        ("round robin", DispatchPolicy.RoundRobin),
        ("best score", DispatchPolicy.BestScore),
        ("own: fewest cases", DispatchPolicy.By((in standing, in _) => -standing.Load)),
    ];

    public static void Print(IAnsiConsole console, DispatchDay day, GridTree grids)
    {
        console.Say(string.Create(CultureInfo.InvariantCulture, $"Dispatch on {day.Date:O}, the busiest day: {Number.Count(day.Reports)} reports"));
        var table = new Table().Title("Load spread by policy 派遣策略与负荷").AddColumns("policy", "Gini", "max/mean", "given", "waited");
        foreach (var (name, policy) in Policies)
        {
            var (spread, explained) = day.Play(name, policy, policy == DispatchPolicy.LeastLoaded ? Decisions : 0);
            foreach (var decision in explained)
                Print(console, decision, grids);
            table.AddRow(
                spread.Policy, spread.Gini.ToString("0.000", CultureInfo.InvariantCulture),
                spread.MaxToMean.ToString("0.00", CultureInfo.InvariantCulture), Number.Count(spread.Given), Number.Count(spread.Waited));
        }

        console.Write(table);
    }

    private static void Print(IAnsiConsole console, ExplainedDecision decision, GridTree grids)
    {
        var report = decision.Report;
        var place = grids.TryFind(report.Grid, out var node) ? grids.NameOf(node) : report.Grid.Value;
        console.Say($"{report.Id}, class {report.Class} at {place}: {decision.Why.Decision.Outcome}");
        var shown = decision.Why.Candidates.OrderBy(c => c.Rank == 0).ThenBy(c => c.Rank).Take(Candidates).ToList();
        foreach (var candidate in shown)
            console.Say($"  {candidate}");
        if (decision.Why.Candidates.Count > shown.Count)
            console.Say($"    and {Number.Count(decision.Why.Candidates.Count - shown.Count)} more");
        if (decision.Why.Margin is { } margin)
            console.Say(string.Create(CultureInfo.InvariantCulture, $"    ahead of {margin.Next} by {margin.By}: {margin.Value:0.###}"));
        foreach (var other in decision.Why.Counterfactuals.Take(2))
            console.Say($"    {other}");
    }
}
