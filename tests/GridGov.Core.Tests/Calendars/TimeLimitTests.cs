using CsCheck;

namespace GridGov.Core.Tests;

public class TimeLimitTests
{
    [Fact]
    public void A_limit_is_written_and_read_the_same_in_every_culture() => Cultures.InEach(_ =>
    {
        Assert.Equal("2 urgent_hour", TimeLimit.UrgentHours(2).ToString());
        Assert.Equal("3 natural_day", TimeLimit.NaturalDays(3).ToString());
        Assert.Equal("4 work_hour", TimeLimit.WorkHours(4).ToString());
        Assert.Equal("100000 work_day", TimeLimit.WorkDays(100_000).ToString());
        Assert.True(TimeLimit.TryParse("100000 work_day", out var limit));
        Assert.Equal(TimeLimit.WorkDays(100_000), limit);
    });

    [Fact]
    public void Every_limit_survives_being_written_and_read() =>
        Gen.Select(Gen.Int[1, TimeLimit.MaxAmount], Gen.Enum<LimitUnit>()).Sample((amount, unit) =>
        {
            var limit = new TimeLimit(amount, unit);
            Assert.True(TimeLimit.TryParse(limit.ToString(), out var read));
            Assert.Equal(limit, read);
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("work_day")]
    [InlineData("2work_day")]
    [InlineData("2  work_day")]
    [InlineData(" 2 work_day")]
    [InlineData("2 work_day ")]
    [InlineData("2 Work_Day")]
    [InlineData("2 WorkDay")]
    [InlineData("2 none")]
    [InlineData("2 4")]
    [InlineData("0 work_day")]
    [InlineData("-1 work_day")]
    [InlineData("+1 work_day")]
    [InlineData("1.5 work_day")]
    [InlineData("1,000 work_day")]
    [InlineData("100001 work_day")]
    [InlineData("99999999999 work_day")]
    [InlineData("٢ work_day")]
    public void Any_other_text_is_not_a_limit(string? text) => Cultures.InEach(_ =>
    {
        Assert.False(TimeLimit.TryParse(text, out var limit));
        Assert.Equal(default, limit);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(TimeLimit.MaxAmount + 1)]
    public void An_amount_lies_between_one_and_a_hundred_thousand(int amount) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeLimit.WorkDays(amount));

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(-1)]
    public void A_unit_is_one_of_the_four(int unit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeLimit(1, (LimitUnit)unit));

    [Fact]
    public void The_default_limit_is_none() => Assert.Equal("0 none", default(TimeLimit).ToString());
}
