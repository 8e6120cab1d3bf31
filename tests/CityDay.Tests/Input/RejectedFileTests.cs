using CityDay.Input;

namespace CityDay.Tests.Input;

public sealed class RejectedFileTests
{
    private const string Header = "line,column,field,value,reason,remedy\n";

    [Fact]
    public void The_file_has_a_header_even_without_rejections() => Assert.Equal(Header, Write());

    [Fact]
    public void A_rejection_is_one_line_with_a_plain_line_end() => Assert.Equal(
        Header + "3,14,\"a, b\",\"say \"\"占道\"\"\",why,how\n4,1,,,x,y\n",
        Write(new Rejection(3, 14, "a, b", "say \"占道\"", "why", "how"), new Rejection(4, 1, "", "", "x", "y")));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-", "'-")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("=a,\"b\"", "\"'=a,\"\"b\"\"\"")]
    [InlineData("1=1", "1=1")]
    [InlineData("\t=1", "\\u0009=1")]
    public void No_value_can_start_a_formula(string value, string written) =>
        Assert.Equal($"{Header}2,1,f,{written},why,how\n", Write(new Rejection(2, 1, "f", value, "why", "how")));

    [Fact]
    public void A_column_name_cannot_start_a_formula_either() =>
        Assert.Equal($"{Header}2,1,'=f,v,why,how\n", Write(new Rejection(2, 1, "=f", "v", "why", "how")));

    private static string Write(params Rejection[] rejections)
    {
        using var text = new StringWriter();
        using (var file = new RejectedFile(text))
            Array.ForEach(rejections, file.Write);
        return text.ToString();
    }
}
