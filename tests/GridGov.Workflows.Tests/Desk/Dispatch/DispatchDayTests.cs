using CsCheck;
using GridGov.Assignment;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

/// <summary>Random days on which people come and go, are asked and choose: the books always agree with the log.</summary>
public sealed class DispatchDayTests
{
    private static readonly Actor Decider = new(new("dispatcher"), Center, Role.Dispatcher);
    private static readonly WorkCalendar Shift = WorkCalendar.Weekdays("08:00-11:00", "13:00-17:00").In("Asia/Shanghai");

    private static readonly Worker[] Everybody =
    [
        Worker("w1", 3, "g11"), Worker("w4", 3, "g11") with { Hours = Shift }, Worker("w2", 2, "g12"),
        Worker("w3", 2, "s1") with { Skills = ["gas"] }, Worker("w5", 2, "s1", "g12") with { Skills = ["gas"], OnCall = Shift },
    ];

    [Fact]
    public Task Loads_and_cases_agree_with_the_log_whatever_happens() =>
        Gen.Select(RandomDay.Gen(60), Gen.Select(Gen.Int[0, 9], Gen.Int[0, 999]).Array[1, 60]).SampleAsync(async (things, changes) =>
        {
            var town = Fixture();
            var day = new RandomDay(town);
            for (var i = 0; i < Math.Max(things.Length, changes.Length); i++)
            {
                if (i < things.Length)
                    await day.RunAsync([things[i]]);
                if (i < changes.Length && day.Opened.Count > 0)
                    await ChangeAsync(town, day.Opened, changes[i].Item1, changes[i].Item2);
            }

            await Books.CheckAsync(town, day.Opened);
            await CheckRestoredAsync(town);
        }, iter: 300);

    [Fact]
    public Task And_so_do_they_when_many_do_it_at_once() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 999]).Array[4, 80].SampleAsync(async changes =>
        {
            var town = Fixture();
            string[] opened = [.. Enumerable.Range(0, 8).Select(i => $"c{i}")];
            for (var i = 0; i < opened.Length; i++)
                await town.OpenAsync(opened[i], i % 2 == 0 ? "g11" : "s1", i % 3 == 0 ? "cover" : "tree");
            await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(async () =>
            {
                for (var i = thread; i < changes.Length; i += 4)
                    await ChangeAsync(town, opened, changes[i].Item1, changes[i].Item2);
            })));

            await Books.CheckAsync(town, opened);
            await CheckRestoredAsync(town);
        }, iter: 200);

    private static DeskFixture Fixture(ICaseStore? store = null, DateTimeOffset? now = null) => new(store, o =>
    {
        o.Workers = Everybody;
        o.Dispatch = new()
        {
            Classes =
            [
                new() { Class = new("tree"), Offer = new(2, TimeSpan.FromMinutes(30)), Priority = 3 },
                new() { Class = new("leak"), Board = new(4, TimeSpan.FromHours(1)), IsUrgent = true },
            ],
            Line = new() { Escalations = [new() { Name = "long", After = TimeSpan.FromHours(1), MakeUrgent = true, WidenLevels = 1 }] },
            PreferKnownFor = TimeSpan.FromMinutes(10),
            Ties = r => [r.Grid.Value],
        };
    }, now);

    private static async Task ChangeAsync(DeskFixture town, IReadOnlyList<string> opened, int what, int which)
    {
        var desk = town.Desk;
        var id = new CaseId(opened[which % opened.Count]);
        var worker = new ActorId($"w{1 + (which % 5)}");
        switch (what)
        {
            case 0:
                await desk.SwapAsync([.. Everybody.Where((_, i) => (which >> i & 1) == 1)], Decider, "people come and go");
                break;
            case 1:
                await desk.SwitchToAsync(
                    which % 2 == 0 ? DispatchProfile.Peacetime : new() { Name = "flood", UrgentReserve = 30, Reinforcements = [Worker("army", 4, "s1") with { Skills = ["gas"] }] },
                    Decider, "the water rises and falls");
                break;
            case 2:
                await desk.HandOverAsync(worker, Decider, "on leave");
                break;
            case 3:
                await desk.ReassignAsync(id, Decider, "too slow", which % 2 == 0 ? worker : null);
                break;
            case 4:
                await desk.ClaimAsync(id, worker);
                break;
            case 5:
                await desk.AcceptAsync(id, worker);
                break;
            case 6:
                await desk.DeclineAsync(id, worker);
                break;
            case 7:
                await desk.AssignAsync(id, Actor.System);
                break;
            case 8 when which % 2 == 0:
                await desk.OfferAsync(id, new(1 + (which % 3), TimeSpan.FromMinutes(20)));
                break;
            case 8:
                await desk.PostAsync(id, new(1, TimeSpan.FromMinutes(20)));
                break;
            default:
                town.Time.Advance(TimeSpan.FromMinutes(which % 90));
                await desk.TickAsync();
                break;
        }
    }

    private static async Task CheckRestoredAsync(DeskFixture town)
    {
        var restored = Fixture(town.Store, town.Time.GetUtcNow());
        await restored.Desk.SwapAsync(town.Engine.BaseRoster.Workers, Decider, "as it was");
        await restored.Desk.SwitchToAsync(town.Engine.Profile, Decider, "as it was");
        await restored.Desk.RestoreAsync();

        foreach (var worker in town.Engine.Roster.Workers)
        {
            Assert.Equal(town.LoadOf(worker.Id.Value), restored.LoadOf(worker.Id.Value));
            Assert.Equal(town.Desk.PointsOf(worker.Id), restored.Desk.PointsOf(worker.Id));
        }
    }
}
