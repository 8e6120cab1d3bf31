using System.Diagnostics;
using System.Globalization;

namespace GridGov.Storage.Sqlite.Tests;

/// <summary>
/// A program that writes with many callers is killed at random moments. How often is set by GRIDGOV_KILLS; a few times
/// unless it is.
/// </summary>
public sealed class KillTests : IDisposable
{
    private readonly Folder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_acknowledged_is_there_once_whenever_the_process_is_killed()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("GRIDGOV_KILLS") ?? "6", CultureInfo.InvariantCulture);
        var (acknowledged, unheard, asked) = (0, 0, new Random(7));
        var known = new HashSet<(string Case, int Number)>();
        for (var run = 0; run < kills; run++)
        {
            // A new file now and then: the whole of it is looked at after each kill.
            if (run % 20 == 0)
                known.Clear();
            foreach (var line in await WriteUntilKilledAsync($"log-{run / 20}.db", run, asked.Next(5, 250)))
            {
                var parts = line.Split(' ');
                Assert.True(known.Add((parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture))), line);
                acknowledged++;
            }

            await using var store = _folder.Open($"log-{run / 20}.db");
            var all = await store.AllAsync();
            var there = all.Select(s => (s.Entry.Case.Value, s.Entry.Number)).ToList();
            Assert.Equal(there.Count, there.Distinct().Count());
            Assert.Subset(there.ToHashSet(), known);
            Assert.True((await store.ExamineAsync(cancellationToken: Token)).IsSound);

            // Durable although nobody heard: the command sent again is told so, and the case has the first result.
            foreach (var (_, entry) in all.Where(s => known.Add((s.Entry.Case.Value, s.Entry.Number))))
            {
                unheard++;
                Assert.Equal(AppendResult.Repeated, await store.AppendAsync(entry, Token));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{kills} kills: {acknowledged} entries acknowledged, all there once; {unheard} durable though nobody had heard"));
        Assert.True(acknowledged > 0);
    }

    private async Task<List<string>> WriteUntilKilledAsync(string file, int run, int milliseconds)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "StoreWriter.dll"), _folder.File(file), $"r{run}", "8"])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;

        // The clock runs from the first acknowledgement, so that it is killed while it writes and not while it starts.
        var first = await process.StandardOutput.ReadLineAsync(Token);
        var rest = process.StandardOutput.ReadToEndAsync(Token);
        await Task.Delay(milliseconds, Token);
        process.Kill();
        await process.WaitForExitAsync(Token);

        // The last line may be cut off: it was not said.
        var text = await rest;
        var lines = text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (first is not null)
            lines.Insert(0, first);
        return lines;
    }
}
