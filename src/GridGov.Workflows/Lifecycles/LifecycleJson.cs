using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using static System.FormattableString;

namespace GridGov.Workflows;

/// <summary>The JSON form of a lifecycle. Names in JSON are snake_case and part of the format, not of the C# names.</summary>
internal static class LifecycleJson
{
    private const int Format = 1;
    private const int MaxSteps = 1_000;
    private const int MaxTransitions = 10_000;
    private const string What = "The lifecycle";

    private static readonly LifecycleJsonContext Writing = new(new JsonSerializerOptions(LifecycleJsonContext.Default.Options)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    internal enum StepKind
    {
        Step = 0,
        Group = 1,
        End = 2,
    }

    public static LifecycleDefinition Read(ReadOnlySpan<byte> utf8, GuardRegistry guards)
    {
        // Windows editors put a byte order mark before UTF-8.
        if (utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        LifecycleDto? dto;
        try
        {
            dto = JsonSerializer.Deserialize(utf8, LifecycleJsonContext.Default.LifecycleDto);
        }
        catch (JsonException e)
        {
            var where = Invariant($"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}, {e.Path}");
            throw new DefinitionException(What, [new Fault(where, e.Message)]);
        }

        if (dto is null)
            throw new DefinitionException(What, [new Fault("$", "the document is null")]);
        if (dto.Format != Format)
            throw new DefinitionException(What, [new Fault("$.format", Invariant($"format {dto.Format} is not known; this version reads {Format}"))]);
        var faults = new List<Fault>();
        if (dto.Steps.Count > MaxSteps)
            faults.Add(new("$.steps", Invariant($"there are {dto.Steps.Count}; at most {MaxSteps} are read")));
        if (dto.Transitions.Count > MaxTransitions)
            faults.Add(new("$.transitions", Invariant($"there are {dto.Transitions.Count}; at most {MaxTransitions} are read")));
        faults.AddRange(dto.Steps.Index().Where(s => s.Item is null).Select(s => new Fault(Invariant($"$.steps[{s.Index}]"), "the step is null")));
        faults.AddRange(dto.Transitions.Index().Where(t => t.Item is null).Select(t => new Fault(Invariant($"$.transitions[{t.Index}]"), "the transition is null")));
        if (faults.Count > 0)
            throw new DefinitionException(What, faults);

        StateDefinition[] states = [.. dto.Steps.Select(ToState)];
        TransitionDefinition[] transitions = [.. dto.Transitions.Select((t, i) => ToTransition(t, i, guards, faults))];
        if (faults.Count == 0)
            return LifecycleDefinition.Freeze(dto.Id, dto.Version, states, transitions);
        faults.AddRange(LifecycleChecks.Run(dto.Id, dto.Version, states, transitions));
        throw new DefinitionException(What, faults);
    }

    public static byte[] Write(LifecycleDefinition definition) => JsonSerializer.SerializeToUtf8Bytes(
        new LifecycleDto
        {
            Format = Format,
            Id = definition.Version.Id,
            Version = definition.Version.Version,
            Steps = [.. definition.Declared.Select(ToDto)],
            Transitions = [.. definition.Transitions.Select(ToDto)],
        },
        Writing.LifecycleDto);

    private static StateDefinition ToState(StepDto dto) => new()
    {
        Id = dto.Id,
        Name = new(dto.Name, dto.NameZh),
        Parent = dto.Group,
        IsGroup = dto.Kind == StepKind.Group,
        IsEnd = dto.Kind == StepKind.End,
        Owner = dto.Owner,
        Limit = dto.Limit ?? StepLimit.None,
        OnDue = dto.OnDue,
        HoldsHandler = dto.HoldsHandler,
    };

    private static TransitionDefinition ToTransition(TransitionDto dto, int index, GuardRegistry registry, List<Fault> faults)
    {
        var guards = new List<Guard>();
        foreach (var (i, name) in (dto.Guards ?? []).Index())
        {
            if (name is null)
                faults.Add(new(Invariant($"$.transitions[{index}].guards[{i}]"), "the guard is null"));
            else if (registry.TryFind(name, out var guard, out var reason))
                guards.Add(guard);
            else
                faults.Add(new(Invariant($"$.transitions[{index}].guards[{i}]"), reason));
        }

        foreach (var (i, rule) in (dto.Evidence ?? []).Index())
        {
            if (rule is null)
                faults.Add(new(Invariant($"$.transitions[{index}].evidence[{i}]"), "the evidence is null"));
        }

        return new()
        {
            Trigger = dto.Trigger,
            Name = new(dto.Name, dto.NameZh),
            From = dto.From,
            To = dto.To,
            Roles = ValueList.From(dto.Roles),
            Guards = ValueList.From(guards),
            Needs = (dto.Needs ?? []).Aggregate(CommandNeeds.None, (all, need) => all | need),
            Evidence = ValueList.From((dto.Evidence ?? []).OfType<EvidenceDto>().Select(e => new EvidenceRule(e.Kind) { WithinMetres = e.WithinMetres })),
            Records = dto.Records ?? EntryKind.Moved,
            AssignsHandler = dto.AssignsHandler,
            ReleasesHandler = dto.ReleasesHandler,
            Judges = dto.Judges,
            WhileSuspended = dto.WhileSuspended,
        };
    }

    private static StepDto ToDto(StateDefinition s) => new()
    {
        Id = s.Id,
        Name = s.Name.En,
        NameZh = s.Name.Zh,
        Kind = s.IsGroup ? StepKind.Group : s.IsEnd ? StepKind.End : StepKind.Step,
        Group = s.Parent,
        Owner = s.Owner,
        Limit = s.Limit.IsSet ? s.Limit : null,
        OnDue = s.OnDue,
        HoldsHandler = s.HoldsHandler,
    };

    private static TransitionDto ToDto(TransitionDefinition t) => new()
    {
        Trigger = t.Trigger,
        Name = t.Name.En,
        NameZh = t.Name.Zh,
        From = t.From,
        To = t.To,
        Roles = [.. t.Roles],
        Guards = t.Guards.IsEmpty ? null : [.. t.Guards.Select(g => g.Name)],
        Needs = t.Needs == 0 ? null : [.. Enum.GetValues<CommandNeeds>().Where(n => n != 0 && t.Needs.HasFlag(n))],
        Evidence = t.Evidence.IsEmpty ? null : [.. t.Evidence.Select(e => new EvidenceDto { Kind = e.Kind, WithinMetres = e.WithinMetres })],
        Records = t.Records == EntryKind.Moved ? null : t.Records,
        AssignsHandler = t.AssignsHandler,
        ReleasesHandler = t.ReleasesHandler,
        Judges = t.Judges,
        WhileSuspended = t.WhileSuspended,
    };

    internal sealed record LifecycleDto
    {
        public required int Format { get; init; }

        public required string Id { get; init; }

        public required int Version { get; init; }

        public required IReadOnlyList<StepDto> Steps { get; init; }

        public required IReadOnlyList<TransitionDto> Transitions { get; init; }
    }

    internal sealed record StepDto
    {
        public required string Id { get; init; }

        public required string Name { get; init; }

        public required string NameZh { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public StepKind Kind { get; init; }

        public string? Group { get; init; }

        public Role? Owner { get; init; }

        public StepLimit? Limit { get; init; }

        public string? OnDue { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public bool HoldsHandler { get; init; }
    }

    internal sealed record TransitionDto
    {
        public required string Trigger { get; init; }

        public required string Name { get; init; }

        public required string NameZh { get; init; }

        public required string From { get; init; }

        public string? To { get; init; }

        public required IReadOnlyList<Role> Roles { get; init; }

        public IReadOnlyList<string?>? Guards { get; init; }

        public IReadOnlyList<CommandNeeds>? Needs { get; init; }

        public IReadOnlyList<EvidenceDto?>? Evidence { get; init; }

        public EntryKind? Records { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public bool AssignsHandler { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public bool ReleasesHandler { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public bool Judges { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public bool WhileSuspended { get; init; }
    }

    internal sealed record EvidenceDto
    {
        public required EvidenceKind Kind { get; init; }

        public double? WithinMetres { get; init; }
    }
}

/// <summary>Reads and writes one name of an enumeration as it stands in C#; no number and no list of names.</summary>
internal sealed class ExactNameConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), text, StringComparison.Ordinal))
                return value;
        }

        throw new JsonException($"One of {string.Join(", ", Enum.GetNames<T>())} is expected.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>Reads and writes the limit of a step: <c>case</c>, or an amount with its unit.</summary>
internal sealed class StepLimitConverter : JsonConverter<StepLimit>
{
    private const string OfCase = "case";

    public override StepLimit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        if (string.Equals(text, OfCase, StringComparison.Ordinal))
            return StepLimit.OfCase;
        return TimeLimit.TryParse(text, out var limit)
            ? StepLimit.Of(limit)
            : throw new JsonException("\"case\" or a limit such as \"2 work_day\" is expected.");
    }

    public override void Write(Utf8JsonWriter writer, StepLimit value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Own is { } own ? own.ToString() : OfCase);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [
        typeof(ExactNameConverter<Role>), typeof(ExactNameConverter<CommandNeeds>), typeof(ExactNameConverter<EvidenceKind>),
        typeof(ExactNameConverter<EntryKind>), typeof(ExactNameConverter<LifecycleJson.StepKind>), typeof(StepLimitConverter),
    ],
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    ReadCommentHandling = JsonCommentHandling.Skip,
    MaxDepth = 8)]
[JsonSerializable(typeof(LifecycleJson.LifecycleDto))]
internal sealed partial class LifecycleJsonContext : JsonSerializerContext;
