using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace GridGov.Core.Tests;

public class CaseEntryJsonTests
{
    /// <summary>A line that format 1 has written, as it lies in logs.</summary>
    private const string Format1 =
        """
        {"case":"C-1","number":1,"at":"2026-07-01T09:30:00+08:00","kind":"opened","by":"acceptor-7","body":"centre","role":"acceptor","trigger":"open","from":"","to":"受理","lead":"street-office","step_due":"2026-07-01T11:30:00+08:00","case_due":"2026-07-03T09:30:00+08:00","format":1,"lifecycle":"eight-step","lifecycle_version":1,"report":{"id":"R-1","at":"2026-07-01T09:25:30.5+08:00","grid":"440310001001","class":"01001","channel":"hotline"},"previous":"0000000000000000000000000000000000000000000000000000000000000000","hash":"9af61af194063f863d6faf9140cf64d836965605e02085675414cf17e0f68fd2"}
        """;

    [Fact]
    public void Any_entry_is_read_back_as_it_was_written() => EntryGen.Any.Sample(
        entry =>
        {
            var sealed_ = CaseChain.Seal(entry, ChainSamples.Opened.Hash);
            var read = CaseEntryJson.Read(Written(sealed_));
            Assert.Equal(sealed_, read);
            Assert.Equal(sealed_.At.Offset, read.At.Offset);
            Assert.Equal(Written(sealed_), Written(read));
        },
        iter: 2_000);

    [Fact]
    public void A_line_of_format_1_is_read_and_its_hash_holds()
    {
        var entry = CaseEntryJson.Read(Encoding.UTF8.GetBytes(Format1));
        Assert.Null(CaseChain.Verify([entry]));
        Assert.Equal(ChainSamples.Opened.Hash, entry.Hash);
        Assert.Contains("\"format\":2", Encoding.UTF8.GetString(Written(entry)), StringComparison.Ordinal);
    }

    [Fact]
    public void Personal_fields_are_not_written() =>
        Assert.DoesNotContain("private", Encoding.UTF8.GetString(Written(ChainSamples.Opened)), StringComparison.Ordinal);

    [Fact]
    public void Facts_that_say_nothing_are_not_written_and_read_as_none()
    {
        Assert.DoesNotContain("facts", Encoding.UTF8.GetString(Written(ChainSamples.Assigned with { Facts = new() })), StringComparison.Ordinal);
        Assert.Null(Read("\"kind\":\"opened\"", "\"kind\":\"opened\",\"facts\":{}").Facts);
    }

    [Theory]
    [InlineData("\"format\":1", "\"format\":3", "format: 3 is not known")]
    [InlineData("\"format\":1,", "", "format: it is missing")]
    [InlineData("\"kind\":\"opened\"", "\"kind\":\"Opened\"", "kind: \"Opened\" is not known")]
    [InlineData("\"number\":1", "\"number\":1.5", "number: ")]
    [InlineData("\"number\":1", "\"number\":99999999999", "number: ")]
    [InlineData("+08:00\",\"kind\"", "\",\"kind\"", "at: a time with its offset")]
    [InlineData("\"grid\":\"440310001001\"", "\"grid\":\"\"", "report.grid: it is empty")]
    [InlineData("\"channel\":\"hotline\"", "\"channel\":null", "report.channel: ")]
    [InlineData("\"channel\":\"hotline\"", "\"channel\":\"h\",\"position\":\"wgs84 200,1\"", "report.position: a point")]
    [InlineData("\"channel\":\"hotline\"", "\"channel\":\"h\",\"position\":\"wgs84 NaN,1\"", "report.position: a point")]
    [InlineData("\"trigger\":\"open\"", "\"trigger\":\"\\ud800\"", "trigger: it is not valid Unicode")]
    [InlineData("\"trigger\":\"open\"", "\"trigger\":\"open\",\"\\ud800\":1", "valid Unicode")]
    [InlineData("\"trigger\":\"open\"", "\"trigger\":\"open\",\"trigger\":\"open\"", "trigger")]
    [InlineData("\"trigger\":\"open\"", "\"trigger\":\"open\",\"facts\":[]", "facts: an object")]
    [InlineData("\"trigger\":\"open\"", "\"trigger\":\"open\",\"facts\":{\"body\":\" x\"}", "facts.body: it begins or ends with a space")]
    [InlineData("\"trigger\":\"open\"", "\"trigger\":\"open\",\"facts\":{\"key\":7}", "facts.key: ")]
    [InlineData("\"trigger\":\"open\"", "\"trigger\":\"open\",\"facts\":{\"limit\":\"0 work_day\"}", "facts.limit: \"0 work_day\" is no limit")]
    [InlineData("\"trigger\":\"open\"", "\"trigger\":\"open\",\"facts\":{\"outcome\":\"done\"}", "facts.outcome: \"done\" is not known")]
    [InlineData("\"trigger\":\"open\"", "\"trigger\":\"open\",\"facts\":{\"until\":\"2026-07-01\"}", "facts.until: a time")]
    [InlineData("\"trigger\":\"open\"", "\"trigger\":\"open\",\"facts\":{\"share\":\"80\"}", "facts.share: ")]
    [InlineData("\"trigger\":\"open\"", "\"trigger\":\"open\",\"facts\":{\"evidence\":{}}", "facts.evidence: a list")]
    [InlineData("\"trigger\":\"open\"", "\"trigger\":\"open\",\"facts\":{\"evidence\":[1]}", "facts.evidence[0]: an object")]
    [InlineData("\"trigger\":\"open\"", "\"trigger\":\"open\",\"facts\":{\"evidence\":[{\"kind\":\"reply\",\"reference\":\"r\"},{\"kind\":\"reply\",\"reference\":\"r\",\"sha256\":\"0\"}]}", "facts.evidence[1].sha256: 64 hexadecimal digits")]
    public void A_line_with_a_fault_is_refused_by_the_name_of_the_field(string good, string bad, string message) =>
        Assert.Contains(message, Assert.ThrowsAny<JsonException>(() => Read(good, bad)).Message, StringComparison.Ordinal);

    [Fact]
    public void Whatever_bytes_come_they_are_an_entry_or_refused_as_one() =>
        Gen.Select(EntryGen.Any, Gen.Int[0, int.MaxValue], Gen.Byte, Gen.Int[0, 2]).Sample(
            (entry, at, value, how) =>
            {
                var bytes = Written(entry).ToList();
                at %= bytes.Count;
                if (how == 0)
                    bytes[at] = value;
                else if (how == 1)
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, 1 + (value % 8)));
                else
                    bytes.Insert(at, value);
                try
                {
                    CaseEntryJson.Read(bytes.ToArray());
                }
                catch (JsonException)
                {
                }
            },
            iter: 3_000);

    private static CaseEntry Read(string good, string bad)
    {
        Assert.Contains(good, Format1, StringComparison.Ordinal);
        return CaseEntryJson.Read(Encoding.UTF8.GetBytes(Format1.Replace(good, bad, StringComparison.Ordinal)));
    }

    private static byte[] Written(CaseEntry entry)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
            CaseEntryJson.Write(writer, entry);
        return bytes.WrittenSpan.ToArray();
    }
}
