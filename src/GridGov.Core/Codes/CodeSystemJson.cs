using System.Collections.Frozen;
using static System.FormattableString;

namespace GridGov;

/// <summary>The JSON form of a code system. Names in JSON are snake_case and part of the format, not of the C# names.</summary>
internal static class CodeSystemJson
{
    private const string What = "The code system";

    public static readonly DefinitionFormat<CodeSystem, CodeSystemDto> Format = new()
    {
        Name = What,
        Make = (dto, named) => ToSystem(dto, dto.Base is null ? null : named.FindCodes(dto.Base.ToKey())),
        ToDto = ToDto,
        Keys = new Dictionary<string, string[]> { ["classes"] = ["kind", "code"] }.ToFrozenDictionary(StringComparer.Ordinal),
        IsIndented = true,
    };

    public static CodeSystem Read(ReadOnlySpan<byte> utf8, CodeSystem? @base) => ToSystem(Format.Parse(utf8), @base);

    private static CodeSystem ToSystem(CodeSystemDto dto, CodeSystem? @base)
    {
        Fault[] missing = [.. JsonFault.OfNulls("$.classes", dto.Classes, "the class")];
        return missing.Length > 0 ? throw new DefinitionException(What, missing)
            : dto.Base is null ? Whole(dto, @base)
            : Extension(dto, dto.Base.ToKey(), @base);
    }

    private static CodeSystemDto ToDto(CodeSystem system) => new()
    {
        Format = DefinitionFormat<CodeSystem, CodeSystemDto>.Version,
        Id = system.Base is null ? system.Info.Id : null,
        Version = system.Info.Version,
        Base = system.Base is null ? null : KeyDto.From(system.Base.Key),
        City = system.City,
        Standard = system.Info.Standard,
        Source = system.Info.Source,
        From = system.Info.From,
        Until = system.Info.Until,
        Extension = system.Base is null ? system.Info.Extension : null,
        Classes = [.. system.Classes.Where(c => system.Base is null || system.IsLocal(c)).Select(ToDto)],
    };

    private static CodeSystem Whole(CodeSystemDto dto, CodeSystem? @base)
    {
        if (@base is not null)
            throw Refused("$.base", $"it is missing; {@base} was given as the base");
        if (dto.City is not null)
            throw Refused("$.city", "a system without a base has no city");
        var info = new CodeSystemInfo
        {
            Id = dto.Id ?? throw Refused("$.id", "it is missing"),
            Version = dto.Version,
            Standard = dto.Standard,
            Source = dto.Source,
            From = dto.From,
            Until = dto.Until,
            Extension = dto.Extension,
        };
        return CodeSystem.Freeze(info, dto.Classes.Select(FromDto));
    }

    private static CodeSystem Extension(CodeSystemDto dto, CodeSystemVersion named, CodeSystem? @base)
    {
        if (@base is null || @base.Key != named)
            throw Refused("$.base", Invariant($"it names {named}, but {@base?.ToString() ?? "none"} was given"));
        if (dto.Id is not null)
            throw Refused("$.id", "an extension has no id of its own; base and city make it");
        if (dto.Extension is not null)
            throw Refused("$.extension", "an extension has the rule of its base");
        var city = dto.City ?? throw Refused("$.city", "it is missing; an extension is a city's");
        return @base.Extend(city, dto.Version, dto.Standard, dto.Source, dto.Classes.Select(FromDto), dto.From, dto.Until);
    }

    private static DefinitionException Refused(string where, string what) => new(What, [new Fault(where, what)]);

    private static CodedClass FromDto(ClassDto dto) =>
        new() { Kind = dto.Kind, Code = dto.Code, Parent = dto.Parent, Name = dto.Name, EnglishName = dto.NameEn, Note = dto.Note };

    private static ClassDto ToDto(CodedClass row) =>
        new() { Kind = row.Kind, Code = row.Code, Parent = row.Parent, Name = row.Name, NameEn = row.EnglishName, Note = row.Note };

    internal sealed record CodeSystemDto : IDefinitionDto
    {
        public required int Format { get; init; }

        public string? Id { get; init; }

        public required int Version { get; init; }

        public KeyDto? Base { get; init; }

        public string? City { get; init; }

        public required LegalBasis Standard { get; init; }

        public required string Source { get; init; }

        public DateOnly? From { get; init; }

        public DateOnly? Until { get; init; }

        public ExtensionRule? Extension { get; init; }

        public required IReadOnlyList<ClassDto> Classes { get; init; }
    }

    internal sealed record ClassDto
    {
        public required ClassKind Kind { get; init; }

        public required ClassCode Code { get; init; }

        public ClassCode? Parent { get; init; }

        public required string Name { get; init; }

        public string? NameEn { get; init; }

        public string? Note { get; init; }
    }

    /// <summary>A system's name and version. A class, because a structure could leave either out.</summary>
    internal sealed record KeyDto(string Id, int Version)
    {
        public static KeyDto From(CodeSystemVersion key) => new(key.Id, key.Version);

        public CodeSystemVersion ToKey() => new(Id, Version);
    }
}
