namespace GridGov.Assignment;

/// <summary>How a worker stands at a moment.</summary>
internal enum Presence
{
    OnDuty,
    OnCall,
    OffDuty,
    OnLeave,
}

/// <summary>
/// Who is there, with which limits and skills, for as long as nothing of that changes. Immutable, thread-safe.
/// </summary>
internal sealed class Availability
{
    public required int[] Limits { get; init; }

    public required int[] UrgentLimits { get; init; }

    public required uint[] SkillsLow { get; init; }

    public required uint[] SkillsHigh { get; init; }

    /// <summary>By seat; null where everybody is always there.</summary>
    public Presence[]? Presences { get; init; }

    /// <summary>By leave, in the order of the workers: whether it is on.</summary>
    public bool[] LeaveIsOn { get; init; } = [];

    /// <summary>The share reserved for urgent cases, in percent.</summary>
    public required int Reserve { get; init; }

    public required long From { get; init; }

    public required long Until { get; init; }

    /// <summary>What of a capacity is for ordinary cases.</summary>
    public int OrdinaryPart(int capacity) => capacity - (int)(((capacity * (long)Reserve) + 99) / 100);

    /// <summary>Whether another moment, of the same roster, has the same people with the same limits and skills.</summary>
    public bool IsSameAs(Availability other) =>
        Limits.AsSpan().SequenceEqual(other.Limits) && UrgentLimits.AsSpan().SequenceEqual(other.UrgentLimits)
        && SkillsLow.AsSpan().SequenceEqual(other.SkillsLow) && SkillsHigh.AsSpan().SequenceEqual(other.SkillsHigh)
        && LeaveIsOn.AsSpan().SequenceEqual(other.LeaveIsOn);

    public ulong SkillsAt(int seat) => SkillsLow[seat] | ((ulong)SkillsHigh[seat] << 32);
}

/// <summary>Makes the availability of a moment from the last one, all anew only when somebody comes or goes.</summary>
internal sealed class AvailabilityMaker
{
    private readonly Roster _roster;
    private readonly int _reserve;
    private readonly WorkCalendar[] _calendars;
    private readonly (int Hours, int OnCall)[] _calendarOf;
    private readonly long[] _edges;

    public AvailabilityMaker(Roster roster, int reserve)
    {
        _roster = roster;
        _reserve = reserve;
        var numbers = new Dictionary<WorkCalendar, int>(ReferenceEqualityComparer.Instance);
        _calendarOf = [.. roster.Workers.Select(w => (NumberOf(w.Hours), NumberOf(w.OnCall)))];
        _calendars = [.. numbers.OrderBy(n => n.Value).Select(n => n.Key)];
        var edges = new SortedSet<long>();
        foreach (var worker in roster.Workers)
        {
            foreach (var leave in worker.Leaves)
                edges.UnionWith([leave.From.UtcTicks, leave.Until.UtcTicks]);
            foreach (var certificate in worker.Certificates)
                edges.UnionWith([certificate.From.UtcTicks, certificate.Until.UtcTicks]);
        }

        _edges = [.. edges];

        int NumberOf(WorkCalendar? calendar)
        {
            if (calendar is null)
                return -1;
            if (!numbers.TryGetValue(calendar, out var number))
                numbers.Add(calendar, number = numbers.Count);
            return number;
        }
    }

    public (Availability Now, bool[] Open) Make(long now, Availability? last, bool[]? lastOpen)
    {
        // Shifts begin and end at whole minutes, also in zones whose clocks change.
        var minute = now - (now % TimeSpan.TicksPerMinute);
        var after = Array.BinarySearch(_edges, now);
        after = after < 0 ? ~after : after + 1;
        var (from, until) = (0L, long.MaxValue);
        if (after > 0)
            from = _edges[after - 1];
        if (after < _edges.Length)
            until = _edges[after];
        var sameEdges = last is not null && from <= last.From && last.From < until;
        var open = new bool[_calendars.Length];
        if (_calendars.Length > 0)
        {
            from = Math.Max(from, minute);
            until = Math.Min(until, minute + TimeSpan.TicksPerMinute);
            for (var i = 0; i < open.Length; i++)
                open[i] = _calendars[i].IsOpenAt(new DateTimeOffset(now, TimeSpan.Zero));
        }

        if (last is not null && sameEdges && open.AsSpan().SequenceEqual(lastOpen))
        {
            return (new()
            {
                Limits = last.Limits,
                UrgentLimits = last.UrgentLimits,
                SkillsLow = last.SkillsLow,
                SkillsHigh = last.SkillsHigh,
                Presences = last.Presences,
                LeaveIsOn = last.LeaveIsOn,
                Reserve = _reserve,
                From = from,
                Until = until,
            }, open);
        }

        return (MakeAnew(now, open, from, until), open);
    }

    private Availability MakeAnew(long now, bool[] open, long from, long until)
    {
        var seats = _roster.Seats;
        var count = _roster.Workers.Count;
        var (limits, urgent) = (new int[count], new int[count]);
        var (low, high) = (new uint[count], new uint[count]);
        var presences = _roster.IsTimed ? new Presence[count] : null;
        var leaves = new List<bool>();
        for (var i = 0; i < count; i++)
        {
            var worker = _roster[i];
            var seat = seats.SeatOf[i];
            var away = false;
            foreach (var leave in worker.Leaves)
            {
                var isOn = leave.From.UtcTicks <= now && now < leave.Until.UtcTicks;
                leaves.Add(isOn);
                away |= isOn;
            }

            var presence = away ? Presence.OnLeave
                : _calendarOf[i].Hours is var hours && (hours < 0 || open[hours]) ? Presence.OnDuty
                : _calendarOf[i].OnCall is var call && call >= 0 && open[call] ? Presence.OnCall
                : Presence.OffDuty;
            if (presences is not null)
                presences[seat] = presence;
            var capacity = seats.Capacity[seat];
            limits[seat] = presence == Presence.OnDuty ? capacity - (int)(((capacity * (long)_reserve) + 99) / 100) : 0;
            urgent[seat] = presence is Presence.OnDuty or Presence.OnCall ? capacity : 0;
            var skills = seats.Skills[seat];
            foreach (var certificate in worker.Certificates)
            {
                if (certificate.From.UtcTicks <= now && now < certificate.Until.UtcTicks)
                    skills |= _roster.Vocabulary.Held(certificate.Name, certificate.Level);
            }

            (low[seat], high[seat]) = ((uint)skills, (uint)(skills >> 32));
        }

        return new()
        {
            Limits = limits,
            UrgentLimits = urgent,
            SkillsLow = low,
            SkillsHigh = high,
            Presences = presences,
            LeaveIsOn = [.. leaves],
            Reserve = _reserve,
            From = from,
            Until = until,
        };
    }
}
