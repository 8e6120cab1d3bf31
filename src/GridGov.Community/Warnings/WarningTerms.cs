namespace GridGov.Community;

/// <summary>The three colours (红黄绿). Source: 盐池县 2020 (secondary source).</summary>
public enum WarningColour
{
    /// <summary>All is as usual (一切正常).</summary>
    Green = 1,

    /// <summary>There is a problem for the time being (暂时存在问题).</summary>
    Yellow = 2,

    /// <summary>There is a great risk (存在重大风险).</summary>
    Red = 3,
}

/// <summary>
/// What an indicator is about. Source: 盐池县 compares ten classes and 27 indicators, of which only income and
/// 两不愁三保障 are named; these ten are composed (secondary source, assumed).
/// </summary>
public enum WarningDomain
{
    /// <summary>Income (收入).</summary>
    Income = 1,

    /// <summary>Food and clothing (吃穿不愁).</summary>
    Subsistence = 2,

    /// <summary>Compulsory schooling (义务教育).</summary>
    Schooling = 3,

    /// <summary>Basic medical care (基本医疗).</summary>
    Medical = 4,

    /// <summary>Safe housing (住房安全).</summary>
    Housing = 5,

    /// <summary>Drinking water (饮水安全).</summary>
    Water = 6,

    /// <summary>Work (就业).</summary>
    Work = 7,

    /// <summary>Disasters and accidents (灾害意外).</summary>
    Disaster = 8,

    /// <summary>Labour and care in the family (家庭劳力与照护).</summary>
    Family = 9,

    /// <summary>Debts and large expenses (债务与大额支出).</summary>
    Debt = 10,
}

/// <summary>Values from a bound upwards, to the next band (档). Immutable and thread-safe.</summary>
/// <param name="From">The least value, included.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Reason">What is said of a household in it; never the value.</param>
public sealed record WarningBand(decimal From, WarningColour Colour, LocalizedText Reason);

/// <summary>One indicator (监测指标). Immutable and thread-safe.</summary>
public sealed record WarningIndicator
{
    /// <summary>A stable code.</summary>
    public required string Code { get; init; }

    /// <summary>What is observed, with its unit.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What it is about.</summary>
    public required WarningDomain Domain { get; init; }

    /// <summary>The least value that there can be.</summary>
    public required decimal Least { get; init; }

    /// <summary>The greatest value that there can be, included.</summary>
    public required decimal Most { get; init; }

    /// <summary>The bands in rising order; the first begins at <see cref="Least"/>, so that there is no gap.</summary>
    public required ValueList<WarningBand> Bands { get; init; }

    /// <summary>Where it comes from.</summary>
    public required LegalBasis Basis { get; init; }
}

/// <summary>Indicators and how a household's colour follows from theirs. Immutable and thread-safe.</summary>
public sealed record WarningTerms
{
    /// <summary>A stable name.</summary>
    public required string Id { get; init; }

    /// <summary>The version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The indicators.</summary>
    public required ValueList<WarningIndicator> Indicators { get; init; }

    /// <summary>So many yellow indicators make a household red, from 2; null for never.</summary>
    public int? YellowsThatAreRed { get; init; }

    /// <summary>
    /// After how many days a household that was taken back to green is looked at again (跟踪核查), in rising order; one and
    /// three months unless given (assumed).
    /// </summary>
    public ValueList<int> RecheckDays { get; init; } = [30, 90];

    /// <summary>The duty on whose behalf observations are kept.</summary>
    public required LegalBasis Basis { get; init; }
}

/// <summary>What was seen of a household (监测信息). Immutable and thread-safe.</summary>
/// <param name="Household">The household's pseudonym.</param>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="Value">The value; it is graded and not kept.</param>
/// <param name="On">The day on which it was seen.</param>
public readonly record struct WarningObservation(HouseholdId Household, string Indicator, decimal Value, DateOnly On)
{
    /// <summary>Household, indicator and day; never the value.</summary>
    public override string ToString() => FormattableString.Invariant($"{Household}, {Indicator}, {On:O}");
}
