using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using static System.FormattableString;

namespace GridGov;

/// <summary>
/// Finds the first fault of every item of a definition's list, where the serialiser stops at the first of the document:
/// who mends a list by hand wants to see all that is wrong with it at once.
/// </summary>
internal static class JsonItemFaults
{
    /// <summary>One located fault for each item that cannot be read; none where the document itself is no JSON.</summary>
    /// <typeparam name="TItem">The form in which an item stands in JSON.</typeparam>
    /// <param name="utf8">The document.</param>
    /// <param name="list">The name of the list within the document's object.</param>
    public static IReadOnlyList<Fault> Of<TItem>(ReadOnlySpan<byte> utf8, string list)
        where TItem : class
    {
        utf8 = JsonFault.WithoutMark(utf8);
        var info = (JsonTypeInfo<TItem>)DefinitionContext.Strict.GetTypeInfo(typeof(TItem));
        var faults = new List<Fault>();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName)
                    continue;
                var isList = reader.ValueTextEquals(list);
                reader.Read();
                if (!isList || reader.TokenType != JsonTokenType.StartArray)
                    reader.Skip();
                else
                    ReadItems(ref reader, utf8, list, info, faults);
            }
        }
        catch (JsonException)
        {
            return [];
        }

        return faults;
    }

    private static void ReadItems<TItem>(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, string list, JsonTypeInfo<TItem> info, List<Fault> faults)
        where TItem : class
    {
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            var path = Invariant($"$.{list}[{i}]");
            try
            {
                if (JsonSerializer.Deserialize(utf8[start..(int)reader.BytesConsumed], info) is null)
                    faults.Add(new(path, "the item is null"));
            }
            catch (JsonException e)
            {
                var (line, column) = PlaceOf(utf8[..start]);
                var ownLine = (e.LineNumber ?? 0) + line;
                var ownByte = (e.BytePositionInLine ?? 0) + (e.LineNumber > 0 ? 0 : column);
                faults.Add(new(Invariant($"line {ownLine + 1}, byte {ownByte + 1}, {path}{(e.Path ?? "$")[1..]}"), JsonFault.ReasonOf(e)));
            }
        }
    }

    // Line and byte, both from 0, of what comes after these bytes.
    private static (long Line, long Column) PlaceOf(ReadOnlySpan<byte> before) =>
        (before.Count((byte)'\n'), before.Length - before.LastIndexOf((byte)'\n') - 1);
}
