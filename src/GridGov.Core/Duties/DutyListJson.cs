using System.Collections.Frozen;

namespace GridGov;

/// <summary>The JSON form of a duty list. Names in JSON are snake_case and part of the format, not of the C# names.</summary>
internal static class DutyListJson
{
    private const string Name = "The duty list";

    public static readonly DefinitionFormat<DutyList, ListDto> Format = new()
    {
        Name = Name,
        Make = (dto, _) => ToList(dto),
        ToDto = ToDto,
        Keys = new Dictionary<string, string[]> { ["items"] = ["code"] }.ToFrozenDictionary(StringComparer.Ordinal),
        IsIndented = true,
    };

    private static DutyList ToList(ListDto dto)
    {
        Fault[] missing = [.. JsonFault.OfNulls("$.items", dto.Items, "the item")];
        return missing.Length == 0
            ? DutyList.Freeze(dto.Id, dto.Version, dto.AdmissionBody, dto.Basis, dto.Items.Select(ToItem))
            : throw new DefinitionException(Name, missing);
    }

    private static ListDto ToDto(DutyList list) => new()
    {
        Format = DefinitionFormat<DutyList, ListDto>.Version,
        Id = list.Id,
        Version = list.Version,
        AdmissionBody = list.AdmissionBody,
        Basis = list.Basis,
        Items = [.. list.Items.Select(ToDto)],
    };

    private static ItemDto ToDto(DutyItem item) => new()
    {
        Code = item.Code,
        Name = item.Name.En,
        NameZh = item.Name.Zh,
        Kind = item.Kind,
        Basis = item.Basis,
        From = item.From,
        Until = item.Until,
        AssignableBy = item.AssignableBy.IsEmpty ? null : [.. item.AssignableBy],
        TakenOverBy = item.TakenOverBy,
        NeedsFunding = item.NeedsFunding,
        YearlyCap = item.YearlyCap,
    };

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

    internal sealed record ListDto : IDefinitionDto
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
