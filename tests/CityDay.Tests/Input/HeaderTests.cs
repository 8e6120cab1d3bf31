using CityDay.Input;

namespace CityDay.Tests.Input;

public sealed class HeaderTests
{
    [Fact]
    public void The_order_of_columns_does_not_matter_and_more_are_allowed()
    {
        InputRow row = Assert.Single(Read.All(" more ,extra,id,,text,\nx,?,1,,a,\n")).Row();

        Assert.Equal(("1", "a", "x"), (row.Id, row.Category, row.Channel));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\r\n\n")]
    public void A_file_without_a_header_is_unusable(string text)
    {
        InputException fault = Read.Fault(text);

        Assert.Equal("the file has no header", fault.Reason);
        Assert.Null(fault.Line);
        Assert.Contains("id,text,more", fault.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,text,more")]
    [InlineData("id,text,more\r\n\r\n\n")]
    public void A_header_without_rows_is_unusable(string text) => Assert.Equal("the file has a header and no rows", Read.Fault(text).Reason);

    [Fact]
    public void Lines_that_are_all_rejected_are_still_rows() => Assert.False(Assert.Single(Read.Lines("1")).IsRow);

    [Fact]
    public void Missing_columns_are_named_beside_those_found()
    {
        InputException fault = Read.Fault("\nID,more,other\n1,2,3\n");

        Assert.Equal("the header does not fit probe: 2 of 3 columns are missing (id, text); found", fault.Reason);
        Assert.Equal((2, "ID, more, other", "Add or rename the columns: id, text"), (fault.Line, fault.Value, fault.Remedy));
        Assert.Equal(
            "city.csv, line 2: the header does not fit probe: 2 of 3 columns are missing (id, text); found: ID, more, other\nAdd or rename the columns: id, text",
            fault.Message);
    }

    [Fact]
    public void A_header_of_many_columns_is_shown_shortened()
    {
        InputException fault = Read.Fault($"{string.Join(',', Enumerable.Range(0, 1_000).Select(i => $"column{i}"))}\n");

        Assert.Equal(InputException.ValueLimit, fault.Value!.Length);
        Assert.Contains(fault.Value, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_named_twice_is_refused_at_its_column()
    {
        InputException fault = Read.Fault("id,text,more,\"text\"\n1,2,3,4\n");

        Assert.Equal((1, 14, "text"), (fault.Line, fault.Column, fault.Value));
        Assert.Contains("twice", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_left_open_in_the_header_makes_the_file_unusable()
    {
        InputException fault = Read.Fault("id,\"text,more\n1,2,3\n");

        Assert.Equal((1, 4, "quote opened at column 4 is not closed on this line"), (fault.Line, fault.Column, fault.Reason));
    }

    [Fact]
    public void A_header_of_another_known_format_is_recognised()
    {
        foreach (KnownFormat known in KnownFormats.All)
        {
            InputException fault = Read.Fault($"extra,{string.Join(',', known.RequiredColumns)}\n");

            Assert.Equal($"this looks like {known.Name}: use --format {known.Name}", fault.Remedy);
        }
    }

    [Fact]
    public void Every_format_is_known_by_its_name_and_columns()
    {
        IInputFormat[] formats = [new PingshanFormat(), new BostonFormat(), new GridGovFormat(TimeZoneInfo.Utc, _ => null)];

        Assert.Equal(formats.Select(format => format.Name), KnownFormats.All.Select(known => known.Name));
        Assert.Equal(formats.Select(format => format.RequiredColumns), KnownFormats.All.Select(known => known.RequiredColumns));
        Assert.All(formats, format => Assert.Contains(format.IdColumn, format.RequiredColumns));
    }

    [Theory]
    [InlineData("id;text;more")]
    [InlineData("id\ttext\tmore")]
    public void Columns_separated_by_something_else_are_told(string header) =>
        Assert.Equal("Separate the columns by commas", Read.Fault($"{header}\n1;2;3\n").Remedy);
}
