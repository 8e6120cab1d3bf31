namespace GridGov.Workflows;

/// <summary>
/// A limit with what it was extended by, one after the other, standing still during pauses. Each part counts as its own
/// unit counts; shares are taken of the sum. Computed from instants and never counted up, so it is the same however
/// many pauses there were.
/// </summary>
internal readonly struct LimitChain(DateTimeOffset since, TimeLimit first, ValueList<TimeLimit> further, PauseSet pauses, WorkCalendar calendar)
{
    private int Count => further.Count + 1;

    /// <summary>The whole length, in the time that its units count.</summary>
    public TimeSpan Length
    {
        get
        {
            var length = calendar.LengthOf(first);
            foreach (var limit in further)
                length += calendar.LengthOf(limit);
            return length;
        }
    }

    /// <summary>How much was used at an instant; more than <see cref="Length"/> when it was overrun, never negative.</summary>
    public TimeSpan UsedAt(DateTimeOffset now)
    {
        var (used, from) = (TimeSpan.Zero, since);
        for (var i = 0; now > from; i++)
        {
            if (i == Count - 1 || calendar.Add(from, Part(i), pauses) is not { } end || end >= now)
                return used + calendar.Elapsed(from, now, Part(i).Unit, pauses);
            used += calendar.LengthOf(Part(i));
            from = end;
        }

        return used;
    }

    /// <summary>When so much will be used, or null while an open pause keeps it from that.</summary>
    /// <param name="length">More than zero and not more than <see cref="Length"/>.</param>
    public DateTimeOffset? At(TimeSpan length)
    {
        var from = since;
        for (var i = 0; ; i++)
        {
            var part = calendar.LengthOf(Part(i));
            if (length <= part || i == Count - 1)
                return calendar.Add(from, length, Part(i).Unit, pauses);
            if (calendar.Add(from, Part(i), pauses) is not { } end)
                return null;
            length -= part;
            from = end;
        }
    }

    private TimeLimit Part(int i) => i == 0 ? first : further[i - 1];
}
