using CityDay.Output;
using CityDay.Simulation;

namespace CityDay.Tests.Output;

public sealed class RunConsoleTests
{
    [Fact]
    public async Task Where_there_is_no_terminal_every_tenth_is_a_line_and_none_comes_twice()
    {
        string[] lines = await LinesAsync(Enumerable.Range(0, 1_001).Select(done => new RunProgress(done / 2, 0, done, 1_000)));

        Assert.Equal([.. Enumerable.Range(1, 10).Select(tenth => $"{10 * tenth,3} %")], lines.Select(line => line[..5]));
        Assert.StartsWith(" 50 %  250 reports arrived, 0 cases archived, ", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_of_nothing_is_done_at_once() =>
        Assert.StartsWith("100 %  0 reports arrived", Assert.Single(await LinesAsync([new(0, 0, 0, 0)])), StringComparison.Ordinal);

    [Fact]
    public async Task Large_counts_do_not_overflow() =>
        Assert.StartsWith("100 %", Assert.Single(await LinesAsync([new(int.MaxValue, 0, int.MaxValue, int.MaxValue)])), StringComparison.Ordinal);

    private static async Task<string[]> LinesAsync(IEnumerable<RunProgress> steps)
    {
        var output = new StringWriter();
        bool played = await RunConsole.PlayAsync(CityConsole.Plain(output), progress =>
        {
            foreach (RunProgress step in steps)
                progress(step);
            return Task.FromResult(true);
        });
        Assert.True(played);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
