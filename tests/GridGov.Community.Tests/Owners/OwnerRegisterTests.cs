namespace GridGov.Community.Tests.Owners;

public sealed class OwnerRegisterTests
{
    private static readonly PersonId Developer = new("developer");

    [Fact]
    public void One_buyer_of_forty_of_a_hundred_units_is_one_owner_with_the_whole_area()
    {
        var register = OwnerRegister.Freeze(
            Enumerable.Range(1, 100).Select(i => Unit(i, i <= 40 ? "investor" : $"owner-{i}")), Developer, 10_000);

        Assert.Equal(61, register.Electorate.Electors.Count);
        Assert.Equal(10_000, register.Electorate.Electors.Sum(e => e.Area));
        Assert.Equal(4_000, register.Electorate.Electors.Single(e => e.Id == new PersonId("investor")).Area);
    }

    [Fact]
    public void What_the_developer_has_not_sold_or_not_handed_over_is_one_owner()
    {
        var register = OwnerRegister.Freeze(
            [
                Unit(1, "developer") with { State = UnitState.Unsold },
                Unit(2, "buyer") with { State = UnitState.Undelivered },
                Unit(3, "buyer"),
                Unit(4, "developer"),
            ],
            Developer);

        Assert.Equal(["buyer", "developer"], register.Electorate.Electors.Select(e => e.Id.Value));
        Assert.Equal([100m, 300m], register.Electorate.Electors.Select(e => e.Area));
    }

    [Fact]
    public void Every_fault_of_a_register_is_told()
    {
        var e = Assert.Throws<DefinitionException>(() => OwnerRegister.Freeze(
            [Unit(1, "a"), Unit(1, "b"), Unit(2, "a") with { Area = 0 }, Unit(3, "a") with { Area = 10.001m }, Unit(4, "a") with { State = UnitState.Unsold }],
            Developer));

        Assert.Equal(4, e.Faults.Count);
    }

    [Fact]
    public void Areas_that_do_not_add_up_are_refused_with_both_sums()
    {
        var e = Assert.Throws<DefinitionException>(() => OwnerRegister.Freeze([Unit(1, "a"), Unit(2, "b")], Developer, 201));

        Assert.Contains("200 m², the total is 201 m²", e.Message, StringComparison.Ordinal);
    }

    private static OwnershipUnit Unit(int number, string owner) => new() { Unit = new($"u-{number:000}"), Owner = new(owner), Area = 100 };
}
