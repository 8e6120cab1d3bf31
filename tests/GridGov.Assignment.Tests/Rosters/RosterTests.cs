using static GridGov.Assignment.Tests.Town;

namespace GridGov.Assignment.Tests;

public sealed class RosterTests
{
    [Fact]
    public void Workers_are_numbered_in_ordinal_order_of_their_ids()
    {
        var roster = Roster.Freeze(Grids, [Worker("b", 1, "d"), Worker("B", 1, "d"), Worker("a", 1, "d")]);

        Assert.Equal(["B", "a", "b"], roster.Workers.Select(w => w.Id.Value));
        Assert.True(roster.TryFind(new("a"), out var index));
        Assert.Equal(1, index);
        Assert.False(roster.TryFind(new("c"), out _));
    }

    [Fact]
    public void Nobody_at_all_is_a_roster_too() => Assert.Empty(Roster.Freeze(Grids, []).Workers);

    [Fact]
    public void A_staff_number_may_occur_once_only() =>
        Assert.Equal("a: the staff number occurs twice", Fault(Worker("a", 1, "d"), Worker("a", 1, "s1")));

    [Fact]
    public void A_worker_has_a_staff_number() =>
        Assert.Equal("worker 1: the staff number is missing", Fault(Worker("a", 1, "d") with { Id = default }));

    [Fact]
    public void A_worker_has_a_body_that_answers_for_the_cases() =>
        Assert.Equal("a: the body is missing; a case always has a lead body", Fault(Worker("a", 1, "d") with { Body = default }));

    [Fact]
    public void A_worker_covers_something() =>
        Assert.Equal("a: no grid is covered; name at least one", Fault(Worker("a", 1)));

    [Fact]
    public void A_worker_covers_known_grids_only() =>
        Assert.Equal("a: covers grid g99, which is not in the tree", Fault(Worker("a", 1, "g11", "g99")));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_001)]
    public void A_capacity_is_within_one_and_a_million(int capacity) =>
        Assert.Equal($"a: the capacity {capacity} is not within 1 to 1,000,000", Fault(Worker("a", capacity, "d")));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void A_skill_has_a_name(string? skill) =>
        Assert.Equal("a: a skill has no name", Fault(Worker("a", 1, "d") with { Skills = [skill!] }));

    [Fact]
    public void Sixty_four_skills_are_possible_and_one_more_is_not()
    {
        var names = Enumerable.Range(0, 65).Select(i => $"skill-{i:00}").ToArray();
        var able = Worker("a", 1, "d") with { Skills = ValueList.From(names[..64]) };

        Assert.True(Roster.Freeze(Grids, [able]).TryGetSkills([names[63]], out _));
        Assert.Equal(
            "skills: 65 different ones are named; at most 64 are possible",
            Fault(able, Worker("b", 1, "d") with { Skills = [names[64]] }));
    }

    [Fact]
    public void Every_fault_is_listed_not_the_first()
    {
        var e = Assert.Throws<DefinitionException>(() => Roster.Freeze(Grids,
            [Worker("c", 0), Worker("a", 1, "g98", "g99"), Worker("a", 2_000_000, "d")]));

        Assert.Equal(
            [
                "a: covers grid g98, which is not in the tree",
                "a: covers grid g99, which is not in the tree",
                "a: the staff number occurs twice",
                "a: the capacity 2000000 is not within 1 to 1,000,000",
                "c: no grid is covered; name at least one",
                "c: the capacity 0 is not within 1 to 1,000,000",
            ],
            e.Faults.Select(f => f.ToString()));
    }

    [Fact]
    public void A_skill_that_nobody_has_is_not_a_set_of_the_roster()
    {
        var roster = Roster.Freeze(Grids, [Worker("a", 1, "d") with { Skills = ["water"] }]);

        Assert.True(roster.TryGetSkills(["water"], out _));
        Assert.False(roster.TryGetSkills(["water", "gas"], out var none));
        Assert.Equal(default, none);
    }

    [Fact]
    public void A_set_covers_its_subsets_only()
    {
        var roster = Roster.Freeze(Grids, [Worker("a", 1, "d") with { Skills = ["gas", "water"] }]);

        Assert.True(roster.Skills("gas", "water").Covers(roster.Skills("gas")));
        Assert.True(roster.Skills("gas").Covers(roster.Skills()));
        Assert.False(roster.Skills("gas").Covers(roster.Skills("gas", "water")));
    }

    private static string Fault(params Worker[] workers) =>
        Assert.Single(Assert.Throws<DefinitionException>(() => Roster.Freeze(Grids, workers)).Faults).ToString();
}
