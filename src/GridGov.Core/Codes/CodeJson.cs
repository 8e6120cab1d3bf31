using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using static System.FormattableString;

namespace GridGov;

/// <summary>How documents of code systems and crosswalks are read and written.</summary>
internal static class CodeJson
{
    public static readonly CodeJsonContext Writing = new(new JsonSerializerOptions(CodeJsonContext.Default.Options)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    public static T Read<T>(string what, ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type)
        where T : class
    {
        // Windows editors put a byte order mark before UTF-8.
        if (utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        try
        {
            return JsonSerializer.Deserialize(utf8, type) ?? throw new DefinitionException(what, [new Fault("$", "the document is null")]);
        }
        catch (JsonException e)
        {
            var where = Invariant($"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}, {e.Path}");
            throw new DefinitionException(what, [new Fault(where, e.Message)], e);
        }
    }

    /// <summary>A system's name and version. A class, because a structure could leave either out.</summary>
    internal sealed record KeyDto(string Id, int Version)
    {
        public static KeyDto From(CodeSystemVersion key) => new(key.Id, key.Version);

        public CodeSystemVersion ToKey() => new(Id, Version);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(NameOnlyConverter<ClassKind>), typeof(NameOnlyConverter<CodeRelation>)],
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(CodeSystemJson.SystemDto))]
[JsonSerializable(typeof(CrosswalkJson.WalkDto))]
internal sealed partial class CodeJsonContext : JsonSerializerContext;
