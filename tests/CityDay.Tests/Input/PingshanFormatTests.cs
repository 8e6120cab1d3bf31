using CityDay.Input;

namespace CityDay.Tests.Input;

public sealed class PingshanFormatTests
{
    private static readonly string[] Line = ["1", "2018-07-04 17:24:45", "东街", "901", "甲社区", "90001", "市容", "东街队", "热线", "0", "1"];

    [Fact]
    public void A_line_becomes_a_closed_case_of_its_community()
    {
        InputRow row = Map([]).Row();

        Assert.Equal("1", row.Id);
        Assert.Equal(new DateTimeOffset(2018, 7, 4, 9, 24, 45, TimeSpan.Zero), row.ReportedAt);
        Assert.Equal([new GridStep("901", "东街"), new GridStep("90001", "甲社区")], row.Place);
        Assert.Equal(("市容", "热线", "东街队"), (row.Category, row.Channel, row.Unit));
        Assert.Equal((true, false), (row.OnTime, row.StillOpen));
        Assert.Null(row.PlaceNote);
        Assert.Null(row.HandledAt);
        Assert.Null(row.Target);
    }

    [Theory]
    [InlineData("-", "-", 0, "no street given")]
    [InlineData("", " ", 0, "no street given")]
    [InlineData("-", "90001", 0, "no street given, community 90001")]
    [InlineData("901", "-", 1, "no community given")]
    public void A_place_that_is_not_given_is_noted(string street, string community, int depth, string note)
    {
        InputRow row = Map(new() { ["STREET_ID"] = street, ["COMMUNITY_ID"] = community }).Row();

        Assert.Equal((depth, note), (row.Place.Count, row.PlaceNote));
    }

    [Fact]
    public void A_place_without_a_name_is_called_by_its_code() =>
        Assert.Equal([new("901", "901"), new("90001", "90001")], Map(new() { ["STREET_NAME"] = "-", ["COMMUNITY_NAME"] = "" }).Row().Place);

    [Theory]
    [InlineData("1", "0", true)]
    [InlineData("0", "1", false)]
    [InlineData("0", "0", null)]
    [InlineData("-", "-", null)]
    [InlineData("1", "-", true)]
    public void On_time_is_what_the_flags_say(string intime, string overtime, bool? onTime) =>
        Assert.Equal(onTime, Map(new() { ["INTIME_ARCHIVE_NUM"] = intime, ["OVERTIME_ARCHIVE_NUM"] = overtime }).Row().OnTime);

    [Fact]
    public void On_time_and_overtime_at_once_is_rejected()
    {
        Rejection rejection = Map(new() { ["OVERTIME_ARCHIVE_NUM"] = "1" }).Rejection();

        Assert.Equal(("OVERTIME_ARCHIVE_NUM", "INTIME_ARCHIVE_NUM and OVERTIME_ARCHIVE_NUM are both 1"), (rejection.Field, rejection.Reason));
    }

    [Theory]
    [InlineData("INTIME_ARCHIVE_NUM", "2", "not a flag")]
    [InlineData("REC_ID", "", "no value")]
    [InlineData("REC_ID", "-", "no value")]
    [InlineData("EVENT_TYPE_NAME", "-", "no value")]
    [InlineData("EVENT_SRC_NAME", " ", "no value")]
    [InlineData("CREATE_TIME", "-", "not a time of the form yyyy-MM-dd HH:mm:ss")]
    [InlineData("CREATE_TIME", "2018-02-30 00:00:00", "there is no such date or time")]
    public void A_value_that_cannot_be_is_rejected_with_its_column(string column, string value, string reason)
    {
        Rejection rejection = Map(new() { [column] = value }).Rejection();

        Assert.Equal((2, column, value, reason), (rejection.Line, rejection.Field, rejection.Value, rejection.Reason));
        Assert.NotEmpty(rejection.Remedy);
    }

    [Fact]
    public void A_unit_that_is_not_given_is_none() => Assert.Null(Map(new() { ["DISPOSE_UNIT_NAME"] = "-" }).Row().Unit);

    private static InputItem Map(Dictionary<string, string> changes) => CsvLine.Map(new PingshanFormat(), Line, changes);
}
