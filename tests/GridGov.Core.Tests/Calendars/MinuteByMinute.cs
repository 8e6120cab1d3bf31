namespace GridGov.Core.Tests;

/// <summary>
/// What a calendar means, counted one minute after the other: slow, without arithmetic on days or on shifts. Starts,
/// shifts and offsets are whole minutes.
/// </summary>
internal sealed record MinuteByMinute(
    TimeZoneInfo Zone,
    (int From, int To)[] Shifts,
    DayOfWeek[] Week,
    DateOnly[] Holidays,
    DateOnly[] MakeUpDays)
{
    private const int MostSkipped = 26 * 60;

    /// <summary>Dates with shifts of their own; a holiday among them is no such date.</summary>
    public (DateOnly Day, (int From, int To)[] Shifts)[] Dates { get; init; } = [];

    /// <summary>Days of the week with shifts of their own, all of them workdays.</summary>
    public (DayOfWeek Day, (int From, int To)[] Shifts)[] Own { get; init; } = [];

    /// <summary>Months and days, both included, and the shifts between them.</summary>
    public (string From, string Until, (int From, int To)[] Shifts)? Season { get; init; }

    public int PerDay => Shifts.Sum(s => s.To - s.From);

    public WorkCalendar Calendar
    {
        get
        {
            var calendar = WorkCalendar.Weekdays(Texts(Shifts)).In(Zone).On(Week).WithHolidays(Holidays).WithMakeUpDays(MakeUpDays);
            foreach (var (day, shifts) in Dates.Where(d => !Holidays.Contains(d.Day)))
                calendar = calendar.WithShiftsOn(day, Texts(shifts));
            foreach (var (day, shifts) in Own.Where(o => Week.Contains(o.Day)))
                calendar = calendar.WithShiftsOn(day, Texts(shifts));
            return Season is { } season ? calendar.WithSeason(season.From, season.Until, Texts(season.Shifts)) : calendar;
        }
    }

    public DateTimeOffset Add(DateTimeOffset start, TimeLimit limit)
    {
        var left = limit.Amount * (limit.Unit == LimitUnit.WorkDay ? PerDay : 60);
        var at = Furthest(start);
        for (; left > 0; at = at.AddMinutes(1))
        {
            if (IsWorked(at))
                left--;
        }

        return FirstAt(at);
    }

    /// <summary>
    /// Null when an open pause comes first. Due when the clocks show the time by which enough was worked: where that is when
    /// they are put back, they show it only after the repeated hour.
    /// </summary>
    public DateTimeOffset? Add(DateTimeOffset start, TimeLimit limit, Pause[] pauses)
    {
        var left = limit.Amount * (limit.Unit == LimitUnit.WorkDay ? PerDay : 60);
        var before = Furthest(start);
        for (var at = start; ; at = at.AddMinutes(1))
        {
            // Clocks that skip an hour are through with it at once, whether the limit stands still or not.
            var now = Furthest(at.AddMinutes(1));
            var worked = 0;
            for (var minute = before; minute < now; minute = minute.AddMinutes(1))
                worked += IsWorked(minute) ? 1 : 0;
            before = now;
            if (!pauses.Any(p => p.From <= at && (p.Until is null || at < p.Until)))
                left -= worked;
            else if (pauses.Any(p => p.From <= at && p.Until is null))
                return null;
            if (left <= 0)
                return FirstAt(now);
        }
    }

    public int Elapsed(DateTimeOffset start, DateTimeOffset end, Pause[] pauses)
    {
        var elapsed = 0;
        for (var at = start; at < end; at = at.AddMinutes(1))
        {
            if (!pauses.Any(p => p.From <= at && (p.Until is null || at < p.Until)))
                elapsed += Elapsed(at, at.AddMinutes(1));
        }

        return elapsed;
    }

    public int Elapsed(DateTimeOffset start, DateTimeOffset end)
    {
        var (from, to) = (Furthest(start), Furthest(end));
        if (to < from)
            return -Elapsed(end, start);
        var worked = 0;
        for (var at = from; at < to; at = at.AddMinutes(1))
            worked += IsWorked(at) ? 1 : 0;
        return worked;
    }

    public bool IsWorked(DateTime local)
    {
        var date = DateOnly.FromDateTime(local);
        var minute = (int)local.TimeOfDay.TotalMinutes;
        return ShiftsOf(date).Any(s => minute >= s.From && minute < s.To);
    }

    private (int From, int To)[] ShiftsOf(DateOnly date)
    {
        if (Holidays.Contains(date))
            return [];
        if (Dates.FirstOrDefault(d => d.Day == date) is { Shifts: { } own })
            return own;
        var ordinary = Season is { } season && IsBetween(date, season.From, season.Until) ? season.Shifts : Shifts;
        if (MakeUpDays.Contains(date))
            return ordinary;
        if (!Week.Contains(date.DayOfWeek))
            return [];
        return Own.FirstOrDefault(o => o.Day == date.DayOfWeek) is { Shifts: { } weekly } ? weekly : ordinary;
    }

    private static bool IsBetween(DateOnly date, string from, string until)
    {
        var day = date.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var (isFrom, isUntil) = (string.CompareOrdinal(day, from) >= 0, string.CompareOrdinal(day, until) <= 0);
        return string.CompareOrdinal(from, until) <= 0 ? isFrom && isUntil : isFrom || isUntil;
    }

    public DateTime LocalAt(DateTimeOffset instant) =>
        DateTime.SpecifyKind(instant.UtcDateTime + Zone.GetUtcOffset(instant), DateTimeKind.Unspecified);

    /// <summary>The furthest that the clocks had come by then; they have come through a minute when it is over.</summary>
    private DateTime Furthest(DateTimeOffset instant)
    {
        var furthest = LocalAt(instant);
        for (var ago = 1; ago <= 180; ago++)
        {
            var then = LocalAt(instant.AddMinutes(-ago)).AddMinutes(1);
            if (Zone.GetUtcOffset(instant.AddMinutes(-ago)) > Zone.GetUtcOffset(instant) && then > furthest)
                furthest = then;
        }

        return furthest;
    }

    /// <summary>The first instant at which the clocks show this minute or, where it is skipped, a later one.</summary>
    private DateTimeOffset FirstAt(DateTime local)
    {
        var instant = new DateTimeOffset(local, TimeSpan.Zero).AddMinutes(-MostSkipped);
        while (LocalAt(instant) < local)
            instant = instant.AddMinutes(1);
        return TimeZoneInfo.ConvertTime(instant, Zone);
    }

    private static string[] Texts((int From, int To)[] shifts) => [.. shifts.Select(s => $"{Text(s.From)}-{Text(s.To)}")];

    private static string Text(int minute) => minute == 1440 ? "24:00" : $"{minute / 60:00}:{minute % 60:00}";
}
