using GridGov.Assignment;

namespace GridGov.Workflows;

/// <content>Giving cases to those who handle them, and the line of those that wait.</content>
public sealed partial class CaseDesk
{
    // How often room had appeared at the last full round over the waiting line.
    private long _roundAt;

    /// <summary>How many cases wait in line because nobody had room; those that are offered or on the board not counted.</summary>
    public int WaitingCount => _book.Places.Count;

    /// <summary>
    /// Gives a case to whom the engine chooses (派遣). When nobody has room, it waits in line. One of a class that is offered
    /// or hangs on the board first (<see cref="ClassDispatch"/>) is not given to anybody yet: the refusal says so.
    /// </summary>
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
        if (AskFirst(@case, request) is { } asked)
            return asked;
        var frees = _book.Staff.Frees;
        var outcome = _book.Staff.Reserve(request, out var reserved);
        if (outcome != AssignmentOutcome.Assigned)
        {
            if (outcome == AssignmentOutcome.NobodyEligible)
                return DeskRefusals.NobodyEligible(@case);
            LineUp(@case);

            // Room that appeared between looking and lining up may have had its round already: call for another.
            if (frees != _book.Staff.Frees)
                _book.Staff.CallForRound();
            return DeskRefusals.NobodyFree(@case);
        }

        return await GiveAsync(@case, reserved, new(trigger, by), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Assigns what waits and now finds room, in the order of the line.</summary>
    /// <param name="cancellationToken">Cancels between cases.</param>
    /// <returns>The cases that found somebody.</returns>
    public async ValueTask<IReadOnlyList<Case>> AssignWaitingAsync(CancellationToken cancellationToken = default)
    {
        var frees = _book.Staff.Frees;
        if (_book.Places.Count == 0 || frees == Interlocked.Read(ref _roundAt))
            return [];
        var assigned = new List<Case>();
        var complete = true;
        foreach (var id in _book.Places.Snapshot())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var outcome = await AssignAsync(id, Actor.System, cancellationToken).ConfigureAwait(false);
            if (outcome.TryGetValue(out var @case))
                assigned.Add(@case);
            else if (outcome.Refusal?.Code == RefusalCodes.CaseChanged)
                complete = false;
            else if (outcome.Refusal?.Code is not (RefusalCodes.NobodyFree or DeskCodes.Offered or DeskCodes.OnBoard))
                _book.Places.Remove(id);
        }

        // A round that was cut short, or in which somebody else was faster, does not count: the next call tries again.
        if (complete)
            Interlocked.Exchange(ref _roundAt, frees);
        return assigned;
    }

    // The entry that gives a case to somebody for whom the weight is taken already.
    private async ValueTask<Outcome<Case>> GiveAsync(Case @case, Reservation reserved, CaseCommand command, CancellationToken cancellationToken)
    {
        Outcome<Case>? outcome = null;
        try
        {
            outcome = await DecideAsync(@case, command with { Handler = reserved.Worker, Lead = reserved.Body }, reserved, cancellationToken).ConfigureAwait(false);
            return outcome.Value;
        }
        finally
        {
            // Whatever went wrong, what was taken for a case that did not move is given back.
            if (outcome is not { IsAccepted: true })
                _book.Staff.GiveBack(reserved);
        }
    }

    private void LineUp(Case @case)
    {
        _book.Places.LineUp(@case, _time.GetUtcNow());
        DropIfGone(@case);
    }

    // A case that went on meanwhile neither waits nor is offered, whoever noticed first.
    private void DropIfGone(Case @case)
    {
        if (!_book.TryGet(@case.Id, out var now) || now.Step != @case.Step)
            _book.Places.Remove(@case.Id);
    }

    // After a command has been stored nothing may fail it any more: what goes wrong is made up for by the next round.
    private async ValueTask DrainAsync(CancellationToken cancellationToken)
    {
        if (_city.Dispatch is not { DrainsAtOnce: true })
            return;
        try
        {
            await AssignWaitingAsync(cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A store that is away; the round does not count, so the next call or tick makes it.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
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
