namespace CityDay.Tests.Cli;

public sealed class PlanTests
{
    [Fact]
    public async Task The_busiest_day_is_given_out_in_both_ways_with_a_proof_and_a_shortage_in_words()
    {
        Played played = await Played.RunAsync("--days", "1", "--per-day", "400", "--plan", "optimal");
        Played again = await Played.RunAsync("--days", "1", "--per-day", "400", "--plan", "optimal");

        Assert.Equal((0, ""), (played.Exit, played.Errors));
        string text = played.Output[played.Output.IndexOf("Plans of", StringComparison.Ordinal)..];
        Assert.Equal(text, again.Output[again.Output.IndexOf("Plans of", StringComparison.Ordinal)..]);
        Assert.All(["one by one", "best plan"], way => Assert.Equal(2, text.Split('\n').Count(line => line.Contains($"│ {way} ", StringComparison.Ordinal))));
        Assert.Contains("Optimal: the plan costs", text, StringComparison.Ordinal);
        Assert.Contains("too few", text, StringComparison.Ordinal);
        Assert.Contains("名额", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_way_and_a_day_that_is_not_played_are_refused()
    {
        Played other = await Played.RunAsync("--plan", "perfect");
        Played export = await Played.RunAsync("--export", "reports.csv", "--plan", "optimal");

        Assert.Equal((2, 2), (other.Exit, export.Exit));
        Assert.Contains("it is optimal", other.Errors, StringComparison.Ordinal);
        Assert.Contains("leave out --plan", export.Errors, StringComparison.Ordinal);
    }
}
