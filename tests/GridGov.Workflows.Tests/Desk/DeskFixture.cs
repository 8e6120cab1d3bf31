using GridGov.Assignment;
using Microsoft.Extensions.Time.Testing;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

/// <summary>A desk of the town on a clock that stands still until it is told.</summary>
internal sealed class DeskFixture
{
    public DeskFixture(ICaseStore? store = null, Action<GridGovOptions>? change = null, DateTimeOffset? now = null)
    {
        var options = Options();
        change?.Invoke(options);
        City = CityProfile.Freeze(options);
        Time = new(now ?? Monday);
        Engine = City.CreateEngine(Time);
        Store = store ?? new InMemoryCaseStore();
        Desk = new(City, Store, Engine, Time);
    }

    public CityProfile City { get; }

    public AssignmentEngine Engine { get; }

    public ICaseStore Store { get; }

    public FakeTimeProvider Time { get; }

    public CaseDesk Desk { get; }

    public async Task<Case> OpenAsync(string id, string grid = "g11", string kind = "cover") =>
        (await Desk.OpenAsync(Report(id, grid, kind, Time.GetUtcNow()), Clerk)).Value;

    public async Task<Case> OpenAssignedAsync(string id, string grid = "g11", string kind = "cover")
    {
        await OpenAsync(id, grid, kind);
        return (await Desk.AssignAsync(new(id), Actor.System)).Value;
    }

    public async Task<Case> DoAsync(string id, string trigger, Actor by) => (await Desk.DoAsync(new(id), Do(trigger, by))).Value;

    /// <summary>A case that has come to a step after tracking by the straight way.</summary>
    public async Task<Case> BringToAsync(string id, string step, string grid = "g11", string kind = "cover")
    {
        var @case = await OpenAssignedAsync(id, grid, kind);
        var handler = Handler(@case.Handler!.Value.Value);
        (string Trigger, Actor By)[] way = [("start", handler), ("report", handler), ("verify", Checker), ("evaluate", Citizen)];
        foreach (var (trigger, by) in way.TakeWhile(_ => @case.Step != step))
            @case = await DoAsync(id, trigger, by);
        return @case;
    }

    public int LoadOf(string worker) =>
        Engine.Workload.LoadOf(Engine.Roster.TryFind(new(worker), out var index) ? index : throw new ArgumentException(worker));

    public async Task<List<CaseEntry>> LogAsync()
    {
        var log = new List<CaseEntry>();
        await foreach (var entry in Store.ReadAllAsync())
            log.Add(entry);
        return log;
    }
}
