using System.Globalization;
using static System.FormattableString;

namespace GridGov;

/// <summary>The holidays of some years as an authority announced them (节假日安排). Frozen and checked as a whole. Immutable and thread-safe.</summary>
public sealed class HolidayTable
{
    // A longer stretch is a slip in a year.
    private const int LongestHoliday = 366;

    private static readonly Lazy<HolidayTable> Shipped = new(ReadChina);

    private readonly HashSet<int> _years;

    private HolidayTable(string id, int version, ValueList<int> years, ValueList<Holiday> holidays)
    {
        (Id, Version, Years, Holidays) = (id, version, years, holidays);
        _years = [.. years];
        DaysOff = ValueList.From(holidays.SelectMany(h => h.DaysOff).Order());
        MakeUpDays = ValueList.From(holidays.SelectMany(h => h.MakeUpDays).Order());
    }

    /// <summary>
    /// Mainland China's public holidays of 2018 to 2025, from the yearly notices of the General Office of the State Council
    /// (国务院办公厅关于部分节假日安排的通知), with the changes to Labour Day of 2019 and the Spring Festival of 2020. Extra
    /// days that single places had are not in it. The notices were not at hand when it was written down; it was compared
    /// with an independent public transcript of them, and each year's days off less make-up workdays are the statutory
    /// 11 days, 13 in 2020 and 2025. From 2026 on, load the year's notice with <see cref="FromJson"/>.
    /// </summary>
    public static HolidayTable China => Shipped.Value;

    /// <summary>The stable name of the table.</summary>
    public string Id { get; }

    /// <summary>The version, from 1.</summary>
    public int Version { get; }

    /// <summary>The years of which all holidays are in the table, in order.</summary>
    public ValueList<int> Years { get; }

    /// <summary>The holidays, the earliest first.</summary>
    public ValueList<Holiday> Holidays { get; }

    /// <summary>All days off, the earliest first; weekends within a holiday are among them.</summary>
    public ValueList<DateOnly> DaysOff { get; }

    /// <summary>All make-up workdays, the earliest first.</summary>
    public ValueList<DateOnly> MakeUpDays { get; }

    /// <summary>Whether a date lies in a year of which all holidays are in the table.</summary>
    /// <param name="date">The date.</param>
    public bool Covers(DateOnly date) => _years.Contains(date.Year);

    /// <summary>Reads a table, format 1 of docs/formats.md.</summary>
    /// <param name="utf8">The document, UTF-8, with or without a byte order mark.</param>
    /// <exception cref="DefinitionException">
    /// The document is not of the format (one fault, with line, byte and path), or the table has faults (all of them).
    /// </exception>
    public static HolidayTable FromJson(ReadOnlySpan<byte> utf8) => HolidayTableJson.Format.Read(utf8);

    /// <summary>The table as JSON in UTF-8, which <see cref="FromJson"/> reads to an equal one; the same bytes for the same table.</summary>
    public byte[] ToJson() => HolidayTableJson.Format.Write(this);

    /// <summary>Freezes a table.</summary>
    /// <param name="id">The stable name, not blank.</param>
    /// <param name="version">The version, from 1.</param>
    /// <param name="years">The years of which all holidays are given, 1 to 9999, at least one, each once.</param>
    /// <param name="holidays">The holidays, in any order. No day is in two of them, or both off and a workday.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="DefinitionException">The table has faults; every one is listed.</exception>
    public static HolidayTable Freeze(string id, int version, IEnumerable<int> years, IEnumerable<Holiday> holidays)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(years);
        ArgumentNullException.ThrowIfNull(holidays);
        int[] sortedYears = [.. years.Order()];
        Holiday[] sorted = [.. holidays.OrderBy(h => h.From).ThenBy(h => h.Until).ThenBy(h => h.Name.En, StringComparer.Ordinal)];
        var faults = new List<Fault>();
        if (string.IsNullOrWhiteSpace(id))
            faults.Add(new("id", "it is blank"));
        if (version < 1)
            faults.Add(new("version", Invariant($"{version} is below 1")));
        if (sortedYears.Length == 0)
            faults.Add(new("years", "there is none"));
        for (var i = 0; i < sortedYears.Length; i++)
        {
            if (sortedYears[i] is < 1 or > 9999)
                faults.Add(new(Invariant($"year {sortedYears[i]}"), "it is not one of 1 to 9999"));
            if (i > 0 && sortedYears[i] == sortedYears[i - 1])
                faults.Add(new(Invariant($"year {sortedYears[i]}"), "it is given twice"));
        }

        foreach (var holiday in sorted)
            Check(holiday, sortedYears, faults);
        CheckDays(sorted, faults);
        return faults.Count == 0
            ? new(id, version, ValueList.From(sortedYears), ValueList.From(sorted))
            : throw new DefinitionException("The holiday table", faults);
    }

    private static void Check(Holiday holiday, int[] years, List<Fault> faults)
    {
        var where = Invariant($"holiday of {Text(holiday.From)}");
        if (string.IsNullOrWhiteSpace(holiday.Name.En))
            faults.Add(new(where, "it has no English name"));
        if (string.IsNullOrWhiteSpace(holiday.Name.Zh))
            faults.Add(new(where, "it has no Chinese name"));
        if (string.IsNullOrWhiteSpace(holiday.Source.Instrument))
            faults.Add(new(where, "it has no source; name the announcement"));
        if (holiday.Until < holiday.From)
            faults.Add(new(where, Invariant($"it ends before it begins, on {Text(holiday.Until)}")));
        else if (holiday.Until.DayNumber - holiday.From.DayNumber >= LongestHoliday)
            faults.Add(new(where, Invariant($"it lasts until {Text(holiday.Until)}; a holiday is shorter than a year")));
        if (!years.Contains(holiday.From.Year) && !years.Contains(holiday.Until.Year))
            faults.Add(new(where, "it lies in none of the years of the table"));
    }

    private static void CheckDays(Holiday[] holidays, List<Fault> faults)
    {
        var seen = new Dictionary<DateOnly, bool>();
        foreach (var holiday in holidays.Where(h => h.Until.DayNumber - h.From.DayNumber < LongestHoliday))
        {
            foreach (var (day, isOff) in holiday.DaysOff.Select(d => (d, true)).Concat(holiday.MakeUpDays.Select(d => (d, false))))
            {
                if (seen.TryAdd(day, isOff))
                    continue;
                var twice = isOff ? "it is a day off twice; keep one" : "it is a make-up workday twice; keep one";
                faults.Add(new(Text(day), seen[day] == isOff ? twice : "it is both a day off and a make-up workday; keep one"));
            }
        }
    }

    private static HolidayTable ReadChina()
    {
        using var stream = typeof(HolidayTable).Assembly.GetManifestResourceStream("cn-public-holidays.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return FromJson(bytes);
    }

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
