using static System.FormattableString;

namespace GridGov.Community;

/// <summary>
/// How work is judged in a period (考核办法): parts whose weights add up to the scale, a capped bonus, and bands that
/// cover the whole scale without gap or overlap. By standard first (达标): met or not, and what is missing; whoever wants a
/// ranking asks for it. It judges indicators of verified work that its caller computed from the log, never raw uploads.
/// Frozen and thread-safe.
/// </summary>
public sealed class ScoreCard
{
    private ScoreCard(ScoreCardTerms terms) => Terms = terms;

    /// <summary>Parts, bonus, bands and basis.</summary>
    public ScoreCardTerms Terms { get; }

    /// <summary>Freezes a card.</summary>
    /// <param name="terms">Parts, bonus, bands and basis.</param>
    /// <exception cref="DefinitionException">
    /// Weights do not add up to the scale, bands leave a gap or overlap, a part has no slope or stands twice; every fault.
    /// </exception>
    public static ScoreCard Freeze(ScoreCardTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        Fault[] faults = [.. ScoreCardChecks.Run(terms)];
        return faults.Length == 0 ? new(terms) : throw new DefinitionException($"score card \"{terms.Id}\" version {terms.Version}", faults);
    }

    /// <summary>Judges one body or worker.</summary>
    /// <param name="subject">Who is judged: a pseudonym or a body's id.</param>
    /// <param name="indicators">The value of each indicator that the card names; null where there was nothing to measure.</param>
    /// <param name="bonuses">The bonuses, each with how often it was earned.</param>
    /// <returns>
    /// The score with how each part came about. An indicator that nothing was measured for gives no points and takes
    /// none: its weight is spread over the others.
    /// </returns>
    /// <exception cref="ArgumentException">An indicator is missing or a bonus unknown: the message names it.</exception>
    public ScoreResult Judge(string subject, IReadOnlyDictionary<string, decimal?> indicators, IReadOnlyDictionary<string, int>? bonuses = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(subject);
        ArgumentNullException.ThrowIfNull(indicators);
        var lines = new List<ScoreLine>(Terms.Parts.Count);
        decimal points = 0, measured = 0;
        foreach (var part in Terms.Parts)
        {
            if (!indicators.TryGetValue(part.Indicator, out var value))
                throw new ArgumentException($"The card {Terms.Id} needs the indicator {part.Indicator}; pass null where nothing was measured.", nameof(indicators));
            var given = value is { } known ? part.PointsOf(known) : 0;
            lines.Add(new(part, value, given, value is null || part.Meets(value.Value)));
            points += given;
            measured += value is null ? 0 : part.Weight;
        }

        var based = measured == 0 ? 0 : decimal.Round(points * Terms.Scale / measured, 2, MidpointRounding.AwayFromZero);
        var bonus = Math.Min(Terms.BonusCap, BonusOf(bonuses));
        var total = Math.Min(Terms.Scale + Terms.BonusCap, based + bonus);
        return new(this, subject, ValueList.From(lines), based, bonus, total, BandOf(Math.Min(total, Terms.Scale)));
    }

    /// <summary>Results by score, best first; equal scores share a rank. Only for a city that asks for a ranking.</summary>
    /// <param name="results">Results of this card.</param>
    /// <exception cref="ArgumentException">A result is of another card.</exception>
    public ValueList<ScoreRank> Rank(IEnumerable<ScoreResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        ScoreResult[] ordered = [.. results.OrderByDescending(r => r.Total)];
        if (ordered.Any(r => !ReferenceEquals(r.Card, this)))
            throw new ArgumentException($"A result is not of the card {Terms.Id}.", nameof(results));
        var ranks = new ScoreRank[ordered.Length];
        for (var i = 0; i < ordered.Length; i++)
            ranks[i] = new(i > 0 && ordered[i].Total == ordered[i - 1].Total ? ranks[i - 1].Rank : i + 1, ordered[i]);
        return ValueList.Create<ScoreRank>(ranks);
    }

    private decimal BonusOf(IReadOnlyDictionary<string, int>? bonuses)
    {
        decimal sum = 0;
        foreach (var (code, times) in bonuses ?? new Dictionary<string, int>())
        {
            var bonus = Terms.Bonuses.FirstOrDefault(b => string.Equals(b.Code, code, StringComparison.Ordinal))
                ?? throw new ArgumentException($"The card {Terms.Id} has no bonus {code}.", nameof(bonuses));
            ArgumentOutOfRangeException.ThrowIfNegative(times, nameof(bonuses));
            sum += bonus.Points * times;
        }

        return sum;
    }

    private ScoreBand BandOf(decimal score) => Terms.Bands.First(b => score >= b.From && (score < b.Until || b.Until == Terms.Scale));
}

/// <summary>Parts, bonus, bands and basis of a score card. Immutable and thread-safe.</summary>
public sealed record ScoreCardTerms
{
    /// <summary>A stable name.</summary>
    public required string Id { get; init; }

    /// <summary>The version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The instrument by which it is in force.</summary>
    public required LegalBasis Basis { get; init; }

    /// <summary>The end of the scale (满分), 100 unless given.</summary>
    public decimal Scale { get; init; } = 100;

    /// <summary>The parts; their weights add up to the scale.</summary>
    public required ValueList<ScorePart> Parts { get; init; }

    /// <summary>The bands, lowest first: from 0 to the scale without gap or overlap.</summary>
    public required ValueList<ScoreBand> Bands { get; init; }

    /// <summary>What gives points beyond the standard.</summary>
    public ValueList<ScoreBonus> Bonuses { get; init; }

    /// <summary>The most that all bonuses together give, at least 0.</summary>
    public decimal BonusCap { get; init; }
}

/// <summary>What became of one part. Immutable and thread-safe.</summary>
/// <param name="Part">The part.</param>
/// <param name="Value">The indicator's value, or null where nothing was measured.</param>
/// <param name="Points">The points.</param>
/// <param name="MeetsStandard">Whether the standard is met; what was not measured misses none.</param>
public sealed record ScoreLine(ScorePart Part, decimal? Value, decimal Points, bool MeetsStandard);

/// <summary>A judgement with how it came about; it may be objected to. Immutable and thread-safe.</summary>
/// <param name="Card">The card.</param>
/// <param name="Subject">Who is judged.</param>
/// <param name="Lines">Each part.</param>
/// <param name="Base">The points of the parts, spread over what was measured, two decimals.</param>
/// <param name="Bonus">The points of bonuses, capped.</param>
/// <param name="Total">Both together.</param>
/// <param name="Band">The band of the total; what is beyond the scale is in the best band.</param>
public sealed record ScoreResult(ScoreCard Card, string Subject, ValueList<ScoreLine> Lines, decimal Base, decimal Bonus, decimal Total, ScoreBand Band)
{
    /// <summary>Whether every part meets its standard (达标).</summary>
    public bool MeetsStandard => Lines.All(l => l.MeetsStandard);

    /// <summary>The parts whose standard is missed, and by how much.</summary>
    public ValueList<UnmetCondition> Missing() => ValueList.From(Lines.Where(l => !l.MeetsStandard).Select(l => new UnmetCondition("score.standard", new(
        Invariant($"{l.Part.Name.En}: {l.Value} where {l.Part.Standard} is the standard"),
        Invariant($"{l.Part.Name.Zh}：实际{l.Value}，标准{l.Part.Standard}")))));
}

/// <summary>A place in a ranking. Immutable and thread-safe.</summary>
/// <param name="Rank">From 1; equal scores share one.</param>
/// <param name="Result">The judgement.</param>
public sealed record ScoreRank(int Rank, ScoreResult Result);
