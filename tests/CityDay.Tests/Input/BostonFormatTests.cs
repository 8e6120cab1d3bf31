using CityDay.Input;

namespace CityDay.Tests.Input;

public sealed class BostonFormatTests
{
    private static readonly string[] Line =
        ["7", "2011-07-01 09:00:00", "2011-07-05 09:00:00", "2011-07-02 10:00:00", "ONTIME", "Closed", "Lamp", "PW", "Ward 17", "1714", "Call"];

    [Fact]
    public void A_line_becomes_a_case_of_its_precinct()
    {
        InputRow row = Map([]).Row();

        Assert.Equal("7", row.Id);
        Assert.Equal(new DateTimeOffset(2011, 7, 1, 13, 0, 0, TimeSpan.Zero), row.ReportedAt);
        Assert.Equal(new DateTimeOffset(2011, 7, 5, 13, 0, 0, TimeSpan.Zero), row.Target);
        Assert.Equal(new DateTimeOffset(2011, 7, 2, 14, 0, 0, TimeSpan.Zero), row.HandledAt);
        Assert.Equal([new GridStep("W17", "Ward 17"), new GridStep("1714", "Precinct 1714")], row.Place);
        Assert.Equal(("Lamp", "Call", "PW"), (row.Category, row.Channel, row.Unit));
        Assert.Equal((true, false), (row.OnTime, row.StillOpen));
        Assert.Null(row.PlaceNote);
    }

    [Theory]
    [InlineData("Ward 7", "0701", "W07 0701", null)]
    [InlineData("7", "0701", "W07 0701", null)]
    [InlineData("07", "0701", "W07 0701", null)]
    [InlineData(" ", "0502A", "W05 0502A", null)]
    [InlineData("Ward 22", "", "W22", "no precinct given")]
    [InlineData(" ", " ", "", "no ward given")]
    [InlineData("Ward 10", "0102", "", "ward 10, precinct 0102")]
    public void The_place_is_what_ward_and_precinct_agree_on(string ward, string precinct, string codes, string? note)
    {
        InputRow row = Map(new() { ["ward"] = ward, ["precinct"] = precinct }).Row();

        Assert.Equal((codes, note), (string.Join(' ', row.Place.Select(step => step.Code)), row.PlaceNote));
    }

    [Fact]
    public void A_ward_is_named_without_a_leading_zero() =>
        Assert.Equal(new GridStep("W07", "Ward 7"), Map(new() { ["ward"] = "07", ["precinct"] = "" }).Row().Place[0]);

    [Theory]
    [InlineData("ward", "Ward 99")]
    [InlineData("ward", "0")]
    [InlineData("ward", "23")]
    [InlineData("ward", "Ward")]
    [InlineData("ward", "Ward 1 7")]
    [InlineData("ward", "-7")]
    [InlineData("precinct", "9901")]
    [InlineData("precinct", "171")]
    [InlineData("precinct", "17141")]
    [InlineData("precinct", "1714a")]
    public void A_grid_that_the_city_does_not_have_is_rejected(string column, string value)
    {
        Rejection rejection = Map(new() { [column] = value }).Rejection();

        Assert.Equal((column, value, "unknown grid"), (rejection.Field, rejection.Value, rejection.Reason));
    }

    [Theory]
    [InlineData("ONTIME", true)]
    [InlineData("OVERDUE", false)]
    [InlineData("", null)]
    public void On_time_is_what_the_data_says(string flag, bool? onTime) => Assert.Equal(onTime, Map(new() { ["ontime"] = flag }).Row().OnTime);

    [Fact]
    public void An_open_case_has_no_closing_time()
    {
        InputRow row = Map(new() { ["case_status"] = "Open", ["closed_dt"] = "", ["target_dt"] = "", ["ontime"] = "OVERDUE" }).Row();

        Assert.Equal((true, false), (row.StillOpen, row.OnTime));
        Assert.Null(row.HandledAt);
        Assert.Null(row.Target);
        Assert.Equal("an open case has no closing time", Map(new() { ["case_status"] = "Open" }).Rejection().Reason);
    }

    [Theory]
    [InlineData("closed_dt", "2011-07-01 08:59:59", "closed before it was opened")]
    [InlineData("open_dt", "2011-03-13 02:30:00", "there is no such local time in America/New_York: clocks skip it")]
    [InlineData("target_dt", "soon", "not a time of the form yyyy-MM-dd HH:mm:ss")]
    [InlineData("ontime", "LATE", "not a flag")]
    [InlineData("case_status", "Reopened", "unknown status")]
    [InlineData("case_status", "", "no value")]
    [InlineData("case_enquiry_id", "", "no value")]
    [InlineData("type", " ", "no value")]
    [InlineData("source", "", "no value")]
    public void A_value_that_cannot_be_is_rejected_with_its_column(string column, string value, string reason)
    {
        Rejection rejection = Map(new() { [column] = value }).Rejection();

        Assert.Equal((column, value, reason), (rejection.Field, rejection.Value, rejection.Reason));
    }

    [Fact]
    public void A_target_before_the_opening_is_kept_as_the_data_has_it() =>
        Assert.True(Map(new() { ["target_dt"] = "2011-07-01 00:00:00" }).Row() is { } row && row.Target < row.ReportedAt);

    private static InputItem Map(Dictionary<string, string> changes) => CsvLine.Map(new BostonFormat(), Line, changes);
}
