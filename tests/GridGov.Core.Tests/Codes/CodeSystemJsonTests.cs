using System.Text;
using static GridGov.Core.Tests.CodeSamples;

namespace GridGov.Core.Tests;

public class CodeSystemJsonTests
{
    private const string Good =
        """
        {
          "format": 1,
          "id": "city-2026",
          "version": 3,
          "standard": { "instrument": "City table 2026", "article": "Annex A" },
          "source": "the city's site",
          "from": "2026-07-01",
          "until": "2030-06-30",
          "extension": { "major_digits": 2, "local_major_from": 21, "minor_digits": 3, "local_minor_from": 80 },
          // comments are read over
          "classes": [
            { "kind": "Matter", "code": "06010", "parent": "06", "name": "暴露垃圾", "name_en": "Exposed rubbish", "note": "household waste" },
            { "kind": "Matter", "code": "06", "name": "市容环境类" }
          ]
        }
        """;

    private const string OfCity =
        """
        {
          "format": 1,
          "version": 1,
          "base": { "id": "sample", "version": 2 },
          "city": "320508",
          "standard": { "instrument": "City rule" },
          "source": "made up",
          "classes": [ { "kind": "Component", "code": "01999", "parent": "01", "name": "许愿池" } ]
        }
        """;

    private static readonly CodeSystem Standard = Freeze(Part("01"));

    [Fact]
    public void A_good_document_is_read_as_it_stands()
    {
        var system = Read(Good);

        Assert.Equal(
            new CodeSystemInfo
            {
                Id = "city-2026",
                Version = 3,
                Standard = new("City table 2026", "Annex A"),
                Source = "the city's site",
                From = new(2026, 7, 1),
                Until = new(2030, 6, 30),
                Extension = new(2, 21, 3, 80),
            },
            system.Info);
        Assert.Equal(
            [Matter("06", name: "市容环境类"), Matter("06010", "06", "暴露垃圾") with { EnglishName = "Exposed rubbish", Note = "household waste" }],
            system.Classes);
    }

    [Fact]
    public void An_extension_is_read_upon_its_base_and_written_without_it()
    {
        var city = Read(OfCity, Standard);
        var again = CodeSystem.FromJson(city.ToJson(), Standard);

        Assert.Equal("sample+320508 v1", city.ToString());
        Assert.Equal((city.Info, city.City, city.Classes), (again.Info, again.City, again.Classes));
        Assert.DoesNotContain("井盖", Encoding.UTF8.GetString(city.ToJson()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_is_read_and_written_the_same_in_every_culture()
    {
        var expected = Read(Good).ToJson();
        Cultures.InEach(_ => Assert.Equal(expected, Read(Good).ToJson()));
        Assert.Contains("\"name\": \"暴露垃圾\"", Encoding.UTF8.GetString(expected), StringComparison.Ordinal);
        Assert.DoesNotContain((byte)'\r', expected);
    }

    [Theory]
    [InlineData("\"version\": 3,", "\"version\": 3", "line 5")]
    [InlineData("\"version\": 3", "\"version\": \"3\"", "$.version")]
    [InlineData("\"version\": 3", "\"version\": 3.5", "$.version")]
    [InlineData("\"version\": 3", "\"version\": 99999999999999999999999999", "$.version")]
    [InlineData("\"version\": 3", "\"version\": 1e400", "$.version")]
    [InlineData("\"version\": 3", "\"version\": 3, \"version\": 4", "version")]
    [InlineData("\"version\": 3,", "", "version")]
    [InlineData("\"version\": 3", "\"Version\": 3", "$.Version")]
    [InlineData("\"source\": \"the city's site\"", "\"source\": null", "$.source")]
    [InlineData("\"source\": \"the city's site\"", "\"source\": [\"a\"]", "$.source")]
    [InlineData("{ \"instrument\": \"City table 2026\", \"article\": \"Annex A\" }", "null", "$.standard")]
    [InlineData("{ \"instrument\": \"City table 2026\", \"article\": \"Annex A\" }", "{ \"article\": \"Annex A\" }", "$.standard")]
    [InlineData("\"from\": \"2026-07-01\"", "\"from\": \"2026-7-1\"", "$.from")]
    [InlineData("\"from\": \"2026-07-01\"", "\"from\": \"2026-07-01T00:00:00\"", "$.from")]
    [InlineData("\"major_digits\": 2", "\"major_digits\": 2, \"major_digits\": 2", "$.extension")]
    [InlineData("\"major_digits\": 2,", "", "$.extension")]
    [InlineData("\"kind\": \"Matter\", \"code\": \"06\"", "\"kind\": 2, \"code\": \"06\"", "$.classes[1].kind")]
    [InlineData("\"kind\": \"Matter\", \"code\": \"06\"", "\"kind\": \"2\", \"code\": \"06\"", "$.classes[1].kind")]
    [InlineData("\"kind\": \"Matter\", \"code\": \"06\"", "\"kind\": \"Person\", \"code\": \"06\"", "$.classes[1].kind")]
    [InlineData("\"kind\": \"Matter\", \"code\": \"06\"", "\"kind\": \"Matter\", \"code\": 6", "$.classes[1].code")]
    [InlineData("\"kind\": \"Matter\", \"code\": \"06\"", "\"kind\": \"Matter\", \"code\": \" 06\"", "$.classes[1].code")]
    [InlineData("\"kind\": \"Matter\", \"code\": \"06\"", "\"kind\": \"Matter\"", "code")]
    [InlineData("\"parent\": \"06\"", "\"parent\": \"\"", "$.classes[0].parent")]
    [InlineData("\"name\": \"市容环境类\"", "\"name\": null", "$.classes[1].name")]
    [InlineData("\"name\": \"市容环境类\"", "\"name\": \"市容环境类\", \"colour\": {\"a\":[1]}", "$.classes[1].colour")]
    [InlineData("\"name\": \"市容环境类\"", "\"name\": \"\\ud800\"", "$.classes[1].name")]
    public void A_fault_of_the_document_is_located(string instead, string of, string where)
    {
        Assert.Contains(instead, Good, StringComparison.Ordinal);
        var fault = TheFaultOf(Good.Replace(instead, of, StringComparison.Ordinal));

        Assert.Contains("line ", fault, StringComparison.Ordinal);
        Assert.Contains(where, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_is_nested_too_deeply_is_refused()
    {
        Assert.Contains("line 1", TheFaultOf("{\"classes\":" + new string('[', 100_000)), StringComparison.Ordinal);
        Assert.Contains("line 1", TheFaultOf(string.Concat(Enumerable.Repeat("{\"standard\":", 100_000))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("null", "the document is null")]
    [InlineData("[]", "line 1")]
    [InlineData("12", "line 1")]
    [InlineData("{}", "line 1")]
    public void A_document_without_a_system_is_refused(string text, string expected) =>
        Assert.Contains(expected, TheFaultOf(text), StringComparison.Ordinal);

    [Fact]
    public void A_class_that_is_null_is_located() => Assert.Equal(
        ["$.classes[0]: the class is null", "$.classes[3]: the class is null"],
        Faults.Of(() => Read(Good.Replace("\"classes\": [", "\"classes\": [ null,", StringComparison.Ordinal).Replace("\"市容环境类\" }", "\"市容环境类\" }, null", StringComparison.Ordinal))));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Another_format_is_not_guessed_at(int format) => Assert.Equal(
        $"$.format: format {format} is not known; this version reads 1",
        TheFaultOf(Good.Replace("\"format\": 1", $"\"format\": {format}", StringComparison.Ordinal)));

    [Fact]
    public void Base_and_document_must_agree()
    {
        Assert.Equal("$.base: it names sample v2, but none was given", TheFaultOf(OfCity));
        Assert.Equal("$.base: it names sample v2, but GB/T 47678.5-2026 v1 was given", TheFaultOf(OfCity, National));
        Assert.Equal("$.base: it is missing; sample v2 was given as the base", TheFaultOf(Good, Standard));
        Assert.Equal("$.city: it is missing; an extension is a city's", TheFaultOf(OfCity.Replace("\"city\": \"320508\",", string.Empty, StringComparison.Ordinal), Standard));
        Assert.Equal("$.id: an extension has no id of its own; base and city make it", TheFaultOf(OfCity.Replace("\"version\": 1,", "\"version\": 1, \"id\": \"a\",", StringComparison.Ordinal), Standard));
        Assert.Equal("$.id: it is missing", TheFaultOf(Good.Replace("\"id\": \"city-2026\",", string.Empty, StringComparison.Ordinal)));
        Assert.Equal("$.city: a system without a base has no city", TheFaultOf(Good.Replace("\"version\": 3,", "\"version\": 3, \"city\": \"a\",", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_faults_of_the_system_that_a_document_holds_are_all_listed() => Faults.AreAt(
        ["version", "Matter 06010", "extension"],
        () => Read(Good
            .Replace("\"version\": 3", "\"version\": 0", StringComparison.Ordinal)
            .Replace("\"parent\": \"06\"", "\"parent\": \"07\"", StringComparison.Ordinal)
            .Replace("\"major_digits\": 2", "\"major_digits\": 2147483647", StringComparison.Ordinal)));

    [Fact]
    public void A_byte_order_mark_is_read_over() =>
        Assert.Equal("city-2026", CodeSystem.FromJson([0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(Good)]).Info.Id);

    private static CodeSystem Read(string json, CodeSystem? @base = null) => CodeSystem.FromJson(Encoding.UTF8.GetBytes(json), @base);

    private static string TheFaultOf(string json, CodeSystem? @base = null) => Assert.Single(Faults.Of(() => Read(json, @base)));
}
