using global::NRules.Fluent.Dsl;

namespace GridGov.Rules.Inference;

/// <summary>A case that is late with its handler. Immutable and thread-safe.</summary>
/// <param name="Case">The case.</param>
/// <param name="Handler">Who handles it.</param>
public sealed record OverdueCase(CaseId Case, ActorId Handler);

/// <summary>So many late cases with one handler that somebody should ask what is wrong (积压预警); it blames nobody. Immutable and thread-safe.</summary>
/// <param name="Handler">The handler.</param>
/// <param name="Cases">The late cases, in ordinal order.</param>
public sealed record BacklogFound(ActorId Handler, ValueList<CaseId> Cases);

/// <summary>Three late cases with one handler raise a warning: too much was given to one person, or something is wrong.</summary>
[Name("backlog of a handler")]
public sealed class OverdueRule : Rule
{
    /// <summary>From how many late cases on.</summary>
    public const int Least = 3;

    /// <inheritdoc/>
    public override void Define()
    {
        IGrouping<ActorId, OverdueCase> late = null!;

        When()
            .Query(() => late, q => q
                .Match<OverdueCase>()
                .GroupBy(c => c.Handler)
                .Where(g => g.Count() >= Least));

        Then()
            .Do(ctx => ctx.Insert(new BacklogFound(late.Key, ValueList.From(late.Select(c => c.Case).OrderBy(c => c.Value, StringComparer.Ordinal)))));
    }
}
