using CityDay.Simulation;

namespace CityDay.Tests.Simulation;

public sealed class SimulatedTimeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void It_stands_still_until_it_is_set()
    {
        var time = new SimulatedTime(Noon);
        Assert.Equal(Noon, time.GetUtcNow());

        time.AdvanceTo(Noon.AddHours(1));
        Assert.Equal(Noon.AddHours(1), time.GetUtcNow());
    }

    [Fact]
    public void It_never_goes_back()
    {
        var time = new SimulatedTime(Noon);
        time.AdvanceTo(Noon.AddTicks(-1));

        Assert.Equal(Noon, time.GetUtcNow());
    }
}
