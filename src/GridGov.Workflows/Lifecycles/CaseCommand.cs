namespace GridGov.Workflows;

/// <summary>What somebody wants to do with a case. A value; thread-safe.</summary>
public readonly record struct CaseCommand
{
    /// <summary>Makes a command.</summary>
    /// <param name="trigger">The lifecycle's name for it.</param>
    /// <param name="by">Who acts.</param>
    public CaseCommand(string trigger, Actor by)
    {
        ArgumentException.ThrowIfNullOrEmpty(trigger);
        Trigger = trigger;
        By = by;
    }

    /// <summary>The lifecycle's name for what is done.</summary>
    public string Trigger { get; }

    /// <summary>Who acts.</summary>
    public Actor By { get; }

    /// <summary>Evidence, reply or reason; never personal data.</summary>
    public string? Note { get; init; }

    /// <summary>The new handler, where the transition assigns one.</summary>
    public ActorId? Handler { get; init; }

    /// <summary>The new lead body, where the transition assigns one.</summary>
    public BodyId? Lead { get; init; }

    /// <summary>What else it brings: outcome, answer, evidence, another body, a date, a key; or null.</summary>
    public CaseFacts? Facts { get; init; }

    /// <summary>
    /// The version of the case that its writer looked at, or null where that does not matter. A desk refuses the command
    /// when the case has moved on; a lifecycle itself does not look at it.
    /// </summary>
    public int? ExpectedVersion { get; init; }
}

/// <summary>What a decision depends on besides the case and the command. A value; thread-safe.</summary>
/// <param name="Now">The instant at which it is decided.</param>
/// <param name="Calendar">The city's working time.</param>
public readonly record struct DecisionContext(DateTimeOffset Now, WorkCalendar Calendar);
