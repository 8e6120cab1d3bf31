using System.Collections.Frozen;

namespace GridGov;

/// <summary>The JSON form of a table of case standards. Names in JSON are snake_case and part of the format, not of the C# names.</summary>
internal static class CaseStandardsJson
{
    private const string Name = "The table of case standards";

    public static readonly DefinitionFormat<CaseStandards, StandardsDto> Format = new()
    {
        Name = Name,
        Make = (dto, _) => ToStandards(dto),
        ToDto = standards => new()
        {
            Format = DefinitionFormat<CaseStandards, StandardsDto>.Version,
            Id = standards.Id,
            Version = standards.Version,
            Items = standards.Items,
        },
        Keys = new Dictionary<string, string[]> { ["items"] = ["class"] }.ToFrozenDictionary(StringComparer.Ordinal),
        IsIndented = true,
    };

    private static CaseStandards ToStandards(StandardsDto dto)
    {
        Fault[] missing = [.. JsonFault.OfNulls("$.items", dto.Items, "the item")];
        return missing.Length == 0 ? CaseStandards.Freeze(dto.Id, dto.Version, dto.Items) : throw new DefinitionException(Name, missing);
    }

    internal sealed record StandardsDto : IDefinitionDto
    {
        public required int Format { get; init; }

        public required string Id { get; init; }

        public required int Version { get; init; }

        public required IReadOnlyList<CaseStandard> Items { get; init; }
    }
}
