using static GridGov.Assignment.Tests.Town;

namespace GridGov.Assignment.Tests;

public sealed class AllocationTests
{
    [Fact]
    public void A_decision_allocates_nothing_whether_yes_or_no()
    {
        var engine = Engine(
            Worker("a", 3, "g11") with { Skills = ["gas"] }, Worker("b", 5, "s1", "g11") with { Skills = ["gas"] }, Worker("c", 4, "d"));
        AssignmentRequest[] requests =
            [new(At("g11"), engine.Roster.Skills("gas")), new(At("g22"), default, 2), new(At("g22"), engine.Roster.Skills("gas"))];
        var warm = Run(engine, requests);

        var again = 0;
        var allocated = Allocations.Least(() => again = Run(engine, requests));

        Assert.Equal(2000, warm);
        Assert.Equal(2000, again);
        Assert.Equal(0, allocated);
    }

    private static int Run(AssignmentEngine engine, AssignmentRequest[] requests)
    {
        var assigned = 0;
        for (var i = 0; i < 1000; i++)
        {
            foreach (var request in requests)
            {
                if (engine.Assign(request) is { IsAssigned: true } decision)
                {
                    assigned++;
                    engine.Workload.Release(decision.Worker, request.Weight);
                }
            }
        }

        return assigned;
    }
}
