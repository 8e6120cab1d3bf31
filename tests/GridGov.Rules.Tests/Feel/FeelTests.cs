using CsCheck;

namespace GridGov.Rules.Tests.Feel;

public sealed class FeelTests
{
    private static readonly Dictionary<string, object?> Values = new()
    {
        ["a"] = 7,
        ["Monthly Salary"] = 1000.5m,
        ["loan"] = new Dictionary<string, object?> { ["rate"] = 0.05 },
        ["nothing"] = null,
        ["tags"] = new object?[] { "x", "y" },
    };

    [Theory]
    [InlineData("1 + 2 * 3 - 4 / 2", "5")]
    [InlineData("-2 ** 2", "4")]
    [InlineData("2 ** -1", "0.5")]
    [InlineData("12 * Monthly Salary", "12006")]
    [InlineData("Monthly   Salary + a", "1007.5")]
    [InlineData("loan.rate * 100", "5")]
    [InlineData("1 / 0", "null")]
    [InlineData("nothing + 1", "null")]
    [InlineData("\"a\" + 1", "null")]
    [InlineData("79228162514264337593543950335 + 1", "null")]
    [InlineData("a > 6 and a <= 7", "true")]
    [InlineData("nothing and false", "false")]
    [InlineData("nothing or true", "true")]
    [InlineData("nothing and true", "null")]
    [InlineData("not(a = 7)", "false")]
    [InlineData("nothing = null", "true")]
    [InlineData("nothing < 1", "null")]
    [InlineData("a between 7 and 9", "true")]
    [InlineData("a in (1, > 6)", "true")]
    [InlineData("a in [1..7)", "false")]
    [InlineData("\"x\" in tags", "true")]
    [InlineData("if a > 5 then \"big\" else \"small\"", "big")]
    [InlineData("sum([1, 2, 3]) + count(tags) + max(4, 9, 2)", "17")]
    [InlineData("list contains(tags, \"y\")", "true")]
    [InlineData("string length(\"🚲井\")", "2")]
    [InlineData("date(\"2026-03-31\") + duration(\"P1D\") = date(2026, 4, 1)", "true")]
    [InlineData("(date(\"2026-03-31\") - date(\"2026-03-01\")).days", "30")]
    [InlineData("{b: 2, \"c d\": a}.b", "2")]
    [InlineData("\"a\\\"\\u4e95\"", "a\"井")]
    [InlineData("unknown", "null")]
    [InlineData(".5", "0.5")]
    public void Expressions(string text, string expected)
    {
        var value = FeelExpression.Parse(text, Values.Keys).Evaluate(Values);

        Assert.Equal(expected, value switch { null => "null", bool flag => flag ? "true" : "false", decimal n => n.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture), _ => value.ToString() });
    }

    [Theory]
    [InlineData("-", 5, true)]
    [InlineData("", 5, true)]
    [InlineData("5", 5, true)]
    [InlineData("1, 5", 5, true)]
    [InlineData("not(1, 5)", 5, false)]
    [InlineData(">= a", 7, true)]
    [InlineData("(5..7]", 5, false)]
    [InlineData("]5..7[", 6, true)]
    [InlineData("? > 3 and ? < 5", 4, true)]
    [InlineData("< 3, > 10", 4, false)]
    public void Unary_tests(string text, int value, bool expected) => Assert.Equal(expected, FeelUnaryTests.Parse(text, Values.Keys).Accepts(value, Values));

    [Theory]
    [InlineData("1 +")]
    [InlineData("(1")]
    [InlineData("\"open")]
    [InlineData("f(1)")]
    [InlineData("for x in [1] return x")]
    [InlineData("1 2")]
    [InlineData("[1..2")]
    [InlineData("if 1 then 2")]
    [InlineData("{a: 1, a: 2}")]
    [InlineData("")]
    public void What_is_no_expression_is_told_with_its_place(string text) => Assert.InRange(Assert.Throws<FeelException>(() => FeelExpression.Parse(text, [])).Position, 0, text.Length);

    [Fact]
    public void Too_long_and_too_deep_is_refused()
    {
        Assert.Throws<FeelException>(() => FeelExpression.Parse(new string('1', 10_001), []));
        Assert.Throws<FeelException>(() => FeelExpression.Parse(new string('(', 200) + "1" + new string(')', 200), []));
        Assert.Throws<FeelException>(() => FeelExpression.Parse(new string('-', 200) + "1", []));
    }

    [Fact]
    public void Whatever_the_text_it_is_an_expression_or_a_FeelException() =>
        Gen.String[Gen.Char["0123456789.+-*/()[]{}<>=!?,:\" \\abcdefinortulm"], 0, 40].Sample(text =>
        {
            try
            {
                FeelExpression.Parse(text, ["a", "b c"]).Evaluate(Values);
            }
            catch (FeelException)
            {
            }

            try
            {
                FeelUnaryTests.Parse(text, ["a"]).Accepts(5, Values);
            }
            catch (FeelException)
            {
            }
        }, iter: int.Parse(Environment.GetEnvironmentVariable("GRIDGOV_FUZZ") ?? "20000", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Arithmetic_is_that_of_decimals() =>
        Gen.Select(Gen.Int[-1000, 1000], Gen.Int[-1000, 1000], Gen.Int[-1000, 1000]).Sample((x, y, z) =>
            Assert.Equal(((decimal)x * y) - z + (decimal)y, FeelExpression.Parse($"({x}) * ({y}) - ({z}) + ({y})", []).Evaluate(Values)));
}
