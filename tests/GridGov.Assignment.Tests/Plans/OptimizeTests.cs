using System.Globalization;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using static GridGov.Assignment.Tests.Town;

namespace GridGov.Assignment.Tests;

public sealed class OptimizeTests
{
    [Fact]
    public void Who_may_take_a_case_is_the_same_in_a_plan_in_dispatch_in_an_explanation_and_in_the_model() =>
        RichTown.Gen.Sample(town =>
        {
            var (engine, time) = Play(town);
            var model = new RichModel(engine.Roster, town.Profile());
            var now = time.GetUtcNow();
            var asks = new List<Ask>();
            var requests = new List<AssignmentRequest>();
            foreach (var (ask, hours) in town.Requests())
            {
                // Half of them are dispatched before, so that some desks are full.
                if (!ask.TryRequest(engine.Roster, now, out var request))
                    continue;
                if (hours == 0)
                {
                    asks.Add(ask with { Weight = 1 });
                    requests.Add(request with { Weight = 1 });
                }
                else
                {
                    Assert.Equal(model.Assign(ask, now) is not null, engine.Assign(request).IsAssigned);
                }
            }

            var plan = engine.Optimize(requests.ToArray(), cancellationToken: default);

            for (var i = 0; i < requests.Count; i++)
            {
                var request = requests[i];
                var may = plan.MayTake(i).Select(w => w.Value).ToArray();
                Assert.Equal(ByModel(model, engine.Roster, asks[i], now), may);
                Assert.Equal(engine.Explain(request).Candidates.Where(c => c.Obstacles.IsEmpty).Select(c => c.Worker.Value).Order(), may.Order());
                Assert.Equal(Enumerable.Range(0, engine.Roster.Workers.Count).Where(w => engine.CanTake(request, w)).Select(w => engine.Roster[w].Id.Value), may);
                if (plan.Decisions[i] is { IsAssigned: true } decision)
                    Assert.Contains(engine.Roster[decision.Worker].Id.Value, may);
                else if (may.Length == 0)
                    Assert.Equal(engine.Explain(request).Decision.Outcome, plan.Decisions[i].Outcome);
            }
        }, iter: 400);

    [Fact]
    public void No_way_of_giving_out_the_cases_is_better() =>
        Gen.Select(RichTown.Gen, Gen.Int[1, 3]).Sample((town, weight) =>
        {
            var (engine, time) = Play(town);
            var requests = town.Requests()
                .Select(r => (Is: r.Ask.TryRequest(engine.Roster, time.GetUtcNow(), out var request), Request: request with { Weight = weight }))
                .Where(r => r.Is).Select(r => r.Request).ToArray();
            foreach (var before in requests.Skip(4).Take(4))
                engine.Assign(before);
            requests = [.. requests.Take(4)];

            var plan = engine.Optimize(requests, cancellationToken: default);

            var byHand = new BatchByHand(engine, town.Profile(), requests);
            Assert.Equal(PlanVerdict.Optimal, plan.Verify().Verdict);
            Assert.True(plan is { IsEven: true, Weights: { IsOfTotals: true, PlacesMost: true } });
            Assert.Equal(byHand.Best(), byHand.GoalsOf([.. plan.Decisions.Select(d => d.Worker)]));
        }, iter: 1500);

    [Fact]
    public void No_spread_of_ordinary_and_urgent_cases_over_desks_with_a_reserve_is_more_even() =>
        Gen.Select(Gen.Int[1, 15].Array[4], Gen.Int[1, 3].Array[4], Gen.Int[0, 7].Array[5]).Sample((covers, sizes, cases) =>
        {
            string[] grids = ["g11", "g12", "g21", "g22"];
            var profile = new DispatchProfile { UrgentReserve = 50 };
            var staff = covers.Select((bits, i) => Worker($"w{i}", 2 * sizes[i], [.. grids.Where((_, g) => (bits >> g & 1) == 1)])).ToArray();
            var engine = new AssignmentEngine(Roster.Freeze(Grids, staff), null, profile);
            AssignmentRequest[] requests = [.. cases.Select(c => new AssignmentRequest(At(grids[c >> 1]), default) { IsUrgent = (c & 1) == 1 })];

            var plan = engine.Optimize(requests);

            var byHand = new BatchByHand(engine, profile, requests);
            Assert.Equal(byHand.Best(), byHand.GoalsOf([.. plan.Decisions.Select(d => d.Worker)]));
        }, iter: 1500);

    [Fact]
    public void A_plan_applied_is_what_its_decisions_say_and_within_everybodys_room() =>
        RichTown.Gen.Sample(town =>
        {
            var (engine, time) = Play(town);
            var requests = town.Requests()
                .Select(r => (Is: r.Ask.TryRequest(engine.Roster, time.GetUtcNow(), out var request), Request: request with { Weight = 2 }))
                .Where(r => r.Is).Select(r => r.Request).ToArray();
            var plan = engine.Optimize(requests, cancellationToken: default);
            var again = engine.Optimize(requests, cancellationToken: default);
            Assert.Equal(plan.Decisions, again.Decisions);

            Assert.Equal(PlanApplication.Applied, engine.Apply(plan));

            for (var w = 0; w < engine.Roster.Workers.Count; w++)
            {
                Assert.Equal(2 * plan.Decisions.Count(d => d.Worker == w), engine.Workload.LoadOf(w));
                Assert.InRange(engine.Workload.LoadOf(w), 0, engine.Roster[w].Capacity);
            }

            Assert.Equal(PlanApplication.AppliedBefore, engine.Apply(plan));
        }, iter: 300);

    [Fact]
    public void A_plan_places_what_dispatch_one_by_one_would_not()
    {
        // The colleague of the street could take either; only she can take the one without a grid worker.
        var engine = Engine(Worker("grid", 1, "g11"), Worker("street", 1, "s1"));
        AssignmentRequest[] requests = [new(At("g11"), default), new(At("g12"), default)];

        var plan = engine.Optimize(requests);

        Assert.Equal(["grid", "street"], plan.Decisions.Select(d => engine.Roster[d.Worker].Id.Value));
        Assert.Equal("Optimal: the plan costs 0, and the prices prove that no plan is better than 0.", plan.Verify().ToString());
    }

    [Fact]
    public void Equal_cases_are_spread_by_the_size_of_desks()
    {
        var engine = Engine(Worker("large", 8, "g11"), Worker("small", 4, "g11"));

        var plan = engine.Optimize(Enumerable.Repeat(new AssignmentRequest(At("g11"), default), 6).ToArray());

        Assert.Equal(4, plan.Decisions.Count(d => engine.Roster[d.Worker].Id.Value == "large"));
        Assert.True(plan.IsEven);
    }

    [Fact]
    public void Ordinary_cases_keep_out_of_the_reserve_and_urgent_ones_are_placed_first()
    {
        var engine = new AssignmentEngine(Roster.Freeze(Grids, [Worker("a", 4, "g11")]), null, new() { UrgentReserve = 50 });
        var ordinary = new AssignmentRequest(At("g11"), default);
        var urgent = ordinary with { IsUrgent = true };

        Assert.Equal(2, engine.Optimize([ordinary, ordinary, ordinary]).Decisions.Count(d => d.IsAssigned));
        var plan = engine.Optimize([ordinary, ordinary, urgent, urgent, urgent]);

        Assert.Equal(4, plan.Decisions.Count(d => d.IsAssigned));
        Assert.All([2, 3, 4], i => Assert.True(plan.Decisions[i].IsAssigned));
    }

    [Fact]
    public void Whoever_cannot_be_placed_is_left_and_the_shortage_is_told_in_an_operators_words()
    {
        var engine = Engine(Worker("wang", 1, "g11", "g12"), Worker("li", 1, "g11"), Worker("zhao", 5, "s2"));
        AssignmentRequest[] requests = [new(At("g21"), default), new(At("g11"), default), new(At("g11"), default), new(At("g12"), default), new(At("d"), default)];

        var plan = engine.Optimize(requests);

        Assert.Equal(3, plan.Decisions.Count(d => d.IsAssigned));
        Assert.Equal(AssignmentOutcome.NobodyEligible, plan.Decisions[4].Outcome);
        Assert.Equal(PlanVerdict.Optimal, plan.Verify().Verdict);
        Assert.Equal(1, plan.Shortage!.Missing);
        Assert.Equal(
            "3 cases need 3 places of 2 workers, who have room for 2: 1 too few.\n"
            + "  cases: #1 (g11), #2 (g11), #3 (g12)\n  workers: li, wang\n"
            + "  way out: more room for one of these workers, another worker who may take one of these cases, or leave to put 1 off.",
            plan.ExplainShortage(CultureInfo.InvariantCulture));
        Assert.Contains("案件：#1 (g11)、#2 (g11)、#3 (g12)", plan.ExplainShortage(new CultureInfo("zh-CN")), StringComparison.Ordinal);
    }

    [Fact]
    public void Different_weights_are_refused_with_the_index()
    {
        var engine = Engine(Worker("a", 9, "g11"));

        var fault = Assert.Throws<ArgumentException>(() => engine.Optimize([new(At("g11"), default, 2), new(At("g11"), default, 2), new(At("g11"), default, 1)]));

        Assert.Contains("Request 2 weighs 1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_requests_make_an_empty_plan()
    {
        var engine = Engine(Worker("a", 9, "g11"));
        var plan = engine.Optimize([]);

        Assert.Empty(plan.Decisions);
        Assert.Equal(PlanVerdict.Optimal, plan.Verify().Verdict);
        Assert.Equal(PlanApplication.Applied, engine.Apply(plan));
    }

    [Fact]
    public void A_run_can_be_cancelled_and_out_of_time_there_is_a_whole_plan()
    {
        var engine = Engine(Worker("a", 2, "g11"), Worker("b", 2, "s1"));
        var requests = Enumerable.Repeat(new AssignmentRequest(At("g11"), default), 5).ToArray();

        Assert.Throws<OperationCanceledException>(() => engine.Optimize(requests, null, new CancellationToken(true)));
        var plan = engine.Optimize(requests, new() { TimeLimit = TimeSpan.Zero, Clock = new FakeTimeProvider() }, TestContext.Current.CancellationToken);

        Assert.False(plan.IsEven);
        Assert.NotEqual(PlanVerdict.Wrong, plan.Verify().Verdict);
    }

    [Fact]
    public void Weights_that_fit_only_case_by_case_say_so()
    {
        // Every case's range is wide in each criterion, so the sums of a large batch do not fold into one number.
        var known = ValueList.From(Enumerable.Range(0, 60).Select(i => new ActorId($"w{i:00}")));
        var staff = Enumerable.Range(0, 60).Select(i => Worker($"w{i:00}", 100, i % 2 == 0 ? "g11" : "d") with
        {
            Post = (PostKind)(1 + (i % 4)),
            Skills = i % 3 == 0 ? ["s0", "s1"] : [],
        }).ToArray();
        var roster = Roster.Freeze(Grids, staff);
        var profile = new DispatchProfile { Duties = [new() { Duty = new("x"), Posts = [(PostKind)1, (PostKind)2, (PostKind)3] }] };
        var engine = new AssignmentEngine(roster, null, profile);
        var request = new AssignmentRequest(At("g11"), default) { Terms = new() { Duty = new("x"), Continuity = known, NiceToHave = roster.Skills("s0", "s1") } };

        var plan = engine.Optimize(Enumerable.Repeat(request, 500).ToArray());

        Assert.False(plan.Weights.IsOfTotals);
        Assert.True(plan.Weights.PlacesMost);
        Assert.Equal(PlanVerdict.Optimal, plan.Verify().Verdict);
        Assert.All(plan.Decisions, d => Assert.True(d.IsAssigned));
    }

    private static (AssignmentEngine Engine, FakeTimeProvider Time) Play(RichTown town)
    {
        var time = new FakeTimeProvider(RichTown.Start.AddHours(town.Traits[0] % 30));
        return (new(town.Roster(), time, town.Profile()), time);
    }

    private static IEnumerable<string> ByModel(RichModel model, Roster roster, Ask ask, DateTimeOffset now)
    {
        if (ask.Duty == "rest")
            return [];
        var able = roster.Workers.Where(w => model.Distance(w, ask, now) is not null && model.IsAble(w, ask, now)).ToList();
        var isHeld = ask.SinceHoursAgo < ask.PreferredHours && able.Exists(w => w.Id.Value == ask.Preferred && model.IsThere(w, ask, now));
        return able.Where(w => model.HasRoom(w, ask, now) && (!isHeld || w.Id.Value == ask.Preferred)).Select(w => w.Id.Value);
    }
}
