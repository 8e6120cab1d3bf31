using System.Globalization;
using static GridGov.Workflows.Tests.CaseIn;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class RefusalTests
{
    [Fact]
    public void Role_note_guard_and_date_are_named_together()
    {
        var stranger = new CaseCommand(EightStep.Triggers.Report, Checker);

        var refusal = Loop.Decide(Step(EightStep.Track), stranger, At(Monday.AddMinutes(-1))).Refusal!;

        Assert.Equal(RefusalCodes.TransitionRefused, refusal.Code);
        Assert.Equal(["role", "evidence.note", "evidence.outcome", "lead.own", "clock.forward"], Unmet(refusal));
    }

    [Fact]
    public void A_command_dated_before_the_step_began_is_refused()
    {
        var start = Do(EightStep.Triggers.Start, Handler("w1"));

        Assert.Equal(["clock.forward"], Unmet(Loop.Decide(Step(EightStep.Refer), start, At(Monday.AddTicks(-1))).Refusal));
        Assert.True(Loop.Decide(Step(EightStep.Refer), start, At(Monday)).IsAllowed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void A_blank_note_is_no_note(string? note)
    {
        var report = Do(EightStep.Triggers.Report, Handler("w1")) with { Note = note };

        Assert.Equal(["evidence.note"], Unmet(Loop.Decide(Step(EightStep.Track), report, At(Monday)).Refusal));
    }

    [Fact]
    public void Only_the_handler_of_the_case_confirms_receipt() => Assert.Equal(
        ["handler.own"],
        Unmet(Loop.Decide(Step(EightStep.Refer), Do(EightStep.Triggers.Start, Handler("w2")), At(Monday)).Refusal));

    [Fact]
    public void An_assignment_names_handler_and_lead_body()
    {
        var assign = new CaseCommand(EightStep.Triggers.Assign, Dispatcher);

        Assert.Equal(["handler.named"], Refused(assign));
        Assert.Equal(["handler.named"], Refused(assign with { Handler = new("w1") }));
        Assert.Equal(["handler.named"], Refused(assign with { Lead = new("team") }));
        Assert.Equal(["handler.named"], Refused(assign with { Handler = new("w1"), Lead = default(BodyId) }));
        Assert.Equal(["handler.named"], Refused(assign with { Handler = default(ActorId), Lead = new("team") }));
        Assert.Empty(Refused(assign with { Handler = new("w1"), Lead = new("team") }));

        static IEnumerable<string> Refused(CaseCommand command) => Unmet(Loop.Decide(Step(EightStep.Accept), command, At(Monday)).Refusal);
    }

    [Fact]
    public void Chinese_readers_find_roles_by_their_Chinese_names()
    {
        var refusal = Loop.Decide(Step(EightStep.Feedback), Do(EightStep.Triggers.Verify, Dispatcher), At(Monday)).Refusal!;

        Assert.Equal("it is done by Verifier or Collector, not by Dispatcher", refusal.Unmet[0].Text.En);
        Assert.Contains("应由核查员或采集员执行，不是派遣员", refusal.Explain(CultureInfo.GetCultureInfo("zh-CN")), StringComparison.Ordinal);
    }

    [Fact]
    public void Deciding_with_a_case_of_another_version_is_misuse()
    {
        var newer = EightStep.Define(version: 2);

        var e = Assert.Throws<ArgumentException>(() => newer.Decide(Step(EightStep.Refer), Do(EightStep.Triggers.Start, Handler("w1")), At(Monday)));
        Assert.Contains("eight-step v1, not eight-step v2", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Opening_without_a_lead_body_is_misuse() =>
        Assert.Throws<ArgumentException>(() => Loop.Open(new("c1"), Report("c1"), Clerk, default, Cover.Limit, At(Monday)));
}
