using System.Collections.Frozen;
using static System.FormattableString;

namespace GridGov.Community;

/// <summary>
/// The rules of early warning in one version (预警规则): a household has the colour of its worst indicator, or red for
/// several yellow ones where the rules say so. Frozen and thread-safe.
/// </summary>
public sealed partial class WarningRules
{
    /// <summary>The most indicators that one version has.</summary>
    public const int Most = 250;

    private readonly FrozenDictionary<string, int> _byCode;
    private readonly BandTable[] _tables;

    private WarningRules(WarningTerms terms)
    {
        Terms = terms;
        _byCode = terms.Indicators.Index().ToFrozenDictionary(i => i.Item.Code, i => i.Index, StringComparer.Ordinal);
        _tables = [.. terms.Indicators.Select(i => new BandTable(i))];
    }

    /// <summary>The indicators and how they come together.</summary>
    public WarningTerms Terms { get; }

    /// <summary>Freezes rules.</summary>
    /// <param name="terms">The indicators and how they come together.</param>
    /// <exception cref="DefinitionException">Bands leave a gap or are not in order, a code stands twice, or a bound is out of range; every fault.</exception>
    public static WarningRules Freeze(WarningTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        Fault[] faults = [.. Check(terms)];
        return faults.Length == 0 ? new(terms) : throw new DefinitionException($"warning rules \"{terms.Id}\" version {terms.Version}", faults);
    }

    /// <summary>What a value is graded as.</summary>
    /// <param name="indicator">The indicator's code.</param>
    /// <param name="value">The value.</param>
    /// <returns>The band, or null where there is no such indicator or value.</returns>
    public WarningBand? Grade(string indicator, decimal value) =>
        TryFind(indicator, out var i) && _tables[i].BandOf(value) is >= 0 and var band ? Terms.Indicators[i].Bands[band] : null;

    /// <summary>The name and version.</summary>
    public override string ToString() => Invariant($"{Terms.Id} v{Terms.Version}");

    internal bool TryFind(string? code, out int indicator) => _byCode.TryGetValue(code ?? string.Empty, out indicator);

    internal BandTable TableOf(int indicator) => _tables[indicator];

    internal WarningColour ColourOf(int yellows, int reds) =>
        reds > 0 || yellows >= Terms.YellowsThatAreRed ? WarningColour.Red : yellows > 0 ? WarningColour.Yellow : WarningColour.Green;

    private static IEnumerable<Fault> Check(WarningTerms terms)
    {
        if (!TextId.IsValid(terms.Id, out var reason))
            yield return new("id", reason!);
        if (terms.Version < 1)
            yield return new("version", Invariant($"version {terms.Version}; versions begin at 1"));
        if (terms.Indicators.Count is 0 or > Most)
            yield return new("indicators", Invariant($"there are {terms.Indicators.Count}; from 1 to {Most} are needed"));
        foreach (var (i, indicator) in terms.Indicators.Index())
        {
            foreach (var what in OfIndicator(indicator))
                yield return new(Invariant($"indicators[{i}]"), what);
        }

        foreach (var code in terms.Indicators.GroupBy(i => i.Code, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
            yield return new("codes", $"{code.Key} stands more than once");
        if (terms.YellowsThatAreRed < 2)
            yield return new("yellows that are red", Invariant($"{terms.YellowsThatAreRed}; from 2, or none"));
        if (terms.RecheckDays.Any(d => d is < 1 or > 3_660) || terms.RecheckDays.Zip(terms.RecheckDays.Skip(1)).Any(p => p.First >= p.Second))
            yield return new("recheck days", "they rise, from 1 to 3,660");
    }

    private static IEnumerable<string> OfIndicator(WarningIndicator indicator)
    {
        if (!TextId.IsValid(indicator.Code, out var reason))
            yield return $"the code: {reason}";
        if (indicator.Least >= indicator.Most)
            yield return Invariant($"values from {indicator.Least} to {indicator.Most}");
        if (indicator.Bands.IsEmpty)
        {
            yield return "it has no band";
            yield break;
        }

        if (indicator.Bands.Count > 200)
            yield return Invariant($"{indicator.Bands.Count} bands; at most 200 are meant");
        if (indicator.Bands[0].From != indicator.Least)
            yield return Invariant($"values from {indicator.Least} to {indicator.Bands[0].From} have no colour");
        for (var b = 1; b < indicator.Bands.Count; b++)
        {
            if (indicator.Bands[b].From <= indicator.Bands[b - 1].From)
                yield return Invariant($"the band from {indicator.Bands[b].From} does not rise above the one before");
        }

        if (indicator.Bands[^1].From > indicator.Most)
            yield return Invariant($"the band from {indicator.Bands[^1].From} lies above {indicator.Most}");
        if (indicator.Bands.Any(b => !Enum.IsDefined(b.Colour)))
            yield return "a colour that there is not";
    }
}

/// <summary>The bands of one indicator, side by side for grading. Immutable.</summary>
internal sealed class BandTable(WarningIndicator indicator)
{
    private readonly decimal[] _from = [.. indicator.Bands.Select(b => b.From)];
    private readonly decimal _most = indicator.Most;

    public WarningColour[] Colours { get; } = [.. indicator.Bands.Select(b => b.Colour)];

    /// <summary>The band of a value, or −1 where there is none. Few bands: from above is as fast as any search.</summary>
    public int BandOf(decimal value)
    {
        if (value > _most)
            return -1;
        var band = _from.Length - 1;
        while (band >= 0 && value < _from[band])
            band--;
        return band;
    }
}
