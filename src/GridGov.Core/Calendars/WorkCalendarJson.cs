using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using static System.FormattableString;

namespace GridGov;

/// <summary>The JSON form of a calendar. Names in JSON are snake_case and part of the format, not of the C# names.</summary>
internal static class WorkCalendarJson
{
    // Monday first, as in a definition.
    private static readonly DayOfWeek[] Week = [.. Enumerable.Range(1, 7).Select(i => (DayOfWeek)(i % 7))];

    public static readonly DefinitionFormat<WorkCalendar, CalendarDto> Format = new()
    {
        Name = WorkCalendar.Name,
        Make = ToCalendar,
        ToDto = ToDto,
        Keys = new Dictionary<string, string[]> { ["days"] = ["day"], ["seasons"] = ["from"], ["dates"] = ["date"] }.ToFrozenDictionary(StringComparer.Ordinal),
        IsIndented = true,
    };

    public static WorkCalendar Read(ReadOnlySpan<byte> utf8, NamedDefinitions named) => ToCalendar(Format.Parse(utf8), named);

    private static WorkCalendar ToCalendar(CalendarDto dto, NamedDefinitions named)
    {
        List<Fault> faults =
        [
            .. JsonFault.OfNulls("$.days", dto.Days ?? [], "the day"),
            .. JsonFault.OfNulls("$.seasons", dto.Seasons ?? [], "the season"),
            .. JsonFault.OfNulls("$.dates", dto.Dates ?? [], "the date"),
        ];
        if (faults.Count > 0)
            throw new DefinitionException(WorkCalendar.Name, faults);
        var own = OwnShifts(dto, faults);
        var table = Table(dto, named, faults);
        var definition = new CalendarDefinition
        {
            Standard = Plan("$", dto.Shifts, faults),
            OwnShifts = own,
            Week = Workdays(dto, own, faults),
            Seasons = [.. (dto.Seasons ?? []).Select((season, i) => ToSeason(season, Invariant($"$.seasons[{i}]"), faults))],
            Table = table,
            Holidays = [.. table?.DaysOff ?? (IEnumerable<DateOnly>)(dto.Holidays ?? [])],
            MakeUpDays = [.. table?.MakeUpDays ?? (IEnumerable<DateOnly>)(dto.MakeUpDays ?? [])],
            Dates = Dates(dto, faults),
            Zone = Zone(dto.Zone, faults),
            Counting = dto.Counting ?? WorkdayCounting.ByWorkingTime,
        };
        return faults.Count == 0 ? WorkCalendar.From(definition) : throw new DefinitionException(WorkCalendar.Name, faults);
    }

    private static CalendarDto ToDto(WorkCalendar calendar)
    {
        var definition = calendar.Definition;
        var id = definition.Zone.Id;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(id, out var found) || !found.HasSameRules(definition.Zone))
            throw new InvalidOperationException($"The time zone {id} is the program's own; give the calendar one that every machine knows by its id.");
        var table = definition.Table;
        return new()
        {
            Format = DefinitionFormat<WorkCalendar, CalendarDto>.Version,
            Zone = id,
            Counting = definition.Counting,
            Shifts = definition.Standard.ToTexts(),
            Workdays = [.. Week.Where((_, i) => definition.Week[i])],
            Days = Filled(Week.Zip(definition.OwnShifts).Where(d => d.Second is not null).Select(d => new DayDto { Day = d.First, Shifts = d.Second!.ToTexts() })),
            Seasons = Filled(definition.Seasons.Select(s => new SeasonDto { From = s.From.ToString(), Until = s.Until.ToString(), Shifts = s.Plan.ToTexts() })),
            HolidayTable = table is null ? null : new(table.Id, table.Version),
            Holidays = table is null ? Filled(definition.Holidays.Distinct().Order()) : null,
            MakeUpDays = table is null ? Filled(definition.MakeUpDays.Distinct().Order()) : null,
            Dates = Filled(definition.Dates.Select(d => new DateDto { Date = d.Key, Shifts = d.Value.ToTexts() })),
        };
    }

    private static T[]? Filled<T>(IEnumerable<T> items) => items.ToArray() is { Length: > 0 } filled ? filled : null;

    private static DayPlan Plan(string path, IReadOnlyList<string> shifts, List<Fault> faults) =>
        DayPlan.Read(path + ".", [.. shifts], faults);

    private static ImmutableArray<DayPlan?> OwnShifts(CalendarDto dto, List<Fault> faults)
    {
        var own = new DayPlan?[7];
        foreach (var (i, day) in (dto.Days ?? []).Index())
        {
            ref var plan = ref own[CalendarDefinition.IndexOf(day.Day)];
            if (plan is not null)
                faults.Add(new(Invariant($"$.days[{i}]"), $"{day.Day} occurs twice"));
            plan = Plan(Invariant($"$.days[{i}]"), day.Shifts, faults);
        }

        return [.. own];
    }

    // Where the days are not named, those with shifts of their own are worked besides Monday to Friday.
    private static ImmutableArray<bool> Workdays(CalendarDto dto, ImmutableArray<DayPlan?> own, List<Fault> faults)
    {
        if (dto.Workdays is null)
            return [.. own.Select((plan, i) => i < 5 || plan is not null)];
        if (dto.Workdays.Count == 0)
            faults.Add(new("$.workdays", "there is none; a week needs at least one working day"));
        return [.. Week.Select(dto.Workdays.Contains)];
    }

    private static Season ToSeason(SeasonDto dto, string path, List<Fault> faults)
    {
        if (!YearDay.TryParse(dto.From, out var from))
            faults.Add(new(path + ".from", WorkCalendar.NotADay));
        if (!YearDay.TryParse(dto.Until, out var until))
            faults.Add(new(path + ".until", WorkCalendar.NotADay));
        return new(from, until, Plan(path, dto.Shifts, faults));
    }

    private static HolidayTable? Table(CalendarDto dto, NamedDefinitions named, List<Fault> faults)
    {
        if (dto.HolidayTable is not { } key)
            return null;
        if (dto.Holidays is not null || dto.MakeUpDays is not null)
            faults.Add(new("$.holiday_table", "the days are given beside it; keep the table or the days"));
        var table = named.FindHolidays(key.Id, key.Version);
        if (table is null)
            faults.Add(new("$.holiday_table", Invariant($"{key.Id} v{key.Version} was not given to the reader")));
        return table;
    }

    private static ImmutableSortedDictionary<DateOnly, DayPlan> Dates(CalendarDto dto, List<Fault> faults)
    {
        var dates = ImmutableSortedDictionary.CreateBuilder<DateOnly, DayPlan>();
        foreach (var (i, date) in (dto.Dates ?? []).Index())
        {
            if (!dates.TryAdd(date.Date, Plan(Invariant($"$.dates[{i}]"), date.Shifts, faults)))
                faults.Add(new(Invariant($"$.dates[{i}]"), $"{date.Date.ToString("O", CultureInfo.InvariantCulture)} occurs twice"));
        }

        return dates.ToImmutable();
    }

    private static TimeZoneInfo Zone(string? id, List<Fault> faults)
    {
        if (id is null)
            return TimeZoneInfo.Utc;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            return zone;
        faults.Add(new("$.zone", "this machine has no such time zone; install its time zone data, or correct the id"));
        return TimeZoneInfo.Utc;
    }

    internal sealed record CalendarDto : IDefinitionDto
    {
        public required int Format { get; init; }

        public string? Zone { get; init; }

        public WorkdayCounting? Counting { get; init; }

        public required IReadOnlyList<string> Shifts { get; init; }

        public IReadOnlyList<DayOfWeek>? Workdays { get; init; }

        public IReadOnlyList<DayDto>? Days { get; init; }

        public IReadOnlyList<SeasonDto>? Seasons { get; init; }

        public TableKeyDto? HolidayTable { get; init; }

        public IReadOnlyList<DateOnly>? Holidays { get; init; }

        public IReadOnlyList<DateOnly>? MakeUpDays { get; init; }

        public IReadOnlyList<DateDto>? Dates { get; init; }
    }

    internal sealed record TableKeyDto(string Id, int Version);

    internal sealed record DayDto
    {
        public required DayOfWeek Day { get; init; }

        public required IReadOnlyList<string> Shifts { get; init; }
    }

    internal sealed record SeasonDto
    {
        public required string From { get; init; }

        public required string Until { get; init; }

        public required IReadOnlyList<string> Shifts { get; init; }
    }

    internal sealed record DateDto
    {
        public required DateOnly Date { get; init; }

        public required IReadOnlyList<string> Shifts { get; init; }
    }
}
