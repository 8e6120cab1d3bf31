using CityDay.City;

namespace CityDay.Tests.Cli;

public sealed class ExportTests
{
    [Fact]
    public async Task What_is_exported_plays_as_the_generated_city_did_in_any_order_of_its_rows()
    {
        using var folder = new Folder();
        using var generated = new Folder();
        using var played = new Folder();
        await Played.RunAsync(SmallCity.Args(generated.Path, seed: 5));
        Played exported = await Played.RunAsync("--export", folder["city.csv"], "--days", "1", "--per-day", "300", "--seed", "5");
        string[] lines = folder.Lines("city.csv");
        string shuffled = folder.Write("shuffled.csv", SmallCity.File(Shuffled(lines[1..])));

        Played again = await Played.RunAsync("--input", shuffled, "--format", "gridgov", "--seed", "5", "--out", played.Path);

        Assert.Equal((0, 0), (exported.Exit, again.Exit));
        Assert.Equal(SmallCity.Header, lines[0]);
        Assert.NotEqual(folder.Text("city.csv"), folder.Text("shuffled.csv"));
        Assert.Equal(generated.Text("cases.jsonl"), played.Text("cases.jsonl"));
        Assert.Equal(generated.Text("log.jsonl"), played.Text("log.jsonl"));
        Assert.Equal(generated.Text("refused.jsonl"), played.Text("refused.jsonl"));
    }

    [Fact]
    public async Task The_export_names_the_command_that_plays_it_on_one_line()
    {
        using var folder = new Folder();
        string path = folder[$"{new string('c', 150)}.csv"];

        Played played = await Played.RunAsync("--export", path, "--days", "1", "--per-day", "3");

        Assert.Equal((0, ""), (played.Exit, played.Errors));
        Assert.Equal($"3 reports written to {path}; play them with --input {path} --format gridgov.\n", played.Output);
    }

    [Fact]
    public async Task An_export_that_cannot_be_put_in_its_place_leaves_nothing_behind()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder["city.csv"]);

        Played played = await Played.RunAsync("--export", folder["city.csv"], "--days", "1", "--per-day", "3");

        Assert.Equal(2, played.Exit);
        Assert.Contains("city.csv", played.Errors, StringComparison.Ordinal);
        Assert.Equal(["city.csv"], folder.Names);
    }

    private static IEnumerable<string> Shuffled(string[] lines)
    {
        var random = new SeededRandom(1);
        return lines.OrderBy(_ => random.Below(int.MaxValue));
    }
}
