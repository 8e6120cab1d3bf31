using GridGov.Assignment;

namespace GridGov.Workflows;

/// <summary>
/// The cases that nobody handles yet: those in line, those that are offered, those on the board. What is not in the log
/// (who was asked, what hangs since when) ends with the desk; the case itself waits then. Thread-safe.
/// </summary>
internal sealed class OpenPlaces(CityProfile city, AssignmentEngine engine)
{
    private readonly Lock _lock = new();
    private readonly SortedSet<(long Key, CaseId Case)> _line = [];
    private readonly Dictionary<CaseId, OpenPlace> _places = [];
    private readonly DispatcherOptions _options = city.Dispatch?.Line ?? new();
    private readonly TimeSpan[] _looks = LooksOf(city.Dispatch);
    private int _count;

    /// <summary>When time alone may change something for a case here.</summary>
    public DueQueue Due { get; } = new();

    /// <summary>How many wait in line.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _line.Count;
        }
    }

    /// <summary>The cases in line, in its order.</summary>
    public CaseId[] Snapshot()
    {
        lock (_lock)
            return [.. _line.Select(place => place.Case)];
    }

    /// <summary>Looks at the place of a case; null when it never came to wait, be offered or hang.</summary>
    public T? Look<T>(CaseId id, Func<OpenPlace, T> look)
    {
        if (Volatile.Read(ref _count) == 0)
            return default;
        lock (_lock)
            return _places.TryGetValue(id, out var place) ? look(place) : default;
    }

    /// <summary>Puts a case in line, unless it is offered or on the board.</summary>
    public void LineUp(Case @case, DateTimeOffset now)
    {
        lock (_lock)
        {
            var place = Find(@case);
            if (place.Standing is not (DispatchStanding.Offered or DispatchStanding.OnBoard))
                LineUp(place, now);
        }
    }

    /// <summary>The case has gone on: it has a handler, or has left the step.</summary>
    public void Remove(CaseId id)
    {
        // Nearly always nobody waits, and every entry of every case asks.
        if (Volatile.Read(ref _count) == 0)
            return;
        lock (_lock)
        {
            if (_places.Remove(id, out var place))
                _line.Remove(place.Place);
            Due.Remove(id);
            Volatile.Write(ref _count, _places.Count);
        }
    }

    /// <summary>Asks some workers for a case. Those who were asked before are passed over.</summary>
    /// <returns>Who is asked now; nobody when all were asked before.</returns>
    public ValueList<ActorId> Offer(Case @case, OfferTerms terms, IEnumerable<ActorId> best, DateTimeOffset now)
    {
        lock (_lock)
        {
            var place = Find(@case);
            place.Asked.Clear();
            place.Offer = terms;
            foreach (var worker in best)
            {
                if (place.Asked.Count < terms.To && place.AskedBefore.Add(worker))
                    place.Asked.Add(worker);
            }

            if (place.Asked.Count > 0)
                Stand(place, DispatchStanding.Offered, now + terms.For);
            else if (place.Standing == DispatchStanding.Offered)
                LineUp(place, now);
            return ValueList.From(place.Asked);
        }
    }

    /// <summary>Hangs a case on the board.</summary>
    public void Post(Case @case, BoardTerms terms, DateTimeOffset? until)
    {
        lock (_lock)
        {
            var place = Find(@case);
            (place.Board, place.IsBoardOver) = (terms, false);
            place.Asked.Clear();
            Stand(place, DispatchStanding.OnBoard, until);
        }
    }

    /// <summary>Whether somebody is asked for a case, and may still say yes.</summary>
    public bool IsAsked(CaseId id, ActorId worker, DateTimeOffset now) =>
        Look(id, p => p.Standing == DispatchStanding.Offered && p.Until > now && p.Asked.Contains(worker));

    /// <summary>Somebody says no, or can answer no more.</summary>
    /// <param name="id">The case.</param>
    /// <param name="worker">Who.</param>
    /// <param name="now">The time.</param>
    /// <param name="declines">Whether they are not given the case later either.</param>
    /// <param name="isLeft">Whether nobody is asked any more, so that it goes on to the next.</param>
    /// <returns>Whether they were asked.</returns>
    public bool TryDrop(CaseId id, ActorId worker, DateTimeOffset now, bool declines, out bool isLeft)
    {
        isLeft = false;
        lock (_lock)
        {
            if (!_places.TryGetValue(id, out var place) || place.Standing != DispatchStanding.Offered || !place.Asked.Remove(worker))
                return false;
            if (declines)
                place.Declined = place.Declined.Add(worker);
            isLeft = place.Asked.Count == 0;
            if (isLeft)
                LineUp(place, now);
            return true;
        }
    }

    /// <summary>The cases for which somebody is asked.</summary>
    public CaseId[] AskedOf(ActorId worker)
    {
        lock (_lock)
            return [.. _places.Values.Where(p => p.Asked.Contains(worker)).Select(p => p.Id).Order()];
    }

    /// <summary>What hangs on the board, the most points first, then what hangs for longest.</summary>
    public (CaseId Case, BoardTerms Terms, DateTimeOffset? Until)[] Board()
    {
        lock (_lock)
        {
            return [.. _places.Values.Where(p => p.Standing == DispatchStanding.OnBoard)
                .OrderByDescending(p => p.Board!.Points).ThenBy(p => p.Since).ThenBy(p => p.Id)
                .Select(p => (p.Id, p.Board!, p.Until))];
        }
    }

    /// <summary>Does what the time asks for: offers and hangings run out into the line, rules of escalation fire.</summary>
    /// <returns>Whether somebody may take a case now whom it could not be given before.</returns>
    public bool Tick(DateTimeOffset now)
    {
        lock (_lock)
        {
            var due = Due.DueBy(now);
            foreach (var (id, _) in due)
            {
                if (!_places.TryGetValue(id, out var place))
                    Due.Remove(id);
                else if (place.Standing == DispatchStanding.Waiting)
                    SetNextLook(place, now);
                else
                    RunOut(place, now);
            }

            // Rules look at the length of the line too, which changes without a clock.
            var fired = _options.Escalations.Count > 0 && EscalateAll(now);
            return due.Count > 0 || fired;
        }
    }

    /// <summary>Puts the line in the order of the profile in force.</summary>
    public void Reorder(DateTimeOffset now)
    {
        lock (_lock)
        {
            foreach (var place in _places.Values)
            {
                if (place.Standing == DispatchStanding.Waiting)
                    LineUp(place, now);
            }
        }
    }

    private OpenPlace Find(Case @case)
    {
        if (_places.TryGetValue(@case.Id, out var place))
            return place;
        var rules = city.DispatchOf(@case.Report.Class);
        place = new(@case)
        {
            Priority = rules?.Priority ?? 0,
            Relaxing = rules?.Relaxing ?? [],
            Duty = city.Standards.TryFind(@case.Report.Class, out var standard) ? standard.Duty : null,
        };
        _places.Add(place.Id, place);
        Volatile.Write(ref _count, _places.Count);
        return place;
    }

    // All become due at one pace, so who is ahead stays ahead: a key made once is good for ever.
    private void LineUp(OpenPlace place, DateTimeOffset now)
    {
        _line.Remove(place.Place);
        place.Asked.Clear();
        var priority = (long)place.Priority + place.ExtraPriority;
        if (place.Duty is { } duty)
            priority += engine.Current.Profile.Find(duty)?.Terms.Priority ?? 0;
        var key = (place.Due?.UtcTicks ?? long.MaxValue) - ((Int128)_options.AgeingPerPriority.Ticks * priority);
        place.Standing = DispatchStanding.Waiting;
        place.Place = ((long)Int128.Clamp(key, long.MinValue, long.MaxValue), place.Id);
        _line.Add(place.Place);
        SetNextLook(place, now);
    }

    private void Stand(OpenPlace place, DispatchStanding standing, DateTimeOffset? until)
    {
        _line.Remove(place.Place);
        (place.Standing, place.Until) = (standing, until);
        if (until is { } at)
            Due.Set(place.Id, at);
        else
            Due.Remove(place.Id);
    }

    private void RunOut(OpenPlace place, DateTimeOffset now)
    {
        place.IsBoardOver |= place.Standing == DispatchStanding.OnBoard;
        LineUp(place, now);
    }

    private bool EscalateAll(DateTimeOffset now)
    {
        var any = false;
        foreach (var (_, id) in _line.ToArray())
        {
            var place = _places[id];
            for (var i = 0; i < _options.Escalations.Count; i++)
            {
                var rule = _options.Escalations[i];
                if (now - place.Since < rule.After || _line.Count <= (rule.WhenLongerThan ?? -1) || !place.Fired.Add(i))
                    continue;
                any = true;
                place.ExtraPriority += rule.RaisePriority;
                place.IsMadeUrgent |= rule.MakeUrgent;
                place.WidenedBy = Math.Max(place.WidenedBy, rule.WidenLevels);
                LineUp(place, now);
            }
        }

        return any;
    }

    // Shifts, leaves and certificates begin and end at whole minutes; the rest at the steps of its own timetable.
    private void SetNextLook(OpenPlace place, DateTimeOffset now)
    {
        DateTimeOffset? next = null;
        if (city.Dispatch is not null && engine.Roster.IsTimed)
            next = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMinute) + TimeSpan.TicksPerMinute, TimeSpan.Zero);
        foreach (var after in _looks)
            Sooner(place.Since + after);
        foreach (var step in place.Relaxing)
            Sooner(place.Since + step.After);

        if (next is { } at)
            Due.Set(place.Id, at);
        else
            Due.Remove(place.Id);

        void Sooner(DateTimeOffset at)
        {
            if (at > now && !(at >= next))
                next = at;
        }
    }

    private static TimeSpan[] LooksOf(DispatchRules? rules) =>
        rules is null ? [] : [rules.PreferKnownFor, .. rules.Line.Escalations.Select(e => e.After)];
}
