using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

/// <summary>Walks every way of every built-in lifecycle with real cases, from the opening to the ends, and looks at all of them.</summary>
public sealed class ModelTests
{
    [Theory]
    [MemberData(nameof(Fit.Names), MemberType = typeof(Fit))]
    public void Every_way_that_is_declared_is_taken_by_some_case_and_no_other_is(string id)
    {
        var definition = Fit.Named(id);
        var taken = new HashSet<(string, string)>();
        foreach (var @case in Reachable(definition))
        {
            foreach (var trigger in definition.Triggers)
            {
                var way = definition.Find(@case.Step, trigger);
                for (var role = 0; role < (way?.Roles.Count ?? 1); role++)
                {
                    var decision = way is null
                        ? definition.Decide(@case, new(trigger, Actor.System), new(@case.LastAt, Calendar))
                        : definition.Decide(@case, Fit.Command(@case, way, role), Fit.When(@case, way, role));
                    if (decision.IsAllowed)
                        taken.Add((@case.Step, trigger));
                    Assert.Equal(way is null, decision.Refusal?.Code == RefusalCodes.TransitionUndefined);
                }
            }
        }

        var declared = definition.States.SelectMany(s => definition.From(s.Id).Select(t => (s.Id, t.Trigger)));
        Assert.Equal(declared.Order(), taken.Order());
    }

    [Theory]
    [MemberData(nameof(Fit.Names), MemberType = typeof(Fit))]
    public void From_everywhere_somebody_can_bring_the_case_to_an_end_without_force(string id)
    {
        var definition = Fit.Named(id);
        foreach (var @case in Reachable(definition))
            Assert.True(Finish.Run(definition, @case).IsClosed);
    }

    [Theory]
    [MemberData(nameof(Fit.Names), MemberType = typeof(Fit))]
    public void Every_end_has_an_outcome_and_every_open_case_a_lead_and_a_clock(string id)
    {
        var definition = Fit.Named(id);
        var reached = Reachable(definition);
        Assert.Equal(definition.States.Select(s => s.Id).Order(), reached.Select(c => c.Step).Distinct().Order());
        foreach (var @case in reached)
        {
            Assert.Equal(@case.IsClosed, definition.State(@case.Step).IsEnd);
            Assert.True(!@case.IsClosed || @case.Outcome is not null, @case.Step);
            Assert.Equal(@case.IsClosed, @case.StepDue is null);
            Assert.NotEqual(default, @case.Lead);
            Assert.True(!@case.IsSuspended || @case.IsClosed || @case.SuspendedUntil == @case.StepDue);
        }
    }

    /// <summary>One case for every combination of step and side roads taken, found breadth first.</summary>
    internal static IReadOnlyList<Case> Reachable(LifecycleDefinition definition) => Found[definition.Version.Id].Value;

    private static Dictionary<string, Lazy<List<Case>>> Found { get; } =
        Fit.BuiltIns.ToDictionary(d => d.Version.Id, d => new Lazy<List<Case>>(() => Explore(d)));

    private static List<Case> Explore(LifecycleDefinition definition)
    {
        var first = Fit.Open(definition);
        var found = new List<Case> { first };
        var seen = new HashSet<object> { Signature(first) };
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var way in definition.From(found[i].Step))
            {
                for (var role = 0; role < way.Roles.Count; role++)
                {
                    var decision = definition.Decide(found[i], Fit.Command(found[i], way, role), Fit.When(found[i], way, role));
                    if (decision.IsAllowed && Case.Apply(found[i], decision.ToEntry()) is var next && seen.Add(Signature(next)))
                        found.Add(next);
                }
            }
        }

        return found;
    }

    // What guards ask about, as coarsely as they ask; pairs of side roads that have nothing to do with each other count once.
    private static object Signature(Case c) => (
        (c.Step, c.IsSuspended, c.IsAdjudicated, HasHandler: c.Handler is not null, Tried: Math.Min(c.Unreached, 3)),
        Last: c.Recused.Count > 0 ? 1 : c.ExtendedBy.Count > 0 ? 4 + Math.Min(c.ExtendedBy.Count, 2) : c.Suspensions > 0 ? 7 : 0);
}
