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
        Keys = new Dictionary<string, string[]> { ["items"] = ["code", "from"] }.ToFrozenDictionary(StringComparer.Ordinal),
        IsIndented = true,
    };

    /// <summary>Reads a list; where the document is not of the format, the first fault of every item is listed.</summary>
    public static DutyList Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Format.Read(utf8);
        }
        catch (DefinitionException e) when (e.InnerException is not null && JsonItemFaults.Of<ItemDto>(utf8, "items") is { Count: > 1 } faults)
        {
            throw new DefinitionException(Name, ValueList.From(faults), e.InnerException);
        }
    }

    private static DutyList ToList(ListDto dto)
    {
        Fault[] missing = [.. JsonFault.OfNulls("$.items", dto.Items, "the item")];
        return missing.Length == 0
            ? DutyList.Freeze(dto.Id, dto.Version, dto.AdmissionBody, dto.Basis, dto.Items.Select(i => i.ToItem()), ToTerms(dto))
            : throw new DefinitionException(Name, missing);
    }

    private static DutyListTerms ToTerms(ListDto dto) => new()
    {
        Name = TextOf(dto.Name, dto.NameZh),
        HeldBy = dto.HeldBy,
        From = dto.From,
        Until = dto.Until,
        Published = dto.Published,
        Assessors = ValueList.From(dto.Assessors ?? []),
        IsSample = dto.Sample ?? false,
        Note = dto.Note,
    };

    private static ListDto ToDto(DutyList list) => new()
    {
        Format = DefinitionFormat<DutyList, ListDto>.Version,
        Id = list.Id,
        Version = list.Version,
        Name = list.Terms.Name?.En,
        NameZh = list.Terms.Name?.Zh,
        AdmissionBody = list.AdmissionBody,
        Basis = list.Basis,
        HeldBy = list.Terms.HeldBy,
        From = list.Terms.From,
        Until = list.Terms.Until,
        Published = list.Terms.Published,
        Assessors = OrNull(list.Terms.Assessors),
        Sample = list.Terms.IsSample ? true : null,
        Note = list.Terms.Note,
        Items = [.. list.Items.Select(ItemDto.Of)],
    };

    private static T[]? OrNull<T>(ValueList<T> items) => items.IsEmpty ? null : [.. items];

    // One language alone is kept, so that freezing finds the other missing.
    private static LocalizedText? TextOf(string? en, string? zh) => en is null && zh is null ? null : new(en ?? string.Empty, zh ?? string.Empty);

    internal sealed record ListDto : IDefinitionDto
    {
        public required int Format { get; init; }

        public required string Id { get; init; }

        public required int Version { get; init; }

        public string? Name { get; init; }

        public string? NameZh { get; init; }

        public required BodyId AdmissionBody { get; init; }

        public required LegalBasis Basis { get; init; }

        public GridLevel? HeldBy { get; init; }

        public DateOnly? From { get; init; }

        public DateOnly? Until { get; init; }

        public DateOnly? Published { get; init; }

        public IReadOnlyList<BodyId>? Assessors { get; init; }

        public bool? Sample { get; init; }

        public string? Note { get; init; }

        public required IReadOnlyList<ItemDto> Items { get; init; }
    }

    internal sealed record ItemDto
    {
        public required DutyCode Code { get; init; }

        public required string Name { get; init; }

        public required string NameZh { get; init; }

        public string? Content { get; init; }

        public string? ContentZh { get; init; }

        public required DutyKind Kind { get; init; }

        public required LegalBasis Basis { get; init; }

        public DateOnly? From { get; init; }

        public DateOnly? Until { get; init; }

        public IReadOnlyList<GridLevel>? AssignableBy { get; init; }

        public IReadOnlyList<BodyId>? AssignableByBodies { get; init; }

        public IReadOnlyList<GridLevel>? AssignableTo { get; init; }

        public IReadOnlyList<BodyId>? AssignableToBodies { get; init; }

        public BodyId? LedBy { get; init; }

        public BodyId? TakenOverBy { get; init; }

        public bool NeedsFunding { get; init; }

        public FrequencyCap? Cap { get; init; }

        public IReadOnlyList<EvidenceKind>? Evidence { get; init; }

        public IReadOnlyList<FormCode>? Forms { get; init; }

        public ApprovalDto? Approval { get; init; }

        public static ItemDto Of(DutyItem item) => new()
        {
            Code = item.Code,
            Name = item.Name.En,
            NameZh = item.Name.Zh,
            Content = item.Content?.En,
            ContentZh = item.Content?.Zh,
            Kind = item.Kind,
            Basis = item.Basis,
            From = item.From,
            Until = item.Until,
            AssignableBy = OrNull(item.AssignableBy),
            AssignableByBodies = OrNull(item.AssignableByBodies),
            AssignableTo = OrNull(item.AssignableTo),
            AssignableToBodies = OrNull(item.AssignableToBodies),
            LedBy = item.LedBy,
            TakenOverBy = item.TakenOverBy,
            NeedsFunding = item.NeedsFunding,
            Cap = item.Cap,
            Evidence = OrNull(item.Evidence),
            Forms = OrNull(item.Forms),
            Approval = item.Approval is { } approval ? new() { Body = approval.Body, On = approval.On, Document = approval.Document } : null,
        };

        public DutyItem ToItem() => new()
        {
            Code = Code,
            Name = new(Name, NameZh),
            Content = TextOf(Content, ContentZh),
            Kind = Kind,
            Basis = Basis,
            From = From,
            Until = Until,
            AssignableBy = ValueList.From(AssignableBy ?? []),
            AssignableByBodies = ValueList.From(AssignableByBodies ?? []),
            AssignableTo = ValueList.From(AssignableTo ?? []),
            AssignableToBodies = ValueList.From(AssignableToBodies ?? []),
            LedBy = LedBy,
            TakenOverBy = TakenOverBy,
            NeedsFunding = NeedsFunding,
            Cap = Cap,
            Evidence = ValueList.From(Evidence ?? []),
            Forms = ValueList.From(Forms ?? []),
            Approval = Approval is { } approval ? new(approval.Body, approval.On, approval.Document) : null,
        };
    }

    internal sealed record ApprovalDto
    {
        public required BodyId Body { get; init; }

        public required DateOnly On { get; init; }

        public string? Document { get; init; }
    }
}
