using static System.FormattableString;

namespace GridGov.Community;

/// <summary>
/// The visiting rules of a city in one version (入户走访制度): what is due by the calendar, what at once, and what a visit
/// that met nobody turns into. Frozen and thread-safe.
/// </summary>
public sealed class VisitRules
{
    /// <summary>The most rules that one version has.</summary>
    public const int Most = 64;

    private VisitRules(VisitTerms terms) => Terms = terms;

    /// <summary>Rules, triggers and second appointments.</summary>
    public VisitTerms Terms { get; }

    /// <summary>
    /// A sample put together from published rules: 内蒙古 2022 (high risk weekly, key persons monthly, others quarterly, within
    /// 24 hours of a serious change) and a city's visiting rules (ordinary households twice a year, floating and empty-nest
    /// elders monthly; weather warnings at once). Secondary sources; no city's list as a whole.
    /// </summary>
    public static VisitRules Sample { get; } = Freeze(VisitSamples.Terms);

    /// <summary>Freezes rules.</summary>
    /// <param name="terms">Rules, triggers and second appointments.</param>
    /// <exception cref="DefinitionException">A code stands twice, an interval or window is out of range; every fault.</exception>
    public static VisitRules Freeze(VisitTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        Fault[] faults = [.. Check(terms)];
        return faults.Length == 0 ? new(terms) : throw new DefinitionException($"visit rules \"{terms.Id}\" version {terms.Version}", faults);
    }

    /// <summary>
    /// The rules by which a household is visited: of each way the one with the shortest interval, since the shorter
    /// keeps the longer too; of equal intervals the first.
    /// </summary>
    /// <param name="needs">The household's care needs.</param>
    public ValueList<VisitRule> For(ValueList<CareKind> needs)
    {
        var mask = MaskOf(needs);
        return ValueList.From(Enumerable.Range(0, Terms.Rules.Count).Where(i => (ChosenFor(mask) & 1UL << i) != 0).Select(i => Terms.Rules[i]));
    }

    internal static int MaskOf(ValueList<CareKind> needs)
    {
        var mask = 0;
        foreach (var need in needs)
            mask |= 1 << (int)need;
        return mask;
    }

    internal ulong ChosenFor(int needs)
    {
        ulong chosen = 0;
        foreach (var way in (ReadOnlySpan<VisitWay>)[VisitWay.Door, VisitWay.Phone, VisitWay.Device])
        {
            var best = -1;
            for (var i = 0; i < Terms.Rules.Count; i++)
            {
                var rule = Terms.Rules[i];
                if (rule.Way == way && rule.AppliesTo(needs) && (best < 0 || rule.Every.MostDays < Terms.Rules[best].Every.MostDays))
                    best = i;
            }

            chosen |= best < 0 ? 0 : 1UL << best;
        }

        return chosen;
    }

    private static IEnumerable<Fault> Check(VisitTerms terms)
    {
        if (!TextId.IsValid(terms.Id, out var reason))
            yield return new("id", reason!);
        if (terms.Version < 1)
            yield return new("version", Invariant($"version {terms.Version}; versions begin at 1"));
        if (terms.Rules.Count is 0 or > Most)
            yield return new("rules", Invariant($"there are {terms.Rules.Count}; from 1 to {Most} are needed"));
        foreach (var (i, rule) in terms.Rules.Index())
        {
            var where = Invariant($"rules[{i}]");
            if (!rule.Every.IsSound)
                yield return new(where, Invariant($"every {rule.Every}; write days from 1 to 3,660 or months from 1 to 120"));
            else if (rule.WindowDays < 0 || rule.WindowDays >= (rule.Every.Months > 0 ? rule.Every.Months * 28 : rule.Every.Days))
                yield return new(where, Invariant($"a window of {rule.WindowDays} days in an interval of {rule.Every}"));
            if (rule.Needs.Any(n => !Enum.IsDefined(n)))
                yield return new(where, "a care need that there is not");
        }

        foreach (var (i, trigger) in terms.Triggers.Index())
        {
            if (trigger.Within < TimeSpan.Zero || trigger.Within > TimeSpan.FromDays(31))
                yield return new(Invariant($"triggers[{i}]"), Invariant($"within {trigger.Within}; from 0 to 31 days are meant"));
        }

        foreach (var code in terms.Rules.Select(r => r.Code).Concat(terms.Triggers.Select(t => t.Code)).GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
            yield return new("codes", $"{code.Key} stands more than once");
        if (terms.SecondAppointmentDays is < 1 or > 90)
            yield return new("second appointment", Invariant($"{terms.SecondAppointmentDays} days; from 1 to 90 are meant"));
    }
}

/// <summary>Rules, triggers and second appointments. Immutable and thread-safe.</summary>
public sealed record VisitTerms
{
    /// <summary>A stable name.</summary>
    public required string Id { get; init; }

    /// <summary>The version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>What is due by the calendar.</summary>
    public required ValueList<VisitRule> Rules { get; init; }

    /// <summary>What is due at once.</summary>
    public ValueList<VisitTrigger> Triggers { get; init; }

    /// <summary>
    /// Within how many days a household that was not met at its door is visited again by appointment; it is telephoned the
    /// same day (娄底 2022: 未遇即电话并预约再访; secondary source, without a number).
    /// </summary>
    public int SecondAppointmentDays { get; init; } = 7;
}

internal static class VisitSamples
{
    private static readonly LegalBasis InnerMongolia = new("内蒙古 关于开展特殊困难老年人探访关爱服务的意见 (2022, secondary source)");
    private static readonly LegalBasis Visiting = new("入户走访制度 (a city's, secondary source)");

    public static VisitTerms Terms { get; } = new()
    {
        Id = "visits-sample",
        Version = 1,
        Rules =
        [
            Rule("alone-very-old", new("Very old and living alone", "高龄独居"), [CareKind.LivesAlone, CareKind.VeryOld], VisitInterval.OfDays(7), 2, InnerMongolia),
            Rule("without-means", new("Cared for by the state", "特困"), [CareKind.WithoutMeans], VisitInterval.OfMonths(1), 7, InnerMongolia),
            Rule("lost-only-child", new("Lost an only child", "失独"), [CareKind.LostOnlyChild], VisitInterval.OfMonths(1), 7, InnerMongolia),
            Rule("orphan", new("Orphan", "孤儿"), [CareKind.Orphan], VisitInterval.OfMonths(1), 7, InnerMongolia),
            Rule("disabled", new("Disabled", "残疾"), [CareKind.Disabled], VisitInterval.OfMonths(1), 7, InnerMongolia),
            Rule("alone", new("Living alone", "独居"), [CareKind.LivesAlone], VisitInterval.OfMonths(1), 7, Visiting),
            Rule("empty-nest", new("Empty-nest elders", "空巢老人"), [CareKind.EmptyNest], VisitInterval.OfMonths(1), 7, Visiting),
            Rule("household", new("Every household", "普通住户"), [], VisitInterval.OfMonths(6), 30, Visiting),
        ],
        Triggers =
        [
            new("change", new("A serious change", "重大变化"), [], TimeSpan.FromHours(24), VisitWay.Door, InnerMongolia),
            new("weather", new("Extreme weather warning", "极端天气预警"), [CareKind.LivesAlone, CareKind.VeryOld, CareKind.Disabled, CareKind.HardToMove], TimeSpan.Zero, VisitWay.Phone, Visiting),
        ],
    };

    private static VisitRule Rule(string code, LocalizedText name, ValueList<CareKind> needs, VisitInterval every, int window, LegalBasis basis) => new()
    {
        Code = code,
        Name = name,
        Needs = needs,
        Every = every,
        Way = VisitWay.Door,
        WindowDays = window,
        Basis = basis,
    };
}
