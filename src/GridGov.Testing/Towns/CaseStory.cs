using GridGov.Workflows;

namespace GridGov.Testing;

/// <summary>
/// What happened to a case so far, for the "given" of a test (案情). Each step is really decided, unless it is said to be
/// so by <see cref="In"/>. Immutable and thread-safe: every call gives a longer story.
/// </summary>
public sealed class CaseStory
{
    private readonly CityProfile _city;

    private CaseStory(CityProfile city, ValueList<CaseEntry> entries)
    {
        _city = city;
        Entries = entries;
        Now = GridGov.Case.From(entries.AsEnumerable());
    }

    /// <summary>The entries, sealed, in order.</summary>
    public ValueList<CaseEntry> Entries { get; }

    /// <summary>The case as they tell it.</summary>
    public Case Now { get; }

    internal static CaseStory Open(CityProfile city, Report report, Actor by, DateTimeOffset at)
    {
        var limit = city.Standards.Items.First(s => s.Class == report.Class).Limit;
        return new(city, [city.Lifecycle.Open(new(report.Id.Value), report, by, city.Center, limit, new(at, city.Calendar))]);
    }

    /// <summary>Somebody does something, and the lifecycle allows it.</summary>
    /// <param name="command">What is done.</param>
    /// <param name="at">When; by default one minute after the last entry.</param>
    /// <exception cref="ExpectationException">The lifecycle refuses it.</exception>
    public CaseStory Then(CaseCommand command, DateTimeOffset? at = null)
    {
        var decision = _city.Lifecycle.Decide(Now, command, new(at ?? Now.LastAt.AddMinutes(1), _city.Calendar));
        return decision.IsAllowed
            ? With(decision.ToEntry())
            : throw new ExpectationException($"The story cannot go on: {decision.Refusal}");
    }

    /// <summary>
    /// The case is said to be in a step, whichever way it came there: an entry of the clock moves it, and no guard is
    /// asked. The step's own limit counts from then.
    /// </summary>
    /// <param name="step">A step of the lifecycle.</param>
    /// <param name="handler">Who handles it from then on, of the body <c>team-ID</c>; null for nobody.</param>
    /// <param name="at">When; by default one minute after the last entry.</param>
    /// <param name="kind">What the entry records.</param>
    /// <param name="facts">What it keeps besides.</param>
    public CaseStory In(string step, string? handler = null, DateTimeOffset? at = null, EntryKind kind = EntryKind.Moved, CaseFacts? facts = null)
    {
        var state = _city.Lifecycle.State(step);
        var when = at ?? Now.LastAt.AddMinutes(1);
        return With(CaseChain.Seal(
            new()
            {
                Case = Now.Id,
                Number = Now.Version + 1,
                At = when,
                Kind = kind,
                By = Actor.System,
                Trigger = "given",
                From = Now.Step,
                To = state.Id,
                Ends = state.IsEnd,
                Lead = handler is null ? Now.Lead : Town.TeamOf(handler),
                Handler = handler is null ? null : new ActorId(handler),
                StepDue = state.IsEnd ? null : state.Limit switch
                {
                    { IsCaseLimit: true } => Now.CaseDue,
                    { Own: { } own } => _city.Calendar.Add(when, own),
                    _ => null,
                },
                CaseDue = Now.CaseDue,
                Facts = facts,
            },
            Now.Head));
    }

    /// <summary>The entries in a store, as if they had happened there.</summary>
    /// <param name="store">A store that does not know the case.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="ExpectationException">The store has another version of the case.</exception>
    public async ValueTask StoreAsync(ICaseStore store, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        foreach (var entry in Entries)
        {
            if (await store.AppendAsync(entry, cancellationToken).ConfigureAwait(false) != AppendResult.Appended)
                throw new ExpectationException($"The store does not take entry {entry.Number} of case {entry.Case}: it has another version of it.");
        }
    }

    /// <summary>Begins an expectation about what comes next.</summary>
    public LifecycleExpectation Expect() => LifecycleExpectation.Of(_city.Lifecycle, _city.Calendar).Given(Entries);

    private CaseStory With(CaseEntry entry) => new(_city, Entries.Add(entry));
}
