namespace GridGov.Benchmarks;

/// <summary>
/// The same calendar over a long and a short span: a ratio near 1 says that the cost does not grow with the span. Both
/// sides return a checksum of their starts, since their deadlines differ.
/// </summary>
internal sealed class CalendarSpanComparison(string id, string shorter, TimeLimit theirs) : IComparison
{
    private const int Starts = 1024;
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    private static readonly TimeLimit TenYears = TimeLimit.WorkDays(2500);

    private readonly DateTimeOffset[] _starts = new DateTimeOffset[Starts];
    private WorkCalendar _calendar = null!;
    private int _nextOurs;
    private int _nextTheirs;

    public string Id => id;

    public string Area => Areas.Core;

    public string What => "a deadline after 2,500 workdays, about ten years; Asia/Shanghai, 60 holidays";

    public string Peer => $"the same calendar, a deadline after {shorter}";

    public string Unit => "ns/deadline";

    /// <summary>Ten years against one hour.</summary>
    public static CalendarSpanComparison FromAnHour() => new("core.calendar.add.span", "1 work hour", TimeLimit.WorkHours(1));

    /// <summary>Ten years against a month: neither is walked day by day.</summary>
    public static CalendarSpanComparison FromAMonth() => new("core.calendar.add.span.month", "20 workdays", TimeLimit.WorkDays(20));

    public void Setup()
    {
        var random = new Numbers(60);
        var first = new DateOnly(2026, 1, 1);
        var holidays = new HashSet<int>();
        while (holidays.Count < 60)
            holidays.Add(first.DayNumber + random.Next(3650));
        _calendar = WorkCalendar.Weekdays("08:00-12:00", "14:00-18:00")
            .In("Asia/Shanghai")
            .WithHolidays(holidays.Select(DateOnly.FromDayNumber));
        for (var i = 0; i < Starts; i++)
            _starts[i] = new DateTimeOffset(2026, 1, 1, 0, 0, 0, Offset).AddMinutes(random.Next(365 * 24 * 60));
    }

    public long Ours(int n) => Run(n, TenYears, ref _nextOurs);

    public long Theirs(int n) => Run(n, theirs, ref _nextTheirs);

    private long Run(int n, TimeLimit limit, ref int next)
    {
        long sum = 0;
        for (var i = 0; i < n; i++, next++)
        {
            var start = _starts[next % Starts];

            // A deadline is later than its start: the sum needs the deadline and is the same on both sides.
            var isLater = _calendar.Add(start, limit) > start;
            sum = Checksum.Add(sum, isLater ? start.UtcTicks : 0);
        }

        return sum;
    }
}
