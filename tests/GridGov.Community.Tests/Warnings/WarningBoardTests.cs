using CsCheck;

namespace GridGov.Community.Tests.Warnings;

public sealed class WarningBoardTests
{
    private static readonly DateOnly March = new(2026, 3, 1);
    private static readonly ActorId Visitor = new("v-1");
    private static readonly ActorId Handler = new("h-1");

    [Fact]
    public void The_sample_has_ten_classes_and_27_indicators()
    {
        Assert.Equal(27, WarningRules.Sample.Terms.Indicators.Count);
        Assert.Equal(10, WarningRules.Sample.Terms.Indicators.Select(i => i.Domain).Distinct().Count());
    }

    [Theory]
    [InlineData("income-per-head", 5_999.99, WarningColour.Red)]
    [InlineData("income-per-head", 6_000, WarningColour.Yellow)]
    [InlineData("income-per-head", 8_000, WarningColour.Green)]
    [InlineData("children-out-of-school", 1, WarningColour.Red)]
    [InlineData("housing-grade", 3, WarningColour.Yellow)]
    [InlineData("leaks", 1, WarningColour.Yellow)]
    public void A_value_has_the_colour_of_its_band(string indicator, decimal value, WarningColour colour) =>
        Assert.Equal(colour, WarningRules.Sample.Grade(indicator, value)!.Colour);

    [Fact]
    public void A_colour_rises_at_once_and_falls_only_when_somebody_else_has_verified()
    {
        var board = Board();

        var red = board.Observe(Seen("h1", "major-illness", 1, 0), March).Value;
        Assert.True(red.IsRaised);
        Assert.Equal((WarningColour.Green, WarningColour.Red), (red.Before, red.State.Colour));
        Assert.Equal("major-illness", red.State.Reasons.Single().Indicator);
        Assert.Equal(["warning.gone"], Codes(board.Verify(new("h1"), March.AddDays(1), Visitor, Handler)));

        var better = board.Observe(Seen("h1", "major-illness", 0, 5), March.AddDays(5)).Value;
        Assert.False(better.IsRaised);
        Assert.Equal((WarningColour.Red, WarningColour.Green, true), (better.State.Colour, better.State.Observed, better.State.AwaitsVerification));
        Assert.Equal(["warning.separation"], Codes(board.Verify(new("h1"), March.AddDays(6), Handler, Handler)));
        Assert.Equal(["warning.order"], Codes(board.Verify(new("h1"), March.AddDays(4), Visitor, Handler)));

        Assert.Equal(1, board.Count(WarningColour.Red));
        Assert.Equal(WarningColour.Green, board.Verify(new("h1"), March.AddDays(6), Visitor, Handler).Value.State.Colour);
        Assert.Equal(0, board.Count(WarningColour.Red));
        Assert.Empty(board.Open());
    }

    [Fact]
    public void What_was_taken_back_is_looked_at_again()
    {
        var board = Board();
        board.Observe(Seen("h1", "leaks", 1, 0), March);
        board.Observe(Seen("h1", "leaks", 0, 1), March.AddDays(1));
        board.Verify(new("h1"), March.AddDays(2), Visitor, null);

        Assert.Empty(board.RechecksDue(March.AddDays(31)));
        Assert.Equal([new(new("h1"), March.AddDays(32))], board.RechecksDue(March.AddDays(32)));
        Assert.True(board.Rechecked(new("h1"), March.AddDays(33)));
        Assert.False(board.Rechecked(new("h1"), March.AddDays(33)));
        Assert.Equal([new(new("h1"), March.AddDays(92))], board.RechecksDue(March.AddYears(1)));
    }

    [Fact]
    public void Several_yellows_are_red()
    {
        var board = Board();
        string[] yellows = ["leaks", "wage-arrears", "accident", "schooling-fees"];

        var colours = yellows.Select(y => board.Observe(Seen("h1", y, 1, 0), March).Value.State.Colour);

        Assert.Equal([WarningColour.Yellow, WarningColour.Yellow, WarningColour.Yellow, WarningColour.Red], colours);
    }

    [Fact]
    public void What_is_wrong_with_an_observation_is_told_at_once_and_nothing_is_written_down()
    {
        var board = Board();
        board.Observe(Seen("h1", "leaks", 0, 3), March.AddDays(3));

        Assert.Equal(["warning.household", "observation.indicator", "observation.future"], Codes(board.Observe(Seen("x", "x", 1, 1), March)));
        Assert.Equal(["observation.range", "observation.order"], Codes(board.Observe(Seen("h1", "leaks", 2, 2), March.AddDays(3))));
        Assert.Equal(["warning.household"], Codes(board.Verify(new("x"), March, Visitor, null)));
        Assert.Equal(WarningColour.Green, board.StateOf(new("h1"))!.Colour);
        Assert.Null(board.StateOf(new("x")));
        Assert.DoesNotContain("4711", Seen("h1", "income-per-head", 4711, 0).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_is_taken_as_far_as_it_is_sound_and_each_household_rises_once()
    {
        var board = Board();

        var batch = board.ObserveAll(
            [Seen("h1", "leaks", 1, 0), Seen("h1", "leaks", 9, 0), Seen("h1", "no-earner", 1, 0), Seen("h2", "leaks", 0, 0)], March);

        Assert.Equal(3, batch.Taken);
        Assert.Equal((1, "observation.range"), (batch.Refused.Single().Key, batch.Refused.Single().Value.Unmet.Single().Code));
        Assert.Equal((WarningColour.Green, WarningColour.Red), (batch.Raised.Single().Before, batch.Raised.Single().State.Colour));
        Assert.Equal(["no-earner", "leaks"], batch.Raised.Single().State.Reasons.Select(r => r.Indicator));
    }

    [Fact]
    public void Nothing_that_points_to_a_household_is_published()
    {
        var board = new WarningBoard(WarningRules.Sample, Enumerable.Range(0, 30).Select(i => new WarningSubject(new($"h{i}"), new(i < 20 ? "g1" : "g2"))));
        foreach (var i in (ReadOnlySpan<int>)[0, 1, 2, 3, 4, 25])
            board.Observe(Seen($"h{i}", "leaks", 1, 0), March);

        Assert.Equal([new(new("g1"), 20, 0, 5), new(new("g2"), 10, 0, null)], board.Published());
        Assert.DoesNotContain("h25", string.Concat(board.Published()), StringComparison.Ordinal);
    }

    [Fact]
    public void After_any_observations_the_colour_is_what_evaluating_all_of_them_gives() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 26], Gen.Decimal[0, 1], Gen.Int[0, 20], Gen.Bool).Array[1, 60].Sample(drawn =>
        {
            var board = Board();
            var rules = WarningRules.Sample.Terms;
            var last = new Dictionary<(string, int), (int Day, decimal Value)>();
            var shown = new Dictionary<string, WarningColour>();
            foreach (var (h, i, share, day, verify) in drawn)
            {
                var (household, indicator) = ($"h{h}", rules.Indicators[i]);
                var value = decimal.Round(indicator.Least + (share * (Math.Min(indicator.Most, 40_000) - indicator.Least)), 2);
                var taken = board.Observe(Seen(household, indicator.Code, value, day), March.AddDays(20));
                Assert.Equal(!last.TryGetValue((household, i), out var before) || before.Day <= day, taken.IsAccepted);
                if (taken.IsAccepted)
                    last[(household, i)] = (day, value);
                var observed = Evaluate(last.Where(l => l.Key.Item1 == household).Select(l => (rules.Indicators[l.Key.Item2], l.Value.Value)));
                var expected = shown.GetValueOrDefault(household, WarningColour.Green);
                expected = observed > expected ? observed : expected;
                if (verify && board.Verify(new(household), March.AddDays(21), Visitor, Handler).IsAccepted)
                    expected = observed;
                shown[household] = expected;
                var state = board.StateOf(new(household))!;
                Assert.Equal((expected, observed), (state.Colour, state.Observed));
            }

            Assert.Equal(3, Enum.GetValues<WarningColour>().Sum(board.CountObserved));
            foreach (var colour in Enum.GetValues<WarningColour>())
                Assert.Equal(Enumerable.Range(0, 3).Count(h => shown.GetValueOrDefault($"h{h}", WarningColour.Green) == colour), board.Count(colour));
        }, iter: 300);

    [Fact]
    public void Rules_with_a_gap_are_refused_with_every_fault()
    {
        var good = WarningRules.Sample.Terms.Indicators[0];
        var e = Assert.Throws<DefinitionException>(() => WarningRules.Freeze(WarningRules.Sample.Terms with
        {
            Version = 0,
            YellowsThatAreRed = 1,
            RecheckDays = [30, 30],
            Indicators = [good with { Bands = [good.Bands[1], good.Bands[0]] }, good with { Bands = [] }, good with { Least = 9, Most = 9 }],
        }));

        Assert.Equal(
            ["version", "indicators[0]", "indicators[0]", "indicators[1]", "indicators[2]", "indicators[2]", "indicators[2]", "codes", "yellows that are red", "recheck days"],
            e.Faults.Select(f => f.Where));
    }

    private static WarningColour Evaluate(IEnumerable<(WarningIndicator Indicator, decimal Value)> all)
    {
        var colours = all.Select(a => a.Indicator.Bands.Last(b => b.From <= a.Value).Colour).ToArray();
        return colours.Contains(WarningColour.Red) || colours.Count(c => c == WarningColour.Yellow) >= 4 ? WarningColour.Red
            : colours.Contains(WarningColour.Yellow) ? WarningColour.Yellow : WarningColour.Green;
    }

    private static WarningBoard Board() => new(WarningRules.Sample, [new(new("h0"), new("g")), new(new("h1"), new("g")), new(new("h2"), new("g"))]);

    private static WarningObservation Seen(string household, string indicator, decimal value, int day) => new(new(household), indicator, value, March.AddDays(day));

    private static IEnumerable<string> Codes<T>(Outcome<T> outcome)
        where T : notnull => outcome.Refusal!.Unmet.Select(u => u.Code);
}
