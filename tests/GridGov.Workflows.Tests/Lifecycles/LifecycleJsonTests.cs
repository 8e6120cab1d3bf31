using System.Text;
using CsCheck;

namespace GridGov.Workflows.Tests;

public sealed class LifecycleJsonTests
{
    private const string Sound = """
        {
          "format": 1, "id": "x", "version": 2,
          "steps": [
            { "id": "a", "name": "A", "name_zh": "甲", "owner": "Leader", "limit": "2 work_day", "on_due": "go" },
            { "id": "end", "name": "End", "name_zh": "终", "kind": "End" }
          ],
          "transitions": [
            { "trigger": "go", "name": "go", "name_zh": "行", "from": "a", "to": "end", "roles": ["System"], "guards": ["clock.due", "urging.levels(2)"] }
          ]
        }
        """;

    [Fact]
    public void A_document_is_a_lifecycle()
    {
        var read = LifecycleDefinition.FromJson(Sound);

        Assert.Equal(new LifecycleVersion("x", 2), read.Version);
        Assert.Equal(
            new StateDefinition { Id = "a", Name = new("A", "甲"), Owner = Role.Leader, Limit = StepLimit.Of(TimeLimit.WorkDays(2)), OnDue = "go" },
            read.Initial);
        var go = read.Find("a", "go")!;
        Assert.Same(Guard.StepIsDue, go.Guards[0]);
        Assert.Equal("urging.levels(2)", go.Guards[1].Name);
    }

    [Fact]
    public void Every_lifecycle_of_the_library_and_the_fluent_one_is_the_same_again()
    {
        foreach (var lifecycle in (ReadOnlySpan<LifecycleDefinition>)[EightStep.Default, Repair.Loop])
            AssertSame(lifecycle, LifecycleDefinition.FromJson(lifecycle.ToJson()));
    }

    [Fact]
    public void Any_lifecycle_written_and_read_is_the_same_again() => RandomLifecycle.Any.Sample(
        lifecycle => AssertSame(lifecycle, LifecycleDefinition.FromJson(lifecycle.ToJson(), RandomLifecycle.Guards)),
        iter: 300);

    [Fact]
    public void A_vendors_guard_is_read_by_its_name()
    {
        var dry = new Guard("weather.dry", new("it does not rain", "无雨"), static (Case _, in CaseCommand _, in DecisionContext _) => true);
        var json = Sound.Replace("clock.due", "weather.dry", StringComparison.Ordinal);

        Assert.Same(dry, LifecycleDefinition.FromJson(json, GuardRegistry.BuiltIn.With(dry)).Find("a", "go")!.Guards[0]);
        Assert.StartsWith("$.transitions[0].guards[0]: there is no guard \"weather.dry\"; known are ", Faults(json)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"clock.due\"", "\"clock.due(3)\"", "$.transitions[0].guards[0]: the guard \"clock.due\" takes no such argument")]
    [InlineData("urging.levels(2)", "urging.levels", "$.transitions[0].guards[1]: the guard \"urging.levels\" takes an argument: urging.levels(…)")]
    [InlineData("urging.levels(2)", "urging.levels(0)", "$.transitions[0].guards[1]: the guard \"urging.levels\" takes no such argument")]
    [InlineData("urging.levels(2)", "urging.levels(two)", "$.transitions[0].guards[1]: the guard \"urging.levels\" takes no such argument")]
    [InlineData("\"clock.due\"", "null", "$.transitions[0].guards[0]: the guard is null")]
    [InlineData("\"format\": 1", "\"format\": 2", "$.format: format 2 is not known; this version reads 1")]
    [InlineData("\"to\": \"end\"", "\"to\": \"b\"", "a --go--> b: the step b is not declared")]
    public void A_fault_is_located(string what, string with, string fault) =>
        Assert.Equal(fault, Faults(Sound.Replace(what, with, StringComparison.Ordinal))[0]);

    [Theory]
    [InlineData("\"Leader\"", "\"leader\"", "line 4,", "$.steps[0].owner")]
    [InlineData("\"Leader\"", "7", "line 4,", "$.steps[0].owner")]
    [InlineData("\"Leader\"", "\"Leader, Handler\"", "line 4,", "$.steps[0].owner")]
    [InlineData("2 work_day", "2 moons", "line 4,", "$.steps[0].limit")]
    [InlineData("2 work_day", "-2 work_day", "line 4,", "$.steps[0].limit")]
    [InlineData("\"kind\": \"End\"", "\"kind\": \"Terminus\"", "line 5,", "$.steps[1].kind")]
    [InlineData("\"kind\": \"End\"", "\"kin\": \"End\"", "line 5,", "$.steps[1].kin")]
    [InlineData("\"id\": \"x\"", "\"id\": \"x\", \"id\": \"y\"", "line 2,", "$.id")]
    [InlineData("\"id\": \"x\"", "\"id\": null", "line 2,", "$.id")]
    [InlineData("\"id\": \"x\",", "", "line ", "$")]
    [InlineData("\"id\": \"x\"", "\"id\": \"\\ud800\"", "line 2,", "$.id")]
    [InlineData("[\"System\"]", "[[[[[[[[[[]]]]]]]]]]", "line 8,", "$.transitions[0].roles")]
    [InlineData("{ \"id\": \"a\"", "{ \"id\": \"a\" ", "line 4,", "$.steps[0]")]
    public void A_document_that_is_none_says_where(string what, string with, string line, string path)
    {
        var text = Sound.Replace(what, with, StringComparison.Ordinal);
        text = with.StartsWith("{ \"id\"", StringComparison.Ordinal) ? text.Replace("\"a\" ,", "\"a\" ;", StringComparison.Ordinal) : text;

        var fault = Assert.Single(Faults(text));

        Assert.StartsWith(line, fault, StringComparison.Ordinal);
        Assert.Contains(path, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_bytes_are_a_lifecycle_or_a_list_of_faults()
    {
        var sound = Encoding.UTF8.GetBytes(Sound);
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte, Gen.Int[0, sound.Length]).Sample((at, value, length) =>
        {
            var hostile = sound.ToArray();
            hostile[at] = value;
            try
            {
                _ = LifecycleDefinition.FromJson(hostile.AsSpan(0, length == 0 ? hostile.Length : length));
            }
            catch (DefinitionException e)
            {
                Assert.NotEmpty(e.Faults);
            }
        }, iter: 2000);
    }

    [Fact]
    public void A_document_of_a_hundred_thousand_ways_is_refused_before_it_is_worked_on()
    {
        var way = """{ "trigger": "t", "name": "t", "name_zh": "行", "from": "a", "roles": ["System"] },""";
        var json = Sound.Replace("\"transitions\": [", "\"transitions\": [" + string.Concat(Enumerable.Repeat(way, 100_000)), StringComparison.Ordinal);

        Assert.Equal(["$.transitions: there are 100001; at most 10000 are read"], Faults(json));
    }

    [Fact]
    public void The_bytes_are_stable_readable_and_end_their_lines_with_LF()
    {
        var text = Encoding.UTF8.GetString(LifecycleDefinition.FromJson(Sound).ToJson());

        Assert.Contains("\"name_zh\": \"甲\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
        Assert.DoesNotContain("holds_handler", text, StringComparison.Ordinal);
        Assert.Equal(text, Encoding.UTF8.GetString(LifecycleDefinition.FromJson(text).ToJson()));
    }

    private static string[] Faults(string json) =>
        [.. Assert.Throws<DefinitionException>(() => LifecycleDefinition.FromJson(json)).Faults.Select(f => f.ToString())];

    private static void AssertSame(LifecycleDefinition expected, LifecycleDefinition actual)
    {
        Assert.Equal(expected.Version, actual.Version);
        Assert.Equal(expected.Declared, actual.Declared);
        Assert.Equal(
            expected.Transitions.Select(t => t with { Guards = [] }),
            actual.Transitions.Select(t => t with { Guards = [] }));
        Assert.Equal(
            expected.Transitions.Select(t => string.Join(' ', t.Guards.Select(g => g.Name))),
            actual.Transitions.Select(t => string.Join(' ', t.Guards.Select(g => g.Name))));
        Assert.Equal(expected.ToJson(), actual.ToJson());
    }
}
