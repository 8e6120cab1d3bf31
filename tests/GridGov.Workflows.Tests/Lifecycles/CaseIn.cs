using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

/// <summary>Cases of the eight-step loop that have come to a step by the straight way; w1 is the handler.</summary>
internal static class CaseIn
{
    public static readonly LifecycleDefinition Loop = EightStep.Default;

    private static readonly string[] Way =
        [EightStep.Accept, EightStep.Refer, EightStep.Track, EightStep.Feedback, EightStep.Evaluate, EightStep.Publish, EightStep.Archive];

    public static DecisionContext At(DateTimeOffset now) => new(now, Calendar);

    /// <summary>The case in a step; it came there on Monday at eight, but to an end or to urging when the clock allowed it.</summary>
    public static Case Step(string step, ActorId? handledBefore = null)
    {
        var @case = Case.Apply(null, Loop.Open(new("c1"), Report("c1"), Clerk, Center, Cover.Limit, At(Monday)) with { Handler = handledBefore });
        if (step == EightStep.Urge)
            return Move(Step(EightStep.Track), EightStep.Triggers.Urge);
        for (var i = 0; Way[i] != step; i++)
            @case = Move(@case, Loop.Transitions.First(t => t.From == Way[i] && t.To == Way[i + 1] && t.Trigger != EightStep.Triggers.Lapse).Trigger);
        return @case;
    }

    public static Case Move(Case @case, string trigger)
    {
        var now = Loop.Find(@case.Step, trigger)!.Guards.Contains(Guard.StepIsDue) ? @case.StepDue!.Value : Monday;
        return Case.Apply(@case, Loop.Decide(@case, Fitting(trigger, @case.Step), At(now)).ToEntry());
    }

    /// <summary>A command that meets every condition but the clock's.</summary>
    public static CaseCommand Fitting(string trigger, string step)
    {
        var role = Loop.Find(step, trigger)?.Roles[0] ?? Role.System;
        return new(trigger, role == Role.Handler ? Handler("w1") : new(new($"somebody-{role}"), Center, role))
        {
            Note = "photo 17",
            Facts = FactsOf(trigger),
            Handler = new ActorId("w1"),
            Lead = new BodyId("team-w1"),
        };
    }
}
