using GridGov.Workflows;

namespace GridGov.Testing.Tests;

public class LifecycleExpectationTests
{
    private static readonly Town Town = Testing.Town.Default();
    private static readonly Actor Handler = Testing.Town.Handler("w-g11");

    private static CaseStory InFeedback => Town.Case("R-1").In(EightStep.Feedback, "w-g11");

    [Fact]
    public void What_holds_passes_and_the_case_goes_on()
    {
        var after = InFeedback.Expect()
            .When(new(EightStep.Triggers.Verify, Handler with { Role = Role.Verifier })).ThenRefused(RefusalCodes.TransitionRefused, "separation.handler")
            .When(new(EightStep.Triggers.Assign, Town.Dispatcher)).ThenRefused(RefusalCodes.TransitionUndefined)
            .When(new(EightStep.Triggers.Rework, Town.Verifier) { Note = "not done" })
            .Then(new ExpectedEntry { To = EightStep.Track, Handler = Handler.Id, Lead = Handler.Body, Note = "not done", Ends = false })
            .When(new(EightStep.Triggers.Report, Handler) { Note = "done", Facts = new() { Outcome = CaseOutcome.Solved } }).Then(EightStep.Feedback);

        Assert.Equal(EightStep.Feedback, after.Case?.Step);
        Assert.Equal(4, after.Entries.Count);
        Assert.Null(CaseChain.Verify(after.Entries.AsEnumerable()));
    }

    [Fact]
    public void A_step_that_differs_fails_with_the_difference_and_what_was_given()
    {
        var failure = Assert.Throws<ExpectationException>(() => InFeedback.Expect()
            .When(new(EightStep.Triggers.Verify, Town.Verifier), Town.Morning.AddHours(1))
            .Then(new ExpectedEntry { Kind = EntryKind.Moved, To = EightStep.Archive, Handler = default(ActorId), StepDue = DateTimeOffset.MaxValue }));
        Assert.StartsWith(
            """
            Given case R-1 in feedback after 2 entries
              1. open by acceptor as Acceptor:  -> accept
              2. given by system as System: accept -> feedback
            when verify by verifier as Verifier at 2026-03-02 09:00:00 +08:00
            then another entry was expected, but the entry differs.
              to: expected archive, but it is evaluate

            """,
            failure.Message,
            StringComparison.Ordinal);
        Assert.Contains("step due: expected never, but it is 2026-", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_that_was_not_expected_fails_with_all_its_reasons()
    {
        var failure = Assert.Throws<ExpectationException>(() => InFeedback.Expect().When(new(EightStep.Triggers.Rework, Handler)).Then(EightStep.Track));
        Assert.Contains("it was refused", failure.Message, StringComparison.Ordinal);
        Assert.Contains("[role]", failure.Message, StringComparison.Ordinal);
        Assert.Contains("[evidence.note]", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("transition.undefined")]
    [InlineData("transition.refused", "role")]
    [InlineData("transition.refused", "role", "evidence.note", "separation.handler", "other")]
    public void A_refusal_for_other_reasons_fails(string code, params string[] unmet) => Assert.Throws<ExpectationException>(
        () => InFeedback.Expect().When(new(EightStep.Triggers.Rework, Handler)).ThenRefused(code, unmet));

    [Fact]
    public void What_is_allowed_against_expectation_fails()
    {
        var failure = Assert.Throws<ExpectationException>(
            () => InFeedback.Expect().When(new(EightStep.Triggers.Verify, Town.Verifier)).ThenRefused(RefusalCodes.TransitionRefused, "role"));
        Assert.EndsWith("then a refusal transition.refused because of role was expected, but it was allowed and leads to evaluate.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_field_of_an_expected_entry_can_fail()
    {
        (string Field, ExpectedEntry Expected)[] wrong =
        [
            ("kind", new() { Kind = EntryKind.Urged }),
            ("to", new() { To = "x" }),
            ("ends", new() { Ends = true }),
            ("lead", new() { Lead = new BodyId("x") }),
            ("handler", new() { Handler = new ActorId("x") }),
            ("step due", new() { StepDue = Town.Morning }),
            ("case due", new() { CaseDue = DateTimeOffset.MaxValue }),
            ("note", new() { Note = "x" }),
            ("facts", new() { Facts = new() { Key = "x" } }),
        ];
        foreach (var (field, expected) in wrong)
        {
            var failure = Assert.Throws<ExpectationException>(() => InFeedback.Expect().When(new(EightStep.Triggers.Verify, Town.Verifier)).Then(expected));
            Assert.Contains($"\n  {field}: expected ", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal(wrong.Length, typeof(ExpectedEntry).GetProperties().Length);
    }

    [Fact]
    public void Entries_that_are_no_chain_cannot_be_given_and_nothing_is_expected_of_nothing()
    {
        var entries = InFeedback.Entries;
        var empty = LifecycleExpectation.Of(EightStep.Default, Town.Profile.Calendar);
        Assert.Throws<ExpectationException>(() => empty.Given([entries[0], entries[1] with { Note = "forged" }]));
        Assert.Throws<InvalidOperationException>(() => empty.Then("x"));
        Assert.Throws<InvalidOperationException>(() => InFeedback.Expect().ThenRefused("x"));
    }
}
