using System.Text;

namespace GridGov.Storage.PostgreSql.Tests;

/// <summary>A process that appends to cases of its own until it is killed, and says what was acknowledged.</summary>
internal static class Client
{
    public const int Cases = 16;

    public static async Task<int> RunAsync(string connection, string schema, string prefix)
    {
        var store = await PostgreSqlCaseStore.OpenAsync(connection, TimeProvider.System, new() { Schema = schema });
        var output = Console.OpenStandardOutput();
        var gate = new Lock();
        await Task.WhenAll(Enumerable.Range(0, Cases).Select(async i =>
        {
            for (CaseEntry? last = null; ;)
            {
                last = Entries.Next(new($"{prefix}-{i}"), last);
                if (await store.AppendAsync(last) != AppendResult.Appended)
                    throw new InvalidOperationException($"{last.Case} {last.Number} was not appended.");
                var line = Encoding.UTF8.GetBytes($"{last.Case} {last.Number} {last.Hash}\n");
                lock (gate)
                    output.Write(line);
            }
        }));
        return 1;
    }
}
