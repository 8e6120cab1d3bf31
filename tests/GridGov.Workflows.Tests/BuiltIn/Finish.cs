namespace GridGov.Workflows.Tests;

/// <summary>Brings a case to its end by the shortest way that people and clocks can take, without force and without voiding it.</summary>
internal static class Finish
{
    private static readonly string[] Preferred =
    [
        SideRoads.Triggers.Resume, SideRoads.Triggers.Adjudicate, SideRoads.Triggers.Merge,
        DigitalCity.Triggers.TakeIn, DigitalCity.Triggers.Register, HotlineOrder.Triggers.Accept,
        EightStep.Triggers.Assign, EightStep.Triggers.Start, HotlineOrder.Triggers.Respond,
        EightStep.Triggers.Report, DigitalCity.Triggers.PassOn, EightStep.Triggers.Verify, HotlineOrder.Triggers.Answer,
        DigitalCity.Triggers.Close, DigitalCity.Triggers.File, HotlineOrder.Triggers.Revisit,
        EightStep.Triggers.Lapse, EightStep.Triggers.Archive,
    ];

    public static Case Run(LifecycleDefinition definition, Case @case)
    {
        for (var steps = 0; !@case.IsClosed && steps < 20; steps++)
            @case = Next(definition, @case);
        return @case;
    }

    private static Case Next(LifecycleDefinition definition, Case @case)
    {
        foreach (var trigger in Preferred)
        {
            if (definition.Find(@case.Step, trigger) is not { } way)
                continue;
            for (var role = 0; role < way.Roles.Count; role++)
            {
                var decision = definition.Decide(@case, Fit.Command(@case, way, role), Fit.When(@case, way, role));
                if (decision.IsAllowed)
                    return Case.Apply(@case, decision.ToEntry());
            }
        }

        throw new InvalidOperationException($"Nobody can bring {@case.Id} on from {@case.Step}.");
    }
}
