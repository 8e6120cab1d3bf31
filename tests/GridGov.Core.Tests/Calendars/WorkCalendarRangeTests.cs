namespace GridGov.Core.Tests;

/// <summary>The edges of the years that a <see cref="DateTimeOffset"/> holds.</summary>
public class WorkCalendarRangeTests
{
    private static readonly WorkCalendar Utc = WorkCalendar.Weekdays("08:00-12:00", "14:00-18:00");

    public static TheoryData<string> Zones => ["UTC", Clock.Shanghai, Clock.NewYork];

    [Theory]
    [MemberData(nameof(Zones))]
    public void A_deadline_beyond_the_year_9999_is_out_of_range(string zone)
    {
        foreach (var calendar in new[] { Utc.In(zone), Utc.In(zone).Counting(WorkdayCounting.ByDate) })
        {
            foreach (var unit in Enum.GetValues<LimitUnit>())
            {
                var start = new DateTimeOffset(9999, 12, 30, 0, 0, 0, TimeSpan.Zero);
                Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Add(start, new(1_000, unit)));
                Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Add(start, new(TimeLimit.MaxAmount, unit)));
            }
        }
    }

    [Fact]
    public void The_last_working_hour_of_the_year_9999_is_a_deadline() =>
        Clock.Same(
            new(9999, 12, 31, 18, 0, 0, TimeSpan.Zero),
            Utc.Add(new(9999, 12, 30, 18, 0, 0, TimeSpan.Zero), TimeLimit.WorkDays(1)));

    [Fact]
    public void A_deadline_that_only_the_zone_puts_into_the_year_10000_is_out_of_range()
    {
        var start = new DateTimeOffset(9999, 12, 31, 15, 0, 0, TimeSpan.Zero);
        Assert.Throws<ArgumentOutOfRangeException>(() => Utc.In(Clock.Shanghai).Add(start, TimeLimit.UrgentHours(1)));
        Clock.Same(start.AddHours(1), Utc.Add(start, TimeLimit.UrgentHours(1)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(600_000_000)]
    [InlineData(36_000_000_000)]
    public void However_short_the_shifts_a_deadline_beyond_the_year_9999_is_out_of_range(long ticks)
    {
        var minute = WorkCalendar.Weekdays(ticks < 36_000_000_000 ? "08:00-08:01" : "08:00-09:00").On(DayOfWeek.Monday);
        foreach (var amount in new[] { 1_000, 7_000, 20_000, 50_000, TimeLimit.MaxAmount })
        {
            var start = new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(ticks);
            if (minute.WorkdayLength < TimeSpan.FromHours(1) || amount > 52_180)
                Assert.Throws<ArgumentOutOfRangeException>(() => minute.Add(start, TimeLimit.WorkHours(amount)));
            else
                Assert.InRange(minute.Add(start, TimeLimit.WorkHours(amount)).Year, 9019, 9999);
        }
    }

    [Fact]
    public void Time_counts_from_the_first_instant_there_is()
    {
        Clock.Same(new(1, 1, 1, 9, 0, 0, TimeSpan.Zero), Utc.Add(DateTimeOffset.MinValue, TimeLimit.WorkHours(1)));
        Clock.Same(new(1, 1, 2, 0, 0, 0, TimeSpan.Zero), Utc.Counting(WorkdayCounting.ByDate).Add(DateTimeOffset.MinValue, TimeLimit.WorkDays(1)));
        Clock.Same(new(1, 1, 2, 0, 0, 0, TimeSpan.Zero), Utc.Add(DateTimeOffset.MinValue, TimeLimit.NaturalDays(1)));
        Assert.True(Utc.IsWorkday(DateOnly.MinValue));
        Assert.False(Utc.WithHolidays(DateOnly.MinValue).IsWorkday(DateOnly.MinValue));
        Assert.False(Utc.IsOpenAt(DateTimeOffset.MinValue));
        Assert.Equal(TimeSpan.Zero, Utc.Elapsed(DateTimeOffset.MinValue, DateTimeOffset.MinValue, LimitUnit.WorkDay));
    }

    [Fact]
    public void All_time_there_is_can_be_measured()
    {
        var hours = Utc.Elapsed(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, LimitUnit.WorkHour);
        var workdays = Enumerable.Range(0, DateOnly.MaxValue.DayNumber + 1).Count(d => d % 7 < 5);
        Assert.Equal(TimeSpan.FromHours(8L * workdays), hours);
    }

    [Fact]
    public void An_instant_before_the_year_1_on_the_clocks_of_the_zone_is_out_of_range() =>
        IsOutOfRange(Utc.In(Clock.NewYork), DateTimeOffset.MinValue);

    [Fact]
    public void An_instant_after_the_year_9999_on_the_clocks_of_the_zone_is_out_of_range() =>
        IsOutOfRange(Utc.In(Clock.Shanghai), DateTimeOffset.MaxValue);

    // Some cultures have calendars that cannot write these instants.
    private static void IsOutOfRange(WorkCalendar calendar, DateTimeOffset instant) => Cultures.InEach(_ =>
    {
        var other = new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => calendar.IsOpenAt(instant));
        Assert.Contains(calendar.Zone.Id, thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Elapsed(instant, other, LimitUnit.WorkHour));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Elapsed(other, instant, LimitUnit.WorkDay));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Remaining(instant, TimeLimit.WorkHours(1), other));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Add(instant, TimeLimit.WorkHours(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Counting(WorkdayCounting.ByDate).Add(instant, TimeLimit.WorkDays(1)));
    });
}
