using CsCheck;

namespace GridGov.Workflows.Tests;

/// <summary>Stateless is the oracle: the frozen table must agree with it everywhere.</summary>
public sealed class StatelessTests
{
    [Fact]
    public Task Any_valid_definition_goes_where_Stateless_goes_whatever_the_guards_say() =>
        Gen.Select(Definitions, Gen.Bool.Array[40]).SampleAsync(async (definition, met) =>
        {
            var note = new string(Array.ConvertAll(met, m => m ? '1' : '0'));
            var opened = Case.Apply(null, definition.Open(
                new("c1"), Town.Report("c1"), Town.Clerk, Town.Center, TimeLimit.WorkDays(2), new(Town.Monday, Town.Calendar)));
            foreach (var state in definition.States)
            {
                var @case = opened with { Step = state.Id };
                var permitted = new List<string>();
                foreach (var trigger in definition.Triggers)
                {
                    var decision = definition.Decide(@case, new(trigger, Actor.System) { Note = note }, new(Town.Monday, Town.Calendar));
                    var machine = definition.ToStateMachine(state.Id, t => met[IndexOf(definition, t)]);

                    Assert.Equal(machine.CanFire(trigger), decision.IsAllowed);
                    if (!decision.IsAllowed)
                        continue;
                    permitted.Add(trigger);
                    machine.Fire(trigger);
                    Assert.Equal(machine.State, decision.Transition!.To);
                }

                var oracle = definition.ToStateMachine(state.Id, t => met[IndexOf(definition, t)]);
                Assert.Equal((await oracle.GetPermittedTriggersAsync()).Order(), permitted.Order());
            }
        }, iter: 200);

    [Fact]
    public void A_machine_begins_in_the_first_step_or_where_it_is_told()
    {
        Assert.Equal(EightStep.Accept, EightStep.Default.ToStateMachine().State);
        Assert.Equal(EightStep.Track, EightStep.Default.ToStateMachine(EightStep.Track).State);
        Assert.Throws<ArgumentException>(() => EightStep.Default.ToStateMachine("nowhere"));
    }

    private static int IndexOf(LifecycleDefinition definition, TransitionDefinition transition) =>
        Array.IndexOf([.. definition.Transitions], transition);

    // A chain to the end keeps every step reachable; further ways go anywhere, also back to the same step.
    // The guard of way i holds when character i of the note is 1.
    private static Gen<LifecycleDefinition> Definitions { get; } =
        from count in Gen.Int[1, 6]
        from further in Gen.Select(Gen.Int[0, 5], Gen.Int[0, 4], Gen.Int[0, 6]).Array[0, 15]
        select Define(count, further);

    private static LifecycleDefinition Define(int count, (int From, int Trigger, int To)[] further)
    {
        var ways = Enumerable.Range(0, count).Select(i => (From: i, Trigger: 0, To: i + 1))
            .Concat(further.Select(f => (From: f.From % count, Trigger: f.Trigger + 1, To: f.To % (count + 1))))
            .DistinctBy(w => (w.From, w.Trigger))
            .Select((w, i) => new TransitionDefinition
            {
                Trigger = $"t{w.Trigger}",
                Name = new("go", "行"),
                From = $"s{w.From}",
                To = $"s{w.To}",
                Roles = [Role.System],
                Guards = [new Guard($"bit-{i}", new("it is 1", "为一"), (Case _, in CaseCommand c, in DecisionContext _) => c.Note![i] == '1')],
            });
        var states = Enumerable.Range(0, count).Select(i => new StateDefinition
        {
            Id = $"s{i}",
            Name = new("step", "环节"),
            Owner = Role.System,
            Limit = StepLimit.OfCase,
        }).Append(new() { Id = $"s{count}", Name = new("end", "终"), IsEnd = true });
        return LifecycleDefinition.Freeze("random", 1, states, ways);
    }
}
