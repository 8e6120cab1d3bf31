using static GridGov.Assignment.Tests.Town;

namespace GridGov.Assignment.Tests;

public sealed class PolicyTests
{
    [Fact]
    public void Longest_idle_gives_equal_numbers_whatever_the_capacity()
    {
        var engine = With(DispatchPolicy.LongestIdle, Worker("a", 2, "g11"), Worker("b", 90, "g11"));

        Assert.Equal(["a", "b", "a", "b", "b", "b"], Enumerable.Range(0, 6).Select(_ => engine.Take("g11")));
    }

    [Fact]
    public void Round_robin_goes_on_after_whoever_was_last_also_when_they_were_away()
    {
        var engine = With(DispatchPolicy.RoundRobin, Worker("a", 9, "g11"), Worker("b", 9, "g11"), Worker("c", 9, "g11"));
        Assert.Equal(["a", "b", "c", "a"], Enumerable.Range(0, 4).Select(_ => engine.Take("g11")));

        engine.Swap(engine.Roster.With([Worker("b", 9, "g11"), Worker("c", 9, "g11"), Worker("d", 9, "g11")]));

        Assert.Equal(["b", "c", "d", "b"], Enumerable.Range(0, 4).Select(_ => engine.Take("g11")));
    }

    [Fact]
    public void Best_score_fills_the_best_first()
    {
        var engine = With(DispatchPolicy.BestScore, Worker("a", 2, "g11") with { Score = 1 }, Worker("b", 2, "g11") with { Score = 5 });

        Assert.Equal(["b", "b", "a", "a", null], Enumerable.Range(0, 5).Select(_ => engine.Take("g11")));
    }

    [Fact]
    public void An_own_scorer_sees_row_load_and_limit_and_one_without_an_answer_comes_last()
    {
        var engine = With(
            DispatchPolicy.By((in standing, in request) => standing.Worker.Id.Value == "a" ? double.NaN : standing.Limit - standing.Load + request.Weight),
            Worker("a", 9, "g11"), Worker("b", 3, "g11"), Worker("c", 2, "g11"));

        Assert.Equal(["b", "c", "b", "c", "b", "a"], Enumerable.Range(0, 6).Select(_ => engine.Take("g11")));
    }

    [Fact]
    public void A_policy_decides_within_a_level_only()
    {
        var engine = With(DispatchPolicy.BestScore, Worker("near", 1, "g11"), Worker("far", 9, "s1") with { Score = 99 });

        Assert.Equal(["near", "far"], Enumerable.Range(0, 2).Select(_ => engine.Take("g11")));
    }

    private static AssignmentEngine With(DispatchPolicy policy, params Worker[] workers) =>
        new(Roster.Freeze(Grids, workers), null, new() { Policy = policy });
}
