using System.Globalization;

namespace CityDay.Tests.Cli;

public sealed class SameBytesTests
{
    private static readonly string[] Files = ["cases.jsonl", "differences.csv", "duties.txt", "grid-sizes.csv", "log.jsonl", "refused.jsonl", "rejected.csv", "report.html"];

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    public async Task The_same_seed_gives_the_same_bytes_in_every_culture(string culture)
    {
        using var invariant = new Folder();
        using var local = new Folder();
        await PlayAsync("", invariant);
        await PlayAsync(culture, local);

        Assert.All(Files, name => Assert.Equal(invariant.Text(name), local.Text(name)));
        Assert.Equal(Recount.WithoutCost(invariant.Text("summary.json")), Recount.WithoutCost(local.Text("summary.json")));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public async Task The_same_file_gives_the_same_bytes_in_every_culture(string culture)
    {
        using var input = new Folder();
        using var invariant = new Folder();
        using var local = new Folder();
        string file = input.Write("city.csv", SmallCity.File(SmallCity.Row(1), SmallCity.Row(2, kind: "党纪政纪"), SmallCity.Row(3, grid: "nowhere"), "cut off"));
        string[] args = ["--input", file, "--format", "gridgov"];
        await PlayAsync("", invariant, args);
        await PlayAsync(culture, local, args);

        Assert.All(Files, name => Assert.Equal(invariant.Text(name), local.Text(name)));
        Assert.Equal(Recount.WithoutCost(invariant.Text("summary.json")), Recount.WithoutCost(local.Text("summary.json")));
    }

    [Theory]
    [InlineData("eight-step", "Refer", "督促")]
    [InlineData("digital-city", "Register", "核查")]
    [InlineData("hotline-order", "Revisit", "回访")]
    public async Task Each_lifecycle_gives_the_same_bytes_again_and_a_page_that_draws_it(string lifecycle, string step, string chinese)
    {
        using var one = new Folder();
        using var two = new Folder();
        Played played = await Played.RunAsync([.. SmallCity.Args(one.Path, perDay: 60), "--lifecycle", lifecycle]);
        await Played.RunAsync([.. SmallCity.Args(two.Path, perDay: 60), "--lifecycle", lifecycle]);

        Assert.Equal((0, ""), (played.Exit, played.Errors));
        Assert.All(Files, name => Assert.Equal(one.Text(name), two.Text(name)));
        Assert.True(one.Summary().Flag("conserved") && one.Summary().Flag("log", "chainValid"));
        Assert.Equal(0, one.Summary().Number("cases", "open"));
        Assert.Contains($"{step} → ", one.Text("report.html"), StringComparison.Ordinal);
        Assert.Contains(chinese, one.Text("report.html"), StringComparison.Ordinal);
        Assert.Equal(lifecycle != "eight-step", one.Text("report.html").Contains($"--lifecycle {lifecycle}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_seed_gives_another_log()
    {
        using var one = new Folder();
        using var two = new Folder();
        await Played.RunAsync(SmallCity.Args(one.Path, seed: 1, perDay: 20));
        await Played.RunAsync(SmallCity.Args(two.Path, seed: 2, perDay: 20));

        Assert.NotEqual(one.Text("log.jsonl"), two.Text("log.jsonl"));
    }

    // The current culture flows with the call and ends with it.
    private static async Task PlayAsync(string culture, Folder folder, params string[] args)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Played played = await Played.RunAsync([.. args, .. args.Length > 0 ? ["--out", folder.Path] : SmallCity.Args(folder.Path, perDay: 100)]);
            Assert.Equal(0, played.Exit);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
