using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>Reads and writes a time limit as text such as <c>2 work_day</c>.</summary>
internal sealed class TimeLimitJsonConverter : JsonConverter<TimeLimit>
{
    public override TimeLimit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TimeLimit.TryParse(reader.GetString(), out var limit)
            ? limit
            : throw new JsonException("A time limit is expected, such as \"2 work_day\".");

    public override void Write(Utf8JsonWriter writer, TimeLimit value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
