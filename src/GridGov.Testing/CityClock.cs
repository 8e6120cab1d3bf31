using Microsoft.Extensions.Time.Testing;

namespace GridGov.Testing;

/// <summary>
/// A clock that stands until it is set, with timers that fire when it passes them (测试时钟). Thread-safe; a timer's callback
/// runs on the thread that sets the clock.
/// </summary>
/// <param name="now">Where it stands at first.</param>
public sealed class CityClock(DateTimeOffset now) : FakeTimeProvider(now)
{
    /// <summary>Sets it to a later instant.</summary>
    /// <param name="at">The instant.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is earlier than now.</exception>
    public void AdvanceTo(DateTimeOffset at) => SetUtcNow(at);

    /// <summary>Lets so much of a limit pass, counted by a calendar.</summary>
    /// <param name="limit">For instance 2 workdays.</param>
    /// <param name="calendar">The calendar.</param>
    public void Advance(TimeLimit limit, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        SetUtcNow(calendar.Add(GetUtcNow(), limit));
    }
}
