using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace GridGov.Assignment.Tests;

public sealed class FeatureTests
{
    [Fact]
    public void With_every_feature_the_engine_chooses_whom_the_model_chooses() =>
        Play((engine, model, ask, request, now) =>
        {
            var expected = model.Assign(ask, now);
            var decision = engine.Assign(request);

            Assert.Equal(expected, NameOf(engine, decision));
            return decision;
        }, iter: 800);

    [Fact]
    public void The_explained_winner_is_always_the_fast_paths_winner() =>
        Play((engine, model, _, request, _) =>
        {
            var why = engine.Explain(request);
            var decision = engine.Assign(request);

            Assert.Equal(decision, why.Decision);
            Assert.Equal(
                decision.IsAssigned ? [engine.Roster.Workers[decision.Worker].Id] : [],
                why.Candidates.Where(c => c.Verdict == CandidateVerdict.Chosen).Select(c => c.Worker));
            Assert.Equal(
                decision.IsAssigned ? [engine.Roster.Workers[decision.Worker].Id] : [],
                why.Candidates.Where(c => c.Rank == 1).Select(c => c.Worker));
            return decision;
        }, iter: 400);

    [Fact]
    public void Nobody_absent_full_unable_or_from_outside_the_territory_ever_takes_a_case() =>
        Play((engine, model, ask, request, now) =>
        {
            var decision = engine.Assign(request);
            if (decision.IsAssigned)
            {
                var worker = engine.Roster.Workers[decision.Worker];
                Assert.True(model.IsThere(worker, ask, now));
                Assert.True(model.IsAble(worker, ask, now));
                Assert.NotNull(model.Distance(worker, ask, now));
                Assert.InRange(engine.Workload.LoadOf(decision.Worker), 1, worker.Capacity);
            }

            return decision;
        }, iter: 400);

    [Fact]
    public void The_short_list_is_whom_one_decision_after_the_other_would_choose_with_those_before_excluded() =>
        Play((engine, _, _, request, _) =>
        {
            Span<int> best = stackalloc int[3];
            var count = engine.Shortlist(request, best, out _);
            var ranks = engine.Explain(request).Candidates.Where(c => c.Rank is >= 1 and <= 3).OrderBy(c => c.Rank);

            Assert.Equal(
                ranks.Select(c => c.Worker),
                request.Terms?.Duty?.Value == "rest" ? [] : best[..count].ToArray().Select(i => engine.Roster.Workers[i].Id));
            return engine.Assign(request);
        }, iter: 250);

    [Fact]
    public void CanTake_agrees_with_the_explanation() =>
        Play((engine, _, _, request, _) =>
        {
            var able = engine.Explain(request).Candidates.Where(c => c.Rank > 0).Select(c => c.Worker).ToHashSet();
            for (var i = 0; i < engine.Roster.Workers.Count; i++)
            {
                Assert.Equal(able.Contains(engine.Roster.Workers[i].Id), engine.CanTake(request, i));
            }

            return engine.Assign(request);
        }, iter: 250);

    [Fact]
    public void What_would_have_changed_the_answer_does_change_it()
    {
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<CandidateVerdict, int>();
        Play((engine, _, ask, request, _) =>
        {
            var present = engine.BaseRoster;
            foreach (var (worker, obstacle) in engine.Explain(request).Counterfactuals)
            {
                var other = request;
                Worker Other(Worker w) => obstacle switch
                {
                    CandidateVerdict.LacksSkill or CandidateVerdict.CertificateExpired =>
                        w with { Skills = ["s0", "s1", "s2", "s3", "cert"], SkillLevels = [new("level", 3)], Certificates = [] },
                    CandidateVerdict.OffDuty or CandidateVerdict.OnLeave or CandidateVerdict.OnlyUrgent => w with { Hours = null, Leaves = [] },
                    _ => w,
                };
                if (obstacle == CandidateVerdict.Excluded)
                    other = (ask with { Excluded = [] }).TryRequest(present, RichTown.Start, out var free) ? With(request, free.Terms!, request.Terms!) : request;
                else if (Other(engine.Roster.Workers.Single(w => w.Id == worker)) == engine.Roster.Workers.Single(w => w.Id == worker))
                    continue;

                engine.Swap(present.With(present.Workers.Select(w => w.Id == worker ? Other(w) : w)));
                seen.AddOrUpdate(obstacle, 1, (_, n) => n + 1);
                var decision = engine.Explain(other).Decision;
                Assert.Equal(worker, decision.IsAssigned ? engine.Roster.Workers[decision.Worker].Id : default);
                engine.Swap(present);
            }

            return engine.Assign(request);
        }, iter: 400);
        Assert.True(seen.Count >= 5, string.Join(' ', seen.Keys));

        static AssignmentRequest With(AssignmentRequest request, RequestTerms free, RequestTerms terms) => request with
        {
            Terms = new()
            {
                Duty = free.Duty,
                NiceToHave = free.NiceToHave,
                Since = terms.Since,
                Relaxing = free.Relaxing,
                Preferred = free.Preferred,
                PreferredFor = free.PreferredFor,
                Continuity = free.Continuity,
                SeparatedBodies = free.SeparatedBodies,
                Widened = free.Widened,
            },
        };
    }

    private delegate AssignmentDecision Step(
        AssignmentEngine engine, RichModel model, Ask ask, AssignmentRequest request, DateTimeOffset now);

    private static void Play(Step step, int iter) =>
        RichTown.Gen.Sample(town =>
        {
            var time = new FakeTimeProvider(RichTown.Start);
            var roster = town.Roster();
            var profile = town.Profile();
            var engine = new AssignmentEngine(roster, time, profile);
            var model = new RichModel(engine.Roster, profile);
            var held = new Queue<(int Worker, int Weight)>();
            foreach (var (ask, hours) in town.Requests())
            {
                time.Advance(TimeSpan.FromHours(hours));
                var now = time.GetUtcNow();
                if (!ask.TryRequest(roster, now, out var request))
                    continue;
                var decision = step(engine, model, ask, request, now);
                if (decision.IsAssigned)
                    held.Enqueue((decision.Worker, ask.Weight));
                if (hours == 2 && held.TryDequeue(out var done))
                {
                    engine.Workload.Release(done.Worker, done.Weight);
                    if (model.LoadOf(roster.Workers[done.Worker].Id.Value) > 0)
                        model.Release(roster.Workers[done.Worker].Id.Value, done.Weight);
                }
            }
        }, iter: iter);

    private static string? NameOf(AssignmentEngine engine, AssignmentDecision decision) =>
        decision.IsAssigned ? engine.Roster.Workers[decision.Worker].Id.Value : null;
}
