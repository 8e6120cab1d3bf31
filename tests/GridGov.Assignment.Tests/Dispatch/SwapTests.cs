using CsCheck;
using static GridGov.Assignment.Tests.Town;

namespace GridGov.Assignment.Tests;

public sealed class SwapTests
{
    [Fact]
    public void Loads_and_turns_go_with_the_workers_to_another_roster()
    {
        var engine = Engine(Worker("a", 5, "g11"), Worker("b", 5, "g11"), Worker("c", 5, "g12"));
        Assert.Equal("a", engine.Take("g11"));
        Assert.Equal("b", engine.Take("g11"));
        engine.Workload.Take(engine.Find("c"), 3);

        var gone = engine.Swap(engine.Roster.With([Worker("0", 5, "g22"), Worker("a", 5, "g11"), Worker("b", 5, "g11")]));

        Assert.Equal([new Departed(new("c"), 3)], gone);
        Assert.Equal((0, 1, 1), (engine.LoadOf("0"), engine.LoadOf("a"), engine.LoadOf("b")));
        Assert.Equal("a", engine.Take("g11"));
    }

    [Fact]
    public void What_is_done_to_the_workload_of_a_former_roster_is_done_to_its_successor()
    {
        var engine = Engine(Worker("a", 5, "g11"), Worker("b", 5, "g11"));
        var former = engine.Workload;
        former.Take(1, 2);
        engine.Swap(engine.Roster.With([Worker("0", 5, "g11"), Worker("b", 5, "g11")]));

        former.Release(1, 1);
        Assert.True(former.TryTake(1, 3));
        Assert.Equal(4, former.LoadOf(1));
        Assert.Equal(4, engine.LoadOf("b"));
        Assert.False(former.TryTake(0, 1));
        Assert.Equal(0, former.LoadOf(0));
        Assert.Throws<InvalidOperationException>(() => former.Release(1, 5));
    }

    [Fact]
    public void The_first_of_very_many_workloads_still_finds_the_last_one()
    {
        var engine = Engine(Worker("a", 5, "g11"));
        var first = engine.Workload;
        first.Take(0, 4);
        for (var i = 0; i < 100_000; i++)
            engine.Swap(engine.Roster);

        Assert.Equal(4, first.LoadOf(0));
        Assert.True(first.TryTake(0, 1));
        first.Take(0, 2);
        first.Release(0, 3);
        Assert.Equal(4, engine.LoadOf("a"));
    }

    [Fact]
    public void Skill_sets_stay_valid_while_skills_come_and_go()
    {
        var engine = Engine(Worker("a", 9, "g11") with { Skills = ["water"] });
        var water = engine.Roster.Skills("water");

        engine.Swap(engine.Roster.With([Worker("b", 9, "g11") with { Skills = ["air"] }, Worker("c", 9, "g11") with { Skills = ["water"] }]));

        Assert.Equal(engine.Find("c"), engine.Assign(new(At("g11"), water)).Worker);
        Assert.Equal(engine.Find("b"), engine.Assign(new(At("g11"), engine.Roster.Skills("air"))).Worker);
    }

    [Fact]
    public void No_weight_appears_or_is_lost_however_often_rosters_are_swapped() =>
        Gen.Select(RandomTown.Gen, Gen.Int[0, 1_000_000]).Sample((town, seed) =>
        {
            var engine = town.Engine();
            var random = new Random(seed);
            var held = new Dictionary<string, int>();
            foreach (var request in town.Requests(engine.Roster))
            {
                var decision = engine.Assign(request, out var roster);
                if (decision.IsAssigned)
                {
                    var id = roster.Workers[decision.Worker].Id.Value;
                    held[id] = held.GetValueOrDefault(id) + request.Weight;
                }

                foreach (var (worker, load) in engine.Swap(engine.BaseRoster.With(town.Staff().Where(_ => random.Next(8) > 0))))
                {
                    Assert.Equal(held[worker.Value], load);
                    held.Remove(worker.Value);
                }

                foreach (var worker in engine.Roster.Workers)
                    Assert.Equal(held.GetValueOrDefault(worker.Id.Value), engine.LoadOf(worker.Id.Value));
            }
        }, iter: 200);

    [Fact]
    public async Task While_rosters_are_swapped_no_decision_sees_half_of_one()
    {
        // In one roster the even workers stand at the grid, in the other the odd ones; and capacities tell them apart.
        var even = Enumerable.Range(0, 40).Select(i => Worker($"w{i:00}", 1000, i % 2 == 0 ? "g11" : "g22")).ToArray();
        var odd = Enumerable.Range(0, 40).Select(i => Worker($"w{i:00}", 1000, i % 2 == 1 ? "g11" : "g22")).ToArray();
        var engine = Engine(even);
        Roster[] rosters = [engine.Roster, engine.Roster.With(odd)];
        var wrong = 0;
        var balance = new long[40];
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(1500));

        var deciders = Enumerable.Range(0, 2).Select(_ => OnThreadOfItsOwn(Decide)).ToArray();
        var swaps = 0;
        while (!stop.IsCancellationRequested)
            engine.Swap(rosters[++swaps % 2]);
        await Task.WhenAll(deciders);

        Assert.Equal(0, wrong);
        Assert.True(swaps > 10);
        for (var i = 0; i < 40; i++)
            Assert.Equal(balance[i], engine.LoadOf($"w{i:00}"));

        void Decide()
        {
            var request = new AssignmentRequest(At("g11"), default);
            var held = new Queue<string>();
            while (!stop.IsCancellationRequested)
            {
                var decision = engine.Assign(request, out var roster);
                if (!decision.IsAssigned || roster.Workers[decision.Worker].Covers[0].Value != "g11")
                {
                    Interlocked.Increment(ref wrong);
                    continue;
                }

                held.Enqueue(roster.Workers[decision.Worker].Id.Value);
                if (held.Count > 50)
                    engine.Release(new(held.Dequeue()), 1);
            }

            foreach (var id in held)
                Interlocked.Increment(ref balance[int.Parse(id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)]);
        }
    }

    [Fact]
    public void A_profile_changes_everything_at_once_and_switching_back_restores_it()
    {
        var engine = Engine(
            Worker("full", 2, "g11") with { Post = PostKind.FullTime }, Worker("part", 4, "g11") with { Post = PostKind.PartTime });
        var before = engine.Roster;
        var emergency = new DispatchProfile
        {
            Name = "flood",
            Policy = DispatchPolicy.LongestIdle,
            UrgentReserve = 50,
            Capacities = [new(PostKind.FullTime, 300)],
            Duties = [new() { Duty = new("inspection"), IsSuspended = true }],
            Reinforcements = [Worker("cadre", 3, "g11")],
        };

        engine.SwitchTo(emergency);

        Assert.Equal([3, 6, 4], engine.Roster.Workers.Select(w => w.Capacity));
        var inspection = new AssignmentRequest(At("g11"), default) { Terms = new() { Duty = new("inspection") } };
        Assert.Equal(AssignmentOutcome.Suspended, engine.Assign(inspection).Outcome);
        Assert.Equal(AssignmentOutcome.Suspended, engine.Explain(inspection).Decision.Outcome);
        var taken = Enumerable.Range(0, 7).Select(_ => engine.Take("g11") ?? "nobody").ToArray();
        Assert.Equal(["cadre", "full", "part", "full", "part", "full", "nobody"], taken);
        Assert.True(engine.Assign(new(At("g11"), default) { IsUrgent = true }).IsAssigned);

        var gone = engine.SwitchTo(DispatchProfile.Peacetime);

        Assert.Equal([new Departed(new("cadre"), 2)], gone);
        Assert.Equal(before.Workers, engine.Roster.Workers);
        Assert.Equal(before, engine.Roster);
    }

    [Fact]
    public void A_faulty_profile_changes_nothing()
    {
        var engine = Engine(Worker("a", 2, "g11"));

        var e = Assert.Throws<DefinitionException>(() => engine.SwitchTo(new() { Name = "odd", UrgentReserve = 91, Capacities = [new(PostKind.FullTime, 0)] }));

        Assert.Equal(2, e.Faults.Count);
        Assert.Throws<DefinitionException>(() => engine.SwitchTo(new() { Reinforcements = [Worker("a", 3, "g11")] }));
        Assert.Same(DispatchProfile.Peacetime, engine.Profile);
        Assert.Equal("a", engine.Take("g11"));
    }

    private static Task OnThreadOfItsOwn(Action work) => Task.Factory.StartNew(
        work, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
