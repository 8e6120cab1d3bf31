using System.Text;

namespace GridGov.Community.Tests.Quorums;

public sealed class QuorumJsonTests
{
    [Fact]
    public void What_is_written_is_read_back_equal()
    {
        var read = QuorumRules.FromJson(QuorumRules.Statutory.ToJson());

        Assert.Equal(QuorumRules.Statutory.All, read.All);
        Assert.Equal(QuorumRules.Statutory.ToJson(), read.ToJson());
    }

    [Fact]
    public void Every_fault_of_a_document_is_told_with_its_place()
    {
        const string json = """
            { "format": 1, "rules": [
              { "id": "a", "version": 1, "name": "A", "name_zh": "甲", "basis": { "instrument": "rules" },
                "valid": { "all": [ { "part": "yes", "at_least": "3/2", "of": "entitled", "by": "people" }, { "any": [] } ] } },
              null,
              { "id": "b", "version": 1, "name": "B", "name_zh": "乙", "basis": { "instrument": "rules" },
                "valid": { "part": "yes", "of": "entitled" }, "carried": { } } ] }
            """;

        var e = Assert.Throws<DefinitionException>(() => QuorumRules.FromJson(Encoding.UTF8.GetBytes(json)));

        Assert.Equal(
            ["$.rules[0].valid.all[0]", "$.rules[0].valid.all[1].any", "$.rules[1]", "$.rules[2].valid", "$.rules[2].valid", "$.rules[2].valid", "$.rules[2].carried"],
            e.Faults.Select(f => f.Where));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"format\":2,\"rules\":[]}")]
    [InlineData("{\"format\":1,\"rules\":[],\"more\":1}")]
    public void What_is_not_of_the_format_is_refused(string json) =>
        Assert.Throws<DefinitionException>(() => QuorumRules.FromJson(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Two_rules_of_one_name_are_a_fault()
    {
        var rule = QuorumRules.Statutory["owners.ordinary"];

        var e = Assert.Throws<DefinitionException>(() => QuorumRules.Freeze([rule, rule with { Version = 0 }]));

        Assert.Equal(2, e.Faults.Count);
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_names_there_are()
    {
        var e = Assert.Throws<KeyNotFoundException>(() => QuorumRules.Statutory["owners"]);

        Assert.Contains("owners.ordinary", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_statutory_rule_has_article_and_both_names() => Assert.All(QuorumRules.Statutory.All, rule =>
    {
        Assert.NotNull(rule.Basis.Article);
        Assert.NotEqual(rule.Name.En, rule.Name.Zh);
    });
}
