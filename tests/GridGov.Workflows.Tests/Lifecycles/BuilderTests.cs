namespace GridGov.Workflows.Tests;

public sealed class BuilderTests
{
    [Fact]
    public void What_is_written_fluently_are_the_same_records()
    {
        var handle = Repair.Loop.State("handle");
        var report = Repair.Loop.Find("handle", "report")!;

        Assert.Equal(
            new StateDefinition { Id = "handle", Name = new("Handle", "处置"), Parent = "open", Owner = Role.Handler, Limit = StepLimit.OfCase, HoldsHandler = true },
            handle);
        Assert.Equal(
            new TransitionDefinition
            {
                Trigger = "report",
                Name = new("report the result", "处置反馈"),
                From = "handle",
                To = "check",
                Roles = [Role.Handler],
                Guards = [Guard.IsTheHandler],
                Needs = CommandNeeds.Note,
                Evidence = [new(EvidenceKind.PhotoBefore), new(EvidenceKind.PhotoAfter) { WithinMetres = 50 }],
            },
            report);
        Assert.Equal(["accept", "open", "handle", "check", "archive", "voided"], Repair.Loop.Declared.Select(s => s.Id));
        Assert.Equal(["assign", "urge", "annotate", "suspend", "resume", "recall", "void"], Repair.Loop.From("accept").Select(t => t.Trigger));
        Assert.True(Repair.Loop.Find("check", "rework") is { Judges: true, Records: EntryKind.Reworked });
        Assert.True(Repair.Loop.Find("accept", "recall") is { ReleasesHandler: true, From: "open" });
        Assert.Equal(Repair.Loop.Find("accept", "urge")!.Name, Repair.Loop.Find("check", "urge")!.Name);
    }

    [Fact]
    public void Nothing_is_checked_before_it_is_frozen_and_then_everything()
    {
        var draft = Lifecycle.Named("x", 0)
            .Step("a", "A", "甲").OwnedBy(Role.Leader).Within(TimeLimit.WorkDays(1)).WhenDue("urge")
                .On("go", "go", "行").By(Role.Leader).To("b");

        var faults = Assert.Throws<DefinitionException>(draft.Freeze).Faults;

        Assert.Equal(
            ["version: it is 0; versions begin at 1", "a --go--> b: the step b is not declared", "a: when due it does --urge-->, which is not declared for it"],
            faults.Select(f => f.ToString()));
    }

    [Fact]
    public void A_trigger_is_named_the_first_time() =>
        Assert.Throws<ArgumentException>(() => Lifecycle.Named("x").Step("a", "A", "甲").On("go"));
}
