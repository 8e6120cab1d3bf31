using System.Collections.Frozen;

namespace GridGov;

/// <summary>The JSON form of a form catalog. Names in JSON are part of the format.</summary>
internal static class FormCatalogJson
{
    private const string Name = "The form catalog";

    public static readonly DefinitionFormat<FormCatalog, CatalogDto> Format = new()
    {
        Name = Name,
        Make = (dto, _) => ToCatalog(dto),
        ToDto = ToDto,
        Keys = new Dictionary<string, string[]> { ["fields"] = ["key"], ["forms"] = ["code"] }.ToFrozenDictionary(StringComparer.Ordinal),
        IsIndented = true,
    };

    private static FormCatalog ToCatalog(CatalogDto dto)
    {
        Fault[] missing = [.. JsonFault.OfNulls("$.fields", dto.Fields, "the field"), .. JsonFault.OfNulls("$.forms", dto.Forms, "the form")];
        if (missing.Length > 0)
            throw new DefinitionException(Name, missing);
        return FormCatalog.Freeze(
            dto.Id,
            dto.Version,
            dto.Fields.Select(f => new FormField { Key = f.Key, Name = new(f.Name, f.NameZh), Per = f.Per }),
            dto.Forms.Select(f => new FormDefinition { Code = f.Code, Name = new(f.Name, f.NameZh), Owner = f.Owner, IsLedger = f.Ledger ?? false, Fields = f.Asks }));
    }

    private static CatalogDto ToDto(FormCatalog catalog) => new()
    {
        Format = DefinitionFormat<FormCatalog, CatalogDto>.Version,
        Id = catalog.Id,
        Version = catalog.Version,
        Fields = [.. catalog.Fields.Select(f => new FieldDto { Key = f.Key, Name = f.Name.En, NameZh = f.Name.Zh, Per = f.Per })],
        Forms =
        [
            .. catalog.Forms.Select(f => new FormDto
            {
                Code = f.Code, Name = f.Name.En, NameZh = f.Name.Zh, Owner = f.Owner, Ledger = f.IsLedger ? true : null, Asks = f.Fields,
            }),
        ],
    };

    internal sealed record CatalogDto : IDefinitionDto
    {
        public required int Format { get; init; }

        public required string Id { get; init; }

        public required int Version { get; init; }

        public required IReadOnlyList<FieldDto> Fields { get; init; }

        public required IReadOnlyList<FormDto> Forms { get; init; }
    }

    internal sealed record FieldDto
    {
        public required string Key { get; init; }

        public required string Name { get; init; }

        public required string NameZh { get; init; }

        public required DutyPeriod Per { get; init; }
    }

    internal sealed record FormDto
    {
        public required FormCode Code { get; init; }

        public required string Name { get; init; }

        public required string NameZh { get; init; }

        public required BodyId Owner { get; init; }

        public bool? Ledger { get; init; }

        public required ValueList<string> Asks { get; init; }
    }
}
