using System.Globalization;
using System.Text.RegularExpressions;

namespace CityDay.Input;

/// <summary>A time, or why there is none.</summary>
internal readonly record struct ParsedTime(DateTimeOffset Time, string? Fault, string Remedy);

/// <summary>Times as files give them; the result is shown at the city's own offset.</summary>
internal static partial class CityTime
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;
    private const string LocalForm = "yyyy-MM-dd HH:mm:ss";
    private const string LocalRemedy = $"Write local times as {LocalForm}";
    private const string OffsetRemedy = "Write times with their offset, for example 2026-03-02T08:15:00+08:00";

    private static readonly string[] OffsetForms = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    /// <summary>A local time that happens twice, when clocks go back, is the earlier of the two instants.</summary>
    public static ParsedTime ParseLocal(string text, TimeZoneInfo zone)
    {
        if (!LocalShape().IsMatch(text))
            return Fault($"not a time of the form {LocalForm}", LocalRemedy);

        if (!DateTime.TryParseExact(text, LocalForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local))
            return Fault("there is no such date or time", LocalRemedy);

        if (!IsPlausible(local.Year))
            return Implausible();

        if (zone.IsInvalidTime(local))
            return Fault($"there is no such local time in {zone.Id}: clocks skip it", "Give the time that the clocks showed");

        TimeSpan offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new ParsedTime(new DateTimeOffset(local, offset), null, "");
    }

    /// <summary>ISO 8601 with an offset or Z; fractions of a second are allowed.</summary>
    public static ParsedTime ParseOffset(string text, TimeZoneInfo zone)
    {
        if (!OffsetShape().IsMatch(text))
            return Fault("not an ISO 8601 time with an offset", OffsetRemedy);

        string full = text[^1] == 'Z' ? string.Concat(text.AsSpan(0, text.Length - 1), "+00:00") : text;
        if (!DateTimeOffset.TryParseExact(full, OffsetForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset time))
            return Fault("there is no such date, time or offset", OffsetRemedy);

        return IsPlausible(time.Year) ? new ParsedTime(TimeZoneInfo.ConvertTime(time, zone), null, "") : Implausible();
    }

    private static bool IsPlausible(int year) => year is >= FirstYear and <= LastYear;

    private static ParsedTime Implausible() => Fault(
        string.Create(CultureInfo.InvariantCulture, $"the year is not between {FirstYear} and {LastYear}"), "Correct the year");

    private static ParsedTime Fault(string reason, string remedy) => new(default, reason, remedy);

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex LocalShape();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?(Z|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex OffsetShape();
}
