using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using static System.FormattableString;

namespace GridGov;

/// <summary>The JSON form of a grid system. Names in JSON are snake_case and part of the format, not of the C# names.</summary>
internal static class GridJson
{
    private const int Format = 1;
    private const string What = "The grid system";

    public static GridSystem Read(ReadOnlySpan<byte> utf8)
    {
        // Windows editors put a byte order mark before UTF-8.
        if (utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        SystemDto? dto;
        try
        {
            dto = JsonSerializer.Deserialize(utf8, GridJsonContext.Default.SystemDto);
        }
        catch (JsonException e)
        {
            var where = Invariant($"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}, {e.Path}");
            throw new DefinitionException(What, [new Fault(where, e.Message)], e);
        }

        if (dto is null)
            throw new DefinitionException(What, [new Fault("$", "the document is null")]);
        if (dto.Format != Format)
            throw new DefinitionException(What, [new Fault("$.format", Invariant($"format {dto.Format} is not known; this version reads {Format}"))]);
        var faults = FaultsOf(dto).ToArray();
        return faults.Length == 0
            ? new(dto.Id, dto.Version, GridTree.Build(dto.Grids.Select(ToRow))) { CoversEveryPlace = dto.CoversEveryPlace }
            : throw new DefinitionException(What, faults);
    }

    public static byte[] Write(GridSystem system) => JsonSerializer.SerializeToUtf8Bytes(
        new SystemDto
        {
            Format = Format,
            Id = system.Id,
            Version = system.Version,
            CoversEveryPlace = system.CoversEveryPlace,
            Grids = [.. system.Tree.ToRows().Select(ToDto)],
        },
        GridJsonContext.Default.SystemDto);

    private static IEnumerable<Fault> FaultsOf(SystemDto dto)
    {
        if (!TextId.IsValid(dto.Id, out var reason))
            yield return new("$.id", reason!);
        if (dto.Version < 1)
            yield return new("$.version", string.Create(CultureInfo.InvariantCulture, $"it is {dto.Version}; the first is 1"));
        foreach (var (index, grid) in dto.Grids.Index())
        {
            if (grid is null)
                yield return new(Invariant($"$.grids[{index}]"), "the grid is null");
        }
    }

    private static GridRow ToRow(GridDto dto) => new(dto.Code, dto.Parent, dto.Name, dto.Level, dto.Households)
    {
        Kind = dto.Kind,
        Area = dto.Area ?? AreaType.Unstated,
        From = dto.From,
        Until = dto.Until,
    };

    private static GridDto ToDto(GridRow row) => new()
    {
        Code = row.Code,
        Parent = row.Parent,
        Name = row.Name,
        Level = row.Level,
        Households = row.Households,
        Kind = row.Kind,
        Area = row.Area == AreaType.Unstated ? null : row.Area,
        From = row.From,
        Until = row.Until,
    };

    internal sealed record SystemDto
    {
        public required int Format { get; init; }

        public required string Id { get; init; }

        public required int Version { get; init; }

        public bool CoversEveryPlace { get; init; } = true;

        public required IReadOnlyList<GridDto> Grids { get; init; }
    }

    internal sealed record GridDto
    {
        public required GridCode Code { get; init; }

        public GridCode? Parent { get; init; }

        public required string Name { get; init; }

        public required GridLevel Level { get; init; }

        public int Households { get; init; }

        public GridKind? Kind { get; init; }

        public AreaType? Area { get; init; }

        public DateOnly? From { get; init; }

        public DateOnly? Until { get; init; }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(NameOnlyConverter<GridLevel>), typeof(NameOnlyConverter<GridKind>), typeof(NameOnlyConverter<AreaType>)],
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(GridJson.SystemDto))]
internal sealed partial class GridJsonContext : JsonSerializerContext;
