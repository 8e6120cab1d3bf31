namespace GridGov;

/// <summary>
/// The clocks of a time zone, as ticks since 0001-01-01 of local time. Where a zone has given up changing its clocks, as
/// China's has since 1991, later instants cost one addition.
/// </summary>
internal sealed class LocalClock
{
    private readonly TimeZoneInfo _zone;
    private readonly long _settledFrom;
    private readonly TimeSpan _settledOffset;

    public LocalClock(TimeZoneInfo zone)
    {
        _zone = zone;
        (_settledFrom, _settledOffset) = Settled(zone);
    }

    /// <summary>What the clocks show.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They show no time of the years 1 to 9999.</exception>
    public long At(DateTimeOffset instant)
    {
        var local = instant.UtcTicks + OffsetAt(instant).Ticks;
        return local >= 0 && local <= DateTime.MaxValue.Ticks
            ? local
            : throw new ArgumentOutOfRangeException(
                nameof(instant), FormattableString.Invariant($"On the clocks of {_zone.Id}, {instant:O} lies outside the years 1 to 9999."));
    }

    /// <summary>The furthest that the clocks have come: they stand still while they show an hour for the second time.</summary>
    public long FurthestAt(DateTimeOffset instant)
    {
        var local = At(instant);
        if (IsSettled(instant.UtcTicks) || !_zone.SupportsDaylightSavingTime || !IsRepeated(local))
            return local;
        var before = _zone.GetUtcOffset(instant.AddDays(-1));
        var back = before - _zone.GetUtcOffset(instant);
        return back > TimeSpan.Zero ? LastChange(instant, back).UtcTicks + before.Ticks : local;
    }

    /// <summary>
    /// The latest time that clocks have shown. While an hour repeats, that is just before the time from which they were
    /// put back: what is due then is due when they show it, after the repeated hour.
    /// </summary>
    public long ShownBy(DateTimeOffset instant)
    {
        var furthest = FurthestAt(instant);
        return furthest > At(instant) ? furthest - 1 : furthest;
    }

    /// <summary>The first instant at which clocks show a time; where they skip it, the first instant after the gap.</summary>
    public DateTimeOffset FromLocal(long ticks)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ticks, DateTime.MaxValue.Ticks, "deadline");
        var local = new DateTime(ticks, DateTimeKind.Unspecified);

        // A day of distance: whatever clocks did when they settled is over.
        if (IsSettled(ticks - _settledOffset.Ticks - TimeSpan.TicksPerDay))
            return new(local, _settledOffset);
        var offset = _zone.GetUtcOffset(local);
        if (_zone.IsInvalidTime(local))
        {
            // The offset in force before the gap maps the skipped time behind it, by as much as was skipped up to it.
            var before = _zone.GetUtcOffset(local.AddDays(-1));
            var behind = new DateTimeOffset(local, before);
            return Show(LastChange(behind, _zone.GetUtcOffset(behind) - before));
        }

        if (IsRepeated(ticks))
        {
            var before = _zone.GetUtcOffset(new DateTimeOffset(local, offset).AddDays(-1));
            offset = before > offset ? before : offset;
        }

        // Some zones changed base and daylight offset in one moment, and such a gap is not told as one.
        return Show(new(local, offset));
    }

    /// <summary>The last instant up to which clocks have not gone beyond a time; where they skip it, the last before the gap.</summary>
    public DateTimeOffset LastUpTo(long ticks)
    {
        var instant = FromLocal(ticks);
        return At(instant) > ticks ? Show(instant.AddTicks(-1)) : instant;
    }

    /// <summary>The same instant with the zone's offset.</summary>
    public DateTimeOffset Show(DateTimeOffset instant) => new(new DateTime(At(instant), DateTimeKind.Unspecified), OffsetAt(instant));

    // Of a repeated hour, .NET does not call the last tick ambiguous; clocks change at whole seconds.
    private bool IsRepeated(long local) =>
        _zone.IsAmbiguousTime(new DateTime(local - (local % TimeSpan.TicksPerSecond), DateTimeKind.Unspecified));

    private TimeSpan OffsetAt(DateTimeOffset instant) => IsSettled(instant.UtcTicks) ? _settledOffset : _zone.GetUtcOffset(instant);

    private bool IsSettled(long utcTicks) => utcTicks >= _settledFrom;

    // From when on the zone's rules say that nothing changes any more; never, for a zone with daylight saving time.
    private static (long From, TimeSpan Offset) Settled(TimeZoneInfo zone)
    {
        var rules = zone.GetAdjustmentRules();
        if (rules.Length == 0)
            return (0, zone.BaseUtcOffset);
        var from = DateTime.MinValue;
        foreach (var rule in rules)
        {
            var isOpen = rule.DateEnd.Year >= 9998;
            if (isOpen && rule.DaylightDelta != TimeSpan.Zero)
                return (long.MaxValue, default);
            var edge = isOpen ? rule.DateStart : rule.DateEnd;
            from = edge > from ? edge : from;
        }

        // Rules are dates on some clock: two days later every clock has passed them.
        var settled = new DateTimeOffset(from.Ticks, TimeSpan.Zero).AddDays(2);
        return (settled.UtcTicks, zone.GetUtcOffset(settled));
    }

    /// <summary>When the offset that is in force at an instant came into force, at most so long before.</summary>
    private DateTimeOffset LastChange(DateTimeOffset instant, TimeSpan within)
    {
        var offset = _zone.GetUtcOffset(instant);
        var (before, since) = (instant.UtcTicks - within.Ticks, instant.UtcTicks);
        while (since - before > 1)
        {
            var middle = before + ((since - before) / 2);
            if (_zone.GetUtcOffset(new DateTimeOffset(middle, TimeSpan.Zero)) == offset)
                since = middle;
            else
                before = middle;
        }

        return new(since, TimeSpan.Zero);
    }
}
