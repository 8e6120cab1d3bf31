using System.Text.Json;
using CityDay.Results;

namespace CityDay.Output;

/// <summary>What a run cost; the only part of the output that differs between two equal runs.</summary>
internal readonly record struct RunCost(double ElapsedSeconds, double PeakMemoryMiB);

/// <summary>Writes <c>summary.json</c>.</summary>
internal static class Summary
{
    public static void Write(Stream stream, CityResults results, bool chainValid, RunCost cost)
    {
        var (script, run, tally, comparison) = results;
        using var json = new Utf8JsonWriter(stream, JsonText.Page);
        json.WriteStartObject();
        json.WriteString("city", script.Head.Name);
        json.WriteNumber("seed", script.Head.Seed);
        json.WriteStartObject("input");
        json.WriteString("source", script.Head.Source);
        json.WriteNumber("rows", script.Head.Rows);
        json.WriteNumber("malformed", results.Malformed);
        json.WriteNumber("unplayed", results.Unplayed);
        json.WriteEndObject();
        json.WriteStartObject("admission");
        json.WriteNumber("allowed", tally.Opened);
        json.WriteNumber("refused", run.Refused.Count);
        json.WriteStartObject("byReason");
        foreach (var reason in run.Refused.GroupBy(r => r.Refusal.Code, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            json.WriteNumber(reason.Key, reason.Count());
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("cases");
        json.WriteNumber("opened", tally.Opened);
        json.WriteNumber("archived", tally.Archived);
        json.WriteNumber("open", results.Open);
        json.WriteNumber("urged", tally.Fates.Values.Count(f => f.Urgings > 0));
        json.WriteNumber("reworked", tally.Fates.Values.Count(f => f.Reworks > 0));
        json.WriteEndObject();
        json.WriteStartObject("assignment");
        json.WriteNumber("assigned", results.Assigned);
        json.WriteNumber("queued", run.Queued);
        json.WriteEndObject();
        json.WriteStartObject("deadlines");
        json.WriteNumber("compared", comparison.DeadlinesCompared);
        json.WriteNumber("equal", comparison.DeadlinesEqual);
        json.WriteEndObject();
        json.WriteStartObject("onTime");
        json.WriteNumber("compared", comparison.FlagsCompared);
        json.WriteNumber("equal", comparison.FlagsEqual);
        json.WriteNumber("blank", comparison.FlagsBlank);
        json.WriteNumber("unexplained", comparison.FlagsUnexplained);
        json.WriteEndObject();
        json.WriteStartObject("gridSizes");
        json.WriteNumber("checked", results.GridSizes?.Checked ?? 0);
        json.WriteNumber("outOfBounds", results.GridSizes?.OutOfBounds.Count ?? 0);
        json.WriteEndObject();
        Duties(json, results);
        json.WriteStartObject("log");
        json.WriteNumber("entries", tally.Entries);
        json.WriteBoolean("chainValid", chainValid);
        json.WriteEndObject();
        json.WriteBoolean("conserved", results.IsConserved);
        json.WriteBoolean("cancelled", run.Cancelled);
        json.WriteNumber("elapsedSeconds", Math.Round(cost.ElapsedSeconds, 2));
        json.WriteNumber("peakMemoryMiB", Math.Round(cost.PeakMemoryMiB, 1));
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void Duties(Utf8JsonWriter json, CityResults results)
    {
        var diff = CityDuties.Diff(results.Script);
        json.WriteStartObject("duties");
        json.WriteString("list", results.Script.Duties.ToString());
        json.WriteString("older", diff?.Older);
        json.WriteNumber("added", diff?.Added.Count ?? 0);
        json.WriteNumber("removed", diff?.Removed.Count ?? 0);
        json.WriteNumber("changed", diff?.Changed.Count ?? 0);
        json.WriteEndObject();
        var burden = CityDuties.Burden(results);
        json.WriteStartObject("burden");
        json.WriteNumber("minutes", burden.Total.Minutes);
        json.WriteNumber("forms", burden.Total.Forms);
        json.WriteNumber("tasks", burden.Total.Tasks);
        json.WriteNumber("visitPermille", (int)Math.Round((burden.Total.VisitShare ?? 0) * 1000));
        json.WriteNumber("workers", burden.Workers.Count);
        json.WriteNumber("communities", burden.Communities.Count);
        json.WriteNumber("communitiesBelowGoal", burden.Communities.Count(l => !l.ReachesGoal));
        json.WriteNumber("refused", burden.Refused);
        json.WriteEndObject();
    }
}
