using System.Globalization;
using System.Text.Json;

namespace GridGov;

/// <summary>The facts of an entry as an object of its JSON; absent fields are not written.</summary>
internal static class CaseFactsJson
{
    private static readonly EnumNames<CaseOutcome> Outcomes = new();
    private static readonly EnumNames<Satisfaction> Answers = new();
    private static readonly EnumNames<ResponsibilityLevel> Levels = new();
    private static readonly EnumNames<CaseClock> Clocks = new();
    private static readonly EnumNames<EvidenceKind> Kinds = new();

    public static void Write(Utf8JsonWriter writer, CaseFacts facts)
    {
        writer.WriteStartObject("facts");
        Text("key", facts.Key);
        Text("outcome", facts.Outcome is { } outcome ? Outcomes.NameOf(outcome) : null);
        Text("answer", facts.Answer is { } answer ? Answers.NameOf(answer) : null);
        Text("body", facts.Body?.Value);
        Text("person", facts.Person?.Value);
        Text("related", facts.Related?.Value);
        CaseEntryJson.WriteInstant(writer, "until", facts.Until);
        Text("limit", facts.Limit?.ToString());
        Text("level", facts.Level is { } level ? Levels.NameOf(level) : null);
        Text("clock", facts.Clock is { } clock ? Clocks.NameOf(clock) : null);
        if (facts.Share is { } share)
            writer.WriteNumber("share", share);
        Text("authority", facts.Authority);
        if (!facts.Evidence.IsEmpty)
        {
            writer.WriteStartArray("evidence");
            foreach (var evidence in facts.Evidence)
                Write(writer, evidence);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();

        void Text(string name, string? value)
        {
            if (value is not null)
                writer.WriteString(name, value);
        }
    }

    public static CaseFacts Read(JsonElement json) => json.ValueKind != JsonValueKind.Object
        ? throw new JsonException("facts: an object is expected.")
        : new()
        {
            Key = OptionalText(json, "key"),
            Outcome = OptionalText(json, "outcome") is { } outcome ? Outcomes.Parse(outcome, "facts.outcome") : null,
            Answer = OptionalText(json, "answer") is { } answer ? Answers.Parse(answer, "facts.answer") : null,
            Body = CaseEntryJson.OptionalId<BodyId>(json, "body"),
            Person = CaseEntryJson.OptionalId<ActorId>(json, "person"),
            Related = CaseEntryJson.OptionalId<CaseId>(json, "related"),
            Until = CaseEntryJson.Instant(json, "until"),
            Limit = OptionalText(json, "limit") is { } limit ? Limit(limit) : null,
            Level = OptionalText(json, "level") is { } level ? Levels.Parse(level, "facts.level") : null,
            Clock = OptionalText(json, "clock") is { } clock ? Clocks.Parse(clock, "facts.clock") : null,
            Share = json.TryGetProperty("share", out _) ? CaseEntryJson.Number(json, "share") : null,
            Authority = OptionalText(json, "authority"),
            Evidence = json.TryGetProperty("evidence", out var evidence) ? ReadEvidence(evidence) : [],
        };

    private static void Write(Utf8JsonWriter writer, Evidence evidence)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", Kinds.NameOf(evidence.Kind));
        writer.WriteString("reference", evidence.Reference);
        if (evidence.Hash is { } hash)
            writer.WriteString("sha256", hash.ToString());
        if (evidence.At is { } at)
            writer.WriteString("at", GeoPointJsonConverter.TextOf(at));
        CaseEntryJson.WriteInstant(writer, "taken", evidence.Taken);
        writer.WriteEndObject();
    }

    private static ValueList<Evidence> ReadEvidence(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
            throw new JsonException("facts.evidence: a list is expected.");
        return ValueList.From(json.EnumerateArray().Select(item => item.ValueKind != JsonValueKind.Object
            ? throw new JsonException("facts.evidence: a list of objects is expected.")
            : new Evidence(Kinds.Parse(CaseEntryJson.Text(item, "kind"), "facts.evidence.kind"), CaseEntryJson.Text(item, "reference"))
            {
                Hash = item.TryGetProperty("sha256", out _) ? CaseEntryJson.Hash(item, "sha256") : null,
                At = CaseEntryJson.Point(item, "at"),
                Taken = CaseEntryJson.Instant(item, "taken"),
            }));
    }

    private static string? OptionalText(JsonElement json, string name) =>
        json.TryGetProperty(name, out _) ? CaseEntryJson.Text(json, name) : null;

    private static TimeLimit Limit(string text) => TimeLimit.TryParse(text, out var limit)
        ? limit
        : throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"facts.limit: \"{text}\" is no limit; such as \"2 work_day\" is expected."));
}
