namespace GridGov;

/// <summary>A holiday (节假日) as it was announced: the days off in a row and the workdays that make up for some. Immutable and thread-safe.</summary>
public sealed record Holiday
{
    /// <summary>The name, in English and Chinese; neither is blank.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The first day off.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day off, not before <see cref="From"/> and less than a year after it.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Make-up workdays (调休上班), in any order.</summary>
    public ValueList<DateOnly> MakeUpDays { get; init; }

    /// <summary>The announcement.</summary>
    public required LegalBasis Source { get; init; }

    /// <summary>The days off, the first one first.</summary>
    public IEnumerable<DateOnly> DaysOff => Enumerable.Range(0, Math.Max(0, Until.DayNumber - From.DayNumber + 1)).Select(From.AddDays);
}
