using System.Collections.Frozen;
using static GridGov.CodeSystemJson;

namespace GridGov;

/// <summary>The JSON form of a crosswalk. Names in JSON are snake_case and part of the format, not of the C# names.</summary>
internal static class CrosswalkJson
{
    private const string What = "The crosswalk";

    public static readonly DefinitionFormat<Crosswalk, WalkDto> Format = new()
    {
        Name = What,
        Make = (dto, named) => ToWalk(dto, named.FindCodes(dto.From.ToKey()), named.FindCodes(dto.To.ToKey())),
        ToDto = ToDto,
        Keys = new Dictionary<string, string[]> { ["entries"] = ["kind", "code"] }.ToFrozenDictionary(StringComparer.Ordinal),
        IsIndented = true,
    };

    public static Crosswalk Read(ReadOnlySpan<byte> utf8, CodeSystem source, CodeSystem target) => ToWalk(Format.Parse(utf8), source, target);

    private static Crosswalk ToWalk(WalkDto dto, CodeSystem? source, CodeSystem? target)
    {
        var faults = JsonFault.OfNulls("$.entries", dto.Entries, "the line").ToList();
        if (dto.From.ToKey() != source?.Key)
            faults.Add(new("$.from", $"it names {dto.From.ToKey()}, but {source?.ToString() ?? "none"} was given"));
        if (dto.To.ToKey() != target?.Key)
            faults.Add(new("$.to", $"it names {dto.To.ToKey()}, but {target?.ToString() ?? "none"} was given"));
        return faults.Count == 0
            ? Crosswalk.Freeze(dto.Id, dto.Version, source!, target!, dto.Entries.Select(FromDto))
            : throw new DefinitionException(What, faults);
    }

    private static WalkDto ToDto(Crosswalk walk) => new()
    {
        Format = DefinitionFormat<Crosswalk, WalkDto>.Version,
        Id = walk.Id,
        Version = walk.Version,
        From = KeyDto.From(walk.Source.Key),
        To = KeyDto.From(walk.Target.Key),
        Entries = [.. walk.Entries.Select(ToDto)],
    };

    private static CrosswalkEntry FromDto(EntryDto dto) =>
        new() { Kind = dto.Kind, Source = dto.Code, Targets = ValueList.From(dto.Targets ?? []), Relation = dto.Relation, Basis = dto.Basis, Note = dto.Note };

    private static EntryDto ToDto(CrosswalkEntry row) =>
        new() { Kind = row.Kind, Code = row.Source, Relation = row.Relation, Targets = row.Targets.IsEmpty ? null : [.. row.Targets], Basis = row.Basis, Note = row.Note };

    internal sealed record WalkDto : IDefinitionDto
    {
        public required int Format { get; init; }

        public required string Id { get; init; }

        public required int Version { get; init; }

        public required KeyDto From { get; init; }

        public required KeyDto To { get; init; }

        public required IReadOnlyList<EntryDto> Entries { get; init; }
    }

    internal sealed record EntryDto
    {
        public required ClassKind Kind { get; init; }

        public required ClassCode Code { get; init; }

        public required CodeRelation Relation { get; init; }

        public IReadOnlyList<ClassCode>? Targets { get; init; }

        public required string Basis { get; init; }

        public string? Note { get; init; }
    }
}
