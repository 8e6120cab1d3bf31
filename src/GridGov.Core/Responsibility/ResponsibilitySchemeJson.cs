namespace GridGov;

/// <summary>The JSON form of a scheme of levels. Names in JSON are snake_case and part of the format, not of the C# names.</summary>
internal static class ResponsibilitySchemeJson
{
    public static readonly DefinitionFormat<ResponsibilityScheme, SchemeDto> Format = new()
    {
        Name = "The responsibility scheme",
        Make = (dto, _) => ResponsibilityScheme.Freeze(dto.Id, dto.Version, dto.Levels),
        ToDto = scheme => new()
        {
            Format = DefinitionFormat<ResponsibilityScheme, SchemeDto>.Version,
            Id = scheme.Id,
            Version = scheme.Version,
            Levels = scheme.Levels,
        },
        IsIndented = true,
    };

    internal sealed record SchemeDto : IDefinitionDto
    {
        public required int Format { get; init; }

        public required string Id { get; init; }

        public required int Version { get; init; }

        public required IReadOnlyList<ResponsibilityLevel> Levels { get; init; }
    }
}
