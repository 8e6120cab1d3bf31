using System.Globalization;
using GridGov.Rules;
using static GridGov.Workflows.DutyObjections;
using static GridGov.Workflows.Tests.DutyCaseWalk;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class DutyObjectionTests
{
    private static readonly BodyId Bureau = new("health-bureau");

    private static readonly DutyObjection Objection = new() { Id = new("O-1"), Burdened = new("community-1"), Against = Bureau, Duty = new("c") };

    private static CaseFacts Asked => new() { Body = Bureau };

    private static CaseFacts Authority => new() { Authority = "Committee, minutes 3" };

    [Fact]
    public void A_refused_task_becomes_an_objection_with_its_reasons()
    {
        var gate = new DutyAdmission(DutyList.Freeze("town", 1, DutyApplications.Committee, new("List"),
            [new() { Code = new("c"), Name = new("Duty", "事项"), Kind = DutyKind.Assisted, Basis = new("List"), NeedsFunding = true }]));
        var task = new TaskRequest { Duty = new("c"), From = GridLevel.District, By = Bureau, ToBody = new("community-1"), On = new(2026, 4, 1) };

        Assert.Equal(Objection with { Reasons = ["duty.funded"] }, DutyObjection.Of(new("O-1"), task, gate.Check(task)));
        Assert.Empty(DutyObjection.Of(new("O-1"), task, gate.Check(task with { IsFunded = true })).Reasons);
        Assert.Throws<ArgumentException>(() => DutyObjection.Of(new("O-1"), task with { By = default }, gate.Check(task)));
    }

    [Fact]
    public void An_upheld_objection_stays_on_the_account_until_the_burden_is_gone()
    {
        var walk = Upheld();
        var open = Assert.Single(BurdenLedger.Of(walk.Entries).Open);
        Assert.Equal(new BurdenAccount(walk.Case.Id, Objection.Id, Bureau, Monday, Town.Calendar.Add(Monday, TimeLimit.NaturalDays(30)), 0, null), open);

        walk.WhenDue();
        Assert.Equal(1, Assert.Single(BurdenLedger.Of(walk.Entries).Open).Urgings);

        walk.Do(Triggers.Clear, By(Role.Supervisor), new() { Outcome = CaseOutcome.Solved });
        var ledger = BurdenLedger.Of(walk.Entries);
        Assert.Empty(ledger.Open);
        Assert.Equal(walk.Now, Assert.Single(ledger.Accounts).Cleared);
    }

    [Fact]
    public void The_ledger_says_what_is_owed_and_what_is_late()
    {
        var walk = Upheld().WhenDue();

        Assert.Equal(
            "1 open of 1 accounts\n  O-1: owed by health-bureau since 2026-03-02, late, urged 1 times",
            BurdenLedger.Of(walk.Entries).Explain(CultureInfo.InvariantCulture, walk.Now.AddDays(1)));
    }

    [Fact]
    public void The_ledger_passes_over_cases_of_other_lifecycles_and_objections_that_were_not_upheld() =>
        Assert.Empty(BurdenLedger.Of([Fit.Opening(EightStep.Default), .. Accepted().Entries]).Accounts);

    [Fact]
    public void Only_the_body_that_was_asked_replies() =>
        Assert.Equal(["objection.asked"], Accepted().Try(Triggers.Reply, By(Role.Leader, "water-bureau"))!.Unmet.Select(u => u.Code));

    [Fact]
    public void The_committee_does_not_ask_itself() => Assert.Equal(
        ["objection.other-body"],
        Started().Try(Triggers.Accept, By(Role.Acceptor), new() { Body = DutyApplications.Committee })!.Unmet.Select(u => u.Code));

    [Fact]
    public void Without_a_reply_in_time_it_is_decided_all_the_same()
    {
        var walk = Accepted().WhenDue();

        Assert.Equal(Decide, walk.Case.Step);
        walk.Do(Triggers.Dismiss, By(Role.Leader), Authority with { Outcome = CaseOutcome.OutsideCriteria });
        Assert.Equal((Dismissed, true), (walk.Case.Step, walk.Case.IsClosed));
    }

    [Fact]
    public void Who_objected_may_take_it_back_until_it_is_decided()
    {
        var back = new CaseFacts { Outcome = CaseOutcome.Voided };

        Assert.True(Accepted().Do(Triggers.Withdraw, By(Role.Reporter, "community-1"), back).Case.IsClosed);
        Assert.Equal(RefusalCodes.TransitionUndefined, Upheld().Try(Triggers.Withdraw, By(Role.Reporter, "community-1"), back)!.Code);
    }

    [Fact]
    public void Its_document_comes_back_from_JSON() =>
        Assert.Equal(Default.ToJson(), LifecycleDefinition.FromJson(Default.ToJson()).ToJson());

    private static DutyCaseWalk Started() => new(Default, Objection.ToReport(Monday, new("110102001001001")));

    private static DutyCaseWalk Accepted() => Started().Do(Triggers.Accept, By(Role.Acceptor), Asked);

    private static DutyCaseWalk Upheld() =>
        Accepted().Do(Triggers.Reply, By(Role.Leader, Bureau.Value)).Do(Triggers.Uphold, By(Role.Leader), Authority);
}
