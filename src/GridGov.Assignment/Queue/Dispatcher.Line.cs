namespace GridGov.Assignment;

/// <content>The line: its order, draining it, and what time does to it.</content>
public sealed partial class Dispatcher
{
    /// <summary>When <see cref="Tick"/> may next have something to do, or null when nothing waits for the time.</summary>
    /// <remarks>While cases wait for people with hours or leaves, that is the next whole minute at the latest.</remarks>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_lock)
            {
                var now = _time.GetUtcNow();
                DateTimeOffset? next = null;
                foreach (var entry in _cases.Values)
                {
                    if (entry.AnswerUntil is { } until)
                        Sooner(ref next, until);
                    if (entry.Standing != DispatchStanding.Waiting)
                        continue;
                    foreach (var step in entry.Case.Relaxing)
                        SoonerAfter(ref next, entry.Since + step.After, now);
                    if (entry.Case.Preferred is not null)
                        SoonerAfter(ref next, entry.Since + entry.Case.PreferredFor, now);
                    for (var i = 0; i < _options.Escalations.Count; i++)
                    {
                        if (!entry.Fired.Contains(i))
                            SoonerAfter(ref next, entry.Since + _options.Escalations[i].After, now);
                    }
                }

                if (_line.Count > 0 && _engine.Roster.IsTimed)
                    Sooner(ref next, new((now.UtcTicks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute) + TimeSpan.TicksPerMinute, TimeSpan.Zero));
                return next;
            }
        }
    }

    /// <summary>Does what the time asks for: offers run out, rules fire, and whoever may now take a case gets it.</summary>
    /// <returns>What happened, in order.</returns>
    public ValueList<DispatchEvent> Tick()
    {
        lock (_lock)
        {
            var events = new List<DispatchEvent>();
            var now = _time.GetUtcNow();
            foreach (var entry in _cases.Values.Where(e => e.AnswerUntil <= now).OrderBy(e => e.Place).ThenBy(e => e.Number).ToList())
                RunOut(entry, events);
            foreach (var entry in _line.Select(place => _byNumber[place.Number]).ToList())
                Escalate(entry, now, events);
            Drain(events);
            return ValueList.From(events);
        }
    }

    private static void Sooner(ref DateTimeOffset? next, DateTimeOffset at) => next = next is null || at < next ? at : next;

    private static void SoonerAfter(ref DateTimeOffset? next, DateTimeOffset at, DateTimeOffset now)
    {
        if (at > now)
            Sooner(ref next, at);
    }

    private void Escalate(DispatchEntry entry, DateTimeOffset now, List<DispatchEvent> events)
    {
        for (var i = 0; i < _options.Escalations.Count; i++)
        {
            var rule = _options.Escalations[i];
            if (now - entry.Since < rule.After || !(_line.Count > (rule.WhenLongerThan ?? -1)) || !entry.Fired.Add(i))
                continue;
            entry.ExtraPriority += rule.RaisePriority;
            entry.IsMadeUrgent |= rule.MakeUrgent;
            entry.WidenedBy = Math.Max(entry.WidenedBy, rule.WidenLevels);
            entry.Forget();
            LineUp(entry);
            events.Add(new(entry.Case.Id, DispatchEventKind.Escalated, Note: rule.Name));
        }
    }

    // Linear ageing at one pace for all: who is ahead stays ahead, so a key made once is good for ever.
    private void LineUp(DispatchEntry entry)
    {
        _line.Remove(entry.Place);
        var priority = (long)entry.Case.Priority + entry.ExtraPriority;
        if (entry.Case.Duty is { } duty)
            priority += _engine.Current.Profile.Find(duty)?.Terms.Priority ?? 0;
        var head = (Int128)_options.AgeingPerPriority.Ticks * priority;
        entry.Standing = DispatchStanding.Waiting;
        entry.Place = ((long)Int128.Clamp(entry.Since.UtcTicks - head, long.MinValue, long.MaxValue), entry.Number);
        _line.Add(entry.Place);
    }

    /// <summary>Gives a case that is not in line to somebody, or lines it up.</summary>
    private void Place(DispatchEntry entry, List<DispatchEvent> events, DispatchEventKind otherwise)
    {
        if (TryGive(entry, events))
            return;
        LineUp(entry);
        events.Add(new(entry.Case.Id, otherwise));
        TellIfStuck(entry, events);
    }

    // Nobody who waits could be given out before; so when room appears, only what lies in reach of those who have it now
    // needs to be looked at. Without knowing them, all is.
    private void Drain(List<DispatchEvent> events, List<ActorId>? freed = null)
    {
        if (_line.Count == 0 || freed is { Count: 0 })
            return;
        var reach = freed is null ? null : ReachOf(freed);
        var inReach = new List<DispatchEntry>();
        foreach (var place in _line)
        {
            var entry = _byNumber[place.Number];
            if (reach is null || entry.WidenedBy > 0 || IsIn(reach, entry))
                inReach.Add(entry);
        }

        foreach (var entry in inReach)
        {
            if (!TryGive(entry, events))
                TellIfStuck(entry, events);
        }
    }

    // Ranges of nodes; null where somebody may stand in for others.
    private List<Range>? ReachOf(List<ActorId> freed)
    {
        var roster = _engine.Roster;
        var ranges = new List<Range>();
        foreach (var worker in freed)
        {
            if (!roster.TryFind(worker, out var index))
                continue;
            foreach (var code in roster[index].Covers)
            {
                if (roster.Grids.TryFind(code, out var node))
                    ranges.Add(roster.Grids.SubtreeOf(node));
            }
        }

        return roster.HasSubstitutes ? null : ranges;
    }

    private bool IsIn(List<Range> reach, DispatchEntry entry)
    {
        if (!entry.TryRequest(_engine.Roster, _time.GetUtcNow(), out var request))
            return false;
        var at = request.At.Index;
        return reach.Exists(r => r.Start.Value <= at && at < r.End.Value);
    }

    private void TellIfStuck(DispatchEntry entry, List<DispatchEvent> events)
    {
        var isPossible = entry.TryRequest(_engine.Roster, _time.GetUtcNow(), out _) || entry.IsEverPossible;
        if (!isPossible && !entry.IsStuck)
            events.Add(new(entry.Case.Id, DispatchEventKind.Stuck));
        entry.IsStuck = !isPossible;
    }

    private bool TryGive(DispatchEntry entry, List<DispatchEvent> events)
    {
        if (!entry.Case.Team.IsEmpty)
            return TryGiveTeam(entry, events);
        if (!entry.TryRequest(_engine.Roster, _time.GetUtcNow(), out var request))
            return false;
        var decision = _engine.Assign(request, out var roster);
        if (!decision.IsAssigned)
            return false;
        var worker = roster[decision.Worker].Id;
        Hold(entry, worker, request.Weight);
        events.Add(new(entry.Case.Id, DispatchEventKind.Assigned, worker));
        return true;
    }

    private bool TryGiveTeam(DispatchEntry entry, List<DispatchEvent> events)
    {
        var roster = _engine.Roster;
        if (!entry.TryRequest(roster, _time.GetUtcNow(), out var request))
            return false;
        var seats = new List<TeamSeat>();
        foreach (var place in entry.Case.Team)
        {
            if (!roster.TryGetSkills(place.Needs, out var skills))
                return false;
            for (var i = 0; i < place.Count; i++)
                seats.Add(new(skills, place.Weight) { Post = place.Post, Profession = place.Profession, Body = place.Body });
        }

        var team = _engine.AssignTeam(request, [.. seats]);
        for (var i = 0; i < team.Count; i++)
        {
            Hold(entry, team[i], seats[i].Weight);
            events.Add(new(entry.Case.Id, DispatchEventKind.Assigned, team[i]));
        }

        return !team.IsEmpty;
    }
}
