namespace GridGov.Workflows;

/// <summary>Puts a name to a level: whom an urging tells, whom an escalation calls in. Stateless.</summary>
internal static class ChainOfDuty
{
    /// <summary>
    /// The command with who answers at its level for the place of the case; where nobody does, with the next level above
    /// at which somebody does, so that no delay is told to nobody. Without a map, or with nobody further up, the level
    /// stands alone.
    /// </summary>
    public static CaseCommand Address(in CaseCommand command, Case @case, ResponsibilityMap? map, DateOnly date)
    {
        if (map is null
            || command.Facts is not { Level: { } level, Person: null } facts
            || !map.TryChainAt(@case.Report.Grid, date, out var chain))
        {
            return command;
        }

        foreach (var rung in chain)
        {
            if (rung.Level <= level && rung.Post is { } post)
                return command with { Facts = facts with { Level = rung.Level, Person = post.Holder, Body = post.Body } };
        }

        return command;
    }
}
