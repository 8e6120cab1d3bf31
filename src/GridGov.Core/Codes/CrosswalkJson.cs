using System.Text.Json;
using static System.FormattableString;

namespace GridGov;

/// <summary>The JSON form of a crosswalk. Names in JSON are snake_case and part of the format, not of the C# names.</summary>
internal static class CrosswalkJson
{
    private const int Format = 1;
    private const string What = "The crosswalk";

    public static Crosswalk Read(ReadOnlySpan<byte> utf8, CodeSystem source, CodeSystem target)
    {
        var dto = CodeJson.Read(What, utf8, CodeJsonContext.Default.WalkDto);
        if (dto.Format != Format)
            throw new DefinitionException(What, [new Fault("$.format", Invariant($"format {dto.Format} is not known; this version reads {Format}"))]);
        var faults = dto.Entries.Index().Where(e => e.Item is null).Select(e => new Fault(Invariant($"$.entries[{e.Index}]"), "the line is null")).ToList();
        if (dto.From.ToKey() != source.Key)
            faults.Add(new("$.from", $"it names {dto.From.ToKey()}, but {source} was given"));
        if (dto.To.ToKey() != target.Key)
            faults.Add(new("$.to", $"it names {dto.To.ToKey()}, but {target} was given"));
        return faults.Count == 0
            ? Crosswalk.Freeze(dto.Id, dto.Version, source, target, dto.Entries.Select(FromDto))
            : throw new DefinitionException(What, faults);
    }

    public static byte[] Write(Crosswalk walk)
    {
        var dto = new WalkDto
        {
            Format = Format,
            Id = walk.Id,
            Version = walk.Version,
            From = CodeJson.KeyDto.From(walk.Source.Key),
            To = CodeJson.KeyDto.From(walk.Target.Key),
            Entries = [.. walk.Entries.Select(ToDto)],
        };
        return JsonSerializer.SerializeToUtf8Bytes(dto, CodeJson.Writing.WalkDto);
    }

    private static CrosswalkEntry FromDto(EntryDto dto) =>
        new() { Kind = dto.Kind, Source = dto.Code, Targets = ValueList.From(dto.Targets ?? []), Relation = dto.Relation, Basis = dto.Basis, Note = dto.Note };

    private static EntryDto ToDto(CrosswalkEntry row) =>
        new() { Kind = row.Kind, Code = row.Source, Relation = row.Relation, Targets = row.Targets.IsEmpty ? null : [.. row.Targets], Basis = row.Basis, Note = row.Note };

    internal sealed record WalkDto
    {
        public required int Format { get; init; }

        public required string Id { get; init; }

        public required int Version { get; init; }

        public required CodeJson.KeyDto From { get; init; }

        public required CodeJson.KeyDto To { get; init; }

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
