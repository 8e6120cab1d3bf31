using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GridGov;

/// <summary>What a document holds beyond what was understood, and how to put it back.</summary>
/// <remarks>
/// Items of an array are told apart by their key fields, where the array's name has some in <c>keys</c>; else by their
/// place, as long as both have as many.
/// </remarks>
internal static class UnknownFields
{
    /// <summary>The key fields of the vocabulary's arrays.</summary>
    public static readonly FrozenDictionary<string, string[]> VocabularyKeys =
        new Dictionary<string, string[]> { ["members"] = ["person"] }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The fields of a document that are not written again from what was read of it, or null.</summary>
    /// <param name="utf8">The document, which was read.</param>
    /// <param name="options">The options with which it was read.</param>
    /// <param name="written">What was read of it, with arrays in the order of the document.</param>
    /// <param name="keys">The key fields by an array's name.</param>
    /// <param name="aside">Fields of the document that are known and not written.</param>
    /// <exception cref="JsonException">Within what is not known a field occurs twice or text is not valid Unicode: it could not be kept.</exception>
    public static JsonNode? Of(
        ReadOnlySpan<byte> utf8, JsonSerializerOptions options, JsonNode? written, FrozenDictionary<string, string[]> keys, params IEnumerable<string> aside)
    {
        try
        {
            var document = JsonNode.Parse(utf8, documentOptions: new()
            {
                MaxDepth = options.MaxDepth,
                AllowDuplicateProperties = false,
                CommentHandling = options.ReadCommentHandling,
            })!.AsObject();
            foreach (var name in aside)
                document.Remove(name);

            // Written once for trial, since a node looks at its text only then.
            var unknown = Of(document, written, keys, null);
            unknown?.ToJsonString();
            return unknown;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A field that is not known is not valid Unicode.", e);
        }
    }

    /// <summary>Adds what was unknown to what is about to be written; what is known now stands.</summary>
    public static void Restore(JsonNode? target, JsonNode? unknown, FrozenDictionary<string, string[]> keys) => Restore(target, unknown, keys, null);

    /// <summary>The bytes of a document, without a byte order mark.</summary>
    public static byte[] ToUtf8(JsonNode document, JsonSerializerOptions options)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Encoder = options.Encoder, Indented = options.WriteIndented, NewLine = options.NewLine }))
            document.WriteTo(writer);
        return stream.ToArray();
    }

    private static JsonNode? Of(JsonNode? document, JsonNode? written, FrozenDictionary<string, string[]> keys, string[]? key) => (document, written) switch
    {
        (JsonObject a, JsonObject b) => OfObject(a, b, keys),
        (JsonArray a, JsonArray b) when a.Count == b.Count => OfArray(a, b, keys, key),
        _ => null,
    };

    private static void Restore(JsonNode? target, JsonNode? unknown, FrozenDictionary<string, string[]> keys, string[]? key)
    {
        switch (target, unknown)
        {
            case (JsonObject a, JsonObject b):
                foreach (var (name, value) in b)
                {
                    if (a.TryGetPropertyValue(name, out var known))
                        Restore(known, value, keys, keys.GetValueOrDefault(name));
                    else
                        a.Add(name, value?.DeepClone());
                }

                break;
            case (JsonArray a, JsonArray b) when key is not null:
                RestoreItems(a, b, keys, key);
                break;
            case (JsonArray a, JsonArray b) when a.Count == b.Count:
                for (var i = 0; i < a.Count; i++)
                    Restore(a[i], b[i], keys, null);
                break;
        }
    }

    private static void RestoreItems(JsonArray target, JsonArray unknown, FrozenDictionary<string, string[]> keys, string[] key)
    {
        var byKey = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var item in unknown.OfType<JsonObject>())
            byKey.TryAdd(KeyOf(item, key), item);
        foreach (var item in target.OfType<JsonObject>())
        {
            if (byKey.Remove(KeyOf(item, key), out var rest))
                Restore(item, rest, keys, null);
        }
    }

    private static JsonObject? OfObject(JsonObject document, JsonObject written, FrozenDictionary<string, string[]> keys)
    {
        JsonObject? unknown = null;
        foreach (var (name, value) in document)
        {
            var rest = written.TryGetPropertyValue(name, out var known) ? Of(value, known, keys, keys.GetValueOrDefault(name)) : value?.DeepClone();

            // A null that is not written again says nothing.
            if (rest is not null)
                (unknown ??= [])[name] = rest;
        }

        return unknown;
    }

    private static JsonArray? OfArray(JsonArray document, JsonArray written, FrozenDictionary<string, string[]> keys, string[]? key)
    {
        var rests = new JsonNode?[document.Count];
        for (var i = 0; i < rests.Length; i++)
        {
            rests[i] = Of(document[i], written[i], keys, null);
            if (key is null || rests[i] is not JsonObject rest)
                continue;

            // The key goes with the rest; it is known, so that it is written as it is then.
            foreach (var name in key)
            {
                if (written[i]![name] is { } field)
                    rest[name] = field.DeepClone();
            }
        }

        return Array.Exists(rests, r => r is not null) ? new JsonArray(rests) : null;
    }

    private static string KeyOf(JsonObject item, string[] key) => string.Join('\n', key.Select(name => item[name]?.ToJsonString()));
}
