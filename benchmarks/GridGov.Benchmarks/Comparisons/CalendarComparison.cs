namespace GridGov.Benchmarks;

/// <summary>
/// Deadlines in working time against a loop over the days. The loop knows that the offset is eight hours and asks no
/// time zone; all starts lie after the last clock change of Asia/Shanghai.
/// </summary>
internal sealed class CalendarComparison(string id, string what, TimeLimit[] limits, TimeZoneInfo zone) : IComparison
{
    private const int Starts = 1024;
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    private static readonly TimeLimit[] UpToTenYears =
    [
        TimeLimit.WorkHours(1), TimeLimit.WorkDays(2), TimeLimit.WorkHours(4), TimeLimit.WorkDays(20),
        TimeLimit.WorkHours(20), TimeLimit.WorkDays(250), TimeLimit.WorkHours(2000), TimeLimit.WorkDays(2500),
    ];

    private static readonly TimeLimit[] UpToFiveDays =
        [TimeLimit.WorkHours(1), TimeLimit.WorkHours(4), TimeLimit.WorkHours(20), TimeLimit.WorkDays(5)];

    // 08:00 to 12:00 and 14:00 to 18:00.
    private static readonly (long Start, long End)[] Shifts =
        [(8 * TimeSpan.TicksPerHour, 12 * TimeSpan.TicksPerHour), (14 * TimeSpan.TicksPerHour, 18 * TimeSpan.TicksPerHour)];

    private readonly DateTimeOffset[] _starts = new DateTimeOffset[Starts];
    private readonly HashSet<int> _holidays = [];
    private WorkCalendar _calendar = null!;
    private int _nextOurs;
    private int _nextTheirs;

    public string Id => id;

    public string Area => Areas.Core;

    public string What => what;

    public string Peer => "a loop over the days, holidays in a hash set, fixed offset";

    public string Unit => "ns/deadline";

    /// <summary>From one hour to ten years.</summary>
    public static CalendarComparison Mixed() => new(
        "core.calendar.add",
        "a deadline after 1, 4, 20 or 2,000 work hours or 2, 20, 250 or 2,500 workdays, in turn; Asia/Shanghai, 60 holidays",
        UpToTenYears,
        TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    /// <summary>The same in a zone without rules: what is left is the calendar itself.</summary>
    public static CalendarComparison FixedOffset() => new(
        "core.calendar.add.fixed",
        "the same in a zone with a fixed offset",
        UpToTenYears,
        TimeZoneInfo.CreateCustomTimeZone("UTC+08", Offset, null, null));

    /// <summary>From one hour to five workdays, where a loop has little to do.</summary>
    public static CalendarComparison Short() => new(
        "core.calendar.add.short",
        "a deadline after 1, 4 or 20 work hours or 5 workdays, in turn; Asia/Shanghai, 60 holidays",
        UpToFiveDays,
        TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    public void Setup()
    {
        var random = new Numbers(60);
        var first = new DateOnly(2026, 1, 1);
        while (_holidays.Count < 60)
            _holidays.Add(first.DayNumber + random.Next(3650));
        _calendar = WorkCalendar.Weekdays("08:00-12:00", "14:00-18:00")
            .In(zone)
            .WithHolidays(_holidays.Select(DateOnly.FromDayNumber));
        for (var i = 0; i < Starts; i++)
            _starts[i] = new DateTimeOffset(2026, 1, 1, 0, 0, 0, Offset).AddMinutes(random.Next(365 * 24 * 60));
    }

    public long Ours(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++, _nextOurs++)
        {
            var due = _calendar.Add(_starts[_nextOurs % Starts], limits[_nextOurs % limits.Length]);
            sum = Checksum.Add(sum, due.UtcTicks);
        }

        return sum;
    }

    public long Theirs(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++, _nextTheirs++)
        {
            var limit = limits[_nextTheirs % limits.Length];
            var length = limit.Amount * (limit.Unit == LimitUnit.WorkDay ? 8 : 1) * TimeSpan.TicksPerHour;
            sum = Checksum.Add(sum, DayByDay(_starts[_nextTheirs % Starts], length).UtcTicks);
        }

        return sum;
    }

    private DateTimeOffset DayByDay(DateTimeOffset start, long length)
    {
        var day = start.Ticks / TimeSpan.TicksPerDay;
        var time = start.Ticks % TimeSpan.TicksPerDay;
        while (true)
        {
            // 0001-01-01 is a Monday.
            if (day % 7 < 5 && !_holidays.Contains((int)day))
            {
                foreach (var shift in Shifts)
                {
                    var from = Math.Max(time, shift.Start);
                    if (from >= shift.End)
                        continue;
                    if (length <= shift.End - from)
                        return new((day * TimeSpan.TicksPerDay) + from + length, Offset);
                    length -= shift.End - from;
                }
            }

            day++;
            time = 0;
        }
    }
}
