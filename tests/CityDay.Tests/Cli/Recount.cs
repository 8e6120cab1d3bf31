using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CityDay.Tests.Cli;

/// <summary>Counts a run's files once more, with nothing of the sample's, and holds summary.json against that.</summary>
internal static partial class Recount
{
    /// <param name="folder">What a run has written.</param>
    /// <param name="rows">The rows that went in, counted by the test.</param>
    public static void Check(Folder folder, int rows)
    {
        JsonElement summary = folder.Summary();
        List<JsonElement> log = folder.Json("log.jsonl"), cases = folder.Json("cases.jsonl"), refused = folder.Json("refused.jsonl");
        int malformed = folder.Lines("rejected.csv").Length - 1;
        Assert.True(summary.Flag("conserved"));
        Assert.True(summary.Flag("log", "chainValid"));
        var entries = log.GroupBy(entry => entry.Text("case")).ToDictionary(entries => entries.Key, entries => entries.ToList());
        int archived = entries.Values.Count(of => of[^1].TryGetProperty("ends", out _));

        Assert.Equal(rows, summary.Number("input", "rows"));
        Assert.Equal(malformed, summary.Number("input", "malformed"));
        Assert.Equal(refused.Count, summary.Number("admission", "refused"));
        Assert.Equal(entries.Count, summary.Number("admission", "allowed"));
        Assert.Equal(entries.Count, summary.Number("cases", "opened"));
        Assert.Equal(cases.Count, summary.Number("cases", "opened"));
        Assert.Equal(archived, summary.Number("cases", "archived"));
        Assert.Equal(cases.Count(of => of.GetProperty("closed").GetBoolean()), summary.Number("cases", "archived"));
        Assert.Equal(entries.Count - archived, summary.Number("cases", "open"));
        Assert.Equal(rows - malformed - refused.Count - entries.Count, summary.Number("input", "unplayed"));
        Assert.Equal(entries.Values.Count(of => of.Any(entry => entry.Text("kind") == "urged")), summary.Number("cases", "urged"));
        Assert.Equal(entries.Values.Count(of => of.Any(entry => entry.Text("trigger") == "rework")), summary.Number("cases", "reworked"));
        Assert.Equal(entries.Values.Count(of => of.Any(entry => entry.TryGetProperty("handler", out _))), summary.Number("assignment", "assigned"));
        Assert.Equal(log.Count, summary.Number("log", "entries"));
        Assert.Equal(
            refused.CountBy(report => report.Text("code")).OrderBy(code => code.Key, StringComparer.Ordinal).Select(code => (code.Key, code.Value)),
            summary.GetProperty("admission").GetProperty("byReason").EnumerateObject().Select(reason => (reason.Name, reason.Value.GetInt32())));

        // Who is assigned at the instant of opening did not wait. A case is opened and assigned in one event, so nobody else did.
        int waited = entries.Values.Count(of => !of.Any(entry => entry.Text("trigger") == "assign" && entry.Time("at") == of[0].Time("at")));
        Assert.Equal(waited, summary.Number("assignment", "queued"));
        foreach (JsonElement of in cases)
            CheckCase(of, entries[of.Text("case")]);

        string page = folder.Text("report.html");
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{entries.Count:#,0}"), page, StringComparison.Ordinal);
        Assert.DoesNotContain("NOT CONSERVED", page, StringComparison.Ordinal);
        Assert.DoesNotContain("BROKEN", page, StringComparison.Ordinal);
    }

    // The line of a case says what its entries say.
    private static void CheckCase(JsonElement of, List<JsonElement> entries)
    {
        JsonElement last = entries[^1];
        JsonElement handled = entries.LastOrDefault(entry => entry.Text("trigger") == "report");
        Assert.DoesNotContain(entries.Index(), entry => entry.Item.Number("number") != entry.Index + 1);
        Assert.Equal(last.Text("to"), of.Text("step"));
        Assert.Equal(last.Text("hash"), of.Text("head"));
        Assert.Equal(last.Text("lead"), of.Text("lead"));
        Assert.Equal(entries.Count, of.Number("entries"));
        Assert.Equal(entries.Count(entry => entry.Text("kind") == "urged"), of.Number("urgings"));
        Assert.Equal(entries[0].Text("case_due"), of.Text("due"));
        Assert.Equal(handled.ValueKind == JsonValueKind.Object, of.TryGetProperty("handled_at", out _));
        if (handled.ValueKind == JsonValueKind.Object)
            Assert.Equal(handled.Time("at") <= of.Time("due"), of.GetProperty("on_time").GetBoolean());
    }

    public static string Text(this JsonElement json, params ReadOnlySpan<string> path) => At(json, path).GetString()!;

    public static int Number(this JsonElement json, params ReadOnlySpan<string> path) => At(json, path).GetInt32();

    public static DateTimeOffset Time(this JsonElement json, string name) => json.GetProperty(name).GetDateTimeOffset();

    public static bool Flag(this JsonElement json, params ReadOnlySpan<string> path) => At(json, path).GetBoolean();

    /// <summary>summary.json without what a run costs.</summary>
    public static string WithoutCost(string summary) => Cost().Replace(summary, "");

    private static JsonElement At(JsonElement json, ReadOnlySpan<string> path)
    {
        foreach (string name in path)
            json = json.GetProperty(name);
        return json;
    }

    [GeneratedRegex("""^ *"(elapsedSeconds|peakMemoryMiB)".*\n""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Cost();
}
