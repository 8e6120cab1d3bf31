using System.Collections.Immutable;

namespace GridGov.Rules;

/// <summary>
/// Which task was handed to which body on which days, to count it against the cap of its item. A value that grows by
/// <see cref="With"/>; immutable and thread-safe.
/// </summary>
public sealed class TaskHistory
{
    private readonly ImmutableDictionary<(DutyCode Duty, BodyId To), ImmutableArray<int>> _days;

    private TaskHistory(ImmutableDictionary<(DutyCode Duty, BodyId To), ImmutableArray<int>> days) => _days = days;

    /// <summary>Nothing was handed down yet.</summary>
    public static TaskHistory None { get; } = new(ImmutableDictionary<(DutyCode Duty, BodyId To), ImmutableArray<int>>.Empty);

    /// <summary>The same with one more task.</summary>
    /// <param name="duty">The item.</param>
    /// <param name="to">The body that it was handed to.</param>
    /// <param name="on">The day.</param>
    public TaskHistory With(DutyCode duty, BodyId to, DateOnly on)
    {
        var days = _days.GetValueOrDefault((duty, to), []);
        var place = days.BinarySearch(on.DayNumber);
        return new(_days.SetItem((duty, to), days.Insert(place < 0 ? ~place : place, on.DayNumber)));
    }

    /// <summary>How often a task was handed to a body in the period that a day is in, that day and later ones included.</summary>
    /// <param name="duty">The item.</param>
    /// <param name="to">The body.</param>
    /// <param name="per">The kind of period.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind of period.</exception>
    public int Count(DutyCode duty, BodyId to, DutyPeriod per, DateOnly on)
    {
        var period = DutyPeriods.NumberOf(per, on);
        var count = 0;
        foreach (var day in _days.GetValueOrDefault((duty, to), []))
            count += DutyPeriods.NumberOf(per, DateOnly.FromDayNumber(day)) == period ? 1 : 0;
        return count;
    }

    /// <summary>The request with <see cref="TaskRequest.TimesBefore"/> counted against the cap of its item on a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="request">The task.</param>
    /// <exception cref="ArgumentNullException"><paramref name="list"/> is null.</exception>
    public TaskRequest Counted(DutyList list, in TaskRequest request)
    {
        ArgumentNullException.ThrowIfNull(list);
        return list.TryFind(request.Duty, request.On, out var item) && item.Cap is { } cap
            ? request with { TimesBefore = Count(request.Duty, request.ToBody, cap.Per, request.On) }
            : request;
    }
}
