namespace GridGov.Workflows;

/// <summary>What a Stateless machine cannot say of a lifecycle that is read from it. Immutable.</summary>
public sealed record StatelessReading
{
    /// <summary>The stable name.</summary>
    public required string Id { get; init; }

    /// <summary>The version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>
    /// Completes a step by owner, limit, clock and name. It is given id, group and whether it is a group or an end (a
    /// state without a way out), which stay as they are. Null where nobody answers for it: a fault.
    /// </summary>
    public required Func<StateDefinition, StateDefinition?> Step { get; init; }

    /// <summary>
    /// Completes a transition by roles, name, needs and what it records. It is given trigger, step before and after, and
    /// guards; the first three stay as they are. An internal transition comes recording <see cref="EntryKind.Noted"/>.
    /// Null where nobody answers for it: a fault.
    /// </summary>
    public required Func<TransitionDefinition, TransitionDefinition?> Way { get; init; }

    /// <summary>The guards that descriptions may name.</summary>
    public GuardRegistry Guards { get; init; } = GuardRegistry.BuiltIn;

    /// <summary>The step in which a case begins; null for the state in which the machine was made.</summary>
    public string? Initial { get; init; }

    /// <summary>
    /// Whether the machine's actions may be left out. A lifecycle runs no code on entry or exit; unless this is set, an
    /// action is a fault.
    /// </summary>
    public bool LeaveActionsOut { get; init; }
}
