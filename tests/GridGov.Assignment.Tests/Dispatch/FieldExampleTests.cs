using Microsoft.Extensions.Time.Testing;
using static GridGov.Assignment.Tests.Town;

namespace GridGov.Assignment.Tests;

/// <summary>The acceptance examples from the field.</summary>
public sealed class FieldExampleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Load_ratio_then_the_longest_wait_orders_D_C_A_B()
    {
        var engine = Engine(Worker("A", 5, "g11"), Worker("B", 4, "g11"), Worker("C", 5, "g11"), Worker("D", 3, "g11"));

        // Last used 7, 5, 3 and 2 minutes ago: C, A, B, D. D has given back what it had.
        engine.Workload.Take(engine.Find("C"), 3);
        engine.Workload.Take(engine.Find("A"), 3);
        engine.Workload.Take(engine.Find("B"), 3);
        engine.Workload.Take(engine.Find("D"), 1);
        engine.Workload.Release(engine.Find("D"), 1);

        var request = new AssignmentRequest(At("g11"), default);
        var why = engine.Explain(request);
        Assert.Equal(["D", "C", "A", "B"], why.Candidates.OrderBy(c => c.Rank).Select(c => c.Worker.Value));

        Span<int> best = stackalloc int[4];
        Assert.Equal(4, engine.Shortlist(request, best, out var roster));
        Assert.Equal(["D", "C", "A", "B"], best.ToArray().Select(i => roster.Workers[i].Id.Value));
    }

    [Fact]
    public void Capacity_6_and_weight_2_never_more_than_3_cases()
    {
        var engine = Engine(Worker("a", 6, "g11"));

        Assert.Equal(["a", "a", "a", null], Enumerable.Range(0, 4).Select(_ => engine.Take("g11", weight: 2)));
    }

    [Fact]
    public void The_preferred_worker_for_15_seconds_then_anybody()
    {
        var time = new FakeTimeProvider(Noon);
        var engine = new AssignmentEngine(Roster.Freeze(Grids, [Worker("other", 9, "g11"), Worker("wanted", 1, "s1")]), time);
        engine.Workload.Take(engine.Find("wanted"), 1);
        var request = new AssignmentRequest(At("g11"), default)
        {
            Terms = new() { Since = Noon, Preferred = new("wanted"), PreferredFor = TimeSpan.FromSeconds(15) },
        };

        Assert.Equal(AssignmentOutcome.NobodyFree, engine.Assign(request).Outcome);
        Assert.Equal(CandidateVerdict.HeldForPreferred, engine.Explain(request).Candidates.Single(c => c.Worker.Value == "other").Verdict);
        time.Advance(TimeSpan.FromSeconds(14.999));
        Assert.Equal(AssignmentOutcome.NobodyFree, engine.Assign(request).Outcome);
        time.Advance(TimeSpan.FromSeconds(0.001));
        Assert.Equal(engine.Find("other"), engine.Assign(request).Worker);

        // With room, the preferred one comes first even from further up, at any time.
        engine.Workload.Release(engine.Find("wanted"), 1);
        Assert.Equal(engine.Find("wanted"), engine.Assign(request).Worker);
    }

    [Fact]
    public void Six_rings_of_relaxing_skills()
    {
        var time = new FakeTimeProvider(Noon);
        var staff = Enumerable.Range(1, 6).Select(level =>
            Worker($"level-{level}", 1, "g11") with { SkillLevels = [new("mediation", level)] });
        var roster = Roster.Freeze(Grids, staff);
        var engine = new AssignmentEngine(roster, time);
        var request = new AssignmentRequest(At("g11"), Ring(6))
        {
            Terms = new()
            {
                Since = Noon,
                Relaxing = ValueList.From(Enumerable.Range(1, 5).Select(i => new RelaxedNeed(TimeSpan.FromSeconds(10 * i), Ring(6 - i)))),
            },
        };

        var taken = new List<string>();
        for (var ring = 0; ring < 6; ring++)
        {
            // Whoever has the level of an earlier ring is full by now; nobody of a later ring gets it too soon.
            var decision = engine.Assign(request);
            taken.Add(roster.Workers[decision.Worker].Id.Value);
            Assert.Equal(AssignmentOutcome.NobodyFree, ring < 5 ? engine.Assign(request).Outcome : AssignmentOutcome.NobodyFree);
            time.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(["level-6", "level-5", "level-4", "level-3", "level-2", "level-1"], taken);

        SkillSet Ring(int level) => roster.TryGetSkills(new SkillNeeds { Levels = [new("mediation", level)] }, out var set) ? set : default;
    }

    [Fact]
    public void A_certificate_that_expires_while_the_case_waits()
    {
        var time = new FakeTimeProvider(Noon);
        var roster = Roster.Freeze(Grids, [Worker("a", 1, "g11") with { Certificates = [new("welding", Noon.AddMinutes(5))] }]);
        var dispatcher = new Dispatcher(new(roster, time), time);
        DispatchCase Welding(string id) => new() { Id = new(id), At = new("g11"), Needs = new() { Skills = ["welding"] } };
        Assert.Equal(DispatchEventKind.Assigned, dispatcher.Submit(Welding("c1")).Value[0].Kind);
        Assert.Equal(DispatchEventKind.Queued, dispatcher.Submit(Welding("c2")).Value[0].Kind);

        time.Advance(TimeSpan.FromMinutes(5));
        dispatcher.Complete(new("c1"));

        Assert.Equal(DispatchStanding.Waiting, dispatcher.Find(new("c2"))!.Standing);
        var why = dispatcher.Explain(new("c2")).Value;
        Assert.Equal(CandidateVerdict.CertificateExpired, why.Candidates[0].Verdict);
        Assert.Equal([new Counterfactual(new("a"), CandidateVerdict.CertificateExpired)], why.Counterfactuals);
    }

    [Fact]
    public void Fair_splitting_of_15_tasks_over_5_is_ranked_by_sorted_loads()
    {
        int[][] ranked = [[3, 3, 3, 3, 3], [4, 4, 3, 2, 2], [5, 3, 3, 2, 2], [5, 5, 2, 2, 1], [6, 3, 3, 2, 1], [5, 6, 2, 1, 1], [11, 1, 1, 1, 1]];

        for (var i = 0; i < ranked.Length; i++)
        {
            for (var j = 0; j < ranked.Length; j++)
                Assert.Equal(Math.Sign(i.CompareTo(j)), Math.Sign(LoadSpread.Compare(ranked[i], ranked[j])));
        }

        // The default policy gives the fairest of all.
        var engine = Engine([.. Enumerable.Range(0, 5).Select(i => Worker($"w{i}", 15, "g11"))]);
        for (var i = 0; i < 15; i++)
            engine.Take("g11");
        Assert.Equal([3, 3, 3, 3, 3], Enumerable.Range(0, 5).Select(engine.Workload.LoadOf));
    }
}
