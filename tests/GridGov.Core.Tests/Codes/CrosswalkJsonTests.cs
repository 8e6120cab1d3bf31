using System.Text;
using static GridGov.Core.Tests.CodeSamples;

namespace GridGov.Core.Tests;

public class CrosswalkJsonTests
{
    private const string Good =
        """
        {
          "format": 1,
          "id": "old-to-new",
          "version": 2,
          "from": { "id": "old", "version": 2 },
          "to": { "id": "new", "version": 2 },
          "entries": [
            { "kind": "Component", "code": "a", "relation": "Exact", "targets": ["x"], "basis": "same name" },
            { "kind": "Component", "code": "b", "relation": "Inferred", "targets": ["y", "x"], "basis": "position", "note": "to be looked at" },
            { "kind": "Component", "code": "c", "relation": "None", "basis": "the standard's annex" }
          ]
        }
        """;

    private static readonly CodeSystem Old = CodeSystem.Freeze(Info with { Id = "old" }, [Part("a"), Part("b"), Part("c")]);

    private static readonly CodeSystem New = CodeSystem.Freeze(Info with { Id = "new" }, [Part("x"), Part("y")]);

    [Fact]
    public void A_good_document_is_read_as_it_stands()
    {
        var walk = Read(Good);

        Assert.Equal("old-to-new v2 (old v2 to new v2)", walk.ToString());
        Assert.Equal(
            [
                new CrosswalkEntry { Kind = ClassKind.Component, Source = new("a"), Targets = [new("x")], Relation = CodeRelation.Exact, Basis = "same name" },
                new CrosswalkEntry { Kind = ClassKind.Component, Source = new("b"), Targets = [new("x"), new("y")], Relation = CodeRelation.Inferred, Basis = "position", Note = "to be looked at" },
                new CrosswalkEntry { Kind = ClassKind.Component, Source = new("c"), Relation = CodeRelation.None, Basis = "the standard's annex" },
            ],
            walk.Entries);
    }

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        var expected = Read(Good).ToJson();

        Assert.Equal(Read(Good).Entries, Crosswalk.FromJson(expected, Old, New).Entries);
        Cultures.InEach(_ => Assert.Equal(expected, Read(Good).ToJson()));
    }

    [Theory]
    [InlineData("\"relation\": \"Exact\"", "\"relation\": 1", "$.entries[0].relation")]
    [InlineData("\"relation\": \"Exact\"", "\"relation\": \"Similar\"", "$.entries[0].relation")]
    [InlineData("\"relation\": \"Exact\",", "", "relation")]
    [InlineData("\"targets\": [\"x\"]", "\"targets\": \"x\"", "$.entries[0].targets")]
    [InlineData("\"targets\": [\"x\"]", "\"targets\": [null]", "$.entries[0].targets")]
    [InlineData("\"targets\": [\"x\"]", "\"targets\": [[[\"x\"]]]", "$.entries[0].targets")]
    [InlineData("\"basis\": \"same name\"", "\"basis\": null", "$.entries[0].basis")]
    [InlineData("\"basis\": \"same name\"", "\"basis\": \"a\", \"basis\": \"b\"", "$.entries[0]")]
    [InlineData("\"basis\": \"same name\"", "\"basis\": \"a\", \"sure\": true", "$.entries[0].sure")]
    [InlineData("{ \"id\": \"old\", \"version\": 2 }", "{ \"id\": \"old\" }", "$.from")]
    [InlineData("{ \"id\": \"old\", \"version\": 2 }", "null", "$.from")]
    [InlineData("\"id\": \"old\", \"version\": 2", "\"id\": \"old\", \"version\": 4294967296", "$.from.version")]
    public void A_fault_of_the_document_is_located(string instead, string of, string where)
    {
        Assert.Contains(instead, Good, StringComparison.Ordinal);
        var fault = Assert.Single(Faults.Of(() => Read(Good.Replace(instead, of, StringComparison.Ordinal))));

        Assert.Contains("line ", fault, StringComparison.Ordinal);
        Assert.Contains(where, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null", "$: the document is null")]
    [InlineData("{\"entries\":[", "line 1")]
    public void A_document_without_a_crosswalk_is_refused(string text, string expected) =>
        Assert.Contains(expected, Assert.Single(Faults.Of(() => Read(text))), StringComparison.Ordinal);

    [Fact]
    public void A_document_that_is_nested_too_deeply_is_refused() =>
        Assert.Contains("line 1", Assert.Single(Faults.Of(() => Read("{\"entries\":" + new string('[', 100_000)))), StringComparison.Ordinal);

    [Fact]
    public void Systems_that_are_not_those_of_the_document_and_lines_that_are_null_are_all_listed() => Assert.Equal(
        ["$.entries[0]: the line is null", "$.from: it names old v2, but new v2 was given", "$.to: it names new v2, but old v2 was given"],
        Faults.Of(() => Crosswalk.FromJson(Encoding.UTF8.GetBytes(Good.Replace("\"entries\": [", "\"entries\": [ null,", StringComparison.Ordinal)), New, Old)));

    [Fact]
    public void Another_format_is_not_guessed_at() => Assert.Equal(
        ["$.format: format 2 is not known; this version reads 1"],
        Faults.Of(() => Read(Good.Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal))));

    [Fact]
    public void The_faults_of_the_crosswalk_that_a_document_holds_are_all_listed() => Faults.AreAt(
        ["version", "Component a", "Component d"],
        () => Read(Good
            .Replace("\"version\": 2,", "\"version\": 0,", StringComparison.Ordinal)
            .Replace("[\"x\"]", "[\"z\"]", StringComparison.Ordinal)
            .Replace("\"code\": \"c\"", "\"code\": \"d\"", StringComparison.Ordinal)));

    private static Crosswalk Read(string json) => Crosswalk.FromJson(Encoding.UTF8.GetBytes(json), Old, New);
}
