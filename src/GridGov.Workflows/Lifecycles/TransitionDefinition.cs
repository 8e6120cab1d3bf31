namespace GridGov.Workflows;

/// <summary>A way from one step to another, or something done within a step. Immutable and thread-safe.</summary>
public sealed record TransitionDefinition
{
    /// <summary>The stable name of what is done.</summary>
    public required string Trigger { get; init; }

    /// <summary>The name for people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The step before, or a group of steps: then it leads out of every step of the group.</summary>
    public required string From { get; init; }

    /// <summary>The step after; null where the case stays in its step. Never a group.</summary>
    public string? To { get; init; }

    /// <summary>The roles that may do it, at least one.</summary>
    public required ValueList<Role> Roles { get; init; }

    /// <summary>Conditions that must all hold.</summary>
    public ValueList<Guard> Guards { get; init; }

    /// <summary>What the command must bring.</summary>
    public CommandNeeds Needs { get; init; }

    /// <summary>The evidence that must be there, all of it.</summary>
    public ValueList<EvidenceRule> Evidence { get; init; }

    /// <summary>What the entry records, and so how the case folds. <see cref="EntryKind.Moved"/> unless set.</summary>
    public EntryKind Records { get; init; } = EntryKind.Moved;

    /// <summary>Whether it gives the case its handler and lead body.</summary>
    public bool AssignsHandler { get; init; }

    /// <summary>Whether the case loses its handler: the next step finds another.</summary>
    public bool ReleasesHandler { get; init; }

    /// <summary>
    /// Whether it judges the handling (核查、评价、结案): then no handler may do it, and a definition that lets one is not
    /// frozen.
    /// </summary>
    public bool Judges { get; init; }

    /// <summary>Whether it can be done while the clocks stand. Set for what resumes a case and for notes, whatever is given here.</summary>
    public bool WhileSuspended { get; init; }

    /// <summary>Whether the case stays in its step with the clock running on: nothing but a note, a limit or a call.</summary>
    public bool IsInternal => To is null && EntryKinds.KeepsClock(Records);
}
