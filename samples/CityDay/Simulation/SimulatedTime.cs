namespace CityDay.Simulation;

/// <summary>The city's clock: it stands still until it is set, and never goes back. For one thread.</summary>
internal sealed class SimulatedTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void AdvanceTo(DateTimeOffset instant)
    {
        if (instant > _now)
            _now = instant;
    }
}
