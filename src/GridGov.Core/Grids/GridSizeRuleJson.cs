namespace GridGov;

/// <summary>The JSON form of a size rule. Names in JSON are snake_case and part of the format, not of the C# names.</summary>
internal static class GridSizeRuleJson
{
    public static readonly DefinitionFormat<GridSizeRule, RuleDto> Format = new()
    {
        Name = "The grid size rule",
        Make = (dto, _) => ToRule(dto),
        ToDto = rule => new()
        {
            Format = DefinitionFormat<GridSizeRule, RuleDto>.Version,
            Id = rule.Id,
            Level = rule.Level,
            Least = rule.Least,
            Most = rule.Most,
            Source = rule.Source,
            Certainty = rule.Certainty,
            Kind = rule.Kind,
            Area = rule.Area == AreaType.Unstated ? null : rule.Area,
        },
        IsIndented = true,
    };

    private static GridSizeRule ToRule(RuleDto dto)
    {
        var rule = new GridSizeRule(dto.Id, dto.Level, dto.Least, dto.Most, dto.Source, dto.Certainty) { Kind = dto.Kind, Area = dto.Area ?? AreaType.Unstated };
        rule.ThrowIfUnsound();
        return rule;
    }

    internal sealed record RuleDto : IDefinitionDto
    {
        public required int Format { get; init; }

        public required string Id { get; init; }

        public required GridLevel Level { get; init; }

        public int? Least { get; init; }

        public int? Most { get; init; }

        public required LegalBasis Source { get; init; }

        public required SizeCertainty Certainty { get; init; }

        public GridKind? Kind { get; init; }

        public AreaType? Area { get; init; }
    }
}
