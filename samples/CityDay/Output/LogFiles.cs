using System.Text.Json;
using CityDay.Results;
using CityDay.Simulation;
using GridGov;

namespace CityDay.Output;

/// <summary>The JSON lines of a run: the log, the cases that it tells of, and what was refused.</summary>
internal static class LogFiles
{
    public static async Task WriteLogAsync(Stream stream, IAsyncEnumerable<CaseEntry> log)
    {
        await using var json = new Utf8JsonWriter(stream, JsonText.Line);
        await foreach (var entry in log)
        {
            CaseEntryJson.Write(json, entry);
            EndLine(json, stream);
        }
    }

    public static void WriteCheckpoints(Stream stream, IReadOnlyList<Checkpoint> checkpoints)
    {
        using var json = new Utf8JsonWriter(stream, JsonText.Line);
        foreach (var checkpoint in checkpoints)
        {
            CheckpointJson.Write(json, checkpoint);
            EndLine(json, stream);
        }
    }

    /// <summary>One line per case, in ordinal order of their numbers.</summary>
    public static void WriteCases(Stream stream, LogTally tally, DateTimeOffset asOf)
    {
        using var json = new Utf8JsonWriter(stream, JsonText.Line);
        foreach (var (id, fate) in tally.Fates.OrderBy(f => f.Key))
        {
            json.WriteStartObject();
            json.WriteString("case", id.Value);
            json.WriteString("grid", fate.Opened.Report!.Grid.Value);
            json.WriteString("class", fate.Class);
            json.WriteString("channel", fate.Opened.Report.Channel);
            json.WriteString("reported_at", fate.Opened.Report.At);
            json.WriteString("due", fate.Due);
            json.WriteString("step", fate.Last.To);
            json.WriteBoolean("closed", fate.Last.Ends);
            json.WriteString("lead", fate.Last.Lead.Value);
            if (fate.Last.Handler is { } handler)
                json.WriteString("handler", handler.Value);
            if (fate.HandledAt is { } handled)
                json.WriteString("handled_at", handled);
            if (fate.IsOnTime(asOf) is { } onTime)
                json.WriteBoolean("on_time", onTime);
            json.WriteNumber("urgings", fate.Urgings);
            json.WriteNumber("entries", fate.Last.Number);
            json.WriteString("head", fate.Last.Hash.ToString());
            json.WriteEndObject();
            EndLine(json, stream);
        }
    }

    public static void WriteRefused(Stream stream, IReadOnlyList<RefusedReport> refused)
    {
        using var json = new Utf8JsonWriter(stream, JsonText.Line);
        foreach (var (report, refusal) in refused)
        {
            json.WriteStartObject();
            json.WriteString("report", report.Id.Value);
            json.WriteString("class", report.Class.Value);
            json.WriteString("grid", report.Grid.Value);
            json.WriteString("code", refusal.Code);
            json.WriteString("summary", refusal.Summary.En);
            json.WriteString("summary_zh", refusal.Summary.Zh);
            json.WriteStartArray("unmet");
            foreach (var unmet in refusal.Unmet)
                json.WriteStringValue($"{unmet.Text.En} [{unmet.Code}]");
            json.WriteEndArray();
            if (refusal.Basis is { } basis)
                json.WriteString("basis", basis.ToString());
            json.WriteString("remedy", refusal.Remedy.En);
            json.WriteEndObject();
            EndLine(json, stream);
        }
    }

    private static void EndLine(Utf8JsonWriter json, Stream stream)
    {
        json.Flush();
        stream.WriteByte((byte)'\n');
        json.Reset();
    }
}
