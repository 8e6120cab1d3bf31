using System.Globalization;
using System.Text;

namespace GridGov.Rules.Tests.Dmn;

public sealed class DmnModelTests
{
    private const string Head = """<definitions name="m" xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/"><inputData name="Age" id="i1"><variable name="Age" typeRef="number"/></inputData>""";
    private const string Need = """<informationRequirement><requiredInput href="#i1"/></informationRequirement>""";

    [Fact]
    public void A_table_says_which_rules_fired_and_why_the_others_did_not()
    {
        var model = Read(Head + Table("UNIQUE", ("&lt; 18", "\"child\""), ("[18..65)", "\"adult\""), ("&gt;= 65", "\"elder\"")) + "</definitions>");

        var result = model.Evaluate("Group", Age(40)).Value;

        Assert.Equal("adult", result.Value);
        Assert.Equal(["rule 2"], result.Tables.Single().Fired);
        Assert.Equal([new("rule 1", "Age < 18"), new("rule 3", "Age >= 65")], result.Tables.Single().Missed);
        Assert.Equal([new("Age", "number")], model.Inputs);
        Assert.Equal(["Group"], model.Decisions);
        Assert.Null(model.Evaluate("Group", new Dictionary<string, object?>()).Value.Value);
        Assert.Throws<ArgumentException>(() => model.Evaluate("None", Age(1)));
    }

    [Fact]
    public void A_table_that_contradicts_itself_refuses_with_its_rules() =>
        Assert.Contains("rule 1, rule 2", Read(Head + Table("UNIQUE", ("&gt; 1", "1"), ("&gt; 2", "2")) + "</definitions>").Evaluate("Group", Age(3)).Refusal!.ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("COLLECT\" aggregation=\"SUM", 6)]
    [InlineData("COLLECT\" aggregation=\"MIN", 1)]
    [InlineData("COLLECT\" aggregation=\"MAX", 3)]
    [InlineData("COLLECT\" aggregation=\"COUNT", 3)]
    [InlineData("FIRST", 1)]
    public void Policies_and_aggregations(string policy, int expected) =>
        Assert.Equal((decimal)expected, Read(Head + Table(policy, ("&gt; 1", "1"), ("&gt; 2", "2"), ("-", "3")) + "</definitions>").Evaluate("Group", Age(3)).Value.Value);

    [Fact]
    public void An_input_that_is_not_allowed_is_refused()
    {
        var model = Read("""
            <definitions name="m" xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/">
              <itemDefinition name="tColour"><typeRef>string</typeRef><allowedValues><text>"red", "green"</text></allowedValues></itemDefinition>
              <inputData name="Colour" id="i1"><variable name="Colour" typeRef="tColour"/></inputData>
              <decision name="D" id="d"><informationRequirement><requiredInput href="#i1"/></informationRequirement><literalExpression><text>"is " + Colour</text></literalExpression></decision>
            </definitions>
            """);

        Assert.Equal("is red", model.Evaluate("D", new Dictionary<string, object?> { ["Colour"] = "red" }).Value.Value);
        var refusal = model.Evaluate("D", new Dictionary<string, object?> { ["Colour"] = "13812345678" }).Refusal!;
        Assert.Equal("dmn.input", refusal.Code);
        Assert.DoesNotContain("138", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_told_with_its_line()
    {
        var e = Faults("""
            <definitions name="m" xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/">
              <import name="x"/>
              <decision name="A" id="a">
                <informationRequirement><requiredInput href="#nothing"/></informationRequirement>
                <literalExpression><text>1 +</text></literalExpression>
              </decision>
              <decision name="B" id="b"><literalExpression><text>unknown(1)</text></literalExpression></decision>
              <decision name="C" id="c"><context/></decision>
              <decision name="D" id="d"><decisionTable hitPolicy="BEST"><input><inputExpression><text>1</text></inputExpression></input><output/>
                <rule><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision>
            </definitions>
            """);

        Assert.Equal(["line 2", "line 4", "line 5", "line 7", "line 8", "line 10", "line 9"], e.Faults.Select(f => f.Where));
    }

    [Fact]
    public void Circles_are_found() => Assert.Contains("A → B → A", Faults("""
        <definitions name="m" xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/">
          <decision name="A" id="a"><informationRequirement><requiredDecision href="#b"/></informationRequirement><literalExpression><text>B</text></literalExpression></decision>
          <decision name="B" id="b"><informationRequirement><requiredDecision href="#a"/></informationRequirement><literalExpression><text>A</text></literalExpression></decision>
        </definitions>
        """).Faults.Single().What, StringComparison.Ordinal);

    [Fact]
    public void Hostile_documents_are_refused()
    {
        Assert.NotEmpty(Faults("""<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><definitions>&b;</definitions>""").Faults);
        Assert.NotEmpty(Faults("<definitions>").Faults);
        Assert.NotEmpty(Faults("<html/>").Faults);
        Assert.NotEmpty(Faults("""<definitions name="m"/>""").Faults);
        var rules = string.Concat(Enumerable.Repeat("<rule><inputEntry><text>-</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>", 10_001));
        Assert.Contains("10000", Faults(Head + $"<decision name=\"D\" id=\"d\">{Need}<decisionTable><input><inputExpression><text>Age</text></inputExpression></input><output/>{rules}</decisionTable></decision></definitions>").Faults.Single().What, StringComparison.Ordinal);
        Assert.NotEmpty(Faults(Head + $"<decision name=\"D\" id=\"d\"><literalExpression><text>{new string('(', 5_000)}1{new string(')', 5_000)}</text></literalExpression></decision></definitions>").Faults);
        Assert.NotEmpty(Faults(Head + $"<decision name=\"D\" id=\"d\"><literalExpression><text>{new string('9', 400)}</text></literalExpression></decision></definitions>").Faults);
    }

    [Fact]
    public void A_knowledge_model_that_calls_itself_ends() => Assert.Null(Read("""
        <definitions name="m" xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/">
          <businessKnowledgeModel name="f" id="f"><encapsulatedLogic><formalParameter name="n"/><literalExpression><text>f(n + 1)</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
          <decision name="D" id="d"><literalExpression><text>f(1)</text></literalExpression></decision>
        </definitions>
        """).Evaluate("D", new Dictionary<string, object?>()).Value.Value);

    private static string Table(string policy, params (string Test, string Output)[] rules) =>
        $"""<decision name="Group" id="d">{Need}<decisionTable hitPolicy="{policy}"><input><inputExpression><text>Age</text></inputExpression></input><output/>"""
        + string.Concat(rules.Select(r => $"<rule><inputEntry><text>{r.Test}</text></inputEntry><outputEntry><text>{r.Output}</text></outputEntry></rule>"))
        + "</decisionTable></decision>";

    private static Dictionary<string, object?> Age(int age) => new() { ["Age"] = age };

    private static DmnModel Read(string xml) => DmnModel.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)));

    private static DefinitionException Faults(string xml) => Assert.Throws<DefinitionException>(() => Read(xml));
}
