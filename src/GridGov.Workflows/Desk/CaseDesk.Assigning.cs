using GridGov.Assignment;

namespace GridGov.Workflows;

/// <content>Giving cases to those who handle them, and the line of those that wait.</content>
public sealed partial class CaseDesk
{
    // How often room had appeared at the last full round over the waiting line.
    private long _roundAt;

    /// <summary>How many cases wait because nobody had room.</summary>
    public int WaitingCount => _book.Waiting.Count;

    /// <summary>Gives a case to whom the engine chooses (派遣). When nobody has room, it waits in line.</summary>
    /// <param name="id">The case.</param>
    /// <param name="by">Who assigns; usually <see cref="Actor.System"/>.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns>The case with its handler, or why nobody took it.</returns>
    public async ValueTask<Outcome<Case>> AssignAsync(CaseId id, Actor by, CancellationToken cancellationToken = default)
    {
        if (await TakeUpAsync(id, cancellationToken).ConfigureAwait(false) is not { } @case)
            return DeskRefusals.Unknown(id);
        if (!_book.TryRequest(@case, out var request))
            return DeskRefusals.NobodyEligible(@case);
        var lifecycle = _city.LifecycleOf(@case);
        if (lifecycle.AssigningFrom(@case.Step) is not { Trigger: var trigger })
            return DeskRefusals.NotAssignable(lifecycle, @case);
        var frees = _book.Frees;
        var chosen = _engine.Assign(request);
        if (!chosen.IsAssigned)
        {
            if (chosen.Outcome == AssignmentOutcome.NobodyEligible)
                return DeskRefusals.NobodyEligible(@case);
            _book.Waiting.Add(@case);

            // Room that appeared between looking and lining up may have had its round already: call for another.
            if (frees != _book.Frees)
                _book.CallForRound();
            return DeskRefusals.NobodyFree(@case);
        }

        var worker = _city.Roster.Workers[chosen.Worker];
        var command = new CaseCommand(trigger, by) { Handler = worker.Id, Lead = worker.Body };
        Outcome<Case>? outcome = null;
        try
        {
            outcome = await DecideAsync(@case, command, chosen.Worker, cancellationToken).ConfigureAwait(false);
            return outcome.Value;
        }
        finally
        {
            // Whatever went wrong, what was taken for a case that did not move is given back.
            if (outcome is not { IsAccepted: true })
                _book.GiveBack(chosen.Worker, request.Weight);
        }
    }

    /// <summary>Assigns what waits and now finds room, the case that is due first before all others.</summary>
    /// <param name="cancellationToken">Cancels between cases.</param>
    /// <returns>The cases that found somebody.</returns>
    public async ValueTask<IReadOnlyList<Case>> AssignWaitingAsync(CancellationToken cancellationToken = default)
    {
        var frees = _book.Frees;
        if (_book.Waiting.Count == 0 || frees == Interlocked.Read(ref _roundAt))
            return [];
        var assigned = new List<Case>();
        var complete = true;
        foreach (var id in _book.Waiting.Snapshot())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var outcome = await AssignAsync(id, Actor.System, cancellationToken).ConfigureAwait(false);
            if (outcome.TryGetValue(out var @case))
                assigned.Add(@case);
            else if (outcome.Refusal?.Code == RefusalCodes.CaseChanged)
                complete = false;
            else if (outcome.Refusal?.Code != RefusalCodes.NobodyFree)
                _book.Waiting.Remove(id);
        }

        // A round that was cut short, or in which somebody else was faster, does not count: the next call tries again.
        if (complete)
            Interlocked.Exchange(ref _roundAt, frees);
        return assigned;
    }

    /// <summary>Who would take a case now, and why: every candidate with what decided. Takes nothing.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    public async ValueTask<Outcome<AssignmentExplanation>> ExplainAsync(CaseId id, CancellationToken cancellationToken = default)
    {
        if (await LoadAsync(id, cancellationToken).ConfigureAwait(false) is not { } @case)
            return DeskRefusals.Unknown(id);
        return _book.TryRequest(@case, out var request) ? _engine.Explain(request) : DeskRefusals.NobodyEligible(@case);
    }
}
