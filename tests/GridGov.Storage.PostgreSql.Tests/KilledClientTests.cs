using System.Diagnostics;

namespace GridGov.Storage.PostgreSql.Tests;

/// <summary>Clients that are killed with signal 9 at random moments under load.</summary>
public class KilledClientTests
{
    private const int AtOnce = 4;

    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("GRIDGOV_KILLS"), out var kills) ? kills : 20;

    [Fact]
    public async Task Whatever_was_acknowledged_is_there_once_and_what_was_not_heard_is_told_by_its_key()
    {
        var (connection, schema) = (Postgres.Required(), Postgres.NewSchema());
        await using (var store = await PostgreSqlCaseStore.OpenAsync(connection, TimeProvider.System, new() { Schema = schema }))
        {
            var random = new Random(8);
            var (unheard, acknowledged) = (0, 0);
            for (var round = 0; round < Kills / AtOnce; round++)
            {
                var clients = Enumerable.Range(0, AtOnce).Select(i => Start(connection, schema, $"R{round}-{i}")).ToArray();
                var heard = await Task.WhenAll(clients.Select(c => HearAsync(c, TimeSpan.FromMilliseconds(random.Next(5, 250)))));
                var all = heard.SelectMany(h => h).ToArray();
                acknowledged += all.Length;
                foreach (var entries in (await CasesAsync(store, round, all)).Where(e => e.Count > 0))
                {
                    unheard += entries.Count - all.Count(a => a.Case == entries[0].Case.Value);
                    Assert.Equal(AppendResult.Repeated, await store.AppendAsync(entries[^1]));
                }
            }

            await Postgres.HoldsAsync(store, []);
            TestContext.Current.TestOutputHelper?.WriteLine($"{Kills} clients killed: {acknowledged} entries acknowledged, 0 lost, {unheard} more stored that nobody heard of");
            Assert.True(acknowledged > Kills);
        }

        await Postgres.DropAsync(schema);
    }

    private static async Task<List<ValueList<CaseEntry>>> CasesAsync(PostgreSqlCaseStore store, int round, (string Case, int Number, string Hash)[] acknowledged)
    {
        var cases = new List<ValueList<CaseEntry>>();
        for (var client = 0; client < AtOnce; client++)
        {
            for (var i = 0; i < Client.Cases; i++)
            {
                var entries = await store.ReadAsync(new($"R{round}-{client}-{i}"));
                Assert.Null(CaseChain.Verify(entries.AsEnumerable()));
                var heard = acknowledged.Where(a => a.Case == $"R{round}-{client}-{i}").ToArray();
                Assert.InRange(entries.Count, heard.Length, heard.Length + 1);
                foreach (var (_, number, hash) in heard)
                    Assert.Equal(hash, entries[number - 1].Hash.ToString());
                cases.Add(entries);
            }
        }

        return cases;
    }

    private static Process Start(string connection, string schema, string prefix) => Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["client", connection, schema, prefix]) { RedirectStandardOutput = true })!;

    private static async Task<List<(string Case, int Number, string Hash)>> HearAsync(Process client, TimeSpan after)
    {
        using (client)
        {
            var heard = new List<(string, int, string)>();
            Task? kill = null;
            while (await client.StandardOutput.ReadLineAsync() is { } line)
            {
                kill ??= Task.Delay(after).ContinueWith(_ => client.Kill(), TaskScheduler.Default);

                // The last line may be cut off in its middle.
                if (line.Split(' ') is [var id, var number, { Length: 64 } hash])
                    heard.Add((id, int.Parse(number, System.Globalization.CultureInfo.InvariantCulture), hash));
            }

            Assert.NotNull(kill);
            await kill;
            await client.WaitForExitAsync();
            return heard;
        }
    }
}
