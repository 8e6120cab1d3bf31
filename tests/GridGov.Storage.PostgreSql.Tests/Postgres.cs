using Npgsql;

namespace GridGov.Storage.PostgreSql.Tests;

/// <summary>The server that the tests are given, and a schema for each that asks.</summary>
internal static class Postgres
{
    private static readonly string? Connection = Environment.GetEnvironmentVariable("GRIDGOV_POSTGRES");
    private static int _schemas;

    /// <summary>The connection string; a test without a server is skipped.</summary>
    public static string Required()
    {
        Assert.SkipWhen(string.IsNullOrWhiteSpace(Connection), "There is no PostgreSQL: GRIDGOV_POSTGRES has no connection string.");
        return Connection!;
    }

    public static string NewSchema() => $"t{Environment.ProcessId}_{Interlocked.Increment(ref _schemas)}";

    public static async Task<object?> ScalarAsync(string sql, string? connection = null)
    {
        await using var source = NpgsqlDataSource.Create(connection ?? Required());
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    public static Task DropAsync(string schema) => ScalarAsync($"DROP SCHEMA IF EXISTS {schema} CASCADE");

    /// <summary>Every acknowledged entry is there once, positions have no gap, and the chain of every case holds.</summary>
    public static async Task<Dictionary<CaseId, List<CaseEntry>>> HoldsAsync(ICaseStore store, IEnumerable<(string Case, int Number, string Hash)> acknowledged)
    {
        var cases = new Dictionary<CaseId, List<CaseEntry>>();
        var position = 0L;
        await foreach (var stored in store.ReadFromAsync(0))
        {
            Assert.Equal(++position, stored.Position);
            if (!cases.TryGetValue(stored.Entry.Case, out var entries))
                cases.Add(stored.Entry.Case, entries = []);
            entries.Add(stored.Entry);
            Assert.Equal(entries.Count, stored.Entry.Number);
        }

        foreach (var entries in cases.Values)
            Assert.Null(CaseChain.Verify(entries));
        foreach (var (id, number, hash) in acknowledged)
            Assert.Equal(hash, cases[new(id)][number - 1].Hash.ToString());
        return cases;
    }
}
