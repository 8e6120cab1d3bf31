using System.Text.Json.Nodes;

namespace GridGov;

/// <summary>What a document holds beyond what was understood, and how to put it back.</summary>
internal static class UnknownFields
{
    /// <summary>The fields of a document that are not written again from what was read of it, or null.</summary>
    /// <remarks>Items of an array are told apart by their place, as long as both have as many.</remarks>
    public static JsonNode? Of(JsonNode? document, JsonNode? written) => (document, written) switch
    {
        (JsonObject a, JsonObject b) => OfObject(a, b),
        (JsonArray a, JsonArray b) when a.Count == b.Count => OfArray(a, b),
        _ => null,
    };

    /// <summary>Adds what was unknown to what is about to be written; what is known now stands.</summary>
    public static void Restore(JsonNode? target, JsonNode? unknown)
    {
        switch (target, unknown)
        {
            case (JsonObject a, JsonObject b):
                foreach (var (name, value) in b)
                {
                    if (a.TryGetPropertyValue(name, out var known))
                        Restore(known, value);
                    else
                        a.Add(name, value?.DeepClone());
                }

                break;
            case (JsonArray a, JsonArray b) when a.Count == b.Count:
                for (var i = 0; i < a.Count; i++)
                    Restore(a[i], b[i]);
                break;
        }
    }

    private static JsonObject? OfObject(JsonObject document, JsonObject written)
    {
        JsonObject? unknown = null;
        foreach (var (name, value) in document)
        {
            var rest = written.TryGetPropertyValue(name, out var known) ? Of(value, known) : value?.DeepClone();

            // A null that is not written again says nothing.
            if (rest is not null)
                (unknown ??= [])[name] = rest;
        }

        return unknown;
    }

    private static JsonArray? OfArray(JsonArray document, JsonArray written)
    {
        var rests = new JsonNode?[document.Count];
        for (var i = 0; i < rests.Length; i++)
            rests[i] = Of(document[i], written[i]);
        return Array.Exists(rests, r => r is not null) ? new JsonArray(rests) : null;
    }
}
