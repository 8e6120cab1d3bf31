namespace CityDay.Simulation;

/// <summary>The city's clock: it stands still until it is set, and never goes back. For one thread.</summary>
internal sealed class SimulatedTime : TimeProvider
{
    private DateTimeOffset _now = DateTimeOffset.UnixEpoch;

    public override DateTimeOffset GetUtcNow() => _now;

    public void AdvanceTo(DateTimeOffset instant)
    {
        if (instant > _now)
            _now = instant;
    }
}
