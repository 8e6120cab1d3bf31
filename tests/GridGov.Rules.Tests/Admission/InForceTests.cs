using static GridGov.Rules.Tests.TownList;

namespace GridGov.Rules.Tests;

public sealed class InForceTests
{
    [Fact]
    public void A_temporary_duty_is_allowed_on_its_first_and_on_its_last_day()
    {
        Assert.Equal(VerdictKind.AllowedUntil, Gate.Check(Task(Census, on: FirstDay)).Kind);
        Assert.Equal(VerdictKind.AllowedUntil, Gate.Check(Task(Census, on: LastDay)).Kind);
    }

    [Fact]
    public void The_day_after_its_last_it_needs_admission_again()
    {
        var verdict = Gate.Check(Task(Census, on: LastDay.AddDays(1)));

        Assert.Equal(VerdictKind.NeedsAdmission, verdict.Kind);
        Assert.Equal(Committee, verdict.Body);
        Assert.Null(verdict.Until);
        var unmet = Assert.Single(verdict.Refusal!.Unmet);
        Assert.Equal("duty.in-force", unmet.Code);
        Assert.Contains("until 2026-06-30", unmet.Text.En, StringComparison.Ordinal);
        Assert.Contains("2026-07-01", unmet.Text.En, StringComparison.Ordinal);
        Assert.Equal(ItemBasis, verdict.Refusal.Basis);
        Assert.Contains(Committee.Value, verdict.Refusal.Remedy.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_before_its_first_it_is_not_yet_in_force()
    {
        var verdict = Gate.Check(Task(Census, on: FirstDay.AddDays(-1)));

        Assert.Equal(VerdictKind.NeedsAdmission, verdict.Kind);
        var unmet = Assert.Single(verdict.Refusal!.Unmet);
        Assert.Equal("duty.in-force", unmet.Code);
        Assert.Contains("from 2026-03-01", unmet.Text.En, StringComparison.Ordinal);
        Assert.Contains("2026-02-28", unmet.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_duty_without_dates_is_always_in_force()
    {
        Assert.True(Gate.Check(Task(Patrol, on: DateOnly.MinValue)).IsAllowed);
        Assert.True(Gate.Check(Task(Patrol, on: DateOnly.MaxValue)).IsAllowed);
    }

    [Theory]
    [InlineData(DutyKind.Forbidden)]
    [InlineData(DutyKind.Reclaimed)]
    public void A_prohibition_or_a_take_over_ends_with_its_last_day(DutyKind kind)
    {
        var item = new DutyItem
        {
            Code = new("seasonal"),
            Name = new("Seasonal", "季节性"),
            Kind = kind,
            Basis = ItemBasis,
            Until = LastDay,
            TakenOverBy = kind == DutyKind.Reclaimed ? Bureau : null,
        };
        var gate = new DutyAdmission(DutyList.Freeze("town", 4, Committee, ListBasis, [item]));

        Assert.Equal(kind == DutyKind.Forbidden ? VerdictKind.Forbidden : VerdictKind.RouteTo, gate.Check(Task(item.Code, on: LastDay)).Kind);
        Assert.Equal(VerdictKind.NeedsAdmission, gate.Check(Task(item.Code, on: LastDay.AddDays(1))).Kind);
    }
}
