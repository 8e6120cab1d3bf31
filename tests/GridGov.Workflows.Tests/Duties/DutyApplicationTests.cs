using static GridGov.Workflows.DutyApplications;
using static GridGov.Workflows.Tests.DutyCaseWalk;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class DutyApplicationTests
{
    private static readonly LegalBasis Law = new("Duty list of the town", "art. 1");

    private static readonly DutyList List = DutyList.Freeze("town", 1, Committee, Law, [Item("a"), Item("b")]);

    private static readonly DutyApplication Application = new() { Id = new("A-1"), Applicant = new("health-bureau"), Item = Item("c") };

    private static CaseFacts Begins(int workdays) => new() { Until = Calendar.Add(Monday, TimeLimit.WorkDays(workdays)) };

    private static CaseFacts Admitted => new() { Outcome = CaseOutcome.Solved, Authority = "Decision No. 7" };

    [Fact]
    public void What_was_admitted_stands_on_the_next_version_with_its_approval()
    {
        var walk = Started().Do(Triggers.Accept, By(Role.Acceptor), Begins(30)).Do(Triggers.Admit, By(Role.Leader), Admitted);

        var next = Application.NextVersion(List, walk.Entries, Calendar).Value;

        Assert.Equal(2, next.Version);
        Assert.Equal([Item("c") with { Approval = new(Committee, DateOnly.FromDateTime(Monday.Date), "Decision No. 7") }], next.Diff(List).Added);
        Assert.True(new Rules.DutyAdmission(next).Check(new() { Duty = new("c"), From = GridLevel.District, On = new(2026, 5, 1) }).IsAllowed);
    }

    [Fact]
    public void Published_kept_and_revoked_it_is_off_the_list_again()
    {
        var walk = Started().Do(Triggers.Accept, By(Role.Acceptor), Begins(31)).Do(Triggers.Admit, By(Role.Leader), Admitted)
            .Do(Triggers.Publish, By(Role.Acceptor), new() { Evidence = [new(EvidenceKind.Document, "bulletin/7")] });
        var listed = Application.NextVersion(List, walk.Entries, Calendar).Value;
        walk.Do(Triggers.Keep, By(Role.Supervisor)).Do(Triggers.Revoke, By(Role.Leader), new() { Authority = "Decision No. 9" });

        var without = Application.NextVersion(listed, walk.Entries, Calendar).Value;

        Assert.True(walk.Case.IsClosed);
        Assert.Equal(3, without.Version);
        Assert.Equal(List.Items, without.Items);
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void A_task_that_begins_within_thirty_workdays_comes_too_late(int workdays, bool isIn)
    {
        var refusal = Started().Try(Triggers.Accept, By(Role.Acceptor), Begins(workdays));

        Assert.Equal(isIn ? [] : ["application.ahead"], refusal?.Unmet.Select(u => u.Code) ?? []);
    }

    [Fact]
    public void An_urgent_one_is_let_in_without_waiting_by_a_named_authority()
    {
        Assert.Equal(["evidence.authority"], Started().Try(Triggers.AcceptUrgent, By(Role.Leader), Begins(1))!.Unmet.Select(u => u.Code));
        Started().Do(Triggers.AcceptUrgent, By(Role.Leader), Begins(1) with { Authority = "Head of the district" });
    }

    [Fact]
    public void Only_the_committee_decides()
    {
        var walk = Started().Do(Triggers.Accept, By(Role.Acceptor), Begins(30));

        Assert.Equal(["body.duty-committee"], walk.Try(Triggers.Admit, By(Role.Leader, "health-bureau"), Admitted)!.Unmet.Select(u => u.Code));
    }

    [Fact]
    public void The_decision_is_due_after_fifteen_workdays_and_then_urged()
    {
        var walk = Started().Do(Triggers.Accept, By(Role.Acceptor), Begins(30));

        Assert.Equal(Calendar.Add(Monday, TimeLimit.WorkDays(15)), walk.Case.StepDue);
        Assert.Equal(1, walk.WhenDue().Case.Urgings);
    }

    [Fact]
    public void A_rejected_or_withdrawn_application_yields_no_version()
    {
        var rejected = Started().Do(Triggers.Accept, By(Role.Acceptor), Begins(30)).Do(Triggers.Reject, By(Role.Leader), new() { Outcome = CaseOutcome.OutsideCriteria });
        var withdrawn = Started().Do(Triggers.Withdraw, By(Role.Reporter, "health-bureau"), new() { Outcome = CaseOutcome.Voided });

        foreach (var walk in new[] { rejected, withdrawn })
        {
            Assert.True(walk.Case.IsClosed);
            Assert.Equal(["application.admitted"], Application.NextVersion(List, walk.Entries, Calendar).Refusal!.Unmet.Select(u => u.Code));
        }
    }

    [Fact]
    public void The_case_of_another_application_yields_no_version()
    {
        var walk = Started().Do(Triggers.Accept, By(Role.Acceptor), Begins(30)).Do(Triggers.Admit, By(Role.Leader), Admitted);

        Assert.Equal(["application.case"], (Application with { Id = new("A-2") }).NextVersion(List, walk.Entries, Calendar).Refusal!.Unmet.Select(u => u.Code));
    }

    [Fact]
    public void Before_a_case_is_opened_every_fault_of_the_application_is_told()
    {
        Assert.Null(Application.Check(List));
        Assert.Equal(["application.applicant", "application.new"], (Application with { Applicant = Committee, Item = Item("a") }).Check(List)!.Unmet.Select(u => u.Code));
        Assert.Equal(
            ["application.sound", "application.sound"],
            (Application with { Item = Item("c") with { Kind = DutyKind.Temporary, Name = Item("a").Name } }).Check(List)!.Unmet.Select(u => u.Code));
    }

    [Fact]
    public void An_item_that_was_admitted_meanwhile_under_another_code_is_refused_when_the_version_is_made()
    {
        var walk = Started().Do(Triggers.Accept, By(Role.Acceptor), Begins(30)).Do(Triggers.Admit, By(Role.Leader), Admitted);
        var meanwhile = List.Next([.. List.Items, Item("d") with { Name = Item("c").Name }]);

        Assert.Equal(["application.sound"], Application.NextVersion(meanwhile, walk.Entries, Calendar).Refusal!.Unmet.Select(u => u.Code));
    }

    [Fact]
    public void Its_document_comes_back_from_JSON() =>
        Assert.Equal(Default.ToJson(), LifecycleDefinition.FromJson(Default.ToJson()).ToJson());

    [Fact]
    public void Without_a_committee_there_is_nobody_to_decide() => Assert.Throws<ArgumentException>(() => Define(default));

    private static DutyCaseWalk Started() => new(Default, Application.ToReport(Monday, new("110102001001001")));

    private static DutyItem Item(string code) =>
        new() { Code = new(code), Name = new($"Duty {code}", $"事项{code}"), Kind = DutyKind.Assisted, Basis = Law };
}
