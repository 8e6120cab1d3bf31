using System.Globalization;

namespace GridGov.Assignment.Tests;

/// <summary>The assignment problems of the OR-Library, with their published optima.</summary>
public class OrLibraryTests
{
    [Theory]
    [InlineData("assign100", 305)]
    [InlineData("assign200", 475)]
    [InlineData("assign300", 626)]
    [InlineData("assign400", 804)]
    public void Dense_files_reach_the_published_optimum(string name, long optimum)
    {
        var numbers = Numbers(name);
        var n = numbers[0];
        var costs = numbers[1..];
        var plan = LinearAssignment.Solve(costs, n, n);
        Assert.Equal(optimum, plan.TotalCost);
        Assert.Equal(PlanVerdict.Optimal, plan.Verify<int>(costs).Verdict);

        var everybody = new bool[n * n];
        everybody.AsSpan().Fill(true);
        var sparse = Transportation.Solve(Problems.Make(n, n, costs, everybody, [.. Enumerable.Repeat(1, n)]));
        Assert.Equal(optimum, sparse.TotalCost);
        Assert.Equal(PlanVerdict.Optimal, sparse.Verify().Verdict);
    }

    [Theory]
    [InlineData("assignp800", 2239)]
    [InlineData("assignp1500", 5839)]
    public void Sparse_files_reach_the_published_optimum(string name, long optimum)
    {
        var numbers = Numbers(name);
        var n = numbers[0];
        var (costs, allowed) = (new int[n * n], new bool[n * n]);
        for (var at = 1; at + 2 < numbers.Length; at += 3)
        {
            var pair = (numbers[at] - 1) * n + numbers[at + 1] - 1;
            (costs[pair], allowed[pair]) = (numbers[at + 2], true);
        }

        var plan = Transportation.Solve(Problems.Make(n, n, costs, allowed, [.. Enumerable.Repeat(1, n)]));
        Assert.Equal(optimum, plan.TotalCost);
        Assert.Equal(PlanVerdict.Optimal, plan.Verify().Verdict);
        var dense = LinearAssignment.Solve(costs, n, n, allowed: allowed);
        Assert.Equal(optimum, dense.TotalCost);
        Assert.Equal(PlanVerdict.Optimal, dense.Verify<int>(costs, allowed).Verdict);
    }

    private static int[] Numbers(string name) =>
        [.. File.ReadAllText(SharedData.PathOf($"assignment/{name}.txt"))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(t => int.Parse(t, CultureInfo.InvariantCulture))];
}
