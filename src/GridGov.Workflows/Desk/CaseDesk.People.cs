using GridGov.Assignment;

namespace GridGov.Workflows;

/// <content>What changes under cases that somebody handles: who works where, the profile, who is away.</content>
public sealed partial class CaseDesk
{
    /// <summary>
    /// Puts other workers on the roster at once: leaves, hours, capacities, people who come and go. No decision sees half of
    /// it. Cases of those who left are handed over, one entry each and one for whoever takes it; everybody else keeps theirs.
    /// </summary>
    /// <param name="workers">All workers, in any order.</param>
    /// <param name="by">Who decided on it; a dispatcher, supervisor or leader, or the system.</param>
    /// <param name="reason">Why; stands in the log of the cases that are handed over.</param>
    /// <param name="cancellationToken">Cancels between cases; the roster is in force, and a tick goes on with the cases.</param>
    /// <exception cref="DefinitionException">The roster is faulty, or does not fit the profile: every fault is listed, and nothing has changed.</exception>
    public ValueTask<Rearrangement> SwapAsync(
        IEnumerable<Worker> workers, Actor by, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workers);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return ReplaceAsync(engine => engine.Swap(engine.BaseRoster.With(workers)), by, reason, cancellationToken);
    }

    /// <summary>
    /// Puts another profile in force at once (平战转换): policy, reserve, capacities, suspended duties, reinforcements and the
    /// order of the line. Cases of reinforcements who leave are handed over. Give the former profile to switch back.
    /// </summary>
    /// <param name="profile">The profile.</param>
    /// <param name="by">Who decided on it; a dispatcher, supervisor or leader, or the system.</param>
    /// <param name="reason">Why; stands in the log of the cases that are handed over.</param>
    /// <param name="cancellationToken">Cancels between cases; the profile is in force, and a tick goes on with the cases.</param>
    /// <exception cref="DefinitionException">The profile does not fit the roster: every fault is listed, and nothing has changed.</exception>
    public ValueTask<Rearrangement> SwitchToAsync(
        DispatchProfile profile, Actor by, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return ReplaceAsync(engine => engine.SwitchTo(profile), by, reason, cancellationToken);
    }

    /// <summary>
    /// Hands over everything that a worker holds (移交), for leave or for good: each case to the best of the others, or into
    /// the line. Put the leave on the roster first, else the line may come back to them. What was offered to them goes on.
    /// </summary>
    /// <param name="worker">The staff number.</param>
    /// <param name="by">Who decided on it; a dispatcher, supervisor or leader, or the system.</param>
    /// <param name="reason">Why; stands in the log.</param>
    /// <param name="cancellationToken">Cancels between cases; call it again for the rest.</param>
    public async ValueTask<Rearrangement> HandOverAsync(
        ActorId worker, Actor by, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var moves = new Moves();
        foreach (var id in _book.Places.AskedOf(worker))
        {
            if (_book.Places.TryDrop(id, worker, _time.GetUtcNow(), declines: false, out var isLeft) && isLeft)
                moves.Try(await AssignAsync(id, Actor.System, cancellationToken).ConfigureAwait(false));
        }

        foreach (var @case in _book.HeldBy(worker))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await PassOnAsync(@case, worker, null, by, reason, mustFind: false, moves, cancellationToken).ConfigureAwait(false);
        }

        await DrainAsync(cancellationToken).ConfigureAwait(false);
        return moves.Result();
    }

    /// <summary>Gives a case to somebody else; whoever handles it keeps it while nobody else can take it.</summary>
    /// <param name="id">The case.</param>
    /// <param name="by">Who decided on it; a dispatcher, supervisor or leader, or the system.</param>
    /// <param name="reason">Why; stands in the log.</param>
    /// <param name="to">Who is to take it, or null for the best but the present handler.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns>
    /// The case with its new handler, or why not. Where the store failed or somebody was faster between the two entries, the
    /// case has no handler and waits in line.
    /// </returns>
    public async ValueTask<Outcome<Case>> ReassignAsync(
        CaseId id, Actor by, string reason, ActorId? to = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (await TakeUpAsync(id, cancellationToken).ConfigureAwait(false) is not { } @case)
            return DeskRefusals.Unknown(id);
        if (_book.HolderOf(@case) is not { } from)
            return DispatchRefusals.NotHeld(id);
        var outcome = await PassOnAsync(@case, from, to, by, reason, mustFind: true, null, cancellationToken).ConfigureAwait(false);
        await DrainAsync(cancellationToken).ConfigureAwait(false);
        return outcome;
    }

    private async ValueTask<Rearrangement> ReplaceAsync(
        Action<AssignmentEngine> replace, Actor by, string reason, CancellationToken cancellationToken)
    {
        _book.Swap(replace, by, reason, _time.GetUtcNow());
        var moves = new Moves();
        await SettleLeavingAsync(moves, cancellationToken).ConfigureAwait(false);
        foreach (var @case in await AssignWaitingAsync(cancellationToken).ConfigureAwait(false))
            moves.Assigned(@case);
        return moves.Result();
    }

    // What a store that is away, or a suspension, left over is tried again at every tick.
    private async ValueTask SettleLeavingAsync(Moves moves, CancellationToken cancellationToken)
    {
        foreach (var (@case, why) in _book.Leaving())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var id in _book.Places.AskedOf(why.From))
                _book.Places.TryDrop(id, why.From, _time.GetUtcNow(), declines: false, out _);
            await PassOnAsync(@case, why.From, null, why.By, why.Reason, mustFind: false, moves, cancellationToken).ConfigureAwait(false);
        }
    }

    // Somebody else is found first, then the case is taken from its handler, then given: so it is without one for as short
    // as can be, and whatever happens in between, the log says where it stands.
    private async ValueTask<Outcome<Case>> PassOnAsync(
        Case @case, ActorId from, ActorId? to, Actor by, string reason, bool mustFind, Moves? moves, CancellationToken cancellationToken)
    {
        var lifecycle = _city.LifecycleOf(@case);
        if (lifecycle.Find(@case.Step, SideRoads.Triggers.HandOver) is not { ReleasesHandler: true, To: { } step }
            || lifecycle.AssigningFrom(step) is not { Trigger: var assigning })
        {
            return Stays(DeskRefusals.NoHandOver(lifecycle, @case));
        }

        Reservation? found = null;
        if (_book.TryRequest(@case, out var request, step, besides: from))
        {
            if (to is { } named ? _book.Staff.TryReserve(request, named, out var reserved) : _book.Staff.Reserve(request, out reserved) == AssignmentOutcome.Assigned)
                found = reserved;
        }

        if (found is null && mustFind)
            return DispatchRefusals.NobodyElse(@case.Id);
        Outcome<Case>? taken = null;
        try
        {
            taken = await DecideAsync(@case, new(SideRoads.Triggers.HandOver, by) { Note = reason }, reserved: null, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (taken is not { IsAccepted: true } && found is { } kept)
                _book.Staff.GiveBack(kept);
        }

        if (!taken.Value.TryGetValue(out var free))
            return Stays(taken.Value.Refusal!);
        LineUp(free);
        if (found is not { } next)
        {
            moves?.Waits(free);
            return free;
        }

        var given = await GiveAsync(free, next, new(assigning, Actor.System) { Note = reason }, cancellationToken).ConfigureAwait(false);
        if (given.TryGetValue(out var after))
            moves?.Assigned(after);
        else
            moves?.Waits(free);
        return given;

        Outcome<Case> Stays(Refusal refusal)
        {
            moves?.Stays(@case, refusal);
            return refusal;
        }
    }

    private async ValueTask<bool> TickDispatchAsync(Tick tick, CancellationToken cancellationToken)
    {
        try
        {
            var moves = new Moves();
            await SettleLeavingAsync(moves, cancellationToken).ConfigureAwait(false);
            if (_book.Places.Tick(_time.GetUtcNow()))
                _book.Staff.CallForRound();
            if (_city.Dispatch is { DrainsAtOnce: true })
            {
                foreach (var @case in await AssignWaitingAsync(cancellationToken).ConfigureAwait(false))
                    moves.Assigned(@case);
            }

            var (assigned, waiting, _) = moves.Result();
            foreach (var @case in assigned.Concat(waiting))
                tick.Changed(@case);
            return true;
        }
        catch (Exception e) when (!(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            tick.FailedDispatch(e);
            return false;
        }
    }

    private sealed class Moves
    {
        private readonly List<Case> _assigned = [];
        private readonly List<Case> _waiting = [];
        private readonly List<StayingCase> _staying = [];

        public void Assigned(Case @case)
        {
            _waiting.RemoveAll(w => w.Id == @case.Id);
            _assigned.Add(@case);
        }

        public void Waits(Case @case) => _waiting.Add(@case);

        public void Stays(Case @case, Refusal refusal) => _staying.Add(new(@case.Id, refusal));

        public void Try(Outcome<Case> outcome)
        {
            if (outcome.TryGetValue(out var @case))
                _assigned.Add(@case);
        }

        public Rearrangement Result() => new(ValueList.From(_assigned), ValueList.From(_waiting), ValueList.From(_staying));
    }
}
