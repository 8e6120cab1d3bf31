using CsCheck;

namespace GridGov.Rules.Tests.Tables;

public sealed class DecisionTableTests
{
    private sealed record Matter(string? Kind, decimal Area, int Days, bool IsAtNight = false);

    private static DecisionTable<Matter, string> Priority(HitPolicy policy, params string[] outputs)
    {
        var table = DecisionTable.Define<Matter, string>("priority", 1, new("assumed"));
        var kind = table.Column("kind", (Matter m) => m.Kind);
        var area = table.Column("area", (Matter m) => m.Area);
        return table
            .Rule("gas", "red", kind.Is("gas"))
            .Rule("large", "yellow", area.AtLeast(100))
            .Rule("lamp", "yellow", kind.OneOf("lamp", "cover"), area.Between(10, 200))
            .Rule("rest", "green")
            .Freeze(policy, [.. outputs]);
    }

    [Theory]
    [InlineData("gas", 5, "red")]
    [InlineData("lamp", 100, "yellow")]
    [InlineData("lamp", 9.99, "green")]
    [InlineData(null, 5, "green")]
    public void The_first_rule_that_matches_answers(string? kind, decimal area, string expected) =>
        Assert.Equal(expected, Priority(HitPolicy.First).Decide(new(kind, area, 0)).Value);

    [Fact]
    public void Each_policy_answers_in_its_order()
    {
        var gas = new Matter("gas", 150, 0);

        Assert.Equal("green", Priority(HitPolicy.Priority, "green", "yellow", "red").Decide(gas).Value);
        Assert.Equal(["red", "yellow", "green"], Priority(HitPolicy.RuleOrder).All(gas));
        Assert.Equal(["green", "yellow", "red"], Priority(HitPolicy.OutputOrder, "green", "yellow", "red").All(gas));
        Assert.Equal(3, Priority(HitPolicy.Collect).Total(gas, Aggregation.Count, _ => 0));
        Assert.Equal(11, Priority(HitPolicy.Collect).Total(gas, Aggregation.Sum, o => o.Length - 1));
        Assert.Equal(3, Priority(HitPolicy.Collect).Total(gas, Aggregation.Min, o => o.Length));
        Assert.Equal(6, Priority(HitPolicy.Collect).Total(gas, Aggregation.Max, o => o.Length));
    }

    [Fact]
    public void A_table_that_contradicts_itself_or_says_nothing_refuses_with_the_rules()
    {
        var conflict = Priority(HitPolicy.Unique).Decide(new("gas", 5, 0)).Refusal!;
        var any = Priority(HitPolicy.Any).Decide(new("gas", 5, 0)).Refusal!;
        var table = DecisionTable.Define<Matter, int>("days", 1);
        var days = table.Column("days", m => m.Days);
        var none = table.Rule("late", 1, days.MoreThan(3)).Freeze(HitPolicy.Unique).Decide(new("gas", 5, 3)).Refusal!;

        Assert.Equal(("table.conflict", "table.conflict", "table.no-match"), (conflict.Code, any.Code, none.Code));
        Assert.Contains("gas, rest", conflict.Unmet.Single().Text.En, StringComparison.Ordinal);
        Assert.Equal(new("assumed"), conflict.Basis);
        Assert.Throws<InvalidOperationException>(() => Priority(HitPolicy.Collect).Decide(new("gas", 5, 0)));
    }

    [Fact]
    public void Any_answers_where_all_that_match_say_the_same()
    {
        var table = DecisionTable.Define<Matter, string>("any", 1);
        var days = table.Column("days", m => m.Days);

        Assert.Equal("late", table.Rule("a", "late", days.MoreThan(3)).Rule("b", "late", days.MoreThan(5)).Freeze(HitPolicy.Any).Decide(new("x", 1, 9)).Value);
    }

    [Fact]
    public void An_explanation_names_what_fired_and_the_first_test_that_failed_of_every_other()
    {
        var explained = Priority(HitPolicy.First).Explain(new("lamp", 300, 0));

        Assert.Equal(["large"], explained.Fired);
        Assert.Equal([new("gas", "kind \"gas\""), new("lamp", "area [10..200]"), new("rest", null)], explained.Missed);
        Assert.DoesNotContain("300", explained.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Gaps_and_overlaps_are_found_with_an_example()
    {
        var table = DecisionTable.Define<Matter, string>("gaps", 1);
        var area = table.Column("area", m => m.Area);
        var night = table.Column("at night", m => m.IsAtNight);
        var found = table
            .Rule("small", "a", area.LessThan(10))
            .Rule("large", "b", area.MoreThan(10))
            .Rule("night", "b", area.AtLeast(50), night.Is(true))
            .Freeze(HitPolicy.Unique).Analyze();

        Assert.Equal([["area = 10"]], found.Gaps.Select(g => g.ToArray()));
        Assert.Equal(("large", "night", true), (found.Overlaps.Single().First, found.Overlaps.Single().Second, found.Overlaps.Single().SayTheSame));
        Assert.Equal(["area = 50", "at night = True"], found.Overlaps.Single().Example);
        Assert.False(found.IsComplete);
        Assert.True(found.IsWhole);
    }

    [Fact]
    public void A_rule_that_an_earlier_one_always_hides_is_found()
    {
        var table = DecisionTable.Define<Matter, string>("hidden", 1);
        var area = table.Column("area", m => m.Area);

        Assert.Equal(["b"], table.Rule("a", "x", area.AtLeast(5)).Rule("b", "y", area.Between(6, 7)).Rule("c", "z").Freeze(HitPolicy.First).Analyze().Unreachable);
    }

    [Fact]
    public void An_analysis_that_has_too_much_to_look_at_says_so()
    {
        var table = DecisionTable.Define<int[], int>("wide", 1);
        for (var c = 0; c < 12; c++)
        {
            var at = c;
            var column = table.Column($"c{c}", (int[] v) => v[at]);
            for (var r = 0; r < 4; r++)
                table.Rule($"r{c}-{r}", r, column.Is(r));
        }

        Assert.False(table.Freeze(HitPolicy.Collect).Analyze(mostSteps: 5_000).IsWhole);
    }

    [Fact]
    public void Every_fault_of_a_table_is_told()
    {
        var table = DecisionTable.Define<Matter, string>("x", 0);
        var area = table.Column("area", m => m.Area);
        table.Column("area", m => m.Area);

        var e = Assert.Throws<DefinitionException>(() => table.Rule("a", "u", area.Is(1)).Rule("a", "v").Rule(" ", "u").Freeze(HitPolicy.Priority, ["u"]));

        Assert.Equal(["version", "columns", "rules", "rules", "rule a"], e.Faults.Select(f => f.Where));
        Assert.Throws<ArgumentException>(() => area.Between(2, 1));
        Assert.Throws<ArgumentException>(() => area.OneOf());
    }

    [Fact]
    public void The_fast_path_allocates_nothing()
    {
        var table = Priority(HitPolicy.First);
        var input = new Matter("lamp", 50, 0);

        Assert.Equal(0, Allocations.Least(() => table.TryDecide(input, out _)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(150)]
    public void Whatever_the_rules_the_answer_is_what_asking_each_in_turn_gives(int rules) =>
        Gen.Select(Rule.Array[rules], Gen.Select(Gen.Int[-1, 7], Gen.Int[-2, 12], Gen.Int[0, 6]).Array[1, 40]).Sample((drawn, inputs) =>
        {
            var table = DecisionTable.Define<Matter, int>("drawn", 1);
            var kind = table.Column("kind", (Matter m) => m.Kind);
            var area = table.Column("area", m => m.Area);
            var days = table.Column("days", m => m.Days);
            foreach (var (i, rule) in drawn.Index())
                table.Rule($"r{i}", i % 5, [.. Tests(rule)]);
            var first = table.Freeze(HitPolicy.First);
            var ordered = table.Freeze(HitPolicy.RuleOrder);

            foreach (var (k, a, d) in inputs)
            {
                var input = new Matter(k < 0 ? null : $"k{k}", a, d);
                var expected = drawn.Index().Where(r => Holds(r.Item, input)).Select(r => r.Index % 5).ToArray();
                Assert.Equal(expected, ordered.All(input));
                Assert.Equal(expected.Length > 0, first.TryDecide(input, out var output));
                Assert.Equal(expected.FirstOrDefault(), output);
                var explained = ordered.Explain(input);
                Assert.Equal(expected.Length, explained.Fired.Count);
                Assert.All(explained.Missed, m => Assert.NotNull(m.Failed));
            }

            IEnumerable<TableTest<Matter>> Tests((int Op, int Kind, int Area, int Span, int Days) r)
            {
                if ((r.Op & 3) == 1)
                    yield return kind.Is($"k{r.Kind}");
                if ((r.Op & 3) == 2)
                    yield return kind.OneOf($"k{r.Kind}", $"k{r.Kind + 1}");
                if ((r.Op & 3) == 3)
                    yield return kind.NoneOf($"k{r.Kind}", $"k{r.Kind + 1}");
                switch (r.Op >> 2 & 3)
                {
                    case 1: yield return area.Between(r.Area, r.Area + r.Span); break;
                    case 2: yield return area.MoreThan(r.Area); break;
                    case 3: yield return area.AtMost(r.Area); break;
                }

                if (r.Op >> 4 == 1)
                {
                    yield return days.AtLeast(r.Days);
                    yield return days.LessThan(r.Days + 2);
                }
            }

            static bool Holds((int Op, int Kind, int Area, int Span, int Days) r, Matter m) =>
                ((r.Op & 3) == 0 || (m.Kind is { } k && ((r.Op & 3) switch
                {
                    1 => k == $"k{r.Kind}",
                    2 => k == $"k{r.Kind}" || k == $"k{r.Kind + 1}",
                    _ => k != $"k{r.Kind}" && k != $"k{r.Kind + 1}",
                })))
                && (r.Op >> 2 & 3) switch { 1 => m.Area >= r.Area && m.Area <= r.Area + r.Span, 2 => m.Area > r.Area, 3 => m.Area <= r.Area, _ => true }
                && (r.Op >> 4 != 1 || (m.Days >= r.Days && m.Days < r.Days + 2));
        }, iter: 600 / (rules + 10));

    [Fact]
    public void What_an_analysis_calls_complete_answers_every_input() =>
        Gen.Select(Rule.Array[1, 6], Gen.Select(Gen.Int[0, 7], Gen.Int[-2, 12], Gen.Int[0, 6]).Array[20]).Sample((drawn, inputs) =>
        {
            var table = DecisionTable.Define<Matter, int>("drawn", 1);
            var area = table.Column("area", m => m.Area);
            var days = table.Column("days", m => m.Days);
            foreach (var (i, rule) in drawn.Index())
                table.Rule($"r{i}", i, rule.Op % 2 == 0 ? area.AtLeast(rule.Area) : area.AtMost(rule.Area), rule.Op % 3 == 0 ? days.LessThan(rule.Days) : days.AtLeast(rule.Days - 3));
            var frozen = table.Freeze(HitPolicy.Collect);
            var found = frozen.Analyze();

            Assert.True(found.IsWhole);
            foreach (var (_, a, d) in inputs)
            {
                var all = frozen.All(new("k", a, d));
                Assert.True(!found.IsComplete || !all.IsEmpty);
                Assert.True(all.Count < 2 || !found.Overlaps.IsEmpty);
            }
        }, iter: 200);

    private static Gen<(int Op, int Kind, int Area, int Span, int Days)> Rule { get; } =
        Gen.Select(Gen.Int[0, 31], Gen.Int[0, 5], Gen.Int[-1, 10], Gen.Int[0, 4], Gen.Int[0, 5]);
}
