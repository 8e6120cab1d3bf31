using static GridGov.Testing.StoreLogs;

namespace GridGov.Testing;

/// <summary>Several writers and readers at once.</summary>
internal static class RaceChecks
{
    private const int Writers = 8;

    public static async Task OneWinsAsync(CaseStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.CreateAsync(ct).ConfigureAwait(false);
        CaseEntry? last = null;
        for (var version = 1; version <= 40; version++)
        {
            var rivals = Enumerable.Range(0, Writers).Select(i => Next(new("C-1"), last, trigger: $"by {i}")).ToArray();
            using var start = new Barrier(Writers);
            var results = await Task.WhenAll(rivals.Select(entry => Apart(() =>
            {
                start.SignalAndWait(ct);
                return store.AppendAsync(entry, ct);
            }))).ConfigureAwait(false);
            var won = results.Count(r => r == AppendResult.Appended);
            Must(won == 1, $"of {Writers} writers at version {version} {won} were told that they won");
            var stored = await store.ReadAsync(new("C-1"), ct).ConfigureAwait(false);
            Must(stored.Count == version, $"the case has {stored.Count} entries at version {version}");
            last = stored[^1];
            Must(string.Equals(last.Trigger, rivals[Array.IndexOf(results, AppendResult.Appended)].Trigger, StringComparison.Ordinal), $"at version {version} the entry of another writer than the winner is stored");
        }

        Must((await ReadAsync(store.ReadFromAsync(0, ct), ct).ConfigureAwait(false)).Count == 40, "entries of writers that lost are among all entries");
    }

    public static async Task ManyCasesAsync(CaseStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.CreateAsync(ct).ConfigureAwait(false);
        var cases = await WriteAsync(store, 40, ct).ConfigureAwait(false);
        var all = await ReadAsync(store.ReadFromAsync(0, ct), ct).ConfigureAwait(false);
        InPositions(all);
        Must(all.Count == Writers * 40, $"{Writers * 40} entries were acknowledged, {all.Count} are there");
        foreach (var entries in cases)
        {
            Same(entries, (await store.ReadAsync(entries[0].Case, ct).ConfigureAwait(false)).AsEnumerable(), $"case {entries[0].Case}");
            Same(entries, all.Where(s => s.Entry.Case == entries[0].Case).Select(s => s.Entry), $"case {entries[0].Case} among all entries");
        }
    }

    public static async Task NoGapAsync(CaseStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.CreateAsync(ct).ConfigureAwait(false);
        var seen = new List<StoredEntry>();
        var between = 0;

        // A fast store has all written before anybody reads; then once more.
        for (var round = 0; round < 40 && between < 5; round++)
            between += await ReadWhileWritingAsync(store, round, seen, ct).ConfigureAwait(false);
        Same(seen.Select(s => s.Entry), (await ReadAsync(store.ReadFromAsync(0, ct), ct).ConfigureAwait(false)).Select(s => s.Entry), "all entries read again");
    }

    /// <summary>Gives how often the reader came between two writes.</summary>
    private static async Task<int> ReadWhileWritingAsync(ICaseStore store, int round, List<StoredEntry> seen, CancellationToken ct)
    {
        var all = seen.Count + (Writers * 40);
        var between = 0;
        var writing = WriteAsync(store, 40, ct, $"C-{round}-");

        // Read in pieces, as one does who stops and goes on: what was passed by once never comes again.
        while (seen.Count < all)
        {
            var finished = writing.IsCompleted;
            var more = await ReadAsync(store.ReadFromAsync(seen.Count, ct), ct).ConfigureAwait(false);
            InPositions(more, seen.Count + 1);
            seen.AddRange(more);
            between += more.Count > 0 && seen.Count < all ? 1 : 0;
            Must(!finished || seen.Count == all, $"{seen.Count} of {all} entries are read after all were acknowledged");
            await Task.Yield();
        }

        foreach (var entries in await writing.ConfigureAwait(false))
            Same(entries, seen.Where(s => s.Entry.Case == entries[0].Case).Select(s => s.Entry), $"case {entries[0].Case} as it was read");
        return between;
    }

    private static async Task<CaseEntry[][]> WriteAsync(ICaseStore store, int count, CancellationToken ct, string prefix = "C-")
    {
        var cases = Enumerable.Range(0, Writers).Select(i => Case($"{prefix}{i}", count)).ToArray();
        using var start = new Barrier(Writers);
        await Task.WhenAll(cases.Select(entries => Apart<bool>(async () =>
        {
            start.SignalAndWait(ct);
            await AppendAsync(store, entries, ct).ConfigureAwait(false);
            return true;
        }))).ConfigureAwait(false);
        return cases;
    }

    // A thread of its own: a store that blocks does not keep the others from starting.
    private static Task<T> Apart<T>(Func<ValueTask<T>> act) => Task.Factory.StartNew(
        () => act().AsTask(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
}
