using System.Globalization;
using CityDay.City;
using CityDay.Page;
using CityDay.Simulation;
using GridGov.Assignment;
using Spectre.Console;

namespace CityDay.Output;

/// <summary>The busiest day given out one by one and by the best plan; one proof, and one backlog that has no room.</summary>
internal static class PlanReport
{
    public static void Print(IAnsiConsole console, CityScript script)
    {
        var busiest = DispatchDay.Busiest(script);
        console.Say(string.Create(CultureInfo.InvariantCulture, $"Plans of {busiest.Date:O}, the busiest day: {Number.Count(busiest.Arrivals.Length)} reports, given out at every full hour"));
        var table = new Table().Title("One by one or by the best plan 逐件派遣与最优方案").AddColumns("staff", "way", "levels up", "Gini", "max/mean", "placed", "late", "of them left");
        AssignmentPlan? shown = null;
        TightMorning? morning = null;
        foreach (var (name, everyNth) in new[] { ("all", 1), ("every second", 2) })
        {
            var day = new PlannedDay(script, busiest.Arrivals, everyNth);
            var staff = $"{name}: {Number.Count(day.Staff)}";
            foreach (var isPlanned in new[] { false, true })
            {
                var outcome = day.Play(isPlanned, out var small);
                shown ??= small;
                table.AddRow(
                    staff, isPlanned ? "best plan" : "one by one", Number.Count(outcome.LevelsUp),
                    outcome.Gini.ToString("0.000", CultureInfo.InvariantCulture), outcome.MaxToMean.ToString("0.00", CultureInfo.InvariantCulture),
                    Number.Count(outcome.Placed), Number.Count(outcome.Late), Number.Count(outcome.Left));
            }

            if (morning is null && day.TryFindTightMorning(out morning))
                Print(console, morning, staff);
        }

        if (shown is not null)
            Print(console, shown);
        console.Write(table);
    }

    private static void Print(IAnsiConsole console, AssignmentPlan plan)
    {
        console.Say("One plan and its proof 方案与证明");
        for (var i = 0; i < plan.Requests.Count; i++)
        {
            var taker = plan.Decisions[i] is { IsAssigned: true } decision ? plan.Roster.Workers[decision.Worker].Id.Value : plan.Decisions[i].Outcome.ToString();
            console.Say($"  {plan.Roster.Grids.CodeOf(plan.Requests[i].At)} → {taker}, of {Number.Count(plan.MayTake(i).Count)} who may");
        }

        console.Say($"  {plan.Verify()}");
    }

    private static void Print(IAnsiConsole console, TightMorning morning, string staff)
    {
        console.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"If nothing had been given out until {morning.Until:HH:mm}, {Number.Cases(morning.Cases)} would lie there, and no plan places them all (staff, {staff}):"));
        foreach (var culture in new[] { "en", "zh-CN" })
            console.Say($"  {morning.Plan.ExplainShortage(CultureInfo.GetCultureInfo(culture), 5)}");
        console.Say(string.Create(CultureInfo.InvariantCulture, $"  The proof: {morning.Plan.Verify()} It leaves {morning.Plan.Decisions.Count(d => !d.IsAssigned)} of {morning.Plan.Decisions.Count}."));
    }
}
