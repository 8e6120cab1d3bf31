using System.Text.Json;

namespace CityDay.Tests.Cli;

public sealed class CancellationTests
{
    [Fact]
    public async Task Stopped_before_it_begins_a_run_writes_nothing_and_says_so()
    {
        using var folder = new Folder();

        Played played = await Played.RunAsync(new StringWriter(), new CancellationToken(canceled: true), SmallCity.Args(folder.Path));

        Assert.Equal(130, played.Exit);
        Assert.Equal("Stopped before the first report was played; nothing was written.\n", played.Output);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public async Task Stopped_before_the_first_report_a_run_accounts_for_all_of_them_as_not_yet_arrived()
    {
        using var folder = new Folder();
        using var output = new CancelAt("300 reports from generated");

        Played played = await Played.RunAsync(output, output.Token, SmallCity.Args(folder.Path));

        Assert.Equal(130, played.Exit);
        Recount.Check(folder, rows: 300);
        JsonElement summary = folder.Summary();
        Assert.Equal((300, 0), (summary.Number("input", "unplayed"), summary.Number("cases", "opened")));
        Assert.True(summary.Flag("cancelled"));
        Assert.DoesNotContain("1970", folder.Text("report.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_in_the_middle_a_run_gives_the_summary_of_what_was_done()
    {
        using var folder = new Folder();
        using var output = new CancelAt(" %  ");

        Played played = await Played.RunAsync(output, output.Token, SmallCity.Args(folder.Path));

        Assert.Equal((130, ""), (played.Exit, played.Errors));
        Assert.Contains("Stopped early", played.Output, StringComparison.Ordinal);
        Assert.Contains("not yet arrived", played.Output, StringComparison.Ordinal);
        Recount.Check(folder, rows: 300);
        JsonElement summary = folder.Summary();
        Assert.True(summary.Flag("cancelled"));
        Assert.InRange(summary.Number("input", "unplayed"), 1, 299);
        Assert.InRange(summary.Number("cases", "open"), 1, 299);
        Assert.Contains("The run was stopped early", folder.Text("report.html"), StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Names, name => name.EndsWith(".partial", StringComparison.Ordinal));
        Assert.Equal(0, (await Played.RunAsync("--verify", folder["log.jsonl"])).Exit);
    }

    [Fact]
    public async Task A_stop_after_the_last_event_changes_nothing()
    {
        using var folder = new Folder();
        using var output = new CancelAt("100 %");

        Played played = await Played.RunAsync(output, output.Token, SmallCity.Args(folder.Path, perDay: 20));

        Assert.Equal(0, played.Exit);
        Recount.Check(folder, rows: 20);
        Assert.False(folder.Summary().Flag("cancelled"));
    }

    [Fact]
    public async Task A_stopped_log_is_the_beginning_of_the_whole_one()
    {
        using var whole = new Folder();
        using var stopped = new Folder();
        using var output = new CancelAt(" %  ");
        await Played.RunAsync(SmallCity.Args(whole.Path));
        await Played.RunAsync(output, output.Token, SmallCity.Args(stopped.Path));

        Assert.StartsWith(stopped.Text("log.jsonl"), whole.Text("log.jsonl"), StringComparison.Ordinal);
        Assert.True(stopped.Bytes("log.jsonl").Length < whole.Bytes("log.jsonl").Length);
    }
}
