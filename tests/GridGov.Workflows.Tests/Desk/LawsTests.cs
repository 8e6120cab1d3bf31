using CsCheck;

namespace GridGov.Workflows.Tests;

public sealed class LawsTests
{
    [Fact]
    public Task Whatever_happens_the_books_are_straight() =>
        RandomDay.Gen(120).SampleAsync(async things =>
        {
            var town = RandomDay.Town();
            var day = new RandomDay(town);
            await day.RunAsync(things);
            await Books.CheckAsync(town, day.Opened);
        }, iter: 400);

    [Fact]
    public Task Whatever_happens_nobody_waits_while_somebody_who_may_take_it_has_room() =>
        RandomDay.Gen(120).SampleAsync(async things =>
        {
            var town = RandomDay.Town();
            var day = new RandomDay(town);
            await day.RunAsync(things);
            await town.Desk.AssignWaitingAsync();

            var unassigned = 0;
            foreach (var id in day.Opened)
            {
                if ((await town.Desk.FindAsync(new(id)))!.Step != EightStep.Accept)
                    continue;
                unassigned++;
                var why = (await town.Desk.ExplainAsync(new(id))).Value;
                Assert.Equal(Assignment.AssignmentOutcome.NobodyFree, why.Decision.Outcome);
            }

            Assert.Equal(unassigned, town.Desk.WaitingCount);
        }, iter: 200);
}
