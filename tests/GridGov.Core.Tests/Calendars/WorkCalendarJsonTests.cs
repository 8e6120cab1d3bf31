using System.Text;
using CsCheck;

namespace GridGov.Core.Tests;

public class WorkCalendarJsonTests
{
    private const string Office = """
        {
          "format": 1,
          "zone": "Asia/Shanghai",
          "counting": "ByDate",
          "shifts": ["08:00-12:00", "14:00-18:00"],
          "days": [{ "day": "Saturday", "shifts": ["09:00-12:00"] }],
          "seasons": [{ "from": "06-01", "until": "09-30", "shifts": ["08:00-12:00", "15:00-18:00"] }],
          "holiday_table": { "id": "cn-public-holidays", "version": 1 },
          "dates": [{ "date": "2026-02-16", "shifts": ["08:00-12:00"] }]
        }
        """;

    [Fact]
    public void A_calendar_is_what_its_document_says()
    {
        var calendar = Read(Office);

        Assert.Equal("Asia/Shanghai", calendar.Zone.Id);
        Assert.Equal(TimeSpan.FromHours(8), calendar.WorkdayLength);
        Assert.Equal(TimeSpan.FromHours(3), calendar.LengthOf(new DateOnly(2026, 1, 3)));
        Assert.Equal(TimeSpan.FromHours(7), calendar.LengthOf(new DateOnly(2026, 6, 1)));
        Assert.Equal(TimeSpan.FromHours(4), calendar.LengthOf(new DateOnly(2026, 2, 16)));
        Assert.False(calendar.IsWorkday(new(2025, 10, 1)));
        Assert.False(calendar.IsWorkday(new(2026, 1, 4)));
        Assert.Equal(WorkCalendar.Weekdays("08:00-12:00", "14:00-18:00").In("Asia/Shanghai").With(HolidayTable.China).WithShiftsOn(DayOfWeek.Saturday, "09:00-12:00")
            .WithShiftsOn(new DateOnly(2026, 2, 16), "08:00-12:00").WithSeason("06-01", "09-30", "08:00-12:00", "15:00-18:00").Counting(WorkdayCounting.ByDate).ToJson(), calendar.ToJson());
    }

    [Fact]
    public void Only_the_shifts_are_needed() => Assert.Equal(WorkCalendar.Weekdays("08:00-12:00").ToJson(), Read("""{"format":1,"shifts":["08:00-12:00"]}""").ToJson());

    [Fact]
    public void Any_calendar_counts_the_same_after_the_round_trip() => RandomCalendars.WithInstants.Sample(c =>
    {
        var calendar = c.Model.Calendar;
        var json = calendar.ToJson();
        var read = WorkCalendar.FromJson(json);

        Assert.Equal(Encoding.UTF8.GetString(json), Encoding.UTF8.GetString(read.ToJson()));
        foreach (var at in c.Instants)
        {
            Assert.Equal(calendar.Add(at, TimeLimit.WorkHours(30)), read.Add(at, TimeLimit.WorkHours(30)));
            Assert.Equal(calendar.Elapsed(c.Instants[0], at, LimitUnit.WorkHour), read.Elapsed(c.Instants[0], at, LimitUnit.WorkHour));
        }
    }, iter: 200);

    [Fact]
    public void Holidays_of_a_table_are_written_by_its_name_and_given_ones_as_themselves()
    {
        var table = DocumentKinds.Holidays;
        var named = WorkCalendar.Weekdays("08:00-12:00").With(table);

        Assert.Contains("\"id\": \"own\"", Encoding.UTF8.GetString(named.ToJson()), StringComparison.Ordinal);
        Assert.DoesNotContain("\"holidays\"", Encoding.UTF8.GetString(named.ToJson()), StringComparison.Ordinal);
        Assert.False(WorkCalendar.FromJson(named.ToJson(), table).IsWorkday(new(2026, 5, 1)));
        Assert.Equal(["$.holiday_table: own v4 was not given to the reader"], Faults.Of(() => WorkCalendar.FromJson(named.ToJson())));
        Assert.Contains("2026-05-02", Encoding.UTF8.GetString(named.WithHolidays(table.DaysOff).ToJson()), StringComparison.Ordinal);
        Assert.DoesNotContain("own", Encoding.UTF8.GetString(named.WithHolidays(table.DaysOff).ToJson()), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_listed() => Faults.AreAt(
        [
            "$.days[0].shift \"8-12\"", "$.days[1]", "$.seasons[0].from", "$.seasons[0].until", "$.seasons[0].shifts",
            "$.holiday_table", "$.holiday_table", "$.dates[1]", "$.zone", "$.workdays", "$.shift 09:00-10:00",
        ],
        () => Read("""
            {
              "format": 1, "zone": "Atlantis/City", "shifts": ["08:00-12:00", "09:00-10:00"], "workdays": [],
              "days": [{ "day": "monday", "shifts": ["8-12"] }, { "day": "Monday", "shifts": ["08:00-12:00"] }],
              "seasons": [{ "from": "02-29", "until": "6-1", "shifts": [] }],
              "holidays": ["2026-01-01"], "holiday_table": { "id": "x", "version": 1 },
              "dates": [{ "date": "2026-01-01", "shifts": ["08:00-12:00"] }, { "date": "2026-01-01", "shifts": ["08:00-12:00"] }]
            }
            """));

    [Fact]
    public void What_contradicts_itself_is_refused() => Faults.AreAt(
        ["2026-01-01"], () => Read("""{"format":1,"shifts":["08:00-12:00"],"holidays":["2026-01-01"],"make_up_days":["2026-01-01"]}"""));

    [Fact]
    public void A_zone_of_the_programs_own_has_no_document() => Assert.Throws<InvalidOperationException>(() => WorkCalendar.Weekdays("08:00-12:00")
        .In(TimeZoneInfo.CreateCustomTimeZone("Ours", TimeSpan.FromHours(3), "Ours", "Ours")).ToJson());

    private static WorkCalendar Read(string json) => WorkCalendar.FromJson(Encoding.UTF8.GetBytes(json));
}
