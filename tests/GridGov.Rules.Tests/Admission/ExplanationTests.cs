using System.Globalization;
using static GridGov.Rules.Tests.TownList;

namespace GridGov.Rules.Tests;

public sealed class ExplanationTests
{
    private static readonly Refusal Refused =
        Gate.Check(Task(Survey) with { TimesBefore = 2 }).Refusal!;

    [Fact]
    public void English_readers_get_summary_conditions_basis_and_way_out() => Assert.Equal(
        """
        Household survey (survey) may be refused [duty.refusable]
          - its funding comes with it [duty.funded]
          - it is handed down at most 2 times a year; it was 2 times already [duty.cap]
          basis: Regulation on grid services, art. 24
          way out: bring the funding; wait until 2027-01-01; objections go to town-list-committee
        """,
        Refused.Explain(CultureInfo.GetCultureInfo("en-GB")));

    [Fact]
    public void Chinese_readers_get_the_same_in_Chinese() => Assert.Equal(
        """
        入户调查（survey）可以拒绝 [duty.refusable]
          - 费随事转，任务应附经费 [duty.funded]
          - 每年至多下派2次，已下派2次 [duty.cap]
          依据：Regulation on grid services, art. 24
          出路：附上经费；等到2027-01-01；异议向town-list-committee提出
        """,
        Refused.Explain(CultureInfo.GetCultureInfo("zh-CN")));

    [Fact]
    public void Chinese_readers_find_no_English_level_names()
    {
        var refusal = Gate.Check(Task(Survey, GridLevel.City) with { IsFunded = true }).Refusal!;

        Assert.Equal("该事项可由区县、街道级下派；任务来自市级", Assert.Single(refusal.Unmet).Text.Zh);
    }
}
