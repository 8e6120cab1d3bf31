namespace GridGov.Assignment.Tests;

/// <summary>A certificate trusts neither the plan nor the solver: every kind of damage is seen.</summary>
public class CertificateTests
{
    private readonly TransportationProblem _problem = Problems.Popular(3, 200, 10, 4, 0.1);

    [Fact]
    public void An_untouched_plan_is_proved() => Assert.Equal(PlanVerdict.Optimal, Check((_, _) => { }).Verdict);

    [Fact]
    public void A_dearer_price_proves_less()
    {
        var verdict = Check((_, prices) => prices[0] += 500);
        Assert.Equal(PlanVerdict.WithinGap, verdict.Verdict);
        Assert.True(verdict.Gap > 0 && verdict.Bound < verdict.Cost);
    }

    [Fact]
    public void Every_single_move_to_another_worker_is_seen()
    {
        for (var c = 0; c < _problem.Cases; c++)
        {
            foreach (var worker in _problem.WorkersOf(c).ToArray())
            {
                var moved = Check((places, _) => places[c] = worker);
                var stays = Transportation.Solve(_problem).CaseToWorker[c] == worker;
                Assert.Equal(stays, moved.Verdict == PlanVerdict.Optimal);
            }
        }
    }

    [Fact]
    public void A_worker_who_may_not_take_the_case_is_named()
    {
        var stranger = Enumerable.Range(0, 10).First(w => !_problem.WorkersOf(5).Contains(w));
        var verdict = Check((places, _) => places[5] = stranger);
        Assert.Equal((PlanVerdict.Wrong, $"Case 5 is with worker {stranger}, who may not take it."), (verdict.Verdict, verdict.Fault));
    }

    [Fact]
    public void A_case_with_nobody_is_named() =>
        Assert.Equal("Case 7 has a place with nobody, and every place has to be filled.", Check((places, _) => places[7] = -1).Fault);

    [Fact]
    public void Too_many_places_of_one_worker_are_named()
    {
        var most = _problem.Capacities.Span[0];
        var verdict = Check((places, _) =>
        {
            for (var c = 0; c < places.Length; c++)
                places[c] = _problem.WorkersOf(c).Contains(0) ? 0 : places[c];
        });
        Assert.StartsWith("Worker 0 has ", verdict.Fault, StringComparison.Ordinal);
        Assert.EndsWith($"room for {most}.", verdict.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_total_is_seen()
    {
        var plan = Transportation.Solve(_problem);
        var told = new TransportationPlan(_problem, plan.Status, plan.CaseToWorker.ToArray(), plan.Prices.ToArray(), plan.TotalCost - 1, null);
        Assert.Equal(PlanVerdict.Wrong, told.Verify().Verdict);
    }

    [Fact]
    public void A_minimum_that_is_not_kept_is_named()
    {
        var problem = Problems.Make(2, 2, [1, 5, 1, 5], [true, true, true, true], [2, 2], minima: [0, 1]);
        var plan = new TransportationPlan(problem, PlanStatus.Optimal, [0, 0], [0, 0], 2, null);
        Assert.Equal("Worker 1 has 0 places and has to be given 1.", plan.Verify().Fault);
        var right = Transportation.Solve(problem);
        Assert.Equal((6L, PlanVerdict.Optimal), (right.TotalCost, right.Verify().Verdict));
        Assert.Equal(-4, right.Prices[1]);
    }

    [Fact]
    public void A_shortage_that_does_not_hold_is_wrong()
    {
        var plan = Transportation.Solve(_problem);
        PlanShortage made = new() { Kind = ShortageKind.TooLittleRoom, Cases = [0, 1, 2], Workers = [0], Needed = 3, Available = 1 };
        var told = new TransportationPlan(_problem, PlanStatus.NoPlan, [], [], 0, made);
        Assert.Equal(PlanVerdict.Optimal, plan.Verify().Verdict);
        Assert.Equal(PlanVerdict.Wrong, told.Verify().Verdict);
    }

    [Fact]
    public void Damage_to_a_dense_plan_is_seen()
    {
        int[] costs = [4, 1, 3, 2, 0, 5, 3, 2, 2];
        var plan = LinearAssignment.Solve(costs, 3, 3);
        Assert.Equal(PlanVerdict.Optimal, plan.Verify<int>(costs).Verdict);
        Assert.Equal("Column 1 is given twice, also to row 1.", With([1, 1, 2]).Verify<int>(costs).Fault);
        Assert.Equal("Row 0 has column 9, which there is not.", With([9, 1, 2]).Verify<int>(costs).Fault);
        Assert.Equal("There are 2 pairs where there have to be 3.", With([-1, 0, 2]).Verify<int>(costs).Fault);
        Assert.Equal(PlanVerdict.Wrong, With([0, 1, 2]).Verify<int>(costs).Verdict);
        costs[2] = 0;
        Assert.Equal(PlanVerdict.WithinGap, plan.Verify<int>(costs).Verdict);

        LinearPlan<long> With(int[] pairs) => new(PlanGoal.Least, pairs, 3, plan.RowPrices.ToArray(), plan.ColumnPrices.ToArray(), plan.TotalCost, null);
    }

    // The total is told as the damaged plan has it, so that only the damage itself can be the fault.
    private PlanCertificate<long> Check(Action<int[], long[]> damage)
    {
        var plan = Transportation.Solve(_problem);
        var (places, prices) = (plan.CaseToWorker.ToArray(), plan.Prices.ToArray());
        damage(places, prices);
        long total = 0;
        for (var c = 0; c < places.Length; c++)
        {
            var arc = _problem.WorkersOf(c).IndexOf(places[c]);
            total += arc < 0 ? 0 : _problem.CostsOf(c)[arc];
        }

        return new TransportationPlan(_problem, plan.Status, places, prices, total, null).Verify();
    }
}
