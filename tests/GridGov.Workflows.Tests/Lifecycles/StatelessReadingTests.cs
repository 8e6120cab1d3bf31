using Stateless;

namespace GridGov.Workflows.Tests;

/// <summary>A machine that an embedder has configured, read as a lifecycle.</summary>
public sealed class StatelessReadingTests
{
    private enum Light
    {
        Red,
        Green,
        Off,
    }

    private enum Press
    {
        Go,
        Stop,
        Look,
        Leave,
    }

    [Fact]
    public void A_machine_of_enumerations_is_read_with_all_that_it_says()
    {
        var machine = new StateMachine<Light, Press>(Light.Red);
        machine.Configure(Light.Green).Permit(Press.Stop, Light.Red).InternalTransition(Press.Look, () => { }).PermitReentry(Press.Go);
        machine.Configure(Light.Red).PermitIf(Press.Go, Light.Green, () => true, "clock.due").PermitIf(Press.Leave, Light.Off, () => true, "separation.handler");

        var read = StatelessBridge.FromStateMachine(machine, Reading());

        Assert.Equal("Red", read.Initial.Id);
        Assert.True(read.State("Off").IsEnd);
        Assert.Same(Guard.StepIsDue, Assert.Single(read.Find("Red", "Go")!.Guards));
        Assert.Equal("Green", read.Find("Red", "Go")!.To);
        Assert.True(read.Find("Green", "Look")!.IsInternal);
        Assert.True(read.Find("Green", "Go") is { To: null, IsInternal: false });
        Assert.Null(read.Find("Green", "Leave"));
    }

    [Fact]
    public void Superstates_are_groups()
    {
        var machine = new StateMachine<string, string>("a");
        machine.Configure("a").SubstateOf("g").Permit("go", "b");
        machine.Configure("b").SubstateOf("g");
        machine.Configure("g").Permit("leave", "end");

        var read = StatelessBridge.FromStateMachine(machine, Reading());

        Assert.Equal(["a", "b", "end"], read.States.Select(s => s.Id));
        Assert.Equal("end", read.Find("b", "leave")!.To);
        Assert.Equal("g", read.State("b").Parent);
    }

    [Fact]
    public void What_data_cannot_say_is_refused_fault_by_fault()
    {
        var machine = new StateMachine<string, string>("a");
        machine.Configure("a")
            .PermitDynamic("dynamic", () => "b")
            .PermitDynamicAsync("later", () => Task.FromResult("b"))
            .InternalTransitionIf("within", _ => true, () => { })
            .PermitIf("lambda", "b", () => true)
            .PermitIf("unknown", "b", () => true, "weather.dry")
            .PermitIf("named", "b", IsDry)
            .Ignore("ignored")
            .OnEntry(() => { });
        machine.Configure("b").Permit("end", "end");

        Assert.Equal(
            [
                "a --dynamic-->: its target is computed; give every target a transition with a guard and a trigger of its own",
                "a --ignored-->: it is ignored, which is neither a yes nor a no; leave it out to refuse it, or make it an internal transition",
                "a --lambda--> b: its guard has no description; describe it by the name of a guard",
                "a --later-->: its target is computed; give every target a transition with a guard and a trigger of its own",
                "a --named--> b: there is no guard \"IsDry\"",
                "a --unknown--> b: there is no guard \"weather.dry\"",
                "a --within--> a: its guard has no description; describe it by the name of a guard",
                "a: it has actions, and a lifecycle runs no code; keep them in the machine and set LeaveActionsOut",
            ],
            Faults(machine, Reading()).Select(f => f.Split("; known are")[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_target_that_nobody_declared_is_a_fault_here_and_a_state_there()
    {
        var machine = new StateMachine<string, string>("a");
        machine.Configure("a").Permit("go", "nowhere");

        var faults = Faults(machine, Reading() with { Step = s => s.Id == "nowhere" ? null : Reading().Step(s) });

        Assert.Equal("nowhere: nobody answers for this state; complete it, or take it out of the machine", Assert.Single(faults));
    }

    [Fact]
    public void Two_ways_for_one_trigger_and_a_superstate_as_target_are_found_by_freezing()
    {
        var machine = new StateMachine<string, string>("a");
        machine.Configure("a").SubstateOf("g").PermitIf("go", "b", () => true, "clock.due").PermitIf("go", "c", () => true, "handler.own");
        machine.Configure("b").SubstateOf("g").Permit("up", "g").Permit("go", "c");
        machine.Configure("g").Permit("leave", "c");

        var faults = Faults(machine, Reading());

        Assert.Contains("a --go-->: 2 transitions could fire; a step has one per trigger, those of its groups included", faults);
        Assert.Contains("b --up--> g: it leads to a group; name the step", faults);
    }

    [Fact]
    public void The_caller_may_not_make_another_thing_of_a_way()
    {
        var machine = new StateMachine<string, string>("a");
        machine.Configure("a").InternalTransition("note", () => { }).PermitReentry("again").Permit("end", "end");

        var faults = Faults(machine, Reading() with
        {
            Way = t => t with { Roles = [Role.Leader], Records = t.Trigger == "note" ? EntryKind.Urged : t.Trigger == "again" ? EntryKind.Noted : EntryKind.Moved },
        });

        Assert.Equal(
            [
                "a --note--> a: it is internal in the machine, but what records Urged begins the step anew",
                "a --again--> a: it enters its step in the machine, but what records Noted stays in it",
            ],
            faults.OrderByDescending(f => f, StringComparer.Ordinal));
    }

    [Fact]
    public void A_machine_in_the_middle_of_its_way_is_told_where_a_case_begins()
    {
        var machine = new StateMachine<string, string>("b");
        machine.Configure("a").Permit("go", "b");
        machine.Configure("b").Permit("end", "end");

        Assert.Equal(["a: it cannot be reached from b"], Faults(machine, Reading()));
        Assert.Equal("a", StatelessBridge.FromStateMachine(machine, Reading() with { Initial = "a" }).Initial.Id);
        Assert.StartsWith("Initial: the machine has no state \"z\"", Faults(machine, Reading() with { Initial = "z" })[0], StringComparison.Ordinal);
    }

    private static bool IsDry() => true;

    private static StatelessReading Reading() => new()
    {
        Id = "read",
        Version = 1,
        Step = s => s.IsEnd || s.IsGroup ? s : s with { Owner = Role.Leader, Limit = StepLimit.OfCase },
        Way = t => t with { Roles = [Role.Leader] },
    };

    private static string[] Faults<TState, TTrigger>(StateMachine<TState, TTrigger> machine, StatelessReading reading)
        where TState : notnull
        where TTrigger : notnull =>
        [.. Assert.Throws<DefinitionException>(() => StatelessBridge.FromStateMachine(machine, reading)).Faults.Select(f => f.ToString())];
}
