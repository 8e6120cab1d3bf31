using System.Text;
using CityDay.Input;

namespace CityDay.Tests.Input;

public sealed class EncodingTests
{
    // "市容" in GB18030.
    private static readonly byte[] Gb18030 = [0xCA, 0xD0, 0xC8, 0xDD];

    [Fact]
    public void A_header_in_another_encoding_makes_the_file_unusable()
    {
        InputException fault = Read.Fault(Read.Join("id,", Gb18030, ",more\n1,a,x\n"));

        Assert.Equal((Read.FileName, 1, 4, "0xCA"), (fault.File, fault.Line, fault.Column, fault.Value));
        Assert.Equal("not a UTF-8 text file: byte 0xCA at offset 3 of the file", fault.Reason);
        Assert.Equal("Convert the file, for example: iconv -f GB18030 -t UTF-8", fault.Remedy);
    }

    [Fact]
    public void A_later_line_in_another_encoding_costs_itself_only()
    {
        List<InputItem> items = Read.All(Read.Join(ProbeFormat.Header, "\n1,a,x\n2,", Gb18030, ",y\n3,占道,z\n"));

        Rejection rejection = items[1].Rejection();
        Assert.Equal((3, 3, "", "0xCA"), (rejection.Line, rejection.Column, rejection.Field, rejection.Value));
        Assert.Equal("not a UTF-8 text file: byte 0xCA at offset 21 of the file", rejection.Reason);
        Assert.Contains("iconv", rejection.Remedy, StringComparison.Ordinal);
        Assert.Equal("占道", items[2].Row().Category);
    }

    [Fact]
    public void A_character_cut_off_by_the_line_end_or_the_file_end_costs_its_line()
    {
        byte[] cut = [0xE5, 0x8D];

        List<InputItem> items = Read.All(Read.Join(ProbeFormat.Header, "\n1,a,", cut, "\n2,b,y\n3,c,", cut));

        Assert.Equal([false, true, false], items.Select(item => item.IsRow));
    }

    [Fact]
    public void Surrogates_and_overlong_forms_are_no_text()
    {
        List<InputItem> items = Read.All(Read.Join(ProbeFormat.Header, "\n1,", new byte[] { 0xED, 0xA0, 0x80 }, ",x\n2,", new byte[] { 0xC0, 0xAF }, ",y\n"));

        Assert.All(items, item => Assert.StartsWith("not a UTF-8 text file", item.Rejection().Reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_file_in_sixteen_bit_characters_is_named_as_such(string encoding)
    {
        var writer = Encoding.GetEncoding(encoding);

        InputException marked = Read.Fault(Read.Join(writer.GetPreamble(), writer.GetBytes("id,text,more\n1,a,x\n")));
        InputException bare = Read.Fault(writer.GetBytes("id,text,more\n1,a,x\n"));

        Assert.All([marked, bare], fault => Assert.Contains("iconv -f UTF-16", fault.Remedy, StringComparison.Ordinal));
        Assert.All([marked, bare], fault => Assert.Contains("not a UTF-8 text file", fault.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_nul_in_the_header_is_found_at_its_column()
    {
        InputException fault = Read.Fault("id,te\0xt,more\n1,a,x\n");

        Assert.Equal((1, 6, "te\\u0000xt,more"), (fault.Line, fault.Column, fault.Value));
    }

    [Fact]
    public void Old_line_ends_make_the_file_unusable()
    {
        InputException fault = Read.Fault("id,text,more\r1,a,x\r");

        Assert.Equal(("a carriage return inside the line", "End lines with LF or CRLF"), (fault.Reason, fault.Remedy));
    }
}
