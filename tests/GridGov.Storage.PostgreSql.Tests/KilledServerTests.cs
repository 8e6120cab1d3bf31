using System.Collections.Concurrent;

namespace GridGov.Storage.PostgreSql.Tests;

/// <summary>A server that is killed with signal 9 under load and comes back.</summary>
public class KilledServerTests
{
    private const int Kills = 10;

    [Fact]
    public async Task Whatever_was_acknowledged_is_there_once_and_writers_go_on_when_the_server_is_back()
    {
        Postgres.Required();
        await using var server = await OwnServer.StartAsync();
        var acknowledged = new ConcurrentBag<(string, int, string)>();
        await using var store = await PostgreSqlCaseStore.OpenAsync(server.Connection, TimeProvider.System, new() { RetryFor = TimeSpan.FromMinutes(2) });
        using var end = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 16).Select(i => Task.Run(() => WriteAsync(store, new($"C-{i}"), acknowledged, end.Token))).ToArray();
        var random = new Random(8);
        for (var kill = 0; kill < Kills; kill++)
        {
            var before = acknowledged.Count;
            await Task.Delay(random.Next(50, 400));
            await server.KillAsync();
            await server.UpAsync();
            while (acknowledged.Count == before && !writers.Any(w => w.IsCompleted))
                await Task.Delay(10);
        }

        await end.CancelAsync();
        await Task.WhenAll(writers);
        await Postgres.HoldsAsync(store, acknowledged);
        TestContext.Current.TestOutputHelper?.WriteLine($"the server killed {Kills} times: {acknowledged.Count} entries acknowledged, 0 lost");
    }

    private static async Task WriteAsync(PostgreSqlCaseStore store, CaseId id, ConcurrentBag<(string, int, string)> acknowledged, CancellationToken end)
    {
        CaseEntry? last = null;
        while (!end.IsCancellationRequested)
        {
            last = Entries.Next(id, last);
            Assert.Equal(AppendResult.Appended, await store.AppendAsync(last, CancellationToken.None));
            acknowledged.Add((id.Value, last.Number, last.Hash.ToString()));
        }
    }
}
