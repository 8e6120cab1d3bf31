using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

/// <summary>What must hold of a desk and its log after anything.</summary>
internal static class Books
{
    public static async Task CheckAsync(DeskFixture town, IEnumerable<string> opened)
    {
        var log = await town.LogAsync();
        var cases = log.GroupBy(e => e.Case).Select(entries =>
        {
            Assert.Null(CaseChain.Verify(entries));
            return Case.From(entries);
        }).ToArray();

        // No case is lost, and none appears from nowhere.
        Assert.Equal(opened.Order(StringComparer.Ordinal), cases.Select(c => c.Id.Value).Order(StringComparer.Ordinal));
        foreach (var @case in cases)
        {
            Assert.Equal(@case, await town.Desk.FindAsync(@case.Id));
            Assert.NotEqual(default, @case.Lead);
            Assert.Equal(@case.IsClosed, town.City.Lifecycle.State(@case.Step).IsEnd);
            Assert.Equal(@case.IsClosed, @case.StepDue is null);
        }

        foreach (var worker in town.Engine.Roster.Workers)
            Assert.Equal(cases.Where(c => Holds(c, worker.Id)).Sum(WeightOf), town.LoadOf(worker.Id.Value));

        bool Holds(Case c, ActorId worker) => c.Handler == worker && town.City.Lifecycle.State(c.Step).HoldsHandler;

        int WeightOf(Case c) => town.City.Standards.TryFind(c.Report.Class, out var standard) ? standard.Weight : 0;
    }
}
