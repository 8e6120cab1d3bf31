using CsCheck;

namespace GridGov.Core.Tests;

public class FrequencyCapTests
{
    private static readonly Gen<DateOnly> Day = Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("1/once", 1, DutyPeriod.Once)]
    [InlineData("4/year", 4, DutyPeriod.Year)]
    [InlineData("2/half-year", 2, DutyPeriod.HalfYear)]
    [InlineData("12/month", 12, DutyPeriod.Month)]
    public void A_cap_is_read_as_people_write_it(string text, int times, DutyPeriod per)
    {
        Assert.True(FrequencyCap.TryParse(text, out var cap));
        Assert.Equal(new(times, per), cap);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("4")]
    [InlineData("/year")]
    [InlineData("4/")]
    [InlineData("4/Year")]
    [InlineData("4 / year")]
    [InlineData("99999999999/year")]
    [InlineData("4/year/2")]
    public void Anything_else_is_none(string? text) => Assert.False(FrequencyCap.TryParse(text, out _));

    [Fact]
    public void A_cap_reads_what_it_writes() => Gen.Select(Gen.Int, Gen.Enum<DutyPeriod>()).Sample((times, per) =>
        Assert.True(FrequencyCap.TryParse(new FrequencyCap(times, per).ToString(), out var cap) && cap == new FrequencyCap(times, per)));

    [Fact]
    public void The_first_day_after_a_period_is_the_first_with_another_number() => Gen.Select(Gen.Enum<DutyPeriod>(), Day).Sample((period, day) =>
    {
        var number = DutyPeriods.NumberOf(period, day);
        if (DutyPeriods.FirstDayAfter(period, day) is not { } after)
        {
            Assert.Equal(number, DutyPeriods.NumberOf(period, DateOnly.MaxValue));
            return;
        }

        Assert.True(after > day);
        Assert.Equal(number, DutyPeriods.NumberOf(period, after.AddDays(-1)));
        Assert.Equal(number + 1, DutyPeriods.NumberOf(period, after));
    });

    [Fact]
    public void A_week_begins_on_Monday()
    {
        var monday = new DateOnly(2026, 11, 23);

        Assert.NotEqual(DutyPeriods.NumberOf(DutyPeriod.Week, monday), DutyPeriods.NumberOf(DutyPeriod.Week, monday.AddDays(-1)));
        Assert.Equal(monday.AddDays(7), DutyPeriods.FirstDayAfter(DutyPeriod.Week, monday.AddDays(6)));
    }

    [Fact]
    public void There_are_no_other_periods()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DutyPeriods.NumberOf((DutyPeriod)8, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => DutyPeriods.NameOf(default));
    }
}
