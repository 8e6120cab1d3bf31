namespace GridGov.Assignment;

/// <content>Asking, and letting people choose.</content>
public sealed partial class Dispatcher
{
    /// <summary>Takes an offered case: the first of those asked has it.</summary>
    /// <param name="id">The case.</param>
    /// <param name="worker">Who accepts.</param>
    /// <returns>What happened, or a refusal: not asked, too late, or no room any more.</returns>
    public Outcome<ValueList<DispatchEvent>> Accept(CaseId id, ActorId worker)
    {
        lock (_lock)
        {
            if (!_cases.TryGetValue(id, out var entry))
                return DispatchRefusals.Unknown(id);
            if (entry.Standing != DispatchStanding.Offered || !entry.Asked.Contains(worker) || entry.AnswerUntil <= _time.GetUtcNow())
                return DispatchRefusals.NotOffered(id, worker);
            return Take(entry, worker, DispatchEventKind.Assigned);
        }
    }

    /// <summary>Declines an offered case; when nobody else is still asked, it goes on to the next ones.</summary>
    /// <param name="id">The case.</param>
    /// <param name="worker">Who declines; they are not given the case later either.</param>
    /// <returns>What happened, or a refusal when they were not asked.</returns>
    public Outcome<ValueList<DispatchEvent>> Decline(CaseId id, ActorId worker)
    {
        lock (_lock)
        {
            if (!_cases.TryGetValue(id, out var entry))
                return DispatchRefusals.Unknown(id);
            if (entry.Standing != DispatchStanding.Offered || !entry.Asked.Remove(worker))
                return DispatchRefusals.NotOffered(id, worker);
            entry.Declined.Add(worker);
            entry.Forget();
            var events = new List<DispatchEvent> { new(id, DispatchEventKind.Declined, worker) };
            if (entry.Asked.Count == 0)
                AskNext(entry, events);
            return ValueList.From(events);
        }
    }

    /// <summary>Takes a case from the board (认领); the points are credited when it is completed.</summary>
    /// <param name="id">The case.</param>
    /// <param name="worker">Who claims it.</param>
    /// <returns>What happened, or a refusal: not on the board, or not for this worker now.</returns>
    public Outcome<ValueList<DispatchEvent>> Claim(CaseId id, ActorId worker)
    {
        lock (_lock)
        {
            if (!_cases.TryGetValue(id, out var entry))
                return DispatchRefusals.Unknown(id);
            if (entry.Standing != DispatchStanding.OnBoard)
                return DispatchRefusals.NotOnBoard(id);
            var claimed = Take(entry, worker, DispatchEventKind.Claimed);
            entry.IsClaimed = claimed.IsAccepted;
            return claimed;
        }
    }

    /// <summary>What a worker could claim now, the most points first, then the oldest.</summary>
    /// <param name="worker">The staff number.</param>
    public ValueList<DispatchStatus> BoardFor(ActorId worker)
    {
        lock (_lock)
        {
            if (!_engine.Roster.TryFind(worker, out var index))
                return [];
            return ValueList.From(_cases.Values
                .Where(e => e.Standing == DispatchStanding.OnBoard
                    && e.TryRequest(_engine.Roster, _time.GetUtcNow(), out var request) && _engine.CanTake(request, index))
                .OrderByDescending(e => e.Case.Board!.Points)
                .ThenBy(e => e.Number)
                .Select(StatusOf));
        }
    }

    /// <summary>The points that a worker has earned by completing claimed cases.</summary>
    /// <param name="worker">The staff number.</param>
    public long PointsOf(ActorId worker)
    {
        lock (_lock)
            return _points.GetValueOrDefault(worker);
    }

    private Outcome<ValueList<DispatchEvent>> Take(DispatchEntry entry, ActorId worker, DispatchEventKind kind)
    {
        // What was true when it was offered may not be true now: presence, certificates and room are looked at again.
        if (!entry.TryRequest(_engine.Roster, _time.GetUtcNow(), out var request) || !_engine.TryAssignTo(request, worker))
            return DispatchRefusals.CannotTake(entry.Case.Id, worker);
        Hold(entry, worker, request.Weight);
        ValueList<DispatchEvent> events = [new(entry.Case.Id, kind, worker)];
        return events;
    }

    private static void Post(DispatchEntry entry, BoardTerms board, List<DispatchEvent> events)
    {
        entry.Standing = DispatchStanding.OnBoard;
        entry.AnswerUntil = board.For is { } length ? entry.Since + length : null;
        events.Add(new(entry.Case.Id, DispatchEventKind.Posted, Note: FormattableString.Invariant($"{board.Points} points")));
    }

    /// <summary>Asks the best who have not been asked yet; false when there is nobody.</summary>
    private bool TryOffer(DispatchEntry entry, List<DispatchEvent> events)
    {
        if (!entry.TryRequest(_engine.Roster, _time.GetUtcNow(), out var request))
            return false;
        Span<int> room = stackalloc int[64];
        var found = _engine.Shortlist(request, room, out var roster);
        foreach (var index in room[..found])
        {
            var worker = roster[index].Id;
            if (entry.Asked.Count < entry.Case.Offer!.To && entry.AskedBefore.Add(worker))
                entry.Asked.Add(worker);
        }

        if (entry.Asked.Count == 0)
            return false;
        _line.Remove(entry.Place);
        entry.Standing = DispatchStanding.Offered;
        entry.AnswerUntil = _time.GetUtcNow() + entry.Case.Offer!.For;
        foreach (var worker in entry.Asked)
            events.Add(new(entry.Case.Id, DispatchEventKind.Offered, worker));
        return true;
    }

    private void RunOut(DispatchEntry entry, List<DispatchEvent> events)
    {
        entry.AnswerUntil = null;
        if (entry.Standing == DispatchStanding.OnBoard)
        {
            events.Add(new(entry.Case.Id, DispatchEventKind.Expired));
            Place(entry, events, DispatchEventKind.Queued);
            return;
        }

        foreach (var worker in entry.Asked)
            events.Add(new(entry.Case.Id, DispatchEventKind.Expired, worker));
        AskNext(entry, events);
    }

    // When everybody has been asked, it is given out to whoever did not say no.
    private void AskNext(DispatchEntry entry, List<DispatchEvent> events)
    {
        entry.Asked.Clear();
        entry.AnswerUntil = null;
        if (!TryOffer(entry, events))
            Place(entry, events, DispatchEventKind.Queued);
    }
}
