using CsCheck;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

/// <summary>Random commands by random people at random times: what must hold of a case, whatever they do.</summary>
public sealed class RandomCaseTests
{
    private static readonly Role[] Roles = Enum.GetValues<Role>();
    private static readonly string[] People = ["a", "b", "c", "h1", "h2"];
    private static readonly string[] Bodies = ["dept-a", "dept-b", "supervision-centre", "command-centre", "city-office"];

    private static Gen<Thing[]> Things { get; } =
        (from kind in Gen.Int[0, 9]
         from way in Gen.Int[0, 99]
         from who in Gen.Int[0, 999]
         from minutes in Gen.Frequency((6, Gen.Int[0, 300]), (2, Gen.Int[300, 20_000]), (1, Gen.Int[-60, 0]), (1, Gen.Int[20_000, 200_000]))
         from facts in Gen.Int[0, 9999]
         select new Thing(kind, way, who, minutes, facts)).Array[1, 60];

    [Theory]
    [MemberData(nameof(Fit.Names), MemberType = typeof(Fit))]
    public void Whatever_is_done_the_case_stays_one_that_somebody_answers_for(string id)
    {
        var definition = Fit.Named(id);
        Things.Sample(
            things =>
            {
                var entries = new List<CaseEntry> { Fit.Opening(definition) };
                var @case = Case.From(entries);
                var now = Monday;
                foreach (var thing in things)
                {
                    var (command, at) = Make(definition, @case, thing, now);
                    var decision = definition.Decide(@case, command, new(at, Calendar));
                    if (!decision.IsAllowed)
                    {
                        Assert.NotEmpty(decision.Refusal!.Unmet);
                        continue;
                    }

                    now = at;
                    entries.Add(decision.ToEntry());
                    @case = Case.Apply(@case, entries[^1]);
                    Check(definition, @case, entries);
                }

                Assert.Null(CaseChain.Verify(entries));
                Assert.Equal(@case, Case.From(entries));
                Assert.True(Finish.Run(definition, @case) is { IsClosed: true, Outcome: not null });
            },
            iter: 1500);
    }

    private static void Check(LifecycleDefinition definition, Case @case, List<CaseEntry> entries)
    {
        Assert.True(definition.HasState(@case.Step));
        Assert.NotEqual(default, @case.Lead);
        Assert.Equal(definition.State(@case.Step).IsEnd, @case.IsClosed);
        Assert.Equal(@case.IsClosed, @case.StepDue is null);
        Assert.True(!@case.IsClosed || @case.Outcome is not null);
        Assert.True(@case.IsClosed || !@case.IsSuspended || (@case.StepDue == @case.SuspendedUntil && @case.CaseDue is null));
        Assert.True(@case.ExtendedBy.Count <= 2 && @case.Suspensions <= 1 && @case.ReturnedBy.Count <= 1);
        Assert.True(@case.Handler is not { } handler || !@case.Recused.Contains(handler));

        // Nobody who ever handled it judged it.
        var last = entries[^1];
        if (definition.Find(last.From, last.Trigger) is { Judges: true } && last.By.Role != Role.System)
            Assert.DoesNotContain(last.By.Id, Case.From(entries.SkipLast(1)).HandledBy);
    }

    // Six in ten are done as they should be; the others by whoever, with whatever, or named at random.
    private static (CaseCommand Command, DateTimeOffset At) Make(LifecycleDefinition definition, Case @case, Thing thing, DateTimeOffset now)
    {
        var at = now.AddMinutes(thing.Minutes);
        TransitionDefinition[] ways = [.. definition.From(@case.Step)];
        if (thing.Kind == 9 || ways.Length == 0)
            return (new(definition.Triggers[thing.Way % definition.Triggers.Count], Anyone(thing)) { Note = "?", Facts = Anything(thing, @case, at) }, at);
        var way = ways[thing.Way % ways.Length];
        var fitting = Fit.Command(@case, way, thing.Who);
        if (thing.Kind < 6)
            return (fitting, Later(at, Fit.When(@case, way, thing.Who).Now));
        return (new(way.Trigger, thing.Kind == 6 ? fitting.By : Anyone(thing))
        {
            Note = thing.Facts % 5 == 0 ? null : "text",
            Handler = new ActorId(People[thing.Facts % People.Length]),
            Lead = new BodyId(Bodies[thing.Facts / 7 % Bodies.Length]),
            Facts = thing.Kind == 7 ? fitting.Facts : Anything(thing, @case, at),
        }, at);
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static Actor Anyone(Thing thing) =>
        new(new(People[thing.Who % People.Length]), new(Bodies[thing.Who / 5 % Bodies.Length]), Roles[thing.Who / 25 % Roles.Length]);

    private static CaseFacts Anything(Thing thing, Case @case, DateTimeOffset at) => new()
    {
        Outcome = thing.Facts % 3 == 0 ? null : (CaseOutcome)(1 + (thing.Facts % 8)),
        Answer = thing.Facts % 2 == 0 ? null : (Satisfaction)(1 + (thing.Facts % 4)),
        Body = new BodyId(Bodies[thing.Facts % Bodies.Length]),
        Person = thing.Facts % 4 == 0 ? @case.Handler : new ActorId(People[thing.Facts % People.Length]),
        Related = thing.Facts % 3 == 0 ? null : new CaseId($"c{thing.Facts % 4}"),
        Until = at.AddDays((thing.Facts % 500) - 5),
        Limit = thing.Facts % 5 == 0 ? TimeLimit.WorkDays(1 + (thing.Facts % 3)) : null,
        Level = ResponsibilityLevel.Street,
        Authority = thing.Facts % 2 == 0 ? "office 17" : null,
        Evidence = [new((EvidenceKind)(1 + (thing.Facts % 6)), "store/1")],
    };

    private sealed record Thing(int Kind, int Way, int Who, int Minutes, int Facts);
}
