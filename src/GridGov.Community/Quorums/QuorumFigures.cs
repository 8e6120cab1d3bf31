using System.Globalization;

namespace GridGov.Community;

/// <summary>
/// The figures of one measure. Every group is within the ones above it: entitled, present, participating, then yes and
/// no together. Immutable and thread-safe.
/// </summary>
/// <param name="Entitled">All who may take part; at least 0.</param>
/// <param name="Present">Those who came.</param>
/// <param name="Participating">Those who cast a vote.</param>
/// <param name="Yes">Those who said yes.</param>
/// <param name="No">Those who said no.</param>
public sealed record MeasureFigures(decimal Entitled, decimal Present, decimal Participating, decimal Yes, decimal No)
{
    /// <summary>The largest figure; a hundredth of a square metre is the smallest step.</summary>
    public const decimal Largest = 1_000_000_000_000;

    /// <summary>The figure of a group.</summary>
    /// <param name="group">The group.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the groups.</exception>
    public decimal Of(QuorumGroup group) => group switch
    {
        QuorumGroup.Entitled => Entitled,
        QuorumGroup.Present => Present,
        QuorumGroup.Participating => Participating,
        QuorumGroup.Yes => Yes,
        QuorumGroup.No => No,
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "It is none of the groups."),
    };

    internal IEnumerable<Fault> Faults(QuorumMeasure measure)
    {
        foreach (var (name, value) in Named())
        {
            if (value is < 0 or > Largest || decimal.Round(value, 2) != value || measure != QuorumMeasure.Area && value != decimal.Truncate(value))
                yield return new(Where(measure), string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be from 0 to {Largest}, {(measure == QuorumMeasure.Area ? "with at most two decimals" : "whole")}"));
        }

        if (Present > Entitled)
            yield return new(Where(measure), string.Create(CultureInfo.InvariantCulture, $"{Present} are present of {Entitled} entitled"));
        if (Participating > Present)
            yield return new(Where(measure), string.Create(CultureInfo.InvariantCulture, $"{Participating} took part of {Present} present"));
        if (Yes + No > Participating)
            yield return new(Where(measure), string.Create(CultureInfo.InvariantCulture, $"{Yes} yes and {No} no of {Participating} who took part"));
    }

    private (string Name, decimal Value)[] Named() =>
        [("entitled", Entitled), ("present", Present), ("participating", Participating), ("yes", Yes), ("no", No)];

    private static string Where(QuorumMeasure measure) => measure.ToString();
}

/// <summary>What was counted, measure by measure; null where nobody counted it. Immutable and thread-safe.</summary>
public sealed record QuorumFigures
{
    /// <summary>People.</summary>
    public MeasureFigures? People { get; init; }

    /// <summary>Households.</summary>
    public MeasureFigures? Households { get; init; }

    /// <summary>Area in square metres.</summary>
    public MeasureFigures? Area { get; init; }

    /// <summary>Representatives.</summary>
    public MeasureFigures? Delegates { get; init; }

    /// <summary>The figures of a measure, or null where nobody counted it.</summary>
    /// <param name="measure">The measure.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the measures.</exception>
    public MeasureFigures? Of(QuorumMeasure measure) => measure switch
    {
        QuorumMeasure.People => People,
        QuorumMeasure.Households => Households,
        QuorumMeasure.Area => Area,
        QuorumMeasure.Delegates => Delegates,
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "It is none of the measures."),
    };

    /// <summary>Every figure that cannot be: negative, with too many decimals, or a part larger than its whole.</summary>
    public ValueList<Fault> Faults() => ValueList.From(Enum.GetValues<QuorumMeasure>().SelectMany(m => Of(m)?.Faults(m) ?? []));
}
