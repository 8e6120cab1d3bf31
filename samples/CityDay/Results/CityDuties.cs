using CityDay.City;
using GridGov;
using GridGov.Rules;

namespace CityDay.Results;

/// <summary>
/// What the duty list changed and what the work cost, for a run. No city's data tells how long anything took, so the minutes are
/// assumed: on site, at the matter itself, and at the form of each result. Hours and shares follow from them and from the mix
/// of matters; forms, tasks and refusals are counted.
/// </summary>
internal static class CityDuties
{
    /// <summary>On site for each result, in minutes (assumed).</summary>
    public const int OnSite = 30;

    /// <summary>For a result that is the body's own duty, in minutes (assumed).</summary>
    public const int OwnDuty = 40;

    /// <summary>For a result where another body leads, in minutes (assumed).</summary>
    public const int Helping = 10;

    /// <summary>For the form of each result, in minutes (assumed).</summary>
    public const int Form = 10;

    /// <summary>What the list says otherwise than the one before, or null where there is none before.</summary>
    public static DutyListDiff? Diff(CityScript script) => script.OlderDuties is { } older ? script.Duties.Diff(older) : null;

    /// <summary>The burden of a run, from its first report to its end.</summary>
    public static BurdenReport Burden(CityResults results)
    {
        var script = results.Script;
        var first = script.Arrivals[0].Report.At;
        var work = results.Tally.Fates.Values.SelectMany(fate => Work(script, fate));
        var refused = results.Run.Refused.Select(r => new RefusedTask
        {
            On = DayOf(script, r.Report.At),
            Duty = script.DutyOf(r.Report.Class.Value),
            By = default,
            To = default,
            Verdict = VerdictOf(r.Refusal.Code),
            Reasons = ValueList.From(r.Refusal.Unmet.Select(u => u.Code)),
        });
        return BurdenReport.Of(work, refused, DayOf(script, first), DayOf(script, results.Run.EndedAt));
    }

    private static IEnumerable<WorkEntry> Work(CityScript script, CaseFate fate)
    {
        var report = fate.Opened.Report!;
        var community = script.Grids.TryFind(report.Grid, out var node) && script.Grids.AncestorAt(node, GridLevel.Community) is { } found
            ? script.Grids.NameOf(found)
            : report.Grid.Value;
        script.Duties.TryFind(script.DutyOf(report.Class.Value), out var item);
        var origin = item?.Kind == DutyKind.Temporary ? TaskOrigin.Department : TaskOrigin.Resident;
        foreach (var (worker, at) in fate.Results)
        {
            var entry = new WorkEntry
            {
                Worker = worker,
                Community = new(community),
                On = DayOf(script, at),
                Activity = WorkActivity.Visit,
                Minutes = OnSite,
                Origin = origin,
            };
            yield return entry;
            yield return entry with { Activity = WorkActivity.Handling, Minutes = item?.Kind == DutyKind.Assisted ? Helping : OwnDuty, Tasks = 0 };
            yield return entry with { Activity = WorkActivity.Form, Minutes = Form, Forms = 1, Tasks = 0 };
        }
    }

    private static DateOnly DayOf(CityScript script, DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, script.Calendar.Zone).DateTime);

    private static VerdictKind VerdictOf(string code) => code switch
    {
        RefusalCodes.DutyForbidden => VerdictKind.Forbidden,
        RefusalCodes.DutyRouted => VerdictKind.RouteTo,
        RefusalCodes.DutyRefusable => VerdictKind.Refusable,
        _ => VerdictKind.NeedsAdmission,
    };
}
