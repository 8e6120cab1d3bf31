using CityDay.Input;

namespace CityDay.Tests.Input;

public sealed class GridGovFormatTests
{
    private static readonly string[] Line =
        ["r-1", "2026-03-02T08:15:00+08:00", "G-1", "lamp", "phone", "Works", "2026-03-02T09:00:00+08:00", "2026-03-03T08:15:00+08:00", "true"];

    private static readonly GridStep[] Known = [new("S-1", "East"), new("G-1", "East 1")];

    [Fact]
    public void A_line_becomes_a_report_of_its_grid()
    {
        InputRow row = Map([]).Row();

        Assert.Equal(("r-1", "lamp", "phone", "Works"), (row.Id, row.Category, row.Channel, row.Unit));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 0, 15, 0, TimeSpan.Zero), row.ReportedAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero), row.HandledAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 0, 15, 0, TimeSpan.Zero), row.Target);
        Assert.Equal(TimeSpan.FromHours(8), row.ReportedAt.Offset);
        Assert.Equal(Known, row.Place);
        Assert.Equal((true, false), (row.OnTime, row.StillOpen));
    }

    [Fact]
    public void The_optional_columns_may_be_absent()
    {
        InputRow row = CsvLine.Map(Format(), Line, []).Row();

        Assert.Null(row.Unit);
        Assert.Null(row.HandledAt);
        Assert.Null(row.Target);
        Assert.Null(row.OnTime);
    }

    [Fact]
    public void The_optional_fields_may_be_blank() =>
        Assert.Null(Map(new() { ["unit"] = "", ["handled_at"] = "", ["target"] = " ", ["on_time"] = "" }).Row().OnTime);

    [Fact]
    public void A_blank_grid_is_the_city_s_own_to_answer()
    {
        InputRow row = Map(new() { ["grid"] = "" }).Row();

        Assert.Empty(row.Place);
        Assert.Equal("no grid given", row.PlaceNote);
    }

    [Theory]
    [InlineData("grid", "G-9", "unknown grid G-9")]
    [InlineData("class", "ufo", "unknown class ufo")]
    [InlineData("class", "", "no value")]
    [InlineData("channel", "", "no value")]
    [InlineData("reported_at", "2026-03-02T08:15:00", "not an ISO 8601 time with an offset")]
    [InlineData("handled_at", "2026-03-02T08:14:59+08:00", "handled before it was reported")]
    [InlineData("target", "2026-02-30T08:14:59+08:00", "there is no such date, time or offset")]
    [InlineData("on_time", "yes", "not a flag")]
    public void A_value_that_cannot_be_is_rejected_with_its_column(string column, string value, string reason)
    {
        Rejection rejection = Map(new() { [column] = value }).Rejection();

        Assert.Equal((column, value, reason), (rejection.Field, rejection.Value, rejection.Reason));
    }

    [Fact]
    public void Every_class_is_taken_where_none_is_asked_for()
    {
        var format = new GridGovFormat(TimeZoneInfo.Utc, _ => Known);

        Assert.Equal("ufo", CsvLine.Map(format, Line, new() { ["class"] = "ufo" }).Row().Category);
    }

    [Fact]
    public void On_time_false_is_read() => Assert.False(Map(new() { ["on_time"] = "false" }).Row().OnTime);

    private static GridGovFormat Format() => new(
        TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), code => code == "G-1" ? Known : null, name => name == "lamp");

    private static InputItem Map(Dictionary<string, string> changes) => CsvLine.Map(Format(), Line, changes, GridGovFormat.OptionalColumns);
}
