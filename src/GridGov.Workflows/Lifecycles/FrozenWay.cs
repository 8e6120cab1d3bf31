namespace GridGov.Workflows;

/// <summary>
/// One transition out of one step, laid out for deciding: roles as bits, conditions as arrays, the step after at hand.
/// Made when the definition is frozen. Immutable and thread-safe.
/// </summary>
internal sealed class FrozenWay
{
    private readonly uint _roles;
    private readonly GuardPredicate[] _guards;
    private readonly EvidenceRule[] _evidence;

    public FrozenWay(TransitionDefinition transition, StateDefinition to)
    {
        Transition = transition;
        To = to;
        foreach (var role in transition.Roles)
            _roles |= 1u << (int)role;
        _guards = [.. transition.Guards.Select(g => g.Holds)];
        _evidence = [.. transition.Evidence];
        Needs = transition.Needs;
        GoesOnWhileSuspended = GoesOn(transition);
    }

    public TransitionDefinition Transition { get; }

    public StateDefinition To { get; }

    public CommandNeeds Needs { get; }

    public ReadOnlySpan<GuardPredicate> Guards => _guards;

    public ReadOnlySpan<EvidenceRule> Evidence => _evidence;

    public bool GoesOnWhileSuspended { get; }

    /// <summary>Whether a transition can be taken while the clocks stand.</summary>
    public static bool GoesOn(TransitionDefinition transition) =>
        transition.WhileSuspended || transition.Records is EntryKind.Resumed or EntryKind.Noted or EntryKind.Migrated;

    // A shift counts modulo 32: a role that is none of the list must not come out as another.
    public bool IsOpenTo(Role role) => (uint)role < 32 && (_roles >> (int)role & 1) != 0;
}
