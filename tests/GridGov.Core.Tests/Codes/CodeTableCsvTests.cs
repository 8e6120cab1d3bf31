using static GridGov.Core.Tests.CodeSamples;

namespace GridGov.Core.Tests;

public class CodeTableCsvTests
{
    private const string Header = "kind,major_code,major_name,minor_code,name\n";

    [Fact]
    public void Each_line_is_a_minor_class_under_its_major_class() => Assert.Equal(
        [Part("01", name: "公用设施"), Part("01001", "01", "供水井盖"), Matter("01", name: "公用设施类"), Matter("01001", "01", "供水井盖异常")],
        CodeTableCsv.Read(Header + "管理部件,01,公用设施,001,供水井盖\n管理事项,01,公用设施类,001,供水井盖异常\n"));

    [Fact]
    public void Lines_end_either_way_fields_are_quoted_and_a_mark_is_read_over() => Assert.Equal(
        [Part("01", name: "a,\"b\""), Part("0101", "01", "c\r\nd")],
        CodeTableCsv.Read("\uFEFF\"kind\",major_code,major_name,minor_code,minor_name,time_limit\r\npart,01,\"a,\"\"b\"\"\",01,\"c\r\nd\",x"));

    [Fact]
    public void A_table_without_kinds_has_the_kind_that_the_caller_names()
    {
        const string text = "major_code,major_name,minor_code,name\n04,突发事件,01,路面塌陷";

        Assert.Equal([Matter("04", name: "突发事件"), Matter("0401", "04", "路面塌陷")], CodeTableCsv.Read(text, ClassKind.Matter));
        Assert.Equal("line 1: the column kind is missing", TheFaultOf(text));
        Faults.AreAt(["line 1", "line 1", "line 1, field 2", "line 1, field 3"], () => CodeTableCsv.Read("kind,kind,kind,major_code,major_name\n"));
    }

    [Fact]
    public void A_class_on_several_lines_counts_once() =>
        Assert.Equal(2, CodeTableCsv.Read(Header + "part,01,a,01,b\npart,01,a,01,b\n").Count);

    [Theory]
    [InlineData("", "line 1: there is no header")]
    [InlineData("kind,kind,major_code,major_name,minor_code,name", "line 1, field 2: the column kind occurs twice")]
    [InlineData("kind,major_code,minor_code,name\n", "line 1: the column major_name is missing")]
    [InlineData("\"kind\n", "line 1, column 1: the quotation mark that opens here is never closed")]
    [InlineData(Header + "part,01,a,01\n", "line 2: it has 4 fields, the header has 5")]
    [InlineData(Header + "\n\r\npart,01\n", "line 4: it has 2 fields, the header has 5")]
    [InlineData(Header + "part,01,\"a\"x,01,b\n", "line 2, column 12: something follows the closing quotation mark")]
    [InlineData(Header + "part,01,a\"x,01,b\n", "line 2, column 10: a quotation mark within a field that is not quoted")]
    [InlineData(Header + "part,01,a\rx,01,b\n", "line 2, column 10: a carriage return without a line feed")]
    [InlineData(Header + "part,01,\"a,01,b\npart,01,a,01,b\n", "line 2, column 9: the quotation mark that opens here is never closed")]
    [InlineData(Header + "part,01,\"a\nb\",01,\"c\n", "line 3, column 7: the quotation mark that opens here is never closed")]
    [InlineData(Header + "thing,01,a,01,b\n", "line 2: the kind \"thing\" is none of part, component, 管理部件, 部件, event, matter, 管理事项, 事件")]
    [InlineData(Header + "part,,a,01,b\n", "line 2: its code \"\" \"01\" is none: it is empty")]
    [InlineData(Header + "part,01,a,01,\n", "line 2: the name of 0101 is missing")]
    [InlineData(Header + "part,01,a,01,b\npart,01,a,01,c\n", "line 3: Component 0101 c was b further up; a class has one name")]
    [InlineData("kind,code5,major_code,major_name,minor_code,name\npart,01002,01,a,001,b\n", "line 2: its code 01002 is not its major and minor code, 01001")]
    public void A_fault_of_the_table_is_located(string text, string expected) => Assert.Equal(expected, TheFaultOf(text));

    [Fact]
    public void Every_fault_of_the_lines_is_listed_at_once() => Faults.AreAt(
        ["line 2", "line 3", "line 5", "line 6", "line 7, column 10", "line 8, column 9"],
        () => CodeTableCsv.Read(Header + "x,01,a,01,b\npart,01,a,,b\npart,02,a,01,b\npart,02,a,01,\npart\npart,01,a\"b,01,b\npart,01,\"a,01,b\npart,01,a,02,c\n"));

    [Fact]
    public void A_kind_other_than_the_one_asked_for_is_a_fault() => Faults.AreAt(
        ["line 2"], () => CodeTableCsv.Read(Header + "part,01,a,01,b\n", ClassKind.Matter));

    private static string TheFaultOf(string text) => Assert.Single(Faults.Of(() => CodeTableCsv.Read(text)));
}
