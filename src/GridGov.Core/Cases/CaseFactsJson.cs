using System.Globalization;
using System.Text.Json;

namespace GridGov;

/// <summary>The facts of an entry as an object of its JSON; absent fields are not written.</summary>
internal static class CaseFactsJson
{
    private const string Path = "facts.";
    private static readonly EnumNames<CaseOutcome> Outcomes = EnumNames<CaseOutcome>.Snake();
    private static readonly EnumNames<Satisfaction> Answers = EnumNames<Satisfaction>.Snake();
    private static readonly EnumNames<ResponsibilityLevel> Levels = EnumNames<ResponsibilityLevel>.Snake();
    private static readonly EnumNames<CaseClock> Clocks = EnumNames<CaseClock>.Snake();
    private static readonly EnumNames<EvidenceKind> Kinds = EnumNames<EvidenceKind>.Snake();

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

    /// <summary>Reads the facts; an object that says nothing is no facts, as in the bytes that are hashed.</summary>
    public static CaseFacts? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new JsonException("facts: an object is expected.");
        var facts = new CaseFacts
        {
            Key = OptionalText(json, "key"),
            Outcome = OptionalText(json, "outcome") is { } outcome ? Outcomes.Parse(outcome, "facts.outcome") : null,
            Answer = OptionalText(json, "answer") is { } answer ? Answers.Parse(answer, "facts.answer") : null,
            Body = CaseEntryJson.OptionalId<BodyId>(json, "body", Path),
            Person = CaseEntryJson.OptionalId<ActorId>(json, "person", Path),
            Related = CaseEntryJson.OptionalId<CaseId>(json, "related", Path),
            Until = CaseEntryJson.Instant(json, "until", Path),
            Limit = OptionalText(json, "limit") is { } limit ? Limit(limit) : null,
            Level = OptionalText(json, "level") is { } level ? Levels.Parse(level, "facts.level") : null,
            Clock = OptionalText(json, "clock") is { } clock ? Clocks.Parse(clock, "facts.clock") : null,
            Share = json.TryGetProperty("share", out _) ? CaseEntryJson.Number(json, "share", Path) : null,
            Authority = OptionalText(json, "authority"),
            Evidence = json.TryGetProperty("evidence", out var evidence) ? ReadEvidence(evidence) : [],
        };
        return facts.IsEmpty ? null : facts;
    }

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
        return ValueList.From(json.EnumerateArray().Select((item, i) => ReadEvidence(item, i)));
    }

    private static Evidence ReadEvidence(JsonElement json, int index)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"facts.evidence[{index}].");
        if (json.ValueKind != JsonValueKind.Object)
            throw new JsonException($"{path[..^1]}: an object is expected.");
        return new(Kinds.Parse(CaseEntryJson.Text(json, "kind", path), path + "kind"), CaseEntryJson.Text(json, "reference", path))
        {
            Hash = json.TryGetProperty("sha256", out _) ? CaseEntryJson.Hash(json, "sha256", path) : null,
            At = CaseEntryJson.Point(json, "at", path),
            Taken = CaseEntryJson.Instant(json, "taken", path),
        };
    }

    private static string? OptionalText(JsonElement json, string name) =>
        json.TryGetProperty(name, out _) ? CaseEntryJson.Text(json, name, Path) : null;

    private static TimeLimit Limit(string text) => TimeLimit.TryParse(text, out var limit)
        ? limit
        : throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"facts.limit: \"{text}\" is no limit; such as \"2 work_day\" is expected."));
}
