using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>The JSON form of a change of grids. Names in JSON are snake_case and part of the format, not of the C# names.</summary>
internal static class GridChangeJson
{
    private const string Name = "The grid change";

    public static readonly FrozenDictionary<string, string[]> Keys = new Dictionary<string, string[]>
    {
        ["removed"] = ["code"],
        ["added"] = ["code"],
        ["successions"] = ["before"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly DefinitionFormat<GridChange, ChangeDto> Format = new()
    {
        Name = Name,
        Make = (dto, _) =>
        {
            var faults = new List<Fault>();
            return ToChange(dto, "$", faults) is { } change && faults.Count == 0 ? change : throw new DefinitionException(Name, faults);
        },
        ToDto = change => new(ToDto(change)) { Format = DefinitionFormat<GridChange, ChangeDto>.Version },
        Keys = Keys,
        IsIndented = true,
    };

    /// <summary>The change, or null with the faults added, each by its path under a prefix.</summary>
    public static GridChange? ToChange(BodyDto dto, string path, List<Fault> faults)
    {
        Fault[] nulls =
        [
            .. JsonFault.OfNulls($"{path}.removed", dto.Removed, "the grid"),
            .. JsonFault.OfNulls($"{path}.added", dto.Added, "the grid"),
            .. JsonFault.OfNulls($"{path}.successions", dto.Successions, "the succession"),
        ];
        faults.AddRange(nulls);
        if (string.IsNullOrWhiteSpace(dto.Reason))
            faults.Add(new($"{path}.reason", "it is missing; say why"));
        if (nulls.Length > 0)
            return null;
        Check(dto, path, faults);
        return new(
            dto.Kind,
            new(dto.Date, dto.Reason, dto.Basis),
            ValueList.From(dto.Removed.Select(GridJson.ToRow)),
            ValueList.From(dto.Added.Select(GridJson.ToRow)),
            ValueList.From(dto.Successions.Select(s => new GridSuccession(s.Before, ValueList.From(s.After.Order()), s.HasLoss))));
    }

    public static BodyDto ToDto(GridChange change) => new()
    {
        Kind = change.Kind,
        Date = change.Note.Date,
        Reason = change.Note.Reason,
        Basis = change.Note.Basis,
        Removed = [.. change.Removed.Select(GridJson.ToDto)],
        Added = [.. change.Added.Select(GridJson.ToDto)],
        Successions = [.. change.Successions.Select(s => new SuccessionDto { Before = s.Before, After = [.. s.After], HasLoss = s.HasLoss })],
    };

    // A record that has lost a line would lead cases nowhere without a word, so its lines are held against each other.
    private static void Check(BodyDto dto, string path, List<Fault> faults)
    {
        var (removed, added) = (Codes($"{path}.removed", dto.Removed, faults), Codes($"{path}.added", dto.Added, faults));
        if (removed.Count == 0)
            faults.Add(new($"{path}.removed", "there is none; a change takes out at least one row"));
        var known = new HashSet<GridCode>();
        foreach (var (i, succession) in dto.Successions.Index())
        {
            var where = FormattableString.Invariant($"{path}.successions[{i}]");
            if (!known.Add(succession.Before))
                faults.Add(new(where, $"{succession.Before} has a succession already"));
            if (!removed.Contains(succession.Before))
                faults.Add(new(where, $"{succession.Before} is not among the removed"));
            foreach (var after in succession.After.Distinct().Where(code => !added.Contains(code)))
                faults.Add(new(where, $"{after} is not among the added"));
            if (succession.After.Distinct().Count() != succession.After.Count)
                faults.Add(new(where, "a successor occurs twice"));
        }

        faults.AddRange(removed.Where(code => !added.Contains(code) && !known.Contains(code)).Order()
            .Select(code => new Fault($"{path}.successions", $"{code} is removed and has no line here; name its successors, or none with an empty list")));
    }

    private static HashSet<GridCode> Codes(string path, IReadOnlyList<GridJson.GridDto> rows, List<Fault> faults)
    {
        var codes = new HashSet<GridCode>();
        faults.AddRange(rows.Where(row => !codes.Add(row.Code)).Select(row => new Fault(path, $"{row.Code} occurs twice")).ToArray());
        return codes;
    }

    internal record BodyDto
    {
        public required GridChangeKind Kind { get; init; }

        public required DateOnly Date { get; init; }

        public required string Reason { get; init; }

        public LegalBasis? Basis { get; init; }

        public required IReadOnlyList<GridJson.GridDto> Removed { get; init; }

        public required IReadOnlyList<GridJson.GridDto> Added { get; init; }

        public required IReadOnlyList<SuccessionDto> Successions { get; init; }
    }

    internal sealed record ChangeDto : BodyDto, IDefinitionDto
    {
        [JsonConstructor]
        public ChangeDto()
        {
        }

        [SetsRequiredMembers]
        public ChangeDto(BodyDto body)
            : base(body)
        {
        }

        public required int Format { get; init; }
    }

    internal sealed record SuccessionDto
    {
        public required GridCode Before { get; init; }

        public required IReadOnlyList<GridCode> After { get; init; }

        public bool HasLoss { get; init; }
    }
}
