using System.Globalization;

namespace GridGov;

/// <summary>
/// The four units in which cities state time limits. Source: the time-limit rules of a city's published
/// digital city management schema (Yuncheng 运城), seen in a secondary source; units agree with CJ/T 315 practice.
/// </summary>
public enum LimitUnit
{
    /// <summary>An urgent working hour (紧急工作时): a continuous hour, nights, weekends and holidays included.</summary>
    UrgentHour = 1,

    /// <summary>A natural day (自然日): 24 continuous hours.</summary>
    NaturalDay = 2,

    /// <summary>A working hour (工作时): an hour inside the shifts of a workday.</summary>
    WorkHour = 3,

    /// <summary>A workday (工作日): as much working time as the shifts of one day hold.</summary>
    WorkDay = 4,
}

/// <summary>A time limit (时限): so many of a unit. Immutable and thread-safe.</summary>
public readonly record struct TimeLimit
{
    /// <summary>The largest amount.</summary>
    public const int MaxAmount = 100_000;

    /// <summary>Makes a limit.</summary>
    /// <param name="amount">How many units, 1 to 100,000.</param>
    /// <param name="unit">The unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount or the unit is out of range.</exception>
    public TimeLimit(int amount, LimitUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, MaxAmount);
        if (!Enum.IsDefined(unit))
            throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not one of the four units.");
        Amount = amount;
        Unit = unit;
    }

    /// <summary>How many units; 0 only in the default value, which is no limit that can be added.</summary>
    public int Amount { get; }

    /// <summary>The unit.</summary>
    public LimitUnit Unit { get; }

    /// <summary>A limit in urgent working hours (紧急工作时).</summary>
    /// <param name="amount">1 to 100,000.</param>
    public static TimeLimit UrgentHours(int amount) => new(amount, LimitUnit.UrgentHour);

    /// <summary>A limit in natural days (自然日).</summary>
    /// <param name="amount">1 to 100,000.</param>
    public static TimeLimit NaturalDays(int amount) => new(amount, LimitUnit.NaturalDay);

    /// <summary>A limit in working hours (工作时).</summary>
    /// <param name="amount">1 to 100,000.</param>
    public static TimeLimit WorkHours(int amount) => new(amount, LimitUnit.WorkHour);

    /// <summary>A limit in workdays (工作日).</summary>
    /// <param name="amount">1 to 100,000.</param>
    public static TimeLimit WorkDays(int amount) => new(amount, LimitUnit.WorkDay);

    /// <summary>Amount and unit, for instance <c>2 work_day</c>; the same in every culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {NameOf(Unit)}");

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <param name="text">For instance <c>2 work_day</c>.</param>
    /// <param name="limit">The limit, if the text is one.</param>
    public static bool TryParse(string? text, out TimeLimit limit)
    {
        limit = default;
        var parts = text?.Split(' ');
        if (parts is not [var amount, var unit]
            || !int.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number is < 1 or > MaxAmount)
        {
            return false;
        }

        foreach (var known in Enum.GetValues<LimitUnit>())
        {
            if (string.Equals(NameOf(known), unit, StringComparison.Ordinal))
            {
                limit = new(number, known);
                return true;
            }
        }

        return false;
    }

    private static string NameOf(LimitUnit unit) => unit switch
    {
        LimitUnit.UrgentHour => "urgent_hour",
        LimitUnit.NaturalDay => "natural_day",
        LimitUnit.WorkHour => "work_hour",
        LimitUnit.WorkDay => "work_day",
        _ => "none",
    };
}
