using GridGov.Community;

namespace GridGov.Benchmarks;

/// <summary>The count of 1,000,000 ballots by order of preference (531) among ten options; who voted is checked before.</summary>
internal sealed class TallyAgainstGroupBy : IComparison
{
    private const int Voters = 1_000_000;
    private const int Options = 10;
    private static readonly int[] Weights = [5, 3, 1];

    private readonly List<int[]> _sheets = new(Voters);
    private BallotBox _box = null!;

    public string Id => "community.tally";

    public string Area => Areas.Community;

    public string What => "the score of each of ten options from 1,000,000 sheets of three places, taken already";

    public string Peer => "LINQ over a list of sheets: SelectMany, GroupBy, Sum";

    public string Unit => "ns/count";

    public bool IsWhole => true;

    public void Setup()
    {
        _sheets.Clear();
        var random = new Numbers(31);
        var opens = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        var electors = Enumerable.Range(0, Voters).Select(i => new Elector { Id = new(FormattableString.Invariant($"v-{i:0000000}")) }).ToArray();
        var ballot = Ballot.Positional(
            new() { Id = "bench", Question = new("Which?", "哪件？"), Electorate = Electorate.Freeze("bench", electors), Opens = opens, Closes = opens.AddDays(1) },
            Enumerable.Range(0, Options).Select(i => new BallotOption(FormattableString.Invariant($"o{i}"), new(FormattableString.Invariant($"o{i}"), FormattableString.Invariant($"项{i}")))),
            Weights);
        _box = new(ballot);
        foreach (var elector in electors)
        {
            var first = random.Next(Options);
            var second = (first + 1 + random.Next(Options - 1)) % Options;
            var third = (second + 1) % Options == first ? (first + 1) % Options : (second + 1) % Options;
            int[] sheet = [first, second, third];
            _sheets.Add(sheet);
            var taken = _box.Cast(new() { Elector = elector.Id, At = opens, Choices = [.. sheet.Select(o => ballot.Options[o].Code)] });
            if (taken.Refusal is { } refusal)
                throw new InvalidOperationException(refusal.ToString());
        }
    }

    public long Ours(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            foreach (var line in _box.Count(_box.Ballot.Terms.Closes).Value.Lines.OrderBy(l => l.Option.Code, StringComparer.Ordinal))
                sum = Checksum.Add(sum, line.Score);
        }

        return sum;
    }

    public long Theirs(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            foreach (var line in _sheets
                .SelectMany(s => s.Select((option, place) => (Option: option, Points: Weights[place])))
                .GroupBy(c => c.Option)
                .Select(g => (Option: g.Key, Score: g.Sum(c => (long)c.Points)))
                .OrderBy(l => l.Option))
            {
                sum = Checksum.Add(sum, line.Score);
            }
        }

        return sum;
    }
}

/// <summary>A year's visits of many households: every visit in its order, or how many fall on each day.</summary>
/// <param name="households">How many households.</param>
/// <param name="perDay">Whether only how many fall on each day is asked.</param>
internal sealed class VisitPlanAgainstLinq(int households = 200_000, bool perDay = false) : IComparison
{
    private static readonly DateOnly From = new(2026, 1, 1);
    private static readonly DateOnly Until = new(2026, 12, 31);

    private VisitSubject[] _subjects = [];
    private (int Household, (VisitRule Rule, int Order)[] Rules, DateOnly Last)[] _plain = [];

    public string Id => (perDay ? "community.visits.per-day" : "community.visits") + (households == 1_000_000 ? ".million" : string.Empty);

    public string Area => Areas.Community;

    public string What => FormattableString.Invariant($"{(perDay ? "how many visits are due on each day of" : "every visit, day by day, by rule and household, of")} a year, {households:N0} households");

    public string Peer => perDay
        ? "LINQ: each household's dates by each of its rules, SelectMany, GroupBy day"
        : "LINQ: each household's dates by each of its rules, SelectMany, OrderBy day, rule, household";

    public string Unit => "ns/plan";

    public bool IsWhole => true;

    public void Setup()
    {
        var random = new Numbers(37);
        var all = VisitRules.Sample.Terms.Rules.ToList();
        CareKind[][] needs = [[], [], [], [], [], [CareKind.EmptyNest], [CareKind.LivesAlone], [CareKind.LivesAlone, CareKind.VeryOld], [CareKind.Disabled], []];
        _subjects = new VisitSubject[households];
        _plain = new (int, (VisitRule, int)[], DateOnly)[households];
        for (var i = 0; i < households; i++)
        {
            var kinds = needs[random.Next(needs.Length)];
            var last = From.AddDays(-random.Next(180));
            _subjects[i] = VisitSubject.Of(new(FormattableString.Invariant($"h-{i}")), new("330199001001"), [.. kinds], last);
            _plain[i] = (i, [.. VisitRules.Sample.For([.. kinds]).Select(r => (r, all.IndexOf(r)))], last);
        }
    }

    public long Ours(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            var plan = VisitPlan.Make(VisitRules.Sample, _subjects, From, Until);
            if (perDay)
            {
                foreach (var count in plan.PerDay())
                    sum = Checksum.Add(sum, count);
            }
            else
            {
                foreach (var visit in plan.Visits())
                    sum = Checksum.Add(sum, visit.Due.DayNumber + visit.Subject.Grid.Value.Length + visit.Rule.Every.Days);
            }
        }

        return sum;
    }

    public long Theirs(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            var visits = _plain.SelectMany(h => h.Rules.SelectMany(r => Dates(r.Rule, h.Last).Select(d => (h.Household, r.Rule, r.Order, Day: d))));
            if (perDay)
            {
                var counts = visits.GroupBy(v => v.Day).ToDictionary(g => g.Key, g => g.Count());
                for (var day = From; day <= Until; day = day.AddDays(1))
                    sum = Checksum.Add(sum, counts.GetValueOrDefault(day));
            }
            else
            {
                foreach (var visit in visits.OrderBy(v => v.Day).ThenBy(v => v.Order).ThenBy(v => v.Household))
                    sum = Checksum.Add(sum, visit.Day.DayNumber + 12 + visit.Rule.Every.Days);
            }
        }

        return sum;
    }

    private static IEnumerable<DateOnly> Dates(VisitRule rule, DateOnly last)
    {
        var day = After(rule, last);
        for (day = day < From ? From : day; day <= Until; day = After(rule, day))
            yield return day;
    }

    private static DateOnly After(VisitRule rule, DateOnly day) => rule.Every.Months > 0 ? day.AddMonths(rule.Every.Months) : day.AddDays(rule.Every.Days);
}
