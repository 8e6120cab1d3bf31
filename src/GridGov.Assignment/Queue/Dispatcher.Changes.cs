namespace GridGov.Assignment;

/// <content>What changes under cases that are given out: holders, rosters, profiles, grids.</content>
public sealed partial class Dispatcher
{
    /// <summary>Gives a held case to somebody else; whoever holds it keeps it until somebody else has it.</summary>
    /// <param name="id">The case.</param>
    /// <param name="to">Who is to take it, or null for the best but the present holders.</param>
    /// <returns>What happened, or a refusal: not held, a team's, or nobody else can take it now.</returns>
    public Outcome<ValueList<DispatchEvent>> Reassign(CaseId id, ActorId? to = null)
    {
        lock (_lock)
        {
            if (!_cases.TryGetValue(id, out var entry))
                return DispatchRefusals.Unknown(id);
            if (entry.Standing != DispatchStanding.Held || !entry.Case.Team.IsEmpty)
                return DispatchRefusals.NotHeld(id);
            var events = new List<DispatchEvent>();
            if (!TryPassOn(entry, to, events))
                return DispatchRefusals.NobodyElse(id);
            Drain(events);
            return ValueList.From(events);
        }
    }

    /// <summary>
    /// Hands over everything that a worker holds (移交), for leave or for good: each case to the best of the others, or back
    /// to its old place in line. Put the leave on the roster first, else the line may come back to them.
    /// </summary>
    /// <param name="worker">The staff number.</param>
    /// <returns>What happened, in the order of priority of the cases.</returns>
    public ValueList<DispatchEvent> HandOver(ActorId worker)
    {
        lock (_lock)
        {
            var events = new List<DispatchEvent>();
            if (_heldBy.TryGetValue(worker, out var held))
            {
                foreach (var entry in held.Select(id => _cases[id]).OrderByDescending(e => e.Case.Priority).ThenBy(e => e.Number).ToList())
                {
                    if (!entry.Case.Team.IsEmpty || !TryPassOn(entry, null, events))
                        Return(entry, worker, events);
                }
            }

            foreach (var entry in _cases.Values.Where(e => e.Asked.Contains(worker)).OrderBy(e => e.Number).ToList())
            {
                entry.Asked.Remove(worker);
                events.Add(new(entry.Case.Id, DispatchEventKind.Expired, worker));
                if (entry.Asked.Count == 0)
                    AskNext(entry, events);
            }

            Drain(events);
            return ValueList.From(events);
        }
    }

    /// <summary>Replaces the roster; cases of those who are not on the new one return to the line and are given out anew.</summary>
    /// <param name="roster">Made from the present one, over the same grid tree.</param>
    /// <exception cref="ArgumentException">The roster is over another tree; use <see cref="Change"/>.</exception>
    public ValueList<DispatchEvent> Swap(Roster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);
        lock (_lock)
        {
            if (roster.Grids != _engine.Roster.Grids)
                throw new ArgumentException("The roster is over another grid tree.\nChange the grids with Dispatcher.Change.", nameof(roster));
            return After(_engine.Swap(roster));
        }
    }

    /// <summary>
    /// Puts another profile in force at once (平战转换). The line is put in the order of its priorities; cases of
    /// reinforcements who leave return to the line.
    /// </summary>
    /// <param name="profile">The profile; the former one, to switch back.</param>
    /// <exception cref="DefinitionException">The profile does not fit the roster.</exception>
    public ValueList<DispatchEvent> SwitchTo(DispatchProfile profile)
    {
        lock (_lock)
        {
            var gone = _engine.SwitchTo(profile);
            foreach (var entry in _line.Select(place => _byNumber[place.Number]).ToList())
                LineUp(entry);
            return After(gone);
        }
    }

    /// <summary>
    /// Moves every open case with a grid change. Whoever holds a case and does not cover its new place hands it over.
    /// </summary>
    /// <param name="change">The change; it maps the codes.</param>
    /// <param name="roster">The roster over the tree after the change, made from the present one.</param>
    /// <param name="decide">
    /// Which successor a case has where there are several, by its address: the default code when it cannot tell. May be null.
    /// </param>
    /// <returns>What happened; or a refusal naming every case whose place is not decided: then nothing has changed.</returns>
    public Outcome<ValueList<DispatchEvent>> Change(GridChange change, Roster roster, Func<DispatchCase, GridSuccession, GridCode>? decide = null)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(roster);
        lock (_lock)
        {
            var moves = new List<(DispatchEntry Entry, GridCode To)>();
            var undecided = new List<CaseId>();
            foreach (var entry in _cases.Values.OrderBy(e => e.Number))
            {
                var succession = change.Map(entry.Case.At);
                if (!succession.TryGetExact(out var to))
                    to = decide?.Invoke(entry.Case, succession) ?? default;
                if (roster.Grids.TryFind(to, out _))
                    moves.Add((entry, to));
                else
                    undecided.Add(entry.Case.Id);
            }

            if (undecided.Count > 0)
                return DispatchRefusals.PlaceUndecided(undecided);
            var gone = _engine.Swap(roster);
            var events = new List<DispatchEvent>();
            foreach (var (entry, to) in moves)
            {
                if (to == entry.Case.At)
                    continue;
                entry.MoveTo(to);
                events.Add(new(entry.Case.Id, DispatchEventKind.Moved, Note: to.Value));
                if (entry.Standing == DispatchStanding.Held && entry.Holders.Any(h => !Covers(roster, h.Worker, to)))
                    Return(entry, entry.Holders[0].Worker, events);
            }

            events.AddRange(After(gone));
            return ValueList.From(events);
        }
    }

    private static bool Covers(Roster roster, ActorId worker, GridCode place) =>
        roster.TryFind(worker, out var index) && roster.Grids.TryFind(place, out var at)
        && roster[index].Covers.Any(c => roster.Grids.TryFind(c, out var node) && roster.Grids.Contains(node, at));

    private ValueList<DispatchEvent> After(ValueList<Departed> gone)
    {
        var events = new List<DispatchEvent>();
        foreach (var (worker, _) in gone)
        {
            if (!_heldBy.TryGetValue(worker, out var held))
                continue;
            foreach (var entry in held.Select(id => _cases[id]).OrderBy(e => e.Number).ToList())
                Return(entry, worker, events);
        }

        // Whoever is asked but no longer there cannot answer.
        foreach (var entry in _cases.Values.Where(e => e.Asked.Exists(a => !_engine.Roster.TryFind(a, out _))).OrderBy(e => e.Number).ToList())
        {
            entry.Asked.RemoveAll(a => !_engine.Roster.TryFind(a, out _));
            if (entry.Asked.Count == 0)
                AskNext(entry, events);
        }

        Drain(events);
        return ValueList.From(events);
    }

    private void Return(DispatchEntry entry, ActorId from, List<DispatchEvent> events)
    {
        Free(entry);
        entry.IsClaimed = false;
        LineUp(entry);
        events.Add(new(entry.Case.Id, DispatchEventKind.Returned, from));
    }

    private bool TryPassOn(DispatchEntry entry, ActorId? to, List<DispatchEvent> events)
    {
        if (!entry.TryRequest(_engine.Roster, _time.GetUtcNow(), out var request))
            return false;
        var from = entry.Holders[0].Worker;
        if (to is { } named)
        {
            if (named == from || !_engine.TryAssignTo(request, named))
                return false;
        }
        else
        {
            Span<int> room = stackalloc int[2];
            var found = _engine.Shortlist(request, room, out var roster);
            to = null;
            foreach (var index in room[..found])
            {
                if (to is null && roster[index].Id != from && _engine.TryAssignTo(request, roster[index].Id))
                    to = roster[index].Id;
            }

            if (to is null)
                return false;
        }

        Free(entry);
        entry.IsClaimed = false;
        Hold(entry, to.Value, request.Weight);
        events.Add(new(entry.Case.Id, DispatchEventKind.Assigned, to.Value, from.Value));
        return true;
    }
}
