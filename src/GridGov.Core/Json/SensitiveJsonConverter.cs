using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace GridGov;

/// <summary>Whether a document carries the personal values in it.</summary>
public enum PersonalData
{
    /// <summary>Three stars stand in their place; read again, they are absent.</summary>
    Masked = 0,

    /// <summary>They are written out: for a store that keeps them under a key of their own, or for the person.</summary>
    Included = 1,
}

/// <summary>Writes a personal value as three stars unless it is asked for; reads three stars as absent.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal sealed class SensitiveJsonConverter<T>(PersonalData personal) : JsonConverter<Sensitive<T>>
    where T : notnull
{
    private const string Mask = "***";

    public override Sensitive<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(Mask))
            return null;
        var info = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        try
        {
            return JsonSerializer.Deserialize(ref reader, info) is { } value ? new(value) : null;
        }
        catch (JsonException)
        {
            // The message of the inner converter might quote what stood there.
            throw new JsonException("A personal value of another type is expected.");
        }
    }

    public override void Write(Utf8JsonWriter writer, Sensitive<T> value, JsonSerializerOptions options)
    {
        if (personal == PersonalData.Masked)
            writer.WriteStringValue(Mask);
        else
            JsonSerializer.Serialize(writer, value.Reveal(), (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
    }
}
