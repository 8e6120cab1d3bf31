using System.Globalization;

namespace GridGov.Core.Tests;

/// <summary>Instants as the clocks of a zone write them, for instance <c>2026-07-01 09:00</c>.</summary>
internal static class Clock
{
    public const string Shanghai = "Asia/Shanghai";
    public const string NewYork = "America/New_York";

    private static readonly string[] Formats = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.fffffff"];

    /// <summary>The instant at which a zone's clocks show a time; it occurs exactly once.</summary>
    public static DateTimeOffset At(string text, string zone = Shanghai)
    {
        var info = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var local = DateTime.ParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None);
        Assert.False(info.IsInvalidTime(local) || info.IsAmbiguousTime(local), $"{text} does not occur exactly once in {zone}.");
        return new(local, info.GetUtcOffset(local));
    }

    /// <summary>The instant that is written with its offset, for instance <c>2011-11-06 01:30 -05:00</c>.</summary>
    public static DateTimeOffset Exactly(string text) =>
        DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static TimeLimit Limit(string text) =>
        TimeLimit.TryParse(text, out var limit) ? limit : throw new FormatException(text);

    /// <summary>Expects the same instant and the same offset.</summary>
    public static void Same(DateTimeOffset expected, DateTimeOffset actual)
    {
        Assert.Equal(expected, actual);
        Assert.Equal(expected.Offset, actual.Offset);
    }
}
