using static GridGov.Rules.Tests.TownList;

namespace GridGov.Rules.Tests;

public sealed class SixVerdictsTests
{
    [Fact]
    public void A_listed_duty_is_allowed()
    {
        var verdict = Gate.Check(Task(Patrol));

        Assert.Equal(VerdictKind.Allowed, verdict.Kind);
        Assert.True(verdict.IsAllowed);
        Assert.Null(verdict.Refusal);
        Assert.Null(verdict.Until);
        Assert.Null(verdict.Body);
    }

    [Fact]
    public void A_temporary_duty_is_allowed_until_its_last_day()
    {
        var verdict = Gate.Check(Task(Census));

        Assert.Equal(VerdictKind.AllowedUntil, verdict.Kind);
        Assert.True(verdict.IsAllowed);
        Assert.Equal(LastDay, verdict.Until);
        Assert.Null(verdict.Refusal);
    }

    [Fact]
    public void What_is_not_on_the_list_needs_admission_by_the_committee()
    {
        var verdict = Gate.Check(Task(new("dancing")));

        Assert.Equal(VerdictKind.NeedsAdmission, verdict.Kind);
        Assert.False(verdict.IsAllowed);
        Assert.Equal(Committee, verdict.Body);
        Assert.Equal(RefusalCodes.DutyNotListed, verdict.Refusal!.Code);
        Assert.Equal(["duty.listed"], verdict.Refusal.Unmet.Select(u => u.Code));
        Assert.Equal(ListBasis, verdict.Refusal.Basis);
        Assert.Contains(Committee.Value, verdict.Refusal.Remedy.En, StringComparison.Ordinal);
        Assert.Contains(Committee.Value, verdict.Refusal.Remedy.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_listed_duty_whose_conditions_are_not_met_is_refusable()
    {
        var verdict = Gate.Check(Task(Survey));

        Assert.Equal(VerdictKind.Refusable, verdict.Kind);
        Assert.False(verdict.IsAllowed);
        Assert.Null(verdict.Body);
        Assert.Equal(RefusalCodes.DutyRefusable, verdict.Refusal!.Code);
        Assert.Equal(["duty.funded"], verdict.Refusal.Unmet.Select(u => u.Code));
        Assert.Equal(ItemBasis, verdict.Refusal.Basis);
        Assert.Contains(Committee.Value, verdict.Refusal.Remedy.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_duty_on_the_negative_part_is_forbidden()
    {
        var verdict = Gate.Check(Task(Fines));

        Assert.Equal(VerdictKind.Forbidden, verdict.Kind);
        Assert.False(verdict.IsAllowed);
        Assert.Equal(RefusalCodes.DutyForbidden, verdict.Refusal!.Code);
        Assert.Equal(["duty.not-forbidden"], verdict.Refusal.Unmet.Select(u => u.Code));
        Assert.Equal(ItemBasis, verdict.Refusal.Basis);
        Assert.Contains(Committee.Value, verdict.Refusal.Remedy.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reclaimed_duty_is_routed_to_the_body_that_took_it_over()
    {
        var verdict = Gate.Check(Task(Parking));

        Assert.Equal(VerdictKind.RouteTo, verdict.Kind);
        Assert.False(verdict.IsAllowed);
        Assert.Equal(Bureau, verdict.Body);
        Assert.Equal(RefusalCodes.DutyRouted, verdict.Refusal!.Code);
        Assert.Equal(["duty.own"], verdict.Refusal.Unmet.Select(u => u.Code));
        Assert.Equal(ItemBasis, verdict.Refusal.Basis);
        Assert.Contains(Bureau.Value, verdict.Refusal.Remedy.En, StringComparison.Ordinal);
        Assert.Contains(Bureau.Value, verdict.Refusal.Remedy.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_forbidden_duty_stays_forbidden_whoever_sends_it_and_whatever_comes_with_it()
    {
        foreach (var level in Enum.GetValues<GridLevel>())
            Assert.Equal(VerdictKind.Forbidden, Gate.Check(Task(Fines, level) with { IsFunded = true }).Kind);
    }
}
