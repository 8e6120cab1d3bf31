using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>Reads and writes an enumeration as exactly one of its names; numbers and lists of names are refused.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class EnumNameJsonConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private readonly FrozenDictionary<string, T> _byName;
    private readonly FrozenDictionary<T, string> _names;

    private EnumNameJsonConverter(Func<string, string> name, StringComparer comparer)
    {
        var values = Enum.GetValues<T>();
        _names = values.ToFrozenDictionary(v => v, v => name(v.ToString()));
        _byName = values.ToFrozenDictionary(v => _names[v], v => v, comparer);
    }

    /// <summary>Names in snake_case, as the vocabulary has them.</summary>
    public static EnumNameJsonConverter<T> Snake() => new(JsonNamingPolicy.SnakeCaseLower.ConvertName, StringComparer.Ordinal);

    /// <summary>Names such as MicroGrid, in any case, as people write them in definitions.</summary>
    public static EnumNameJsonConverter<T> Pascal() => new(name => name, StringComparer.OrdinalIgnoreCase);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && _byName.TryGetValue(reader.GetString()!, out var value)
            ? value
            : throw new JsonException($"One of {string.Join(", ", _names.Values.Order(StringComparer.Ordinal))} is expected.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(_names.TryGetValue(value, out var name) ? name : throw new JsonException($"{typeof(T).Name} has no such value."));
}
