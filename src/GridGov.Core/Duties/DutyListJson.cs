using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>The JSON form of a duty list. Names in JSON are snake_case and part of the format, not of the C# names.</summary>
internal static class DutyListJson
{
    private const int Format = 1;

    public static DutyList Read(ReadOnlySpan<byte> utf8)
    {
        ListDto? dto;
        try
        {
            dto = JsonSerializer.Deserialize(utf8, DutyJsonContext.Default.ListDto);
        }
        catch (JsonException e)
        {
            var where = $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}, {e.Path}";
            throw new DefinitionException("The duty list", [new Fault(where, e.Message)], e);
        }

        if (dto is null)
            throw new DefinitionException("The duty list", [new Fault("$", "the document is null")]);
        if (dto.Format != Format)
            throw new DefinitionException("The duty list", [new Fault("$.format", $"format {dto.Format} is not known; this version reads {Format}")]);
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

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(DutyListJson.ListDto))]
internal sealed partial class DutyJsonContext : JsonSerializerContext;
