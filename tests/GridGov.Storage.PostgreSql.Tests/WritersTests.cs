using System.Collections.Concurrent;
using System.Diagnostics;

namespace GridGov.Storage.PostgreSql.Tests;

/// <summary>64 writers over three stores on hot and cold cases: the whole history is held to what one writer after another could have done.</summary>
public class WritersTests
{
    private const int Writers = 64;
    private const int HotCases = 10;
    private const int OperationsEach = 120;

    [Fact]
    public async Task The_history_of_every_case_is_one_that_writers_in_turn_could_have_made()
    {
        var (connection, schema) = (Postgres.Required(), Postgres.NewSchema());
        var stores = new List<PostgreSqlCaseStore>();
        for (var i = 0; i < 3; i++)
            stores.Add(await PostgreSqlCaseStore.OpenAsync(connection, TimeProvider.System, new() { Schema = schema }));
        var history = new ConcurrentBag<Operation>();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(() => WriteAsync(stores[w % 3], w, history))));
        var cases = await Postgres.HoldsAsync(stores[0], history.Where(o => o.Won).Select(o => (o.Case.Value, o.Number, o.Hash)));
        foreach (var operations in history.GroupBy(o => o.Case))
        {
            Check([.. operations]);
            Assert.Equal(operations.Count(o => o.Won), cases[operations.Key].Count);
        }

        Assert.Contains(history, o => o is { IsRead: false, Won: false });
        foreach (var store in stores)
            await store.DisposeAsync();
        await Postgres.DropAsync(schema);
    }

    private static async Task WriteAsync(PostgreSqlCaseStore store, int writer, ConcurrentBag<Operation> history)
    {
        var random = new Random(writer);
        for (var i = 0; i < OperationsEach; i++)
        {
            var id = random.Next(2) == 0 ? new CaseId($"hot-{random.Next(HotCases)}") : new CaseId($"cold-{random.Next(10_000)}");
            var began = Stopwatch.GetTimestamp();
            var entries = await store.ReadAsync(id);
            history.Add(new(id, entries.Count, string.Empty, began, Stopwatch.GetTimestamp(), IsRead: true, Won: false));
            var next = Entries.Next(id, entries.IsEmpty ? null : entries[^1], key: $"{writer}-{i}");
            began = Stopwatch.GetTimestamp();
            var result = await store.AppendAsync(next);
            Assert.NotEqual(AppendResult.Repeated, result);
            history.Add(new(id, next.Number, next.Hash.ToString(), began, Stopwatch.GetTimestamp(), IsRead: false, result == AppendResult.Appended));
        }
    }

    private static void Check(Operation[] operations)
    {
        var won = operations.Where(o => o.Won).OrderBy(o => o.Number).ToArray();
        Assert.Equal(Enumerable.Range(1, won.Length), won.Select(o => o.Number));
        for (var i = 1; i < won.Length; i++)
            Assert.True(won[i].Ended >= won[i - 1].Began, "an entry was stored before the one that it follows");
        foreach (var read in operations.Where(o => o.IsRead))
        {
            Assert.True(read.Number >= won.Count(o => o.Ended < read.Began), "a reading missed what was acknowledged before it began");
            Assert.True(read.Number <= won.Count(o => o.Began < read.Ended), "a reading saw what was appended after it had ended");
        }

        foreach (var lost in operations.Where(o => o is { IsRead: false, Won: false }))
        {
            // The case was surely at the version before from the end of the append that led there to the beginning of the next.
            var isThere = lost.Number == 1 || won.Any(o => o.Number == lost.Number - 1 && o.Ended < lost.Began);
            var isPast = won.Any(o => o.Number == lost.Number && o.Began < lost.Ended);
            Assert.True(!isThere || isPast, "a conflict was told although the case stood at the version expected");
        }
    }

    private sealed record Operation(CaseId Case, int Number, string Hash, long Began, long Ended, bool IsRead, bool Won);
}
