using System.Globalization;
using CsCheck;
using static GridGov.Rules.Tests.TownList;

namespace GridGov.Rules.Tests;

public sealed class ReasoningTests
{
    [Fact]
    public void A_yes_is_explained_condition_by_condition() => Assert.Equal(
        """
        town v3: Allowed
          + the item is on town v3 [duty.listed] Regulation on grid services, art. 23
          + the item is not on the negative part of town v3 [duty.not-forbidden] Regulation on grid services, art. 24
          + the item may be handed down by District, Street; the task comes from Street [duty.assignable-by] Regulation on grid services, art. 24
          + its funding comes with it [duty.funded] Regulation on grid services, art. 24
          + it is handed down at most 2 times a year; it was 1 times already [duty.cap] Regulation on grid services, art. 24
        """,
        Gate.Explain(Task(Survey) with { IsFunded = true, TimesBefore = 1 }).ToString());

    [Fact]
    public void What_would_change_a_no_stands_with_each_condition() => Assert.Contains(
        """
          - 每年至多下派2次，已下派2次 [duty.cap] Regulation on grid services, art. 24
              出路：等到2027-01-01
        """,
        Gate.Explain(Task(Survey) with { TimesBefore = 2 }).Explain(CultureInfo.GetCultureInfo("zh-CN")),
        StringComparison.Ordinal);

    [Fact]
    public void The_explanation_never_disagrees_with_the_decision()
    {
        var duty = Gen.Int[0, 5].Select(i => new[] { Patrol, Census, Survey, Fines, Parking, new DutyCode("dancing") }[i]);
        Gen.Select(duty, Gen.Enum<GridLevel>(), Gen.Int[-200, 200], Gen.Bool, Gen.Bool, Gen.Int[0, 3]).Sample((code, from, days, funded, assessed, times) =>
        {
            var task = Task(code, from, LastDay.AddDays(days)) with { IsFunded = funded, IsAssessed = assessed, TimesBefore = times };
            var (verdict, explanation) = (Gate.Check(task), Gate.Explain(task));

            Assert.Equal(verdict, explanation.Verdict);
            Assert.Equal(verdict.IsAllowed, explanation.Checks.All(c => c.IsMet));
            Assert.Equal(verdict.Refusal?.Unmet.Select(u => u.Code) ?? [], explanation.Checks.Where(c => !c.IsMet).Select(c => c.Code));
            Assert.All(explanation.Checks, c => Assert.Equal(c.IsMet, c.Remedy is null));
        });
    }

    [Fact]
    public void Doing_what_the_remedies_say_makes_it_a_yes()
    {
        var task = Task(Survey, GridLevel.City) with { TimesBefore = 2, IsAssessed = true };

        Assert.Equal(
            "let a body of the level District or Street hand it down; bring the funding; wait until 2027-01-01; hand it down without assessing it; "
            + "objections go to town-list-committee",
            Gate.Check(task).Refusal!.Remedy.En);
        Assert.True(Gate.Check(task with { From = GridLevel.District, IsFunded = true, On = new(2027, 1, 1), TimesBefore = 0, IsAssessed = false }).IsAllowed);
    }
}
