using System.Text;
using CsCheck;

namespace GridGov.Core.Tests;

public sealed class HostileDocumentTests
{
    private const string Good = """
        {"format":1,"id":"R-1","at":"2026-03-02T08:15:00+08:00","grid":"330199001001","class":"01037","channel":"12345","contact":"13800000000"}
        """;

    [Fact]
    public void The_document_that_is_spoilt_below_is_good_itself() => Assert.Equal("R-1", Read(Good).Id.Value);

    [Theory]
    [InlineData("\"format\":1,", "", "$.format", "missing")]
    [InlineData("\"format\":1,", "\"format\":2,", "$.format", "reads format 1 only")]
    [InlineData("\"format\":1,", "\"format\":\"1\",", "$.format", "reads format 1 only")]
    [InlineData("\"id\":\"R-1\"", "\"id\":17", "$.id", "")]
    [InlineData("\"id\":\"R-1\"", "\"id\":\"\"", "$.id", "empty")]
    [InlineData("\"id\":\"R-1\"", "\"id\":\"R-1\",\"id\":\"R-2\"", "$", "id")]
    [InlineData("\"id\":\"R-1\",", "", "$", "id")]
    [InlineData("\"at\":\"2026-03-02T08:15:00+08:00\"", "\"at\":\"2026-02-30T08:15:00+08:00\"", "$.at", "")]
    [InlineData("\"channel\":\"12345\"", "\"channel\":null", "$.channel", "null")]
    [InlineData("\"channel\":\"12345\"", "\"channel\":1e400", "$.channel", "")]
    [InlineData("\"contact\":\"13800000000\"", "\"contact\":{\"x\":\"13800000000\"}", "$.contact", "personal")]
    [InlineData("\"contact\"", "contact", "", "")]
    public void What_is_wrong_is_told_with_its_place_and_without_its_value(string text, string spoilt, string path, string reason)
    {
        var fault = Assert.Throws<DocumentException>(() => Read(Good.Replace(text, spoilt, StringComparison.Ordinal)));

        Assert.StartsWith(path, fault.Path, StringComparison.Ordinal);
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
        Assert.Contains(fault.Reason, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000000", fault.ToString(), StringComparison.Ordinal);
        Assert.Equal(nameof(Report), fault.DocumentType);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"R-1\"")]
    [InlineData("{\"format\":1} {}")]
    [InlineData("{\"format\":1")]
    public void What_is_not_one_object_is_told(string json) => Assert.Throws<DocumentException>(() => Read(json));

    [Fact]
    public void The_line_and_the_byte_are_told()
    {
        var fault = Assert.Throws<DocumentException>(() => Read("{\"format\":1,\n\"id\": 17}"));

        Assert.Equal(2, fault.Line);
        Assert.Equal(9, fault.Position);
    }

    [Fact]
    public void Nesting_beyond_the_depth_is_refused_also_where_nothing_is_known()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000);

        Assert.Throws<DocumentException>(() => Read(Good.Replace("\"format\":1", $"\"format\":1,\"new\":{deep}", StringComparison.Ordinal)));
        Assert.Throws<DocumentException>(() => Read(new string('[', 100_000)));
    }

    [Fact]
    public void A_field_twice_within_what_is_not_known_cannot_be_kept()
    {
        var json = Encoding.UTF8.GetBytes(Good.Replace("\"format\":1", "\"format\":1,\"new\":{\"a\":1,\"a\":2}", StringComparison.Ordinal));

        Assert.Throws<DocumentException>(() => GridGovJson.ReadKept<Report>(json));
    }

    [Fact]
    public void Whatever_bytes_come_they_are_read_or_refused_by_name() =>
        Gen.Select(Gen.Int[0, Encoding.UTF8.GetByteCount(Good) - 1], Gen.Byte, Gen.Int[0, 3]).Sample((at, value, how) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Good).ToList();
            switch (how)
            {
                case 0: bytes[at] = value; break;
                case 1: bytes.Insert(at, value); break;
                case 2: bytes.RemoveAt(at); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }

            try
            {
                GridGovJson.ReadKept<Report>([.. bytes]);
            }
            catch (DocumentException)
            {
                // The one refusal that is promised.
            }
        });

    private static Report Read(string json) => GridGovJson.Read<Report>(Encoding.UTF8.GetBytes(json));
}
