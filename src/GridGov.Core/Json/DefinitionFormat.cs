using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using static System.FormattableString;

namespace GridGov;

/// <summary>The form in which a definition stands in JSON.</summary>
internal interface IDefinitionDto
{
    /// <summary>The version of the format.</summary>
    int Format { get; }
}

/// <summary>Documents of a definition, which is frozen of what stands in JSON.</summary>
/// <typeparam name="T">The definition.</typeparam>
/// <typeparam name="TDto">Its form in JSON.</typeparam>
internal sealed class DefinitionFormat<T, TDto> : DocumentFormat<T>
    where T : class
    where TDto : class, IDefinitionDto
{
    /// <summary>The version that is read and written.</summary>
    public const int Version = 1;

    /// <summary>What a fault calls the document.</summary>
    public required string Name { get; init; }

    public required Func<TDto, NamedDefinitions, T> Make { get; init; }

    public required Func<T, TDto> ToDto { get; init; }

    /// <summary>The fields by which the items of an array are told apart, by the array's name. Freezing orders items anew.</summary>
    public FrozenDictionary<string, string[]> Keys { get; init; } = FrozenDictionary<string, string[]>.Empty;

    /// <summary>Whether people are meant to read it line by line.</summary>
    public bool IsIndented { get; init; }

    /// <summary>Reads a document in which a field that is not known is a fault.</summary>
    /// <exception cref="DefinitionException">It is not of the format; one located fault.</exception>
    public TDto Parse(ReadOnlySpan<byte> utf8) => Parse(utf8, DefinitionContext.Strict);

    /// <summary>As <see cref="Parse(ReadOnlySpan{byte})"/>, and makes the definition, which refers to no other.</summary>
    /// <exception cref="DefinitionException">It is not of the format, or has faults.</exception>
    public T Read(ReadOnlySpan<byte> utf8) => Make(Parse(utf8), NamedDefinitions.None);

    public override KeptDocument<T> Read(ReadOnlySpan<byte> utf8, NamedDefinitions named, bool keeps)
    {
        var dto = Parse(utf8, DefinitionContext.Lenient);
        return new(Make(dto, named), keeps ? UnknownOf(JsonFault.WithoutMark(utf8), dto) : null);
    }

    public byte[] Write(T value) => JsonSerializer.SerializeToUtf8Bytes(ToDto(value), InfoOf(Writing));

    public override byte[] Write(KeptDocument<T> document, PersonalData personal)
    {
        // Without detour where nothing is to be restored: a country of grids is large.
        if (document.Unknown is null)
            return Write(document.Value);
        var written = (JsonObject)JsonSerializer.SerializeToNode(ToDto(document.Value), InfoOf(Writing))!;
        UnknownFields.Restore(written, document.Unknown, Keys);
        return UnknownFields.ToUtf8(written, Writing);
    }

    private JsonSerializerOptions Writing => IsIndented ? DefinitionContext.Indented : DefinitionContext.Strict;

    private static JsonTypeInfo<TDto> InfoOf(JsonSerializerOptions options) => (JsonTypeInfo<TDto>)options.GetTypeInfo(typeof(TDto));

    private TDto Parse(ReadOnlySpan<byte> utf8, JsonSerializerOptions options)
    {
        try
        {
            var dto = JsonSerializer.Deserialize(JsonFault.WithoutMark(utf8), InfoOf(options));
            return dto is null ? throw Refused("$", "the document is null")
                : dto.Format == Version ? dto
                : throw Refused("$.format", Invariant($"format {dto.Format} is not known; this version reads {Version}"));
        }
        catch (JsonException e)
        {
            throw new DefinitionException(Name, [JsonFault.Of(e)], e);
        }
    }

    private JsonNode? UnknownOf(ReadOnlySpan<byte> utf8, TDto dto)
    {
        try
        {
            var options = DefinitionContext.Lenient;
            return UnknownFields.Of(utf8, options, JsonSerializer.SerializeToNode(dto, InfoOf(options)), Keys);
        }
        catch (JsonException e)
        {
            throw new DefinitionException(Name, [JsonFault.Of(e)], e);
        }
    }

    private DefinitionException Refused(string where, string what) => new(Name, [new Fault(where, what)]);
}
