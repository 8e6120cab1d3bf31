using static GridGov.Assignment.Tests.Town;

namespace GridGov.Assignment.Tests;

public sealed class WorkloadTests
{
    [Fact]
    public void Releasing_twice_throws_and_changes_nothing()
    {
        var engine = Engine(Worker("a", 6, "g11"));
        engine.Take("g11", weight: 2);
        engine.Workload.Release(0, 2);

        Assert.Throws<InvalidOperationException>(() => engine.Workload.Release(0, 2));
        Assert.Equal(0, engine.LoadOf("a"));
    }

    [Fact]
    public void A_take_that_does_not_fit_does_not_happen()
    {
        var engine = Engine(Worker("a", 3, "g11"));

        Assert.True(engine.Workload.TryTake(0, 2));
        Assert.False(engine.Workload.TryTake(0, 2));
        Assert.Equal(2, engine.LoadOf("a"));
    }

    [Fact]
    public void Work_that_comes_back_may_exceed_the_capacity_and_blocks_new_work()
    {
        var engine = Engine(Worker("a", 2, "g11"));
        engine.Workload.Take(0, 3);

        Assert.Equal(3, engine.LoadOf("a"));
        Assert.Null(engine.Take("g11"));
        engine.Workload.Release(0, 2);
        Assert.Equal("a", engine.Take("g11"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void A_weight_below_one_is_misuse(int weight)
    {
        var workload = Engine(Worker("a", 2, "g11")).Workload;

        Assert.Throws<ArgumentOutOfRangeException>(() => workload.TryTake(0, weight));
        Assert.Throws<ArgumentOutOfRangeException>(() => workload.Take(0, weight));
        Assert.Throws<ArgumentOutOfRangeException>(() => workload.Release(0, weight));
    }
}
