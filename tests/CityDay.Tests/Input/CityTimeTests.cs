using System.Globalization;
using CityDay.Input;

namespace CityDay.Tests.Input;

public sealed class CityTimeTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Fact]
    public void A_local_time_is_an_instant_of_its_city()
    {
        Assert.Equal(At("2018-07-04T17:24:45+08:00"), CityTime.ParseLocal("2018-07-04 17:24:45", Shanghai).Time);
        Assert.Equal(At("2011-07-04T17:24:45-04:00"), CityTime.ParseLocal("2011-07-04 17:24:45", NewYork).Time);
        Assert.Equal(At("2011-12-04T17:24:45-05:00"), CityTime.ParseLocal("2011-12-04 17:24:45", NewYork).Time);
        Assert.Equal(TimeSpan.FromHours(8), CityTime.ParseLocal("2018-07-04 17:24:45", Shanghai).Time.Offset);
    }

    [Theory]
    [InlineData("2018-02-30 00:00:00")]
    [InlineData("2018-13-01 00:00:00")]
    [InlineData("2018-02-28 25:61:00")]
    [InlineData("2018-02-28 24:00:00")]
    [InlineData("2016-12-31 23:59:60")]
    [InlineData("0000-01-01 00:00:00")]
    public void A_time_that_no_calendar_has_is_a_fault(string text) =>
        Assert.Equal("there is no such date or time", CityTime.ParseLocal(text, Shanghai).Fault);

    [Theory]
    [InlineData("2018-07-04")]
    [InlineData("2018-07-04 17:24")]
    [InlineData("2018-7-4 17:24:45")]
    [InlineData("2018/07/04 17:24:45")]
    [InlineData("04-07-2018 17:24:45")]
    [InlineData("2018-07-04T17:24:45")]
    [InlineData("2018-07-04 17:24:45.0")]
    [InlineData("2018-07-04 17:24:45\n")]
    [InlineData("2018-07-04 17:24:45 PM")]
    [InlineData("２０１８-07-04 17:24:45")]
    public void Only_one_form_of_local_time_is_taken(string text) =>
        Assert.Equal("not a time of the form yyyy-MM-dd HH:mm:ss", CityTime.ParseLocal(text, Shanghai).Fault);

    [Theory]
    [InlineData("1989-12-31 23:59:59", false)]
    [InlineData("1990-01-01 00:00:00", true)]
    [InlineData("2100-12-31 23:59:59", true)]
    [InlineData("2101-01-01 00:00:00", false)]
    public void Years_are_plausible_from_1990_to_2100(string text, bool plausible) => Assert.Equal(plausible, CityTime.ParseLocal(text, Shanghai).Fault is null);

    [Fact]
    public void A_time_that_clocks_skip_is_a_fault()
    {
        Assert.Equal("there is no such local time in America/New_York: clocks skip it", CityTime.ParseLocal("2011-03-13 02:30:00", NewYork).Fault);
        Assert.Null(CityTime.ParseLocal("2011-03-13 03:00:00", NewYork).Fault);
        Assert.Null(CityTime.ParseLocal("2011-03-13 02:30:00", Shanghai).Fault);
    }

    [Fact]
    public void A_time_that_happens_twice_is_the_earlier_instant() =>
        Assert.Equal(At("2011-11-06T05:30:00Z"), CityTime.ParseLocal("2011-11-06 01:30:00", NewYork).Time);

    [Theory]
    [InlineData("2026-03-02T08:15:00+08:00", "2026-03-02T00:15:00Z")]
    [InlineData("2026-03-02T00:15:00Z", "2026-03-02T00:15:00Z")]
    [InlineData("2026-03-02T00:15:00.25Z", "2026-03-02T00:15:00.25Z")]
    [InlineData("2026-03-01T20:15:00-04:00", "2026-03-02T00:15:00Z")]
    public void A_time_with_its_offset_is_shown_in_the_city(string text, string instant)
    {
        DateTimeOffset time = CityTime.ParseOffset(text, Shanghai).Time;

        Assert.Equal(At(instant), time);
        Assert.Equal(TimeSpan.FromHours(8), time.Offset);
    }

    [Theory]
    [InlineData("2026-03-02T08:15:00", "not an ISO 8601 time with an offset")]
    [InlineData("2026-03-02 08:15:00+08:00", "not an ISO 8601 time with an offset")]
    [InlineData("2026-03-02T08:15:00+8", "not an ISO 8601 time with an offset")]
    [InlineData("2026-02-30T08:15:00+08:00", "there is no such date, time or offset")]
    [InlineData("2026-03-02T08:15:00+99:00", "there is no such date, time or offset")]
    [InlineData("1026-03-02T08:15:00+08:00", "the year is not between 1990 and 2100")]
    public void Only_a_full_time_with_an_offset_is_taken(string text, string fault) => Assert.Equal(fault, CityTime.ParseOffset(text, Shanghai).Fault);

    [Theory]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void The_machine_s_culture_changes_nothing(string culture)
    {
        const string Rows = "REC_ID,CREATE_TIME,STREET_NAME,STREET_ID,COMMUNITY_NAME,COMMUNITY_ID,EVENT_TYPE_NAME,DISPOSE_UNIT_NAME,EVENT_SRC_NAME,OVERTIME_ARCHIVE_NUM,INTIME_ARCHIVE_NUM\n"
            + "1,2018-07-04 17:24:45,东街,1,甲社区,11,市容,队,热线,0,1\n2,x,东街,1,甲社区,11,市容,队,热线,0,1\n";
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            List<InputItem> items = Read.All(Rows, new PingshanFormat());

            Assert.Equal(At("2018-07-04T17:24:45+08:00"), items[0].Row().ReportedAt);
            Assert.Equal(3, items[1].Rejection().Column);
            Assert.Equal("city.csv, line 1: the header does not fit probe: 3 of 3 columns are missing (id, text, more); found: a\nAdd or rename the columns: id, text, more", Read.Fault("a\n").Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
