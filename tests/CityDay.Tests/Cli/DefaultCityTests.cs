using System.Text.Json;
using CityDay.City;
using GridGov;

namespace CityDay.Tests.Cli;

public sealed class DefaultCityTests
{
    private static readonly string[] Files = ["cases.jsonl", "checkpoints.jsonl", "checkpoints.pem", "differences.csv", "duties.txt", "grid-sizes.csv", "log.jsonl", "refused.jsonl", "rejected.csv", "report.html", "summary.json"];

    [Fact]
    public async Task A_day_is_played_to_its_end_and_every_promised_file_is_there()
    {
        using var folder = new Folder();

        Played played = await Played.RunAsync(SmallCity.Args(folder.Path));

        Assert.Equal((0, ""), (played.Exit, played.Errors));
        Assert.Equal(Files, folder.Names);
        Recount.Check(folder, rows: 300);
        JsonElement summary = folder.Summary();
        Assert.Equal(0, summary.Number("cases", "open") + summary.Number("input", "unplayed"));
        Assert.True(summary.Number("admission", "refused") > 0);
    }

    [Fact]
    public async Task The_grids_out_of_size_bounds_are_listed_and_counted()
    {
        using var folder = new Folder();
        Played played = await Played.RunAsync(SmallCity.Args(folder.Path, perDay: 20));
        GridTree tree = GeneratedCity.Tree();
        var all = Enumerable.Range(0, tree.Count).Select(i => new GridHandle(i)).Where(n => tree.LevelOf(n) == GridLevel.Grid).ToArray();
        var expected = all.Where(n => tree.HouseholdsIn(n) is < 300 or > 500).Select(n =>
        {
            long households = tree.HouseholdsIn(n);
            return $"{tree.CodeOf(n)},{tree.NameOf(n)},{households},300,500,{(households < 300 ? households - 300 : households - 500)},general-300-500";
        }).ToArray();

        Assert.Equal(["grid,name,households,least,most,away,rule", .. expected], folder.Lines("grid-sizes.csv"));
        Assert.InRange(expected.Length, 1, all.Length / 5);
        Assert.Equal((all.Length, expected.Length), (folder.Summary().Number("gridSizes", "checked"), folder.Summary().Number("gridSizes", "outOfBounds")));
        Assert.Contains($"{expected.Length} of {all.Length} grids outside 300 to 500 households", played.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_out_writes_nothing_and_prints_the_tables()
    {
        Played played = await Played.RunAsync("--days", "1", "--per-day", "20");

        Assert.Equal((0, ""), (played.Exit, played.Errors));
        Assert.All(
            ["Cases by step", "On time by category", "Busiest grids", "conserved 守恒", "chain valid", "100 %  20 reports arrived"],
            text => Assert.Contains(text, played.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("Written to", played.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_summary_has_every_field_in_its_type()
    {
        using var folder = new Folder();
        await Played.RunAsync(SmallCity.Args(folder.Path, perDay: 20));

        JsonElement summary = folder.Summary();
        Assert.Equal("generated, seed 1", summary.Text("input", "source"));
        string[][] counts =
        [
            ["input", "rows"], ["input", "malformed"], ["admission", "allowed"], ["admission", "refused"],
            ["cases", "opened"], ["cases", "archived"], ["cases", "open"], ["assignment", "assigned"], ["assignment", "queued"],
            ["deadlines", "compared"], ["deadlines", "equal"], ["onTime", "compared"], ["onTime", "equal"], ["log", "entries"], ["gridSizes", "checked"], ["gridSizes", "outOfBounds"],
        ];
        Assert.All(counts, path => Assert.True(summary.Number(path) >= 0));
        Assert.True(summary.Flag("log", "chainValid"));
        Assert.True(summary.Flag("conserved"));
        Assert.False(summary.Flag("cancelled"));
        Assert.True(summary.GetProperty("elapsedSeconds").GetDouble() > 0);
        Assert.True(summary.GetProperty("peakMemoryMiB").GetDouble() > 1);
    }

    [Fact]
    public async Task A_second_run_into_the_folder_replaces_every_file()
    {
        using var folder = new Folder();
        foreach (string name in Files)
            folder.Write(name, new string('x', 100_000));

        await Played.RunAsync(SmallCity.Args(folder.Path, perDay: 20));

        Assert.Equal(Files, folder.Names);
        Assert.All(Files, name => Assert.DoesNotContain("xxx", folder.Text(name), StringComparison.Ordinal));
        Recount.Check(folder, rows: 20);
    }

    [Fact]
    public async Task The_folder_is_made_with_its_parents()
    {
        using var folder = new Folder();

        Played played = await Played.RunAsync(SmallCity.Args(folder["a/b"], perDay: 20));

        Assert.Equal(0, played.Exit);
        Assert.True(File.Exists(folder["a/b/summary.json"]));
    }

    [Fact]
    public async Task The_page_tells_how_to_make_it_again_without_the_folders_of_this_machine()
    {
        using var folder = new Folder();
        await Played.RunAsync(SmallCity.Args(folder.Path, perDay: 20));

        string page = folder.Text("report.html");
        Assert.Contains("--seed 1 --days 1 --per-day 20 --out out", page, StringComparison.Ordinal);
        Assert.All(Files, name => Assert.DoesNotContain(folder.Path, folder.Text(name), StringComparison.Ordinal));
    }
}
