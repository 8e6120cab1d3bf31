using System.Globalization;

namespace GridGov.Core.Tests;

/// <summary>The cases of docs/calendars.md.</summary>
public class CalendarDocumentTests
{
    private static readonly WorkCalendar Office =
        WorkCalendar.Weekdays("08:00-12:00", "14:00-18:00").In(Clock.Shanghai).With(HolidayTable.China);

    private static readonly Dictionary<string, WorkCalendar> Calendars = new(StringComparer.Ordinal)
    {
        ["office"] = Office,
        ["half day"] = Office.WithShiftsOn(new DateOnly(2026, 7, 2), "08:00-12:00"),
        ["saturdays"] = Office.WithShiftsOn(DayOfWeek.Saturday, "09:00-12:00"),
        ["summer"] = Office.WithSeason("06-01", "09-30", "08:00-12:00", "15:00-18:00"),
        ["by date"] = Office.Counting(WorkdayCounting.ByDate),
        ["night"] = WorkCalendar.Weekdays("00:00-06:00").On(Enum.GetValues<DayOfWeek>()).In(Clock.NewYork),
    };

    public static TheoryData<string, string, string, string, string> Deadlines { get; } = new(Rows("### Deadlines", 6).Select(r => (r[0], r[1], r[2], r[3], r[4])));

    public static TheoryData<string, string, string, string> LatestStarts { get; } = new(Rows("### Latest starts", 5).Select(r => (r[0], r[1], r[2], r[3])));

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void Deadlines_of_the_document_are_those_of_the_library(string calendar, string start, string limit, string pauses, string due)
    {
        var at = Time(calendar, start);
        var actual = Calendars[calendar].Add(at, Clock.Limit(limit), Set(calendar, pauses));
        Assert.Equal(due == "none" ? null : Time(calendar, due), actual);
        Assert.Equal(actual?.Offset, due == "none" ? null : Time(calendar, due).Offset);
        if (pauses.Length == 0)
            Assert.Equal(actual, Calendars[calendar].Add(at, Clock.Limit(limit)));
    }

    [Theory]
    [MemberData(nameof(LatestStarts))]
    public void Latest_starts_of_the_document_are_those_of_the_library(string calendar, string end, string limit, string start) =>
        Clock.Same(Time(calendar, start), Calendars[calendar].Subtract(Time(calendar, end), Clock.Limit(limit)));

    [Fact]
    public void The_document_has_cases_for_every_calendar()
    {
        var all = Deadlines.Select(d => d.Data.Item1).ToHashSet(StringComparer.Ordinal);
        Assert.True(Deadlines.Count > 30 && LatestStarts.Count > 5 && all.SetEquals(Calendars.Keys));
    }

    private static string[][] Rows(string heading, int columns)
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "calendars.md")).SkipWhile(l => l != heading).Skip(2).TakeWhile(l => l.StartsWith('|'));
        return [.. lines.Skip(2).Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries)).Select(r => r.Length == columns ? r : throw new FormatException(string.Join('|', r)))];
    }

    private static PauseSet Set(string calendar, string text) => PauseSet.Of([.. text
        .Split(" and ", StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('/'))
        .Select(p => new Pause(Time(calendar, p[0]), p[1].Length == 0 ? null : Time(calendar, p[1])))]);

    private static DateTimeOffset Time(string calendar, string text) => text.Length > 16
        ? DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)
        : Clock.At(text, Calendars[calendar].Zone.Id);
}
