using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>
/// Reads and writes whole citizen numbers, also as property names: for stores that have to keep them, named there on
/// purpose (<c>JsonSerializerOptions.Converters</c>, or <c>[JsonConverter]</c> on one property). The serialiser puts
/// property names into the path of its errors; numbers that are keys can get into a log that way. Stateless and
/// thread-safe; needs no reflection.
/// </summary>
public sealed class RevealedCitizenNumberJsonConverter : JsonConverter<CitizenNumber>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">Not a string, or not a citizen number; the message names the place and holds no value.</exception>
    public override CitizenNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IdentifierJson.Read<CitizenNumber>(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CitizenNumber value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[IdentifierText.Room];
        writer.WriteStringValue(IdentifierJson.Format(value, text, "R"));
    }

    /// <inheritdoc/>
    public override CitizenNumber ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IdentifierJson.Read<CitizenNumber>(ref reader);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, CitizenNumber value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[IdentifierText.Room];
        writer.WritePropertyName(IdentifierJson.Format(value, text, "R"));
    }
}
