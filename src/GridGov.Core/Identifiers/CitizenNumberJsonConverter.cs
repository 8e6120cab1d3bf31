using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>
/// Reads a citizen number from a JSON string, and writes it masked: what is written cannot be read back, which is
/// meant for replies and logs. A store names <see cref="RevealedCitizenNumberJsonConverter"/>. As a property name it
/// is refused: masked names would fall together. Stateless and thread-safe; needs no reflection.
/// </summary>
public sealed class CitizenNumberJsonConverter : JsonConverter<CitizenNumber>
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
        writer.WriteStringValue(IdentifierJson.Format(value, text, "M"));
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override CitizenNumber ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw NoName();

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, CitizenNumber value, JsonSerializerOptions options) => throw NoName();

    private static NotSupportedException NoName() => new(
        "A citizen number is personal and is no property name of JSON.\n"
        + $"Use another key; a store of its own adds {nameof(RevealedCitizenNumberJsonConverter)} to its options.");
}
