using System.Collections.Immutable;
using System.Globalization;

namespace GridGov;

/// <summary>What a calendar was defined with; checked as a whole.</summary>
internal sealed record CalendarDefinition
{
    /// <summary>The shifts of a workday that has no others.</summary>
    public required DayPlan Standard { get; init; }

    /// <summary>Monday to Sunday: whether it is a workday; at least one is.</summary>
    public ImmutableArray<bool> Week { get; init; } = [true, true, true, true, true, false, false];

    /// <summary>Monday to Sunday: the day's own shifts, or null.</summary>
    public ImmutableArray<DayPlan?> OwnShifts { get; init; } = [null, null, null, null, null, null, null];

    public ImmutableArray<Season> Seasons { get; init; } = [];

    public ImmutableArray<DateOnly> Holidays { get; init; } = [];

    public ImmutableArray<DateOnly> MakeUpDays { get; init; } = [];

    /// <summary>The table from which all holidays and make-up workdays come, or null.</summary>
    public HolidayTable? Table { get; init; }

    public ImmutableSortedDictionary<DateOnly, DayPlan> Dates { get; init; } = ImmutableSortedDictionary<DateOnly, DayPlan>.Empty;

    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    public WorkdayCounting Counting { get; init; }

    /// <summary>Monday is 0.</summary>
    public static int IndexOf(DayOfWeek day) => ((int)day + 6) % 7;

    /// <exception cref="DefinitionException">It contradicts itself.</exception>
    public CalendarDefinition Checked()
    {
        var faults = new List<Fault>();
        foreach (var day in Holidays.Intersect(MakeUpDays).Order())
            faults.Add(new(Text(day), "it is both a holiday and a make-up workday; keep one"));
        foreach (var day in Holidays.Where(Dates.ContainsKey).Distinct().Order())
            faults.Add(new(Text(day), "it is a holiday and has shifts of its own; keep one"));
        for (var i = 0; i < Seasons.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Seasons[j].Overlaps(Seasons[i]))
                    faults.Add(new($"season {Seasons[i]}", $"it overlaps the season {Seasons[j]}"));
            }
        }

        return faults.Count == 0 ? this : throw new DefinitionException("The work calendar", faults);
    }

    public WorkClock Hours() => Clock(plan => plan);

    /// <summary>The clock on which every workday is a whole day, however long work is done in it.</summary>
    public WorkClock WholeDays() => Clock(plan => plan.IsWorked ? DayPlan.WholeDay : DayPlan.Off);

    private WorkClock Clock(Func<DayPlan, DayPlan> seen)
    {
        var cycle = new YearCycle(Seasons.AsSpan(), season => new([.. Enumerable.Range(0, 7).Select(i =>
            seen(!Week[i] ? DayPlan.Off : OwnShifts[i] ?? season?.Plan ?? Standard))]));
        var exceptions = new Dictionary<int, DayPlan>();
        foreach (var day in Holidays)
            exceptions[day.DayNumber] = DayPlan.Off;

        // What makes up for a day off is a full day, also on a weekday that is otherwise worked for a morning.
        foreach (var day in MakeUpDays)
            exceptions[day.DayNumber] = seen(Season.At(Seasons.AsSpan(), day)?.Plan ?? Standard);
        foreach (var (day, plan) in Dates)
            exceptions[day.DayNumber] = seen(plan);
        return new(cycle, exceptions);
    }

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
