using GridGov.Assignment;

namespace GridGov.Workflows;

/// <summary>A case on the board (认领榜). Immutable; thread-safe.</summary>
/// <param name="Case">The case.</param>
/// <param name="Points">The points for whoever claims it and reports its result.</param>
/// <param name="Until">When it is given out like any other, or null.</param>
public sealed record BoardItem(CaseId Case, int Points, DateTimeOffset? Until);

/// <content>
/// Asking, and letting people choose. Who is asked changes nothing about who answers, so it is not in the log; who took a
/// case is. After a restart cases that were offered by hand, or posted by hand, wait in line.
/// </content>
public sealed partial class CaseDesk
{
    /// <summary>Offers a case that nobody handles to the best who were not asked yet; the first to accept has it.</summary>
    /// <param name="id">The case.</param>
    /// <param name="terms">How many are asked at a time, and how long they may think.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns>Who is asked, the best first; or why nobody is. Then it waits in line.</returns>
    /// <exception cref="ArgumentException">The terms ask nobody or more than 64, or for no time.</exception>
    public async ValueTask<Outcome<ValueList<ActorId>>> OfferAsync(CaseId id, OfferTerms terms, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms is { To: < 1 or > 64 } or { For.Ticks: <= 0 })
            throw new ArgumentException("An offer asks 1 to 64 workers, for some time.", nameof(terms));
        if (await TakeUpAsync(id, cancellationToken).ConfigureAwait(false) is not { } @case)
            return DeskRefusals.Unknown(id);
        if (!_book.TryRequest(@case, out var request))
            return DeskRefusals.NobodyEligible(@case);
        if (Unassigned(@case) is { } refusal)
            return refusal;
        var asked = Ask(@case, request, terms);
        if (!asked.IsEmpty)
            return asked;
        LineUp(@case);
        return DeskRefusals.NobodyFree(@case);
    }

    /// <summary>Takes an offered case: the first of those asked has it, if they can still take it.</summary>
    /// <param name="id">The case.</param>
    /// <param name="worker">Who accepts.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns>The case with its handler, or why not: not asked, too late, no room any more.</returns>
    public async ValueTask<Outcome<Case>> AcceptAsync(CaseId id, ActorId worker, CancellationToken cancellationToken = default)
    {
        if (await TakeUpAsync(id, cancellationToken).ConfigureAwait(false) is not { } @case)
            return DeskRefusals.Unknown(id);
        if (!_book.Places.IsAsked(id, worker, _time.GetUtcNow()))
            return DispatchRefusals.NotOffered(id, worker);
        return await TakeAsync(@case, worker, isClaim: false, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Declines an offered case; they are not given it later either. When nobody else is asked, it goes on at once.</summary>
    /// <param name="id">The case.</param>
    /// <param name="worker">Who declines.</param>
    /// <param name="cancellationToken">Cancels the wait for the store; the answer counts all the same.</param>
    /// <returns>The case, given to somebody else or not; or a refusal when they were not asked.</returns>
    public async ValueTask<Outcome<Case>> DeclineAsync(CaseId id, ActorId worker, CancellationToken cancellationToken = default)
    {
        if (await TakeUpAsync(id, cancellationToken).ConfigureAwait(false) is not { } @case)
            return DeskRefusals.Unknown(id);
        if (!_book.Places.TryDrop(id, worker, _time.GetUtcNow(), declines: true, out var isLeft))
            return DispatchRefusals.NotOffered(id, worker);
        if (isLeft && (await AssignAsync(id, Actor.System, cancellationToken).ConfigureAwait(false)).TryGetValue(out var assigned))
            return assigned;
        return @case;
    }

    /// <summary>Hangs a case that nobody handles on the board, for whoever can take it to claim (认领).</summary>
    /// <param name="id">The case.</param>
    /// <param name="terms">The points, and how long it hangs. Points of a class are credited as <see cref="ClassDispatch.Board"/> says.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns>The case, or why it cannot hang there.</returns>
    /// <exception cref="ArgumentException">The points are negative, or the time is.</exception>
    public async ValueTask<Outcome<Case>> PostAsync(CaseId id, BoardTerms terms, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms is { Points: < 0 } or { For.Ticks: <= 0 })
            throw new ArgumentException("The board gives no negative points, and holds a case for some time.", nameof(terms));
        if (await TakeUpAsync(id, cancellationToken).ConfigureAwait(false) is not { } @case)
            return DeskRefusals.Unknown(id);
        if (Unassigned(@case) is { } refusal)
            return refusal;
        _book.Places.Post(@case, terms, _time.GetUtcNow() + terms.For);
        DropIfGone(@case);
        return @case;
    }

    /// <summary>Takes a case from the board (认领); it stands in the log as claimed.</summary>
    /// <param name="id">The case.</param>
    /// <param name="worker">Who claims it.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns>The case with its handler, or why not: not on the board any more, or not for this worker now.</returns>
    public async ValueTask<Outcome<Case>> ClaimAsync(CaseId id, ActorId worker, CancellationToken cancellationToken = default)
    {
        if (await TakeUpAsync(id, cancellationToken).ConfigureAwait(false) is not { } @case)
            return DeskRefusals.Unknown(id);
        if (_book.Places.Look(id, p => p.Standing) != DispatchStanding.OnBoard)
            return DispatchRefusals.NotOnBoard(id);
        return await TakeAsync(@case, worker, isClaim: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What a worker could claim now, the most points first, then what waits for longest.</summary>
    /// <param name="worker">The staff number.</param>
    public IReadOnlyList<BoardItem> BoardFor(ActorId worker)
    {
        var items = new List<BoardItem>();
        foreach (var (id, terms, until) in _book.Places.Board())
        {
            if (_book.TryGet(id, out var @case) && _book.TryRequest(@case, out var request) && _engine.CanTake(request, worker))
                items.Add(new(id, terms.Points, until));
        }

        return items;
    }

    /// <summary>The cases for which a worker is asked now, in order of their numbers.</summary>
    /// <param name="worker">The staff number.</param>
    public IReadOnlyList<CaseId> OffersTo(ActorId worker) => _book.Places.AskedOf(worker);

    /// <summary>
    /// The points that a worker has earned: those of the class of every case that they claimed and whose result was reported
    /// while they had it. Counted from the log.
    /// </summary>
    /// <param name="worker">The staff number.</param>
    public long PointsOf(ActorId worker) => _book.PointsOf(worker);

    // Presence, certificates and room are looked at again: what was true when it was offered may not be true now.
    private async ValueTask<Outcome<Case>> TakeAsync(Case @case, ActorId worker, bool isClaim, CancellationToken cancellationToken)
    {
        var lifecycle = _city.LifecycleOf(@case);
        if (lifecycle.AssigningFrom(@case.Step) is not { } assigning)
            return DeskRefusals.NotAssignable(lifecycle, @case);
        if (!_book.TryRequest(@case, out var request) || !_book.Staff.TryReserve(request, worker, out var reserved))
            return DispatchRefusals.CannotTake(@case.Id, worker);
        var claiming = isClaim && lifecycle.Find(@case.Step, SideRoads.Triggers.Claim) is { AssignsHandler: true };
        var command = new CaseCommand(claiming ? SideRoads.Triggers.Claim : assigning.Trigger, Actor.System) { Note = isClaim ? "claimed" : "offer accepted" };
        return await GiveAsync(@case, reserved, command, cancellationToken).ConfigureAwait(false);
    }

    // What stands between a case and being given out: the board first, then an offer.
    private Refusal? AskFirst(Case @case, in AssignmentRequest request)
    {
        var now = _time.GetUtcNow();
        var (standing, until, offer) = _book.Places.Look(@case.Id, p => (p.Standing, p.Until, p.Offer));
        if (standing == DispatchStanding.OnBoard)
            return DeskRefusals.OnBoard(@case, until);
        if (standing == DispatchStanding.Offered)
            return DeskRefusals.Offered(@case, until);
        if (_book.BoardOf(@case, now) is { } board)
        {
            _book.Places.Post(@case, board, @case.StepSince + board.For);
            DropIfGone(@case);
            return DeskRefusals.OnBoard(@case, @case.StepSince + board.For);
        }

        // When everybody has been asked, it is given to whoever did not say no.
        if ((offer ?? _city.DispatchOf(@case.Report.Class)?.Offer) is { } terms && !Ask(@case, request, terms).IsEmpty)
            return DeskRefusals.Offered(@case, now + terms.For);
        return null;
    }

    private ValueList<ActorId> Ask(Case @case, in AssignmentRequest request, OfferTerms terms)
    {
        Span<int> room = stackalloc int[64];
        var found = _engine.Shortlist(request, room, out var roster);
        var best = new List<ActorId>(found);
        foreach (var index in room[..found])
            best.Add(roster.Workers[index].Id);
        if (best.Count == 0)
            return [];
        var asked = _book.Places.Offer(@case, terms, best, _time.GetUtcNow());
        DropIfGone(@case);
        return asked;
    }

    private Refusal? Unassigned(Case @case)
    {
        var lifecycle = _city.LifecycleOf(@case);
        return lifecycle.AssigningFrom(@case.Step) is null ? DeskRefusals.NotAssignable(lifecycle, @case) : null;
    }
}
