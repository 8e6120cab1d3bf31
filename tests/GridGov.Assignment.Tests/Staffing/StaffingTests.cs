using CsCheck;

namespace GridGov.Assignment.Tests;

public sealed class StaffingTests
{
    private static readonly Gen<MobilizationGrid[]> Grids = Gen.Select(
        Gen.Long[0, 30], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 3],
        (score, staff, floor, more) => (score, staff, floor, more)).Array[1, 4].Select(rows => rows
            .Select((r, i) => new MobilizationGrid(new($"g{i}"), r.score, r.staff, r.floor, r.floor + r.more)).ToArray());

    [Fact]
    public void No_other_spread_within_floors_and_ceilings_is_fairer() =>
        Gen.Select(Grids, Gen.Int[0, 9]).Sample((grids, people) =>
        {
            var outcome = Mobilization.Mobilize(people, grids);
            if (!outcome.TryGetValue(out var plan))
            {
                Assert.True(grids.Sum(g => g.Floor) > people);
                return;
            }

            var placed = people - plan.Left;
            Assert.Equal(placed, plan.Shares.Sum(s => s.People));
            Assert.Equal(plan.Left, Math.Max(0, people - grids.Sum(g => g.Ceiling)));
            var mine = Burdens(grids, [.. plan.Shares.Select(s => s.People)]);
            foreach (var other in Spreads(grids, placed, 0, []))
                Assert.True(Compare(mine, Burdens(grids, other)) <= 0);
        }, iter: 500);

    [Fact]
    public void With_one_person_more_nobody_gets_fewer() =>
        Gen.Select(Grids, Gen.Int[0, 12]).Sample((grids, people) =>
        {
            if (!Mobilization.Mobilize(people, grids).TryGetValue(out var fewer))
                return;
            var more = Mobilization.Mobilize(people + 1, grids.Reverse()).Value;
            Assert.All(fewer.Shares.Zip(more.Shares), s => Assert.True(s.First.People <= s.Second.People));
        }, iter: 300);

    [Fact]
    public void Three_grids_and_three_people()
    {
        // A head bears 60, 20, 15 at first; then 30, 20, 15; then 20, 20, 15: where one works alone, one more helps more.
        var plan = Mobilization.Mobilize(3, [new(new("c"), 15, 1), new(new("a"), 60, 1), new(new("b"), 20, 1)]).Value;

        Assert.Equal([(new("a"), 2), (new("b"), 1), (new("c"), 0)], plan.Shares.Select(s => (s.Grid, s.People)));
    }

    [Fact]
    public void Too_few_for_the_floors_is_refused()
    {
        var refusal = Mobilization.Mobilize(3, [new(new("a"), 1, 0, 2), new(new("b"), 1, 0, 2)]).Refusal;

        Assert.Equal("mobilization.too-few", refusal?.Code);
        Assert.Contains("至少4人", refusal!.Explain(System.Globalization.CultureInfo.GetCultureInfo("zh-CN")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_score_is_the_weighted_sum_of_the_counts()
    {
        var model = DifficultyModel.Freeze(
            new DifficultyFactor(DifficultyFactors.Households, 1), new(DifficultyFactors.Migrants, 3), new("construction sites", 40));

        Assert.Equal(300 + (3 * 120) + 80, model.ScoreOf(new Dictionary<string, long>
        {
            [DifficultyFactors.Households] = 300,
            [DifficultyFactors.Migrants] = 120,
            ["construction sites"] = 2,
        }));
        Assert.Throws<ArgumentException>(() => model.ScoreOf(new Dictionary<string, long> { ["rentals"] = 1 }));
        Assert.Throws<ArgumentException>(() => model.ScoreOf(new Dictionary<string, long> { [DifficultyFactors.Migrants] = -1 }));
        Assert.Throws<OverflowException>(() => model.ScoreOf(new Dictionary<string, long> { [DifficultyFactors.Migrants] = long.MaxValue }));
        Assert.Equal(3, Assert.Throws<DefinitionException>(
            () => DifficultyModel.Freeze(new DifficultyFactor("a", 1), new("a", -1), new(" ", 1))).Faults.Count);
    }

    [Fact]
    public void The_hardest_grids_get_at_least_two_and_a_harder_grid_never_fewer() =>
        Gen.Select(Gen.Long[0, 2000].Array[1, 40], Gen.Int[0, 100]).Sample((scores, percent) =>
        {
            var rule = new StaffingRule { PointsPerWorker = 400, HardestPercent = percent };
            var advice = rule.Advise(scores.Select((s, i) => new GridDifficulty(new($"g{i}"), s)));

            var hardest = advice.Where(a => a.IsHardest).ToList();
            Assert.True(hardest.Count * 100 >= scores.Length * percent);
            Assert.All(hardest, a => Assert.True(a.Workers >= 2));
            Assert.All(advice, a => Assert.True(a.Workers >= 1 && a.Workers * 400L >= a.Score));
            Assert.All(advice.Zip(advice.Skip(1)), p => Assert.True(p.First.Workers >= p.Second.Workers));
            Assert.All(advice.Where(a => !a.IsHardest), a => Assert.True(hardest.Count == 0 || a.Score < hardest[^1].Score));
        }, iter: 300);

    [Fact]
    public void Gini_and_max_to_mean_of_known_spreads()
    {
        Assert.Equal(0, LoadSpread.Gini([3, 3, 3, 3]), 12);
        Assert.Equal(0.75, LoadSpread.Gini([0, 0, 0, 8]), 12);
        Assert.Equal(0.25, LoadSpread.Gini([1, 3]), 12);
        Assert.Equal(0, LoadSpread.Gini([0, 0]));
        Assert.Equal(1.5, LoadSpread.MaxToMean([1, 3]), 12);
        Assert.Equal(1, LoadSpread.MaxToMean([]));
    }

    // Difficulty a head, the highest first; nobody at a place where something is to be done is worse than any number.
    private static List<(bool Alone, decimal Burden)> Burdens(MobilizationGrid[] grids, int[] sent) =>
        [.. grids.Select((g, i) => g.Staff + sent[i] is var heads && heads > 0 ? (false, (decimal)g.Score / heads) : (g.Score > 0, g.Score)).OrderDescending()];

    private static int Compare(List<(bool Alone, decimal Burden)> one, List<(bool Alone, decimal Burden)> other) =>
        one.Zip(other).Select(p => p.First.CompareTo(p.Second)).FirstOrDefault(c => c != 0);

    private static IEnumerable<int[]> Spreads(MobilizationGrid[] grids, int people, int from, int[] sent)
    {
        if (from == grids.Length)
            return people == 0 ? [sent] : [];
        return Enumerable.Range(grids[from].Floor, Math.Max(0, Math.Min(grids[from].Ceiling, people) - grids[from].Floor + 1))
            .SelectMany(n => Spreads(grids, people - n, from + 1, [.. sent, n]));
    }
}
