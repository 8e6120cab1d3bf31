using CsCheck;
using static GridGov.Assignment.Tests.Town;

namespace GridGov.Assignment.Tests;

public sealed class EligibilityTests
{
    [Fact]
    public void Whoever_lacks_a_skill_does_not_take_it()
    {
        var engine = Engine(
            Worker("near", 9, "g11") with { Skills = ["gas"] },
            Worker("far", 9, "d") with { Skills = ["gas", "water"] });

        Assert.Equal("far", engine.Take("g11", 1, "gas", "water"));
        Assert.Equal("near", engine.Take("g11", 1, "gas"));
    }

    [Fact]
    public void Capacity_6_and_weight_2_never_more_than_3_cases()
    {
        var engine = Engine(Worker("a", 6, "g11"));

        Assert.Equal(["a", "a", "a", null], Enumerable.Range(0, 4).Select(_ => engine.Take("g11", weight: 2)));
        Assert.Equal(6, engine.LoadOf("a"));
    }

    [Fact]
    public void A_remainder_smaller_than_the_weight_stays_free()
    {
        var engine = Engine(Worker("a", 5, "g11"));

        Assert.Equal(["a", "a", null], Enumerable.Range(0, 3).Select(_ => engine.Take("g11", weight: 2)));
        Assert.Equal("a", engine.Take("g11", weight: 1));
    }

    [Fact]
    public void A_weight_near_the_largest_integer_fits_nobody() =>
        Assert.Null(Engine(Worker("a", 1_000_000, "g11")).Take("g11", int.MaxValue));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_weight_below_one_is_misuse(int weight)
    {
        var engine = Engine(Worker("a", 5, "g11"));
        var request = new AssignmentRequest(At("g11"), default, weight);

        Assert.Throws<ArgumentOutOfRangeException>(() => engine.Assign(request));
        Assert.Throws<ArgumentOutOfRangeException>(() => engine.Explain(request));
        Assert.Throws<ArgumentOutOfRangeException>(() => engine.CanTake(request, 0));
    }

    [Fact]
    public void Full_workers_mean_waiting_and_missing_ones_do_not()
    {
        var engine = Engine(Worker("a", 1, "g11") with { Skills = ["gas"] }, Worker("b", 1, "g21") with { Skills = ["water"] });
        engine.Take("g11");

        Assert.Equal(AssignmentOutcome.NobodyFree, Outcome("g11", "gas"));
        Assert.Equal(AssignmentOutcome.NobodyEligible, Outcome("g11", "water"));
        Assert.Equal(AssignmentOutcome.NobodyEligible, Outcome("g12"));
        Assert.Equal(AssignmentOutcome.Assigned, Outcome("g21", "water"));

        AssignmentOutcome Outcome(string at, params string[] skills) =>
            engine.Assign(new(At(at), engine.Roster.Skills(skills))).Outcome;
    }

    [Fact]
    public void CanTake_says_what_territory_skills_and_room_say() =>
        RandomTown.Gen.Sample(town =>
        {
            var engine = town.Engine();
            foreach (var request in town.Requests(engine.Roster))
            {
                engine.Assign(request);
                for (var i = 0; i < engine.Roster.Workers.Count; i++)
                    Assert.Equal(NaiveEngine.CanTake(engine, request, i), engine.CanTake(request, i));
            }
        }, iter: 200);
}
