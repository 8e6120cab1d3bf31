using static GridGov.Community.QuorumMeasure;

namespace GridGov.Community.Tests.Quorums;

/// <summary>The worked numbers of the laws.</summary>
public sealed class StatutoryVectorTests
{
    private static readonly QuorumRules Rules = QuorumRules.Statutory;

    private static QuorumFigures Owners(decimal people, decimal yes, decimal area, decimal yesArea, decimal entitled = 100, decimal entitledArea = 10_000) => new()
    {
        People = new(entitled, people, people, yes, people - yes),
        Area = new(entitledArea, area, area, yesArea, area - yesArea),
    };

    [Theory]
    [InlineData(67, 34, 6_667, 3_333.51, true, true)]
    [InlineData(67, 33, 6_667, 3_333.51, true, false)]
    [InlineData(67, 34, 6_667, 3_333.50, true, false)]
    [InlineData(66, 66, 9_000, 9_000, false, false)]
    [InlineData(67, 67, 6_666.66, 6_666.66, false, false)]
    [InlineData(67, 67, 6_666.67, 6_666.67, true, true)]
    public void A_hundred_owners_of_ten_thousand_square_metres(int people, int yes, double area, double yesArea, bool isValid, bool isCarried)
    {
        var result = Rules["owners.ordinary"].Judge(Owners(people, yes, (decimal)area, (decimal)yesArea));

        Assert.Equal((isValid, isCarried), (result.IsValid, result.IsCarried));
    }

    [Theory]
    [InlineData(51, 5_000.25, true)]
    [InlineData(50, 5_000.25, false)]
    [InlineData(51, 5_000.24, false)]
    public void Special_matters_need_three_quarters_of_those_who_vote(int yes, double yesArea, bool isCarried) =>
        Assert.Equal(isCarried, Rules["owners.special"].Judge(Owners(67, yes, 6_667, (decimal)yesArea)).IsCarried);

    [Theory]
    [InlineData(3, 2, 2, 2)]
    [InlineData(7, 5, 3, 4)]
    [InlineData(100, 67, 34, 51)]
    public void The_least_numbers_of_owners(int owners, int quorum, int ordinary, int special)
    {
        var valid = Condition(Rules["owners.ordinary"].Valid, People);
        Assert.Equal(quorum, valid.Least(owners));
        Assert.Equal(ordinary, Condition(Rules["owners.ordinary"].Carried!, People).Least(quorum));
        Assert.Equal(special, Condition(Rules["owners.special"].Carried!, People).Least(quorum));
    }

    [Fact]
    public void The_least_area_is_told_to_a_hundredth()
    {
        Assert.Equal(6_666.67m, Condition(Rules["owners.ordinary"].Valid, Area).Least(10_000));
        Assert.Equal(3_333.51m, Condition(Rules["owners.ordinary"].Carried!, Area).Least(6_667));
        Assert.Equal(5_000.25m, Condition(Rules["owners.special"].Carried!, Area).Least(6_667));
    }

    [Fact]
    public void Sixty_six_owners_with_nine_tenths_of_the_area_are_refused_by_their_number_alone()
    {
        var refusal = Rules["owners.ordinary"].Judge(Owners(66, 66, 9_000, 9_000)).Refusal!;

        var unmet = Assert.Single(refusal.Unmet);
        Assert.Equal("quorum.short", unmet.Code);
        Assert.Contains("66 of 100, 67 are needed", unmet.Text.En, StringComparison.Ordinal);
        Assert.Equal("民法典", refusal.Basis!.Instrument);
        Assert.Equal(CommunityRefusalCodes.QuorumInvalid, refusal.Code);
    }

    [Theory]
    [InlineData(29, 29, false, false)]
    [InlineData(30, 16, true, true)]
    [InlineData(30, 15, true, false)]
    public void Forty_five_representatives_of_a_village(int present, int yes, bool isValid, bool isCarried)
    {
        var result = Rules["villagers.representatives"].Judge(new() { Delegates = new(45, present, present, yes, 0) });

        Assert.Equal((isValid, isCarried), (result.IsValid, result.IsCarried));
    }

    [Theory]
    [InlineData(500, 0, false)]
    [InlineData(501, 0, true)]
    [InlineData(200, 199, false)]
    [InlineData(200, 200, true)]
    public void An_assembly_of_1001_adults_in_300_households_meets_by_either_count(int people, int households, bool isValid)
    {
        var result = Rules["villagers.assembly"].Judge(new()
        {
            People = new(1_001, people, people, people, 0),
            Households = new(300, households, households, 0, 0),
        });

        Assert.Equal(isValid, result.IsValid);
        Assert.Equal(isValid ? 0 : 2, result.Refusal?.Unmet.Count ?? 0);
    }

    [Theory]
    [InlineData(20, 20, false, false)]
    [InlineData(21, 16, true, true)]
    [InlineData(21, 15, true, false)]
    public void Thirty_one_members_decide_by_those_due_to_attend(int present, int yes, bool isValid, bool isCarried)
    {
        var result = Rules["party.assembly"].Judge(new() { People = new(31, present, present, yes, 0) });

        Assert.Equal((isValid, isCarried), (result.IsValid, result.IsCarried));
    }

    [Fact]
    public void A_dwelling_turns_to_business_when_every_affected_owner_agrees()
    {
        Assert.True(Rules["owners.to-business"].Judge(new() { People = new(8, 8, 8, 8, 0) }).IsCarried);
        Assert.False(Rules["owners.to-business"].Judge(new() { People = new(8, 8, 8, 7, 0) }).IsCarried);
    }

    private static QuorumCondition Condition(QuorumExpression expression, QuorumMeasure measure) =>
        ((QuorumAll)expression).Parts.OfType<QuorumCondition>().Single(c => c.Measure == measure);
}
