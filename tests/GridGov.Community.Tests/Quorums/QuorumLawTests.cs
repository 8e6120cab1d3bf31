using System.Numerics;
using CsCheck;

namespace GridGov.Community.Tests.Quorums;

public sealed class QuorumLawTests
{
    private static readonly Gen<QuorumCondition> Conditions =
        from denominator in Gen.Int[1, Fraction.LargestDenominator]
        from numerator in Gen.Int[0, denominator]
        from more in Gen.Bool
        from area in Gen.Bool
        where numerator < denominator || !more
        select new QuorumCondition(
            QuorumGroup.Yes,
            more ? QuorumComparison.MoreThan : QuorumComparison.AtLeast,
            new(numerator, denominator),
            QuorumGroup.Participating,
            area ? QuorumMeasure.Area : QuorumMeasure.People);

    [Fact]
    public void The_least_part_is_enough_and_one_step_less_is_not() =>
        Gen.Select(Conditions, Gen.Long[1, 1_000_000_000_000]).Sample((condition, hundredths) =>
        {
            var isArea = condition.Measure == QuorumMeasure.Area;
            var whole = isArea ? hundredths / 100m : hundredths;
            var step = isArea ? 0.01m : 1m;
            var least = condition.Least(whole);

            Assert.True(Holds(condition, least, whole));
            Assert.True(least == 0 || !Holds(condition, least - step, whole));
        });

    [Fact]
    public void More_votes_in_favour_never_undo_a_decision() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 60], Gen.Int[0, 60]).Sample((entitled, voting, yes) =>
        {
            voting = Math.Min(voting, entitled);
            yes = Math.Min(yes, voting);
            foreach (var rule in QuorumRules.Statutory.All)
            {
                if (yes == voting || !rule.Judge(Same(entitled, voting, yes)).IsCarried)
                    continue;
                Assert.True(rule.Judge(Same(entitled, voting, yes + 1)).IsCarried);
            }
        });

    [Fact]
    public void A_refusal_is_there_exactly_when_nothing_is_carried_and_lists_what_fails() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[0, 30]).Sample((entitled, voting, yes) =>
        {
            voting = Math.Min(voting, entitled);
            yes = Math.Min(yes, voting);
            foreach (var rule in QuorumRules.Statutory.All)
            {
                var result = rule.Judge(Same(entitled, voting, yes));
                Assert.Equal(result.IsCarried, result.Refusal is null);
                Assert.True(result.IsValid || !result.IsCarried);
                if (result.Refusal is not { } refusal)
                    continue;

                // Where one of two counts is enough and is there, the other is no reason.
                UnmetCondition[] failed = [.. result.Explain().Where(f => !f.IsMet).Select(f => f.ToCondition())];
                Assert.NotEmpty(refusal.Unmet);
                Assert.All(refusal.Unmet, u => Assert.Contains(u, failed));
            }
        });

    [Fact]
    public void Nobody_decides_nothing()
    {
        foreach (var rule in QuorumRules.Statutory.All)
            Assert.False(rule.Judge(Same(0, 0, 0)).IsValid);
    }

    [Fact]
    public void What_nobody_counted_is_not_met_and_says_so()
    {
        var result = QuorumRules.Statutory["owners.ordinary"].Judge(new() { People = new(10, 10, 10, 10, 0) });

        Assert.False(result.IsValid);
        Assert.All(result.Refusal!.Unmet, u => Assert.Equal("quorum.not-counted", u.Code));
    }

    [Fact]
    public void Figures_that_cannot_be_are_refused_all_at_once()
    {
        var figures = new QuorumFigures { People = new(10, 11, 12, 9, 9), Area = new(-1, 0, 0, 0.001m, 0) };

        var e = Assert.Throws<DefinitionException>(() => QuorumRules.Statutory["owners.ordinary"].Judge(figures));

        Assert.Equal(["People", "People", "People", "Area", "Area", "Area", "Area"], e.Faults.Select(f => f.Where));
    }

    private static QuorumFigures Same(int entitled, int voting, int yes)
    {
        var figures = new MeasureFigures(entitled, voting, voting, yes, voting - yes);
        return new() { People = figures, Households = figures, Area = figures, Delegates = figures };
    }

    // The definition on whole numbers without any division.
    private static bool Holds(QuorumCondition condition, decimal part, decimal whole)
    {
        var left = new BigInteger(part * 100) * condition.Share.Denominator;
        var right = new BigInteger(whole * 100) * condition.Share.Numerator;
        return condition.Comparison == QuorumComparison.AtLeast ? left >= right : left > right;
    }
}
