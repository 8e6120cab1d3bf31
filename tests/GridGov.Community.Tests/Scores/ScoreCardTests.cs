namespace GridGov.Community.Tests.Scores;

public sealed class ScoreCardTests
{
    private static readonly ScoreBand[] Bands =
    [
        new(0, 60, new("not met", "不合格")), new(60, 80, new("basic", "基本合格")), new(80, 95, new("met", "合格")), new(95, 100, new("excellent", "优秀")),
    ];

    private static ScorePart Part(string code, decimal weight) => new()
    {
        Code = code,
        Name = new(code, code),
        Weight = weight,
        Rater = new("centre"),
        Indicator = code,
        Standard = 0.9m,
    };

    private static ScoreCardTerms Terms => new()
    {
        Id = "grid-monthly",
        Version = 1,
        Basis = new("江山市贺村镇 镇委〔2023〕9号"),
        Parts = [Part("works", 50), Part("duties", 30), Part("worker", 20)],
        Bands = [.. Bands],
        Bonuses = [new("town", new("taken up by the town", "镇级推广"), 2), new("county", new("taken up by the county", "县级推广"), 4)],
        BonusCap = 10,
    };

    private static Dictionary<string, decimal?> Values(decimal? works, decimal? duties, decimal? worker) =>
        new() { ["works"] = works, ["duties"] = duties, ["worker"] = worker };

    [Fact]
    public void A_card_of_fifty_thirty_and_twenty_with_a_capped_bonus()
    {
        var card = ScoreCard.Freeze(Terms);

        var result = card.Judge("grid-7", Values(0.95m, 0.8m, 1m), new Dictionary<string, int> { ["county"] = 3 });

        Assert.Equal((91.5m, 10m, 101.5m, "优秀"), (result.Base, result.Bonus, result.Total, result.Band.Name.Zh));
        Assert.False(result.MeetsStandard);
        Assert.Equal("duties: 0.8 where 0.9 is the standard", Assert.Single(result.Missing()).Text.En);
    }

    [Theory]
    [InlineData(0.599, "不合格")]
    [InlineData(0.60, "基本合格")]
    [InlineData(0.7999, "基本合格")]
    [InlineData(0.94, "合格")]
    [InlineData(0.95, "优秀")]
    [InlineData(1, "优秀")]
    [InlineData(0, "不合格")]
    public void Every_score_is_in_one_band(double rate, string band)
    {
        var value = (decimal)rate;
        Assert.Equal(band, ScoreCard.Freeze(Terms).Judge("g", Values(value, value, value)).Band.Name.Zh);
    }

    [Fact]
    public void Sixty_to_sixty_nine_left_out_is_found_as_a_gap()
    {
        // The bands of a street's rules as printed: 95 and more, 80 to 94, 70 to 79, below 60.
        var e = Assert.Throws<DefinitionException>(() => ScoreCard.Freeze(Terms with
        {
            Bands = [new(0, 60, new("a", "不合格")), new(70, 80, new("b", "基本合格")), new(80, 95, new("c", "合格")), new(94, 100, new("d", "优秀"))],
        }));

        Assert.Equal(["scores from 60 to 70 are in no band", "scores from 94 to 95 are in two bands"], e.Faults.Select(f => f.What));
    }

    [Fact]
    public void Every_fault_of_a_card_is_told()
    {
        var e = Assert.Throws<DefinitionException>(() => ScoreCard.Freeze(Terms with
        {
            Version = 0,
            Parts = [Part("works", 50) with { Floor = 60 }, Part("works", 40) with { Full = 0 }, Part("x", 1) with { Direction = ScoreDirection.LessIsBetter }],
            BonusCap = 0,
        }));

        Assert.Equal(["version", "parts[0]", "parts[1]", "parts[2]", "parts and bonuses", "bonus cap", "parts"], e.Faults.Select(f => f.Where));
    }

    [Fact]
    public void Less_is_better_for_a_rate_of_rework()
    {
        var rework = Part("rework", 100) with { Direction = ScoreDirection.LessIsBetter, Full = 0, Zero = 0.2m, Standard = 0.05m, Floor = 10 };
        var card = ScoreCard.Freeze(Terms with { Parts = [rework] });

        Assert.Equal(75, card.Judge("a", new Dictionary<string, decimal?> { ["rework"] = 0.05m }).Base);
        Assert.True(card.Judge("a", new Dictionary<string, decimal?> { ["rework"] = 0.05m }).MeetsStandard);
        Assert.Equal(10, card.Judge("a", new Dictionary<string, decimal?> { ["rework"] = 1 }).Base);
        Assert.False(card.Judge("a", new Dictionary<string, decimal?> { ["rework"] = 1 }).MeetsStandard);
    }

    [Fact]
    public void What_was_not_measured_neither_gives_nor_takes()
    {
        var result = ScoreCard.Freeze(Terms).Judge("g", Values(0.9m, null, 0.9m));

        Assert.Equal(90, result.Base);
        Assert.True(result.MeetsStandard);
    }

    [Fact]
    public void A_missing_indicator_or_an_unknown_bonus_is_named()
    {
        var card = ScoreCard.Freeze(Terms);

        Assert.Contains("duties", Assert.Throws<ArgumentException>(() => card.Judge("g", new Dictionary<string, decimal?> { ["works"] = 1 })).Message, StringComparison.Ordinal);
        Assert.Contains("province", Assert.Throws<ArgumentException>(() => card.Judge("g", Values(1, 1, 1), new Dictionary<string, int> { ["province"] = 1 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ranking_gives_equals_one_rank()
    {
        var card = ScoreCard.Freeze(Terms);

        var ranks = card.Rank([card.Judge("a", Values(0.5m, 0.5m, 0.5m)), card.Judge("b", Values(1, 1, 1)), card.Judge("c", Values(0.5m, 0.5m, 0.5m))]);

        Assert.Equal([(1, "b"), (2, "a"), (2, "c")], ranks.Select(r => (r.Rank, r.Result.Subject)));
    }
}
