namespace GridGov.Workflows;

/// <summary>A case, what is to be done with it, and when. A value; thread-safe.</summary>
/// <param name="Case">The case.</param>
/// <param name="Command">What is to be done.</param>
/// <param name="Context">Time and calendar.</param>
public readonly record struct PendingCommand(Case Case, CaseCommand Command, DecisionContext Context);

/// <summary>What an embedder sets for a Stateless machine of a lifecycle. Immutable.</summary>
public sealed record StatelessOptions
{
    /// <summary>The step to begin in, or null for the first. Not used where the state is kept outside.</summary>
    public string? State { get; init; }

    /// <summary>Reads the step from where the embedder keeps it; given together with <see cref="Write"/>, or neither is.</summary>
    public Func<string>? Read { get; init; }

    /// <summary>Writes the step to where the embedder keeps it.</summary>
    public Action<string>? Write { get; init; }

    /// <summary>
    /// The case and command that the machine is asked about now: its guards then answer exactly as
    /// <see cref="LifecycleDefinition.Decide"/> does. Null where <see cref="Holds"/> answers, or nothing does.
    /// </summary>
    public Func<PendingCommand>? Now { get; init; }

    /// <summary>
    /// Whether one condition of a transition holds now: a guard by its <see cref="Guard.Name"/>, the role, note, evidence
    /// and clock by the code that a refusal shows. Null for always. Not used where <see cref="Now"/> is given.
    /// </summary>
    public Func<TransitionDefinition, string, bool>? Holds { get; init; }
}
