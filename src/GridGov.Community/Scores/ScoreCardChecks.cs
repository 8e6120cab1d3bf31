using static System.FormattableString;

namespace GridGov.Community;

/// <summary>What makes a score card unsound; every fault.</summary>
internal static class ScoreCardChecks
{
    public static IEnumerable<Fault> Run(ScoreCardTerms terms)
    {
        if (!TextId.IsValid(terms.Id, out var reason))
            yield return new("id", reason!);
        if (terms.Version < 1)
            yield return new("version", Invariant($"version {terms.Version}; versions begin at 1"));
        if (terms.Scale <= 0)
            yield return new("scale", Invariant($"{terms.Scale} is not above 0"));
        foreach (var fault in terms.Parts.Index().SelectMany(p => Part(p.Item, p.Index)).Concat(Repeated(terms)).Concat(Bonus(terms)).Concat(Bands(terms)))
            yield return fault;
        if (terms.Parts.Sum(p => p.Weight) is var sum && sum != terms.Scale)
            yield return new("parts", Invariant($"the weights add up to {sum}, the scale is {terms.Scale}"));
    }

    private static IEnumerable<Fault> Part(ScorePart part, int index)
    {
        var where = Invariant($"parts[{index}]");
        if (!TextId.IsValid(part.Code, out var reason))
            yield return new(where, $"the code: {reason}");
        if (string.IsNullOrWhiteSpace(part.Indicator))
            yield return new(where, "the indicator is missing");
        if (part.Weight <= 0)
            yield return new(where, Invariant($"a weight of {part.Weight}; it must be above 0"));
        if (part.Floor < 0 || part.Floor > part.Weight)
            yield return new(where, Invariant($"a floor of {part.Floor}; it must be from 0 to the weight, {part.Weight}"));
        if (part.Full == part.Zero)
            yield return new(where, Invariant($"all and no points are given at the same value, {part.Full}"));
        else if (part.Full > part.Zero != (part.Direction == ScoreDirection.MoreIsBetter))
            yield return new(where, Invariant($"full points at {part.Full} and none at {part.Zero} contradict its direction, {part.Direction}"));
    }

    private static IEnumerable<Fault> Repeated(ScoreCardTerms terms) =>
        terms.Parts.Select(p => p.Code).Concat(terms.Bonuses.Select(b => b.Code))
            .GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Skip(1).Any())
            .Select(g => new Fault("parts and bonuses", $"the code {g.Key} stands more than once"));

    private static IEnumerable<Fault> Bonus(ScoreCardTerms terms)
    {
        if (terms.BonusCap < 0)
            yield return new("bonus cap", Invariant($"{terms.BonusCap} is below 0"));
        if (!terms.Bonuses.IsEmpty && terms.BonusCap == 0)
            yield return new("bonus cap", "there are bonuses, but the cap lets none through");
        foreach (var (i, bonus) in terms.Bonuses.Index())
        {
            if (bonus.Points <= 0)
                yield return new(Invariant($"bonuses[{i}]"), Invariant($"{bonus.Points} points; they must be above 0"));
        }
    }

    private static IEnumerable<Fault> Bands(ScoreCardTerms terms)
    {
        if (terms.Bands.IsEmpty)
            yield return new("bands", "there is none");
        decimal end = 0;
        foreach (var (i, band) in terms.Bands.Index())
        {
            var where = Invariant($"bands[{i}]");
            if (band.Until <= band.From)
                yield return new(where, Invariant($"it ends at {band.Until}, not after {band.From}"));
            if (band.From > end)
                yield return new(where, Invariant($"scores from {end} to {band.From} are in no band"));
            if (band.From < end)
                yield return new(where, Invariant($"scores from {band.From} to {end} are in two bands"));
            end = Math.Max(end, band.Until);
        }

        if (!terms.Bands.IsEmpty && end != terms.Scale)
            yield return new("bands", Invariant($"they end at {end}, the scale at {terms.Scale}"));
    }
}
