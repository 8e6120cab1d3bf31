using CsCheck;
using Stateless;
using Stateless.Graph;

namespace GridGov.Workflows.Tests;

/// <summary>Stateless is the oracle: the frozen table must agree with it everywhere.</summary>
public sealed class StatelessTests
{
    private static readonly DecisionContext Now = new(Town.Monday, Town.Calendar);

    [Fact]
    public void Three_thousand_lifecycles_with_groups_agree_on_every_step_trigger_and_guard() =>
        Gen.Select(RandomLifecycle.Any, Gen.Bool.Array[RandomLifecycle.Bits], Gen.Bool).Sample((definition, met, isVerifier) =>
        {
            var note = new string(Array.ConvertAll(met, m => m ? '1' : '0'));
            var by = isVerifier ? Town.Checker : Actor.System;
            var opening = definition.Open(new("c1"), Town.Report("c1"), Town.Clerk, Town.Center, TimeLimit.WorkDays(2), Now);
            var oracle = new Oracle(definition);
            foreach (var state in definition.States)
            {
                var @case = Case.Apply(null, opening with { To = state.Id });
                foreach (var trigger in definition.Triggers)
                    oracle.AssertAgrees(new(@case, new(trigger, by) { Note = note }, Now));
            }
        }, iter: 3000);

    [Fact]
    public void Every_built_in_lifecycle_agrees_wherever_a_case_may_go() =>
        Gen.Select(Gen.Bool.Select(b => b ? EightStep.Default : Repair.Loop), Gen.Select(Gen.Int[0, 999], Gen.Int[0, 999], Gen.Int[0, 4]).Array[1, 25]).Sample((definition, choices) =>
        {
            var oracle = new Oracle(definition);
            var @case = Case.Apply(null, definition.Open(new("c1"), Town.Report("c1"), Town.Clerk, Town.Center, TimeLimit.WorkDays(2), Now));
            foreach (var (who, which, hours) in choices)
            {
                var now = hours == 4 ? @case.StepDue ?? @case.LastAt.AddDays(9) : @case.LastAt.AddHours(hours);
                var allowed = new List<Decision>();
                foreach (var trigger in definition.Triggers)
                {
                    var decision = oracle.AssertAgrees(new(@case, CommandOf(trigger, who, now), new(now, Town.Calendar)));
                    if (decision.IsAllowed)
                        allowed.Add(decision);
                }

                if (allowed.Count > 0)
                    @case = Case.Apply(@case, allowed[which % allowed.Count].ToEntry());
            }
        }, iter: 300);

    [Fact]
    public void A_machine_read_back_is_the_same_table() => RandomLifecycle.Any.Sample(
        definition => AssertSameTable(definition, ReadBack(definition)), iter: 500);

    [Fact]
    public void The_built_in_lifecycles_read_back_are_the_same_tables()
    {
        AssertSameTable(EightStep.Default, ReadBack(EightStep.Default));
        AssertSameTable(Repair.Loop, ReadBack(Repair.Loop));
    }

    [Fact]
    public void A_machine_begins_in_the_first_step_or_where_it_is_told()
    {
        Assert.Equal(EightStep.Accept, EightStep.Default.ToStateMachine().State);
        Assert.Equal(EightStep.Track, EightStep.Default.ToStateMachine(EightStep.Track).State);
        Assert.Throws<ArgumentException>(() => EightStep.Default.ToStateMachine("nowhere"));
        Assert.Throws<ArgumentException>(() => EightStep.Default.ToStateMachine(new StatelessOptions { Read = () => "accept" }));
    }

    [Fact]
    public void The_embedder_keeps_the_state_and_adds_actions_of_his_own()
    {
        var row = "accept";
        var told = new List<string>();
        var machine = Repair.Loop.ToStateMachine(new StatelessOptions { Read = () => row, Write = s => row = s });
        machine.Configure("handle").OnEntry(t => told.Add($"{t.Trigger} → {t.Destination}"));
        machine.Configure("open").OnExit(() => told.Add("left the group"));

        machine.Fire("assign");
        Assert.True(machine.IsInState("open"));
        machine.Fire("annotate");
        machine.Fire("report");

        Assert.Equal("check", row);
        Assert.Equal(["assign → handle", "left the group"], told);
    }

    [Fact]
    public void A_machine_says_which_conditions_are_unmet_by_the_names_that_a_refusal_shows()
    {
        var machine = Repair.Loop.ToStateMachine(new StatelessOptions { Holds = (_, name) => name is not ("handler.named" or "clock.due") });

        Assert.False(machine.CanFire("assign", out var unmet));
        Assert.Equal(["handler.named"], unmet);
        Assert.False(machine.CanFire("urge", out unmet));
        Assert.Equal(["clock.due"], unmet);
    }

    [Fact]
    public void The_graphs_of_Stateless_show_groups_and_conditions()
    {
        var dot = UmlDotGraph.Format(Repair.Loop.ToStateMachine().GetInfo());

        Assert.Contains("handler.own", dot, StringComparison.Ordinal);
        Assert.Contains("urging.levels(3)", dot, StringComparison.Ordinal);
        Assert.Contains("cluster", dot, StringComparison.Ordinal);
    }

    private static CaseCommand CommandOf(string trigger, int seed, DateTimeOffset now)
    {
        var roles = Enum.GetValues<Role>();
        return new(trigger, new(new(seed % 3 == 0 ? "w1" : "w2"), Town.Center, roles[seed % roles.Length]))
        {
            Note = seed % 7 == 0 ? null : "note",
            Handler = seed % 11 == 0 ? null : new ActorId("w1"),
            Lead = new BodyId("team-w1"),
            Facts = seed % 5 == 0
                ? null
                : new()
                {
                    Outcome = CaseOutcome.Solved,
                    Answer = Satisfaction.Satisfied,
                    Body = new("team-w2"),
                    Person = new("w2"),
                    Related = new("c2"),
                    Until = now.AddDays(30),
                    Authority = "office 1",
                    Level = ResponsibilityLevel.Street,
                    Evidence = [new(EvidenceKind.PhotoBefore, "p1"), new(EvidenceKind.PhotoAfter, "p2"), new(EvidenceKind.Reply, "r")],
                },
        };
    }

    private static LifecycleDefinition ReadBack(LifecycleDefinition definition) => StatelessBridge.FromStateMachine(
        definition.ToStateMachine(),
        new()
        {
            Id = definition.Version.Id,
            Version = definition.Version.Version,
            Guards = RandomLifecycle.Guards,
            Step = s => definition.Declared.First(d => d.Id == s.Id),
            Way = t => Original(definition, t) with { Guards = t.Guards },
        });

    private static TransitionDefinition Original(LifecycleDefinition definition, TransitionDefinition read) =>
        definition.Transitions.FirstOrDefault(t => t.From == read.From && t.Trigger == read.Trigger) ?? definition.Find(read.From, read.Trigger)!;

    private static void AssertSameTable(LifecycleDefinition expected, LifecycleDefinition actual)
    {
        Assert.Equal(expected.Declared.OrderBy(s => s.Id), actual.Declared.OrderBy(s => s.Id));
        Assert.Equal(expected.Initial, actual.Initial);
        foreach (var state in expected.States)
        {
            foreach (var trigger in expected.Triggers)
                Assert.Equal(Row(expected, state.Id, trigger), Row(actual, state.Id, trigger));
        }

        static (string, bool, EntryKind, string)? Row(LifecycleDefinition definition, string state, string trigger) =>
            definition.Triggers.Contains(trigger) && definition.Find(state, trigger) is { } way
                ? (way.To ?? state, way.IsInternal, way.Records, string.Join(' ', way.Guards.Select(g => g.Name)))
                : null;
    }

    /// <summary>One machine of a lifecycle that is asked about one case and command after the other.</summary>
    private sealed class Oracle
    {
        private readonly LifecycleDefinition _definition;
        private readonly StateMachine<string, string> _machine;
        private string _state = string.Empty;
        private int _written;
        private PendingCommand _pending;

        public Oracle(LifecycleDefinition definition)
        {
            _definition = definition;
            _state = definition.Initial.Id;
            _machine = definition.ToStateMachine(new StatelessOptions
            {
                Read = () => _state,
                Write = s =>
                {
                    _state = s;
                    _written++;
                },
                Now = () => _pending,
            });
        }

        public Decision AssertAgrees(PendingCommand pending)
        {
            _pending = pending;
            var (before, trigger) = (pending.Case.Step, pending.Command.Trigger);
            _state = before;
            _written = 0;
            var decision = _definition.Decide(pending.Case, pending.Command, pending.Context);

            Assert.Equal(_machine.CanFire(trigger, out var unmet), decision.IsAllowed);
            if (decision.IsAllowed)
            {
                _machine.Fire(trigger);
                Assert.Equal(_state, decision.To);
                Assert.Equal(_state, Case.Apply(pending.Case, decision.ToEntry()).Step);

                // What stays within its step does not touch the state; all else enters it, also the same one.
                Assert.Equal(decision.Transition!.IsInternal, _written == 0);
            }
            else if (_definition.Find(before, trigger) is not { } way)
            {
                Assert.Empty(unmet ?? []);
                Assert.Equal(RefusalCodes.TransitionUndefined, decision.Refusal!.Code);
            }
            else if (!way.IsInternal)
            {
                Assert.Equal(unmet.Select(Code).Order(), decision.Refusal!.Unmet.Select(u => u.Code).Distinct().Order());
            }

            return decision;
        }

        private static string Code(string name) => name.Split('(')[0];
    }
}
