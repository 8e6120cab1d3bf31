namespace GridGov.Workflows;

/// <summary>Why a case is to be taken from its handler.</summary>
/// <param name="From">The handler.</param>
/// <param name="By">Who decided on it.</param>
/// <param name="Reason">Why; stands in the log.</param>
internal readonly record struct HandOver(ActorId From, Actor By, string Reason)
{
    public static HandOver OfOneWhoLeft(ActorId from) => new(from, Actor.System, "left the roster");
}

/// <summary>A case that could not be handed over. Immutable; thread-safe.</summary>
/// <param name="Case">The case.</param>
/// <param name="Refusal">Why not.</param>
public sealed record StayingCase(CaseId Case, Refusal Refusal);

/// <summary>
/// What came of a change of people: a swap, a switch of profile, a hand-over. In the order in which the cases are due.
/// Immutable and thread-safe.
/// </summary>
/// <param name="Assigned">The cases that have another handler now, those among them that had waited.</param>
/// <param name="Waiting">The cases whose handler left and for which nobody has room now: they wait in line.</param>
/// <param name="Staying">
/// The cases that stay with their handler, and why: their clocks stand, or their lifecycle knows no hand-over. A tick tries
/// those of people who left the roster again once they have changed.
/// </param>
public sealed record Rearrangement(ValueList<Case> Assigned, ValueList<Case> Waiting, ValueList<StayingCase> Staying);
