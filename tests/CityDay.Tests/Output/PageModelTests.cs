using CityDay.City;
using CityDay.Output;
using CityDay.Page;
using CityDay.Results;
using CityDay.Simulation;
using CityDay.Tests.Simulation;
using GridGov;
using GridGov.Workflows;

namespace CityDay.Tests.Output;

public sealed class PageModelTests
{
    [Fact]
    public async Task Every_table_of_the_page_adds_up_to_the_cases()
    {
        CityResults results = await PlayAsync(Plays.City());
        ReportModel page = PageModel.Of(results, chainValid: true, "again");

        long cases = results.Tally.Opened;
        Assert.True(cases > 0);
        Assert.Equal(cases, page.Grids.Sum(grid => grid.Cases));
        Assert.Equal(cases, page.Categories.Sum(category => category.Cases));
        Assert.Equal(cases, page.States.Sum(state => state.Cases));
        Assert.Equal(cases, page.Flow.Bins.Sum(bin => bin.Arrivals));
        Assert.Equal(results.Tally.Entries - cases, page.Arrows.Sum(arrow => arrow.Count));
        Assert.Equal(results.Run.Refused.Count, page.Refusals.Sum(refusal => refusal.Count));
        Assert.Equal(page.Categories.Sum(category => category.Late), page.Grids.Sum(grid => grid.Late));
    }

    [Fact]
    public async Task A_class_without_a_limit_is_neither_on_time_nor_late()
    {
        CityResults results = await PlayAsync(Plays.City() with { LimitedClasses = new HashSet<string> { "市容环卫" } });

        Assert.All(PageModel.Categories(results), category => Assert.Equal(
            category.Name.EndsWith("(no target set)", StringComparison.Ordinal), category.OnTime + category.Late == 0));
    }

    [Fact]
    public async Task States_stand_in_the_order_of_the_loop_and_the_end_is_marked()
    {
        StateCount[] states = [.. PageModel.States(await PlayAsync(Plays.City(perDay: 20)))];

        Assert.Equal(EightStep.Default.States.Take(8).Select(state => state.Id), states.Select(state => state.Id));
        Assert.Equal(EightStep.Archive, Assert.Single(states, state => state.IsFinal).Id);
    }

    [Fact]
    public async Task A_broken_chain_and_a_lost_line_are_said_aloud()
    {
        CityResults results = await PlayAsync(Plays.City(perDay: 20));
        CityResults lost = results with { Script = results.Script with { Head = results.Script.Head with { Rows = 21 } } };

        Assert.Contains(PageModel.Of(results, chainValid: false, "").Figures, figure => figure.Note == "CHAIN BROKEN");
        Assert.DoesNotContain(PageModel.Of(results, chainValid: true, "").Figures, figure => figure.Note == "CHAIN BROKEN");
        Assert.Contains(PageModel.Of(lost, chainValid: true, "").Notes, note => note.StartsWith("NOT CONSERVED", StringComparison.Ordinal));
        Assert.DoesNotContain(PageModel.Of(results, chainValid: true, "").Notes, note => note.StartsWith("NOT CONSERVED", StringComparison.Ordinal));
    }

    private static async Task<CityResults> PlayAsync(CityScript script)
    {
        var store = new InMemoryCaseStore();
        RunResult run = await CityRun.PlayAsync(script, store, _ => { }, TestContext.Current.CancellationToken);
        LogTally tally = await LogTally.ReadAsync(store.ReadAllAsync(TestContext.Current.CancellationToken));
        return new(script, run, tally, CityComparison.Of(script, tally, run.EndedAt));
    }
}
