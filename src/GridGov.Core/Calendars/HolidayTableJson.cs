using System.Collections.Frozen;

namespace GridGov;

/// <summary>The JSON form of a holiday table. Names in JSON are snake_case and part of the format, not of the C# names.</summary>
internal static class HolidayTableJson
{
    private const string Name = "The holiday table";

    public static readonly DefinitionFormat<HolidayTable, TableDto> Format = new()
    {
        Name = Name,
        Make = (dto, _) => ToTable(dto),
        ToDto = ToDto,
        Keys = new Dictionary<string, string[]> { ["holidays"] = ["from"] }.ToFrozenDictionary(StringComparer.Ordinal),
        IsIndented = true,
    };

    private static HolidayTable ToTable(TableDto dto)
    {
        Fault[] missing = [.. JsonFault.OfNulls("$.holidays", dto.Holidays, "the holiday")];
        return missing.Length == 0
            ? HolidayTable.Freeze(dto.Id, dto.Version, dto.Years, dto.Holidays.Select(ToHoliday))
            : throw new DefinitionException(Name, missing);
    }

    private static TableDto ToDto(HolidayTable table) => new()
    {
        Format = DefinitionFormat<HolidayTable, TableDto>.Version,
        Id = table.Id,
        Version = table.Version,
        Years = [.. table.Years],
        Holidays = [.. table.Holidays.Select(ToDto)],
    };

    private static HolidayDto ToDto(Holiday holiday) => new()
    {
        Name = holiday.Name.En,
        NameZh = holiday.Name.Zh,
        From = holiday.From,
        Until = holiday.Until,
        MakeUpDays = holiday.MakeUpDays.IsEmpty ? null : [.. holiday.MakeUpDays],
        Source = holiday.Source,
    };

    private static Holiday ToHoliday(HolidayDto dto) => new()
    {
        Name = new(dto.Name, dto.NameZh),
        From = dto.From,
        Until = dto.Until,
        MakeUpDays = ValueList.From(dto.MakeUpDays ?? []),
        Source = dto.Source,
    };

    internal sealed record TableDto : IDefinitionDto
    {
        public required int Format { get; init; }

        public required string Id { get; init; }

        public required int Version { get; init; }

        public required IReadOnlyList<int> Years { get; init; }

        public required IReadOnlyList<HolidayDto> Holidays { get; init; }
    }

    internal sealed record HolidayDto
    {
        public required string Name { get; init; }

        public required string NameZh { get; init; }

        public required DateOnly From { get; init; }

        public required DateOnly Until { get; init; }

        public IReadOnlyList<DateOnly>? MakeUpDays { get; init; }

        public required LegalBasis Source { get; init; }
    }
}
