using System.Globalization;
using System.Text.Json;

namespace GridGov;

/// <summary>
/// One entry of the case log as one JSON object, for <c>log.jsonl</c> (案件日志交换格式). Personal fields are never
/// written. Stateless; thread-safe. The format is in <c>docs/formats.md</c>.
/// </summary>
public static class CaseEntryJson
{
    /// <summary>The version of the format, written into every first entry of a case.</summary>
    public const int Format = 2;

    /// <summary>Writes an entry.</summary>
    /// <param name="writer">Where it goes; not flushed.</param>
    /// <param name="entry">The entry.</param>
    public static void Write(Utf8JsonWriter writer, CaseEntry entry)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(entry);
        writer.WriteStartObject();
        writer.WriteString("case", entry.Case.Value);
        writer.WriteNumber("number", entry.Number);
        WriteInstant(writer, "at", entry.At);
        writer.WriteString("kind", Kinds.NameOf(entry.Kind));
        writer.WriteString("by", entry.By.Id.Value);
        if (entry.By.Body != default)
            writer.WriteString("body", entry.By.Body.Value);
        writer.WriteString("role", Roles.NameOf(entry.By.Role));
        writer.WriteString("trigger", entry.Trigger);
        writer.WriteString("from", entry.From);
        writer.WriteString("to", entry.To);
        if (entry.Ends)
            writer.WriteBoolean("ends", true);
        writer.WriteString("lead", entry.Lead.Value);
        if (entry.Handler is { } handler)
            writer.WriteString("handler", handler.Value);
        WriteInstant(writer, "step_due", entry.StepDue);
        WriteInstant(writer, "case_due", entry.CaseDue);
        if (entry.Note is { } note)
            writer.WriteString("note", note);
        if (entry.Facts is { IsEmpty: false } facts)
            CaseFactsJson.Write(writer, facts);
        if (entry.Kind == EntryKind.Opened || entry.Report is not null)
            writer.WriteNumber("format", Format);
        if (entry.Lifecycle is { } lifecycle)
        {
            writer.WriteString("lifecycle", lifecycle.Id);
            writer.WriteNumber("lifecycle_version", lifecycle.Version);
        }

        if (entry.Report is { } report)
        {
            writer.WriteStartObject("report");
            writer.WriteString("id", report.Id.Value);
            WriteInstant(writer, "at", report.At);
            writer.WriteString("grid", report.Grid.Value);
            writer.WriteString("class", report.Class.Value);
            writer.WriteString("channel", report.Channel);
            if (report.Position is { } position)
                writer.WriteString("position", GeoPointJsonConverter.TextOf(position));
            writer.WriteEndObject();
        }

        writer.WriteString("previous", entry.Previous.ToString());
        writer.WriteString("hash", entry.Hash.ToString());
        writer.WriteEndObject();
    }

    /// <summary>Reads an entry; its hashes are taken as they stand and checked by <see cref="CaseChain"/>.</summary>
    /// <param name="utf8">One JSON object.</param>
    /// <exception cref="JsonException">It is not an entry of this format; the message names the field.</exception>
    public static CaseEntry Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = Parse(utf8);
        var json = document.RootElement;
        if (json.ValueKind != JsonValueKind.Object)
            throw new JsonException("An entry is a JSON object.");
        var id = Id<CaseId>(json, "case");
        var number = Number(json, "number");
        var opens = json.TryGetProperty("report", out var report);
        if (!opens && number == 1)
            throw new JsonException("report: the first entry of a case carries it.");
        if (opens && Number(json, "format") is not (1 or Format))
            throw new JsonException($"format: {Number(json, "format")} is not known; this version reads 1 and {Format}.");
        return new()
        {
            Case = id,
            Number = number,
            At = Instant(json, "at") ?? throw Missing("at"),
            Kind = Kinds.Parse(Text(json, "kind"), "kind"),
            By = new(Id<ActorId>(json, "by"), OptionalId<BodyId>(json, "body") ?? default, Roles.Parse(Text(json, "role"), "role")),
            Trigger = Text(json, "trigger"),
            From = Text(json, "from"),
            To = Text(json, "to"),
            Ends = json.TryGetProperty("ends", out _) && Flag(json, "ends"),
            Lead = Id<BodyId>(json, "lead"),
            Handler = OptionalId<ActorId>(json, "handler"),
            StepDue = Instant(json, "step_due"),
            CaseDue = Instant(json, "case_due"),
            Note = json.TryGetProperty("note", out _) ? Text(json, "note") : null,
            Facts = json.TryGetProperty("facts", out var facts) ? CaseFactsJson.Read(facts) : null,
            Lifecycle = opens || json.TryGetProperty("lifecycle", out _) ? new(Text(json, "lifecycle"), Number(json, "lifecycle_version")) : null,
            Report = opens ? ReadReport(report) : null,
            Previous = Hash(json, "previous"),
            Hash = Hash(json, "hash"),
        };
    }

    private static readonly EnumNames<EntryKind> Kinds = EnumNames<EntryKind>.Snake();

    private static readonly EnumNames<Role> Roles = EnumNames<Role>.Snake();

    internal static GeoPoint? Point(JsonElement json, string name, string path)
    {
        if (!json.TryGetProperty(name, out _))
            return null;
        return GeoPointJsonConverter.TryParse(Text(json, name, path), out var point)
            ? point
            : throw new JsonException($"{path}{name}: a point is expected, such as \"wgs84 113.9,22.5\".");
    }

    private static Report ReadReport(JsonElement json) => json.ValueKind != JsonValueKind.Object
        ? throw new JsonException("report: an object is expected.")
        : new()
        {
            Id = Id<ReportId>(json, "id", "report."),
            At = Instant(json, "at", "report.") ?? throw Missing("report.at"),
            Grid = Id<GridCode>(json, "grid", "report."),
            Class = Id<ClassCode>(json, "class", "report."),
            Channel = Text(json, "channel", "report."),
            Position = Point(json, "position", "report."),
        };

    internal static void WriteInstant(Utf8JsonWriter writer, string name, DateTimeOffset? value)
    {
        if (value is { } at)
            writer.WriteString(name, at);
    }

    internal static string Text(JsonElement json, string name, string path = "")
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
            throw Missing(path + name);
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new JsonException($"{path}{name}: it is not valid Unicode.");
        }
    }

    internal static int Number(JsonElement json, string name, string path = "") =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : throw Missing(path + name);

    internal static long LongNumber(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : throw Missing(name);

    private static bool Flag(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : throw Missing(name);

    internal static DateTimeOffset? Instant(JsonElement json, string name, string path = "")
    {
        if (!json.TryGetProperty(name, out _))
            return null;
        var text = Text(json, name, path);
        return DateTimeOffset.TryParseExact(
            text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            && HasOffset(text)
            ? at
            : throw new JsonException($"{path}{name}: a time with its offset is expected, such as 2026-03-02T08:00:00+08:00.");
    }

    // A time without an offset would mean another instant on every machine.
    private static bool HasOffset(string text) => text[^1] == 'Z' || text is [.., '+' or '-', _, _, ':', _, _];

    internal static Hash256 Hash(JsonElement json, string name, string path = "") =>
        Hash256.TryParse(Text(json, name, path), out var hash) ? hash : throw new JsonException($"{path}{name}: 64 hexadecimal digits are expected.");

    internal static T Id<T>(JsonElement json, string name, string path = "")
        where T : struct, ITextId<T>
    {
        var text = Text(json, name, path);
        return TextId.IsValid(text, out var reason) ? T.From(text) : throw new JsonException($"{path}{name}: {reason}.");
    }

    internal static T? OptionalId<T>(JsonElement json, string name, string path = "")
        where T : struct, ITextId<T> => json.TryGetProperty(name, out _) ? Id<T>(json, name, path) : null;

    internal static JsonException Missing(string name) => new($"{name}: it is missing or of the wrong type.");

    internal static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return JsonDocument.Parse(utf8, new() { AllowDuplicateProperties = false, MaxDepth = 6 });
        }
        catch (InvalidOperationException)
        {
            throw new JsonException("The name of a field is not valid Unicode.");
        }
    }
}
