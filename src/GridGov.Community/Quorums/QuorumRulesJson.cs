using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using static System.FormattableString;

namespace GridGov.Community;

/// <summary>The JSON form of quorum rules. Names in JSON are snake_case and part of the format, not of the C# names.</summary>
internal static class QuorumRulesJson
{
    private const int Format = 1;
    private const int Deepest = 16;
    private const string What = "The quorum rules";

    private static readonly QuorumRulesJsonContext Writing = new(new JsonSerializerOptions(QuorumRulesJsonContext.Default.Options)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    public static List<QuorumRule> Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        RulesDto? dto;
        try
        {
            dto = JsonSerializer.Deserialize(utf8, QuorumRulesJsonContext.Default.RulesDto);
        }
        catch (JsonException e)
        {
            throw new DefinitionException(What, [new Fault(Invariant($"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}, {e.Path}"), e.Message)]);
        }

        if (dto is null)
            throw new DefinitionException(What, [new Fault("$", "the document is null")]);
        if (dto.Format != Format)
            throw new DefinitionException(What, [new Fault("$.format", Invariant($"format {dto.Format} is not known; this version reads {Format}"))]);
        var faults = new List<Fault>();
        var rules = new List<QuorumRule>();
        foreach (var (i, rule) in dto.Rules.Index())
        {
            var at = Invariant($"$.rules[{i}]");
            if (rule is null)
            {
                faults.Add(new(at, "the rule is null"));
                continue;
            }

            var valid = ToExpression(rule.Valid, $"{at}.valid", 0, faults);
            var carried = rule.Carried is null ? null : ToExpression(rule.Carried, $"{at}.carried", 0, faults);
            if (valid is not null)
                rules.Add(new() { Id = rule.Id, Version = rule.Version, Name = new(rule.Name, rule.NameZh), Basis = rule.Basis, Valid = valid, Carried = carried });
        }

        return faults.Count == 0 ? rules : throw new DefinitionException(What, faults);
    }

    public static byte[] Write(ValueList<QuorumRule> rules) => JsonSerializer.SerializeToUtf8Bytes(
        new RulesDto
        {
            Format = Format,
            Rules = [.. rules.Select(r => new RuleDto
            {
                Id = r.Id,
                Version = r.Version,
                Name = r.Name.En,
                NameZh = r.Name.Zh,
                Basis = r.Basis,
                Valid = ToDto(r.Valid),
                Carried = r.Carried is null ? null : ToDto(r.Carried),
            })],
        },
        Writing.RulesDto);

    private static QuorumExpression? ToExpression(ExpressionDto? dto, string at, int depth, List<Fault> faults)
    {
        if (dto is null || depth > Deepest)
        {
            faults.Add(new(at, dto is null ? "the condition is null" : Invariant($"conditions stand deeper than {Deepest}")));
            return null;
        }

        var forms = (dto.All is null ? 0 : 1) + (dto.Any is null ? 0 : 1) + (dto.Part is null ? 0 : 1);
        if (forms != 1)
        {
            faults.Add(new(at, "write either all, any, or part with at_least or more_than, of and by"));
            return null;
        }

        if ((dto.All ?? dto.Any) is not { } list)
            return ToCondition(dto, at, faults);
        var before = faults.Count;
        var name = dto.All is null ? "any" : "all";
        QuorumExpression?[] parts = [.. list.Select((p, i) => ToExpression(p, Invariant($"{at}.{name}[{i}]"), depth + 1, faults))];
        if (parts.Length == 0)
            faults.Add(new($"{at}.{name}", "it is empty"));
        if (faults.Count > before)
            return null;
        return dto.All is null ? QuorumExpression.Any([.. parts.OfType<QuorumExpression>()]) : QuorumExpression.All([.. parts.OfType<QuorumExpression>()]);
    }

    private static QuorumCondition? ToCondition(ExpressionDto dto, string at, List<Fault> faults)
    {
        var before = faults.Count;
        if (dto.Of is null || dto.By is null)
            faults.Add(new(at, "of and by must be written"));
        if (dto.AtLeast is null == dto.MoreThan is null)
            faults.Add(new(at, "write either at_least or more_than"));
        if (!Fraction.TryParse(dto.AtLeast ?? dto.MoreThan, out var share))
            faults.Add(new(at, Invariant($"\"{dto.AtLeast ?? dto.MoreThan}\" is not a share between 0 and 1, written as 2/3, its denominator at most {Fraction.LargestDenominator}")));
        return faults.Count > before
            ? null
            : new(dto.Part!.Value, dto.AtLeast is null ? QuorumComparison.MoreThan : QuorumComparison.AtLeast, share, dto.Of!.Value, dto.By!.Value);
    }

    private static ExpressionDto ToDto(QuorumExpression expression) => expression switch
    {
        QuorumAll all => new() { All = [.. all.Parts.Select(ToDto)] },
        QuorumAny any => new() { Any = [.. any.Parts.Select(ToDto)] },
        QuorumCondition c => new()
        {
            Part = c.Part,
            AtLeast = c.Comparison == QuorumComparison.AtLeast ? c.Share.ToString() : null,
            MoreThan = c.Comparison == QuorumComparison.MoreThan ? c.Share.ToString() : null,
            Of = c.Whole,
            By = c.Measure,
        },
        _ => throw new ArgumentException("It is none of the three forms.", nameof(expression)),
    };

    internal sealed record RulesDto
    {
        public required int Format { get; init; }

        public required IReadOnlyList<RuleDto?> Rules { get; init; }
    }

    internal sealed record RuleDto
    {
        public required string Id { get; init; }

        public required int Version { get; init; }

        public required string Name { get; init; }

        public required string NameZh { get; init; }

        public required LegalBasis Basis { get; init; }

        public required ExpressionDto? Valid { get; init; }

        public ExpressionDto? Carried { get; init; }
    }

    internal sealed record ExpressionDto
    {
        public IReadOnlyList<ExpressionDto?>? All { get; init; }

        public IReadOnlyList<ExpressionDto?>? Any { get; init; }

        public QuorumGroup? Part { get; init; }

        public string? AtLeast { get; init; }

        public string? MoreThan { get; init; }

        public QuorumGroup? Of { get; init; }

        public QuorumMeasure? By { get; init; }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 48,
    Converters = [typeof(QuorumGroupConverter), typeof(QuorumMeasureConverter)])]
[JsonSerializable(typeof(QuorumRulesJson.RulesDto))]
internal sealed partial class QuorumRulesJsonContext : JsonSerializerContext;

internal sealed class QuorumGroupConverter() : JsonStringEnumConverter<QuorumGroup>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);

internal sealed class QuorumMeasureConverter() : JsonStringEnumConverter<QuorumMeasure>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
