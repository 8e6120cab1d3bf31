namespace GridGov;

/// <content>How a calendar is defined: each call makes another one.</content>
public sealed partial class WorkCalendar
{
    /// <summary>A calendar that works Monday to Friday in the given shifts, in UTC, without holidays.</summary>
    /// <param name="shifts">
    /// The standard shifts (标准班次), for instance <c>08:00-12:00</c> and <c>14:00-18:00</c>; in order, not overlapping.
    /// A limit of one workday is as long as they are together.
    /// </param>
    /// <exception cref="DefinitionException">There is no shift, a text is not one, or some overlap; every fault is listed.</exception>
    public static WorkCalendar Weekdays(params ReadOnlySpan<string> shifts) => new(new() { Standard = Read(string.Empty, shifts) });

    /// <summary>The same calendar on the clocks of a time zone.</summary>
    /// <param name="zone">The zone.</param>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    public WorkCalendar In(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new(_definition with { Zone = zone });
    }

    /// <summary>The same calendar on the clocks of a time zone.</summary>
    /// <param name="zoneId">An IANA or Windows id, for instance <c>Asia/Shanghai</c>.</param>
    /// <exception cref="TimeZoneNotFoundException">This machine has no such zone; install its time zone data.</exception>
    public WorkCalendar In(string zoneId) => In(TimeZoneInfo.FindSystemTimeZoneById(zoneId));

    /// <summary>The same calendar with other working days of the week, and no others; shifts of their own are kept.</summary>
    /// <param name="days">The working days, at least one.</param>
    /// <exception cref="ArgumentException">There is no day.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not a day of the week.</exception>
    public WorkCalendar On(params ReadOnlySpan<DayOfWeek> days)
    {
        if (days.IsEmpty)
            throw new ArgumentException("A week needs at least one working day.", nameof(days));
        var week = new bool[7];
        foreach (var day in days)
            week[CalendarDefinition.IndexOf(Known(day))] = true;
        return new(_definition with { Week = [.. week] });
    }

    /// <summary>
    /// The same calendar with shifts of its own on a day of the week, for instance Saturday mornings; the day becomes a
    /// workday. It keeps them in every season. A make-up workday has the standard shifts all the same.
    /// </summary>
    /// <param name="day">The day of the week.</param>
    /// <param name="shifts">In order, not overlapping, at least one; they replace what the day had.</param>
    /// <exception cref="DefinitionException">The shifts are not sound; every fault is listed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a day of the week.</exception>
    public WorkCalendar WithShiftsOn(DayOfWeek day, params ReadOnlySpan<string> shifts)
    {
        var index = CalendarDefinition.IndexOf(Known(day));
        return new(_definition with
        {
            Week = _definition.Week.SetItem(index, true),
            OwnShifts = _definition.OwnShifts.SetItem(index, Read($"{day}, ", shifts)),
        });
    }

    /// <summary>The same calendar with shifts of its own on one date, for instance a half day; the date becomes a workday.</summary>
    /// <param name="date">The local date; not a holiday.</param>
    /// <param name="shifts">In order, not overlapping, at least one; they replace what the date had.</param>
    /// <exception cref="DefinitionException">The shifts are not sound, or the date is a holiday; every fault is listed.</exception>
    public WorkCalendar WithShiftsOn(DateOnly date, params ReadOnlySpan<string> shifts) =>
        new((_definition with { Dates = _definition.Dates.SetItem(date, Read(FormattableString.Invariant($"{date:O}, "), shifts)) }).Checked());

    /// <summary>
    /// The same calendar with other shifts in a part of every year, for instance summer hours (夏季作息时间), which
    /// northern Chinese cities announce for May or June to September. Working days stay the same.
    /// </summary>
    /// <param name="from">The first day, month and day such as <c>06-01</c>; not 29 February.</param>
    /// <param name="until">The last day; before <paramref name="from"/> for a season over the turn of the year.</param>
    /// <param name="shifts">In order, not overlapping, at least one.</param>
    /// <exception cref="DefinitionException">A day or shift is not sound, or the season overlaps another; every fault is listed.</exception>
    public WorkCalendar WithSeason(string from, string until, params ReadOnlySpan<string> shifts)
    {
        var faults = new List<Fault>();
        var prefix = $"season {from} to {until}, ";
        if (!YearDay.TryParse(from, out var first))
            faults.Add(new(prefix + "from", NotADay));
        if (!YearDay.TryParse(until, out var last))
            faults.Add(new(prefix + "until", NotADay));
        var plan = DayPlan.Read(prefix, shifts, faults);
        if (faults.Count > 0)
            throw new DefinitionException(Name, faults);
        return new((_definition with { Seasons = _definition.Seasons.Add(new(first, last, plan)) }).Checked());
    }

    /// <summary>The same calendar with exactly these days off (节假日) besides the weekly ones.</summary>
    /// <param name="days">Days off; one that is also a make-up workday or has shifts of its own is refused.</param>
    /// <exception cref="ArgumentNullException"><paramref name="days"/> is null.</exception>
    /// <exception cref="DefinitionException">A day is both off and a workday; every such day is listed.</exception>
    public WorkCalendar WithHolidays(params IEnumerable<DateOnly> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return new((_definition with { Holidays = [.. days], Table = null }).Checked());
    }

    /// <summary>The same calendar with exactly these make-up workdays (调休上班) besides the weekly ones.</summary>
    /// <param name="days">Workdays, worked in the standard shifts of their season; one that is also a holiday is refused.</param>
    /// <exception cref="ArgumentNullException"><paramref name="days"/> is null.</exception>
    /// <exception cref="DefinitionException">A day is both off and a workday; every such day is listed.</exception>
    public WorkCalendar WithMakeUpDays(params IEnumerable<DateOnly> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return new((_definition with { MakeUpDays = [.. days], Table = null }).Checked());
    }

    /// <summary>The same calendar with exactly the days off and make-up workdays of a table besides the weekly ones.</summary>
    /// <param name="table">
    /// The table. In years that it does not cover no day is a holiday: see <see cref="HolidayTable.Covers"/>. For more
    /// days, give its <see cref="HolidayTable.DaysOff"/> and your own to <see cref="WithHolidays"/>.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    /// <exception cref="DefinitionException">A date with shifts of its own is a holiday of the table; every such day is listed.</exception>
    public WorkCalendar With(HolidayTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new((_definition with { Holidays = [.. table.DaysOff], MakeUpDays = [.. table.MakeUpDays], Table = table }).Checked());
    }

    /// <summary>The same calendar with another way to count limits in workdays.</summary>
    /// <param name="counting">The way.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of the two ways.</exception>
    public WorkCalendar Counting(WorkdayCounting counting)
    {
        if (!Enum.IsDefined(counting))
            throw new ArgumentOutOfRangeException(nameof(counting), counting, "Not one of the ways to count workdays.");
        return new(_definition with { Counting = counting });
    }

    /// <summary>Reads a calendar from JSON, format 1 of docs/formats.md.</summary>
    /// <param name="utf8">The document in UTF-8, with or without a byte order mark.</param>
    /// <param name="tables">The holiday tables that it may name; <see cref="HolidayTable.China"/> need not be given.</param>
    /// <exception cref="DefinitionException">
    /// The document is not of the format (one fault, with line, byte and path), or the calendar has faults, an unknown
    /// time zone or holiday table among them (all of them).
    /// </exception>
    public static WorkCalendar FromJson(ReadOnlySpan<byte> utf8, params ReadOnlySpan<HolidayTable> tables) =>
        WorkCalendarJson.Read(utf8, new() { HolidayTables = ValueList.Create(tables) });

    /// <summary>
    /// The calendar as JSON in UTF-8, which <see cref="FromJson"/> reads to one that counts the same; the same bytes for the
    /// same definition. The holidays of a table are written as its name and version; days given one by one, as themselves.
    /// </summary>
    /// <exception cref="InvalidOperationException">The time zone is not one that machines know by its id.</exception>
    public byte[] ToJson() => WorkCalendarJson.Format.Write(this);

    internal static WorkCalendar From(CalendarDefinition definition) => new(definition.Checked());

    internal CalendarDefinition Definition => _definition;

    internal const string Name = "The work calendar";

    internal const string NotADay = "it is not a day of every year; write month and day, such as 06-01, and not 02-29";

    private static DayPlan Read(string prefix, ReadOnlySpan<string> shifts)
    {
        var faults = new List<Fault>();
        var plan = DayPlan.Read(prefix, shifts, faults);
        return faults.Count == 0 ? plan : throw new DefinitionException(Name, faults);
    }

    private static DayOfWeek Known(DayOfWeek day) =>
        Enum.IsDefined(day) ? day : throw new ArgumentOutOfRangeException(nameof(day), day, "Not a day of the week.");
}
