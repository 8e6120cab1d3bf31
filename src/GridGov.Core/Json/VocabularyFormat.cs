using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace GridGov;

/// <summary>Documents of the types that System.Text.Json reads as they are.</summary>
/// <param name="name">What a fault calls the document.</param>
/// <exception cref="NotSupportedException">The type has no documents.</exception>
internal sealed class VocabularyFormat<T>(string name) : DocumentFormat<T>
    where T : class
{
    private const string FormatName = "format";

    private static readonly JsonSerializerOptions Masked = VocabularyContext.Masked;

    private readonly JsonTypeInfo<T> _info = InfoOf(VocabularyContext.Included);

    public override KeptDocument<T> Read(ReadOnlySpan<byte> utf8, NamedDefinitions named, bool keeps)
    {
        utf8 = JsonFault.WithoutMark(utf8);
        try
        {
            if (!Utf8.IsValid(utf8))
                throw new JsonException("It is not UTF-8 text.");
            CheckFormat(utf8);
            var value = JsonSerializer.Deserialize(utf8, _info) ?? throw new JsonException("The document is null.");
            return new(value, keeps ? UnknownOf(utf8, value) : null);
        }
        catch (JsonException e)
        {
            throw DocumentException.From(name, e);
        }
        catch (InvalidOperationException)
        {
            // The name of a field that is looked at on the way to the format is half a character.
            throw new DocumentException(name, "$", "the name of a field is not valid Unicode", []);
        }
    }

    public override byte[] Write(KeptDocument<T> document, PersonalData personal)
    {
        var written = (JsonObject)JsonSerializer.SerializeToNode(document.Value, personal == PersonalData.Included ? _info : InfoOf(Masked))!;
        if (personal == PersonalData.Included || !HoldsPersonalData(_info, []))
            UnknownFields.Restore(written, document.Unknown, UnknownFields.VocabularyKeys);
        written.Insert(0, FormatName, GridGovJson.Format);
        return UnknownFields.ToUtf8(written, Masked);
    }

    private static JsonTypeInfo<T> InfoOf(JsonSerializerOptions options) =>
        options.GetTypeInfo(typeof(T)) is JsonTypeInfo<T> { Kind: JsonTypeInfoKind.Object } info
            ? info
            : throw new NotSupportedException($"{typeof(T).Name} is no document of the vocabulary.");

    private static bool HoldsPersonalData(JsonTypeInfo info, HashSet<Type> seen)
    {
        foreach (var property in info.Properties)
        {
            var type = property.PropertyType;
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Sensitive<>))
                return true;
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
                type = type.GenericTypeArguments[0];
            if (seen.Add(type) && HoldsPersonalData(Masked.GetTypeInfo(type), seen))
                return true;
        }

        return false;
    }

    // What may be set and not read, such as the needs of a household, is known and not written.
    private JsonNode? UnknownOf(ReadOnlySpan<byte> utf8, T value) => UnknownFields.Of(
        utf8,
        Masked,
        JsonSerializer.SerializeToNode(value, _info),
        UnknownFields.VocabularyKeys,
        _info.Properties.Where(p => p.Get is null).Select(p => p.Name).Append(FormatName));

    // Looked for before anything else is understood: another version may mean other things by the same names.
    private void CheckFormat(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new() { MaxDepth = Masked.MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("An object is expected.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isFormat = reader.ValueTextEquals(FormatName);
            reader.Read();
            if (isFormat && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var format) && format == GridGovJson.Format)
                return;
            if (isFormat)
                throw new DocumentException(name, "$.format", $"this version reads format {GridGovJson.Format} only", []);
            reader.Skip();
        }

        throw new DocumentException(name, "$.format", $"it is missing; write \"format\": {GridGovJson.Format}", []);
    }
}
