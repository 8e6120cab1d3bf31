using GridGov.Assignment;

namespace GridGov.Community;

/// <summary>The hours in which households are visited (走访时段、错时走访). Immutable and thread-safe.</summary>
public sealed record VisitHours
{
    /// <summary>On workdays, for most households: from 9 to 17 (assumed).</summary>
    public TimeSpan From { get; init; } = TimeSpan.FromHours(9);

    /// <summary>When it ends.</summary>
    public TimeSpan Until { get; init; } = TimeSpan.FromHours(17);

    /// <summary>On workdays, for households that are at work by day (错时): from 18:30 to 20:30 (assumed).</summary>
    public TimeSpan StaggeredFrom { get; init; } = TimeSpan.FromHours(18.5);

    /// <summary>When it ends.</summary>
    public TimeSpan StaggeredUntil { get; init; } = TimeSpan.FromHours(20.5);

    /// <summary>Whether households that are at work by day are visited on days off too, in the ordinary hours.</summary>
    public bool StaggeredOnDaysOff { get; init; } = true;
}

/// <summary>A visit as a request to the assignment engine, with the times in which it can take place. Immutable and thread-safe.</summary>
/// <param name="Visit">The visit that is due.</param>
/// <param name="Request">The request: place, skills, weight; urgent on its last day.</param>
/// <param name="Windows">The times, from the first to the last; a staggered household's are outside working hours.</param>
public sealed record VisitRequest(DueVisit Visit, AssignmentRequest Request, ValueList<VisitWindow> Windows);

/// <summary>A time in which a visit can take place. A value; thread-safe.</summary>
/// <param name="From">From when.</param>
/// <param name="Until">Until when.</param>
public readonly record struct VisitWindow(DateTimeOffset From, DateTimeOffset Until);

/// <summary>
/// Turns the visits of a plan into requests for the assignment engine: the plan says who is due, the engine who goes.
/// Frozen and thread-safe.
/// </summary>
public sealed class VisitRequests
{
    private readonly GridTree _grids;
    private readonly WorkCalendar _calendar;
    private readonly VisitHours _hours;
    private readonly SkillSet _skills;
    private readonly int _weight;

    /// <summary>Prepares requests.</summary>
    /// <param name="grids">The grid tree of the roster.</param>
    /// <param name="calendar">Says which days are worked, and in which zone.</param>
    /// <param name="hours">The hours, or null for the assumed ones.</param>
    /// <param name="skills">What a visitor needs; default for nothing in particular.</param>
    /// <param name="weight">How much capacity a visit takes, from 1.</param>
    /// <exception cref="ArgumentException">Hours end before they begin.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The weight is below 1.</exception>
    public VisitRequests(GridTree grids, WorkCalendar calendar, VisitHours? hours = null, SkillSet skills = default, int weight = 1)
    {
        ArgumentNullException.ThrowIfNull(grids);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1);
        _hours = hours ?? new();
        if (!(TimeSpan.Zero <= _hours.From && _hours.From < _hours.Until && _hours.Until <= TimeSpan.FromDays(1))
            || !(TimeSpan.Zero <= _hours.StaggeredFrom && _hours.StaggeredFrom < _hours.StaggeredUntil && _hours.StaggeredUntil <= TimeSpan.FromDays(1)))
            throw new ArgumentException("Hours begin and end on one day, and end after they begin.", nameof(hours));
        (_grids, _calendar, _skills, _weight) = (grids, calendar, skills, weight);
    }

    /// <summary>The request for a visit.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="isStaggered">Whether the household is at work by day.</param>
    /// <param name="today">The day on which it is asked: windows before it are left out, and on the last day it is urgent.</param>
    /// <returns>The request, or a refusal where the household's grid is not in the tree.</returns>
    public Outcome<VisitRequest> For(DueVisit visit, bool isStaggered, DateOnly today)
    {
        if (!_grids.TryFind(visit.Subject.Grid, out var at))
        {
            return new Refusal
            {
                Code = RefusalCodes.GridUnknown,
                Summary = new($"no visit is planned in {visit.Subject.Grid}", $"{visit.Subject.Grid}不能安排走访"),
                Unmet = [new(RefusalCodes.GridUnknown, new($"the grid {visit.Subject.Grid} is in the tree", $"网格{visit.Subject.Grid}在网格树中"))],
                Remedy = new("give the household a grid of the tree in force", "将住户归入现行网格"),
            };
        }

        var windows = new List<VisitWindow>();
        for (var day = today > visit.From ? today : visit.From; day <= visit.Due; day = day.AddDays(1))
            AddWindows(windows, day, isStaggered);
        return new VisitRequest(visit, new(at, _skills, _weight) { IsUrgent = today >= visit.Due }, ValueList.From(windows));
    }

    private void AddWindows(List<VisitWindow> windows, DateOnly day, bool isStaggered)
    {
        var works = _calendar.IsWorkday(day);
        if (isStaggered && works)
            windows.Add(Window(day, _hours.StaggeredFrom, _hours.StaggeredUntil));
        else if (works || isStaggered && _hours.StaggeredOnDaysOff)
            windows.Add(Window(day, _hours.From, _hours.Until));
    }

    private VisitWindow Window(DateOnly day, TimeSpan from, TimeSpan until) => new(At(day, from), At(day, until));

    private DateTimeOffset At(DateOnly day, TimeSpan time)
    {
        var local = day.ToDateTime(TimeOnly.MinValue) + time;
        return new(local, _calendar.Zone.GetUtcOffset(local));
    }
}
