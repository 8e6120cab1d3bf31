using static GridGov.Workflows.Tests.CaseIn;

namespace GridGov.Workflows.Tests;

public sealed class AllocationTests
{
    [Fact]
    public void A_yes_allocates_nothing()
    {
        var cases = Loop.States.TakeWhile(s => !s.IsEnd).Select(s => Step(s.Id)).ToArray();
        var commands = Array.ConvertAll(cases, c => Fitting(Loop.Transitions.First(t => t.From == c.Step).Trigger, c.Step));
        var contexts = Array.ConvertAll(cases, c => At(c.StepDue!.Value));
        Assert.Equal(7000, CountAllowed());

        var allowed = 0;
        var allocated = Allocations.Least(() => allowed = CountAllowed());

        Assert.Equal(7000, allowed);
        Assert.Equal(0, allocated);

        int CountAllowed()
        {
            var count = 0;
            for (var i = 0; i < 1000; i++)
            {
                for (var c = 0; c < cases.Length; c++)
                    count += Loop.Decide(cases[c], commands[c], contexts[c]).IsAllowed ? 1 : 0;
            }

            return count;
        }
    }
}
