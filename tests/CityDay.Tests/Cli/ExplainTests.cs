namespace CityDay.Tests.Cli;

public sealed class ExplainTests
{
    [Fact]
    public async Task Ten_decisions_are_explained_and_every_policy_gives_the_same_reports_out()
    {
        Played played = await Played.RunAsync("--days", "1", "--per-day", "400", "--explain");
        Played again = await Played.RunAsync("--days", "1", "--per-day", "400", "--explain");

        Assert.Equal((0, ""), (played.Exit, played.Errors));
        string text = played.Output[played.Output.IndexOf("Dispatch on", StringComparison.Ordinal)..];
        Assert.Equal(text, again.Output[again.Output.IndexOf("Dispatch on", StringComparison.Ordinal)..]);
        Assert.Equal(10, text.Split('\n').Count(line => line.Contains(", class ", StringComparison.Ordinal)));
        Assert.Contains("→", text, StringComparison.Ordinal);
        Assert.All(
            ["least loaded", "longest idle", "round robin", "best score", "own: fewest cases"],
            policy => Assert.Contains(policy, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_explained_where_nothing_is_played()
    {
        Played played = await Played.RunAsync("--export", "reports.csv", "--explain");

        Assert.Equal(2, played.Exit);
        Assert.Contains("leave out --explain", played.Errors, StringComparison.Ordinal);
    }
}
