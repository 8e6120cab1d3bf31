using GridGov.Assignment;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

/// <summary>Hours, leaves, rosters and profiles that change under a running desk.</summary>
public sealed class DeskPeopleTests
{
    private static readonly Worker W1 = Worker("w1", 2, "g11");
    private static readonly Worker W4 = Worker("w4", 2, "g11");
    private static readonly Worker Gas = Worker("w3", 1, "s1") with { Skills = ["gas"] };

    [Fact]
    public async Task Cases_of_whoever_leaves_go_to_others_and_the_log_says_why()
    {
        var town = Fixture();
        await town.OpenAssignedAsync("c1");
        await town.OpenAssignedAsync("c2");
        Assert.Equal((1, 1), (town.LoadOf("w1"), town.LoadOf("w4")));

        var change = await town.Desk.SwapAsync([W4, Gas], Town.Dispatcher, "w1 moved away");

        Assert.Equal([new ActorId("w4")], change.Assigned.Select(c => c.Handler!.Value));
        Assert.Empty(change.Waiting);
        var log = (await town.LogAsync()).Where(e => e.Case == new CaseId("c1")).ToList();
        Assert.Equal([("hand-over", Town.Dispatcher, null), ("assign", Actor.System, "w4")], log[^2..].Select(e => (e.Trigger, e.By, e.Handler?.Value)));
        Assert.Equal("w1 moved away", log[^2].Note);
        Assert.Equal(2, LoadOf(town, "w4"));
        Assert.Equal(-1, LoadOf(town, "w1"));
    }

    [Fact]
    public async Task Whoever_comes_back_finds_what_they_still_hold()
    {
        var town = Fixture();
        await town.OpenAssignedAsync("c1");
        await town.DoAsync("c1", "start", Handler("w1"));
        await town.Desk.DoAsync(new("c1"), new(SideRoads.Triggers.Suspend, Boss) { Note = "waits for parts", Facts = new() { Until = Monday.AddDays(3) } });

        var change = await town.Desk.SwapAsync([W4, Gas], Town.Dispatcher, "w1 moved away");
        Assert.Equal([new CaseId("c1")], change.Staying.Select(s => s.Case));
        await town.Desk.SwapAsync([W1, W4, Gas], Town.Dispatcher, "w1 is back");

        Assert.Equal(1, LoadOf(town, "w1"));
        await town.Desk.DoAsync(new("c1"), new(SideRoads.Triggers.Resume, Boss));
        await town.DoAsync("c1", "report", Handler("w1"));
        Assert.Equal(0, LoadOf(town, "w1"));
    }

    [Fact]
    public async Task A_case_whose_clocks_stand_is_handed_over_by_a_tick_once_they_run()
    {
        var town = Fixture();
        await town.OpenAssignedAsync("c1");
        await town.DoAsync("c1", "start", Handler("w1"));
        await town.Desk.DoAsync(new("c1"), new(SideRoads.Triggers.Suspend, Boss) { Note = "waits for parts", Facts = new() { Until = Monday.AddDays(3) } });
        await town.Desk.SwapAsync([W4, Gas], Town.Dispatcher, "w1 moved away");
        Assert.Empty(await town.Desk.TickAsync());

        await town.Desk.DoAsync(new("c1"), new(SideRoads.Triggers.Resume, Boss));
        var moved = await town.Desk.TickAsync();

        Assert.Equal(new ActorId("w4"), moved[^1].Handler);
    }

    [Fact]
    public async Task A_hand_over_that_the_store_cut_short_is_made_up_for_by_a_tick()
    {
        var store = new ScriptedStore();
        var town = Fixture(store);
        await town.OpenAssignedAsync("c1");
        store.Break();
        await Assert.ThrowsAsync<IOException>(async () => await town.Desk.SwapAsync([W4, Gas], Town.Dispatcher, "w1 moved away"));
        Assert.NotNull((await town.Desk.TickAsync()).DispatchError);
        store.Work();

        Assert.Equal(new ActorId("w4"), (await town.Desk.TickAsync())[^1].Handler);
        Assert.Equal(1, LoadOf(town, "w4"));
    }

    [Fact]
    public async Task Room_on_the_new_roster_is_given_to_those_who_wait_in_that_call()
    {
        var town = Fixture(workers: [Worker("w1", 1, "g11"), Gas]);
        await town.OpenAssignedAsync("c0", kind: "leak");
        await town.OpenAssignedAsync("c1");
        await town.OpenAsync("c2");
        Assert.Equal(RefusalCodes.NobodyFree, (await town.Desk.AssignAsync(new("c2"), Actor.System)).Refusal?.Code);

        var change = await town.Desk.SwapAsync([Worker("w1", 2, "g11"), Gas], Town.Dispatcher, "more room");

        Assert.Equal([new CaseId("c2")], change.Assigned.Select(c => c.Id));
        Assert.Equal(0, town.Desk.WaitingCount);
    }

    [Fact]
    public async Task A_reported_result_gives_its_room_away_in_that_call()
    {
        var town = Fixture(workers: [Worker("w1", 1, "g11"), Gas]);
        await town.OpenAssignedAsync("c0", kind: "leak");
        await town.BringToAsync("c1", EightStep.Track);
        await town.OpenAsync("c2");
        await town.Desk.AssignAsync(new("c2"), Actor.System);

        await town.DoAsync("c1", "report", Handler("w1"));

        Assert.Equal(new ActorId("w1"), (await town.Desk.FindAsync(new("c2")))!.Handler);
    }

    [Fact]
    public async Task Emergency_and_back_gives_reinforcements_their_cases_and_takes_them_again()
    {
        var town = Fixture(workers: [Worker("w1", 1, "g11"), Gas]);
        await town.OpenAssignedAsync("c0", kind: "leak");
        await town.OpenAssignedAsync("c1");
        await town.OpenAsync("c2");
        await town.Desk.AssignAsync(new("c2"), Actor.System);
        var peace = town.Engine.Profile;

        var war = await town.Desk.SwitchToAsync(peace with { Name = "flood", Reinforcements = [Worker("army", 1, "g11")] }, Boss, "flood");
        Assert.Equal(new ActorId("army"), Assert.Single(war.Assigned).Handler);
        var back = await town.Desk.SwitchToAsync(peace, Boss, "the flood is over");

        Assert.Equal([new CaseId("c2")], back.Waiting.Select(c => c.Id));
        Assert.Null((await town.Desk.FindAsync(new("c2")))!.Handler);
        Assert.Equal(1, town.Desk.WaitingCount);
    }

    [Fact]
    public async Task Nobody_off_duty_gets_a_case_and_a_tick_gives_it_out_when_the_shift_begins()
    {
        var shift = WorkCalendar.Weekdays("09:00-12:00").In("Asia/Shanghai");
        var town = Fixture(workers: [W1 with { Hours = shift }, Gas with { Hours = shift }]);
        await town.OpenAsync("c1");
        Assert.Equal(RefusalCodes.NobodyFree, (await town.Desk.AssignAsync(new("c1"), Actor.System)).Refusal?.Code);
        Assert.Equal(Monday.AddMinutes(1), town.Desk.NextDue);

        town.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Empty(await town.Desk.TickAsync());
        town.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(new ActorId("w1"), Assert.Single(await town.Desk.TickAsync()).Handler);
    }

    [Fact]
    public async Task Leave_is_put_on_the_roster_then_everything_is_handed_over_to_those_who_are_there()
    {
        var town = Fixture();
        await town.OpenAssignedAsync("c1");
        await town.OpenAssignedAsync("c2");
        await town.OpenAssignedAsync("c3");
        var leave = W1 with { Leaves = [new(Monday, Monday.AddDays(5))] };

        var put = await town.Desk.SwapAsync([leave, W4, Gas], Town.Dispatcher, "w1 is on leave");
        Assert.Empty(put.Assigned);
        var change = await town.Desk.HandOverAsync(new("w1"), Town.Dispatcher, "w1 is on leave");

        Assert.Equal(2, change.Assigned.Count + change.Waiting.Count);
        Assert.Equal(0, LoadOf(town, "w1"));
        Assert.DoesNotContain(change.Assigned, c => c.Handler == new ActorId("w1"));
    }

    [Fact]
    public async Task Reassigning_leaves_a_case_with_its_handler_while_nobody_else_can_take_it()
    {
        var town = Fixture(workers: [W1, Gas]);
        await town.OpenAssignedAsync("c0", kind: "leak");
        await town.OpenAssignedAsync("c1");

        Assert.Equal(DispatchCodes.NobodyElse, (await town.Desk.ReassignAsync(new("c1"), Town.Dispatcher, "too slow")).Refusal?.Code);
        Assert.Equal(new ActorId("w1"), (await town.Desk.FindAsync(new("c1")))!.Handler);
        await town.Desk.SwapAsync([W1, W4, Gas], Town.Dispatcher, "w4 joins");

        Assert.Equal(new ActorId("w4"), (await town.Desk.ReassignAsync(new("c1"), Town.Dispatcher, "too slow", new("w4"))).Value.Handler);
        Assert.Equal(["role"], Unmet((await town.Desk.ReassignAsync(new("c1"), Citizen, "please")).Refusal));
        Assert.Equal((0, 1), (LoadOf(town, "w1"), LoadOf(town, "w4")));
    }

    [Fact]
    public async Task A_class_with_priority_leaves_the_line_first_and_a_rule_lets_others_overtake()
    {
        var town = new DeskFixture(change: o =>
        {
            o.Workers = [Worker("w1", 1, "g11"), Gas];
            o.Dispatch = new()
            {
                Classes = [new() { Class = new("cover"), Priority = 100 }],
                Line = new() { Escalations = [new() { Name = "two hours", After = TimeSpan.FromHours(2), RaisePriority = 200 }] },
            };
        });
        await town.OpenAssignedAsync("c0", kind: "leak");
        await town.BringToAsync("c1", EightStep.Track);
        await WaitAsync(town, "c2", "leak");
        Assert.Equal(1, town.Desk.WaitingCount);
        await WaitAsync(town, "c3", "cover");
        town.Time.Advance(TimeSpan.FromHours(1));
        await WaitAsync(town, "c4", "cover");

        town.Time.Advance(TimeSpan.FromHours(1));
        await town.Desk.TickAsync();
        await town.DoAsync("c1", "report", Handler("w1"));

        Assert.Equal(new ActorId("w1"), (await town.Desk.FindAsync(new("c3")))!.Handler);
        Assert.Null((await town.Desk.FindAsync(new("c4")))!.Handler);
    }

    [Fact]
    public async Task Whoever_handled_a_case_with_a_tie_comes_first_also_after_a_restart()
    {
        Action<GridGovOptions> change = o =>
        {
            o.Workers = [W1, W4, Gas];
            o.Dispatch = new() { Ties = r => [r.Channel] };
        };
        var town = new DeskFixture(change: change);
        await town.OpenAsync("c1");
        await town.Desk.DoAsync(new("c1"), new("assign", Town.Dispatcher) { Handler = new("w4"), Lead = new("team-w4") });
        await town.DoAsync("c1", "start", Handler("w4"));
        await town.DoAsync("c1", "report", Handler("w4"));
        Assert.Equal(new ActorId("w4"), (await town.OpenAssignedAsync("c2")).Handler);

        var restored = new DeskFixture(town.Store, change);
        await restored.Desk.RestoreAsync();

        Assert.Equal(new ActorId("w4"), (await restored.OpenAssignedAsync("c3")).Handler);
    }

    [Fact]
    public void Every_fault_of_the_rules_is_listed()
    {
        var options = Options();
        options.Dispatch = new()
        {
            Profile = new() { UrgentReserve = 99 },
            PreferKnownFor = TimeSpan.FromSeconds(-1),
            Line = new() { AgeingPerPriority = TimeSpan.Zero },
            Classes = [new() { Class = new("nothing"), Offer = new(0, TimeSpan.Zero), Board = new(-1) }],
        };

        var faults = Assert.Throws<DefinitionException>(() => CityProfile.Freeze(options)).Faults;

        Assert.Equal(
            ["Dispatch: UrgentReserve", "Dispatch: AgeingPerPriority", "Dispatch: PreferKnownFor", .. Enumerable.Repeat("Dispatch: class nothing", 3)],
            faults.Select(f => f.Where));
    }

    private static DeskFixture Fixture(ICaseStore? store = null, Worker[]? workers = null) => new(store, o =>
    {
        o.Workers = workers ?? [W1, W4, Gas];
        o.Dispatch = new();
    });

    private static async Task WaitAsync(DeskFixture town, string id, string kind)
    {
        await town.OpenAsync(id, kind: kind);
        Assert.Equal(RefusalCodes.NobodyFree, (await town.Desk.AssignAsync(new(id), Actor.System)).Refusal?.Code);
    }

    private static int LoadOf(DeskFixture town, string worker) =>
        town.Engine.Roster.TryFind(new(worker), out var at) ? town.Engine.Workload.LoadOf(at) : -1;
}
