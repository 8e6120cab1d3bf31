using CityDay.City;
using CityDay.Input;
using CityDay.Output;

namespace CityDay.Tests.Output;

public sealed class CsvFilesTests
{
    [Fact]
    public void Reports_that_are_written_are_read_back_as_they_were()
    {
        IReadOnlyList<InputRow> rows = GeneratedCity.Rows(seed: 3, days: 1, perDay: 50, CancellationToken.None);
        var text = new StringWriter();
        CsvFiles.WriteReports(text, rows);

        var read = Tests.Input.Read.All(text.ToString(), new GridGovFormat(ChineseStandards.Calendar.Zone, code => [new(code, code)]));

        Assert.Equal(rows.Select(Key), read.Select(item => Key(item.Row!)));
    }

    [Fact]
    public void A_report_without_a_place_has_a_blank_one_and_a_comma_is_quoted()
    {
        var text = new StringWriter();

        CsvFiles.WriteReports(text, [new() { Line = 2, Id = "1", ReportedAt = DateTimeOffset.UnixEpoch, Place = [], Category = "a,b", Channel = "c" }]);

        Assert.EndsWith("\n1,1970-01-01T00:00:00+00:00,,\"a,b\",c\n", text.ToString(), StringComparison.Ordinal);
    }

    private static (string, DateTimeOffset, string, string, string) Key(InputRow row) =>
        (row.Id, row.ReportedAt, row.Place[^1].Code, row.Category, row.Channel);
}
