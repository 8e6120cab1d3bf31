using CsCheck;
using static GridGov.Assignment.Tests.Town;

namespace GridGov.Assignment.Tests;

public sealed class ExplanationTests
{
    [Fact]
    public void Every_candidate_is_named_with_the_reason()
    {
        var engine = Engine(
            Worker("chosen", 4, "g11") with { Skills = ["gas"] },
            Worker("busier", 4, "g11") with { Skills = ["gas"] },
            Worker("unable", 4, "g11"),
            Worker("full", 1, "g11") with { Skills = ["gas"] },
            Worker("street", 4, "s1") with { Skills = ["gas"] },
            Worker("elsewhere", 4, "g12") with { Skills = ["gas"] });
        engine.Workload.Take(engine.Find("busier"), 1);
        engine.Workload.Take(engine.Find("full"), 1);

        var why = engine.Explain(new(At("g11"), engine.Roster.Skills("gas")));

        Assert.Equal(
            [
                new(new("busier"), new("g11"), 1, 4, CandidateVerdict.ComesLater),
                new(new("chosen"), new("g11"), 0, 4, CandidateVerdict.Chosen),
                new(new("full"), new("g11"), 1, 1, CandidateVerdict.Full),
                new(new("unable"), new("g11"), 0, 4, CandidateVerdict.LacksSkill),
                new Candidate(new("street"), new("s1"), 0, 4, CandidateVerdict.FurtherUp),
            ],
            why.Candidates.Select(c => new Candidate(c.Worker, c.Grid, c.Load, c.Capacity, c.Verdict)));
        Assert.Equal(
            """
            Assigned
              busier at g11, 1/4: ComesLater by Policy
            → chosen at g11, 0/4: Chosen
              full at g11, 1/1: Full
              unable at g11, 0/4: LacksSkill
              street at s1, 0/4: FurtherUp
              ahead of busier by Policy: 0.25
            """,
            why.ToString());
    }

    [Fact]
    public void A_worker_who_covers_the_place_twice_is_named_once_at_the_nearest_level()
    {
        var why = Engine(Worker("a", 4, "s1", "g11")).Explain(new(At("g11"), default));

        var only = Assert.Single(why.Candidates);
        Assert.Equal((new ActorId("a"), new GridCode("g11"), CandidateVerdict.Chosen), (only.Worker, only.Grid, only.Verdict));
    }

    [Fact]
    public void Explaining_takes_nothing_and_two_explanations_are_equal()
    {
        var engine = Engine(Worker("a", 1, "g11"), Worker("b", 1, "g11"));
        var request = new AssignmentRequest(At("g11"), default);

        Assert.Equal(engine.Explain(request), engine.Explain(request));
        Assert.Equal(0, engine.LoadOf("a"));
    }

    [Fact]
    public void The_explained_winner_is_the_one_who_then_takes_it() =>
        RandomTown.Gen.Sample(town =>
        {
            var engine = town.Engine();
            foreach (var request in town.Requests(engine.Roster))
            {
                var why = engine.Explain(request);
                var decision = engine.Assign(request);

                Assert.Equal(decision, why.Decision);
                var chosen = why.Candidates.Where(c => c.Verdict == CandidateVerdict.Chosen).Select(c => c.Worker);
                Assert.Equal(decision.IsAssigned ? [engine.Roster.Workers[decision.Worker].Id] : [], chosen);
                Assert.Equal(why.Candidates.Count, why.Candidates.Select(c => c.Worker).Distinct().Count());
            }
        }, iter: 300);
}
