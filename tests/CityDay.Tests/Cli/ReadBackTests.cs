using System.Text;
using System.Text.Json;
using GridGov;

namespace CityDay.Tests.Cli;

public sealed class ReadBackTests
{
    private static readonly string[] LogFields =
    [
        "answer", "at", "body", "by", "case", "case_due", "channel", "class", "ends", "facts", "format", "from", "grid", "handler", "hash", "id", "kind",
        "lead", "lifecycle", "lifecycle_version", "limit", "note", "number", "outcome", "previous", "report", "role", "step_due", "to", "trigger",
    ];

    [Fact]
    public async Task The_log_read_back_folds_to_the_cases()
    {
        using var folder = new Folder();
        await Played.RunAsync(SmallCity.Args(folder.Path, perDay: 100));

        var folded = folder.Lines("log.jsonl").Select(line => CaseEntryJson.Read(Encoding.UTF8.GetBytes(line)))
            .GroupBy(entry => entry.Case).Select(entries => Case.From(entries)).OrderBy(of => of.Id).ToList();

        List<JsonElement> cases = folder.Json("cases.jsonl");
        Assert.Equal(folded.Count, cases.Count);
        Assert.All(folded.Zip(cases), pair =>
        {
            (Case of, JsonElement line) = pair;
            Assert.Equal(of.Id.Value, line.Text("case"));
            Assert.Equal((of.Report.Grid.Value, of.Report.Class.Value, of.Report.Channel), (line.Text("grid"), line.Text("class"), line.Text("channel")));
            Assert.Equal((of.Report.At, of.CaseDue), (line.Time("reported_at"), line.Time("due")));
            Assert.Equal((of.Step, of.IsClosed), (line.Text("step"), line.Flag("closed")));
            Assert.Equal((of.Lead.Value, of.Handler!.Value.Value), (line.Text("lead"), line.Text("handler")));
            Assert.Equal((of.Version, of.Urgings, of.Head.ToString()), (line.Number("entries"), line.Number("urgings"), line.Text("head")));
        });
    }

    [Fact]
    public async Task A_line_of_the_log_written_again_is_the_same_line()
    {
        using var folder = new Folder();
        await Played.RunAsync(SmallCity.Args(folder.Path, perDay: 20));

        Assert.All(folder.Lines("log.jsonl"), line =>
        {
            using var stream = new MemoryStream();
            using (var json = new Utf8JsonWriter(stream, CityDay.Output.JsonText.Line))
                CaseEntryJson.Write(json, CaseEntryJson.Read(Encoding.UTF8.GetBytes(line)));
            Assert.Equal(line, Encoding.UTF8.GetString(stream.ToArray()));
        });
    }

    [Fact]
    public async Task The_log_has_these_fields_and_none_about_a_person()
    {
        using var folder = new Folder();
        await Played.RunAsync(SmallCity.Args(folder.Path, perDay: 100));

        Assert.Equal(LogFields, folder.Json("log.jsonl").SelectMany(Names).Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().SelectMany(property =>
        property.Value.ValueKind == JsonValueKind.Object ? [property.Name, .. Names(property.Value)] : new[] { property.Name });
}
