using Stateless;
using static GridGov.Workflows.Tests.CaseIn;

namespace GridGov.Workflows.Tests;

/// <summary>
/// The reasons of docs/adr/0001 for not running cases on Stateless 5.20.1, each seen, and what a frozen lifecycle does
/// instead. When one of them fails after an update, the reason has gone: change the record.
/// </summary>
public sealed class WhyNotStatelessTests
{
    [Fact]
    public void A_machine_enters_a_state_that_nobody_declared()
    {
        var machine = new StateMachine<string, string>("a");
        machine.Configure("a").Permit("go", "nowhere");

        machine.Fire("go");

        Assert.Equal("nowhere", machine.State);
        Assert.False(machine.CanFire("go"));
    }

    [Fact]
    public void A_synchronous_fire_at_an_asynchronous_target_does_nothing_and_says_nothing()
    {
        var target = new TaskCompletionSource<string>();
        var machine = new StateMachine<string, string>("a");
        machine.Configure("a").PermitDynamicAsync("go", () => target.Task);

        machine.Fire("go");
        target.SetException(new InvalidOperationException("the target could not be found"));

        Assert.Equal("a", machine.State);
    }

    [Fact]
    public async Task A_fire_from_a_second_thread_returns_before_anything_happened()
    {
        var machine = new StateMachine<string, string>("a");
        string? seen = null;
        machine.Configure("a").Permit("go", "b");
        machine.Configure("b").Permit("on", "c").OnEntry(() => Task.Run(() =>
        {
            machine.Fire("on");
            seen = machine.State;
        }).GetAwaiter().GetResult());

        await Task.Run(() => machine.Fire("go"));

        Assert.Equal("b", seen);
        Assert.Equal("c", machine.State);
    }

    [Fact]
    public void A_fault_on_one_thread_keeps_the_fire_of_another_for_whoever_comes_next()
    {
        var machine = new StateMachine<string, string>("a");
        machine.Configure("a").Permit("go", "b");
        machine.Configure("b").Permit("on", "c").OnEntry(() =>
        {
            Task.Run(() => machine.Fire("on")).GetAwaiter().GetResult();
            throw new InvalidOperationException("the embedder's action fails");
        });
        machine.Configure("c").Permit("back", "d");

        Assert.Throws<InvalidOperationException>(() => machine.Fire("go"));
        Assert.Equal("b", machine.State);
        Assert.False(machine.CanFire("back"));

        // The second thread was told that all is well. Its trigger is fired by the next one, which is not allowed here.
        machine.Fire("back");
        Assert.Equal("d", machine.State);
    }

    [Fact]
    public void A_superstate_that_leads_to_a_state_in_it_does_nothing_there_although_it_can_fire()
    {
        var machine = new StateMachine<string, string>("a");
        var entered = 0;
        machine.Configure("a").SubstateOf("g").OnEntry(() => entered++);
        machine.Configure("g").Permit("restart", "a");

        Assert.True(machine.CanFire("restart"));
        machine.Fire("restart");

        Assert.Equal(0, entered);
    }

    [Fact]
    public void A_transition_with_an_asynchronous_guard_is_in_no_description_of_the_machine()
    {
        var machine = new StateMachine<string, string>("a");
        machine.Configure("a").PermitIfAsync("go", "b", () => Task.FromResult(true), "clock.due");

        Assert.All(machine.GetInfo().States, s => Assert.Empty(s.Transitions));
    }

    [Fact]
    public void A_machine_allocates_thousands_of_bytes_before_its_first_trigger_and_hundreds_at_each()
    {
        var built = Allocations.Least(() => EightStep.Default.ToStateMachine());
        var machine = EightStep.Default.ToStateMachine(EightStep.Accept);
        var fired = Allocations.Least(() => machine.Fire(EightStep.Triggers.Urge));
        var (@case, command, context) = (Step(EightStep.Track), Fitting(EightStep.Triggers.Report, EightStep.Track), At(Town.Monday));
        var decided = Allocations.Least(() => EightStep.Default.Decide(@case, command, context));

        Assert.True(built > 5_000, $"{built} bytes a machine");
        Assert.True(fired > 500, $"{fired} bytes a fire");
        Assert.Equal(0, decided);
    }

    [Fact]
    public void A_frozen_lifecycle_refuses_the_undeclared_and_is_shared_by_all_threads()
    {
        Assert.Throws<DefinitionException>(() => Lifecycle.Named("x").Step("a", "A", "甲").OwnedBy(Role.Leader).WithinCaseLimit()
            .On("go", "go", "行").By(Role.Leader).To("nowhere").Freeze());
        Case[] cases = [Step(EightStep.Accept), Step(EightStep.Refer), Step(EightStep.Track), Step(EightStep.Feedback)];

        var answers = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(_ => string.Join(' ',
            Enumerable.Range(0, 2000).SelectMany(i => Loop.Triggers.Select(t => Loop.Decide(cases[i % cases.Length], Fitting(t, cases[i % cases.Length].Step), At(Town.Monday.AddDays(9))).To ?? "-"))));

        Assert.Single(answers.ToHashSet());
    }
}
