using System.Text;
using CityDay.Output;
using CityDay.Tests.Cli;
using CsCheck;
using GridGov;

namespace CityDay.Tests.Output;

public sealed class LogCheckTests
{
    [Fact]
    public async Task A_byte_that_is_changed_anywhere_is_found_or_changes_nothing_that_the_log_says()
    {
        using var folder = new Folder();
        await Played.RunAsync(SmallCity.Args(folder.Path, perDay: 5));
        byte[] log = folder.Bytes("log.jsonl");
        List<CaseEntry> entries = Read(log);

        Gen.Select(Gen.Int[0, log.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            byte[] changed = [.. log];
            changed[at] = value;
            string path = folder.Write("changed.jsonl", changed);
            return LogCheck.Run(path, CancellationToken.None).Fault is not null || Read(changed).SequenceEqual(entries);
        }, iter: 500, threads: 1);
    }

    [Fact]
    public async Task A_line_that_is_left_out_is_found_unless_it_is_the_last_of_its_case()
    {
        using var folder = new Folder();
        await Played.RunAsync(SmallCity.Args(folder.Path, perDay: 5));
        string[] lines = folder.Lines("log.jsonl");
        List<CaseEntry> entries = Read(folder.Bytes("log.jsonl"));

        Assert.All(Enumerable.Range(0, lines.Length), i =>
        {
            string path = folder.Write("changed.jsonl", string.Join('\n', lines.Where((_, at) => at != i)));
            Assert.Equal(!entries[i].Ends, LogCheck.Run(path, CancellationToken.None).Fault is not null);
        });
    }

    [Fact]
    public async Task Checking_can_be_stopped()
    {
        using var folder = new Folder();
        await Played.RunAsync(SmallCity.Args(folder.Path, perDay: 5));

        Assert.Throws<OperationCanceledException>(() => LogCheck.Run(folder["log.jsonl"], new CancellationToken(canceled: true)));
    }

    private static List<CaseEntry> Read(byte[] log) =>
        [.. Encoding.UTF8.GetString(log).Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(line => CaseEntryJson.Read(Encoding.UTF8.GetBytes(line)))];
}
