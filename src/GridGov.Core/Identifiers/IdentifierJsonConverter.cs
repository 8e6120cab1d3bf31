using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>
/// Reads and writes an identifier as a JSON string, also as a property name. A JSON number is refused: it loses
/// leading zeros, and in many programs its last digits. Stateless and thread-safe; needs no reflection.
/// </summary>
/// <typeparam name="T">The identifier type.</typeparam>
public sealed class IdentifierJsonConverter<T> : JsonConverter<T>
    where T : struct, IIdentifier<T>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">Not a string, or not an identifier; the message names the place and holds no value.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => IdentifierJson.Read<T>(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[IdentifierText.Room];
        writer.WriteStringValue(IdentifierJson.Format(value, text, default));
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => IdentifierJson.Read<T>(ref reader);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[IdentifierText.Room];
        writer.WritePropertyName(IdentifierJson.Format(value, text, default));
    }
}
