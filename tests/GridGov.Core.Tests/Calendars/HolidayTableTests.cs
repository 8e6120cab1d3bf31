using System.Text;

namespace GridGov.Core.Tests;

public class HolidayTableTests
{
    private const string Sound = """
        {
          "format": 1, "id": "demo", "version": 2, "years": [2026],
          "holidays": [
            { "name": "National Day", "name_zh": "国庆节", "from": "2026-10-01", "until": "2026-10-07",
              "make_up_days": ["2026-10-10"], "source": { "instrument": "示例" } }
          ]
        }
        """;

    private static readonly LegalBasis Notice = new("示例");

    [Fact]
    public void A_table_says_which_days_are_off_and_which_are_worked()
    {
        var table = Read("\uFEFF" + Sound);
        Assert.Equal(("demo", 2), (table.Id, table.Version));
        Assert.Equal([2026], table.Years);
        Assert.Equal(Enumerable.Range(1, 7).Select(d => new DateOnly(2026, 10, d)), table.DaysOff);
        Assert.Equal([new DateOnly(2026, 10, 10)], table.MakeUpDays);
        Assert.Equal(new("National Day", "国庆节"), table.Holidays[0].Name);
        Assert.Equal(Notice, table.Holidays[0].Source);
        Assert.True(table.Covers(new(2026, 1, 1)));
        Assert.False(table.Covers(new(2027, 1, 1)));
    }

    [Fact]
    public void A_calendar_has_exactly_the_days_of_its_table()
    {
        var calendar = WorkCalendar.Weekdays("08:00-12:00").WithHolidays(new DateOnly(2026, 7, 1)).WithMakeUpDays(new DateOnly(2026, 7, 4)).With(Read(Sound));
        Assert.True(calendar.IsWorkday(new(2026, 7, 1)));
        Assert.False(calendar.IsWorkday(new(2026, 7, 4)));
        Assert.False(calendar.IsWorkday(new(2026, 10, 7)));
        Assert.True(calendar.IsWorkday(new(2026, 10, 10)));
        Assert.Throws<ArgumentNullException>(() => calendar.With(null!));
        Assert.Equal(
            ["2026-10-02: it is a holiday and has shifts of its own; keep one"],
            Faults.Of(() => WorkCalendar.Weekdays("08:00-12:00").WithShiftsOn(new DateOnly(2026, 10, 2), "08:00-10:00").With(Read(Sound))));
    }

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2", "$.format: format 2 is not known; this version reads 1")]
    [InlineData("\"2026-10-07\"", "\"2026-9-7\"", "line 4, byte 96, $.holidays[0].until:")]
    [InlineData("[\"2026-10-10\"]", "7", "line 5, byte 24, $.holidays[0].make_up_days:")]
    [InlineData("\"version\": 2", "\"version\": 2, \"version\": 2", "line 2,")]
    [InlineData("\"version\": 2", "\"version\": 99999999999", "line 2,")]
    [InlineData("\"id\": \"demo\", ", "", "line 7,")]
    [InlineData("\"id\"", "\"name\": 1, \"id\"", "line 2,")]
    [InlineData("\"id\": \"demo\"", "\"id\": null", "line 2,")]
    [InlineData("\"holidays\": [", "\"holidays\": [ null,", "$.holidays[0]: the holiday is null")]
    public void What_is_not_of_the_format_is_located(string found, string instead, string fault)
    {
        Assert.Contains(found, Sound, StringComparison.Ordinal);
        Assert.StartsWith(fault, Assert.Single(Faults.Of(() => Read(Sound.Replace(found, instead, StringComparison.Ordinal)))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    public void What_is_no_table_at_all_is_one_fault(string text) => Assert.Single(Faults.Of(() => Read(text)));

    [Fact]
    public void A_document_nested_too_deep_is_a_fault() =>
        Assert.Single(Faults.Of(() => Read($"{{\"format\": {new string('[', 100_000)}")));

    [Fact]
    public void Every_fault_of_a_table_is_listed() => Cultures.InEach(_ => Assert.Equal(
        [
            "id: it is blank",
            "version: 0 is below 1",
            "year 0: it is not one of 1 to 9999",
            "year 2026: it is given twice",
            "holiday of 2025-05-01: it lies in none of the years of the table",
            "holiday of 2026-01-01: it has no English name",
            "holiday of 2026-01-01: it has no Chinese name",
            "holiday of 2026-01-01: it has no source; name the announcement",
            "holiday of 2026-04-06: it ends before it begins, on 2026-04-04",
            "holiday of 2026-06-19: it lasts until 2036-06-21; a holiday is shorter than a year",
            "2026-01-01: it is both a day off and a make-up workday; keep one",
            "2026-02-07: it is a make-up workday twice; keep one",
            "2026-10-03: it is a day off twice; keep one",
        ],
        Faults.Of(() => HolidayTable.Freeze(
            " ",
            0,
            [2026, 0, 2026],
            [
                Of("2026-10-01", "2026-10-03"), Of("2026-10-03", "2026-10-03"),
                Of("2026-01-01", "2026-01-02", "2026-01-01", "2026-02-07", "2026-02-07") with { Name = default, Source = new(" ") },
                Of("2026-04-06", "2026-04-04"), Of("2026-06-19", "2036-06-21"), Of("2025-05-01", "2025-05-02"),
            ]))));

    [Fact]
    public void A_table_needs_a_year() => Assert.Equal(["years: there is none"], Faults.Of(() => HolidayTable.Freeze("demo", 1, [], [])));

    private static Holiday Of(string from, string until, params string[] workdays) => new()
    {
        Name = new("A day", "节日"),
        From = Clock.Day(from),
        Until = Clock.Day(until),
        MakeUpDays = ValueList.From(workdays.Select(Clock.Day)),
        Source = Notice,
    };

    private static HolidayTable Read(string text) => HolidayTable.FromJson(Encoding.UTF8.GetBytes(text));
}
