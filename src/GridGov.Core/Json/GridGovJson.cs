using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace GridGov;

/// <summary>
/// JSON for the vocabulary: reports, duty items, case standards and the drafts of the five elements. Names are
/// snake_case, enumerations are names, instants carry their offset, and every document says its format version.
/// Stateless and thread-safe; no reflection, so it survives trimming. The format is in <c>docs/formats.md</c>.
/// </summary>
/// <remarks>
/// A hostile document (too deep, a field twice, numbers out of range, wrong types) gives a <see cref="DocumentException"/>
/// with its place. Fields that this version does not know are passed over, or kept with <see cref="ReadKept{T}"/>.
/// </remarks>
public static class GridGovJson
{
    /// <summary>The version of the format, written as <c>format</c> into every document.</summary>
    public const int Format = 1;

    private const string FormatName = "format";

    private static readonly JsonSerializerOptions Included = VocabularyContext.Make(PersonalData.Included);

    /// <summary>
    /// The options for a serialiser of one's own; personal values are masked. Read-only. Text is written as it is, so
    /// what goes into an HTML page has to be escaped there.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = VocabularyContext.Make(PersonalData.Masked);

    /// <summary>Reads a document.</summary>
    /// <typeparam name="T">A type of the vocabulary.</typeparam>
    /// <param name="utf8">The document in UTF-8, with or without a byte order mark.</param>
    /// <exception cref="DocumentException">The document is not one of that type and format version.</exception>
    /// <exception cref="NotSupportedException">The type is not of the vocabulary.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8)
        where T : class
    {
        utf8 = WithoutMark(utf8);
        var info = InfoOf<T>(Included);
        try
        {
            if (!Utf8.IsValid(utf8))
                throw new JsonException("It is not UTF-8 text.");
            CheckFormat<T>(utf8);
            return JsonSerializer.Deserialize(utf8, info) ?? throw new JsonException("The document is null.");
        }
        catch (JsonException e)
        {
            throw DocumentException.From(typeof(T).Name, e);
        }
    }

    /// <summary>Reads a document and keeps the fields that this version does not know.</summary>
    /// <typeparam name="T">A type of the vocabulary.</typeparam>
    /// <param name="utf8">The document in UTF-8, with or without a byte order mark.</param>
    /// <exception cref="DocumentException">The document is not one of that type and format version.</exception>
    /// <exception cref="NotSupportedException">The type is not of the vocabulary.</exception>
    public static KeptDocument<T> ReadKept<T>(ReadOnlySpan<byte> utf8)
        where T : class
    {
        utf8 = WithoutMark(utf8);
        var value = Read<T>(utf8);
        try
        {
            var document = JsonNode.Parse(utf8, documentOptions: new() { MaxDepth = Options.MaxDepth, AllowDuplicateProperties = false });
            (document as JsonObject)?.Remove(FormatName);
            return new(value, UnknownFields.Of(document, JsonSerializer.SerializeToNode(value, InfoOf<T>(Included))));
        }
        catch (JsonException e)
        {
            // A field twice within what is not known: it could not be kept.
            throw DocumentException.From(typeof(T).Name, e);
        }
    }

    /// <summary>Writes a document.</summary>
    /// <typeparam name="T">A type of the vocabulary.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="personal">Whether personal values are written out; masked unless asked for.</param>
    /// <returns>The document in UTF-8, without a byte order mark.</returns>
    /// <exception cref="NotSupportedException">The type is not of the vocabulary.</exception>
    public static byte[] Write<T>(T value, PersonalData personal = PersonalData.Masked)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        return Write(new KeptDocument<T>(value, null), personal);
    }

    /// <summary>Writes a document with the fields that were not known when it was read.</summary>
    /// <typeparam name="T">A type of the vocabulary.</typeparam>
    /// <param name="document">What was read.</param>
    /// <param name="personal">
    /// Whether personal values are written out; masked unless asked for. Fields that are not known may be personal, so a
    /// masked document of a type with personal values leaves them out.
    /// </param>
    /// <returns>The document in UTF-8, without a byte order mark.</returns>
    public static byte[] Write<T>(KeptDocument<T> document, PersonalData personal = PersonalData.Masked)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(document);
        var written = (JsonObject)JsonSerializer.SerializeToNode(document.Value, InfoOf<T>(personal == PersonalData.Included ? Included : Options))!;
        if (personal == PersonalData.Included || !HoldsPersonalData(InfoOf<T>(Options), []))
            UnknownFields.Restore(written, document.Unknown);
        written.Insert(0, FormatName, Format);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Encoder = Options.Encoder }))
            written.WriteTo(writer);
        return stream.ToArray();
    }

    private static JsonTypeInfo<T> InfoOf<T>(JsonSerializerOptions options) =>
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
            if (seen.Add(type) && HoldsPersonalData(Options.GetTypeInfo(type), seen))
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    // Looked for before anything else is understood: another version may mean other things by the same names.
    private static void CheckFormat<T>(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new() { MaxDepth = Options.MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("An object is expected.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isFormat = reader.ValueTextEquals(FormatName);
            reader.Read();
            if (isFormat && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var format) && format == Format)
                return;
            if (isFormat)
                throw new DocumentException(typeof(T).Name, "$.format", null, null, $"this version reads format {Format} only", null);
            reader.Skip();
        }

        throw new DocumentException(typeof(T).Name, "$.format", null, null, $"it is missing; write \"format\": {Format}", null);
    }
}
