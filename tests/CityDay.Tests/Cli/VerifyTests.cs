using System.Text.Json;

namespace CityDay.Tests.Cli;

public sealed class VerifyTests
{
    [Fact]
    public async Task A_log_as_it_was_written_holds()
    {
        (int entries, int cases, Played played) = await VerifyAsync(lines => lines);

        Assert.Equal((0, ""), (played.Exit, played.Errors));
        Assert.Equal($"{entries} entries of {cases} cases: every chain holds.\n", played.Output);
    }

    [Fact]
    public async Task A_changed_value_is_found() => await FindsAsync("content does not match its hash", at: 3, (lines, i) =>
        lines[i] = lines[i].Replace("\"role\":\"system\"", "\"role\":\"handler\"", StringComparison.Ordinal).Replace("\"lead\":\"", "\"lead\":\"某", StringComparison.Ordinal));

    [Fact]
    public async Task A_changed_hash_is_found() => await FindsAsync("content does not match its hash", at: 3, (lines, i) =>
        lines[i] = lines[i][..^3] + (lines[i][^3] == '0' ? '1' : '0') + lines[i][^2..]);

    [Fact]
    public async Task An_entry_that_is_missing_is_found_at_the_next_one_of_its_case() => await FindsAsync("an entry is missing, doubled or moved", at: 0, (lines, i) =>
        lines.RemoveAt(i), shift: (lines, i) => Next(lines, i) - 1, named: (lines, i) => lines[Next(lines, i)]);

    [Fact]
    public async Task Swapped_entries_are_found_at_the_first_of_them() => await FindsAsync("an entry is missing, doubled or moved", at: 0, (lines, i) =>
    {
        int next = Next(lines, i);
        (lines[i], lines[next]) = (lines[next], lines[i]);
    });

    [Fact]
    public async Task A_doubled_entry_is_found() => await FindsAsync("an entry is missing, doubled or moved", at: 5, (lines, i) =>
        lines.Insert(i + 1, lines[i]), shift: (_, i) => i + 1);

    [Fact]
    public async Task A_line_that_is_cut_off_is_found_and_its_end_named()
    {
        (int entries, _, Played played) = await VerifyAsync(lines => [.. lines[..^1], lines[^1][..40]]);

        Assert.Equal(1, played.Exit);
        Assert.Contains($"line {entries}: not an entry of a log: ", played.Output, StringComparison.Ordinal);
        Assert.Contains("(byte 41). ", played.Output, StringComparison.Ordinal);
        Assert.EndsWith($"{entries - 1} entries before it hold.\n", played.Output, StringComparison.Ordinal);
    }

    // A chain per case cannot know that its end is gone: only the count of entries tells, and summary.json has it.
    [Fact]
    public async Task The_last_entries_of_a_case_that_are_removed_show_in_the_counts_alone()
    {
        (int entries, int cases, Played shortened) = await VerifyAsync(lines => lines[..^1]);
        Assert.Equal((0, $"{entries - 1} entries of {cases} cases: every chain holds.\n"), (shortened.Exit, shortened.Output));

        (entries, cases, Played without) = await VerifyAsync(lines => [.. lines.Where(line => CaseOf(line) != CaseOf(lines[0]))]);
        Assert.Equal(0, without.Exit);
        Assert.EndsWith($" entries of {cases - 1} cases: every chain holds.\n", without.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_its_checkpoints_a_log_holds_and_the_key_is_named()
    {
        using var folder = new Folder();
        await Played.RunAsync(SmallCity.Args(folder.Path, perDay: 20));
        Played played = await Played.RunAsync("--verify", folder["log.jsonl"], "--checkpoints", folder["checkpoints.jsonl"]);

        int made = folder.Lines("checkpoints.jsonl").Length;
        Assert.Equal((0, ""), (played.Exit, played.Errors));
        Assert.True(made > 2, "A run of days has several checkpoints.");
        Assert.Contains($"{made} checkpoints hold; 0 entries came after the last.", played.Output, StringComparison.Ordinal);
        Assert.Contains($"Key {folder.Json("checkpoints.jsonl")[0].Text("key")}", played.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE", folder.Text("checkpoints.pem"), StringComparison.Ordinal);
    }

    // What no chain can know.
    [Fact]
    public async Task A_cut_end_a_deleted_case_and_a_forged_signature_are_found_by_the_checkpoints()
    {
        using var folder = new Folder();
        await Played.RunAsync(SmallCity.Args(folder.Path, perDay: 20));
        string[] lines = folder.Lines("log.jsonl"), checkpoints = folder.Lines("checkpoints.jsonl");
        using var other = new Folder();
        await Played.RunAsync(SmallCity.Args(other.Path, perDay: 20));

        Played cut = await RunAsync(lines[..^1], checkpoints, "checkpoints.pem");
        Assert.Contains($"checkpoint {checkpoints.Length}: the log ends here", cut.Output, StringComparison.Ordinal);
        Played deleted = await RunAsync([.. lines.Where(line => CaseOf(line) != CaseOf(lines[0]))], checkpoints, "checkpoints.pem");
        Assert.Contains("checkpoint 1: ", deleted.Output, StringComparison.Ordinal);
        Played stranger = await RunAsync(lines, checkpoints, other["checkpoints.pem"]);
        Assert.Contains("checkpoint 1: its signature is not that of a trusted key", stranger.Output, StringComparison.Ordinal);
        Played garbage = await RunAsync(lines, ["{}"], "checkpoints.pem");
        Assert.Contains("changed.checkpoints, line 1: not a checkpoint: format", garbage.Output, StringComparison.Ordinal);
        Assert.All([cut, deleted, stranger, garbage], played => Assert.Equal((1, ""), (played.Exit, played.Errors)));

        Played noKey = await RunAsync(lines, checkpoints, "log.jsonl");
        Assert.Equal(2, noKey.Exit);
        Assert.Contains("no public key", noKey.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await Played.RunAsync("--checkpoints", folder["checkpoints.jsonl"])).Exit);
        Assert.Equal(2, (await Played.RunAsync("--verify", folder["log.jsonl"], "--key", folder["checkpoints.pem"])).Exit);

        Task<Played> RunAsync(string[] log, string[] signed, string key) => Played.RunAsync(
            "--verify", folder.Write("changed.jsonl", string.Join('\n', log) + "\n"),
            "--checkpoints", folder.Write("changed.checkpoints", string.Join('\n', signed) + "\n"),
            "--key", folder[key]);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("report_id,reported_at\n", "line 1: not an entry of a log: ")]
    [InlineData("[]\n", "line 1: not an entry of a log: An entry is a JSON object.")]
    [InlineData("{}\n", "line 1: not an entry of a log: case: it is missing")]
    [InlineData("\n", "line 1: not an entry of a log: ")]
    public async Task A_file_that_is_not_a_log_is_told(string text, string told)
    {
        using var folder = new Folder();

        Played played = await Played.RunAsync("--verify", folder.Write("log.jsonl", text));

        Assert.NotEqual(0, played.Exit);
        Assert.Contains(told, played.Output + played.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", played.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.jsonl", "there is no such file")]
    [InlineData("", "this is a directory")]
    public async Task A_path_without_a_file_is_told(string name, string reason)
    {
        using var folder = new Folder();

        Played played = await Played.RunAsync("--verify", folder[name]);

        Assert.Equal((2, ""), (played.Exit, played.Output));
        Assert.Contains($"{reason}\nName a log.jsonl", played.Errors, StringComparison.Ordinal);
    }

    // Changes the log from the opening of its first case on, and expects the fault at the changed line.
    private static async Task FindsAsync(
        string reason, int at, Action<List<string>, int> change, Func<string[], int, int>? shift = null, Func<string[], int, string>? named = null)
    {
        string[] before = [];
        (_, _, Played played) = await VerifyAsync(lines =>
        {
            before = lines;
            List<string> changed = [.. lines];
            change(changed, at);
            Assert.NotEqual(lines, changed);
            return [.. changed];
        });

        string line = named?.Invoke(before, at) ?? before[at];
        Assert.Equal((1, ""), (played.Exit, played.Errors));
        Assert.Contains($"line {(shift?.Invoke(before, at) ?? at) + 1}: case {CaseOf(line)}, entry ", played.Output, StringComparison.Ordinal);
        Assert.Contains(reason, played.Output, StringComparison.Ordinal);
    }

    private static async Task<(int Entries, int Cases, Played Played)> VerifyAsync(Func<string[], string[]> change)
    {
        using var folder = new Folder();
        await Played.RunAsync(SmallCity.Args(folder.Path, perDay: 20));
        string[] lines = folder.Lines("log.jsonl");
        string log = folder.Write("changed.jsonl", string.Join('\n', change(lines)) + "\n");
        return (lines.Length, lines.Select(CaseOf).Distinct().Count(), await Played.RunAsync("--verify", log));
    }

    private static int Next(IReadOnlyList<string> lines, int at) =>
        Enumerable.Range(at + 1, lines.Count - at - 1).First(i => CaseOf(lines[i]) == CaseOf(lines[at]));

    private static string CaseOf(string line) => JsonElement.Parse(line).Text("case");
}
