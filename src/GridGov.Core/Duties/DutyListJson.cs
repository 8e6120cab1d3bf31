using System.Text.Json;
using System.Text.Json.Serialization;
using static System.FormattableString;

namespace GridGov;

/// <summary>The JSON form of a duty list. Names in JSON are snake_case and part of the format, not of the C# names.</summary>
internal static class DutyListJson
{
    private const int Format = 1;

    public static DutyList Read(ReadOnlySpan<byte> utf8)
    {
        // Windows editors put a byte order mark before UTF-8.
        if (utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        ListDto? dto;
        try
        {
            dto = JsonSerializer.Deserialize(utf8, DutyJsonContext.Default.ListDto);
        }
        catch (JsonException e)
        {
            var where = Invariant($"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}, {e.Path}");
            throw new DefinitionException("The duty list", [new Fault(where, e.Message)], e);
        }

        if (dto is null)
            throw new DefinitionException("The duty list", [new Fault("$", "the document is null")]);
        if (dto.Format != Format)
            throw new DefinitionException("The duty list", [new Fault("$.format", Invariant($"format {dto.Format} is not known; this version reads {Format}"))]);
        var missing = dto.Items.Index().Where(i => i.Item is null).Select(i => new Fault(Invariant($"$.items[{i.Index}]"), "the item is null")).ToArray();
        if (missing.Length > 0)
            throw new DefinitionException("The duty list", missing);
        return DutyList.Freeze(dto.Id, dto.Version, dto.AdmissionBody, dto.Basis, dto.Items.Select(ToItem));
    }

    private static DutyItem ToItem(ItemDto dto) => new()
    {
        Code = dto.Code,
        Name = new(dto.Name, dto.NameZh),
        Kind = dto.Kind,
        Basis = dto.Basis,
        From = dto.From,
        Until = dto.Until,
        AssignableBy = ValueList.From(dto.AssignableBy ?? []),
        TakenOverBy = dto.TakenOverBy,
        NeedsFunding = dto.NeedsFunding,
        YearlyCap = dto.YearlyCap,
    };

    internal sealed record ListDto
    {
        public required int Format { get; init; }

        public required string Id { get; init; }

        public required int Version { get; init; }

        public required BodyId AdmissionBody { get; init; }

        public required LegalBasis Basis { get; init; }

        public required IReadOnlyList<ItemDto> Items { get; init; }
    }

    internal sealed record ItemDto
    {
        public required DutyCode Code { get; init; }

        public required string Name { get; init; }

        public required string NameZh { get; init; }

        public required DutyKind Kind { get; init; }

        public required LegalBasis Basis { get; init; }

        public DateOnly? From { get; init; }

        public DateOnly? Until { get; init; }

        public IReadOnlyList<GridLevel>? AssignableBy { get; init; }

        public BodyId? TakenOverBy { get; init; }

        public bool NeedsFunding { get; init; }

        public int? YearlyCap { get; init; }
    }
}

/// <summary>Reads one name of an enum, in any case; no number and no list of names.</summary>
internal sealed class NameOnlyConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        throw new JsonException($"Not a {typeof(T).Name}; it is one of {string.Join(", ", Enum.GetNames<T>())}.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(NameOnlyConverter<DutyKind>), typeof(NameOnlyConverter<GridLevel>)],
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(DutyListJson.ListDto))]
internal sealed partial class DutyJsonContext : JsonSerializerContext;
