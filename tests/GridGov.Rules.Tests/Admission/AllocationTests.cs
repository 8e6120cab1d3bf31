using static GridGov.Rules.Tests.TownList;

namespace GridGov.Rules.Tests;

public sealed class AllocationTests
{
    [Fact]
    public void A_yes_allocates_nothing()
    {
        TaskRequest[] tasks = [Task(Patrol), Task(Census), Task(Survey) with { IsFunded = true, TimesBefore = 1 }];
        Assert.Equal(1000 * tasks.Length, CountAllowed(tasks));

        var allowed = 0;
        var allocated = Allocations.Least(() => allowed = CountAllowed(tasks));

        Assert.Equal(1000 * tasks.Length, allowed);
        Assert.Equal(0, allocated);
    }

    private static int CountAllowed(TaskRequest[] tasks)
    {
        var allowed = 0;
        for (var i = 0; i < 1000; i++)
        {
            foreach (var task in tasks)
                allowed += Gate.Check(task).IsAllowed ? 1 : 0;
        }

        return allowed;
    }
}
