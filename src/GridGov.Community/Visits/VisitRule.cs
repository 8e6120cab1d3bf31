namespace GridGov.Community;

/// <summary>How a household is asked after (探访方式).</summary>
public enum VisitWay
{
    /// <summary>At the door (上门).</summary>
    Door = 1,

    /// <summary>By telephone or message (电话、线上).</summary>
    Phone = 2,

    /// <summary>By a device that answers for somebody, for instance a sensor or a call button (智能设备).</summary>
    Device = 3,
}

/// <summary>How often: every so many days, or every so many months on the same day. A value; thread-safe.</summary>
/// <param name="Days">Days, or 0 where it goes by months.</param>
/// <param name="Months">Months, or 0 where it goes by days.</param>
public readonly record struct VisitInterval(int Days, int Months)
{
    /// <summary>Every so many days.</summary>
    /// <param name="days">From 1.</param>
    public static VisitInterval OfDays(int days) => new(days, 0);

    /// <summary>Every so many months: on the same day of the month, or the month's last where it has none.</summary>
    /// <param name="months">From 1.</param>
    public static VisitInterval OfMonths(int months) => new(0, months);

    /// <summary>The longest time between two visits in days, for comparing intervals.</summary>
    internal int MostDays => Months > 0 ? Months * 31 : Days;

    internal bool IsSound => Days is >= 1 and <= 3_660 && Months == 0 || Months is >= 1 and <= 120 && Days == 0;

    internal DateOnly After(DateOnly day) => Months > 0 ? day.AddMonths(Months) : day.AddDays(Days);

    /// <summary>For instance <c>7 days</c> or <c>3 months</c>.</summary>
    public override string ToString() => Months > 0 ? FormattableString.Invariant($"{Months} months") : FormattableString.Invariant($"{Days} days");
}

/// <summary>At least how often whom, and in which way (探访频次). Immutable and thread-safe.</summary>
public sealed record VisitRule
{
    /// <summary>A stable code.</summary>
    public required string Code { get; init; }

    /// <summary>Whom it is for.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>
    /// The care needs that a household must all have for the rule to apply to it; empty for every household. Living alone
    /// and very old are two needs: the rule for elders who live alone names both.
    /// </summary>
    public ValueList<CareKind> Needs { get; init; }

    /// <summary>At least how often.</summary>
    public required VisitInterval Every { get; init; }

    /// <summary>In which way.</summary>
    public required VisitWay Way { get; init; }

    /// <summary>How many days before it is due a visit already counts, from 0 to less than the interval.</summary>
    public int WindowDays { get; init; }

    /// <summary>Where it comes from.</summary>
    public required LegalBasis Basis { get; init; }

    internal bool AppliesTo(int needs)
    {
        var asked = 0;
        foreach (var kind in Needs)
            asked |= 1 << (int)kind;
        return (needs & asked) == asked;
    }
}

/// <summary>What makes a visit due at once (触发条件): a serious change, a red weather warning. Immutable and thread-safe.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Name">What happened.</param>
/// <param name="Needs">Households with any of these needs are asked after; empty for all that are named.</param>
/// <param name="Within">Within what time.</param>
/// <param name="Way">In which way.</param>
/// <param name="Basis">Where it comes from.</param>
public sealed record VisitTrigger(string Code, LocalizedText Name, ValueList<CareKind> Needs, TimeSpan Within, VisitWay Way, LegalBasis Basis);
