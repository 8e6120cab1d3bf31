using System.Collections.Frozen;
using System.Globalization;

namespace GridGov;

/// <summary>The JSON form of a grid system. Names in JSON are snake_case and part of the format, not of the C# names.</summary>
internal static class GridJson
{
    private const string Name = "The grid system";

    public static readonly DefinitionFormat<GridSystem, GridSystemDto> Format = new()
    {
        Name = Name,
        Make = (dto, _) => ToSystem(dto),
        ToDto = ToDto,
        Keys = new Dictionary<string, string[]> { ["grids"] = ["code"] }.ToFrozenDictionary(StringComparer.Ordinal),
    };

    private static GridSystem ToSystem(GridSystemDto dto)
    {
        var faults = FaultsOf(dto).ToArray();
        return faults.Length == 0
            ? new(dto.Id, dto.Version, GridTree.Build(dto.Grids.Select(ToRow))) { CoversEveryPlace = dto.CoversEveryPlace }
            : throw new DefinitionException(Name, faults);
    }

    private static GridSystemDto ToDto(GridSystem system) => new()
    {
        Format = DefinitionFormat<GridSystem, GridSystemDto>.Version,
        Id = system.Id,
        Version = system.Version,
        CoversEveryPlace = system.CoversEveryPlace,
        Grids = [.. system.Tree.ToRows().Select(ToDto)],
    };

    private static IEnumerable<Fault> FaultsOf(GridSystemDto dto)
    {
        if (!TextId.IsValid(dto.Id, out var reason))
            yield return new("$.id", reason!);
        if (dto.Version < 1)
            yield return new("$.version", string.Create(CultureInfo.InvariantCulture, $"it is {dto.Version}; the first is 1"));
        foreach (var fault in JsonFault.OfNulls("$.grids", dto.Grids, "the grid"))
            yield return fault;
    }

    public static GridRow ToRow(GridDto dto) => new(dto.Code, dto.Parent, dto.Name, dto.Level, dto.Households)
    {
        Kind = dto.Kind,
        Area = dto.Area ?? AreaType.Unstated,
        From = dto.From,
        Until = dto.Until,
    };

    public static GridDto ToDto(GridRow row) => new()
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

    internal sealed record GridSystemDto : IDefinitionDto
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
