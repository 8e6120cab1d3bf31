using System.Globalization;

namespace GridGov;

/// <summary>A day of every year; 29 February is not one.</summary>
internal readonly record struct YearDay(int Month, int Day)
{
    private int Order => (Month * 100) + Day;

    public static bool TryParse(string? text, out YearDay day)
    {
        day = default;

        // 2001 is no leap year.
        if (!DateOnly.TryParseExact($"2001-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return false;
        day = new(date.Month, date.Day);
        return true;
    }

    public DateOnly In(int year) => new(year, Month, Day);

    public bool IsAtMost(YearDay other) => Order <= other.Order;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Month:00}-{Day:00}");
}

/// <summary>Shifts that are worked from one day of every year to another, both included, over the turn of the year if need be.</summary>
internal sealed class Season(YearDay from, YearDay until, DayPlan plan)
{
    public YearDay From => from;

    public YearDay Until => until;

    public DayPlan Plan => plan;

    /// <summary>The season that a date lies in, or null.</summary>
    public static Season? At(ReadOnlySpan<Season> seasons, DateOnly date)
    {
        foreach (var season in seasons)
        {
            if (season.Holds(date))
                return season;
        }

        return null;
    }

    public bool Overlaps(Season other) => Holds(other.From) || other.Holds(From);

    public override string ToString() => $"{from} to {until}";

    private bool Holds(DateOnly date) => Holds(new YearDay(date.Month, date.Day));

    private bool Holds(YearDay day) => From.IsAtMost(Until)
        ? From.IsAtMost(day) && day.IsAtMost(Until)
        : From.IsAtMost(day) || day.IsAtMost(Until);
}
