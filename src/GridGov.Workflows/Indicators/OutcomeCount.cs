namespace GridGov.Workflows;

/// <summary>How many closed cases came out one way. A value; thread-safe.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Cases">How many cases, at least 1.</param>
public readonly record struct OutcomeCount(CaseOutcome Outcome, int Cases);
