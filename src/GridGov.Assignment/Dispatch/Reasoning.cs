namespace GridGov.Assignment;

/// <summary>Turns what a recorder saw into an explanation.</summary>
internal static class Reasoning
{
    private static readonly (Obstacles Obstacle, CandidateVerdict Verdict)[] Verdicts =
    [
        (Obstacles.LacksSkill, CandidateVerdict.LacksSkill),
        (Obstacles.CertificateExpired, CandidateVerdict.CertificateExpired),
        (Obstacles.Excluded, CandidateVerdict.Excluded),
        (Obstacles.Separated, CandidateVerdict.Separated),
        (Obstacles.OtherBody, CandidateVerdict.OtherBody),
        (Obstacles.OtherPost, CandidateVerdict.OtherPost),
        (Obstacles.OnLeave, CandidateVerdict.OnLeave),
        (Obstacles.OffDuty, CandidateVerdict.OffDuty),
        (Obstacles.OnlyUrgent, CandidateVerdict.OnlyUrgent),
        (Obstacles.Reserved, CandidateVerdict.Reserved),
        (Obstacles.Full, CandidateVerdict.Full),
        (Obstacles.HeldForPreferred, CandidateVerdict.HeldForPreferred),
    ];

    public static AssignmentExplanation Of(EngineState state, in AssignmentRequest request, in Search search, in Recorder recorder)
    {
        var roster = state.Roster;
        if (search.IsSuspended)
            return new(new(-1, AssignmentOutcome.Suspended), []);
        var winner = recorder.Best.Worker;
        var outcome = search.OutcomeOf(winner >= 0, recorder.SomeoneMayWait);
        var everybody = recorder.Everybody;
        var ranked = everybody.Where(e => e.Obstacles == Obstacles.None).ToList();
        ranked.Sort(Compare);
        var won = winner < 0 ? default : ranked[0];
        var ranks = new Dictionary<int, int>();
        foreach (var (met, _, _) in ranked)
            ranks.Add(met.Worker, ranks.Count + 1);
        var hasTerms = request.Terms is not null;
        var candidates = everybody
            .OrderBy(e => e.Met.Level)
            .ThenBy(e => e.Met.Worker)
            .Select(e => new Candidate(
                roster[e.Met.Worker].Id,
                roster.Grids.CodeOf(e.Met.Node),
                e.Met.Load,
                roster.Seats.Capacity[e.Met.Seat],
                VerdictOf(e, winner, won.Met.Level))
            {
                Obstacles = ValueList.From(Verdicts.Where(v => e.Obstacles.HasFlag(v.Obstacle)).Select(v => v.Verdict)),
                Rank = ranks.GetValueOrDefault(e.Met.Worker),
                Criteria = Values(e.Met, e.Cost, hasTerms),
                DecidedBy = e.Obstacles != Obstacles.None || e.Met.Worker == winner ? null : Decider(won, e).By,
            });
        return new(new(winner, outcome), ValueList.From(candidates))
        {
            Margin = ranked.Count < 2 ? null : Margin(roster, ranked[0], ranked[1]),
            Counterfactuals = ValueList.From(everybody
                .Where(e => IsOne(e.Obstacles) && (winner < 0 || Compare(e, won) < 0))
                .Order(Comparer<(Met Met, Obstacles Obstacles, Cost Cost)>.Create(Compare))
                .Select(e => new Counterfactual(roster[e.Met.Worker].Id, Array.Find(Verdicts, v => v.Obstacle == e.Obstacles).Verdict))),
        };
    }

    private static bool IsOne(Obstacles obstacles) => obstacles != Obstacles.None && (obstacles & (obstacles - 1)) == 0;

    private static int Compare((Met Met, Obstacles Obstacles, Cost Cost) one, (Met Met, Obstacles Obstacles, Cost Cost) other) =>
        one.Met.Level != other.Met.Level ? one.Met.Level.CompareTo(other.Met.Level)
        : one.Met.Worker == other.Met.Worker ? 0
        : one.Cost.ComesBefore(other.Cost) ? -1 : 1;

    private static CandidateVerdict VerdictOf((Met Met, Obstacles Obstacles, Cost Cost) one, int winner, int wonAt) =>
        one.Met.Worker == winner ? CandidateVerdict.Chosen
        : one.Obstacles != Obstacles.None ? Array.Find(Verdicts, v => one.Obstacles.HasFlag(v.Obstacle)).Verdict
        : one.Met.Level == wonAt ? CandidateVerdict.ComesLater : CandidateVerdict.FurtherUp;

    private static ValueList<CriterionValue> Values(in Met met, in Cost cost, bool hasTerms)
    {
        CriterionValue level = new(Criterion.Level, met.Level);
        CriterionValue policy = new(Criterion.Policy, cost.Choice);
        CriterionValue idle = new(Criterion.Idle, cost.Taken);
        return hasTerms
            ? [level, new(Criterion.Post, cost.PostRank), new(Criterion.Continuity, cost.Continuity), new(Criterion.NiceToHave, cost.MissingNice), policy, idle]
            : [level, policy, idle];
    }

    private static WinningMargin Margin(Roster roster, (Met Met, Obstacles Obstacles, Cost Cost) won, (Met Met, Obstacles Obstacles, Cost Cost) next)
    {
        var (by, value) = Decider(won, next);
        return new(roster[next.Met.Worker].Id, by, value);
    }

    private static (Criterion By, double Value) Decider((Met Met, Obstacles Obstacles, Cost Cost) won, (Met Met, Obstacles Obstacles, Cost Cost) other)
    {
        var (one, two) = (won.Cost, other.Cost);
        return won.Met.Level != other.Met.Level
                ? (won.Met.Level < 0 ? Criterion.Preferred : Criterion.Level, other.Met.Level - won.Met.Level)
            : one.PostRank != two.PostRank ? (Criterion.Post, two.PostRank - one.PostRank)
            : one.Continuity != two.Continuity ? (Criterion.Continuity, two.Continuity - one.Continuity)
            : one.MissingNice != two.MissingNice ? (Criterion.NiceToHave, two.MissingNice - one.MissingNice)
            : one.Choice != two.Choice ? (Criterion.Policy, two.Choice - one.Choice)
            : one.Taken != two.Taken ? (Criterion.Idle, two.Taken - one.Taken)
            : (Criterion.StaffNumber, two.Worker - one.Worker);
    }
}
