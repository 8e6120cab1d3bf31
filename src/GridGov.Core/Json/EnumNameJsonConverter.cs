using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>Reads and writes an enumeration as exactly one of its names; numbers and lists of names are refused.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
/// <param name="names">How its values are called.</param>
internal sealed class EnumNameJsonConverter<T>(EnumNames<T> names) : JsonConverter<T>
    where T : struct, Enum
{
    public static EnumNameJsonConverter<T> Snake() => new(EnumNames<T>.Snake());

    public static EnumNameJsonConverter<T> Pascal() => new(EnumNames<T>.Pascal());

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && names.TryParse(reader.GetString()!, out var value)
            ? value
            : throw new JsonException($"One of {names.Choices} is expected.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(names.TryGetName(value, out var name) ? name : throw new JsonException($"{typeof(T).Name} has no such value."));
}
