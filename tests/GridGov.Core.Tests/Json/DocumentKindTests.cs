using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace GridGov.Core.Tests;

/// <summary>What holds for the documents of every kind, definitions included.</summary>
public sealed class DocumentKindTests
{
    private static readonly string[] Wrong = ["1e999", "{}", "[[]]", "true", "\"\\ud800\""];

    // Arrays whose items freezing puts in an order of its own.
    private static readonly string[] Reordered = ["items", "classes", "entries", "grids", "holidays"];

    public static TheoryData<string> Names { get; } = new(DocumentKinds.All.Select(k => k.Name));

    [Fact]
    public void Every_kind_is_here_once() => Assert.Equal(32, DocumentKinds.All.Select(k => k.Name).Distinct().Count());

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_written_is_read_and_written_the_same(string name)
    {
        var kind = KindOf(name);
        var kept = kind.Keep(kind.Sample);

        Assert.Equal(Text(kind.Sample), Text(kind.Strict(kind.Sample)));
        Assert.Equal(Text(kind.Sample), Text(kept.Write()));
        Assert.False(kept.HasUnknownFields);
    }

    [Fact]
    public void Unknown_fields_survive_in_every_kind_at_every_depth_whatever_the_order_of_items() =>
        Gen.Select(DocumentKinds.Any, Gen.Int[0, 1000].Array[1, 8], Gen.Int).Sample((kind, picks, shuffle) =>
        {
            var document = JsonNode.Parse(kind.Sample)!;
            foreach (var array in All(document).OfType<JsonArray>().Where(a => a.Parent is JsonObject && Reordered.Contains(a.GetPropertyName())).ToArray())
                Shuffle(array, shuffle);
            var objects = All(document).OfType<JsonObject>().ToArray();
            foreach (var (i, pick) in picks.Index())
                objects[pick % objects.Length][$"new_{i}"] = JsonNode.Parse($$"""[{{i}}, {"a": null, "b": ["中", 1.50, {{pick}}]}]""");

            var kept = kind.Keep(Encoding.UTF8.GetBytes(document.ToJsonString()));
            var written = JsonNode.Parse(kept.Write())!;

            Assert.True(kept.HasUnknownFields);
            for (var i = 0; i < picks.Length; i++)
            {
                var (before, after) = (Holder(document, $"new_{i}"), Holder(written, $"new_{i}"));
                Assert.True(JsonNode.DeepEquals(before[$"new_{i}"], after[$"new_{i}"]));
                Assert.Equal(before.Parent is null, after.Parent is null);
                Assert.True(before.Parent is null || JsonNode.DeepEquals(Known(before), Known(after)), $"new_{i} came to another item.");
            }

            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(kind.Sample), Known(written)));
        }, iter: 1000);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_field_of_a_wrong_type_or_out_of_range_is_told_with_its_place(string name)
    {
        var kind = KindOf(name);
        var leaves = All(JsonNode.Parse(kind.Sample)!).Count(n => n is JsonValue);
        Assert.True(leaves > 0);
        for (var i = 0; i < leaves; i++)
        {
            foreach (var wrong in Wrong)
            {
                var document = JsonNode.Parse(kind.Sample)!;
                var leaf = All(document).Where(n => n is JsonValue).ElementAt(i);
                if (wrong == "true" && leaf.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False)
                    continue;
                leaf.ReplaceWith("@@");
                AssertLocated(kind, document.ToJsonString().Replace("\"@@\"", wrong, StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_field_twice_and_a_document_too_deep_are_told_with_their_place(string name)
    {
        var kind = KindOf(name);
        var text = Text(kind.Sample);
        var first = text.IndexOf('"', StringComparison.Ordinal);
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000);

        AssertLocated(kind, text.Insert(first, "\"format\":1,"));
        AssertLocated(kind, text.Insert(first, $"\"new\":{deep},"));
        AssertLocated(kind, text.Insert(first, "\"new\":{\"a\":1,\"a\":2},"));
        AssertLocated(kind, text.Insert(first, "\"\\ud800\":1,"));
        AssertLocated(kind, text.Insert(first, "\"new\":\"\\ud800\","));
        AssertLocated(kind, new string('[', 100_000));
        AssertLocated(kind, text.Replace("\"format\":1", "\"format\":2", StringComparison.Ordinal).Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_bytes_come_they_are_read_or_refused_by_name() =>
        Gen.Select(DocumentKinds.Any, Gen.Int[0, 100_000], Gen.Byte, Gen.Int[0, 3]).Sample((kind, place, value, how) =>
        {
            var bytes = kind.Sample.ToList();
            var at = place % bytes.Count;
            switch (how)
            {
                case 0: bytes[at] = value; break;
                case 1: bytes.Insert(at, value); break;
                case 2: bytes.RemoveAt(at); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }

            Refusal(() => kind.Keep([.. bytes]));
            Refusal(() => kind.Strict([.. bytes]));
        }, iter: 2000);

    private static void AssertLocated(DocumentKind kind, string json)
    {
        var place = Refusal(() => kind.Keep(Encoding.UTF8.GetBytes(json)));
        Assert.True(place is not null, $"{kind.Name} was read from {(json.Length < 2000 ? json : json[..200])}");
        Assert.Contains("$", place, StringComparison.Ordinal);
    }

    // Where a document is refused, or null where it is read.
    private static string? Refusal(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (DocumentException e)
        {
            return e.Path;
        }
        catch (DefinitionException e)
        {
            Assert.All(e.Faults, f => Assert.NotEqual(string.Empty, f.Where));
            return e.Faults[0].Where;
        }
    }

    private static DocumentKind KindOf(string name) => DocumentKinds.All.Single(k => k.Name == name);

    private static string Text(byte[] utf8) => Encoding.UTF8.GetString(utf8);

    private static IEnumerable<JsonNode> All(JsonNode node) => node switch
    {
        JsonObject o => o.Where(p => p.Value is not null).SelectMany(p => All(p.Value!)).Prepend(node),
        JsonArray a => a.OfType<JsonNode>().SelectMany(All).Prepend(node),
        _ => [node],
    };

    private static JsonObject Holder(JsonNode document, string field) =>
        Assert.Single(All(document).OfType<JsonObject>(), o => o.ContainsKey(field));

    private static JsonNode Known(JsonNode node)
    {
        var copy = node.DeepClone();
        foreach (var holder in All(copy).OfType<JsonObject>().ToArray())
        {
            foreach (var name in holder.Select(p => p.Key).Where(k => k.StartsWith("new_", StringComparison.Ordinal)).ToArray())
                holder.Remove(name);
        }

        return copy;
    }

    private static void Shuffle(JsonArray array, int seed)
    {
        JsonNode?[] items = [.. array];
        array.Clear();
        for (var i = 0; i < items.Length; i++)
            array.Add(items[(int)(((ulong)(uint)seed + (ulong)i) % (ulong)items.Length)]);
    }
}
