using static GridGov.Assignment.Tests.Town;

namespace GridGov.Assignment.Tests;

public sealed class OrderOfChoiceTests
{
    [Fact]
    public void The_nearest_level_comes_first_even_when_it_is_busier()
    {
        var engine = Engine(Worker("near", 2, "g11"), Worker("far", 100, "s1"));

        Assert.Equal("near", engine.Take("g11"));
        Assert.Equal("near", engine.Take("g11"));
        Assert.Equal("far", engine.Take("g11"));
    }

    [Fact]
    public void The_district_helps_out_when_grid_and_street_are_full()
    {
        var engine = Engine(Worker("grid", 1, "g11"), Worker("street", 1, "s1"), Worker("district", 1, "d"));

        Assert.Equal(["grid", "street", "district", null], Enumerable.Range(0, 4).Select(_ => engine.Take("g11")));
    }

    [Fact]
    public void A_neighbour_grid_never_takes_it() =>
        Assert.Null(Engine(Worker("neighbour", 9, "g12"), Worker("below", 9, "g11")).Take("s1"));

    [Fact]
    public void On_one_level_the_lowest_load_ratio_after_taking_comes_first()
    {
        // After taking: small 1/2, large 1/3; then small 1/2, large 2/3; then 2/2 against 2/3.
        var engine = Engine(Worker("a-small", 2, "g11"), Worker("b-large", 3, "g11"));

        Assert.Equal(["b-large", "a-small", "b-large"], Enumerable.Range(0, 3).Select(_ => engine.Take("g11")));
    }

    [Fact]
    public void The_ratio_is_that_after_taking_not_before()
    {
        // Before taking both hold nothing: 0/2 and 0/4; after a weight of 2 they would stand at 2/2 and 2/4.
        var engine = Engine(Worker("a", 2, "g11"), Worker("b", 4, "g11"));

        Assert.Equal("b", engine.Take("g11", weight: 2));
    }

    [Fact]
    public void Among_equal_ratios_the_one_idle_for_longest_comes_first()
    {
        var engine = Engine(Worker("a", 4, "g11"), Worker("b", 4, "g11"));
        Assert.Equal("a", engine.Take("g11"));
        Assert.Equal("b", engine.Take("g11"));

        engine.Workload.Release(engine.Find("b"), 1);
        engine.Workload.Release(engine.Find("a"), 1);

        Assert.Equal("a", engine.Take("g11"));
        engine.Workload.Release(engine.Find("a"), 1);
        Assert.Equal("b", engine.Take("g11"));
    }

    [Fact]
    public void Among_those_never_given_anything_the_first_by_staff_number_comes_first() =>
        Assert.Equal("a", Engine(Worker("c", 5, "g11"), Worker("a", 5, "g11"), Worker("b", 5, "g11")).Take("g11"));

    [Fact]
    public void A_worker_who_covers_several_grids_takes_cases_in_each()
    {
        var engine = Engine(Worker("both", 3, "g11", "g22"));

        Assert.Equal("both", engine.Take("g11"));
        Assert.Equal("both", engine.Take("g22"));
        Assert.Null(engine.Take("g12"));
        Assert.Equal(2, engine.LoadOf("both"));
    }

    [Fact]
    public void A_worker_who_covers_a_grid_and_its_street_counts_as_near()
    {
        var engine = Engine(Worker("a", 9, "s1"), Worker("b", 9, "s1", "g11"));

        Assert.Equal("b", engine.Take("g11"));
        Assert.Equal("a", engine.Take("g12"));
    }
}
