using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridGov.Workflows;

/// <summary>
/// An <see cref="EscalationPolicy"/> as a JSON document, without reflection. Stateless; thread-safe. Names are
/// snake_case, limits are texts such as <c>1 work_day</c>, the time to report in is in minutes.
/// </summary>
public static class EscalationPolicyJson
{
    private const int Format = 1;

    /// <summary>Writes a policy.</summary>
    /// <param name="policy">The policy.</param>
    public static string Write(EscalationPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var document = new PolicyDocument(
            Format,
            [.. policy.Warnings.Select(w => new WarningDocument(w.Clock, w.Share, w.Color))],
            [.. policy.Urgings],
            policy.UrgeAgain.ToString(),
            [.. policy.Escalations.Select(r => new RungDocument(r.Level, r.After.ToString()))],
            policy.ReportInWithin.TotalMinutes);
        return JsonSerializer.Serialize(document, PolicyContext.Default.PolicyDocument);
    }

    /// <summary>Reads a policy; what a document leaves out has its default.</summary>
    /// <param name="json">The document.</param>
    /// <exception cref="DefinitionException">It is no such document, or what it says cannot be used: every fault is listed.</exception>
    public static EscalationPolicy Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        PolicyDocument document;
        try
        {
            document = JsonSerializer.Deserialize(json, PolicyContext.Default.PolicyDocument) ?? throw new JsonException("it is null");
        }
        catch (JsonException e)
        {
            throw new DefinitionException("The escalation policy", [new(e.Path ?? "$", e.Message)]);
        }

        var faults = new List<Fault>();
        if (document.Format != Format)
            faults.Add(new("format", $"this version reads format {Format} only"));
        var defaults = new EscalationPolicy();
        var policy = defaults with
        {
            Warnings = document.Warnings is null ? defaults.Warnings : ValueList.From(document.Warnings.Select(w => new ClockWarning(w.Clock, w.Share, w.Color))),
            Urgings = document.Urgings is null ? defaults.Urgings : ValueList.From(document.Urgings),
            UrgeAgain = document.UrgeAgain is null ? defaults.UrgeAgain : Limit(document.UrgeAgain, "urge_again"),
            Escalations = document.Escalations is null
                ? defaults.Escalations
                : ValueList.From(document.Escalations.Select((r, i) => new EscalationRung(r.Level, Limit(r.After, $"escalations[{i}].after")))),
            ReportInWithin = Minutes(document.ReportInMinutes) ?? defaults.ReportInWithin,
        };
        if (faults.Count == 0)
            faults.AddRange(policy.Check());
        return faults.Count == 0 ? policy : throw new DefinitionException("The escalation policy", faults);

        TimeLimit Limit(string? text, string where)
        {
            if (!TimeLimit.TryParse(text, out var limit))
                faults.Add(new(where, "a time limit is expected, such as \"1 work_day\""));
            return limit;
        }

        TimeSpan? Minutes(double? minutes)
        {
            if (minutes is null or (> 0 and <= 43_200))
                return minutes is { } value ? TimeSpan.FromMinutes(value) : null;
            faults.Add(new("report_in_minutes", "it is not between zero and 30 days"));
            return null;
        }
    }
}

internal sealed record PolicyDocument(
    int Format, WarningDocument[]? Warnings, ResponsibilityLevel[]? Urgings, string? UrgeAgain, RungDocument[]? Escalations, double? ReportInMinutes);

internal sealed record WarningDocument(CaseClock Clock, int Share, WarningColor Color);

internal sealed record RungDocument(ResponsibilityLevel Level, string? After);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = false,
    WriteIndented = true,
    Converters = [typeof(SnakeCaseEnum<CaseClock>), typeof(SnakeCaseEnum<WarningColor>), typeof(SnakeCaseEnum<ResponsibilityLevel>)])]
[JsonSerializable(typeof(PolicyDocument))]
internal sealed partial class PolicyContext : JsonSerializerContext;

internal sealed class SnakeCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
