using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace GridGov.Workflows;

/// <summary>A clock that could not be served: the store failed, or others kept changing the case. Immutable and thread-safe.</summary>
/// <param name="Case">The case.</param>
/// <param name="RetryAt">When a tick tries it again; its own waits grow from a second to five minutes.</param>
/// <param name="Error">What failed, or null where others were always faster.</param>
public sealed record TickFailure(CaseId Case, DateTimeOffset RetryAt, Exception? Error);

/// <summary>A clock whose act the lifecycle refused: it is silent until somebody acts on the case. Immutable and thread-safe.</summary>
/// <param name="Case">The case.</param>
/// <param name="Trigger">What was to be done.</param>
/// <param name="Refusal">Why not.</param>
public sealed record TickRefusal(CaseId Case, string Trigger, Refusal Refusal);

/// <summary>
/// What came of a tick: the cases that changed, once for each act, in the order in which they were due; and what failed.
/// Immutable and thread-safe.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "It is what a tick did, and the list of it.")]
public sealed class TickResult : IReadOnlyList<Case>
{
    private readonly Case[] _changed;

    internal TickResult(IEnumerable<Case> changed, IEnumerable<TickFailure> failures, IEnumerable<TickRefusal> refusals, bool isComplete)
    {
        _changed = [.. changed];
        Failures = ValueList.From(failures);
        Refusals = ValueList.From(refusals);
        IsComplete = isComplete;
    }

    /// <summary>The clocks that failed; each is tried again by a later tick.</summary>
    public ValueList<TickFailure> Failures { get; }

    /// <summary>The clocks whose act was refused.</summary>
    public ValueList<TickRefusal> Refusals { get; }

    /// <summary>What kept the desk from giving out what waits, or null; a later tick tries again.</summary>
    public Exception? DispatchError { get; internal init; }

    /// <summary>What kept the desk from reading what other desks have stored, or null; a later tick tries again.</summary>
    public Exception? LearningError { get; internal init; }

    /// <summary>
    /// Whether everything due was tried. Not when so many clocks in a row failed that the store seems to be away, nor when
    /// cases kept falling due for ever: the rest is left for the next tick, which should wait a little.
    /// </summary>
    public bool IsComplete { get; }

    /// <inheritdoc/>
    public int Count => _changed.Length;

    /// <inheritdoc/>
    public Case this[int index] => _changed[index];

    /// <inheritdoc/>
    public IEnumerator<Case> GetEnumerator() => ((IEnumerable<Case>)_changed).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _changed.GetEnumerator();
}
