using GridGov.Assignment;
using GridGov.Workflows;

namespace GridGov.Testing;

/// <summary>A small town with its people, for tests (测试小镇). Immutable and thread-safe. <see cref="TownBuilder"/> makes others.</summary>
public sealed class Town
{
    internal Town(CityProfile profile, DateTimeOffset morning)
    {
        Profile = profile;
        Morning = morning;
        Acceptor = Of("acceptor", Role.Acceptor);
        Dispatcher = Of("dispatcher", Role.Dispatcher);
        Verifier = Of("verifier", Role.Verifier);
        Supervisor = Of("supervisor", Role.Supervisor);
        Leader = Of("leader", Role.Leader);

        Actor Of(string id, Role role) => new(new(id), profile.Center, role);
    }

    /// <summary>Everything that is fixed before cases are handled.</summary>
    public CityProfile Profile { get; }

    /// <summary>When the first day begins.</summary>
    public DateTimeOffset Morning { get; }

    /// <summary>Takes reports in, at the centre.</summary>
    public Actor Acceptor { get; }

    /// <summary>Hands cases on, at the centre.</summary>
    public Actor Dispatcher { get; }

    /// <summary>Checks results, at the centre.</summary>
    public Actor Verifier { get; }

    /// <summary>Supervises the loop, at the centre.</summary>
    public Actor Supervisor { get; }

    /// <summary>Leads the centre.</summary>
    public Actor Leader { get; }

    /// <summary>Somebody who reports and is asked.</summary>
    public Actor Reporter { get; } = new(new("reporter"), default, Role.Reporter);

    /// <summary>The town with every default.</summary>
    public static Town Default() => new TownBuilder().Build();

    /// <summary>The body of a worker of the town.</summary>
    /// <param name="worker">The staff number.</param>
    public static BodyId TeamOf(string worker) => new($"team-{worker}");

    /// <summary>Somebody who handles, for the body <c>team-ID</c>.</summary>
    /// <param name="worker">The staff number.</param>
    public static Actor Handler(string worker) => new(new(worker), TeamOf(worker), Role.Handler);

    /// <summary>A report of the first class from the first grid of the lowest level.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="at">When it was reported; by default in the morning.</param>
    public Report Report(string id, DateTimeOffset? at = null) => new()
    {
        Id = new(id),
        At = at ?? Morning,
        Grid = Profile.Roster.Workers[0].Covers[0],
        Class = Profile.Standards.Items[0].Class,
        Channel = "hotline",
    };

    /// <summary>A clock that stands at the morning.</summary>
    public CityClock Clock() => new(Morning);

    /// <summary>A desk of the town.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="store">The store; by default a new one in memory.</param>
    public CaseDesk Desk(TimeProvider clock, ICaseStore? store = null) =>
        new(Profile, store ?? new InMemoryCaseStore(), new AssignmentEngine(Profile.Roster), clock);

    /// <summary>Begins to tell what happened to a case.</summary>
    /// <param name="id">The number of its report, and of the case.</param>
    /// <param name="at">When it was opened; by default in the morning.</param>
    public CaseStory Case(string id, DateTimeOffset? at = null) => CaseStory.Open(Profile, Report(id, at), Acceptor, at ?? Morning);
}
