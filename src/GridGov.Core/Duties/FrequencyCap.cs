using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>How often something may be handed down in a period (频次上限), as text <c>4/year</c>. Immutable and thread-safe.</summary>
/// <param name="Times">How often, from 1.</param>
/// <param name="Per">In which period.</param>
[JsonConverter(typeof(FrequencyCapJsonConverter))]
public readonly record struct FrequencyCap(int Times, DutyPeriod Per)
{
    private static readonly (DutyPeriod Period, string Name)[] Names =
    [
        (DutyPeriod.Once, "once"), (DutyPeriod.Year, "year"), (DutyPeriod.HalfYear, "half-year"), (DutyPeriod.Quarter, "quarter"),
        (DutyPeriod.Month, "month"), (DutyPeriod.Week, "week"), (DutyPeriod.Day, "day"),
    ];

    /// <summary>Reads what <see cref="ToString"/> writes, for instance <c>2/month</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cap">The cap, or default.</param>
    /// <returns>Whether it is a cap: a whole number, a slash and once, year, half-year, quarter, month, week or day.</returns>
    public static bool TryParse(string? text, out FrequencyCap cap)
    {
        cap = default;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash < 0 || !int.TryParse(text.AsSpan(0, slash), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var times))
            return false;
        foreach (var (period, name) in Names)
        {
            if (text.AsSpan(slash + 1).SequenceEqual(name))
            {
                cap = new(times, period);
                return true;
            }
        }

        return false;
    }

    /// <summary>The text, for instance <c>2/month</c>.</summary>
    public override string ToString()
    {
        var per = Per;
        var name = Array.Find(Names, n => n.Period == per).Name ?? "?";
        return string.Create(CultureInfo.InvariantCulture, $"{Times}/{name}");
    }
}

/// <summary>Reads and writes a cap as text such as <c>4/year</c>.</summary>
internal sealed class FrequencyCapJsonConverter : JsonConverter<FrequencyCap>
{
    public const string Expected = "A cap is expected, such as \"4/year\"; periods are once, year, half-year, quarter, month, week and day.";

    public override FrequencyCap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && FrequencyCap.TryParse(reader.GetString(), out var cap)
            ? cap
            : throw new JsonException(Expected);

    public override void Write(Utf8JsonWriter writer, FrequencyCap value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
