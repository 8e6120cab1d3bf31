namespace GridGov;

/// <summary>The JSON form of a grid system's history. Names in JSON are snake_case and part of the format, not of the C# names.</summary>
internal static class GridHistoryJson
{
    private const string Name = "The grid history";

    public static readonly DefinitionFormat<GridHistory, HistoryDto> Format = new()
    {
        Name = Name,
        Make = (dto, _) => ToHistory(dto),
        ToDto = history => new()
        {
            Format = DefinitionFormat<GridHistory, HistoryDto>.Version,
            Changes = [.. history.Changes.Select(GridChangeJson.ToDto)],
        },
        Keys = GridChangeJson.Keys,
        IsIndented = true,
    };

    private static GridHistory ToHistory(HistoryDto dto)
    {
        var faults = JsonFault.OfNulls("$.changes", dto.Changes, "the change").ToList();
        var changes = dto.Changes.Index().Where(c => c.Item is not null)
            .Select(c => GridChangeJson.ToChange(c.Item, FormattableString.Invariant($"$.changes[{c.Index}]"), faults)).ToArray();
        return faults.Count == 0 ? GridHistory.Freeze(changes!) : throw new DefinitionException(Name, faults);
    }

    internal sealed record HistoryDto : IDefinitionDto
    {
        public required int Format { get; init; }

        public required IReadOnlyList<GridChangeJson.BodyDto> Changes { get; init; }
    }
}
