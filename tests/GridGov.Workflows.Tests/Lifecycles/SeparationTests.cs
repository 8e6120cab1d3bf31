using static GridGov.Workflows.Tests.CaseIn;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

/// <summary>监督与处置相分离: supervision is not disposal.</summary>
public sealed class SeparationTests
{
    [Fact]
    public void Whoever_handled_the_case_may_not_verify_it() =>
        Assert.Equal(["separation.handler"], RefusedTo("w1", EightStep.Feedback, EightStep.Triggers.Verify, Role.Verifier));

    [Fact]
    public void Whoever_handled_the_case_may_not_send_it_back() =>
        Assert.Equal(["separation.handler"], RefusedTo("w1", EightStep.Feedback, EightStep.Triggers.Rework, Role.Collector));

    [Fact]
    public void Whoever_handled_the_case_may_not_evaluate_it() =>
        Assert.Equal(["separation.handler"], RefusedTo("w1", EightStep.Evaluate, EightStep.Triggers.Evaluate, Role.Reporter));

    [Fact]
    public void Whoever_handled_the_case_may_not_archive_it() =>
        Assert.Equal(["separation.handler"], RefusedTo("w1", EightStep.Publish, EightStep.Triggers.Archive, Role.Supervisor));

    [Fact]
    public void Whoever_handled_it_long_ago_may_not_either() => Assert.Equal(
        ["separation.handler"],
        RefusedTo("w0", Step(EightStep.Feedback, handledBefore: new("w0")), EightStep.Triggers.Verify, Role.Verifier));

    [Fact]
    public void Somebody_else_may_do_all_of_it()
    {
        Assert.Empty(RefusedTo("w2", EightStep.Feedback, EightStep.Triggers.Verify, Role.Verifier));
        Assert.Empty(RefusedTo("w2", EightStep.Feedback, EightStep.Triggers.Rework, Role.Collector));
        Assert.Empty(RefusedTo("w2", EightStep.Evaluate, EightStep.Triggers.Evaluate, Role.Reporter));
        Assert.Empty(RefusedTo("w2", EightStep.Publish, EightStep.Triggers.Archive, Role.Supervisor));
    }

    private static IEnumerable<string> RefusedTo(string id, string step, string trigger, Role role) =>
        RefusedTo(id, Step(step), trigger, role);

    private static IEnumerable<string> RefusedTo(string id, Case @case, string trigger, Role role) =>
        Unmet(Loop.Decide(@case, Do(trigger, new(new(id), Center, role)), At(@case.StepDue!.Value)).Refusal);
}
