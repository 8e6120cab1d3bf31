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

    public int PerDay => Shifts.Sum(s => s.To - s.From);

    public WorkCalendar Calendar => WorkCalendar.Weekdays([.. Shifts.Select(s => $"{Text(s.From)}-{Text(s.To)}")])
        .In(Zone).On(Week).WithHolidays(Holidays).WithMakeUpDays(MakeUpDays);

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
        return (MakeUpDays.Contains(date) || Week.Contains(date.DayOfWeek)) && !Holidays.Contains(date)
            && Shifts.Any(s => minute >= s.From && minute < s.To);
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

    private static string Text(int minute) => minute == 1440 ? "24:00" : $"{minute / 60:00}:{minute % 60:00}";
}
