using GridGov.Testing;
using GridGov.Workflows;
using static GridGov.Community.WarningLifecycles;

namespace GridGov.Community.Tests.Warnings;

public sealed class WarningLifecycleTests
{
    private static readonly Actor Collector = new(new("c-1"), new("community"), Role.Collector);
    private static readonly Actor Dispatcher = new(new("d-1"), new("town"), Role.Dispatcher);
    private static readonly Actor Handler = new(new("h-1"), new("civil-affairs"), Role.Handler);
    private static readonly Actor Verifier = new(new("v-1"), new("town"), Role.Verifier);
    private static readonly WorkCalendar Calendar = Town.Default().Profile.Calendar;
    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void A_red_warning_is_verified_handled_and_taken_down_by_somebody_else()
    {
        var change = Raised("major-illness");

        var story = Open(change)
            .When(new(Triggers.Confirm, Collector) { Note = "seen" }).Then(Assign)
            .When(new(Triggers.Assign, Dispatcher) { Handler = Handler.Id, Lead = Handler.Body }).Then(Handle)
            .When(new(Triggers.Report, Handler) { Note = "temporary aid" }).Then(Check)
            .When(new(Triggers.Clear, Handler with { Role = Role.Verifier }) { Note = "gone", Facts = new() { Outcome = CaseOutcome.Solved } }).ThenRefused(RefusalCodes.TransitionRefused, "separation.handler")
            .When(new(Triggers.Rework, Verifier) { Note = "costs go on" }).Then(Handle)
            .When(new(Triggers.Report, Handler) { Note = "insurance" }).Then(Check)
            .When(new(Triggers.Clear, Verifier) { Note = "gone", Facts = new() { Outcome = CaseOutcome.Solved } }).Then(Cleared);

        Assert.True(story.Case!.IsClosed);
        Assert.Equal("warning-red", story.Case.Report.Class.Value);
    }

    [Fact]
    public void Red_is_verified_sooner_than_yellow()
    {
        var red = Open(Raised("major-illness")).Case!.StepDue!.Value;
        var yellow = Open(Raised("leaks")).Case!.StepDue!.Value;

        Assert.True(red < yellow);
        Assert.Equal(1, Open(Raised("leaks")).When(new(Triggers.Urge, Actor.System), yellow).Then(Verify).Case!.Urgings);
    }

    [Fact]
    public void What_is_not_so_ends_with_a_reason() =>
        Open(Raised("leaks")).When(new(Triggers.Dismiss, Collector) { Note = "dry", Facts = new() { Outcome = CaseOutcome.OutsideCriteria } }).Then(Unfounded);

    [Fact]
    public void A_report_says_where_and_never_who()
    {
        var change = Raised("major-illness");

        Assert.DoesNotContain("h1", ToReport(change, new("R-1"), Begin).ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ToReport(change with { Before = WarningColour.Red }, new("R-1"), Begin));
        Assert.Throws<ArgumentOutOfRangeException>(() => For(WarningColour.Green));
    }

    private static WarningChange Raised(string indicator)
    {
        var board = new WarningBoard(WarningRules.Sample, [new(new("h1"), new("330199001001"))]);
        return board.Observe(new(new("h1"), indicator, 1, new(2026, 3, 2)), new(2026, 3, 2)).Value;
    }

    private static LifecycleExpectation Open(WarningChange change)
    {
        var lifecycle = For(change.State.Colour);
        return LifecycleExpectation.Of(lifecycle, Calendar).Given(
            [lifecycle.Open(new("R-1"), ToReport(change, new("R-1"), Begin), Collector, new("community"), TimeLimit.WorkDays(30), new(Begin, Calendar))]);
    }
}
