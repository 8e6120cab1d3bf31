using CityDay.Input;

namespace CityDay.Tests.Input;

public sealed class LineTests
{
    [Fact]
    public void Each_line_is_one_row()
    {
        List<InputItem> items = Read.Lines("1,a,x", "2,b,y");

        Assert.Equal([(2, "1", "a", "x"), (3, "2", "b", "y")], items.Select(item => Values(item.Row())));
    }

    [Theory]
    [InlineData("id,text,more\n1,a,x\n2,b,y\n")]
    [InlineData("id,text,more\r\n1,a,x\r\n2,b,y\r\n")]
    [InlineData("id,text,more\r\n1,a,x\n2,b,y")]
    [InlineData("\uFEFFid,text,more\n1,a,x\n2,b,y\r")]
    [InlineData("\uFEFF\"id\",text,more\n1,a,x\n2,b,y")]
    public void Line_ends_a_byte_order_mark_and_a_missing_last_newline_change_nothing(string text)
    {
        List<InputItem> items = Read.All(text);

        Assert.Equal([(2, "1", "a", "x"), (3, "2", "b", "y")], items.Select(item => Values(item.Row())));
    }

    [Fact]
    public void Empty_lines_are_skipped_and_still_counted_as_lines()
    {
        List<InputItem> items = Read.All("\n\r\nid,text,more\n\n1,a,x\r\n\r\n\n2,b,y\n\n");

        Assert.Equal([5, 8], items.Select(item => item.Row().Line));
    }

    [Fact]
    public void Quotes_commas_and_other_scripts_come_through()
    {
        InputRow row = Assert.Single(Read.Lines("\"1\",\"占道, \"\"经营\"\"\", 🚲 ")).Row();

        Assert.Equal((2, "1", "占道, \"经营\"", " 🚲 "), Values(row));
    }

    [Fact]
    public void A_quote_left_open_costs_one_line_only()
    {
        List<InputItem> items = Read.Lines("1,a,x", "2,\"b,y", "3,\"c\",z");

        Assert.Equal(
            new Rejection(3, 3, "text", "\"b,y", "quote opened at column 3 is not closed on this line", "Close the quote; a field may not run over a line end"),
            items[1].Rejection());
        Assert.Equal(["1", "3"], items.Where(item => item.IsRow).Select(item => item.Row!.Id));
    }

    [Fact]
    public void Text_after_a_closing_quote_is_found_at_its_column()
    {
        Rejection rejection = Assert.Single(Read.Lines("1,\"a\"b,x")).Rejection();

        Assert.Equal((2, 6, "text", "text after a closing quote"), (rejection.Line, rejection.Column, rejection.Field, rejection.Reason));
    }

    [Fact]
    public void A_quote_inside_a_bare_field_is_found_at_its_column()
    {
        Rejection rejection = Assert.Single(Read.Lines("1,a\"b\",x")).Rejection();

        Assert.Equal((4, "text", "a quote inside a field that is not quoted"), (rejection.Column, rejection.Field, rejection.Reason));
    }

    [Fact]
    public void A_line_that_is_cut_off_is_rejected_with_the_counts()
    {
        List<InputItem> items = Read.Lines("1,a", "2,b,y");

        Assert.Equal(
            new Rejection(2, 4, "more", "", "the line has 2 fields, the header 3", "Complete the line; it may be cut off"),
            items[0].Rejection());
        Assert.True(items[1].IsRow);
    }

    [Fact]
    public void A_field_too_many_is_rejected_with_the_counts()
    {
        Rejection rejection = Assert.Single(Read.Lines("1,a,x,surplus,more")).Rejection();

        Assert.Equal((7, "", "surplus", "the line has 5 fields, the header 3"), (rejection.Column, rejection.Field, rejection.Value, rejection.Reason));
    }

    [Fact]
    public void A_second_line_with_an_id_names_the_first()
    {
        List<InputItem> items = Read.Lines("1,a,x", "2,b,y", "1,c,z", "1,d,w");

        Assert.Equal((4, 1, "id", "1", "the id was given on line 2 already"), Facts(items[2].Rejection()));
        Assert.Equal((5, 1, "id", "1", "the id was given on line 2 already"), Facts(items[3].Rejection()));
    }

    [Fact]
    public void An_id_of_a_rejected_line_may_be_given_again()
    {
        List<InputItem> items = Read.Lines("1,a", "1,a,x");

        Assert.Equal([false, true], items.Select(item => item.IsRow));
    }

    [Fact]
    public void Ids_that_differ_in_case_are_two() => Assert.All(Read.Lines("a,1,x", "A,1,x"), item => Assert.True(item.IsRow));

    [Theory]
    [InlineData("1,a\0,x", "a NUL character: not a UTF-8 text file")]
    [InlineData("1,a\u001B[31m,x", "control character U+001B")]
    [InlineData("1,a\u009B31m,x", "control character U+009B")]
    [InlineData("1,a\r,x", "a carriage return inside the line")]
    public void A_control_character_costs_its_line(string line, string reason)
    {
        List<InputItem> items = Read.Lines(line, "2,b,y");

        Rejection rejection = items[0].Rejection();
        Assert.Equal((4, "text", reason), (rejection.Column, rejection.Field, rejection.Reason));
        Assert.DoesNotContain(rejection.Value, char.IsControl);
        Assert.True(items[1].IsRow);
    }

    [Fact]
    public void A_tab_is_text() => Assert.Equal("a\tb", Assert.Single(Read.Lines("1,a\tb,x")).Row().Category);

    [Fact]
    public void A_long_value_is_shown_shortened()
    {
        Rejection rejection = Assert.Single(Read.Lines($"1,{new string('a', 500)}\"")).Rejection();

        Assert.Equal($"{new string('a', 79)}…", rejection.Value);
    }

    [Fact]
    public void Reading_stops_when_it_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        using var stream = new MemoryStream("id,text,more\n1,a,x\n2,b,y\n"u8.ToArray());
        using IEnumerator<InputItem> items = InputReader.Read(stream, Read.FileName, new ProbeFormat(), source.Token).GetEnumerator();
        Assert.True(items.MoveNext());

        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => items.MoveNext());
    }

    [Fact]
    public void An_item_without_row_and_rejection_cannot_be_made()
    {
        Assert.Throws<ArgumentNullException>(() => new InputItem((InputRow)null!));
        Assert.Throws<ArgumentNullException>(() => new InputItem((Rejection)null!));
    }

    private static (int Line, string Id, string Text, string More) Values(InputRow row) => (row.Line, row.Id, row.Category, row.Channel);

    private static (int Line, int Column, string Field, string Value, string Reason) Facts(Rejection rejection) =>
        (rejection.Line, rejection.Column, rejection.Field, rejection.Value, rejection.Reason);
}
