using Microsoft.Extensions.Time.Testing;
using static GridGov.Assignment.Tests.Town;

namespace GridGov.Assignment.Tests;

public sealed class ApplyTests
{
    private static readonly AssignmentRequest Case = new(At("g11"), default);

    [Fact]
    public void A_load_that_changed_a_roster_that_changed_and_a_shift_that_ended_each_refuse_the_whole_plan()
    {
        var time = new FakeTimeProvider(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        var hours = WorkCalendar.Weekdays("08:00-12:00");
        var engine = new AssignmentEngine(Roster.Freeze(Grids, [Worker("a", 3, "g11") with { Hours = hours }, Worker("b", 3, "s1")]), time);
        var plan = engine.Optimize([Case, Case]);

        engine.Workload.Take(1, 1);
        Assert.Equal(PlanApplication.LoadsChanged, engine.Apply(plan));
        engine.Workload.Release(1, 1);
        engine.SwitchTo(DispatchProfile.Peacetime with { Name = "storm" });
        Assert.Equal(PlanApplication.RosterChanged, engine.Apply(plan));
        plan = engine.Optimize([Case, Case]);
        time.Advance(TimeSpan.FromHours(4));
        Assert.Equal(PlanApplication.PresenceChanged, engine.Apply(plan));

        Assert.Equal((0, 0), (engine.LoadOf("a"), engine.LoadOf("b")));
    }

    [Fact]
    public void Somebody_full_who_has_room_again_makes_the_plan_old()
    {
        var engine = Engine(Worker("a", 1, "g11"), Worker("b", 3, "s1"));
        engine.Workload.Take(engine.Find("a"), 1);
        var plan = engine.Optimize([Case]);
        engine.Workload.Release(engine.Find("a"), 1);

        Assert.Equal(PlanApplication.LoadsChanged, engine.Apply(plan));
    }

    [Fact]
    public void A_plan_of_another_engine_is_misuse()
    {
        var roster = Roster.Freeze(Grids, [Worker("a", 1, "g11")]);

        Assert.Throws<ArgumentException>(() => new AssignmentEngine(roster).Apply(new AssignmentEngine(roster).Optimize([Case])));
    }

    [Fact]
    public async Task Nobody_ever_sees_half_a_plan_taken()
    {
        var torn = 0;
        for (var round = 0; round < 300; round++)
        {
            var engine = Engine([.. Enumerable.Range(0, 40).Select(i => Worker($"w{i:00}", 1, "g11"))]);
            var plan = engine.Optimize(Enumerable.Repeat(Case, 40).ToArray());
            var (isOver, first, last) = (false, 0, 39);
            var reader = OnThreadOfItsOwn(() =>
            {
                while (!Volatile.Read(ref isOver))
                {
                    // Loads only rise: whoever sees the one taken has to see the other taken after it.
                    if (IsSeenBefore(first, last) || IsSeenBefore(last, first))
                        Interlocked.Increment(ref torn);
                }
            });

            Assert.Equal(PlanApplication.Applied, engine.Apply(plan));
            Volatile.Write(ref isOver, true);
            await reader;

            bool IsSeenBefore(int one, int other)
            {
                var workload = engine.Workload;
                return workload.LoadOf(one) > 0 && workload.LoadOf(other) == 0;
            }
        }

        Assert.Equal(0, torn);
    }

    [Fact]
    public async Task Of_two_plans_for_the_same_room_one_is_applied()
    {
        for (var round = 0; round < 300; round++)
        {
            var engine = Engine(Worker("a", 2, "g11"), Worker("b", 2, "g11"));
            AssignmentPlan[] plans = [engine.Optimize([Case, Case, Case]), engine.Optimize([Case, Case, Case])];
            var answers = new PlanApplication[2];
            using var start = new Barrier(2);

            await Task.WhenAll(Enumerable.Range(0, 2).Select(i => OnThreadOfItsOwn(() =>
            {
                start.SignalAndWait(TestContext.Current.CancellationToken);
                answers[i] = engine.Apply(plans[i]);
            })));

            Assert.Equal([PlanApplication.Applied, PlanApplication.LoadsChanged], answers.Order());
            Assert.Equal(3, engine.LoadOf("a") + engine.LoadOf("b"));
        }
    }

    [Fact]
    public async Task Whoever_takes_something_while_a_plan_is_applied_is_before_or_after_it()
    {
        // Many workers: what is done between looking at the loads and moving them takes its time.
        var roster = Roster.Freeze(Grids, [.. Enumerable.Range(0, 300).Select(i => Worker($"w{i:000}", 1, i < 3 ? "g11" : "g22"))]);
        for (var round = 0; round < 1_000; round++)
        {
            var engine = new AssignmentEngine(roster);
            var plan = engine.Optimize([Case, Case, Case]);
            var (answer, decision) = (PlanApplication.Applied, default(AssignmentDecision));
            using var start = new Barrier(2);
            var other = OnThreadOfItsOwn(() =>
            {
                start.SignalAndWait(TestContext.Current.CancellationToken);
                Thread.SpinWait(round * 3);
                decision = engine.Assign(Case);
            });

            start.SignalAndWait(TestContext.Current.CancellationToken);
            answer = engine.Apply(plan);
            await other;

            Assert.Equal(answer == PlanApplication.Applied ? AssignmentOutcome.NobodyFree : AssignmentOutcome.Assigned, decision.Outcome);

            // Who is first among equals is open while two take at once; that one takes it and nobody else is not.
            Assert.Equal(
                [.. new[] { 0, 1, 2 }.Select(i => answer == PlanApplication.Applied || i == decision.Worker ? 1 : 0)],
                new[] { 0, 1, 2 }.Select(engine.Workload.LoadOf));
        }
    }

    [Fact]
    public async Task Plans_among_dispatch_and_releases_lose_nothing_and_overfill_nobody()
    {
        var engine = Engine(Worker("a", 6, "g11"), Worker("b", 5, "g11", "g12"), Worker("c", 4, "s1"), Worker("d", 3, "d"));
        var workers = engine.Roster.Workers;
        var kept = new int[workers.Count];
        var answers = new int[6];

        await Task.WhenAll(Enumerable.Range(0, 4).Select(seed => OnThreadOfItsOwn(() => Work(new Random(seed), seed < 2 ? 4_000 : 40_000, seed < 2))));

        Assert.Equal(kept, Enumerable.Range(0, workers.Count).Select(engine.Workload.LoadOf));
        Assert.All(Enumerable.Range(0, workers.Count), w => Assert.InRange(kept[w], 0, workers[w].Capacity));
        Assert.True(answers[(int)PlanApplication.Applied] > 0, "no plan was applied");

        void Work(Random random, int times, bool isPlanner)
        {
            var held = new List<int>();
            for (var i = 0; i < times; i++)
            {
                if (random.Next(2) == 0)
                {
                    if (isPlanner)
                    {
                        var plan = engine.Optimize([Case, Case, new(At("g12"), default)]);
                        var answer = engine.Apply(plan);
                        Interlocked.Increment(ref answers[(int)answer]);
                        if (answer == PlanApplication.Applied)
                            held.AddRange(plan.Decisions.Where(d => d.IsAssigned).Select(d => d.Worker));
                    }
                    else if (engine.Assign(Case) is { IsAssigned: true } decision)
                    {
                        held.Add(decision.Worker);
                    }
                }
                else
                {
                    foreach (var worker in held)
                        engine.Workload.Release(worker, 1);
                    held.Clear();
                }
            }

            foreach (var worker in held)
                Interlocked.Increment(ref kept[worker]);
        }
    }

    private static Task OnThreadOfItsOwn(Action work) => Task.Factory.StartNew(
        work, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
