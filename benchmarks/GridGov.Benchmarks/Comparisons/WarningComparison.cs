using GridGov.Community;

namespace GridGov.Benchmarks;

/// <summary>A night's comparison of ledgers: 100,000 households with 27 indicators, one changed indicator each.</summary>
internal sealed class WarningsAgainstLinq : IComparison
{
    private const int Households = 100_000;
    private static readonly DateOnly Begin = new(2026, 1, 1);

    private readonly Numbers _random = new(41);
    private WarningBoard _board = null!;
    private WarningObservation[] _night = [];
    private int[] _indicators = [];
    private Household[] _households = [];
    private int _day;

    public string Id => "community.warnings";

    public string Area => Areas.Community;

    public string What => "the colours of 100,000 households with 27 indicators after one changed indicator each; how many are red and yellow";

    public string Peer => "LINQ: the change written down, then every household's 27 bands looked up and the worst taken";

    public string Unit => "ns/night";

    public bool IsWhole => true;

    public void Setup()
    {
        _households = [.. Enumerable.Range(0, Households).Select(i => new Household(new(FormattableString.Invariant($"h-{i:000000}"))))];
        _board = new(WarningRules.Sample, _households.Select(h => new WarningSubject(h.Id, new("330199001001"))));
        _day = 0;
        foreach (var indicator in WarningRules.Sample.Terms.Indicators)
        {
            Draw(indicator);
            _board.ObserveAll(_night, Begin);
            WriteDown();
        }

        Draw(null);
    }

    public void Ready() => Draw(null);

    // A colour falls only by verification, which is no part of the comparison: both sides say what is observed.
    public long Ours(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            var batch = _board.ObserveAll(_night, Begin.AddDays(_day));
            sum = Checksum.Add(sum, batch.Taken);
        }

        return Checksum.Add(Checksum.Add(sum, _board.CountObserved(WarningColour.Red)), _board.CountObserved(WarningColour.Yellow));
    }

    public long Theirs(int n)
    {
        long sum = 0;
        var terms = WarningRules.Sample.Terms;
        var colours = new List<WarningColour>();
        for (var i = 0; i < n; i++)
        {
            WriteDown();
            colours = _households.Select(h =>
            {
                var all = terms.Indicators.Select((indicator, at) => indicator.Bands.Last(b => b.From <= h.Values[at]).Colour).ToList();
                return all.Contains(WarningColour.Red) || all.Count(c => c == WarningColour.Yellow) >= terms.YellowsThatAreRed ? WarningColour.Red
                    : all.Contains(WarningColour.Yellow) ? WarningColour.Yellow : WarningColour.Green;
            }).ToList();
            sum = Checksum.Add(sum, _night.Length);
        }

        return Checksum.Add(Checksum.Add(sum, colours.Count(c => c == WarningColour.Red)), colours.Count(c => c == WarningColour.Yellow));
    }

    private void Draw(WarningIndicator? of)
    {
        _day++;
        var all = WarningRules.Sample.Terms.Indicators.ToList();
        _indicators = [.. _households.Select(_ => of is null ? _random.Next(all.Count) : all.IndexOf(of))];
        _night = [.. _households.Select((h, i) =>
        {
            var indicator = all[_indicators[i]];

            // Most values are as usual, as most households are.
            var band = _random.Next(40) == 0 ? indicator.Bands[_random.Next(indicator.Bands.Count)] : indicator.Bands.First(b => b.Colour == WarningColour.Green);
            return new WarningObservation(h.Id, indicator.Code, band.From, Begin.AddDays(of is null ? _day : 0));
        })];
    }

    private void WriteDown()
    {
        for (var i = 0; i < _night.Length; i++)
            _households[i].Values[_indicators[i]] = _night[i].Value;
    }

    private sealed class Household(HouseholdId id)
    {
        public HouseholdId Id => id;

        public decimal[] Values { get; } = new decimal[WarningRules.Sample.Terms.Indicators.Count];
    }
}
