using System.Text.Json;

namespace GridGov;

/// <summary>
/// One checkpoint, or one proof, as one JSON object, for <c>checkpoints.jsonl</c>. Stateless; thread-safe. The format is in
/// <c>docs/formats.md</c>.
/// </summary>
public static class CheckpointJson
{
    /// <summary>The version of the format, written into every object.</summary>
    public const int Format = 1;

    /// <summary>Writes a checkpoint.</summary>
    /// <param name="writer">Where it goes; not flushed.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    public static void Write(Utf8JsonWriter writer, Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(checkpoint);
        writer.WriteStartObject();
        writer.WriteNumber("checkpoint", checkpoint.Number);
        writer.WriteNumber("format", Format);
        writer.WriteNumber("position", checkpoint.Position);
        writer.WriteString("at", checkpoint.At);
        writer.WriteNumber("cases", checkpoint.Cases);
        writer.WriteString("root", checkpoint.Root.ToString());
        writer.WriteString("previous", checkpoint.Previous.ToString());
        writer.WriteString("key", checkpoint.Key);
        writer.WriteString("hash", checkpoint.Hash.ToString());
        writer.WriteBase64String("signature", checkpoint.Signature.AsSpan());
        writer.WriteEndObject();
    }

    /// <summary>Reads a checkpoint; hash and signature are taken as they stand and checked by <see cref="CheckpointChain"/>.</summary>
    /// <param name="utf8">One JSON object.</param>
    /// <exception cref="JsonException">It is not a checkpoint of this format; the message names the field.</exception>
    public static Checkpoint Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = Parse(utf8, "A checkpoint");
        var json = document.RootElement;
        return new()
        {
            Number = CaseEntryJson.Number(json, "checkpoint"),
            Position = CaseEntryJson.LongNumber(json, "position"),
            At = CaseEntryJson.Instant(json, "at") ?? throw CaseEntryJson.Missing("at"),
            Cases = CaseEntryJson.LongNumber(json, "cases"),
            Root = CaseEntryJson.Hash(json, "root"),
            Previous = CaseEntryJson.Hash(json, "previous"),
            Key = CaseEntryJson.Text(json, "key"),
            Hash = CaseEntryJson.Hash(json, "hash"),
            Signature = json.TryGetProperty("signature", out var signature) && signature.ValueKind == JsonValueKind.String && signature.TryGetBytesFromBase64(out var bytes)
                ? ValueList.From(bytes)
                : throw CaseEntryJson.Missing("signature"),
        };
    }

    /// <summary>Writes a proof.</summary>
    /// <param name="writer">Where it goes; not flushed.</param>
    /// <param name="proof">The proof.</param>
    public static void Write(Utf8JsonWriter writer, CheckpointProof proof)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(proof);
        writer.WriteStartObject();
        writer.WriteString("case", proof.Head.Case.Value);
        writer.WriteNumber("format", Format);
        writer.WriteNumber("version", proof.Head.Version);
        writer.WriteString("head", proof.Head.Hash.ToString());
        writer.WriteStartArray("steps");
        foreach (var (bit, sibling) in proof.Steps)
        {
            writer.WriteStartObject();
            writer.WriteNumber("bit", bit);
            writer.WriteString("sibling", sibling.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Reads a proof; whether it holds is for <see cref="CheckpointProof.Holds"/> to say.</summary>
    /// <param name="utf8">One JSON object.</param>
    /// <exception cref="JsonException">It is not a proof of this format; the message names the field.</exception>
    public static CheckpointProof ReadProof(ReadOnlyMemory<byte> utf8)
    {
        using var document = Parse(utf8, "A proof");
        var json = document.RootElement;
        if (!json.TryGetProperty("steps", out var steps) || steps.ValueKind != JsonValueKind.Array)
            throw CaseEntryJson.Missing("steps");
        return new(
            new(CaseEntryJson.Id<CaseId>(json, "case"), CaseEntryJson.Number(json, "version"), CaseEntryJson.Hash(json, "head")),
            ValueList.From(steps.EnumerateArray().Select((step, i) => step.ValueKind != JsonValueKind.Object
                ? throw CaseEntryJson.Missing($"steps[{i}]")
                : new ProofStep(CaseEntryJson.Number(step, "bit", $"steps[{i}]."), CaseEntryJson.Hash(step, "sibling", $"steps[{i}].")))));
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8, string what)
    {
        var document = CaseEntryJson.Parse(utf8);
        try
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new JsonException($"{what} is a JSON object.");
            return CaseEntryJson.Number(document.RootElement, "format") == Format
                ? document
                : throw new JsonException($"format: this version reads {Format}.");
        }
        catch
        {
            document.Dispose();
            throw;
        }
    }
}
