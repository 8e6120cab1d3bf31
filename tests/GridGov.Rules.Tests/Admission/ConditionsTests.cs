using CsCheck;
using static GridGov.Rules.Tests.TownList;

namespace GridGov.Rules.Tests;

public sealed class ConditionsTests
{
    [Fact]
    public void Level_funding_and_cap_are_named_together()
    {
        var verdict = Gate.Check(Task(Survey, GridLevel.City) with { TimesBefore = 2 });

        Assert.Equal(["duty.assignable-by", "duty.funded", "duty.cap"], verdict.Refusal!.Unmet.Select(u => u.Code));
    }

    [Fact]
    public void Each_unmet_condition_names_the_values_that_decided_it()
    {
        var refusal = Gate.Check(Task(Survey, GridLevel.City) with { TimesBefore = 7 }).Refusal!;

        var level = refusal.Unmet[0].Text.En;
        Assert.Contains("District", level, StringComparison.Ordinal);
        Assert.Contains("Street", level, StringComparison.Ordinal);
        Assert.Contains("City", level, StringComparison.Ordinal);
        Assert.Contains("at most 2 times", refusal.Unmet[2].Text.En, StringComparison.Ordinal);
        Assert.Contains("7 times already", refusal.Unmet[2].Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    public void A_cap_of_two_lets_the_second_task_through_and_not_the_third(int before, bool allowed) =>
        Assert.Equal(allowed, Gate.Check(Task(Survey) with { IsFunded = true, TimesBefore = before }).IsAllowed);

    [Fact]
    public void A_duty_without_levels_may_be_handed_down_by_every_level()
    {
        foreach (var level in Enum.GetValues<GridLevel>())
            Assert.True(Gate.Check(Task(Patrol, level)).IsAllowed);
    }

    [Fact]
    public void Exactly_the_conditions_that_fail_are_listed() =>
        Gen.Select(Gen.Enum<GridLevel>(), Gen.Bool, Gen.Int[0, 4]).Sample((level, funded, times) =>
        {
            var verdict = Gate.Check(Task(Survey, level) with { IsFunded = funded, TimesBefore = times });

            string[] expected =
            [
                .. level is GridLevel.District or GridLevel.Street ? (string[])[] : ["duty.assignable-by"],
                .. funded ? (string[])[] : ["duty.funded"],
                .. times < 2 ? (string[])[] : ["duty.cap"],
            ];
            Assert.Equal(expected, verdict.Refusal?.Unmet.Select(u => u.Code) ?? []);
            Assert.Equal(expected.Length == 0, verdict.IsAllowed);
        });
}
