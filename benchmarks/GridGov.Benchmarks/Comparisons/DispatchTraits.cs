using GridGov.Assignment;

namespace GridGov.Benchmarks;

/// <summary>What the city with every feature adds: shifts, certificates, continuity, relaxing skills.</summary>
internal sealed class DispatchTraits
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 30, 0, TimeSpan.Zero);

    private static readonly WorkCalendar[] Hours =
    [
        WorkCalendar.Weekdays("08:00-12:00", "14:00-18:00").In("Asia/Shanghai"),
        WorkCalendar.Weekdays("09:00-13:00", "15:00-19:00").In("Asia/Shanghai"),
        WorkCalendar.Weekdays("00:00-08:00").In("Asia/Shanghai"),
    ];

    private readonly Numbers _random = new(77);

    public Worker Of(Worker worker) => worker with
    {
        Hours = Hours[_random.Next(8) == 0 ? 2 : _random.Next(2)],
        Certificates = _random.Next(4) == 0 ? [new("electric", Now.AddHours(_random.Next(48) - 24))] : [],
        Post = (PostKind)(1 + _random.Next(6)),
    };

    public RequestTerms TermsOf(int request, DispatchCity city, int grid)
    {
        ActorId Somebody() => new(DispatchCity.IdOf((((request * 31) + _random.Next(20)) * city.Grids) % city.Workers));
        city.Roster.TryGetSkills(["road"], out var road);
        return new()
        {
            Since = Now.AddMinutes(-_random.Next(30)),
            Relaxing = [new(TimeSpan.FromMinutes(10), road), new(TimeSpan.FromMinutes(20), default)],
            Continuity = [city.Rows[(grid + (city.Grids * _random.Next(20))) % city.Workers].Id, Somebody()],
            Excluded = [Somebody()],
            Duty = new("inspection"),
        };
    }
}

/// <summary>A clock that stands still: the reading of the system's clock is not what is measured.</summary>
internal sealed class StandingTime : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => DispatchTraits.Now;
}
