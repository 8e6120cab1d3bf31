using System.Text.Json;
using CityDay.Tests.Input;

namespace CityDay.Tests.Cli;

/// <summary>Both real files whole, which stand beside the repository and never in it.</summary>
public sealed class RealCityTests
{
    [Fact]
    public async Task Pingshan_goes_round_the_loop_whole()
    {
        using var folder = new Folder();
        JsonElement summary = await PlayAsync("pingshan/minsheng.csv", "pingshan", folder);

        Recount.Check(folder, rows: 6_993);
        Assert.Equal((0, 126), (summary.Number("input", "malformed"), summary.Number("admission", "refused")));
        Assert.Equal((6_867, 6_867), (summary.Number("cases", "opened"), summary.Number("cases", "archived")));
        Assert.Equal((6_865, 6_865), (summary.Number("onTime", "compared"), summary.Number("onTime", "equal")));
        Assert.Equal((2, 0), (summary.Number("onTime", "blank"), summary.Number("onTime", "unexplained")));
        Assert.Equal(0, summary.Number("deadlines", "compared"));
        Assert.Equal((1, 1, 4), (summary.Number("duties", "added"), summary.Number("duties", "removed"), summary.Number("duties", "changed")));
        Assert.Equal((24, 126), (summary.Number("burden", "communities"), summary.Number("burden", "refused")));
        Assert.Equal(summary.Number("burden", "tasks"), summary.Number("burden", "forms"));
        Assert.InRange(summary.Number("burden", "tasks"), 6_867, 7_500);
        Assert.Contains("  + specialist [Temporary] Specialist findings of a campaign\n", folder.Text("duties.txt"), StringComparison.Ordinal);
        Assert.Contains("refused by the list: 126\n", folder.Text("duties.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Boston_goes_round_the_loop_whole_with_the_citys_own_deadlines()
    {
        using var folder = new Folder();
        JsonElement summary = await PlayAsync("boston/boston311_2011q3.csv", "boston", folder);

        Recount.Check(folder, rows: 31_828);
        Assert.Equal((0, 0), (summary.Number("input", "malformed"), summary.Number("admission", "refused")));
        Assert.Equal((31_828, 30_081, 1_747), (summary.Number("cases", "opened"), summary.Number("cases", "archived"), summary.Number("cases", "open")));
        Assert.Equal(0, summary.Number("assignment", "queued"));
        Assert.Equal(26_815, summary.Number("deadlines", "compared"));
        Assert.InRange(summary.Number("deadlines", "equal"), (int)Math.Ceiling(26_815 * 0.99), 26_815);
        Assert.Equal((31_745, 83), (summary.Number("onTime", "compared"), summary.Number("onTime", "blank")));
        Assert.Equal(0, summary.Number("onTime", "unexplained"));
        Assert.DoesNotContain("not explained", folder.Text("differences.csv"), StringComparison.Ordinal);
        int differing = 26_815 - summary.Number("deadlines", "equal") + 31_745 - summary.Number("onTime", "equal");
        Assert.Equal(differing, folder.Lines("differences.csv").Length - 1);
    }

    private static async Task<JsonElement> PlayAsync(string file, string format, Folder folder)
    {
        string path = Path.Combine(SharedData.Folder ?? "", file);
        Assert.SkipUnless(File.Exists(path), $"no shared/data/{file} above the tests, and GRIDGOV_DATA names no folder that has it");
        Played played = await Played.RunAsync("--input", path, "--format", format, "--out", folder.Path);
        Assert.Equal((0, ""), (played.Exit, played.Errors));
        return folder.Summary();
    }
}
