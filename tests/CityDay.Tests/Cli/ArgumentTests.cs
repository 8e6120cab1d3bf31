namespace CityDay.Tests.Cli;

public sealed class ArgumentTests
{
    private static readonly string[] Formats = ["pingshan, boston, gridgov"];

    public static TheoryData<string, string[]> Wrong => new()
    {
        { "--days 0", ["--days", "1 to 366", "\"0\""] },
        { "--days 367", ["--days", "1 to 366", "\"367\""] },
        { "--days 1.5", ["--days", "whole number", "\"1.5\""] },
        { "--days ten", ["--days", "whole number", "\"ten\""] },
        { "--days 99999999999", ["--days", "1 to 366", "\"99999999999\""] },
        { "--per-day 0", ["--per-day", "1 to 100000", "\"0\""] },
        { "--per-day 100001", ["--per-day", "1 to 100000", "\"100001\""] },
        { "--seed -1", ["--seed", "0 to 2147483647", "\"-1\""] },
        { "--seed 2147483648", ["--seed", "0 to 2147483647", "\"2147483648\""] },
        { "--seed 1 --seed 2", ["--seed", "2"] },
        { "--lifecycle nine-step", ["--lifecycle nine-step", "eight-step, digital-city, hotline-order"] },
        { "--bogus", ["--bogus"] },
        { "stray", ["stray"] },
        { "--out", ["--out"] },
        { "--format boston", ["--format", "--input FILE"] },
        { "--input a.csv", ["--input", "--format", .. Formats] },
        { "--input a.csv --format Boston", ["--format", "Boston", .. Formats] },
        { "--input a.csv --format csv", ["--format", "csv", .. Formats] },
        { "--input a.csv --format boston --days 3", ["--days", "leave", "--input"] },
        { "--input a.csv --format boston --per-day 3", ["--per-day", "leave", "--input"] },
        { "--input a.csv --format boston --export b.csv", ["--export", "leave it out", "--input"] },
        { "--verify a.jsonl --export b.csv", ["--verify", "--export", "leave"] },
        { "--verify a.jsonl --out b", ["--verify", "--out", "leave"] },
        { "--verify a.jsonl --input b --format boston", ["--verify", "--input", "leave"] },
        { "--export a.csv --out b", ["--export", "--out", "leave"] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_argument_is_named_with_its_value_and_the_way_out(string line, string[] named)
    {
        Played played = await Played.RunAsync(line.Split(' '));

        Assert.Equal((2, ""), (played.Exit, played.Output));
        Assert.All(named, text => Assert.Contains(text, played.Errors, StringComparison.Ordinal));
        Assert.EndsWith("--help lists what can be given.\n", played.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_argument_is_told_at_once()
    {
        Played played = await Played.RunAsync("--days", "0", "--seed", "x", "--per-day", "y");

        Assert.Equal(2, played.Exit);
        Assert.All(["--days takes", "--seed takes", "--per-day takes"], text => Assert.Contains(text, played.Errors, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_control_character_in_a_value_does_not_reach_the_terminal()
    {
        Played played = await Played.RunAsync("--days", "\u001b[2J");

        Assert.Equal(2, played.Exit);
        Assert.DoesNotContain('\u001b', played.Errors);
        Assert.Contains("\\u001B", played.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_folder_that_is_a_file_is_named_before_anything_is_played()
    {
        using var folder = new Folder();
        string file = folder.Write("taken", "kept");

        Played played = await Played.RunAsync(SmallCity.Args(file));

        Assert.Equal((2, ""), (played.Exit, played.Output));
        Assert.StartsWith($"{file}: this folder cannot be written", played.Errors, StringComparison.Ordinal);
        Assert.EndsWith("Name another with --out.\n", played.Errors, StringComparison.Ordinal);
        Assert.Equal("kept", folder.Text("taken"));
    }
}
